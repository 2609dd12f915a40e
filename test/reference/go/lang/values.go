package main

import (
	"encoding/hex"
	"math"
	"reflect"
	"sort"
	"strconv"
	"time"
	"unicode/utf8"

	"go.opentelemetry.io/collector/pdata/pcommon"

	"ottlkit-reference/serve"
)

func one(kind string, value any) serve.Object { return serve.Object{kind: value} }

func encodeDouble(f float64) string {
	switch {
	case math.IsNaN(f):
		return "NaN"
	case math.IsInf(f, 1):
		return "+Inf"
	case math.IsInf(f, -1):
		return "-Inf"
	}
	return strconv.FormatFloat(f, 'g', -1, 64)
}

// encodeString keeps a string that is not UTF-8 as hexadecimal.
func encodeString(s string) serve.Object {
	if !utf8.ValidString(s) {
		return one("stringHex", hex.EncodeToString([]byte(s)))
	}
	return one("string", s)
}

func encodePairs(m pcommon.Map) []any {
	pairs := make([]any, 0, m.Len())
	for k, v := range m.All() {
		pairs = append(pairs, []any{k, encodePdata(v)})
	}
	return pairs
}

func encodeSlice(s pcommon.Slice) []any {
	list := make([]any, 0, s.Len())
	for i := range s.Len() {
		list = append(list, encodePdata(s.At(i)))
	}
	return list
}

func encodePdata(v pcommon.Value) serve.Object {
	switch v.Type() {
	case pcommon.ValueTypeStr:
		return encodeString(v.Str())
	case pcommon.ValueTypeBool:
		return one("bool", v.Bool())
	case pcommon.ValueTypeInt:
		return one("int", strconv.FormatInt(v.Int(), 10))
	case pcommon.ValueTypeDouble:
		return one("double", encodeDouble(v.Double()))
	case pcommon.ValueTypeMap:
		return one("map", encodePairs(v.Map()))
	case pcommon.ValueTypeSlice:
		return one("list", encodeSlice(v.Slice()))
	case pcommon.ValueTypeBytes:
		return one("bytes", hex.EncodeToString(v.Bytes().AsRaw()))
	}
	return one("nil", true)
}

// encode makes a typed JSON serve.Object of any value that an OTTL getter may answer.
func encode(value any) serve.Object {
	switch v := value.(type) {
	case nil:
		return one("nil", true)
	case string:
		return encodeString(v)
	case bool:
		return one("bool", v)
	case float64:
		return one("double", encodeDouble(v))
	case []byte:
		return one("bytes", hex.EncodeToString(v))
	case time.Time:
		return one("time", v.Format(time.RFC3339Nano))
	case time.Duration:
		return one("duration", strconv.FormatInt(int64(v), 10))
	case pcommon.TraceID:
		return one("traceID", hex.EncodeToString(v[:]))
	case pcommon.SpanID:
		return one("spanID", hex.EncodeToString(v[:]))
	case pcommon.Map:
		return one("map", encodePairs(v))
	case pcommon.Slice:
		return one("list", encodeSlice(v))
	case pcommon.Value:
		return encodePdata(v)
	case pcommon.ByteSlice:
		return one("bytes", hex.EncodeToString(v.AsRaw()))
	case pcommon.UInt64Slice:
		return encode(v.AsRaw())
	case pcommon.Int64Slice:
		return encode(v.AsRaw())
	case pcommon.Float64Slice:
		return encode(v.AsRaw())
	case pcommon.StringSlice:
		return encode(v.AsRaw())
	}
	// A type that is none of OTTL's own keeps its Go name beside the value.
	r := reflect.ValueOf(value)
	switch r.Kind() {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return withGo(one("int", strconv.FormatInt(r.Int(), 10)), r, "int64")
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return withGo(one("int", strconv.FormatUint(r.Uint(), 10)), r, "int64")
	case reflect.Float32:
		return withGo(one("double", encodeDouble(r.Float())), r, "float64")
	case reflect.String:
		return withGo(encodeString(r.String()), r, "string")
	case reflect.Bool:
		return withGo(one("bool", r.Bool()), r, "bool")
	case reflect.Slice, reflect.Array:
		list := make([]any, 0, r.Len())
		for i := range r.Len() {
			list = append(list, encode(r.Index(i).Interface()))
		}
		return withGo(one("list", list), r, "[]interface {}")
	case reflect.Map:
		if r.Type().Key().Kind() == reflect.String {
			keys := r.MapKeys()
			sort.Slice(keys, func(i, j int) bool { return keys[i].String() < keys[j].String() })
			pairs := make([]any, 0, len(keys))
			for _, k := range keys {
				pairs = append(pairs, []any{k.String(), encode(r.MapIndex(k).Interface())})
			}
			return withGo(one("map", pairs), r, "map[string]interface {}")
		}
	}
	// A pdata list, such as pmetric.NumberDataPointSlice: its length. Anything else: its type alone.
	out := serve.Object{"go": r.Type().String()}
	if l, ok := value.(interface{ Len() int }); ok {
		out["len"] = l.Len()
	}
	return out
}

func withGo(o serve.Object, r reflect.Value, plain string) serve.Object {
	if name := r.Type().String(); name != plain {
		o["go"] = name
	}
	return o
}
