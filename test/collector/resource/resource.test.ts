import { describe, expect, test } from "vitest";
import { stringify } from "../../../src/cli/json.ts";
import { createResource } from "../../../src/collector/resource/create-resource.ts";
import { OttlError } from "../../../src/diagnostics/ottl-error.ts";
import type { KeyValue } from "../../../src/shapes/records.ts";
import { deepFreeze } from "../deep-freeze.ts";
import { cases } from "./cases.ts";
import { type Answer, type Recorded, recorded, type Version, versions } from "./recorded.ts";

describe.each(Object.keys(cases))("recorded %s", (name) => {
  const all = recorded(name);
  const asked = versions.flatMap((version) =>
    all.map((one, i) => ({ version, title: `${i} under ${version}: ${one.yaml}`, one })),
  );

  test.each(asked)("$title", ({ version, one }) => {
    const answer = one.answers.find((given) => given.versions.includes(version));
    expect(outcome(one, version)).toEqual(expected(one, answer, version));
  });
});

test("the recorded cases are those of the table", () => {
  for (const [name, group] of Object.entries(cases))
    expect(recorded(name).map(({ answers: _, ...one }) => one)).toEqual(JSON.parse(stringify(group)));
});

function expected({ codes = [] }: Recorded, answer: Answer | undefined, version: Version) {
  if (answer === undefined) throw new Error("no answer is recorded");
  if (answer.refused !== undefined) return { codes: "length" in codes ? codes : codes[version] };
  return { attributes: answer.attributes ?? attributesIn(answer.payload) };
}

/** The codes of the findings, else the attributes of each resource. */
function outcome({ yaml, attributes = [], payload, client }: Recorded, compatibility: string) {
  const resourceMetrics = attributes.map((list) => ({ resource: { attributes: list } }));
  const given = deepFreeze(payload ?? { resourceMetrics });
  try {
    const options = client === undefined ? { compatibility } : { compatibility, client };
    const { output } = createResource(document(yaml), undefined, options).apply(given);
    expect(withoutAttributes(output)).toEqual(withoutAttributes(given));
    return { attributes: attributesIn(output) };
  } catch (error) {
    if (!(error instanceof OttlError)) throw error;
    return { codes: error.diagnostics.map(({ code }) => code) };
  }
}

type Container = { readonly resource?: { readonly attributes?: unknown } | null } | null;

/** The attributes of each resource of a payload, as the reference writes them. */
function attributesIn(payload: object | undefined): KeyValue[][] {
  const containers = Object.values(payload ?? {}).flat() as readonly Container[];
  return containers.map((container) => pairs(container?.resource?.attributes));
}

/** A payload without the attributes of its resources, and without resources that have nothing else. */
function withoutAttributes(payload: object): unknown {
  const containers = Object.values(payload).flat() as readonly Container[];
  return containers.map((container) => {
    const { resource, ...rest } = container ?? {};
    const { attributes: _, ...others } = resource ?? {};
    return Object.keys(others).length === 0 ? rest : { ...rest, resource: others };
  });
}

/** A Collector configuration with the settings of a processor. */
function document(settings: string): string {
  const indented = settings.replace(/^(?=.)/gm, "    ");
  return `processors:\n  resource/recorded:\n${indented}\n`;
}

/** Attributes as the reference writes them. */
function pairs(list: unknown): KeyValue[] {
  if (!Array.isArray(list)) return [];
  return list.map((pair: KeyValue | null) => {
    const key = pair?.key ?? "";
    const value = lastOf(pair?.value ?? {});
    return key === "" ? { value } : { key, value };
  });
}

/** Of several values the last one written. */
function lastOf(value: object): object {
  return Object.fromEntries(Object.entries(value).slice(-1));
}
