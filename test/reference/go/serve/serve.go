// Package serve answers JSON lines: what the programs of the reference have in common, whatever release of the
// Collector they are built against.
package serve

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"unicode/utf8"
)

// Object is a JSON object.
type Object = map[string]any

// Handler fills in the reply to one request line; its error becomes the reply's.
type Handler func(line []byte, reply Object) error

// Lines answers each line of standard input with one line on standard output, in order, until the input ends.
func Lines(handle Handler) {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	os.Stdout = os.Stderr // what the reference prints itself must not mix with the replies
	defer out.Flush()
	for {
		line, err := in.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			out.Write(encodeReply(answer(handle, line)))
			if in.Buffered() == 0 {
				out.Flush()
			}
		}
		if err != nil {
			if !errors.Is(err, io.EOF) {
				fmt.Fprintln(os.Stderr, err)
			}
			return
		}
	}
}

// answer turns a panic of the reference into a reply.
func answer(handle Handler, line []byte) (reply Object) {
	reply = Object{"ok": true}
	defer func() {
		if p := recover(); p != nil {
			reply["ok"] = false
			reply["panic"] = fmt.Sprint(p)
			if os.Getenv("OTTLKIT_REFERENCE_STACK") != "" {
				reply["stack"] = string(debug.Stack())
			}
		}
	}()
	if err := handle(line, reply); err != nil {
		reply["ok"] = false
		reply["error"] = err.Error()
	}
	return reply
}

// encodeReply makes a line of a reply. A payload may hold strings that are not UTF-8: each such byte is written as
// U+FFFD, and the reply says so.
func encodeReply(reply Object) []byte {
	raw, err := marshal(reply)
	if err != nil {
		raw, _ = marshal(Object{"id": reply["id"], "ok": false, "error": "reply: " + err.Error()})
	}
	if utf8.Valid(raw) {
		return raw
	}
	text := string([]rune(string(raw)))
	return []byte(text[:len(text)-len("}\n")] + `,"notUTF8":true}` + "\n")
}

func marshal(reply Object) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(reply)
	return b.Bytes(), err
}
