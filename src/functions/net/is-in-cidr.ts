import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { quoted } from "../../diagnostics/quoted.ts";
import { defineFunction, param } from "../define-function.ts";
import { contains, type IpNetwork, parseIp, parseNetwork } from "../lib/ip-address.ts";

export const isInCIDR = defineFunction({
  kind: "converter",
  name: "IsInCIDR",
  category: "net",
  summary: "Whether an IP address is in one of several networks; false of what is no address.",
  params: [
    param("target", t.string, "The IPv4 or IPv6 address."),
    param("networks", t.partlyKnownListOf(t.string), 'The networks, such as `["10.0.0.0/8", "fd00::/8"]`.'),
  ],
  returns: t.bool,
  since: "0.146.0",
  examples: [
    { source: 'IsInCIDR("10.1.2.3", ["192.168.0.0/16", "10.0.0.0/8"])', result: true },
    { source: 'IsInCIDR("::ffff:10.1.2.3", ["10.0.0.0/8"])', result: true },
    { source: 'IsInCIDR("localhost", ["127.0.0.0/8"])', result: false },
    { source: 'IsInCIDR("10.1.2.3", ["10.0.0.0/33"])', error: "call_refused" },
    { source: "IsInCIDR(1, [])", error: "argument_type" },
  ],
  create(_, known = []) {
    const texts = [...known];
    const dynamic = texts.indexOf(undefined);
    // The reference looks at literals until the first network that is none, and at no more.
    const literal = texts.slice(0, dynamic < 0 ? undefined : dynamic).map(networkOf);
    return (target, networks) => {
      const address = parseIp(target);
      if (address === undefined) return false;
      if (dynamic < 0) return literal.some((network) => contains(network, address));
      for (const network of networks) if (contains(networkOf(network), address)) return true;
      return false;
    };
  },
});

function networkOf(text = ""): IpNetwork {
  const network = parseNetwork(text);
  if (network !== undefined) return network;
  const expected = 'a network such as "10.0.0.0/8"';
  throw new Failure("argument_value", { argument: "networks", expected, found: quoted(text) });
}
