package main

import (
	"context"
	"errors"
	"time"

	"go.opentelemetry.io/collector/pdata/pcommon"

	"ottlkit-reference/serve"
)

// measure answers the least nanoseconds a record that one condition or statement took over the payload, in rounds of
// about 10 ms: with a new context for each record, as the processors make them. A statement gets fresh copies of the
// payload, whose making is not timed.
func (p *parsed[K]) measure(ctx context.Context, data *serve.Payload) (float64, error) {
	if len(p.conditions)+len(p.statements) != 1 || data == nil {
		return 0, errors.New("bench takes one condition or statement and a payload")
	}
	run := func(tCtx K) { _, _ = p.conditions[0].Eval(ctx, tCtx) }
	fresh := func() *serve.Payload { return data }
	if len(p.statements) == 1 {
		run = func(tCtx K) { _, _, _ = p.statements[0].Execute(ctx, tCtx) }
		fresh = data.Clone
	}
	noCache := func() *pcommon.Map { return nil }
	best := 0.0
	for range 50 {
		records := 0
		elapsed := time.Duration(0)
		for elapsed < 10*time.Millisecond {
			payload := fresh()
			start := time.Now()
			p.kit.walk(payload, noCache, func(tCtx K) bool {
				run(tCtx)
				tCtx.Close()
				records++
				return true
			})
			elapsed += time.Since(start)
			if records == 0 {
				return 0, errors.New("the payload has no record of the context")
			}
		}
		if ns := float64(elapsed.Nanoseconds()) / float64(records); best == 0 || ns < best {
			best = ns
		}
	}
	return best, nil
}
