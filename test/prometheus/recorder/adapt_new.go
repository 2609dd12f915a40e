//go:build !contrib118

package main

import (
	"context"
	"log/slog"

	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/resourcetotelemetry"
	prw "github.com/open-telemetry/opentelemetry-collector-contrib/pkg/translator/prometheusremotewrite"
	"github.com/prometheus/common/model"
	promconfig "github.com/prometheus/prometheus/config"
	"github.com/prometheus/prometheus/model/labels"
	"github.com/prometheus/prometheus/model/relabel"
	"github.com/prometheus/prometheus/model/textparse"
	"github.com/prometheus/prometheus/scrape"
	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/confmap"
	"go.opentelemetry.io/collector/consumer"
	"go.opentelemetry.io/collector/pdata/pmetric"
	"go.opentelemetry.io/collector/receiver"
	"go.opentelemetry.io/collector/receiver/receivertest"
)

func nopSettings(t component.Type) receiver.Settings { return receivertest.NewNopSettings(t) }

func newParser(b []byte, ct string) textparse.Parser {
	if ct == "" {
		ct = "text/plain"
	}
	p, _ := textparse.New(b, ct, nil, textparse.ParserOptions{})
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
	if v, ok := m["disableScopeInfo"].(bool); ok {
		s.DisableScopeInfo = v
	}
	if v, ok := m["translationStrategy"].(string); ok {
		s.TranslationStrategy = v
	}
	if v, ok := m["externalLabels"].(map[string]any); ok {
		s.ExternalLabels = map[string]string{}
		for k, x := range v {
			s.ExternalLabels[k] = x.(string)
		}
	}
	return s
}

func validate(rule *relabel.Config) error { return rule.Validate(model.UTF8Validation) }

func load(text string) (*promconfig.Config, error) {
	return promconfig.Load(text, slog.New(slog.DiscardHandler))
}

func populate(found model.LabelSet, cfg *promconfig.ScrapeConfig) map[string]any {
	lb := labels.NewBuilder(labels.EmptyLabels())
	scrape.PopulateDiscoveredLabels(lb, cfg, found, nil)
	discovered := lb.Labels()
	kept, err := scrape.PopulateLabels(lb, cfg, found, nil)
	if err != nil {
		return map[string]any{"error": err.Error()}
	}
	if kept.IsEmpty() {
		return map[string]any{"dropped": true}
	}
	return describe(scrape.NewTarget(kept, cfg, found, nil), discovered)
}

type receiving struct {
	component.StartFunc
	component.ShutdownFunc
	got *pmetric.Metrics
}

func (receiving) Capabilities() consumer.Capabilities { return consumer.Capabilities{} }

func (r receiving) ConsumeMetrics(_ context.Context, md pmetric.Metrics) error {
	*r.got = md
	return nil
}

// choose copies the resource attributes that the settings choose to the data points.
func choose(settings map[string]any, md pmetric.Metrics) pmetric.Metrics {
	var set resourcetotelemetry.Settings
	if err := confmap.NewFromStringMap(settings).Unmarshal(&set); err != nil {
		panic(err)
	}
	var got pmetric.Metrics
	if err := resourcetotelemetry.WrapMetricsExporter(set, receiving{got: &got}).ConsumeMetrics(context.Background(), md); err != nil {
		panic(err)
	}
	return got
}
