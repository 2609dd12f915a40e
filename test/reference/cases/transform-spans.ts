import { type CaseSource, type Group, group } from "./group.ts";
import { keyValues, type Payload, type Plain } from "./payload.ts";

type Attributes = { readonly [key: string]: Plain };

const kinds = { unspecified: 0, internal: 1, server: 2, client: 3, producer: 4, consumer: 5 } as const;

function spanOf(kind: keyof typeof kinds, attributes: Attributes, name = "was"): Payload {
  return {
    resourceSpans: [
      { scopeSpans: [{ spans: [{ name, kind: kinds[kind], attributes: keyValues(attributes) }] }] },
    ],
  };
}

const current = 'set_semconv_span_name("1.37.0")';

/** A statement over spans of some kinds, each with the same attributes. */
function named(attributes: Attributes, ...of: readonly (keyof typeof kinds)[]): CaseSource[] {
  return of.map((kind) => ({
    text: current,
    name: `${kind} ${JSON.stringify(keyValues(attributes))}`,
    payload: spanOf(kind, attributes),
  }));
}

/** Statements over a span of a server. */
function texts(...some: readonly string[]): CaseSource[] {
  const payload = spanOf("server", { "http.request.method": "GET", "http.route": "/a/{b}", was: "x" });
  return some.map((text) => ({ text, payload }));
}

const version = (text: string, more = "") => `set_semconv_span_name("${text}"${more})`;
const method = { "http.request.method": "GET" };
const server = { "server.address": "db.example", "server.port": 5432n };
const messaging = { "messaging.system": "kafka" };
const database = { "db.system.name": "postgresql" };
const rpc = { "rpc.system": "grpc" };

