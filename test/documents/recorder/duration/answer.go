package main

import (
	"strconv"
	"time"

	"github.com/prometheus/common/model"
)

// answer reads a text as both kinds of duration, in nanoseconds; what is refused is absent.
func answer(r request) any {
	out := map[string]any{}
	if d, err := time.ParseDuration(r.Text); err == nil {
		out["go"] = strconv.FormatInt(int64(d), 10)
	}
	if d, err := model.ParseDuration(r.Text); err == nil {
		out["prometheus"] = strconv.FormatInt(int64(d), 10)
	}
	return out
}
