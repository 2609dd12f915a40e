import type { AnyTyped } from "../../contexts/define-context.ts";
import type { ResolvedPath } from "../../contexts/resolve.ts";
import type { AnyValue } from "../records.ts";
import type { Write } from "./access.ts";
import { assign, ownerToWrite } from "./owner.ts";
import { type Setting, setInContainer, setInValue } from "./store.ts";

/** Writes a value of any type, or what its keys lead to where it is a map or a list. */
export function writeValue({ property }: AnyTyped, { owner }: ResolvedPath): Write {
  const path = `${owner}.${property}`;
  return (record, value, keys) => {
    const target = ownerToWrite(record, owner);
    const old = (target[property] ?? {}) as AnyValue; // what is no AnyValue is refused where it is decoded
    const setting: Setting = { value, keys, path, failure: undefined };
    const written = keys.length === 0 ? setInValue(old, 0, setting) : setInContainer(old, setting);
    assign(target, property, written);
    if (setting.failure !== undefined) throw setting.failure;
  };
}
