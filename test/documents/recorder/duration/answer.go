package main

import (
	"strconv"

	"github.com/prometheus/common/model"
)

// answer reads a text as a duration of Prometheus, in nanoseconds; what is refused is absent.
func answer(r request) any {
	d, err := model.ParseDuration(r.Text)
	if err != nil {
		return map[string]any{}
	}
	return map[string]any{"prometheus": strconv.FormatInt(int64(d), 10)}
}
