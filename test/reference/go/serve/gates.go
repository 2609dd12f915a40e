package serve

import "go.opentelemetry.io/collector/featuregate"

var gateDefaults = map[string]bool{}

// ApplyGates sets the asked feature gates, and every other gate back to its default.
func ApplyGates(asked map[string]bool) error {
	registry := featuregate.GlobalRegistry()
	if len(gateDefaults) == 0 {
		registry.VisitAll(func(g *featuregate.Gate) { gateDefaults[g.ID()] = g.IsEnabled() })
	}
	wanted := map[string]bool{}
	registry.VisitAll(func(g *featuregate.Gate) {
		if g.IsEnabled() != gateDefaults[g.ID()] {
			wanted[g.ID()] = gateDefaults[g.ID()]
		}
	})
	for id, on := range asked {
		wanted[id] = on
	}
	for id, on := range wanted {
		if err := registry.Set(id, on); err != nil {
			return err
		}
	}
	return nil
}
