//go:build contrib118

package main

import (
	"github.com/go-kit/log"
	prw "github.com/open-telemetry/opentelemetry-collector-contrib/pkg/translator/prometheusremotewrite"
	"github.com/prometheus/common/model"
	promconfig "github.com/prometheus/prometheus/config"
	"github.com/prometheus/prometheus/model/labels"
	"github.com/prometheus/prometheus/model/relabel"
	"github.com/prometheus/prometheus/model/textparse"
	"github.com/prometheus/prometheus/scrape"
	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/pdata/pmetric"
	"go.opentelemetry.io/collector/receiver"
	"go.opentelemetry.io/collector/receiver/receivertest"
)

func nopSettings(component.Type) receiver.Settings { return receivertest.NewNopSettings() }

func newParser(b []byte, ct string) textparse.Parser {
	if ct == "" {
		ct = "text/plain"
	}
	p, _ := textparse.New(b, ct, false, labels.NewSymbolTable())
	return p
}

func settings(m map[string]any) prw.Settings {
	s := prw.Settings{AddMetricSuffixes: true}
	if v, ok := m["namespace"].(string); ok {
		s.Namespace = v
	}
	if v, ok := m["addMetricSuffixes"].(bool); ok {
		s.AddMetricSuffixes = v
	}
	if v, ok := m["disableTargetInfo"].(bool); ok {
		s.DisableTargetInfo = v
	}
	if v, ok := m["externalLabels"].(map[string]any); ok {
		s.ExternalLabels = map[string]string{}
		for k, x := range v {
			s.ExternalLabels[k] = x.(string)
		}
	}
	return s
}

// validate does nothing: reading a rule already does.
func validate(*relabel.Config) error { return nil }

func load(text string) (*promconfig.Config, error) {
	return promconfig.Load(text, false, log.NewNopLogger())
}

func populate(found model.LabelSet, cfg *promconfig.ScrapeConfig) map[string]any {
	lb := labels.NewBuilder(labels.EmptyLabels())
	for k, v := range found {
		lb.Set(string(k), string(v))
	}
	kept, discovered, err := scrape.PopulateLabels(lb, cfg, false)
	if err != nil {
		return map[string]any{"error": err.Error()}
	}
	if kept.IsEmpty() {
		return map[string]any{"dropped": true}
	}
	return describe(scrape.NewTarget(kept, discovered, cfg.Params), discovered)
}

func choose(map[string]any, pmetric.Metrics) pmetric.Metrics {
	panic("this release has no choice of resource attributes")
}
