// The language of pkg/ottl v1.4.0 and the filter processor of contrib v0.165.0 over JSON lines.
package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/confmap"
	"go.opentelemetry.io/collector/processor"
	"go.opentelemetry.io/collector/processor/processortest"

	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl"
	"github.com/open-telemetry/opentelemetry-collector-contrib/processor/filterprocessor"

	"ottlkit-reference/serve"
)

var release = serve.Release{
	Processors: map[string]processor.Factory{"filter": filterprocessor.NewFactory()},
	Validate:   func(cfg any) error { return confmap.Validate(cfg) },
	Settings:   func(t component.Type) processor.Settings { return processortest.NewNopSettings(t) },
}

type request struct {
	serve.ProcessRequest
	Kind             string   `json:"kind"`
	Context          string   `json:"context"`
	Text             *string  `json:"text"`
	Texts            []string `json:"texts"`
	PathContextNames bool     `json:"pathContextNames"`
	PrependContext   bool     `json:"prependContext"`
	Conditions       []string `json:"conditions"`
	Functions        string   `json:"functions"`
	ErrorMode        string   `json:"errorMode"`
	SharedCache      bool     `json:"sharedCache"`
}

func main() { serve.Lines(handle) }

func handle(line []byte, reply serve.Object) error {
	var req request
	if err := json.Unmarshal(line, &req); err != nil {
		return fmt.Errorf("bad request: %w", err)
	}
	reply["id"] = req.ID
	if err := serve.ApplyGates(req.Gates); err != nil {
		return err
	}
	switch req.Op {
	case "process":
		return release.Process(&req.ProcessRequest, reply)
	case "benchProcess":
		return release.Bench(&req.ProcessRequest, reply)
	case "syntax":
		return checkSyntax(&req)
	case "parse", "eval", "bench":
	default:
		return fmt.Errorf("unknown op %q", req.Op)
	}

	set, observed := serve.Telemetry()
	defer serve.AttachLogs(reply, observed)
	prog, err := parse(set, &req)
	if err != nil {
		reply["stage"] = "parse"
		return err
	}
	reply["context"] = prog.contextName()
	if req.Op == "parse" {
		return nil
	}
	reply["stage"] = "eval"
	data, err := serve.ReadPayload(req.Payload)
	if err != nil {
		return err
	}
	ctx, err := serve.ClientContext(req.Client)
	if err != nil {
		return err
	}
	if req.Op == "bench" {
		reply["nsPerRecord"], err = prog.measure(ctx, data)
		return err
	}
	results, err := prog.run(ctx, data, evalOptions{sharedCache: req.SharedCache, propagate: req.ErrorMode == "propagate"})
	if err != nil {
		return err
	}
	delete(reply, "stage")
	reply["results"] = results
	if data != nil {
		reply["payload"], err = data.Marshal()
	}
	return err
}

func (req *request) all() []string {
	if req.Text != nil {
		return append([]string{*req.Text}, req.Texts...)
	}
	return req.Texts
}

// checkSyntax judges the grammar alone, for any paths, functions and enums. A ParserCollection that
// prepends contexts parses each text once before it resolves anything, and its error for that step
// is the bare one.
func checkSyntax(req *request) error {
	set, _ := serve.Telemetry()
	for _, text := range req.all() {
		_, err := parse(set, &request{Kind: req.Kind, Context: "resource", PrependContext: true, Texts: []string{text}})
		if err != nil && !strings.HasPrefix(err.Error(), "unable to parse OTTL ") {
			return err
		}
	}
	return nil
}

func parse(set component.TelemetrySettings, req *request) (program, error) {
	texts := req.all()
	if req.Functions == "" {
		req.Functions = "all"
	}
	if req.Context != "" && !req.PrependContext {
		k, ok := kits[req.Context]
		if !ok {
			return nil, fmt.Errorf("unknown context %q", req.Context)
		}
		return k.parseWith(set, req.Functions, req.Kind, texts, req.PathContextNames)
	}

	names := contextOrder
	if req.Signal != "" {
		names = signalContexts[req.Signal]
	}
	var options []ottl.ParserCollectionOption[program]
	for _, name := range names {
		options = append(options, kits[name].collect(set, req.Functions))
	}
	pc, err := ottl.NewParserCollection(set, options...)
	if err != nil {
		return nil, err
	}
	if req.Context != "" {
		switch req.Kind {
		case "condition":
			return pc.ParseConditionsWithContext(req.Context, ottl.NewConditionsGetter(texts), true)
		case "value":
			return pc.ParseValueExpressionsWithContext(req.Context, ottl.NewValueExpressionsGetter(texts), true)
		}
		return pc.ParseStatementsWithContext(req.Context, ottl.NewStatementsGetter(texts), true)
	}
	switch req.Kind {
	case "condition":
		return pc.ParseConditions(ottl.NewConditionsGetter(texts))
	case "value":
		return pc.ParseValueExpressions(ottl.NewValueExpressionsGetter(texts))
	}
	return pc.ParseStatements(ottl.NewStatementsGetter(texts), ottl.WithContextInferenceConditions(req.Conditions))
}