/** The cases of `set_semconv_span_name`. */
export const transformSpans: readonly Group[] = [
  group(
    "functions/set_semconv_span_name",
    "Names of spans by the semantic conventions.",
    { kind: "statement", functions: "transform", compatibility: "0.161.0", context: "span" },
    {
      "names spans of HTTP": [
        ...named(
          { ...method, "http.route": "/a/{b}", "url.template": "/c/{d}" },
          "unspecified",
          "internal",
          "server",
          "client",
          "producer",
          "consumer",
        ),
        ...named(method, "server", "client"),
        ...named({ "http.method": "POST", "http.route": "/a" }, "server"),
        ...named({ ...method, "http.method": "POST" }, "client"),
        ...named({ "http.request.method": "", "http.route": "" }, "server"),
        ...named({ "http.request.method": "", ...rpc }, "server", "client"),
        ...named({ "http.request.method": 1n, "http.route": [1n, "a"] }, "server"),
        ...named({ "http.request.method": null, "http.route": true }, "server"),
        ...named({ "http.route": "/a" }, "server"),
      ],
      "names spans of RPC": [
        ...named({ ...rpc, "rpc.method": "Get", "rpc.service": "shop.Cart" }, "server", "client", "producer"),
        ...named({ ...rpc, "rpc.method": "Get" }, "server"),
        ...named({ ...rpc, "rpc.service": "shop.Cart" }, "client"),
        ...named(rpc, "server"),
        ...named({ "rpc.system.name": "dubbo", ...rpc }, "client"),
        ...named({ ...rpc, "rpc.grpc.method": "Get", "rpc.grpc.service": "Old" }, "client"),
        ...named({ ...rpc, "rpc.method": "", "rpc.service": "" }, "client"),
        ...named({ "rpc.method": "Get", "rpc.service": "shop.Cart" }, "client"),
      ],
      "names spans of databases": [
        ...named(
          { ...database, "db.query.summary": "SELECT a", "db.operation.name": "SELECT" },
          "client",
          "server",
        ),
        ...named(
          {
            ...database,
            "db.operation.name": "SELECT",
            "db.namespace": "shop",
            "db.collection.name": "carts",
          },
          "client",
        ),
        ...named({ ...database, "db.operation": "SELECT", "db.name": "shop" }, "client"),
        ...named({ ...database, "db.operation.name": "", "db.collection.name": "carts" }, "client"),
        ...named({ ...database, "db.namespace": "shop", "db.stored_procedure.name": "clean" }, "client"),
        ...named({ ...database, "db.stored_procedure.name": "clean" }, "client"),
        ...named({ ...database, "db.operation.name": "SELECT", ...server }, "client"),
        ...named({ ...database, "server.address": "db.example" }, "client"),
        ...named({ ...database, "server.port": 5432n }, "client"),
        ...named({ "db.system": "redis" }, "client", "server"),
        ...named({ ...database, "db.query.summary": "" }, "client"),
        ...named({ ...database, "db.namespace": "", "db.collection.name": "" }, "client"),
      ],
      "names spans of messaging": [
        ...named(
          { ...messaging, "messaging.operation.name": "send", "messaging.destination.name": "orders" },
          "producer",
          "consumer",
          "client",
          "server",
          "internal",
        ),
        ...named(
          { ...messaging, "messaging.operation": "receive", "messaging.destination": "orders" },
          "consumer",
        ),
        ...named(
          { ...messaging, "messaging.destination.temporary": true, "messaging.destination.name": "x" },
          "consumer",
        ),
        ...named(
          { ...messaging, "messaging.destination.anonymous": true, "messaging.destination.temporary": false },
          "consumer",
        ),
        ...named(
          {
            ...messaging,
            "messaging.destination.temporary": "true",
            "messaging.destination.template": "o/{id}",
          },
          "producer",
        ),
        ...named({ ...messaging, "messaging.operation.name": "send", ...server }, "producer"),
        ...named({ ...messaging, "messaging.operation.name": "send" }, "producer"),
        ...named(messaging, "producer", "client", "server"),
        ...named(
          { ...messaging, "messaging.destination.name": "", "messaging.operation.name": "" },
          "producer",
        ),
        ...named({ "messaging.destination.name": "orders" }, "producer"),
      ],
      "keeps the name that there was": texts(
        version("1.37.0", ', "was"'),
        version("1.37.0", ', original_span_name_attribute="http.route"'),
        version("1.40.0", ', "before"'),
        version("1.40.0", ', ""'),
        version("1.40.0", ", name"),
        version("1.40.0", ", 1"),
        `${version("1.37.0", ', "before"')} where kind == SPAN_KIND_CLIENT`,
        `${version("1.37.0", ', "before"')} where kind == SPAN_KIND_SERVER`,
        'set_semconv_span_name(original_span_name_attribute="o", semconv_version="1.38.0")',
      ),
      "keeps no name that stays": [
        { text: version("1.37.0", ', "before"'), payload: spanOf("server", method, "GET") },
        {
          text: version("1.37.0", ', "before"'),
          payload: spanOf("internal", method),
          name: "an internal span",
        },
        {
          text: version("1.37.0", ', "before"'),
          payload: spanOf("server", method, ""),
          name: "a span without a name",
        },
      ],
      "takes versions from 1.37.0 to 1.43.0": texts(
        ...[
          "1.37.0",
          "1.43.0",
          "v1.40.0",
          "1.38",
          "1.36.9",
          "1.36.99",
          "1.43.1",
          "1.44.0",
          "1",
          "2.0.0",
          "0.37.0",
        ].map((one) => version(one)),
        ...[
          "1.37.0-rc.1",
          "1.43.0-rc.1",
          "1.43.0+build",
          "1.38.0-01",
          "1.38.0-0a.1",
          "01.038.00",
          "1.38.0-",
          "1.38.0+",
        ].map((one) => version(one)),
        ...["", " 1.38.0", "1.38.0 ", "1.38.x", "1.38.0.0", "V1.38.0", "99999999999999999999.0.0"].map(
          (one) => version(one),
        ),
      ),
      "is refused": texts(
        "set_semconv_span_name()",
        "set_semconv_span_name(1.37)",
        "set_semconv_span_name(name)",
        'set_semconv_span_name("1.37.0", "a", "b")',
        'set_semconv_span_name(version="1.37.0")',
      ),
    },
  ),
];
