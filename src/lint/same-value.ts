import type { ArgumentIr, Ir } from "../check/ir.ts";
import type { Leaf } from "../contexts/define-context.ts";
import { assertNever } from "../core/assert-never.ts";
import { print } from "../syntax/print.ts";

/**
 * A text that two expressions share exactly where they are the same whatever is written: with and without the name of
 * the context, with other white space, by position or by name. What differs at each call has one of its own.
 */
export function identityOf(ir: Ir): string {
  const known = identities.get(ir);
  if (known !== undefined) return known;
  const identity = makeIdentity(ir);
  identities.set(ir, identity);
  return identity;
}

const identities = new WeakMap<Ir, string>();

function makeIdentity(ir: Ir): string {
  switch (ir.kind) {
    case "literal":
      if (typeof ir.value === "object" && ir.value !== null) return `${ir.type} ${print(ir.node)}`;
      return `${ir.type} ${JSON.stringify(String(ir.value))}`;
    case "read":
      return `${ir.path.owner}#${numberOf(ir.path.definition)}${ir.keys.map((key) => `[${identityOf(key)}]`).join("")}`;
    case "local":
      return `local ${numberOf(ir.local)}`;
    case "list":
      return `[${ir.items.map(identityOf).join()}]`;
    case "map":
      return `{${ir.entries.map(({ key, value }) => `${identityOf(key)}:${identityOf(value)}`).join()}}`;
    case "calculate":
    case "compare":
      return `(${identityOf(ir.left)} ${ir.operator} ${identityOf(ir.right)})`;
    case "negate":
      return `-(${identityOf(ir.operand)})`;
    case "call": {
      const { definition, reads, args } = ir;
      if (definition.params.length === 0 && reads.length === 0) return `call ${numberOf(ir)}`; // such as UUID()
      return `${definition.name}(${args.map(identityOfArgument).join()})`;
    }
    case "index":
      return `${identityOf(ir.target)}[${ir.keys.map(identityOf).join("][")}]`;
    case "constant":
      return ir.of === undefined ? String(ir.value) : identityOf(ir.of);
    case "truth":
      return identityOf(ir.value);
    case "logical":
      return `(${ir.written.map(identityOf).join(` ${ir.operator} `)})`;
    case "not":
      return `not(${identityOf(ir.operand)})`;
    default:
      return assertNever(ir);
  }
}

function identityOfArgument(arg: ArgumentIr): string {
  switch (arg.kind) {
    case "constant":
      return arg.source === undefined ? "" : identityOf(arg.source);
    case "dynamic":
    case "place":
      return identityOf(arg.source);
    case "items":
      return `[${arg.items.map(identityOfArgument).join()}]`;
    case "lazy":
      return identityOfArgument(arg.argument);
    case "function":
      return arg.value.name;
    case "lambda":
      return `lambda ${numberOf(arg)}`;
    default:
      return assertNever(arg);
  }
}

const numbers = new WeakMap<object, number>();
let last = 0;

function numberOf(object: Leaf | object): number {
  const number = numbers.get(object) ?? ++last;
  numbers.set(object, number);
  return number;
}
