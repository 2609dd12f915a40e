import { ask, whyUnavailable } from "../reference/reference.ts";
import type { Case } from "./cases.ts";

/** The reference's nanoseconds a record, with a new context for each, by case; `undefined` where Go is missing. */
export async function referenceFigures(
  cases: readonly Case[],
  data: Readonly<Record<Case["data"], unknown>>,
): Promise<ReadonlyMap<string, number> | undefined> {
  if (whyUnavailable() !== undefined) return undefined;
  const replies = await ask(
    "lang",
    cases.map(({ kind, context, text, data: name }) => ({
      op: "bench",
      kind,
      context,
      text,
      payload: data[name],
    })),
  );
  return new Map(cases.map(({ id }, i) => [id, replies[i]?.nsPerRecord ?? Number.NaN]));
}
