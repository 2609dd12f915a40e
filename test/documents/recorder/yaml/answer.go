package main

import "go.yaml.in/yaml/v3"

func answer(r request) any {
	var value any
	if err := yaml.Unmarshal([]byte(r.Text), &value); err != nil {
		return map[string]any{"error": err.Error()}
	}
	return map[string]any{"value": encode(value)}
}
