package serve

import (
	"fmt"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/component/componenttest"
	"go.uber.org/zap"
	"go.uber.org/zap/zaptest/observer"
)

// Telemetry answers settings whose log from WARN up is kept.
func Telemetry() (component.TelemetrySettings, *observer.ObservedLogs) {
	core, observed := observer.New(zap.WarnLevel)
	set := componenttest.NewNopTelemetrySettings()
	set.Logger = zap.New(core)
	return set, observed
}

// AttachLogs adds the kept messages to the reply.
func AttachLogs(reply Object, observed *observer.ObservedLogs) {
	var logs []any
	for _, e := range observed.All() {
		fields := Object{}
		for k, v := range e.ContextMap() {
			fields[k] = fmt.Sprint(v)
		}
		logs = append(logs, Object{"level": e.Level.String(), "message": e.Message, "fields": fields})
	}
	if logs != nil {
		reply["logs"] = logs
	}
}
