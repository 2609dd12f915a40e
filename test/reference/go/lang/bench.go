package main

import (
	"context"
	"errors"
	"time"

	"go.opentelemetry.io/collector/pdata/pcommon"

	"ottlkit-reference/serve"
)

// measure answers the least nanoseconds a record that one condition took over the payload, in rounds of about
// 10 ms: with a new context for each record, as the processors make them.
func (p *parsed[K]) measure(ctx context.Context, data *serve.Payload) (float64, error) {
	if len(p.conditions) != 1 || data == nil {
		return 0, errors.New("bench takes one condition and a payload")
	}
	condition := p.conditions[0]
	noCache := func() *pcommon.Map { return nil }
	best := 0.0
	for range 50 {
		records := 0
		start := time.Now()
		for time.Since(start) < 10*time.Millisecond {
			p.kit.walk(data, noCache, func(tCtx K) bool {
				_, _ = condition.Eval(ctx, tCtx)
				tCtx.Close()
				records++
				return true
			})
		}
		if records == 0 {
			return 0, errors.New("the payload has no record of the context")
		}
		if ns := float64(time.Since(start).Nanoseconds()) / float64(records); best == 0 || ns < best {
			best = ns
		}
	}
	return best, nil
}
