import { ask, available } from "../reference/reference.ts";
import type { Case } from "./cases.ts";

/** The reference's nanoseconds a record with a new context for each, by case; `undefined` where Go is missing. */
export async function referenceFigures(
  cases: readonly Case[],
  data: Record<Case["data"], unknown>,
): Promise<ReadonlyMap<string, number> | undefined> {
  if (!available()) return undefined;
  const requests = cases.map(({ id, context, text, data: name }) => ({
    id,
    op: "bench",
    kind: "condition",
    context,
    text,
    payload: data[name],
  }));
  const replies = (await ask("lang", requests)) as readonly { id: string; nsPerRecord?: number }[];
  return new Map(
    replies.flatMap(({ id, nsPerRecord }) => (nsPerRecord === undefined ? [] : [[id, nsPerRecord]])),
  );
}
