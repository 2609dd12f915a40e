import type { Payload } from "../../reference/cases/payload.ts";
import { generatePayload } from "../payload/generate-payload.ts";
import { attributeKeys, patterns, strings } from "../pools.ts";
import { Random } from "../random.ts";
import { breakConfig } from "./break-config.ts";
import { Conditions, contextsOf, type ProcessedSignal } from "./conditions.ts";
import { ofRelease, type ProcessorProgram, type Release } from "./program.ts";

const signals = Object.keys(contextsOf) as ProcessedSignal[];

const structuredLists = {
  metrics: { resource: "resource", metric: "metric", datapoint: "datapoint" },
  traces: { resource: "resource", span: "span", spanevent: "spanevent" },
  logs: { resource: "resource", log_record: "log" },
} as const;

const flatSettings = {
  metrics: "metric_conditions",
  traces: "trace_conditions",
  logs: "log_conditions",
} as const;
const legacySettings = { metrics: "metrics", traces: "spans", logs: "logs" } as const;

/** An endless stream of settings of filters with payloads, that depends on nothing but the seed. */
export function* filterPrograms(seed: number): Generator<ProcessorProgram> {
  const random = new Random(seed);
  let payloads = new Map<ProcessedSignal, readonly Payload[]>();
  for (let count = 0; ; count++) {
    if (count % 20 === 0)
      payloads = new Map(
        signals.map((signal) => [signal, [1, 2, 3].map(() => generatePayload(random, signal))]),
      );
    const release = random.weighted<Release>([
      [1, () => "0.118.0"],
      [1, () => "0.161.0"],
      [1, () => "0.165.0"],
    ]);
    const signal = random.pick(signals);
    const maker = new Maker(random, signal, release);
    const config = maker.config();
    const payload = ofRelease(random.pick(payloads.get(signal) ?? []), release);
    const broken = random.chance(0.1) ? breakConfig(random, config) : undefined;
    yield {
      processor: "filter",
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

class Maker {
  readonly tags: (readonly [string, string])[] = [];
  readonly #random: Random;
  readonly #signal: ProcessedSignal;
  readonly #conditions: Conditions;
  readonly #release: Release;

  constructor(random: Random, signal: ProcessedSignal, release: Release) {
    this.#random = random;
    this.#signal = signal;
    this.#release = release;
    this.#conditions = new Conditions(random, release);
  }

  config(): Record<string, unknown> {
    const random = this.#random;
    const mode = this.#mode();
    const isOld = this.#release === "0.118.0";
    const forms = random.weighted<readonly Record<string, unknown>[]>([
      [4, () => [this.#structured()]],
      [isOld ? 0.1 : 2, () => [this.#flat()]],
      [isOld ? 0.1 : 3, () => [this.#groups()]],
      [3, () => [this.#legacy()]],
      [0.6, () => [this.#structured(), this.#legacy()]],
      [isOld ? 0.05 : 0.6, () => [this.#legacy(), random.chance(0.5) ? this.#flat() : this.#groups()]],
      [isOld ? 0.05 : 0.4, () => [this.#structured(), this.#flat()]],
      [0.2, () => []],
    ]);
    // Of settings for the same signal the later ones win, but they stay beside each other where they are several.
    const config = forms.reduce(merged, mode === undefined ? {} : { error_mode: mode });
    return random.chance(0.15) ? merged(this.#forOtherSignal(), config) : config;
  }

  #forOtherSignal(): Record<string, unknown> {
    const other = this.#random.pick(signals.filter((signal) => signal !== this.#signal));
    const maker = new Maker(this.#random, other, this.#release);
    this.#tag("form", "beside another signal");
    return this.#random.chance(0.5) ? maker.#structured() : maker.#legacy();
  }

  #tag(what: string, which: string): void {
    this.tags.push([what, which]);
  }

  #mode(): string | undefined {
    const mode = this.#random.pick([
      undefined,
      undefined,
      "ignore",
      "ignore",
      "silent",
      "propagate",
      "IGNORE",
    ]);
    this.#tag("error mode", mode ?? "default");
    return mode;
  }

  #structured(): Record<string, unknown> {
    const random = this.#random;
    const lists = Object.entries(structuredLists[this.#signal]);
    const chosen = lists.filter(() => random.chance(0.55));
    const settings = chosen.map(([name, context]) => {
      if (name === "resource" && this.#release === "0.118.0" && random.chance(0.9)) return [];
      this.#tag("list", `${this.#signal}.${name}`);
      return [[name, this.#texts(context, false)]] as const;
    });
    this.#tag("form", "structured");
    return { [this.#signal]: Object.fromEntries(settings.flat() as [string, unknown][]) };
  }

  #flat(): Record<string, unknown> {
    const { contexts, random } = this.#parts();
    const texts = random.list([0, 1, 1, 2, 3, 4], () => this.#condition(random.pick(contexts), true));
    this.#tag("form", "flat");
    return { [flatSettings[this.#signal]]: texts };
  }

  #groups(): Record<string, unknown> {
    const { contexts, random } = this.#parts();
    const groups = random.list([1, 1, 2, 3], () => {
      const isGiven = random.chance(0.55);
      const context = random.pick(contexts);
      if (isGiven) this.#tag("group context", context);
      const conditions = isGiven
        ? this.#texts(context, random.chance(0.3))
        : random.list([1, 1, 2, 3], () => this.#condition(random.pick(contexts), true));
      const mode = random.chance(0.4) ? random.pick(["ignore", "silent", "propagate"]) : undefined;
      if (mode !== undefined) this.#tag("group error mode", mode);
      return {
        ...(isGiven ? { context } : {}),
        conditions,
        ...(mode === undefined ? {} : { error_mode: mode }),
      };
    });
    this.#tag("form", "groups");
    return { [flatSettings[this.#signal]]: groups };
  }

  #parts() {
    return { contexts: contextsOf[this.#signal], random: this.#random };
  }

  #texts(context: string, named: boolean): unknown {
    const texts = this.#random.list([0, 1, 1, 1, 2, 3], () => this.#condition(context, named));
    return this.#random.chance(0.03) ? texts.join(",") : texts;
  }

  #condition(context: string, named: boolean): string {
    this.#tag("context", context);
    return this.#conditions.one(context, named);
  }

  #legacy(): Record<string, unknown> {
    const random = this.#random;
    const sides = random.pick([["include"], ["exclude"], ["include", "exclude"]]);
    const settings = sides.map((side) => [side, this.#side()] as const);
    this.#tag("form", `older ${this.#signal}`);
    return { [legacySettings[this.#signal]]: Object.fromEntries(settings) };
  }

  #side(): Record<string, unknown> {
    const random = this.#random;
    const type = random.weighted<string | undefined>([
      [6, () => "strict"],
      [6, () => "regexp"],
      [0.3, () => "wrong"],
      [0.3, () => undefined],
    ]);
    this.#tag("match type", String(type));
    const isRegexp = type === "regexp";
    const text = () => (isRegexp && random.chance(0.6) ? random.pick(patterns) : random.pick(strings));
    const texts = () => random.list([1, 1, 1, 2, 3], text);
    const attributes = () => random.list([0, 1, 1, 2], () => this.#attribute(isRegexp, text));
    const makers: Readonly<Record<ProcessedSignal, Readonly<Record<string, () => unknown>>>> = {
      metrics: { metric_names: texts, resource_attributes: attributes },
      logs: {
        resource_attributes: attributes,
        record_attributes: attributes,
        severity_texts: texts,
        bodies: texts,
        severity_number: () => ({
          ...(random.chance(0.8)
            ? { min: random.pick(["INFO", "warn2", "9", "24", "", "nothing", "trace"]) }
            : {}),
          ...(random.chance(0.5) ? { match_undefined: random.chance(0.5) } : {}),
        }),
      },
      traces: {
        services: texts,
        span_names: texts,
        span_kinds: () =>
          random.list([0, 1, 2], () =>
            random.pick([
              "SPAN_KIND_SERVER",
              "SPAN_KIND_CLIENT",
              "SPAN_KIND_INTERNAL",
              "SPAN_KIND_UNSPECIFIED",
              "SERVER",
            ]),
          ),
        attributes,
        resources: attributes,
        libraries: () =>
          random.list([0, 1, 1, 2], () => ({
            ...(random.chance(0.9) ? { name: text() } : {}),
            ...(random.chance(0.4) ? { version: random.chance(0.2) ? null : text() } : {}),
          })),
      },
    };
    const settings = Object.entries(makers[this.#signal])
      .filter((_, i, all) => random.chance(0.4) || (i === all.length - 1 && random.chance(0.5)))
      .map(([name, make]) => {
        this.#tag("older setting", name);
        return [name, make()] as const;
      });
    return { ...(type === undefined ? {} : { match_type: type }), ...Object.fromEntries(settings) };
  }

  #attribute(isRegexp: boolean, text: () => string): object {
    const random = this.#random;
    const type = random.pick(Object.keys(attributeKeys) as (keyof typeof attributeKeys)[]);
    const key = random.chance(0.03) ? "" : random.pick(attributeKeys[type]);
    if (random.chance(0.35)) return { key };
    const plain = [1, 0, -1, 1.5, true, false, null, [], {}, ["a"], [1, 2], { a: 1 }, 4294967296] as const;
    const value = random.chance(isRegexp ? 0.9 : 0.5) ? text() : random.pick(plain);
    return { key, value };
  }
}

/** The settings of both; those of one owner stay together. */
function merged(config: Record<string, unknown>, more: Record<string, unknown>): Record<string, unknown> {
  const all = { ...config };
  for (const [key, value] of Object.entries(more)) {
    const before = all[key];
    const isMap = typeof before === "object" && typeof value === "object" && !Array.isArray(value);
    all[key] = isMap ? { ...before, ...value } : value;
  }
  return all;
}
