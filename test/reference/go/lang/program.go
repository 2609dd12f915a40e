package main

import (
	"context"
	"fmt"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/pdata/pcommon"

	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottlotelcol"

	"ottlkit-reference/serve"
)

// program is one parsed list of texts, of any context.
type program interface {
	contextName() string
	run(ctx context.Context, p *serve.Payload, opt evalOptions) ([]result, error)
	measure(ctx context.Context, p *serve.Payload) (float64, error)
}

type evalOptions struct {
	sharedCache bool
	propagate   bool
}

type result struct {
	Value   any             `json:"value,omitempty"`
	Error   string          `json:"error,omitempty"`
	Results []statementDone `json:"statements,omitempty"`
	Cache   any             `json:"cache,omitempty"`
}

type statementDone struct {
	Matched bool   `json:"matched"`
	Value   any    `json:"value,omitempty"`
	Error   string `json:"error,omitempty"`
}

type transformContext interface{ Close() }

// kit is what the program needs to know of one context.
type kit[K transformContext] struct {
	name      string
	functions func(set string) map[string]ottl.Factory[K]
	newParser func(map[string]ottl.Factory[K], component.TelemetrySettings, ...ottl.Option[K]) (ottl.Parser[K], error)
	pathNames func() ottl.Option[K]
	// walk visits every record in document order; visit answers false to stop.
	walk func(p *serve.Payload, cache func() *pcommon.Map, visit func(K) bool)
}

type parsed[K transformContext] struct {
	kit        kit[K]
	statements []*ottl.Statement[K]
	conditions []*ottl.Condition[K]
	values     []*ottl.ValueExpression[K]
}

func (p *parsed[K]) contextName() string { return p.kit.name }

func (p *parsed[K]) run(ctx context.Context, data *serve.Payload, opt evalOptions) ([]result, error) {
	results := []result{}
	if p.kit.name != ottlotelcol.ContextName && data == nil {
		return nil, fmt.Errorf("context %q needs a payload", p.kit.name)
	}
	shared := pcommon.NewMap()
	current := &shared
	cache := func() *pcommon.Map {
		if !opt.sharedCache {
			own := pcommon.NewMap()
			current = &own
		}
		return current
	}
	p.kit.walk(data, cache, func(tCtx K) bool {
		defer tCtx.Close()
		var r result
		failed := false
		switch {
		case p.conditions != nil:
			r = p.each(len(p.conditions), func(i int) (any, error) {
				v, err := p.conditions[i].Eval(ctx, tCtx)
				return v, err
			})
		case p.values != nil:
			r = p.each(len(p.values), func(i int) (any, error) { return p.values[i].Eval(ctx, tCtx) })
		default:
			for _, s := range p.statements {
				v, matched, err := s.Execute(ctx, tCtx)
				done := statementDone{Matched: matched}
				if err != nil {
					done.Error = err.Error()
					failed = true
				} else if v != nil {
					done.Value = encode(v)
				}
				r.Results = append(r.Results, done)
				if err != nil && opt.propagate {
					break
				}
			}
			if current.Len() > 0 {
				r.Cache = encode(*current)
			}
		}
		results = append(results, r)
		return !failed || !opt.propagate
	})
	return results, nil
}

// each evaluates one text as {"value"} or {"error"}, and several as a list of such.
func (*parsed[K]) each(n int, eval func(int) (any, error)) result {
	var all []statementDone
	for i := range n {
		v, err := eval(i)
		if err != nil {
			all = append(all, statementDone{Error: err.Error()})
		} else {
			all = append(all, statementDone{Value: encode(v)})
		}
	}
	if len(all) == 1 {
		return result{Value: all[0].Value, Error: all[0].Error}
	}
	list := make([]any, len(all))
	for i, a := range all {
		if a.Error != "" {
			list[i] = serve.Object{"error": a.Error}
		} else {
			list[i] = serve.Object{"value": a.Value}
		}
	}
	return result{Value: list}
}

// parseWith parses with the context's own parser, as the filter processor and the connectors do.
func (k kit[K]) parseWith(set component.TelemetrySettings, functions, kind string, texts []string, pathNames bool) (program, error) {
	var options []ottl.Option[K]
	if pathNames {
		options = append(options, k.pathNames())
	}
	parser, err := k.newParser(k.functions(functions), set, options...)
	if err != nil {
		return nil, err
	}
	out := &parsed[K]{kit: k}
	switch kind {
	case "condition":
		out.conditions, err = parser.ParseConditions(texts)
	case "value":
		out.values, err = parser.ParseValueExpressions(texts)
	default:
		out.statements, err = parser.ParseStatements(texts)
	}
	return out, err
}

// collect adds the context to a ParserCollection, as the transform processor does.
func (k kit[K]) collect(set component.TelemetrySettings, functions string) ottl.ParserCollectionOption[program] {
	return func(pc *ottl.ParserCollection[program]) error {
		parser, err := k.newParser(k.functions(functions), set, k.pathNames())
		if err != nil {
			return err
		}
		return ottl.WithParserCollectionContext(k.name, &parser,
			ottl.WithStatementConverter(func(_ *ottl.ParserCollection[program], _ ottl.StatementsGetter, s []*ottl.Statement[K]) (program, error) {
				return &parsed[K]{kit: k, statements: s}, nil
			}),
			ottl.WithConditionConverter(func(_ *ottl.ParserCollection[program], _ ottl.ConditionsGetter, c []*ottl.Condition[K]) (program, error) {
				return &parsed[K]{kit: k, conditions: c}, nil
			}),
			ottl.WithValueExpressionConverter(func(_ *ottl.ParserCollection[program], _ ottl.ValueExpressionsGetter, v []*ottl.ValueExpression[K]) (program, error) {
				return &parsed[K]{kit: k, values: v}, nil
			}),
		)(pc)
	}
}

// anyKit hides the type parameter.
type anyKit interface {
	parseWith(set component.TelemetrySettings, functions, kind string, texts []string, pathNames bool) (program, error)
	collect(set component.TelemetrySettings, functions string) ottl.ParserCollectionOption[program]
}
