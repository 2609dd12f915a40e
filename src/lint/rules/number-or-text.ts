import type { ValueIr } from "../../check/ir.ts";
import { defineRule } from "../define-rule.ts";
import { ofKind } from "../visit-ir.ts";

/** Attributes that the semantic conventions make ints. */
const intAttributes = `
  client.port db.response.returned_rows destination.port http.request.body.size http.request.resend_count
  http.request.size http.request_content_length http.resend_count http.response.body.size
  http.response.size http.response.status_code http.response_content_length http.status_code
  messaging.batch.message_count messaging.message.body.size net.host.port net.peer.port net.sock.host.port
  net.sock.peer.port network.local.port network.peer.port process.exit.code process.parent_pid process.pid
  rpc.grpc.status_code server.port source.port thread.id url.port
`;

/** Finds numbers in quotes for attributes that are ints. */
export const numberOrText = defineRule({
  code: "number_or_text",
  severity: "info",
  summary: "An attribute that is an int by the semantic conventions is compared with a number in quotes.",
  why: 'An int never equals a text: `attributes["http.status_code"] == "200"` only holds for sources that write the code as a text, as labels of Prometheus are. Ask for `200`, or for both.',
  bad: [
    { context: "span", text: 'attributes["http.status_code"] == "200"' },
    { context: "span", text: 'attributes["http.response.status_code"] >= "500"' },
  ],
  good: [
    { context: "span", text: 'attributes["http.status_code"] == 200' },
    {
      context: "span",
      text: 'attributes["http.status_code"] == "200" or attributes["http.status_code"] == 200',
    },
    { context: "span", text: 'attributes["status"] == "200"' },
    { context: "datapoint", text: 'attributes["http.status_code"] == "200"' },
  ],
  *check(text) {
    // Data points often come from Prometheus, where every label is a text.
    if (text.settings.context.name === "datapoint") return;
    const compared = ofKind(text, "compare").flatMap(({ left, right, node }) => {
      const key = keyOf(left) ?? keyOf(right);
      const literal = left.kind === "literal" ? left : right.kind === "literal" ? right : undefined;
      return key === undefined || literal === undefined ? [] : [{ key, value: literal.value, node }];
    });
    for (const { key, value, node } of compared) {
      if (typeof value !== "string" || !/^\d{1,18}$/.test(value)) continue;
      if (compared.some((other) => other.key === key && typeof other.value === "bigint")) continue;
      yield { span: node.span, params: { key, literal: value }, hint: `an int is written ${BigInt(value)}` };
    }
  },
});

function isIntAttribute(name: string): boolean {
  known ??= new Set(intAttributes.trim().split(/\s+/));
  return known.has(name);
}
let known: ReadonlySet<string> | undefined;

/** The attribute of the record that an expression reads. */
function keyOf(ir: ValueIr): string | undefined {
  if (
    ir.kind !== "read" ||
    ir.path.definition.kind !== "attributes" ||
    ir.path.definition.property !== "attributes"
  )
    return undefined;
  const [key] = ir.keys;
  const name = ir.keys.length === 1 && key?.kind === "literal" ? key.value : undefined;
  return typeof name === "string" && isIntAttribute(name) ? name : undefined;
}
