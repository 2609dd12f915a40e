import { branch, defineContext, derived } from "./define-context.ts";
import { cache } from "./shared/cache.ts";

/** What the host says about the client that sent the data; nothing in it can be written. */
export const otelcol = defineContext({
  name: "otelcol",
  doc: "The client that sent the data, as the host supplies it on the record.",
  owner: "client",
  capability: "otelcol_paths",
  since: "otelcol_paths",
  paths: {
    client: branch({
      addr: derived("addr", "address", {
        type: "string",
        readonly: true,
        doc: "The address of the client.",
      }),
      metadata: derived("metadata", "headers", {
        type: "map",
        keys: true,
        readonly: true,
        doc: "The client's metadata, lists of strings by name; names are found in any case.",
      }),
      auth: branch({
        attributes: derived("auth", "claims", {
          type: "map",
          keys: true,
          readonly: true,
          doc: "The attributes that authentication found.",
        }),
      }),
    }),
    grpc: branch({
      metadata: derived("grpc", "headers", {
        type: "map",
        keys: true,
        readonly: true,
        doc: "The metadata of the gRPC call, lists of strings by name; names are found in any case.",
      }),
    }),
    cache,
  },
  higher: [],
  enums: {},
});
