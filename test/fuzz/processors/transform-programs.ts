/** Random configurations of the transform processor, each with a payload. */
import { functionSet } from "../../../src/cli/function-sets.ts";
import { stringify } from "../../../src/cli/json.ts";
import { compareVersions } from "../../../src/core/compatibility.ts";
import { OttlError } from "../../../src/diagnostics/ottl-error.ts";
import { makeCondition } from "../../../src/engine/condition.ts";
import { makeStatement } from "../../../src/engine/statement.ts";
import type { FunctionDefinition } from "../../../src/functions/define-function.ts";
import type { Payload } from "../../reference/cases/payload.ts";
import { TextGenerator } from "../generator.ts";
import { generatePayload, type Signal } from "../payload/generate-payload.ts";
import { Random } from "../random.ts";
import { print } from "../tree.ts";

/** A configuration with what it is run on. */
export interface TransformProgram {
  readonly signal: Signal;
  readonly config: Readonly<Record<string, unknown>>;
  readonly payload: Payload;
  /** What is in it, for statistics: forms, contexts, error modes. */
  readonly about: readonly string[];
}

/** What differs between the releases that programs are made for. */
export interface ProgramRules {
  readonly version: "0.118.0" | "0.161.0";
}

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

/** An endless stream of programs that depends on nothing but the seed. */
export function* transformPrograms(seed: number, { version }: ProgramRules): Generator<TransformProgram> {
  const random = new Random(seed);
  for (;;) {
    const signal = random.pick<Signal>(["metrics", "traces", "logs"]);
    const maker = new ConfigMaker(random, signal, version);
    const { config, about } = maker.make();
    const payload = generatePayload(random, signal);
    yield { signal, config, payload: version === "0.118.0" ? withoutEventNames(payload) : payload, about };
  }
}

class ConfigMaker {
  readonly #random: Random;
  readonly #signal: Signal;
  readonly #version: string;
  readonly #about: string[] = [];

  constructor(random: Random, signal: Signal, version: string) {
    this.#random = random;
    this.#signal = signal;
    this.#version = version;
  }

  make(): Pick<TransformProgram, "config" | "about"> {
    const random = this.#random;
    const list = random.weighted<unknown>([
      [this.#infers ? 3 : 0.1, () => this.#basic()],
      [8, () => random.list([1, 1, 2, 3], () => this.#group())],
      [this.#infers ? 0.3 : 0, () => [this.#group(), ...this.#basic()]],
    ]);
    const mode = random.chance(0.7) ? { error_mode: random.pick(modes) } : {};
    const config: Record<string, unknown> = { ...mode, [settings[this.#signal]]: list };
    this.#about.push(`error_mode ${mode.error_mode ?? "default"}`);
    if (!random.chance(0.04)) return { config, about: this.#about };
    this.#about.push("broken");
    return { config: this.#broken(config), about: this.#about };
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
    this.#about.push("basic", `inferred ${context}`);
    return this.#statements(context, true);
  }

  #group(): Group {
    const random = this.#random;
    const context = this.#context();
    const infers = this.#infers && random.chance(0.3);
    this.#about.push("advanced", `${infers ? "inferred" : "context"} ${context}`);
    const conditions = random.chance(0.35)
      ? random.list([0, 1, 1, 2, 3], () => this.#text("condition", context, infers))
      : undefined;
    if (conditions !== undefined) this.#about.push("conditions");
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
    this.#about.push("cache");
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

  /** A configuration in which something is not as it should be. */
  #broken(config: Record<string, unknown>): Readonly<Record<string, unknown>> {
    const random = this.#random;
    const wrong = () => random.pick<unknown>([null, "", 1, true, [], {}, [null], ["x"], "set(a, 1)"]);
    const path: (string | number)[] = [];
    let at: unknown = config;
    while (typeof at === "object" && at !== null && (path.length === 0 || random.chance(0.7))) {
      const keys: readonly (string | number)[] = Array.isArray(at) ? [...at.keys()] : Object.keys(at);
      if (keys.length === 0) break;
      const key = random.pick(keys);
      path.push(key);
      at = (at as Record<string | number, unknown>)[key];
    }
    const replace = (value: unknown, steps: readonly (string | number)[]): unknown => {
      const [step, ...rest] = steps;
      if (step === undefined) return wrong();
      if (Array.isArray(value)) return value.map((item, i) => (i === step ? replace(item, rest) : item));
      const object = value as Record<string, unknown>;
      return { ...object, [step]: replace(object[step], rest) };
    };
    const broken = replace(config, path) as Record<string, unknown>;
    return random.chance(0.1)
      ? { ...broken, [random.pick(["extra", "log_statement", "errormode"])]: wrong() }
      : broken;
  }
}

/** The payload as a release reads it that knows no names of events. */
function withoutEventNames(payload: Payload): Payload {
  return JSON.parse(stringify(payload), (key, value) => (key === "eventName" ? undefined : value)) as Payload;
}

function isIn({ since, until = "999.0.0" }: FunctionDefinition, version: string): boolean {
  return compareVersions(since, version) <= 0 && compareVersions(version, until) <= 0;
}
