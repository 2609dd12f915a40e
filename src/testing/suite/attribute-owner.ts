const owners = ["dataPoint", "log", "spanEvent", "spanLink", "span", "metric", "scope"] as const;

/** The part of a record whose attributes are meant where a test speaks of attributes; of a metric its data points. */
export function attributeOwner(record: object): (typeof owners)[number] | "resource" {
  const parts = record as Readonly<Record<string, unknown>>;
  return owners.find((name) => parts[name] !== undefined) ?? "resource";
}
