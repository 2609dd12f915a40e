import { z } from "zod";
import { suiteSchema } from "../src/testing/suite/schema.ts";

/** The JSON Schema of suites of rule tests, for editors. */
export function suiteSchemaDocument(): string {
  const schema = z.toJSONSchema(suiteSchema, {
    unrepresentable: "any",
    io: "input",
    reused: "ref",
    override({ zodSchema, jsonSchema }) {
      if (zodSchema._zod.def.type === "bigint") jsonSchema.type = "integer";
    },
  });
  return `${JSON.stringify({ title: "A suite of rule tests of ottlkit", ...schema }, undefined, 2)}\n`;
}
