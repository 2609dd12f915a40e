import { contexts } from "../../src/contexts/index.ts";
import type { Type } from "../../src/core/types.ts";
import type { TypeName } from "../../src/core/values.ts";
import type { FunctionDefinition, Param } from "../../src/functions/define-function.ts";
import { fittingArgument, fittingArguments } from "./arguments.ts";
import { pattern } from "./compose.ts";
import { literalText, quote } from "./literals.ts";
import { attributeKeys, jsonTexts, patterns, strings } from "./pools.ts";
import type { Random } from "./random.ts";
import { branch, leaf, type Tree } from "./tree.ts";
import { type TypedPath, typedPaths } from "./typed-paths.ts";

const types: readonly TypeName[] = [
  "nil",
  "bool",
  "int",
  "double",
  "string",
  "bytes",
  "list",
  "map",
  "time",
  "duration",
  "trace id",
  "span id",
  "telemetry",
];
/** The types as operands have them: what data mostly holds comes more often. */
const operandTypes: readonly TypeName[] = [
  ...types,
  ...([
    "bool",
    "int",
    "int",
    "int",
    "double",
    "double",
    "string",
    "string",
    "string",
    "list",
    "map",
  ] as const),
];
const comparisons = ["==", "!=", "<", "<=", ">", ">="];
const calculations = ["+", "-", "*", "/"];

/** How wild the texts are. */
export interface Wildness {
  /** How often an operand is of another type than is wanted. */
  readonly wrongType: number;
  /** How often something is written that cannot be. */
  readonly nonsense: number;
}

/** What a generator may write. */
export interface Surroundings {
  readonly context: string;
  readonly functions: readonly FunctionDefinition[];
  /** The feature gates that are on. */
  readonly gates?: readonly string[];
  /** Whether paths must name their context; default: they may. */
  readonly named?: boolean;
}

/** Texts that are no UTF-8, which no literal can say. */
const brokenTexts = [
  'Substring("é", 0, 1)',
  'Substring("é", 1, 1)',
  'Substring("a😀b", 1, 3)',
  'Concat(["a", Substring("é", 0, 1), "b"], "")',
  'Split("aéb", Substring("é", 0, 1))[1]',
];

/** Functions that answer something else each time: only the texts in which that does not show call them. */
const changing: Readonly<Record<string, readonly string[]>> = {
  Now: ["Now() > Unix(0)", "Year(Now()) > 2000", 'Now() - Now() < Duration("1h")', "Now() <= Now()"],
  UUID: ["Len(UUID()) == 36", "UUID() != UUID()", "IsString(UUID())", 'IsMatch(UUID(), "^[0-9a-f-]+$")'],
  UUIDv7: ["Len(UUIDv7()) == 36", "UUIDv7() != UUID()", 'IsMatch(UUIDv7(), "^[0-9a-f]{8}-[0-9a-f]{4}-7")'],
};

/** Makes statements, conditions and value expressions of a context by the types of its paths and of the functions. */
export class TextGenerator {
  readonly #random: Random;
  readonly #functions: readonly FunctionDefinition[];
  readonly #editors: readonly FunctionDefinition[];
  readonly #gates: readonly string[];
  readonly #paths: readonly TypedPath[];
  /** The paths that take keys. */
  readonly #keyed: readonly TypedPath[];
  /** Those of them that payloads fill. */
  readonly #filled: readonly TypedPath[];
  readonly #enums: readonly string[];
  readonly #wildness: Wildness;
  /** The parameters of the lambdas around what is being made. */
  readonly #locals: string[] = [];

  constructor(
    random: Random,
    { context, functions, gates = [], named = false }: Surroundings,
    wildness: Wildness = { wrongType: 0.03, nonsense: 0.004 },
  ) {
    this.#random = random;
    const offered = functions.filter(
      ({ contexts: only, until }) => until === undefined && (only === undefined || only.includes(context)),
    );
    this.#gates = gates;
    this.#functions = offered.filter(({ kind, name }) => kind === "converter" && !(name in changing));
    this.#editors = offered.filter(({ kind }) => kind === "editor");
    this.#paths = typedPaths(context).filter((path) => !named || path.named || random.chance(0.01));
    this.#keyed = this.#paths.filter(({ keyed }) => keyed);
    const filled = this.#keyed.filter(({ text }) => !/cache|otelcol|client|grpc|trace_state/.test(text));
    this.#filled = filled.length > 0 ? filled : this.#keyed;
    this.#enums = Object.keys(contexts[context]?.enums ?? {});
    this.#wildness = wildness;
  }

