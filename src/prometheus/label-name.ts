import type { PrometheusCompatibility } from "./capabilities.ts";

/**
 * The label that the remote-write exporter makes of an attribute's name: what Prometheus labels cannot hold becomes
 * an underscore, and a digit gets `key_` in front. Newer exporters refuse names of underscores alone: `undefined`.
 */
export function labelName(attribute: string, compatibility: PrometheusCompatibility): string | undefined {
  if (!compatibility.has("ascii_names")) return unicodeName(attribute);
  const plain = compatibility.has("plain_labels");
  const replaced = plain ? attribute.replace(/[^a-zA-Z0-9]/gu, "_") : collapsed(attribute);
  const name = /^\d/.test(replaced) ? `key_${replaced}` : plain ? replaced : withKey(replaced);
  return /^_*$/.test(name) ? undefined : name;
}

function unicodeName(attribute: string): string {
  const replaced = attribute.replace(/[^\p{L}\p{Nd}]/gu, "_");
  return /^\d/.test(replaced) ? `key_${replaced}` : withKey(replaced);
}

/** Runs of underscores become one, but for the two on each side of a reserved name. */
function collapsed(attribute: string): string {
  const reserved = attribute.length >= 4 && attribute.startsWith("__") && attribute.endsWith("__");
  const inner = (reserved ? attribute.slice(2, -2) : attribute).replace(/[^a-zA-Z0-9]+/gu, "_");
  return reserved ? `__${inner}__` : inner;
}

function withKey(name: string): string {
  return name.startsWith("_") && !name.startsWith("__") ? `key${name}` : name;
}
