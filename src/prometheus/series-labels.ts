import { dataText } from "../core/text.ts";
import { compareText } from "../core/text-order.ts";
import type { MapValue } from "../core/values.ts";
import type { PrometheusCompatibility } from "./capabilities.ts";
import { labelName } from "./label-name.ts";
import { type Label, type Labels, sortedLabels } from "./labels.ts";

/** Where a data point stands, as far as its labels tell. */
export interface Surroundings {
  readonly resource: MapValue;
  readonly scope?: { readonly name: string; readonly version: string; readonly attributes: MapValue };
}

/** The attributes that `job` and `instance` stand for. */
export const identifying: readonly string[] = ["service.namespace", "service.name", "service.instance.id"];

/**
 * The labels of a data point's series, without its name: attributes by their cleaned names (values of names that
 * become one are joined), `job` and `instance` of the resource, external labels where absent, then the scope's. A
 * name that cannot be cleaned is returned instead.
 */
export function seriesLabels(
  attributes: MapValue,
  { resource, scope }: Surroundings,
  externalLabels: Readonly<Record<string, string>>,
  compatibility: PrometheusCompatibility,
): Map<string, string> | { readonly unusable: string } {
  const labels = new Map<string, string>();
  const keepsEmpty = !compatibility.has("no_empty_labels");
  for (const { name, value } of attributesInOrder(attributes, compatibility)) {
    if (value === "" && !keepsEmpty) continue;
    const label = labelName(name, compatibility);
    if (label === undefined) return { unusable: name };
    const known = labels.get(label);
    labels.set(label, known === undefined || known === value ? value : `${known};${value}`);
  }
  addIdentity(labels, resource, compatibility);
  for (const [name, value] of Object.entries(externalLabels)) if (!labels.has(name)) labels.set(name, value);
  if (scope !== undefined) addScope(labels, scope, compatibility);
  return labels;
}

/** Labels in order, with more that may repeat a name. */
export function inOrder(labels: ReadonlyMap<string, string>, ...more: readonly Label[]): Labels {
  return sortedLabels([...Array.from(labels, ([name, value]) => ({ name, value })), ...more]);
}

function attributesInOrder(attributes: MapValue, { engine }: PrometheusCompatibility): Label[] {
  const list = Array.from(attributes.entries(), ([name, value]) => ({
    name,
    value: dataText(value, engine),
  }));
  return list.sort((a, b) => compareText(a.name, b.name));
}

function addIdentity(
  labels: Map<string, string>,
  resource: MapValue,
  { engine, has }: PrometheusCompatibility,
): void {
  const [namespace, name, instance] = identifying.map((key) => {
    const value = resource.get(key);
    return value === undefined ? undefined : dataText(value, engine);
  });
  const isThere = (text: string | undefined) =>
    text !== undefined && (text !== "" || !has("no_empty_labels"));
  if (isThere(name)) labels.set("job", `${namespace === undefined ? "" : `${namespace}/`}${name}`);
  if (instance !== undefined && isThere(instance)) labels.set("instance", instance);
}

function addScope(
  labels: Map<string, string>,
  { name, version, attributes }: NonNullable<Surroundings["scope"]>,
  compatibility: PrometheusCompatibility,
): void {
  if (name !== "") labels.set("otel_scope_name", name);
  if (version !== "") labels.set("otel_scope_version", version);
  for (const [key, value] of attributes.entries()) {
    if (key === "name" || key === "version" || key === "schema_url") continue;
    const label = labelName(`otel_scope_${key}`, compatibility);
    if (label !== undefined) labels.set(label, dataText(value, compatibility.engine));
  }
}
