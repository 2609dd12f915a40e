import * as t from "../../core/types.ts";
import { optional } from "../define-function.ts";

/** What the four replacing editors take last. */
export const functionParam = /* @__PURE__ */ optional(
  "function",
  t.functionName,
  "A function of one text; its answer for the replacement is what is put in.",
  null,
);
export const formatParam = /* @__PURE__ */ optional(
  "replacement_format",
  t.lazy(t.string),
  "A format with one `%s`, which stands for the answer of the function.",
  null,
);

/** A template of Go's `regexp`. */
export const templateDoc =
  "What is put in: `$1` or `${name}` stands for a group, `$$` for a dollar. Without braces a name is as long as it can be.";
