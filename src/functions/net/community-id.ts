import { sha1 } from "@noble/hashes/legacy.js";
import { toBase64 } from "../../core/bytes.ts";
import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { quoted } from "../../diagnostics/quoted.ts";
import { defineFunction, optional, param } from "../define-function.ts";
import { parseIp } from "../lib/ip-address.ts";

/** The IANA numbers of the protocols that the reference knows. */
const protocols: Readonly<Record<string, number>> = {
  ICMP: 1,
  TCP: 6,
  UDP: 17,
  RSVP: 46,
  ICMP6: 58,
  SCTP: 132,
};

export const communityID = defineFunction({
  kind: "converter",
  name: "CommunityID",
  category: "net",
  summary: "The Community ID (version 1) of a network flow, the same in both directions.",
  params: [
    param("source_i_p", t.string, "The IP address that the flow comes from."),
    param("source_port", t.int, "Its port, 0 to 65535."),
    param("destination_i_p", t.string, "The IP address that the flow goes to."),
    param("destination_port", t.int, "Its port, 0 to 65535."),
    optional("protocol", t.string, "`ICMP`, `TCP`, `UDP`, `RSVP`, `ICMP6` or `SCTP`.", "TCP"),
    optional("seed", t.int, "A number, 0 to 65535, that sets the ids of one site apart.", 0n),
  ],
  returns: t.string,
  since: "0.141.0",
  examples: [
    {
      source: 'CommunityID("128.232.110.120", 34855, "66.35.250.204", 80)',
      result: "1:LQU9qZlK+B5F3KDmev6m5PMibrg=",
    },
    {
      source: 'CommunityID("66.35.250.204", 80, "128.232.110.120", 34855, protocol="TCP", seed=0)',
      result: "1:LQU9qZlK+B5F3KDmev6m5PMibrg=",
    },
    { source: 'CommunityID("10.0.0.1", 65536, "10.0.0.2", 80)', error: "argument_value" },
    { source: 'CommunityID("10.0.0.1", "80", "10.0.0.2", 80)', error: "argument_type" },
  ],
  evaluate(sourceIp, sourcePort, destinationIp, destinationPort, protocol, seed) {
    const source = endpoint("source", sourceIp, sourcePort);
    const destination = endpoint("destination", destinationIp, destinationPort);
    const number = Object.hasOwn(protocols, protocol) ? protocols[protocol] : undefined;
    if (number === undefined) {
      const expected = Object.keys(protocols).join(", ");
      throw new Failure("argument_value", { argument: "protocol", expected, found: quoted(protocol) });
    }
    const [first, second] = isBehind(source, destination) ? [destination, source] : [source, destination];
    const flow = [
      ...bigEndian(portOf("seed", seed)),
      ...first.address,
      ...second.address,
      number,
      0,
      ...bigEndian(first.port),
      ...bigEndian(second.port),
    ];
    return `1:${toBase64(sha1(Uint8Array.from(flow)))}`;
  },
});

interface Endpoint {
  readonly address: Uint8Array;
  readonly port: number;
}

function endpoint(side: string, ip: string, port: bigint): Endpoint {
  const checked = portOf(`${side}_port`, port);
  const address = parseIp(ip);
  if (address !== undefined) return { address, port: checked };
  throw new Failure("argument_value", {
    argument: `${side}_i_p`,
    expected: "an IP address",
    found: quoted(ip),
  });
}

function portOf(argument: string, value: bigint): number {
  if (value >= 0n && value <= 0xffffn) return Number(value);
  throw new Failure("argument_value", { argument, expected: "0 to 65535", found: String(value) });
}

/** Whether an endpoint comes behind another: the shorter address first, then the lower one, then the lower port. */
function isBehind(a: Endpoint, b: Endpoint): boolean {
  if (a.address.length !== b.address.length) return a.address.length > b.address.length;
  const at = a.address.findIndex((byte, i) => byte !== b.address[i]);
  return at < 0 ? a.port > b.port : (a.address[at] as number) > (b.address[at] as number);
}

function bigEndian(word: number): readonly [number, number] {
  return [word >> 8, word & 0xff];
}
