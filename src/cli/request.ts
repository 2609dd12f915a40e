import * as z from "zod";

const optional = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? undefined);
const headers = z.record(z.string(), z.array(z.string()));

/** A line of the protocol; what it says of other ops is left to them. */
const schema = z.looseObject({
  id: z.unknown().optional(),
  op: optional(z.string()),
  kind: optional(z.string()),
  context: optional(z.string()),
  text: optional(z.string()),
  texts: optional(z.array(z.string())),
  signal: optional(z.string()),
  conditions: optional(z.array(z.string())),
  pathContextNames: optional(z.boolean()),
  prependContext: optional(z.boolean()),
  functions: optional(z.string()),
  gates: optional(z.record(z.string(), z.boolean())),
  errorMode: optional(z.string()),
  sharedCache: optional(z.boolean()),
  client: optional(
    z.object({
      metadata: optional(headers),
      addr: optional(z.string()),
      grpc: optional(headers),
      auth: optional(z.record(z.string(), z.union([z.string(), z.array(z.string())]))),
    }),
  ),
  compatibility: optional(z.string()),
  processor: optional(z.string()),
  config: optional(z.record(z.string(), z.unknown())),
  yaml: optional(z.string()),
  unescape: optional(z.boolean()),
  payload: z.unknown().optional(),
});

/** A question, with its fields of the right types. */
export type Request = z.output<typeof schema>;

/** Reads a question; answers what is wrong with it where it is none. */
export function readRequest(raw: unknown): { readonly request: Request } | { readonly problem: string } {
  const { success, data, error } = schema.safeParse(raw ?? {});
  if (success) return { request: data };
  const [issue] = error.issues;
  const place = issue?.path.join(".") ?? "";
  return { problem: `${place === "" ? "" : `${place}: `}${issue?.message ?? "no request"}` };
}
