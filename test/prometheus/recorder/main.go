// The recorder runs the Prometheus receiver, its parsers and the remote-write translator of one Collector release over
// JSON lines; README.md gives the protocol. adapt_*.go holds what differs between releases.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"net"
	"net/http"
	"os"
	"sort"
	"strconv"
	"strings"
	"sync"
	"time"

	prw "github.com/open-telemetry/opentelemetry-collector-contrib/pkg/translator/prometheusremotewrite"
	"github.com/open-telemetry/opentelemetry-collector-contrib/receiver/prometheusreceiver"
	"github.com/prometheus/common/model"
	"github.com/prometheus/prometheus/model/labels"
	"github.com/prometheus/prometheus/model/relabel"
	"github.com/prometheus/prometheus/model/textparse"
	"github.com/prometheus/prometheus/scrape"
	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/component/componenttest"
	"go.opentelemetry.io/collector/confmap"
	"go.opentelemetry.io/collector/consumer"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/pmetric"
	"gopkg.in/yaml.v2"
)

type request struct {
	ID          string              `json:"id"`
	Op          string              `json:"op"`
	Texts       []string            `json:"texts"`
	ContentType string              `json:"contentType"`
	Labels      map[string]string   `json:"labels"`
	Scrape      map[string]any      `json:"scrape"`
	Global      map[string]any      `json:"global"`
	Receiver    map[string]any      `json:"receiver"`
	Payload     json.RawMessage     `json:"payload"`
	Choice      map[string]any      `json:"choice"`
	Settings    map[string]any      `json:"settings"`
	Convert     bool                `json:"convert"`
	Rules       json.RawMessage     `json:"rules"`
	Config      json.RawMessage     `json:"config"`
	Targets     []map[string]string `json:"targets"`
	Given       map[string]string   `json:"given"`
}

type series struct {
	Series string `json:"series"`
	Time   int64  `json:"time"`
}

func fmtValue(v float64) string {
	if math.Float64bits(v) == 0x7ff0000000000002 {
		return "stale"
	}
	return strconv.FormatFloat(v, 'g', -1, 64)
}

func joinMaps(from, to pcommon.Map) {
	from.Range(func(k string, v pcommon.Value) bool { v.CopyTo(to.PutEmpty(k)); return true })
}

func convert(md pmetric.Metrics) {
	for i := 0; i < md.ResourceMetrics().Len(); i++ {
		rm := md.ResourceMetrics().At(i)
		a := rm.Resource().Attributes()
		for j := 0; j < rm.ScopeMetrics().Len(); j++ {
			ms := rm.ScopeMetrics().At(j).Metrics()
			for k := 0; k < ms.Len(); k++ {
				m := ms.At(k)
				switch m.Type() {
				case pmetric.MetricTypeGauge:
					for x := 0; x < m.Gauge().DataPoints().Len(); x++ {
						joinMaps(a, m.Gauge().DataPoints().At(x).Attributes())
					}
				case pmetric.MetricTypeSum:
					for x := 0; x < m.Sum().DataPoints().Len(); x++ {
						joinMaps(a, m.Sum().DataPoints().At(x).Attributes())
					}
				case pmetric.MetricTypeHistogram:
					for x := 0; x < m.Histogram().DataPoints().Len(); x++ {
						joinMaps(a, m.Histogram().DataPoints().At(x).Attributes())
					}
				case pmetric.MetricTypeSummary:
					for x := 0; x < m.Summary().DataPoints().Len(); x++ {
						joinMaps(a, m.Summary().DataPoints().At(x).Attributes())
					}
				case pmetric.MetricTypeExponentialHistogram:
					for x := 0; x < m.ExponentialHistogram().DataPoints().Len(); x++ {
						joinMaps(a, m.ExponentialHistogram().DataPoints().At(x).Attributes())
					}
				}
			}
		}
	}
}

func write(r request) map[string]any {
	out := map[string]any{"id": r.ID}
	md, err := (&pmetric.JSONUnmarshaler{}).UnmarshalMetrics(r.Payload)
	if err != nil {
		out["error"] = "payload: " + err.Error()
		return out
	}
	s := settings(r.Settings)
	if r.Convert {
		convert(md)
	}
	if r.Choice != nil {
		md = choose(r.Choice, md)
	}
	tss, err := prw.FromMetrics(md, s)
	if err != nil {
		out["errors"] = strings.Split(err.Error(), "; ")
	}
	list := []series{}
	for _, ts := range tss {
		name := ""
		ls := []string{}
		for _, l := range ts.Labels {
			if l.Name == "__name__" {
				name = l.Value
			} else {
				ls = append(ls, l.Name+"="+strconv.Quote(l.Value))
			}
		}
		sort.Strings(ls)
		for _, smp := range ts.Samples {
			list = append(list, series{name + "{" + strings.Join(ls, ",") + "} " + fmtValue(smp.Value), smp.Timestamp})
		}
		for _, h := range ts.Histograms {
			list = append(list, series{name + "{" + strings.Join(ls, ",") + "} native", h.Timestamp})
		}
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].Series < list[j].Series })
	out["series"] = list
	return out
}

func parse(text, contentType string) (count int, errText string) {
	p := newParser([]byte(text), contentType)
	if p == nil {
		return 0, "no parser"
	}
	for {
		et, err := p.Next()
		if errors.Is(err, io.EOF) {
			return count, ""
		}
		if err != nil {
			return count, err.Error()
		}
		if et == textparse.EntrySeries {
			count++
		}
	}
}

