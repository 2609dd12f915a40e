package serve

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"time"

	"go.opentelemetry.io/collector/component/componenttest"
	"go.opentelemetry.io/collector/consumer/consumertest"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/pmetric"
	"go.opentelemetry.io/collector/pdata/ptrace"
	"go.uber.org/zap"
)

// benchRounds is how many rounds are timed where the request does not say.
const benchRounds = 21

// benchRecords is how many records a round has at least.
const benchRecords = 5000

// Bench answers the median and the least nanoseconds a record (metric, span or log record) that consuming the payload
// took, over rounds that begin with fresh copies and no garbage. Nothing follows the processor.
func (r Release) Bench(req *ProcessRequest, reply Object) error {
	data, err := ReadPayload(req.Payload)
	if err != nil {
		return err
	}
	if data == nil || data.records() == 0 {
		return errors.New("benchProcess takes a payload with records")
	}
	ctx, err := ClientContext(req.Client)
	if err != nil {
		return err
	}
	run, err := r.make(req, reply, data.Signal(), consumertest.NewNop(), zap.NewNop())
	if err != nil {
		return err
	}
	if err := run.component.Start(context.Background(), componenttest.NewNopHost()); err != nil {
		return err
	}
	defer run.component.Shutdown(context.Background())

	rounds := req.Rounds
	if rounds <= 0 {
		rounds = benchRounds
	}
	copies := make([]*Payload, max(1, benchRecords/data.records()))
	var took []float64
	for range rounds {
		for i := range copies {
			copies[i] = data.Clone()
		}
		runtime.GC()
		start := time.Now()
		for _, one := range copies {
			if err := run.feed(ctx, one); err != nil {
				reply["stage"] = "consume"
				return err
			}
		}
		took = append(took, float64(time.Since(start).Nanoseconds())/float64(data.records()*len(copies)))
	}
	slices.Sort(took)
	reply["nsPerRecord"] = took[len(took)/2]
	reply["leastNsPerRecord"] = took[0]
	reply["records"] = data.records()
	reply["rounds"] = rounds
	return nil
}

func (p *Payload) records() int {
	switch {
	case p.Metrics != nil:
		return p.Metrics.MetricCount()
	case p.Traces != nil:
		return p.Traces.SpanCount()
	}
	return p.Logs.LogRecordCount()
}

// Clone answers a copy of the whole payload.
func (p *Payload) Clone() *Payload {
	switch {
	case p.Metrics != nil:
		m := pmetric.NewMetrics()
		p.Metrics.CopyTo(m)
		return &Payload{Metrics: &m}
	case p.Traces != nil:
		t := ptrace.NewTraces()
		p.Traces.CopyTo(t)
		return &Payload{Traces: &t}
	}
	l := plog.NewLogs()
	p.Logs.CopyTo(l)
	return &Payload{Logs: &l}
}
