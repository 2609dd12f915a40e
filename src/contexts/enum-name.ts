import type { ResolvedPath } from "./resolve.ts";
import { metricEnums } from "./shared/metric-enums.ts";

/** The name of a number that a path holds, such as `SPAN_KIND_SERVER`; nothing where its numbers have no names. */
export function enumNameOf({ definition, keys }: ResolvedPath, value: bigint): string | undefined {
  if (keys.length > 0) return undefined;
  if (definition.kind === "derived" && definition.derivation === "metric type")
    return nameOf(
      Object.entries(metricEnums).filter(([name]) => name.startsWith("METRIC_")),
      value,
    );
  const names = definition.kind === "field" || definition.kind === "variant" ? definition.names : undefined;
  return names === undefined ? undefined : nameOf(Object.entries(names), value);
}

function nameOf(names: readonly (readonly [string, number | bigint])[], value: bigint): string | undefined {
  return names.find(([, number]) => BigInt(number) === value)?.[0];
}
