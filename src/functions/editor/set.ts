import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { ListValue, MapValue, type Value } from "../../core/values.ts";
import { defineFunction, param } from "../define-function.ts";

export const set = defineFunction({
  kind: "editor",
  name: "set",
  category: "editor",
  summary: "Writes a value to a path; nil empties what can be empty.",
  params: [param("target", t.target, "The path."), param("value", t.any, "The value.")],
  returns: t.any,
  since: "0.104.0",
  examples: [
    { source: 'set(attributes["deployment"], "blue")', result: "blue" },
    { source: 'set("attributes", "blue")', error: "argument_type" },
  ],
  evaluate(target, value) {
    const around = target.around?.(value);
    target.set(around === undefined ? value : prepared(target, value, around));
    return null;
  },
  formerly: [
    {
      without: "set_nil_writes",
      create: () => (target: Pick<t.Place, "set">, value: Value) => {
        if (value !== null) target.set(value);
        return null;
      },
    },
    {
      without: "set_in_place",
      create: () => (target: t.Place, value: Value) => {
        if (value === null) return null;
        const around = target.around?.(value);
        if (around === undefined || currentOf(target) !== null) target.set(value);
        else {
          target.set(null); // the key is made first, and then is part of what is copied
          target.set(around());
        }
        return null;
      },
    },
  ],
});

/**
 * What is copied to a place inside of it: the reference makes an empty map or list there before it copies, and so
 * copies that, too.
 */
function prepared(target: t.Place, value: Value, around: () => Value): Value {
  const isMap = value instanceof MapValue;
  if (!isMap && !(value instanceof ListValue)) return value;
  const current = currentOf(target);
  if (isMap ? current instanceof MapValue : current instanceof ListValue) return value;
  target.set(isMap ? new MapValue([], []) : new ListValue([], "slice"));
  return around();
}

function currentOf(target: t.Place): Value {
  try {
    return target.get();
  } catch (error) {
    if (error instanceof Failure) return null; // what cannot be read may still be written
    throw error;
  }
}
