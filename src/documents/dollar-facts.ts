import { compareVersions } from "../core/compatibility.ts";

/** What releases of contrib do differently about `$`, with the first that does it; recorded before and after. */
const dollarFacts = {
  /** A `$` before `${…}` keeps it as it is. */
  escaped_references: "0.105.0",
  /** A reference gives the variable's text where it is a part of a text, not what YAML makes of it. */
  reference_text: "0.105.0",
  /** The text of a variable is taken as it is, quotes included, where YAML makes it a text. */
  verbatim_text: "0.106.0",
  /** References may be replaced by references 1000 times, not 100. */
  deep_references: "0.106.0",
  /** `$NAME` and `$1` are no variables, `$$` becomes `$` at the end, and a text setting gets a variable's own text. */
  plain_dollars: "0.107.0",
  /** `${env:NAME:-default}`. */
  defaults: "0.110.0",
  /** A variable may be a time. */
  times: "0.111.0",
  /** An empty default is an empty text, not nothing. */
  empty_default: "0.156.0",
  /** References are found behind one that is kept as it is. */
  references_after_escape: "0.161.0",
} as const;

/** Whether a release does what a fact says. */
export type DollarFacts = (fact: keyof typeof dollarFacts) => boolean;

/** What a release does. */
export function dollarFactsOf(version: string): DollarFacts {
  return (fact) => compareVersions(version, dollarFacts[fact]) >= 0;
}
