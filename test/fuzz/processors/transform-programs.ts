/** Random configurations of the transform processor, each with a payload. */
import { functionSet } from "../../../src/cli/function-sets.ts";
import { compareVersions } from "../../../src/core/compatibility.ts";
import { OttlError } from "../../../src/diagnostics/ottl-error.ts";
import { makeCondition } from "../../../src/engine/condition.ts";
import { makeStatement } from "../../../src/engine/statement.ts";
import type { FunctionDefinition } from "../../../src/functions/define-function.ts";
import { TextGenerator } from "../generator.ts";
import { generatePayload, type Signal } from "../payload/generate-payload.ts";
import { Random } from "../random.ts";
import { print } from "../tree.ts";
import { breakConfig } from "./break-config.ts";
import { ofRelease, type ProcessorProgram, type Release } from "./program.ts";

type TransformRelease = Exclude<Release, "0.165.0">;

interface Group {
  readonly context?: string;
  readonly conditions?: unknown;
  readonly statements?: unknown;
  readonly [other: string]: unknown;
}

const contextsOf: Readonly<Record<Signal, readonly string[]>> = {
  metrics: ["metric", "datapoint", "datapoint", "metric", "exemplar", "scope", "resource"],
  traces: ["span", "span", "spanevent", "scope", "resource"],
  logs: ["log", "log", "log", "scope", "resource"],
};
const settings = {
  metrics: "metric_statements",
  traces: "trace_statements",
  logs: "log_statements",
} as const;
const modes = ["ignore", "silent", "propagate", "ignore", "IGNORE"];

/** Functions that are other than themselves each time, or never end in the reference. */
const unfit = /^(?:Now|UUID|UUIDv7|copy_metric|extract_|convert_summary_|aggregate_on)/;

/** An endless stream of settings of transforms with payloads, that depends on nothing but the seed. */
export function* transformPrograms(seed: number): Generator<ProcessorProgram> {
  const random = new Random(seed);
  for (;;) {
    const release = random.pick<TransformRelease>(["0.118.0", "0.161.0", "0.161.0"]);
    const signal = random.pick<Signal>(["metrics", "traces", "logs"]);
    const maker = new ConfigMaker(random, signal, release);
    const config = maker.make();
    const broken = random.chance(0.05) ? breakConfig(random, config) : undefined;
    const payload = ofRelease(generatePayload(random, signal), release);
    yield {
      processor: "transform",
      release,
      config: broken ?? config,
      payload,
      tags: [
        ["release", release],
        ["signal", signal],
        ...maker.tags,
        ...(broken === undefined ? [] : [["form", "broken"] as const]),
      ],
    };
  }
}

class ConfigMaker {
  readonly #random: Random;
  readonly #signal: Signal;
  readonly #version: string;
  readonly tags: (readonly [string, string])[] = [];

  constructor(random: Random, signal: Signal, version: string) {
    this.#random = random;
    this.#signal = signal;
    this.#version = version;
  }

  make(): Readonly<Record<string, unknown>> {
    const random = this.#random;
    const list = random.weighted<unknown>([
      [this.#infers ? 3 : 0.1, () => this.#basic()],
      [8, () => random.list([1, 1, 2, 3], () => this.#group())],
      [this.#infers ? 0.3 : 0, () => [this.#group(), ...this.#basic()]],
    ]);
    const mode = random.chance(0.7) ? { error_mode: random.pick(modes) } : {};
    this.tags.push(["error mode", mode.error_mode ?? "default"]);
    return { ...mode, [settings[this.#signal]]: list };
  }

  get #infers(): boolean {
    return this.#version !== "0.118.0";
  }

  #context(): string {
    const context = this.#random.pick(contextsOf[this.#signal]);
    return context === "exemplar" && !this.#infers ? "datapoint" : context;
  }

  #basic(): readonly string[] {
    const context = this.#context();
    this.tags.push(["form", "basic"], ["inferred", context]);
    return this.#statements(context, true);
  }

  #group(): Group {
    const random = this.#random;
    const context = this.#context();
    const infers = this.#infers && random.chance(0.3);
    this.tags.push(["form", "groups"], [infers ? "inferred" : "context", context]);
    const conditions = random.chance(0.35)
      ? random.list([0, 1, 1, 2, 3], () => this.#text("condition", context, infers))
      : undefined;
    if (conditions !== undefined) this.tags.push(["group", "with conditions"]);
    return {
      ...(infers ? {} : { context: random.chance(0.05) ? context.toUpperCase() : context }),
      ...(conditions === undefined ? {} : { conditions }),
      statements: this.#statements(context, infers),
      ...(this.#infers && random.chance(0.25) ? { error_mode: random.pick(modes) } : {}),
      ...(this.#infers && random.chance(0.15) ? { shared_cache: random.chance(0.8) } : {}),
    };
  }

  #statements(context: string, named: boolean): readonly string[] {
    const random = this.#random;
    const texts = random.list([1, 1, 2, 3, 4], () => this.#text("statement", context, named));
    if (!random.chance(0.25)) return texts;
    this.tags.push(["group", "with cache"]);
    const prefix = named ? `${context}.` : "";
    return [
      `set(${prefix}cache["k"], ${random.pick(['"v"', "1", `${prefix}cache["n"]`, "[1, 2]"])})`,
      ...texts,
      `set(${prefix}${context === "exemplar" ? "filtered_attributes" : "attributes"}["k"], ${prefix}cache["k"])`,
    ].filter((text) => context !== "metric" || !text.includes("attributes["));
  }

  /** A text that, mostly, its context takes. */
  #text(kind: "condition" | "statement", context: string, named: boolean): string {
    const random = this.#random;
    const functions = functionSet(kind === "condition" ? "filter" : "transform").filter(
      (one) => isIn(one, this.#version) && !unfit.test(one.name),
    );
    const generator = new TextGenerator(
      random,
      { context, functions, named },
      { wrongType: 0.02, nonsense: 0.001 },
    );
    let text = "";
    const isSure = !random.chance(0.01);
    for (let attempt = 0; attempt < 12; attempt++) {
      text = print(kind === "condition" ? generator.condition(2) : generator.statement(2));
      if (!isSure || this.#isTaken(kind, text, context, functions, named)) break;
    }
    return text;
  }

  #isTaken(
    kind: "condition" | "statement",
    text: string,
    context: string,
    functions: readonly FunctionDefinition[],
    named: boolean,
  ): boolean {
    const options = { compatibility: this.#version, functions };
    try {
      const names = this.#infers && "prepend";
      if (kind === "condition") makeCondition(context, text, { ...options, pathContextNames: named });
      else makeStatement(context, text, { ...options, pathContextNames: named || names });
      return true;
    } catch (error) {
      if (error instanceof OttlError) return false;
      throw error;
    }
  }
}

function isIn({ since, until = "999.0.0" }: FunctionDefinition, version: string): boolean {
  return compareVersions(since, version) <= 0 && compareVersions(version, until) <= 0;
}