// relabelled runs rules, read as the configuration is, over labels.
func relabelled(r request) map[string]any {
	out := map[string]any{"id": r.ID}
	var rules []*relabel.Config
	err := yaml.UnmarshalStrict(r.Rules, &rules)
	for _, rule := range rules {
		if err == nil {
			err = validate(rule)
		}
	}
	if err != nil {
		out["error"] = err.Error()
		return out
	}
	lb := labels.NewBuilder(labels.FromMap(r.Given))
	if relabel.ProcessBuilder(lb, rules...) {
		out["labels"] = lb.Labels().Map()
	}
	return out
}

// targets makes targets of what a discovery found, by a scrape configuration.
func targets(r request) map[string]any {
	out := map[string]any{"id": r.ID}
	cfg, err := load("scrape_configs: [" + string(r.Config) + "]")
	if err != nil {
		out["error"] = err.Error()
		return out
	}
	list := []any{}
	for _, found := range r.Targets {
		set := model.LabelSet{}
		for k, v := range found {
			set[model.LabelName(k)] = model.LabelValue(v)
		}
		list = append(list, populate(set, cfg.ScrapeConfigs[0]))
	}
	out["targets"] = list
	return out
}

func describe(t *scrape.Target, discovered labels.Labels) map[string]any {
	open := map[string]string{}
	t.LabelsRange(func(l labels.Label) { open[l.Name] = l.Value })
	return map[string]any{"url": t.URL().String(), "labels": open, "discovered": discovered.Map()}
}

func main() {
	var reqs []request
	sc := bufio.NewScanner(os.Stdin)
	sc.Buffer(make([]byte, 1<<20), 1<<28)
	enc := json.NewEncoder(os.Stdout)
	enc.SetEscapeHTML(false)
	for sc.Scan() {
		var r request
		if err := json.Unmarshal(sc.Bytes(), &r); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		switch r.Op {
		case "write":
			enc.Encode(write(r))
		case "relabel":
			enc.Encode(relabelled(r))
		case "targets":
			enc.Encode(targets(r))
		case "parse":
			n, e := parse(r.Texts[0], r.ContentType)
			enc.Encode(map[string]any{"id": r.ID, "samples": n, "error": e})
		default:
			reqs = append(reqs, r)
		}
	}
	if len(reqs) == 0 {
		return
	}
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	addr := ln.Addr().String()
	hits := make([]int, len(reqs))
	payloads := make([][]json.RawMessage, len(reqs))
	var mu sync.Mutex
	mux := http.NewServeMux()
	jobs := []any{}
	byJob := map[string]int{}
	for i, r := range reqs {
		job := "case-" + r.ID
		byJob[job] = i
		path := "/" + strconv.Itoa(i)
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			mu.Lock()
			n := min(hits[i], len(r.Texts)-1)
			hits[i]++
			mu.Unlock()
			ct := r.ContentType
			if ct == "" {
				ct = "text/plain"
			}
			w.Header()["Content-Type"] = []string{ct}
			if ct == "none" {
				w.Header()["Content-Type"] = nil
			}
			io.WriteString(w, r.Texts[n])
		})
		target := map[string]any{"targets": []any{addr}}
		labels := map[string]any{"instance": "10.42.0.20:4191"}
		for k, v := range r.Labels {
			labels[k] = v
		}
		target["labels"] = labels
		settings := map[string]any{"job_name": job, "scrape_interval": "1s", "scrape_timeout": "1s", "metrics_path": path, "static_configs": []any{target}}
		for k, v := range r.Scrape {
			settings[k] = v
		}
		jobs = append(jobs, settings)
	}
	go http.Serve(ln, mux)
	factory := prometheusreceiver.NewFactory()
	cfg := factory.CreateDefaultConfig()
	config := map[string]any{"scrape_configs": jobs}
	if reqs[0].Global != nil {
		config["global"] = reqs[0].Global
	}
	receiver := map[string]any{"config": config}
	for k, v := range reqs[0].Receiver {
		receiver[k] = v
	}
	conf := confmap.NewFromStringMap(receiver)
	if err := conf.Unmarshal(cfg); err != nil {
		panic(err)
	}
	done := make(chan struct{})
	closed := false
	sink, err := consumer.NewMetrics(func(_ context.Context, md pmetric.Metrics) error {
		b, err := (&pmetric.JSONMarshaler{}).MarshalMetrics(md)
		if err != nil {
			return err
		}
		mu.Lock()
		defer mu.Unlock()
		for i := 0; i < md.ResourceMetrics().Len(); i++ {
			if v, ok := md.ResourceMetrics().At(i).Resource().Attributes().Get("service.name"); ok {
				if n, ok := byJob[v.Str()]; ok {
					if len(payloads[n]) < len(reqs[n].Texts) {
						payloads[n] = append(payloads[n], b)
					}
					break
				}
			}
		}
		for n := range reqs {
			if len(payloads[n]) < len(reqs[n].Texts) {
				return nil
			}
		}
		if !closed {
			closed = true
			close(done)
		}
		return nil
	})
	if err != nil {
		panic(err)
	}
	set := nopSettings(factory.Type())
	set.BuildInfo = component.BuildInfo{Command: "otelcol", Version: "recorded"}
	rcv, err := factory.CreateMetrics(context.Background(), set, cfg, sink)
	if err != nil {
		panic(err)
	}
	if err := rcv.Start(context.Background(), componenttest.NewNopHost()); err != nil {
		panic(err)
	}
	select {
	case <-done:
	case <-time.After(40 * time.Second):
	}
	mu.Lock()
	for i, r := range reqs {
		n, e := parse(r.Texts[0], r.ContentType)
		enc.Encode(map[string]any{"id": r.ID, "payloads": payloads[i], "samples": n, "error": e})
	}
	os.Exit(0)
}
