import type { Run } from "./compiler.ts";

/**
 * Joins the operands of `and` or `or`; stops at the first that decides. Chains of up to four are unrolled: a loop
 * over closures costs more than the closures.
 */
export function chainOf(operator: "and" | "or", runs: readonly Run<boolean>[]): Run<boolean> {
  return operator === "or" ? anyOf(runs) : allOf(runs);
}

function anyOf(runs: readonly Run<boolean>[]): Run<boolean> {
  const [a, b, c, d] = runs;
  if (a === undefined) return () => false;
  if (b === undefined) return a;
  if (c === undefined) return (r) => a(r) || b(r);
  if (d === undefined) return (r) => a(r) || b(r) || c(r);
  if (runs.length === 4) return (r) => a(r) || b(r) || c(r) || d(r);
  return (r) => {
    for (let i = 0; i < runs.length; i++) if ((runs[i] as Run<boolean>)(r)) return true;
    return false;
  };
}

function allOf(runs: readonly Run<boolean>[]): Run<boolean> {
  const [a, b, c, d] = runs;
  if (a === undefined) return () => true;
  if (b === undefined) return a;
  if (c === undefined) return (r) => a(r) && b(r);
  if (d === undefined) return (r) => a(r) && b(r) && c(r);
  if (runs.length === 4) return (r) => a(r) && b(r) && c(r) && d(r);
  return (r) => {
    for (let i = 0; i < runs.length; i++) if (!(runs[i] as Run<boolean>)(r)) return false;
    return true;
  };
}
