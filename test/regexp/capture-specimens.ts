import type { Text } from "./pairs.ts";

const words = (text: string): string[] => text.split(" ");

/** Patterns of each group are tried on all of its subjects. */
export const captureQuestions: readonly {
  readonly name: string;
  readonly patterns: readonly string[];
  readonly subjects: readonly Text[];
}[] = [
  {
    name: "alternatives in order, greedy and lazy",
    patterns: [
      ...words(
        "a|ab ab|a (a|ab)(c|bcd)(d*) (a*)(ab)*(b*) a*? a+? (a+?)(a*) (a*?)b (a??)(a?) a{1,2}? (a{2,}?)(a*)",
      ),
      ...words(
        "(?U)a* (?U)a*? (?U:(a+))(a*) (?U)(a{1,2})(a*) (.*)b (.*?)b x*|a a|x* (|a)(|b) (a|)(b|) (|a)+ (|a)* (|a)*?",
      ),
      ...words(
        "(a|b|ab)*c ((a)|(b)|(ab))*c (ab|a)(bc|c)? ^(?:a|ab)$ ^(a|ab)(?:$) (a*)+ (a*)* (a+)* (a?)* (a?)+ (a*)*? (a*?)*",
      ),
      ...words("() ()() (?:) ()* ()+ ()? (()) (()|a)+ (a|()|b)+ a()b (a()b)*"),
    ],
    subjects: words("a b ab abc abcd aab aaab aabb abab ababc xaby aaaa bbb cab").concat("", "\n", "a\nb"),
  },
  {
    name: "groups in loops keep what they found last",
    patterns: [
      ...words(
        "(?:(a)|b)* (?:(a)|(b))* ((a)|(b))* ((a)|b)+? (?:(a)|(b)|(c))+$ (a(b)?)+ (a(b)*)* ((a)(b)?)* (?:(a)?b)* (?:(a)?(b)?)*",
      ),
      ...words(
        "((a)*|b)* ((a*)|b)* ((a+)|(b+))* (a(b(c)?)?)* (?:(a){2})* ((a){2,3})* ((a){0,2}b)* (a|(b)){3} (?:(x)|(a))+ (a){0}b ((a){0}|b)*",
      ),
      ...words(
        "(?P<first>a)(?P<second>b)? (?P<n>a)|(?P<n>b) (?<n>a)(?P<m>b) ((?P<i>a)*) (((((a))))) (((a*)*)*)*",
      ),
    ],
    subjects: words("a b c ab ba abc aab abb aaa abab abcab bca bbaa aabbcc").concat(""),
  },
  {
    name: "anchors and edges",
    patterns: [
      ..."^ $ ^$ ^a a$ (^a)|(b$) (^|x)a (a|$) (^)*a (?m)^ (?m)$ (?m)(^a?)$ (?m)^(.*)$ (?m)$(\\n)^ \\b \\B \\b(\\w+)\\b (\\b|a)+ (\\Ba)+ \\A(a*)\\z (?:^a|b)* ^*a ^+a (?s)^(.*)$ ^(.*)$ ^(?:(.*))$ ^(?s:(.*))$".split(
        " ",
      ),
    ],
    subjects: ["", "a", "b", "ab", "ba", "a\n", "\na", "a\nb", "a\n\nb", "xa", "a b", " a ", "aa bb"],
  },
  {
    name: "characters beyond ASCII and bytes that are no text",
    patterns: [
      ..."(.)(.) (.) .$ (é+)(.) ([^a]) (😀)* (\\p{L}+) (?i)(k+) (?i)(ſ)(S) (?i)σ+ (\\W) (\\x{FFFD})(.?) [^\\x{FFFD}] (.*)😀(.*) \\b(é) (漢|😀)+? (?i:(ǆ))".split(
        " ",
      ),
    ],
    subjects: [
      ..."é 😀 aé éa 😀😀 a😀b kK\u212a ſS sſ σΣς 漢😀 ǅǆ \ufffd a\ufffdb".split(" "),
      { hex: "ff" },
      { hex: "61ff62" },
      { hex: "f09f98" },
      { hex: "c3a9c3" },
      { hex: "eda080" },
    ],
  },
  {
    name: "the patterns of relabelling",
    patterns: [
      "^(?s:(.*))$",
      "^(?:(.+))$",
      "^(?s:([^:]+)(?::\\d+)?;(\\d+))$",
      "^(?s:(.+)(?:\\:\\d+)?;(\\d+))$",
      "^(?s:__meta_kubernetes_pod_label_(.+))$",
      "^(?s:(f).*|(b).*)$",
      "^(?s:f(.*);(.*)r)$",
      "^(?s:response_total|response_latency_ms.*|tcp_.*)$",
      "^(?s:(?P<host>[^:]+):(?P<port>\\d+))$",
      "^(?s:())$",
      "^(?s:a|b)$",
      "^(?:foo)(bar)$",
      "^(?s:(?i)(Linkerd)-(?-i)(proxy))$",
    ],
    subjects: [
      "",
      "foo;bar",
      "10.0.0.1:80;4191",
      "10.0.0.1;4191",
      "[::1]:80;4191",
      "__meta_kubernetes_pod_label_app",
      "bar",
      "foobar",
      "response_latency_ms_bucket",
      "control_response_latency_ms",
      "host:9090",
      "a\nb",
      "LINKERD-proxy",
      "a",
    ],
  },
];
