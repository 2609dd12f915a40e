// Command recorder answers, one JSON line for each, what the Collector makes of YAML texts:
// {"op":"yaml","text":…} decodes a text with the YAML library, {"op":"expand","text":…,"env":{…}} resolves it as a configuration,
// with "files":[…] in place of "text" several texts as one.
package main

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"sort"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

type request struct {
	Op    string            `json:"op"`
	Text  string            `json:"text"`
	Files []string          `json:"files"`
	Env   map[string]string `json:"env"`
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<28)
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	for lines.Scan() {
		var r request
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			panic(err)
		}
		if err := out.Encode(answer(r)); err != nil {
			panic(err)
		}
	}
}

// encode writes a value with its Go type: ["int", "1"], ["map", [[key, value], …]].
func encode(value any) any {
	switch v := value.(type) {
	case nil:
		return []any{"null"}
	case string:
		if !utf8.ValidString(v) {
			return []any{"bytes", base64.StdEncoding.EncodeToString([]byte(v))}
		}
		return []any{"string", v}
	case bool:
		return []any{"bool", v}
	case int:
		return []any{"int", strconv.Itoa(v)}
	case int64:
		return []any{"int", strconv.FormatInt(v, 10)}
	case uint64:
		return []any{"int", strconv.FormatUint(v, 10)}
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return []any{"float", fmt.Sprint(v)}
		}
		if v == 0 && math.Signbit(v) {
			return []any{"float", "-0"}
		}
		return []any{"float", v}
	case time.Time:
		return []any{"time", v.UTC().Format("2006-01-02T15:04:05.999999999Z")}
	case []any:
		items := make([]any, len(v))
		for i, item := range v {
			items[i] = encode(item)
		}
		return []any{"list", items}
	case map[string]any:
		entries := make([]any, 0, len(v))
		for key, item := range v {
			entries = append(entries, []any{encode(key), encode(item)})
		}
		return []any{"map", sorted(entries)}
	case map[any]any:
		entries := make([]any, 0, len(v))
		for key, item := range v {
			entries = append(entries, []any{encode(key), encode(item)})
		}
		return []any{"map", sorted(entries)}
	default:
		panic(fmt.Sprintf("no encoding of %T", value))
	}
}

func sorted(entries []any) []any {
	text := func(entry any) string {
		bytes, err := json.Marshal(entry.([]any)[0])
		if err != nil {
			panic(err)
		}
		return string(bytes)
	}
	sort.Slice(entries, func(i, j int) bool { return strings.Compare(text(entries[i]), text(entries[j])) < 0 })
	return entries
}
