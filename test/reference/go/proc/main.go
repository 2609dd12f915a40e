// The filter, transform, resource and attributes processors of contrib v0.161.0 over JSON lines.
package main

import (
	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/confmap"
	"go.opentelemetry.io/collector/processor"
	"go.opentelemetry.io/collector/processor/processortest"

	"github.com/open-telemetry/opentelemetry-collector-contrib/processor/attributesprocessor"
	"github.com/open-telemetry/opentelemetry-collector-contrib/processor/filterprocessor"
	"github.com/open-telemetry/opentelemetry-collector-contrib/processor/resourceprocessor"
	"github.com/open-telemetry/opentelemetry-collector-contrib/processor/transformprocessor"

	"ottlkit-reference/serve"
)

var release = serve.Release{
	Processors: map[string]processor.Factory{
		"attributes": attributesprocessor.NewFactory(),
		"filter":     filterprocessor.NewFactory(),
		"resource":   resourceprocessor.NewFactory(),
		"transform":  transformprocessor.NewFactory(),
	},
	Validate: func(cfg any) error { return confmap.Validate(cfg) },
	Settings: func(t component.Type) processor.Settings { return processortest.NewNopSettings(t) },
}

func main() { serve.Lines(release.Answer) }
