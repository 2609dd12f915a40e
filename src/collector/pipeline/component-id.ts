import { byteLength } from "../../core/utf8.ts";

/** The id of a component or pipeline, `type` or `type/name`. */
export interface ComponentId {
  readonly type: string;
  readonly name: string;
}

/** The parts of an id, blanks around them aside; absent where the Collector would refuse it. */
export function componentId(text: string): ComponentId | undefined {
  const slash = text.indexOf("/");
  const type = (slash < 0 ? text : text.slice(0, slash)).trim();
  const name = slash < 0 ? "" : text.slice(slash + 1).trim();
  if (!/^[a-zA-Z][0-9a-zA-Z_]{0,62}$/.test(type)) return undefined;
  if (slash >= 0 && !/^[^\p{Z}\p{C}\p{S}]+$/u.test(name)) return undefined;
  if (byteLength(name) > 1024) return undefined;
  return { type, name };
}

/** An id without the blanks around its parts, as the Collector reads it. */
export function normalId(id: string): string {
  const parts = componentId(id);
  if (parts === undefined) return id;
  return parts.name === "" ? parts.type : `${parts.type}/${parts.name}`;
}

/** A further word on an id that is refused, where there is one. */
export function idHint(text: string): { readonly hint?: string } {
  return /\/\s*$/.test(text) ? { hint: 'a name must follow the "/"' } : {};
}
