package serve

import (
	"context"
	"encoding/json"
	"fmt"
	"net"

	"go.opentelemetry.io/collector/client"
	"google.golang.org/grpc/metadata"
)

// ClientContext makes what processors and otelcol paths know of the sender:
// {"metadata": {...}, "addr": "ip", "grpc": {...}, "auth": {...}}.
func ClientContext(raw json.RawMessage) (context.Context, error) {
	ctx := context.Background()
	if len(raw) == 0 || string(raw) == "null" {
		return ctx, nil
	}
	var c struct {
		Metadata map[string][]string `json:"metadata"`
		Addr     string              `json:"addr"`
		GRPC     map[string][]string `json:"grpc"`
		Auth     authData            `json:"auth"`
	}
	if err := json.Unmarshal(raw, &c); err != nil {
		return nil, fmt.Errorf("bad client: %w", err)
	}
	info := client.Info{Metadata: client.NewMetadata(c.Metadata)}
	if c.Addr != "" {
		info.Addr = &net.IPAddr{IP: net.ParseIP(c.Addr)}
	}
	if c.Auth != nil {
		info.Auth = c.Auth
	}
	ctx = client.NewContext(ctx, info)
	if c.GRPC != nil {
		ctx = metadata.NewIncomingContext(ctx, metadata.MD(c.GRPC))
	}
	return ctx, nil
}

// authData has strings, lists of strings (a JSON array of nothing else), and what else JSON holds.
type authData map[string]any

func (a authData) GetAttribute(name string) any {
	items, ok := a[name].([]any)
	if !ok {
		return a[name]
	}
	list := make([]string, 0, len(items))
	for _, item := range items {
		s, ok := item.(string)
		if !ok {
			return a[name]
		}
		list = append(list, s)
	}
	return list
}

func (a authData) GetAttributeNames() []string {
	names := make([]string, 0, len(a))
	for name := range a {
		names = append(names, name)
	}
	return names
}
