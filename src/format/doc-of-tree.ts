import type {
  Argument,
  Binary,
  Call,
  Expression,
  Group,
  Key,
  Lambda,
  ListLiteral,
  Logical,
  MapLiteral,
  Node,
  Segment,
} from "../syntax/ast.ts";
import { print, printName } from "../syntax/print.ts";
import { childrenOf } from "../syntax/visit.ts";
import type { Attached } from "./comments.ts";
import {
  breaks,
  broken,
  choice,
  type Doc,
  group,
  hardLine,
  indent,
  join,
  line,
  parts,
  softLine,
} from "./doc.ts";

/** Writes a tree as a text that can be broken into lines; literals are spelled as in the text that it was read from. */
export function docOfTree(root: Node, text: string, comments: Attached): Doc {
  return new TreeWriter(text, comments).write(root);
}

class TreeWriter {
  readonly #text: string;
  readonly #comments: Attached;
  readonly #made = new Map<Node, readonly Doc[]>();

  constructor(text: string, comments: Attached) {
    this.#text = text;
    this.#comments = comments;
  }

  write(root: Node): Doc {
    return this.#item(root);
  }

  /** A part that can begin on a line of its own, with the comments about it. */
  #item(node: Node, lead = "", doc = this.#node(node)): Doc {
    const comments = this.#comments.before.get(node) ?? [];
    return parts(...comments.flatMap((comment) => [comment, hardLine]), lead, doc);
  }

  #node(node: Node): Doc {
    switch (node.kind) {
      case "Statement": {
        const { editor, where } = node;
        if (where === null) return this.#node(editor);
        const condition = where.kind === "Logical" ? this.#logical(where, indent) : this.#node(where);
        return group(this.#node(editor), indent(line, this.#item(where, "where ", condition)));
      }
      case "Logical":
        return this.#logical(node, parts);
      case "Unary":
        return parts(node.operator === "not" ? "not " : node.operator, this.#node(node.operand));
      case "Binary":
        return this.#binary(node);
      case "Call":
        return this.#call(node);
      case "Argument":
        return parts(node.name === null ? "" : `${printName(node.name)}=`, this.#node(node.value));
      case "Path":
        return join(
          ".",
          node.segments.map((segment) => this.#segment(segment)),
        );
      case "Segment":
        return this.#segment(node);
      case "Key":
        return this.#key(node);
      case "Group":
      case "ListLiteral":
      case "MapLiteral":
        return this.#bracketed(node, group);
      case "MapEntry":
        return parts(this.#node(node.key), ": ", this.#node(node.value));
      case "Lambda":
        return this.#lambda(node);
      case "StringLiteral":
      case "IntLiteral":
        return this.#text.slice(node.span.start, node.span.end).replace(unreadable, escaped);
      default:
        return print(node);
    }
  }

  /** An operand a line, each behind its operator; those of an operand that is a chain itself are further in. */
  #logical({ operator, operands }: Logical, make: typeof parts): Doc {
    const docs = operands.map((operand, i) => {
      const doc = operand.kind === "Logical" ? this.#logical(operand, indent) : this.#node(operand);
      if (i === 0 && operand.kind === "Logical") return make(this.#item(operand, "", doc));
      return this.#item(operand, i === 0 ? "" : `${operator} `, doc);
    });
    const [first = "", ...rest] = docs;
    return group(first, make(...rest.flatMap((doc) => [line, doc])));
  }

  #binary(node: Binary): Doc {
    const rank = rankOf(node);
    if (rank === "comparison")
      return parts(this.#node(node.left), ` ${node.operator}`, this.#behind(node.right));
    const operands: Doc[] = [];
    let left: Expression = node;
    for (; left.kind === "Binary" && rankOf(left) === rank; left = left.left)
      operands.unshift(line, `${left.operator} `, this.#node(left.right));
    return group(this.#node(left), indent(...operands));
  }

  /** What follows an operator: on its line where it has lines of its own, is short, or there is room. */
  #behind(node: Expression): Doc {
    const doc = this.#node(node);
    const isShort = typeof doc === "string" && doc.length <= 5;
    return isBracketed(node) || isShort ? parts(" ", doc) : group(indent(line, doc));
  }

  #call(call: Call): Doc {
    return this.#callWith(call, this.#arguments(call));
  }

  #callWith({ name, keys }: Call, args: Doc): Doc {
    return parts(printName(name), args, ...keys.map((key) => this.#key(key)));
  }

  /** Arguments on one line, or the last one alone on several, or one a line. */
  #arguments(call: Call): Doc {
    const all = this.#bracketed(call, group);
    const last = call.args.at(-1);
    if (last === undefined || breaks(all) || !mayStandOpen(last, call.args)) return all;
    const before = this.#items(call).slice(0, -1);
    const opened = parts("(", ...before.flatMap((doc) => [doc, ", "]), this.#opened(last), ")");
    return choice(all, opened, this.#bracketed(call, broken));
  }

  /** An argument whose own brackets are broken. */
  #opened({ name, value }: Argument): Doc {
    const lead = name === null ? "" : `${printName(name)}=`;
    if (value.kind === "Call") return parts(lead, this.#callWith(value, this.#bracketed(value, broken)));
    return parts(lead, isBracketed(value) ? this.#bracketed(value, broken) : this.#node(value));
  }

  #bracketed(node: Bracketed, make: typeof group): Doc {
    const [open, close] = brackets[node.kind];
    const items = this.#items(node);
    const comments = this.#comments.atEnd.get(node) ?? [];
    const end = comments.flatMap((comment, i) => [i === 0 && items.length === 0 ? "" : hardLine, comment]);
    if (items.length === 0 && end.length === 0) return open + close;
    const inner = parts(join(parts(",", line), items), ...end);
    return make(open, indent(end.length > 0 ? hardLine : softLine, inner), softLine, close);
  }

  /** What stands in the brackets of a node; made once, since there are several ways to lay it out. */
  #items(node: Bracketed): readonly Doc[] {
    const known = this.#made.get(node);
    if (known !== undefined) return known;
    const children = node.kind === "Call" ? node.args : childrenOf(node);
    const made = children.map((child) => this.#item(child));
    this.#made.set(node, made);
    return made;
  }

  #segment({ name, keys }: Segment): Doc {
    return parts(name, ...keys.map((key) => this.#key(key)));
  }

  #key({ expression }: Key): Doc {
    const doc = this.#node(expression);
    if (typeof doc === "string") return `[${doc}]`;
    return group("[", indent(softLine, doc), softLine, "]");
  }

  #lambda({ params, body }: Lambda): Doc {
    return parts(`(${params.map(({ name }) => name).join(", ")}) =>`, this.#behind(body));
  }
}

type Rank = "comparison" | "sum" | "product";

function rankOf({ operator }: Binary): Rank {
  if (operator === "+" || operator === "-") return "sum";
  return operator === "*" || operator === "/" ? "product" : "comparison";
}

type Bracketed = Call | Group | ListLiteral | MapLiteral;

const brackets: { readonly [K in Bracketed["kind"]]: readonly [open: string, close: string] } = {
  Call: ["(", ")"],
  Group: ["(", ")"],
  ListLiteral: ["[", "]"],
  MapLiteral: ["{", "}"],
};

/** Whether an expression has brackets that its lines can be broken at. */
function isBracketed(node: Node): node is Bracketed {
  return Object.hasOwn(brackets, node.kind);
}

/** Whether the last argument can be broken alone: a list or map behind short arguments, or what is the only one. */
function mayStandOpen({ value }: Argument, args: readonly Argument[]): boolean {
  if (args.length === 1) return isBracketed(value) && !isEmpty(value);
  return isCollection(value) && !isEmpty(value) && !args.slice(0, -1).some((arg) => isCollection(arg.value));
}

function isCollection({ kind }: Node): boolean {
  return kind === "ListLiteral" || kind === "MapLiteral";
}

function isEmpty(node: Node): boolean {
  if (node.kind === "ListLiteral") return node.items.length === 0;
  if (node.kind === "MapLiteral") return node.entries.length === 0;
  return node.kind === "Call" && node.args.length === 0;
}

/** What a string literal may hold and a line of a file had better not. */
const unreadable = /[\p{Cc}\u2028\u2029]/gu;
const named: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escaped(character: string): string {
  return named[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
