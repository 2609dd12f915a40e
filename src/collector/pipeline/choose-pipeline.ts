import { type Code, makeDiagnostic, type ParamsOf } from "../../diagnostics/all-messages.ts";
import type { Diagnostic, Span } from "../../diagnostics/diagnostic.ts";
import { suggestion } from "../../diagnostics/did-you-mean.ts";
import type { Extra } from "../../diagnostics/make-diagnostic.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import type { MapNode } from "../../documents/node.ts";
import { keyText, nodeAt } from "../../documents/plain.ts";
import type { Findings } from "../findings.ts";
import { type SignalName, signals } from "../signals.ts";
import { componentId, idHint } from "./component-id.ts";
import { namesIn } from "./references.ts";

/** Which pipeline is wanted. */
export interface PipelineChoice {
  readonly pipeline?: string;
  readonly signal?: SignalName;
}

/** The pipeline that is asked for, or the one that goes without saying; throws the findings where there is none. */
export function choosePipeline(
  root: MapNode,
  choice: PipelineChoice,
  findings: Findings,
): { readonly id: string; readonly signal: SignalName } {
  const names = namesIn(nodeAt(root, ["service", "pipelines"]));
  const { pipeline: wanted } = choice;
  const [invalid, valid] = [true, false].map((is) =>
    names.filter((name) => (componentId(name) === undefined) === is),
  ) as [string[], string[]]; // two in, two out
  for (const name of invalid) findings.add(invalidId(name, keySpan(root, ["service", "pipelines", name])));
  const isFaulty = wanted === undefined ? names.length > 0 && valid.length === 0 : invalid.includes(wanted);
  const id = isFaulty ? undefined : findings.collect(() => chosen(root, valid, choice));
  const signal = id === undefined ? undefined : signalOf(id);
  if (id !== undefined && signal !== undefined) return { id, signal };
  throw findings.error();
}

function invalidId(name: string, span: Span): Diagnostic {
  const diagnostic = makeDiagnostic("invalid_component_id", { id: name }, span, idHint(name));
  return { ...diagnostic, setting: `service.pipelines.${name}` };
}

/** Where the last key of a path is written, or of the longest part of it that is there. */
function keySpan(root: MapNode, path: readonly string[]): Span {
  for (let length = path.length; length > 0; length--) {
    const owner = nodeAt(root, path.slice(0, length - 1));
    const entry =
      owner?.kind === "map" ? owner.entries.find(({ key }) => keyText(key) === path[length - 1]) : undefined;
    if (entry !== undefined) return entry.key.span;
  }
  return root.span;
}

function chosen(root: MapNode, names: readonly string[], choice: PipelineChoice): string {
  const { pipeline: wanted, signal } = choice;
  const { text, file } = root.source;
  const span = keySpan(root, ["service", "pipelines", ...names.slice(0, 1)]);
  const fail = <C extends Code>(code: C, params: ParamsOf<C>, extra?: Extra) => {
    const diagnostic = { ...makeDiagnostic(code, params, span, extra), setting: "service.pipelines" };
    return new OttlError("configuration", [diagnostic], text, { file });
  };
  if (names.length === 0) throw fail("no_pipelines", undefined);
  if (wanted !== undefined) {
    if (!names.includes(wanted)) {
      const hint = `there are ${names.join(", ")}`;
      throw fail("unknown_pipeline", { name: wanted }, { ...suggestion(wanted, names), hint });
    }
    const own = signalOf(wanted);
    if (own === undefined) throw fail("pipeline_of_other_signal", { name: wanted });
    if (signal !== undefined && own !== signal)
      throw fail("pipeline_not_of_signal", { name: wanted, signal });
    return wanted;
  }
  const ofSignal = (wantedSignal: SignalName) => names.filter((name) => signalOf(name) === wantedSignal);
  const ofMetrics = ofSignal("metrics");
  const run = names.filter((name) => signalOf(name) !== undefined);
  const candidates = signal !== undefined ? ofSignal(signal) : ofMetrics.length > 0 ? ofMetrics : run;
  const [only, second] = candidates;
  if (only === undefined)
    throw signal === undefined
      ? fail("pipeline_of_other_signal", { name: String(names[0]) })
      : fail("no_pipeline_of_signal", { signal });
  if (second === undefined) return only;
  const of = signal ?? (ofMetrics.length > 0 ? "metrics" : undefined);
  const hint = 'name one with the option "pipeline", on the command line --pipeline';
  throw fail("pipeline_not_chosen", { names: candidates, signal: of }, { hint });
}

/** The signal of a pipeline by its id; none where ottlkit does not run it. */
function signalOf(id: string): SignalName | undefined {
  const type = componentId(id)?.type;
  return signals.find(({ name }) => name === type)?.name;
}
