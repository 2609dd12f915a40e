package main

import (
	"context"
	"os"
	"strconv"
	"strings"

	"go.opentelemetry.io/collector/confmap"
	"go.opentelemetry.io/collector/confmap/provider/envprovider"
	"go.uber.org/zap"
	"go.uber.org/zap/zaptest/observer"
)

// answer resolves a text, or several as one, as the contrib distribution of the version does: the value of the whole, the text of `x` where a
// text is wanted, and the names of variables that a warning tells of.
func answer(r request) any {
	os.Clearenv()
	for name, value := range r.Env {
		if err := os.Setenv(name, value); err != nil {
			panic(err)
		}
	}
	files := r.Files
	if files == nil {
		files = []string{r.Text}
	}
	uris := make([]string, len(files))
	for i := range files {
		uris[i] = "text:" + strconv.Itoa(i)
	}
	core, logs := observer.New(zap.WarnLevel)
	resolver, err := confmap.NewResolver(confmap.ResolverSettings{
		URIs:               uris,
		DefaultScheme:      "env",
		ProviderFactories:  []confmap.ProviderFactory{confmap.NewProviderFactory(textProvider(files)), envprovider.NewFactory()},
		ProviderSettings:   confmap.ProviderSettings{Logger: zap.New(core)},
		ConverterFactories: converters(),
		ConverterSettings:  confmap.ConverterSettings{Logger: zap.New(core)},
	})
	if err != nil {
		return map[string]any{"error": err.Error()}
	}
	conf, err := resolver.Resolve(context.Background())
	if err != nil {
		return map[string]any{"error": err.Error()}
	}
	out := map[string]any{"value": encode(conf.ToStringMap())}
	var texts struct {
		X string   `mapstructure:"x"`
		L []string `mapstructure:"l"`
	}
	if err := conf.Unmarshal(&texts, confmap.WithIgnoreUnused()); err != nil {
		out["textError"] = true
	} else {
		out["text"] = texts.X
		out["texts"] = texts.L
	}
	unset := []string{}
	for _, entry := range logs.All() {
		if name, ok := entry.ContextMap()["name"].(string); ok {
			unset = append(unset, name)
		}
	}
	out["unset"] = unset
	return out
}

type provider struct{ files []string }

func textProvider(files []string) confmap.CreateProviderFunc {
	return func(confmap.ProviderSettings) confmap.Provider { return provider{files} }
}

func (p provider) Retrieve(_ context.Context, uri string, _ confmap.WatcherFunc) (*confmap.Retrieved, error) {
	index, err := strconv.Atoi(strings.TrimPrefix(uri, "text:"))
	if err != nil {
		return nil, err
	}
	return confmap.NewRetrievedFromYAML([]byte(p.files[index]))
}

func (provider) Scheme() string { return "text" }

func (provider) Shutdown(context.Context) error { return nil }
