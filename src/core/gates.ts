/**
 * The feature gates of the reference: pkg/ottl's and those of the filter and transform processors, with the contrib
 * versions that have them, as their sources register them.
 */
import { Failure } from "./failure.ts";
import { compareVersions } from "./versions.ts";

/** How far a gate has come: alpha is off unless switched on, beta on unless switched off, stable always on. */
export type GateStage = "alpha" | "beta" | "stable";

interface Gate {
  /** Each stage with the first version in which the gate has it, the oldest first. */
  readonly stages: readonly (readonly [since: string, stage: GateStage])[];
  /** The last version that has the gate. */
  readonly until?: string;
}

/** Every gate by its id. */
export const gates: Readonly<Record<string, Gate>> = {
  "ottl.PanicDuplicateName": {
    stages: [
      ["0.141.0", "beta"],
      ["0.161.0", "stable"],
    ],
    until: "0.161.0",
  },
  "ottl.contexts.enableOTelColContext": {
    stages: [
      ["0.147.0", "beta"],
      ["0.161.0", "stable"],
    ],
    until: "0.161.0",
  },
  "ottl.functions.enableLambda": { stages: [["0.155.0", "alpha"]] },
  "ottl.set.allowNil": {
    stages: [
      ["0.159.0", "alpha"],
      ["0.161.0", "beta"],
      ["0.162.0", "stable"],
    ],
    until: "0.163.0",
  },
  "pkg.ottl.enableDynamicMapKeys": { stages: [["0.165.0", "alpha"]] },
  "pkg.ottl.functions.enableDynamicSliceArguments": { stages: [["0.163.0", "beta"]] },
  "pkg.ottl.functions.enableExperimental": { stages: [["0.163.0", "alpha"]] },
  "processor.filter.defaultErrorModeIgnore": {
    stages: [
      ["0.150.0", "alpha"],
      ["0.153.0", "beta"],
      ["0.157.0", "stable"],
    ],
    until: "0.163.0",
  },
  "processor.transform.ConvertBetweenSumAndGaugeMetricContext": {
    stages: [
      ["0.104.0", "alpha"],
      ["0.108.0", "beta"],
      ["0.113.0", "stable"],
    ],
    until: "0.149.0",
  },
  "processor.transform.defaultErrorModeIgnore": {
    stages: [
      ["0.150.0", "alpha"],
      ["0.153.0", "beta"],
      ["0.157.0", "stable"],
    ],
    until: "0.161.0",
  },
  "processor.transform.enableExperimentalFunctions": { stages: [["0.165.0", "alpha"]] },
  "transform.flatten.logs": { stages: [["0.104.0", "alpha"]] },
};

/** The stage of a gate in a version; nothing where the version does not have it. */
export function gateStage(id: string, version: string): GateStage | undefined {
  const gate = Object.hasOwn(gates, id) ? gates[id] : undefined;
  if (gate === undefined || isGone(gate, version)) return undefined;
  return gate.stages.findLast(([since]) => compareVersions(version, since) >= 0)?.[1];
}

/** The ids of the gates that a version has, in order. */
export function gatesOf(version: string): readonly string[] {
  return Object.keys(gates).filter((id) => gateStage(id, version) !== undefined);
}

/**
 * What is on in a version after some switches, written as for the Collector's flag: `id` and `+id` switch on, `-id`
 * off. What a gate that has become stable and was then removed stood for is on for ever.
 *
 * @throws {Failure} `unknown_gate` and `gate_stays_on`; their param `at` is the index of the switch.
 */
export function switchGates(version: string, switches: readonly string[]): ReadonlySet<string> {
  const on = new Set(Object.keys(gates).filter((id) => isOn(id, version)));
  for (const [at, text] of switches.entries()) {
    const gate = text.replace(/^[+-]/, "");
    const enabled = !text.startsWith("-");
    const stage = gateStage(gate, version);
    if (stage === undefined) throw new Failure("unknown_gate", { gate, version, ...lifetime(gate), at });
    if (stage === "stable" && !enabled) throw new Failure("gate_stays_on", { gate, version, at });
    if (enabled) on.add(gate);
    else on.delete(gate);
  }
  return on;
}

function isOn(id: string, version: string): boolean {
  const gate = gates[id];
  const last = gate?.stages.at(-1)?.[1];
  if (gate === undefined || last === undefined) return false;
  const stage = isGone(gate, version) ? last : gateStage(id, version);
  return stage === "beta" || stage === "stable";
}

function isGone({ until }: Gate, version: string): boolean {
  return until !== undefined && compareVersions(version, until) > 0;
}

function lifetime(id: string): { readonly since?: string; readonly until?: string } {
  const gate = Object.hasOwn(gates, id) ? gates[id] : undefined;
  const since = gate?.stages[0]?.[0];
  if (since === undefined) return {};
  return gate?.until === undefined ? { since } : { since, until: gate.until };
}
