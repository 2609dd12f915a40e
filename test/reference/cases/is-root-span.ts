import { type Group, group } from "./group.ts";
import type { Payload } from "./payload.ts";

const spanOf = (span: object): Payload => ({ resourceSpans: [{ scopeSpans: [{ spans: [span] }] }] });
const parents = [
  "",
  "0000000000000000",
  "0102030405060708",
  "ffffffffffffffff",
  "0000000000000001",
  "8000000000000000",
  "ABCDEFABCDEFABCD",
];
const texts = [
  "IsRootSpan()",
  "not IsRootSpan()",
  "IsRootSpan() == true",
  "IsRootSpan() != true",
  "IsRootSpan() == nil",
  'IsRootSpan() and name == "GET /checkout"',
  "IsRootSpan() or kind == SPAN_KIND_CLIENT",
  "IsRootSpan() and (kind == SPAN_KIND_SERVER or kind == SPAN_KIND_UNSPECIFIED)",
  'IsRootSpan() and IsMatch(name, "^GET")',
  'IsRootSpan() == (attributes["ok"] == true)',
  "IsBool(IsRootSpan())",
  "IsRootSpan ()",
];

/** The cases of `IsRootSpan`, which only spans have. */
export const isRootSpan: readonly Group[] = [
  group(
    "functions/IsRootSpan",
    "IsRootSpan tells the spans without a parent from the others, in context span alone.",
    { context: "span", data: "spans" },
    {
      "tells the spans without a parent": texts.flatMap((text) => [
        text,
        { text, data: "hostile-spans" },
        { text, functions: "filter" },
      ]),
      "is a bool": ["IsRootSpan()", "String(IsRootSpan())", "[IsRootSpan()]", '{"root": IsRootSpan()}'].map(
        (text) => ({ text, kind: "value" as const }),
      ),
      "looks at the parent's id alone": [
        ...parents.map((parentSpanId) => ({
          text: "IsRootSpan()",
          payload: spanOf({ parentSpanId }),
          name: `a parent ${JSON.stringify(parentSpanId)}`,
        })),
        { text: "IsRootSpan()", payload: spanOf({ spanId: "0102030405060708" }), name: "no parent at all" },
      ],
      "ignores arguments, whatever is in them": [
        "IsRootSpan(1)",
        'IsRootSpan("x", nil)',
        "IsRootSpan(span_id)",
        "IsRootSpan(x = 1)",
        "IsRootSpan(a = 1, 2, a = 3)",
        "IsRootSpan(nope)",
        "IsRootSpan(Nope())",
        "IsRootSpan(NOPE)",
        "IsRootSpan((x) => x)",
        "IsRootSpan(1 == 1)",
        "IsRootSpan(",
      ],
      "has no keys": ["IsRootSpan()[0] == nil", 'IsRootSpan()["x"] == nil'],
      "is not there in other contexts": [
        ...(["spanevent", "log", "resource", "scope"] as const).map((context) => ({
          text: "IsRootSpan()",
          context,
        })),
        ...(["metric", "datapoint", "exemplar"] as const).map((context) => ({
          text: "IsRootSpan()",
          context,
          data: "shapes",
        })),
      ],
      "is spelled in one way": ["isRootSpan()", "IsRootspan()", "IsRootSpan"],
    },
  ),
];
