import type { RouteResult } from "./route.ts";

/** The results of four ways to filter. */
export interface Routes {
  readonly ottl: RouteResult;
  readonly relabel: RouteResult;
  readonly anchored: RouteResult;
  readonly both: RouteResult;
}

const titles: Readonly<Record<keyof Routes, string>> = {
  ottl: "OTTL filter of the post",
  relabel: "relabelling, keep on __name__",
  anchored: 'OTTL filter with "^response_latency_ms"',
  both: "OTTL filter of the post and relabelling",
};

/** A table of the four, and why their sets of names differ. */
export function routeTable(routes: Routes): string {
  const rows = (Object.keys(titles) as (keyof Routes)[]).map((route) => {
    const { names, series } = routes[route];
    const buckets = names.get("response_latency_ms_bucket") ?? 0;
    return [titles[route], names.size, series, buckets].map((cell) => cell.toLocaleString("en"));
  });
  const { ottl, relabel, anchored, both } = routes;
  const onlyOttl = without(ottl, relabel);
  const onlyRelabel = without(relabel, ottl);
  const synthetic = onlyRelabel.filter((name) => name === "up" || name.startsWith("scrape_"));
  const others = onlyRelabel.filter((name) => !synthetic.includes(name));
  return [
    "Four ways to filter",
    row("", "names", "series", "latency buckets"),
    ...rows.map(([title = "", ...cells]) => row(title, ...cells)),
    "",
    `  ${ottl.names.size} - ${onlyOttl.length} + ${others.length} + ${synthetic.length} = ${relabel.names.size}: what the two have not in common`,
    ...listed(
      `only by OTTL, as IsMatch is unanchored and finds "response_latency_ms" inside the name`,
      onlyOttl,
    ),
    ...listed("only by relabelling, as tcp_.* means all of them and the OTTL condition names three", others),
    ...listed(
      "only by relabelling, as the scrape's own series pass by it and the filter drops them",
      synthetic,
    ),
    `  target_info is made by the exporter, behind both. With "^" or with both: ${anchored.names.size} and ${both.names.size} names, the same set: ${same(anchored, both)}`,
    "",
  ].join("\n");
}

function row(title: string, ...cells: readonly string[]): string {
  const widths = [7, 9, 17];
  return `  ${title.padEnd(42)}${cells.map((cell, i) => cell.padStart(widths[i] ?? 0)).join("")}`;
}

function without(one: RouteResult, other: RouteResult): string[] {
  return [...one.names.keys()].filter((name) => !other.names.has(name)).sort();
}

function listed(why: string, names: readonly string[]): string[] {
  return [`  ${why}:`, ...names.map((name) => `    ${name}`)];
}

function same(one: RouteResult, other: RouteResult): string {
  return without(one, other).length + without(other, one).length === 0 ? "yes" : "no";
}
