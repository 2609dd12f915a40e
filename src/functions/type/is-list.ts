import * as t from "../../core/types.ts";
import { ListValue, Telemetry } from "../../core/values.ts";
import { defineFunction, param } from "../define-function.ts";

export const isList = defineFunction({
  kind: "converter",
  name: "IsList",
  category: "type",
  summary: "Whether a value is a list, data points and their like included. Bucket counts are none to it.",
  params: [param("target", t.any, "The value.")],
  returns: t.bool,
  since: "0.104.0",
  examples: [
    { source: "IsList([1, 2])", result: true },
    { source: 'IsList(Split("a,b", ","))', result: true },
    { source: 'IsList("a,b")', result: false },
  ],
  evaluate: (target) =>
    (target instanceof ListValue && target.origin !== "uint64") ||
    (target instanceof Telemetry && target.length !== undefined),
});
