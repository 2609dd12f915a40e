package main

import (
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl"
	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/ottlfuncs"
	xottlfuncs "github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl/xottl/ottlfuncs"
)

// functionsOf answers the functions of one context. Sets: "standard" (ottlfuncs alone), "transform"
// (what the transform processor registers, less the functions that live inside that processor),
// "filter" (what the filter processor registers), "all" (transform and filter together), "test" (all,
// with the functions that upstream's tests define).
func functionsOf[K any](filter func() []ottl.Factory[K], extra ...ottl.Factory[K]) func(string) map[string]ottl.Factory[K] {
	return func(set string) map[string]ottl.Factory[K] {
		if set == "filter" && filter != nil {
			return ottl.CreateFactoryMap(filter()...)
		}
		var m map[string]ottl.Factory[K]
		switch set {
		case "standard":
			m = ottlfuncs.StandardFuncs[K]()
		case "filter":
			m = xottlfuncs.WithExperimentalConverters(ottlfuncs.StandardConverters[K]())
		default:
			m = xottlfuncs.WithExperimentalConverters(ottlfuncs.StandardFuncs[K]())
		}
		for _, f := range extra {
			m[f.Name()] = f
		}
		if set == "test" {
			eval, slice := newEval[K](), newSlice[K]()
			m[eval.Name()], m[slice.Name()] = eval, slice
		}
		if (set == "all" || set == "test") && filter != nil {
			for _, f := range filter() {
				if _, ok := m[f.Name()]; !ok {
					m[f.Name()] = f
				}
			}
		}
		return m
	}
}
