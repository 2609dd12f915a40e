import { branch, derived, field } from "../define-context.ts";

/** The path of a trace id, and its digits as text below it. */
export function traceId(doc: string) {
  return branch(
    {
      string: derived("traceId", "trace id text", {
        type: "string",
        doc: `${doc} As 32 hexadecimal digits.`,
      }),
    },
    field("traceId", "trace id", { doc }),
  );
}

/** The path of a span id, and its digits as text below it. */
export function spanId(property: string, doc: string) {
  return branch(
    {
      string: derived(property, "span id text", { type: "string", doc: `${doc} As 16 hexadecimal digits.` }),
    },
    field(property, "span id", { doc }),
  );
}
