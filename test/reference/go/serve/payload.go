package serve

import (
	"encoding/json"
	"errors"
	"fmt"

	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/pmetric"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// Payload is the OTLP JSON of one signal; the other two are nil.
type Payload struct {
	Metrics *pmetric.Metrics
	Traces  *ptrace.Traces
	Logs    *plog.Logs
}

// ReadPayload answers nil for a missing payload.
func ReadPayload(raw json.RawMessage) (*Payload, error) {
	if len(raw) == 0 || string(raw) == "null" {
		return nil, nil
	}
	var keys map[string]json.RawMessage
	if err := json.Unmarshal(raw, &keys); err != nil {
		return nil, fmt.Errorf("bad payload: %w", err)
	}
	switch {
	case keys["resourceMetrics"] != nil:
		m, err := (&pmetric.JSONUnmarshaler{}).UnmarshalMetrics(raw)
		return &Payload{Metrics: &m}, err
	case keys["resourceSpans"] != nil:
		t, err := (&ptrace.JSONUnmarshaler{}).UnmarshalTraces(raw)
		return &Payload{Traces: &t}, err
	case keys["resourceLogs"] != nil:
		l, err := (&plog.JSONUnmarshaler{}).UnmarshalLogs(raw)
		return &Payload{Logs: &l}, err
	}
	return nil, errors.New("a payload has resourceMetrics, resourceSpans or resourceLogs")
}

// Signal is metrics, traces or logs.
func (p *Payload) Signal() string {
	switch {
	case p.Metrics != nil:
		return "metrics"
	case p.Traces != nil:
		return "traces"
	}
	return "logs"
}

// Marshal writes the payload as OTLP JSON.
func (p *Payload) Marshal() (json.RawMessage, error) {
	switch {
	case p.Metrics != nil:
		return (&pmetric.JSONMarshaler{}).MarshalMetrics(*p.Metrics)
	case p.Traces != nil:
		return (&ptrace.JSONMarshaler{}).MarshalTraces(*p.Traces)
	}
	return (&plog.JSONMarshaler{}).MarshalLogs(*p.Logs)
}
