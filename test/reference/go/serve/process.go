package serve

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/component/componenttest"
	"go.opentelemetry.io/collector/confmap"
	"go.opentelemetry.io/collector/consumer/consumertest"
	"go.opentelemetry.io/collector/processor"
	"go.uber.org/zap"
	"go.uber.org/zap/zaptest/observer"
	"gopkg.in/yaml.v3"
)

// ProcessRequest asks for one run of a processor.
type ProcessRequest struct {
	ID        any             `json:"id"`
	Op        string          `json:"op"`
	Signal    string          `json:"signal"`
	Processor string          `json:"processor"`
	Config    map[string]any  `json:"config"`
	YAML      string          `json:"yaml"`
	Unescape  bool            `json:"unescape"`
	Gates     map[string]bool `json:"gates"`
	Payload   json.RawMessage `json:"payload"`
}

// Release is what differs between the releases of the Collector.
type Release struct {
	Processors map[string]processor.Factory
	Validate   func(cfg any) error
	Settings   func(t component.Type) processor.Settings
}

// Answer handles requests of op "process", and only those.
func (r Release) Answer(line []byte, reply Object) error {
	var req ProcessRequest
	if err := json.Unmarshal(line, &req); err != nil {
		return fmt.Errorf("bad request: %w", err)
	}
	reply["id"] = req.ID
	if req.Op != "process" {
		return fmt.Errorf("unknown op %q", req.Op)
	}
	if err := ApplyGates(req.Gates); err != nil {
		return err
	}
	return r.Process(&req, reply)
}

// Process runs one processor as a Collector would: the configuration is unmarshalled and validated, the processor
// made and started, and the payload consumed into a sink.
func (r Release) Process(req *ProcessRequest, reply Object) error {
	factory, ok := r.Processors[req.Processor]
	if !ok {
		return fmt.Errorf("no processor %q here", req.Processor)
	}
	raw, err := req.rawConfig()
	if err != nil {
		return err
	}
	data, err := ReadPayload(req.Payload)
	if err != nil {
		return err
	}
	core, observed := observer.New(zap.WarnLevel)
	defer AttachLogs(reply, observed)

	reply["stage"] = "config"
	cfg := factory.CreateDefaultConfig()
	if err := confmap.NewFromStringMap(raw).Unmarshal(&cfg); err != nil {
		return err
	}
	if err := r.Validate(cfg); err != nil {
		return err
	}

	reply["stage"] = "create"
	set := r.Settings(factory.Type())
	set.Logger = zap.New(core)
	signal := req.Signal
	if data != nil {
		signal = data.Signal()
	}
	run, err := create(factory, set, cfg, signal, data)
	if err != nil {
		return err
	}
	delete(reply, "stage")
	if data == nil {
		return nil
	}

	reply["payload"] = nil
	after, err := run.consume()
	if err != nil {
		reply["stage"] = "consume"
		return err
	}
	if after != nil {
		reply["payload"], err = after.Marshal()
	}
	return err
}

func (req *ProcessRequest) rawConfig() (map[string]any, error) {
	raw := req.Config
	if req.YAML != "" {
		raw = nil
		if err := yaml.Unmarshal([]byte(req.YAML), &raw); err != nil {
			return nil, fmt.Errorf("bad yaml: %w", err)
		}
	}
	if req.Unescape {
		unescape(raw)
	}
	return raw, nil
}

// unescape undoes the Collector's own escape of a dollar sign.
func unescape(v any) any {
	switch t := v.(type) {
	case string:
		return strings.ReplaceAll(t, "$$", "$")
	case []any:
		for i := range t {
			t[i] = unescape(t[i])
		}
	case map[string]any:
		for k := range t {
			t[k] = unescape(t[k])
		}
	}
	return v
}

// run is a processor that is made and not yet started.
type run struct {
	component component.Component
	feed      func() error
	sent      func() *Payload
}

func create(factory processor.Factory, set processor.Settings, cfg component.Config, signal string, data *Payload) (*run, error) {
	ctx := context.Background()
	switch signal {
	case "metrics":
		sink := new(consumertest.MetricsSink)
		p, err := factory.CreateMetrics(ctx, set, cfg, sink)
		return &run{p, func() error { return p.ConsumeMetrics(ctx, *data.Metrics) }, func() *Payload {
			if all := sink.AllMetrics(); len(all) > 0 {
				return &Payload{Metrics: &all[0]}
			}
			return nil
		}}, err
	case "traces":
		sink := new(consumertest.TracesSink)
		p, err := factory.CreateTraces(ctx, set, cfg, sink)
		return &run{p, func() error { return p.ConsumeTraces(ctx, *data.Traces) }, func() *Payload {
			if all := sink.AllTraces(); len(all) > 0 {
				return &Payload{Traces: &all[0]}
			}
			return nil
		}}, err
	case "logs":
		sink := new(consumertest.LogsSink)
		p, err := factory.CreateLogs(ctx, set, cfg, sink)
		return &run{p, func() error { return p.ConsumeLogs(ctx, *data.Logs) }, func() *Payload {
			if all := sink.AllLogs(); len(all) > 0 {
				return &Payload{Logs: &all[0]}
			}
			return nil
		}}, err
	}
	return nil, nil
}

// consume answers what was sent on, or nil.
func (r *run) consume() (*Payload, error) {
	if err := r.component.Start(context.Background(), componenttest.NewNopHost()); err != nil {
		return nil, err
	}
	defer r.component.Shutdown(context.Background())
	if err := r.feed(); err != nil {
		return nil, err
	}
	return r.sent(), nil
}
