package main

import (
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/pmetric"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottldatapoint"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottlexemplar"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottllog"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottlmetric"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottlotelcol"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottlresource"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottlscope"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottlspan"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/contexts/ottlspanevent"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/ottlfuncs"
	"github.com/open-telemetry/opentelemetry-collector-contrib/processor/filterprocessor"

	"ottlkit-reference/serve"
)

var contextOrder = []string{"resource", "scope", "metric", "datapoint", "exemplar", "span", "spanevent", "log", "otelcol"}

var signalContexts = map[string][]string{
	"metrics": {"resource", "scope", "metric", "datapoint", "exemplar"},
	"traces":  {"resource", "scope", "span", "spanevent"},
	"logs":    {"resource", "scope", "log"},
}

var kits = map[string]anyKit{
	"metric": kit[*ottlmetric.TransformContext]{
		name:      ottlmetric.ContextName,
		functions: functionsOf(filterprocessor.DefaultMetricFunctions),
		newParser: ottlmetric.NewParser,
		pathNames: ottlmetric.EnablePathContextNames,
		walk: func(p *serve.Payload, cache func() *pcommon.Map, visit func(*ottlmetric.TransformContext) bool) {
			eachMetric(p, func(rm pmetric.ResourceMetrics, sm pmetric.ScopeMetrics, m pmetric.Metric) bool {
				return visit(ottlmetric.NewTransformContext(rm, sm, m, ottlmetric.WithCache(cache())))
			})
		},
	},
	"datapoint": kit[*ottldatapoint.TransformContext]{
		name:      ottldatapoint.ContextName,
		functions: functionsOf(filterprocessor.DefaultDataPointFunctions),
		newParser: ottldatapoint.NewParser,
		pathNames: ottldatapoint.EnablePathContextNames,
		walk: func(p *serve.Payload, cache func() *pcommon.Map, visit func(*ottldatapoint.TransformContext) bool) {
			eachMetric(p, func(rm pmetric.ResourceMetrics, sm pmetric.ScopeMetrics, m pmetric.Metric) bool {
				return eachPoint(m, func(dp any, _ *pmetric.ExemplarSlice) bool {
					return visit(ottldatapoint.NewTransformContext(rm, sm, m, dp, ottldatapoint.WithCache(cache())))
				})
			})
		},
	},
	"exemplar": kit[*ottlexemplar.TransformContext]{
		name:      ottlexemplar.ContextName,
		functions: functionsOf[*ottlexemplar.TransformContext](nil),
		newParser: ottlexemplar.NewParser,
		pathNames: ottlexemplar.EnablePathContextNames,
		walk: func(p *serve.Payload, cache func() *pcommon.Map, visit func(*ottlexemplar.TransformContext) bool) {
			eachMetric(p, func(rm pmetric.ResourceMetrics, sm pmetric.ScopeMetrics, m pmetric.Metric) bool {
				return eachPoint(m, func(dp any, exemplars *pmetric.ExemplarSlice) bool {
					for i := 0; exemplars != nil && i < exemplars.Len(); i++ {
						if !visit(ottlexemplar.NewTransformContext(rm, sm, m, dp, exemplars.At(i), ottlexemplar.WithCache(cache()))) {
							return false
						}
					}
					return true
				})
			})
		},
	},
	"log": kit[*ottllog.TransformContext]{
		name:      ottllog.ContextName,
		functions: functionsOf(filterprocessor.DefaultLogFunctions),
		newParser: ottllog.NewParser,
		pathNames: ottllog.EnablePathContextNames,
		walk: func(p *serve.Payload, cache func() *pcommon.Map, visit func(*ottllog.TransformContext) bool) {
			if p.Logs == nil {
				return
			}
			for _, rl := range p.Logs.ResourceLogs().All() {
				for _, sl := range rl.ScopeLogs().All() {
					for _, lr := range sl.LogRecords().All() {
						if !visit(ottllog.NewTransformContext(rl, sl, lr, ottllog.WithCache(cache()))) {
							return
						}
					}
				}
			}
		},
	},
	"span": kit[*ottlspan.TransformContext]{
		name:      ottlspan.ContextName,
		functions: functionsOf(filterprocessor.DefaultSpanFunctions, ottlfuncs.NewIsRootSpanFactory()),
		newParser: ottlspan.NewParser,
		pathNames: ottlspan.EnablePathContextNames,
		walk: func(p *serve.Payload, cache func() *pcommon.Map, visit func(*ottlspan.TransformContext) bool) {
			eachSpan(p, func(rs ptrace.ResourceSpans, ss ptrace.ScopeSpans, s ptrace.Span) bool {
				return visit(ottlspan.NewTransformContext(rs, ss, s, ottlspan.WithCache(cache())))
			})
		},
	},
	"spanevent": kit[*ottlspanevent.TransformContext]{
		name:      ottlspanevent.ContextName,
		functions: functionsOf(filterprocessor.DefaultSpanEventFunctions),
		newParser: ottlspanevent.NewParser,
		pathNames: ottlspanevent.EnablePathContextNames,
		walk: func(p *serve.Payload, cache func() *pcommon.Map, visit func(*ottlspanevent.TransformContext) bool) {
			eachSpan(p, func(rs ptrace.ResourceSpans, ss ptrace.ScopeSpans, s ptrace.Span) bool {
				for i := 0; i < s.Events().Len(); i++ {
					if !visit(ottlspanevent.NewTransformContext(rs, ss, s, s.Events().At(i), ottlspanevent.WithEventIndex(int64(i)), ottlspanevent.WithCache(cache()))) {
						return false
					}
				}
				return true
			})
		},
	},
	"resource": kit[*ottlresource.TransformContext]{
		name:      ottlresource.ContextName,
		functions: functionsOf(filterprocessor.DefaultResourceFunctions),
		newParser: ottlresource.NewParser,
		pathNames: ottlresource.EnablePathContextNames,
		walk: func(p *serve.Payload, cache func() *pcommon.Map, visit func(*ottlresource.TransformContext) bool) {
			eachScope(p, func(r pcommon.Resource, rURL ottl.SchemaURLItem, scope *pcommon.InstrumentationScope, _ ottl.SchemaURLItem) bool {
				return scope != nil || visit(ottlresource.NewTransformContext(r, rURL, ottlresource.WithCache(cache())))
			})
		},
	},
	"scope": kit[*ottlscope.TransformContext]{
		name:      ottlscope.ContextName,
		functions: functionsOf[*ottlscope.TransformContext](nil),
		newParser: ottlscope.NewParser,
		pathNames: ottlscope.EnablePathContextNames,
		walk: func(p *serve.Payload, cache func() *pcommon.Map, visit func(*ottlscope.TransformContext) bool) {
			eachScope(p, func(r pcommon.Resource, rURL ottl.SchemaURLItem, scope *pcommon.InstrumentationScope, sURL ottl.SchemaURLItem) bool {
				return scope == nil || visit(ottlscope.NewTransformContext(*scope, r, sURL, rURL, ottlscope.WithCache(cache())))
			})
		},
	},
	"otelcol": kit[*ottlotelcol.TransformContext]{
		name:      ottlotelcol.ContextName,
		functions: functionsOf[*ottlotelcol.TransformContext](nil),
		newParser: ottlotelcol.NewParser,
		pathNames: ottlotelcol.EnablePathContextNames,
		walk: func(_ *serve.Payload, cache func() *pcommon.Map, visit func(*ottlotelcol.TransformContext) bool) {
			visit(ottlotelcol.NewTransformContext(ottlotelcol.WithCache(cache())))
		},
	},
}
