// Answers where patterns match, as Go's regexp package says: JSON lines {"pattern", "subjects"} in, in base64, and
// {"groups", "matches"} out, the names of the groups and for each subject the byte offsets or null.
package main

import (
	"bufio"
	"encoding/json"
	"os"
	"regexp"
)

type question struct {
	Pattern  []byte   `json:"pattern"`
	Subjects [][]byte `json:"subjects"`
}

type answer struct {
	Groups  []string `json:"groups"`
	Matches [][]int  `json:"matches"`
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<30)
	out := json.NewEncoder(os.Stdout)
	for lines.Scan() {
		var asked question
		if err := json.Unmarshal(lines.Bytes(), &asked); err != nil {
			panic(err)
		}
		pattern := regexp.MustCompile(string(asked.Pattern))
		said := answer{Groups: pattern.SubexpNames()}
		for _, subject := range asked.Subjects {
			said.Matches = append(said.Matches, pattern.FindSubmatchIndex(subject))
		}
		if err := out.Encode(said); err != nil {
			panic(err)
		}
	}
}
