package serve

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/component/componenttest"
	"go.opentelemetry.io/collector/confmap"
	"go.opentelemetry.io/collector/consumer"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/pmetric"
	"go.opentelemetry.io/collector/pdata/ptrace"
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
	Client    json.RawMessage `json:"client"`
	Rounds    int             `json:"rounds"`
}

// Release is what differs between the releases of the Collector.
type Release struct {
	Processors map[string]processor.Factory
	Validate   func(cfg any) error
	Settings   func(t component.Type) processor.Settings
}

// Answer handles requests of op "process" and "benchProcess", and only those.
func (r Release) Answer(line []byte, reply Object) error {
	var req ProcessRequest
	if err := json.Unmarshal(line, &req); err != nil {
		return fmt.Errorf("bad request: %w", err)
	}
	reply["id"] = req.ID
	if err := ApplyGates(req.Gates); err != nil {
		return err
	}
	switch req.Op {
	case "process":
		return r.Process(&req, reply)
	case "benchProcess":
		return r.Bench(&req, reply)
	}
	return fmt.Errorf("unknown op %q", req.Op)
}

// Process runs one processor as a Collector would: the configuration is unmarshalled and validated, the processor
// made and started, and the payload consumed into a sink.
func (r Release) Process(req *ProcessRequest, reply Object) error {
	data, err := ReadPayload(req.Payload)
	if err != nil {
		return err
	}
	ctx, err := ClientContext(req.Client)
	if err != nil {
		return err
	}
	signal := req.Signal
	if data != nil {
		signal = data.Signal()
	}
	core, observed := observer.New(zap.WarnLevel)
	defer AttachLogs(reply, observed)
	sent := &sink{}
	run, err := r.make(req, reply, signal, sent, zap.New(core))
	if err != nil || data == nil {
		return err
	}

	reply["payload"] = nil
	if err := run.consume(ctx, data); err != nil {
		reply["stage"] = "consume"
		return err
	}
	if sent.payload != nil {
		reply["payload"], err = sent.payload.Marshal()
	}
	return err
}

// make configures, validates and makes the processor; while it does, the reply's stage says how far it is.
func (r Release) make(req *ProcessRequest, reply Object, signal string, next next, logger *zap.Logger) (*run, error) {
	factory, ok := r.Processors[req.Processor]
	if !ok {
		return nil, fmt.Errorf("no processor %q here", req.Processor)
	}
	raw, err := req.rawConfig()
	if err != nil {
		return nil, err
	}
	reply["stage"] = "config"
	cfg := factory.CreateDefaultConfig()
	if err := confmap.NewFromStringMap(raw).Unmarshal(&cfg); err != nil {
		return nil, err
	}
	if err := r.Validate(cfg); err != nil {
		return nil, err
	}
	reply["stage"] = "create"
	set := r.Settings(factory.Type())
	set.Logger = logger
	made, err := create(factory, set, cfg, signal, next)
	if err == nil {
		delete(reply, "stage")
	}
	return made, err
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

// next is what a processor sends to.
type next interface {
	consumer.Metrics
	consumer.Traces
	consumer.Logs
}

// sink keeps the first payload that it gets.
type sink struct{ payload *Payload }

func (s *sink) Capabilities() consumer.Capabilities { return consumer.Capabilities{} }

func (s *sink) ConsumeMetrics(_ context.Context, m pmetric.Metrics) error {
	return s.keep(&Payload{Metrics: &m})
}

func (s *sink) ConsumeTraces(_ context.Context, t ptrace.Traces) error {
	return s.keep(&Payload{Traces: &t})
}

func (s *sink) ConsumeLogs(_ context.Context, l plog.Logs) error {
	return s.keep(&Payload{Logs: &l})
}

func (s *sink) keep(p *Payload) error {
	if s.payload == nil {
		s.payload = p
	}
	return nil
}

// run is a processor that is made and not yet started.
type run struct {
	component component.Component
	feed      func(context.Context, *Payload) error
}

func create(factory processor.Factory, set processor.Settings, cfg component.Config, signal string, next next) (*run, error) {
	ctx := context.Background()
	switch signal {
	case "metrics":
		p, err := factory.CreateMetrics(ctx, set, cfg, next)
		return &run{p, func(ctx context.Context, data *Payload) error { return p.ConsumeMetrics(ctx, *data.Metrics) }}, err
	case "traces":
		p, err := factory.CreateTraces(ctx, set, cfg, next)
		return &run{p, func(ctx context.Context, data *Payload) error { return p.ConsumeTraces(ctx, *data.Traces) }}, err
	case "logs":
		p, err := factory.CreateLogs(ctx, set, cfg, next)
		return &run{p, func(ctx context.Context, data *Payload) error { return p.ConsumeLogs(ctx, *data.Logs) }}, err
	}
	return nil, nil
}

func (r *run) consume(ctx context.Context, data *Payload) error {
	if err := r.component.Start(context.Background(), componenttest.NewNopHost()); err != nil {
		return err
	}
	defer r.component.Shutdown(context.Background())
	return r.feed(ctx, data)
}
