import { z } from "zod";
import { rules } from "../../lint/index.ts";

/** What may be made of the findings of a rule. */
export const ruleSeverities = ["off", "info", "warning", "error"] as const;

const severity = z.enum(ruleSeverities);
const pattern = z
  .string()
  .min(1)
  .refine((text) => !text.startsWith("!"), 'begins with "!", which excludes nothing here');

/** What a configuration file of ottlkit says. */
export const configSchema = z.strictObject({
  $schema: z.string().optional().describe("The address of this schema, for editors."),
  compatibility: z
    .string()
    .optional()
    .describe(
      'The Collector contrib version that is checked against, such as "0.118.0"; default: the newest.',
    ),
  gates: z
    .array(z.string())
    .optional()
    .describe('Feature gates that are switched: "id" and "+id" switch on, "-id" off.'),
  ignore: z
    .array(pattern)
    .optional()
    .describe("Files and folders that are left out: glob patterns from the folder of this file."),
  max_warnings: z.number().int().min(0).optional().describe("More warnings than this fail."),
  rules: z
    .strictObject(
      Object.fromEntries(
        rules.map((rule) => [
          rule.code,
          severity.exactOptional().describe(`${rule.summary} Default: ${rule.severity}.`),
        ]),
      ),
    )
    .optional()
    .describe("What is made of the findings of lint rules."),
});

/** What a configuration file says. */
export type ConfigDocument = z.infer<typeof configSchema>;
