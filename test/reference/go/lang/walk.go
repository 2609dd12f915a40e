package main

import (
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/pmetric"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl"

	"ottlkit-reference/serve"
)

func eachPoint(m pmetric.Metric, visit func(point any, exemplars *pmetric.ExemplarSlice) bool) bool {
	switch m.Type() {
	case pmetric.MetricTypeSum, pmetric.MetricTypeGauge:
		var dps pmetric.NumberDataPointSlice
		if m.Type() == pmetric.MetricTypeSum {
			dps = m.Sum().DataPoints()
		} else {
			dps = m.Gauge().DataPoints()
		}
		for i := 0; i < dps.Len(); i++ {
			e := dps.At(i).Exemplars()
			if !visit(dps.At(i), &e) {
				return false
			}
		}
	case pmetric.MetricTypeHistogram:
		for i := 0; i < m.Histogram().DataPoints().Len(); i++ {
			dp := m.Histogram().DataPoints().At(i)
			e := dp.Exemplars()
			if !visit(dp, &e) {
				return false
			}
		}
	case pmetric.MetricTypeExponentialHistogram:
		for i := 0; i < m.ExponentialHistogram().DataPoints().Len(); i++ {
			dp := m.ExponentialHistogram().DataPoints().At(i)
			e := dp.Exemplars()
			if !visit(dp, &e) {
				return false
			}
		}
	case pmetric.MetricTypeSummary:
		for i := 0; i < m.Summary().DataPoints().Len(); i++ {
			if !visit(m.Summary().DataPoints().At(i), nil) {
				return false
			}
		}
	}
	return true
}

func eachMetric(p *serve.Payload, visit func(pmetric.ResourceMetrics, pmetric.ScopeMetrics, pmetric.Metric) bool) {
	if p.Metrics == nil {
		return
	}
	for i := 0; i < p.Metrics.ResourceMetrics().Len(); i++ {
		rm := p.Metrics.ResourceMetrics().At(i)
		for j := 0; j < rm.ScopeMetrics().Len(); j++ {
			sm := rm.ScopeMetrics().At(j)
			for k := 0; k < sm.Metrics().Len(); k++ {
				if !visit(rm, sm, sm.Metrics().At(k)) {
					return
				}
			}
		}
	}
}

func eachSpan(p *serve.Payload, visit func(ptrace.ResourceSpans, ptrace.ScopeSpans, ptrace.Span) bool) {
	if p.Traces == nil {
		return
	}
	for i := 0; i < p.Traces.ResourceSpans().Len(); i++ {
		rs := p.Traces.ResourceSpans().At(i)
		for j := 0; j < rs.ScopeSpans().Len(); j++ {
			ss := rs.ScopeSpans().At(j)
			for k := 0; k < ss.Spans().Len(); k++ {
				if !visit(rs, ss, ss.Spans().At(k)) {
					return
				}
			}
		}
	}
}

// eachScope visits every resource, and within it every scope: scope is nil for the resource itself.
func eachScope(p *serve.Payload, visit func(r pcommon.Resource, rURL ottl.SchemaURLItem, scope *pcommon.InstrumentationScope, sURL ottl.SchemaURLItem) bool) {
	if p.Metrics != nil {
		for _, r := range p.Metrics.ResourceMetrics().All() {
			if !visit(r.Resource(), r, nil, nil) {
				return
			}
			for _, s := range r.ScopeMetrics().All() {
				scope := s.Scope()
				if !visit(r.Resource(), r, &scope, s) {
					return
				}
			}
		}
	}
	if p.Traces != nil {
		for _, r := range p.Traces.ResourceSpans().All() {
			if !visit(r.Resource(), r, nil, nil) {
				return
			}
			for _, s := range r.ScopeSpans().All() {
				scope := s.Scope()
				if !visit(r.Resource(), r, &scope, s) {
					return
				}
			}
		}
	}
	if p.Logs != nil {
		for _, r := range p.Logs.ResourceLogs().All() {
			if !visit(r.Resource(), r, nil, nil) {
				return
			}
			for _, s := range r.ScopeLogs().All() {
				scope := s.Scope()
				if !visit(r.Resource(), r, &scope, s) {
					return
				}
			}
		}
	}
}