  /** A boolean expression. */
  condition(depth = 3): Tree {
    const random = this.#random;
    if (depth <= 0) return this.#comparison(1);
    return random.weighted([
      [5, () => this.#comparison(depth)],
      [3, () => this.#booleanCall(depth)],
      [2, () => this.#chain("and", depth)],
      [2, () => this.#chain("or", depth)],
      [2, () => this.#family(depth)],
      [1, () => this.#calculatedComparison(depth)],
      [1, () => branch("bool", "not ", [this.#grouped(depth - 1)])],
      [0.5, () => this.#grouped(depth - 1)],
      [0.7, () => leaf("bool", random.pick(["true", "false"]))],
    ]);
  }

  /** An expression that, mostly, has a value of the type. */
  value(type: TypeName, depth = 3): Tree {
    const random = this.#random;
    if (random.chance(this.#wildness.nonsense)) return this.#nonsense(type);
    if (random.chance(this.#wildness.wrongType)) return this.value(random.pick(types), depth);
    if (this.#locals.length > 0 && random.chance(0.35)) return this.#local(type, depth);
    if (type === "any") return this.value(random.pick(operandTypes), depth);
    const deep = depth > 0 ? 1 : 0;
    return random.weighted([
      [3, () => this.#literal(type, depth)],
      [3, () => this.#path(type)],
      [type in attributeKeys ? 4 : 0.5, () => this.#attribute(type, depth)],
      [3 * deep, () => this.#call(type, depth)],
      [1.5 * deep, () => this.#calculation(type, depth)],
      [1 * deep, () => this.#indexed(depth)],
      [0.3 * deep, () => branch(type, "(", [this.#calculation(type, depth)], "", ")")],
    ]);
  }

  /** An editor with, mostly, a condition. */
  statement(depth = 2, editor = this.#random.pick(this.#editors)): Tree {
    const random = this.#random;
    const call = this.#callOf(editor, depth);
    if (random.chance(0.6)) return call;
    return branch("any", "", [call, this.condition(depth - 1)], " where ");
  }

  /** A text of a kind that calls a function. */
  about(definition: FunctionDefinition, kind: "condition" | "value" | "statement", depth = 2): Tree {
    const random = this.#random;
    if (definition.kind === "editor") return this.statement(depth, definition);
    const fixed = changing[definition.name];
    const text = fixed && random.pick(fixed);
    if (kind === "statement") {
      const editor = this.#editors.find(({ name }) => name === "set");
      if (editor === undefined) throw new Error("no function set");
      if (text !== undefined || random.chance(0.3)) {
        const condition =
          text === undefined ? this.about(definition, "condition", depth) : leaf("bool", text);
        return branch("any", "", [this.#callOf(editor, 1), condition], " where ");
      }
      const value = this.#callOf(definition, depth);
      const place = random.chance(0.5) ? this.#attribute("any", 0) : this.#place(value.type);
      return branch("any", "set(", [place, value], ", ", ")");
    }
    const call = text === undefined ? this.#callOf(definition, depth) : leaf("bool", text);
    if (kind === "value" || call.type === "bool") return call;
    const other = random.weighted<Tree>([
      [3, () => leaf("nil", "nil")],
      [4, () => this.#callOf(definition, depth)],
      [6, () => this.#literal(call.type, 0)],
      [7, () => this.value(call.type, depth - 1)],
    ]);
    return branch("bool", "", [call, other], ` ${random.pick(comparisons)} `);
  }

  #comparison(depth: number): Tree {
    const random = this.#random;
    const [left, right] = random.weighted<readonly [TypeName, TypeName]>([
      [6, () => sameType(random.pick(operandTypes))],
      [2, () => random.pick([["int", "double"] as const, ["double", "int"] as const])],
      [1, () => [random.pick(types), "nil"]],
      [1, () => ["nil", random.pick(types)]],
      [2, () => [random.pick(operandTypes), random.pick(operandTypes)]],
      [1, () => [random.pick(types), random.pick(types)]],
    ]);
    const operator = random.pick(comparisons);
    const separator = random.chance(0.95) ? ` ${operator} ` : operator;
    return branch("bool", "", [this.value(left, depth - 1), this.value(right, depth - 1)], separator);
  }

  #booleanCall(depth: number): Tree {
    const usable = this.#functions.filter(({ gate }) => this.#isOn(gate));
    const boolean = usable.filter(({ returns }) => returns.name === "bool");
    const any = usable.filter(({ returns }) => returns.name === "any");
    return this.#callOf(this.#random.pick(this.#random.chance(0.9) ? boolean : any), depth);
  }

  #chain(operator: "and" | "or", depth: number): Tree {
    const operands = this.#random.list([2, 2, 2, 3, 4], () => {
      const operand = this.condition(depth - 1);
      return this.#random.chance(0.4) ? branch("bool", "(", [operand], "", ")") : operand;
    });
    return branch("bool", "", operands, ` ${operator} `);
  }

  /** Several tests of one text, which an engine may make one test of. */
  #family(depth: number): Tree {
    const random = this.#random;
    const text = random.chance(0.5) ? this.#path("string") : this.#attribute("string", 0);
    const negated = random.chance(0.4);
    const operands = random.list([2, 3, 4, 6], () => {
      const literal = leaf("string", quote(random.pick(random.chance(0.9) ? strings : jsonTexts)));
      const equal = branch("bool", "", [text, literal], random.chance(0.1) !== negated ? " != " : " == ");
      const pattern = leaf("string", quote(random.pick(patterns)));
      const call = random.weighted<Tree>([
        [3, () => branch("bool", "IsMatch(", [text, pattern], ", ", ")")],
        [1, () => branch("bool", "HasPrefix(", [text, literal], ", ", ")")],
        [1, () => branch("bool", "HasSuffix(", [text, literal], ", ", ")")],
      ]);
      return random.weighted<Tree>([
        [4, () => equal],
        [4, () => (negated ? branch("bool", "not ", [call]) : call)],
        [depth > 1 ? 0.5 : 0, () => this.#grouped(depth - 2)],
      ]);
    });
    const chain = branch("bool", "", operands, random.chance(0.9) !== negated ? " or " : " and ");
    return random.chance(0.2) ? branch("bool", "not (", [chain], "", ")") : chain;
  }

  /** A calculation of paths compared with a literal. */
  #calculatedComparison(depth: number): Tree {
    const type = this.#random.pick<TypeName>(["int", "int", "double", "duration", "string"]);
    const left = this.#calculation(type, depth);
    const right = this.#random.chance(0.7)
      ? this.#literal(type === "duration" ? "int" : type, 0)
      : this.#calculation(type, 1);
    const sides = this.#random.chance(0.8) ? [left, right] : [right, left];
    return branch("bool", "", sides, ` ${this.#random.pick(comparisons)} `);
  }

  #grouped(depth: number): Tree {
    return branch("bool", "(", [this.condition(depth)], "", ")");
  }

  #literal(type: TypeName, depth: number): Tree {
    const random = this.#random;
    const text = literalText(random, type, this.#enums);
    if (type === "string" && random.chance(0.03)) return leaf(type, random.pick(brokenTexts));
    if (text !== undefined) return leaf(type, text);
    if (type === "list") {
      const items = random.list(depth > 0 ? [0, 1, 2, 3] : [0, 1], () => this.value("any", depth - 1));
      return branch("list", "[", items, ", ", "]");
    }
    if (type !== "map") return this.#path(type);
    const entries = random.list(depth > 0 ? [0, 1, 2] : [0, 1], () => {
      const key = quote(random.pick(["a", "b", "k", "é", "", "__proto__"]));
      return branch("map", `${key}: `, [this.value("any", depth - 1)]);
    });
    return branch("map", "{", entries, ", ", "}");
  }

  #path(type: TypeName): Tree {
    const random = this.#random;
    const typed = this.#paths.filter(
      (path) => path.type === type || (path.type === "any" && random.chance(0.5)),
    );
    const near = typed.filter(({ text }) => !text.includes("client") && !text.includes("grpc"));
    const fitting = near.length > 0 && random.chance(0.95) ? near : typed;
    if (fitting.length === 0) {
      const text = type in attributeKeys ? undefined : literalText(random, type, this.#enums);
      return text === undefined ? this.#attribute(type, 0) : leaf(type, text);
    }
    return leaf(type, random.pick(fitting).text);
  }

  /** A path that an editor may change, mostly one of the type. */
  #place(type: TypeName): Tree {
    const random = this.#random;
    if (random.chance(0.01)) return this.value(type, 1);
    if (type === "map") return random.chance(0.6) ? this.#path("map") : this.#attribute("map", 1);
    return random.weighted<Tree>([
      [5, () => this.#attribute(type, 1)],
      // Few paths are lists that may be changed.
      [type === "list" ? 1 : 3, () => this.#path(type)],
      [1, () => branch(type, `${random.pick(this.#keyed).text}[`, [leaf("string", '"new"')], "", "]")],
      [1, () => leaf(type, random.pick(this.#paths).text)],
    ]);
  }

  /** A parameter of a lambda around. */
  #local(type: TypeName, depth: number): Tree {
    const local = leaf(type, this.#random.pick(this.#locals));
    return this.#random.chance(0.85) ? local : branch("any", "", [local, this.#key(depth - 1)], "[", "]");
  }

  /** A lambda whose body mostly answers the type. */
  #lambda(arity: number, returns: TypeName, depth: number): Tree {
    const random = this.#random;
    const count = random.chance(0.98) ? arity : random.below(4);
    const names = ["k", "v", "acc", "x"]
      .slice(0, count)
      .map((name) => (random.chance(0.92) ? name : random.pick(["_", "_", "y", "k", "name", "attributes"])));
    const before = this.#locals.length;
    this.#locals.push(...names.filter((name) => name !== "_" || random.chance(0.02)));
    const isCondition = returns === "bool" && random.chance(0.9);
    const body = isCondition ? this.condition(depth) : this.value(returns, depth);
    this.#locals.length = before;
    return branch("any", `(${names.join(", ")}) => `, [body]);
  }

  /** A key, or several, of a path that takes keys. */
  #attribute(type: TypeName, depth: number): Tree {
    const random = this.#random;
    const path = random.pick(random.chance(0.95) ? this.#filled : this.#keyed);
    const keys = random.chance(0.85)
      ? attributeKeys[type in attributeKeys ? (type as "int") : "any"]
      : attributeKeys.any;
    const first = random.chance(0.05) ? leaf("string", '"zz"') : leaf("string", quote(random.pick(keys)));
    const start = depth > 0 && random.chance(0.04) ? this.value("string", depth - 1) : first;
    return branch(type, `${path.text}[`, [start, ...this.#moreKeys(depth, 0.08)], "][", "]");
  }

  #moreKeys(depth: number, probability: number): Tree[] {
    const keys: Tree[] = [];
    while (this.#random.chance(probability) && keys.length < 3) keys.push(this.#key(depth));
    return keys;
  }

  #key(depth: number): Tree {
    const random = this.#random;
    return random.weighted([
      [3, () => leaf("int", random.pick(["0", "1", "2", "-1"]))],
      [3, () => leaf("string", quote(random.pick(["a", "b", "k", "zz"])))],
      [depth > 0 ? 1 : 0, () => this.value(random.pick<TypeName>(["int", "string"]), depth - 1)],
    ]);
  }

  #call(type: TypeName, depth: number): Tree {
    const usable = this.#functions.filter(({ gate }) => this.#isOn(gate));
    const fitting = usable.filter(
      ({ returns }) => (returns.name === "any" ? typeOfResult(returns.label) : returns.name) === type,
    );
    const any = usable.filter(({ returns }) => returns.name === "any");
    const among = fitting.length === 0 || this.#random.chance(0.25) ? any : fitting;
    return this.#callOf(this.#random.pick(among), depth, type);
  }

  #isOn(gate: string | undefined): boolean {
    return gate === undefined || this.#gates.includes(gate) || this.#random.chance(0.02);
  }

  #callOf(definition: FunctionDefinition, depth: number, wanted: TypeName = "any"): Tree {
    const random = this.#random;
    const { name, params, returns } = definition;
    const given = params.filter(({ optional }) => !optional || random.chance(0.4));
    const fitting = random.chance(0.75) ? fittingArguments(random, name) : undefined;
    const type = returns.name === "any" ? (typeOfResult(returns.label) ?? wanted) : returns.name;
    let args =
      fitting?.map((text, at) => this.#fitting(text, params[at], depth - 1, name)) ??
      given.map((param) => this.#argument(param, depth - 1, wanted, name, given));
    if (fitting === undefined && random.chance(0.1)) {
      const from = random.below(given.length + 1);
      args = args.map((arg, i) => (i < from ? arg : branch(arg.type, `${given[i]?.name} = `, [arg])));
    }
    // The reference only counts arguments: with an optional one in place of a required one it crashes when it runs.
    const isCounted = fitting === undefined && given.every(({ optional }) => !optional);
    if (isCounted && random.chance(this.#wildness.nonsense)) args = args.slice(1);
    const call = branch(type, `${name}(`, args, ", ", ")");
    if (definition.kind === "editor") return call;
    return random.chance(0.02) ? branch("any", "", [call, this.#key(depth)], "[", "]") : call;
  }

  /** An argument from those that fit together, or another in its place. */
  #fitting(text: string, param: Param | undefined, depth: number, callee: string): Tree {
    const isNamed = /^[a-z_]+ ?=/.test(text);
    if (param === undefined || isNamed || param.type.literal !== undefined || this.#random.chance(0.9))
      return leaf(param?.type.name ?? "any", text);
    return this.#argument(param, depth, "any", callee);
  }

  #argument(
    { type, name }: Param,
    depth: number,
    wanted: TypeName,
    callee: string,
    given: readonly Param[] = [],
  ): Tree {
    const random = this.#random;
    const { items, literal, strict, passes } = type;
    const fitting = random.chance(0.85) ? fittingArgument(random, callee, name) : undefined;
    if (fitting !== undefined) return leaf("any", fitting);
    if (passes?.kind === "lambda") {
      if (random.chance(0.02)) return this.value("any", depth);
      return this.#lambda(passes.arity, returnedBy(name), depth);
    }
    if (passes?.kind === "place") {
      const isText = callee.startsWith("replace_") && type.name === "any";
      const any = given.length > 1 ? random.pick(operandTypes) : random.pick(types);
      return this.#place(
        isText
          ? "string"
          : callee === "append" && random.chance(0.7)
            ? "list"
            : type.name === "any"
              ? any
              : type.name,
      );
    }
    if (passes?.kind === "function") {
      // Where the only parameter of the named function takes no text, the reference crashes, and ottlkit refuses.
      const usable = this.#functions.filter(
        ({ category, params: [first, ...others] }) =>
          // Hashes of nothing, again for each record that shares the text, make texts of gigabytes.
          category !== "hash" && (others.length > 0 || first?.type.getter === "StringGetter"),
      );
      return leaf("any", random.pick(usable).name);
    }
    if (name === "source" && type.name === "any") return this.value(random.pick(["list", "map"]), depth);
    if (name === "keys" || (name === "key" && literal === undefined && random.chance(0.9))) {
      const key = () => leaf("string", quote(random.pick(Object.values(attributeKeys).flat())));
      return name === "key" ? key() : branch("list", "[", random.list([0, 1, 2, 4], key), ", ", "]");
    }
    if (callee === "ParseJSON" && random.chance(0.6)) return leaf("string", quote(random.pick(jsonTexts)));
    if ((name === "pattern" || name === "regex_pattern") && random.chance(0.85)) {
      return leaf("string", quote(random.chance(0.5) ? pattern(random) : random.pick(patterns)));
    }
    if (literal !== undefined && random.chance(0.97)) {
      if (literal === "string" && name === "key")
        return leaf("string", quote(random.pick(Object.values(attributeKeys).flat())));
      return leaf("any", literalText(random, literal === "enum" ? "int" : literal, this.#enums) ?? "nil");
    }
    if (items?.type.literal !== undefined && random.chance(0.97)) {
      const item = () => leaf("string", quote(random.pick(["a", "b", "k", "s", "m", "", "zz"])));
      return branch("list", "[", random.list([0, 1, 2], item), ", ", "]");
    }
    if (items !== undefined) return this.#list(items.type, items.dynamic, depth, wanted);
    if (type.name !== "any") return this.value(type.name, depth);
    if (strict !== undefined && random.chance(0.3)) return this.value(strict.name, depth);
    return this.value("any", depth);
  }

  #list(item: Type, dynamic: boolean, depth: number, wanted: TypeName): Tree {
    const random = this.#random;
    if (random.chance(dynamic ? 0.3 : 0.03)) return this.value("list", depth);
    const made = random.list([0, 1, 2, 2, 3], () =>
      this.value(item.name === "any" && random.chance(0.3) ? wanted : item.name, depth),
    );
    return branch("list", "[", made, ", ", "]");
  }

  #calculation(type: TypeName, depth: number): Tree {
    const random = this.#random;
    if (type === "int" || type === "double") {
      if (random.chance(0.15))
        return branch(type, random.pick(["-", "-", "+"]), [this.value(type, depth - 1)]);
      const other: TypeName = random.chance(0.2) ? random.pick(["int", "double"]) : type;
      return this.#calculated(type, [type, other], random.pick(calculations), depth);
    }
    if (type === "string") return this.#calculated(type, ["string", "string"], "+", depth);
    if (type === "time") return this.#calculated(type, ["time", "duration"], random.pick(["+", "-"]), depth);
    if (type === "duration")
      return this.#calculated(
        type,
        random.chance(0.7) ? ["time", "time"] : ["duration", "duration"],
        random.pick(["-", "-", "+"]),
        depth,
      );
    return this.#call(type, depth);
  }

  #calculated(type: TypeName, operands: readonly TypeName[], operator: string, depth: number): Tree {
    const random = this.#random;
    const items = operands.map((operand) => {
      const made = this.value(operand, depth - 1);
      return random.chance(0.15) && depth > 1 ? branch(made.type, "(", [made], "", ")") : made;
    });
    return branch(type, "", items, random.chance(0.95) ? ` ${operator} ` : operator);
  }

  /** A call with a key behind it. */
  #indexed(depth: number): Tree {
    const call = this.#call(this.#random.pick<TypeName>(["list", "map", "any"]), depth);
    return branch("any", "", [call, this.#key(depth - 1)], "[", "]");
  }

  #nonsense(type: TypeName): Tree {
    return leaf(
      type,
      this.#random.pick([
        "nowhere",
        "metric.nmae",
        "Nope(1)",
        'Base64Decode("YQ==")',
        "NO_ENUM",
        "1 ==",
        "(",
        ")",
        "[",
        "{a: 1}",
        "not",
        "@",
        "''",
        "resource",
        "() => 1",
        "1 == 1",
        "set(name, 1)",
      ]),
    );
  }
}

/** The type of results that may also be nil. */
function typeOfResult(label: string): TypeName | undefined {
  const [name] = label.split(" or ");
  return types.find((type) => type === name);
}

/** What the lambda of a parameter mostly answers. */
function returnedBy(param: string): TypeName {
  if (param === "predicate" || param === "condition") return "bool";
  return param === "key_mapper" ? "string" : "any";
}

function sameType(type: TypeName): readonly [TypeName, TypeName] {
  return [type, type];
}
