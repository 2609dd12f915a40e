import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { MapValue, type Value } from "../../core/values.ts";
import { defineFunction, type FunctionDefinition, optional, param } from "../define-function.ts";
import { attribute } from "../lib/example-metrics.ts";
import { isWithin, semconvVersionOf } from "../lib/semconv-version.ts";
import { spanName } from "../lib/span-name.ts";
import { withEntry } from "../lib/with-entry.ts";

const method = attribute("http.request.method", "GET");
const route = attribute("http.route", "/users/{id}");

export const setSemconvSpanName = defineFunction({
  kind: "editor",
  name: "set_semconv_span_name",
  category: "span",
  summary:
    "Names the span by the semantic conventions for HTTP, RPC, databases and messaging, as its kind and attributes say; other spans keep their names.",
  params: [
    param("semconv_version", t.stringLiteral, 'The version of the conventions, such as "1.37.0".'),
    optional(
      "original_span_name_attribute",
      t.stringLiteral,
      "The attribute that then has the name that the span had, if it was another one.",
      undefined,
    ),
  ],
  returns: t.any,
  since: "0.142.0",
  contexts: ["span"],
  only: "transform",
  reads: ["kind"],
  writes: ["name", "attributes"],
  examples: [
    {
      source: 'set_semconv_span_name("1.37.0", original_span_name_attribute="was")',
      data: { span: { name: "GET /users/42", kind: 2, attributes: [method, route] } },
      leaves: {
        span: {
          name: "GET /users/{id}",
          kind: 2,
          attributes: [method, route, attribute("was", "GET /users/42")],
        },
      },
    },
    { source: 'set_semconv_span_name("1.20.0")', error: "call_refused" },
  ],
  create: /* @__PURE__ */ naming({ newest: 43n, knowsRpcSystemName: true }),
  formerly: [
    {
      without: "semconv_1_43",
      create: /* @__PURE__ */ former({ newest: 40n, knowsRpcSystemName: true }),
    },
    { without: "semconv_versions", create: /* @__PURE__ */ former({ knowsRpcSystemName: false }) },
  ],
});

interface Conventions {
  /** The newest minor version that is taken; absent: only 1.37.0 is, to the letter. */
  readonly newest?: bigint;
  readonly knowsRpcSystemName: boolean;
}

/* @__NO_SIDE_EFFECTS__ */
function former(conventions: Conventions): FunctionDefinition["create"] {
  return naming(conventions) as FunctionDefinition["create"]; // bound to its parameters
}

const oldest = 37n;

/* @__NO_SIDE_EFFECTS__ */
function naming({ newest, knowsRpcSystemName }: Conventions) {
  return (version = "", original?: string) => {
    requireVersion(version, newest);
    if (original === "") throw refused("original_span_name_attribute", "a name", "an empty text");
    return (kind: Value, name: t.Place, attributes: t.Place) => {
      const map = attributes.get();
      if (!(map instanceof MapValue)) return null;
      const before = name.get();
      const after = spanName(kind, map, knowsRpcSystemName) || before;
      if (after === before) return null;
      name.set(after);
      if (original !== undefined) attributes.set(withEntry(map, original, before));
      return null;
    };
  };
}

function requireVersion(text: string, newest: bigint | undefined): void {
  if (newest === undefined) {
    if (text !== `1.${oldest}.0`) throw refused("semconv_version", `1.${oldest}.0`, JSON.stringify(text));
    return;
  }
  const version = semconvVersionOf(text);
  if (version === undefined || !isWithin(version, oldest, newest))
    throw refused("semconv_version", `from 1.${oldest}.0 to 1.${newest}.0`, JSON.stringify(text));
}

function refused(argument: string, expected: string, found: string): Failure {
  return new Failure("argument_value", { argument, expected, found });
}
