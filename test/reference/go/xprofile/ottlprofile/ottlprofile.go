// Package ottlprofile stands in for the upstream package of the same path, which the module proxy
// does not serve. It has the API that the filter and transform processors compile against, and
// refuses every path: profiles are left out of the reference programs.
package ottlprofile

import (
	"errors"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/pprofile"

	"github.com/open-telemetry/opentelemetry-collector-contrib/pkg/ottl"
)

const ContextName = "profile"

var errLeftOut = errors.New("profiles are left out of the reference programs")

type TransformContext struct{}

type TransformContextOption func(*TransformContext)

func WithCache(*pcommon.Map) TransformContextOption { return func(*TransformContext) {} }

func NewTransformContext(pprofile.ResourceProfiles, pprofile.ScopeProfiles, pprofile.Profile, pprofile.ProfilesDictionary, ...TransformContextOption) *TransformContext {
	return &TransformContext{}
}

func (*TransformContext) Close() {}

func EnablePathContextNames() ottl.Option[*TransformContext] {
	return ottl.WithPathContextNames[*TransformContext]([]string{ContextName, "instrumentation_scope", "scope", "resource", "otelcol"})
}

func NewParser(functions map[string]ottl.Factory[*TransformContext], set component.TelemetrySettings, options ...ottl.Option[*TransformContext]) (ottl.Parser[*TransformContext], error) {
	return ottl.NewParser(functions, func(ottl.Path[*TransformContext]) (ottl.GetSetter[*TransformContext], error) {
		return nil, errLeftOut
	}, set, options...)
}

type StatementSequenceOption func(*ottl.StatementSequence[*TransformContext])

func WithStatementSequenceErrorMode(errorMode ottl.ErrorMode) StatementSequenceOption {
	return func(s *ottl.StatementSequence[*TransformContext]) {
		ottl.WithStatementSequenceErrorMode[*TransformContext](errorMode)(s)
	}
}

func NewStatementSequence(statements []*ottl.Statement[*TransformContext], set component.TelemetrySettings, options ...StatementSequenceOption) ottl.StatementSequence[*TransformContext] {
	s := ottl.NewStatementSequence(statements, set)
	for _, op := range options {
		op(&s)
	}
	return s
}

type ConditionSequenceOption func(*ottl.ConditionSequence[*TransformContext])

func WithConditionSequenceErrorMode(errorMode ottl.ErrorMode) ConditionSequenceOption {
	return func(c *ottl.ConditionSequence[*TransformContext]) {
		ottl.WithConditionSequenceErrorMode[*TransformContext](errorMode)(c)
	}
}

func NewConditionSequence(conditions []*ottl.Condition[*TransformContext], set component.TelemetrySettings, options ...ConditionSequenceOption) ottl.ConditionSequence[*TransformContext] {
	c := ottl.NewConditionSequence(conditions, set)
	for _, op := range options {
		op(&c)
	}
	return c
}
