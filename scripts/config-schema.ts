import { z } from "zod";
import { configSchema } from "../src/cli/check/config-schema.ts";

/** The JSON Schema of the configuration file, for editors. */
export function configSchemaDocument(): string {
  const schema = z.toJSONSchema(configSchema, { io: "input", unrepresentable: "any" });
  return `${JSON.stringify({ title: "The configuration of ottlkit check", ...schema }, undefined, 2)}\n`;
}
