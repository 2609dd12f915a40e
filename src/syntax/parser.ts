import { EmbeddedActionsParser, EOF, type IToken, type TokenType } from "chevrotain";
import type { Compatibility } from "../core/compatibility.ts";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { makeDiagnostic } from "../diagnostics/make-diagnostic.ts";
import type { Code } from "../diagnostics/messages.ts";
import type {
  Argument,
  Binary,
  BooleanLiteral,
  BytesLiteral,
  Call,
  ComparisonOperator,
  DoubleLiteral,
  EnumLiteral,
  Expression,
  FunctionName,
  Group,
  IntLiteral,
  Key,
  Lambda,
  LambdaParam,
  ListLiteral,
  Logical,
  MapEntry,
  MapLiteral,
  MathOperator,
  Missing,
  NilLiteral,
  Path,
  Segment,
  Statement,
  StringLiteral,
} from "./ast.ts";
import { converterNameOf, describe, editorNameOf, isCondition, shorten } from "./describe.ts";
import { ExpectedPhrases } from "./expected.ts";
import { foreignTest } from "./foreign-tests.ts";
import { readFloat, readInt } from "./numbers.ts";
import { endOf, spanOf } from "./spans.ts";
import * as tok from "./tokens.ts";

/** What a text is to be: the rule that reads it. */
export type Kind = "statement" | "condition" | "value";

/** The newest version has every capability. */
const newest: Compatibility["has"] = () => true;

const lowestInt64 = "the lowest 64-bit integer can only be calculated: -9223372036854775807 - 1";

/**
 * The grammar. Each rule needs one token of look-ahead, because `classify` has named the tokens, and builds its node
 * from what is there: after an error a part is a `Missing` node. Rules whose name begins with `misplaced` read what
 * the language does not allow, so that its mistake can be named.
 */
export class Parser extends EmbeddedActionsParser {
  /** What the rules themselves found wrong with the text read last. */
  found: Diagnostic[] = [];
  private source = "";
  private has: Compatibility["has"] = newest;
  /** Made once: a list of alternatives for each call would cost more than the rest of the rule. */
  private valueAlternatives: { ALT: () => Expression }[] | undefined;
  private factorAlternatives: { ALT: () => Expression }[] | undefined;
  private readonly phrases: ExpectedPhrases;

  constructor(options: { readonly skipValidations: boolean }) {
    const phrases = new ExpectedPhrases();
    super([...tok.parsed], {
      maxLookahead: 1,
      recoveryEnabled: true,
      skipValidations: options.skipValidations,
      errorMessageProvider: phrases,
    });
    this.phrases = phrases;
    this.performSelfAnalysis();
  }

  /** Reads the tokens of a text from its top rule. */
  read(kind: Kind, tokens: IToken[], source: string, has = newest): Statement | Expression {
    this.phrases.count = 0;
    this.input = tokens;
    this.source = source;
    this.has = has;
    this.found = [];
    if (kind === "statement") return this.statement();
    return kind === "condition" ? this.condition(false) : this.value();
  }

  readonly statement = this.RULE(
    "statement",
    (): Statement => {
      const start = this.start();
      const editor = this.OR([
        { ALT: () => this.SUBRULE(this.editor) },
        { ALT: () => this.SUBRULE(this.misplacedConverter) },
      ]);
      const where = this.OPTION(() => {
        this.CONSUME(tok.Where);
        return this.SUBRULE(this.condition, { ARGS: [false] });
      });
      return { kind: "Statement", span: this.since(start), editor, where: where ?? null };
    },
    {
      recoveryValueFunc: (): Statement => ({
        kind: "Statement",
        span: this.since(0),
        editor: this.missing(),
        where: null,
      }),
    },
  );

  readonly condition = this.RULE(
    "condition",
    (inLambda: boolean): Expression => {
      const start = this.start();
      const operands = [this.SUBRULE(this.conjunction)];
      this.MANY(() => {
        this.CONSUME(tok.Or);
        operands.push(this.SUBRULE2(this.conjunction));
      });
      const [only] = operands;
      if (operands.length > 1 || only === undefined) return this.logical("or", operands, start);
      if (!inLambda) this.requireCondition(only);
      else if (only.kind === "Lambda") this.report("lambda_returns_lambda", undefined, only.span);
      return only;
    },
    { recoveryValueFunc: () => this.missing() },
  );

  readonly conjunction = this.RULE(
    "conjunction",
    (): Expression => {
      const start = this.start();
      const operands = [this.SUBRULE(this.test)];
      this.MANY(() => {
        this.CONSUME(tok.And);
        operands.push(this.SUBRULE2(this.test));
      });
      const [only] = operands;
      return operands.length === 1 && only !== undefined ? only : this.logical("and", operands, start);
    },
    { recoveryValueFunc: () => this.missing() },
  );

  readonly test = this.RULE(
    "test",
    (): Expression => {
      const start = this.start();
      const negated = this.OPTION(() => this.CONSUME(tok.Not));
      const operand = this.OR([
        { ALT: () => this.SUBRULE(this.conditionGroup), IGNORE_AMBIGUITIES: true },
        { ALT: () => this.SUBRULE(this.comparison) },
      ]);
      if (negated === undefined) return operand;
      this.requireCondition(operand);
      return { kind: "Unary", span: this.since(start), operator: "not", operand };
    },
    { recoveryValueFunc: () => this.missing() },
  );

  readonly conditionGroup = this.RULE(
    "conditionGroup",
    (): Group | Missing => {
      const open = this.CONSUME(tok.ConditionOpen);
      const expression = this.SUBRULE(this.condition, { ARGS: [false] });
      this.CONSUME(tok.RParen);
      return { kind: "Group", span: this.since(open.startOffset), expression };
    },
    { recoveryValueFunc: () => this.missing() },
  );

  readonly comparison = this.RULE(
    "comparison",
    (): Expression => {
      const start = this.start();
      const left = this.SUBRULE(this.value);
      let node = left;
      this.OPTION(() => {
        const operator = this.CONSUME(tok.Comparison);
        const binary = this.binary(left, operator, this.SUBRULE2(this.value), start);
        if (typeof operator.payload === "string" && !this.RECORDING_PHASE)
          this.found.push(foreignTest(operator.payload, binary, this.source));
        node = binary;
      });
      return node;
    },
    { recoveryValueFunc: () => this.missing() },
  );

  readonly value = this.RULE(
    "value",
    (): Expression => {
      this.valueAlternatives ??= [
        { ALT: () => this.nil(this.CONSUME(tok.Nil)) },
        { ALT: () => this.bool(this.CONSUME(tok.Bool)) },
        { ALT: () => this.bytes(this.CONSUME(tok.Bytes)) },
        { ALT: () => this.text(this.CONSUME(tok.Text)) },
        { ALT: () => this.enum(this.CONSUME(tok.EnumName)) },
        { ALT: () => this.SUBRULE(this.lambda) },
        { ALT: () => this.SUBRULE(this.map) },
        { ALT: () => this.SUBRULE(this.list) },
        { ALT: () => this.SUBRULE(this.sum) },
      ];
      return this.OR(this.valueAlternatives);
    },
    { recoveryValueFunc: () => this.missing() },
  );

  readonly sum = this.RULE(
    "sum",
    (): Expression => {
      const start = this.start();
      let left = this.product(1);
      this.MANY(() => {
        const operator = this.CONSUME(tok.Sign);
        left = this.binary(left, operator, this.product(2), start);
      });
      return left;
    },
    { recoveryValueFunc: () => this.missing() },
  );

  readonly factor = this.RULE(
    "factor",
    (): Expression => {
      const start = this.start();
      const sign = this.OPTION(() => this.CONSUME(tok.Sign));
      this.factorAlternatives ??= [
        { ALT: () => this.SUBRULE(this.path) },
        { ALT: () => this.SUBRULE(this.converter) },
        { ALT: () => this.int(this.CONSUME(tok.Int)) },
        { ALT: () => this.float(this.CONSUME(tok.Float)) },
        { ALT: () => this.SUBRULE(this.sumGroup) },
        { ALT: () => this.SUBRULE(this.misplacedEditor) },
        { ALT: () => this.SUBRULE(this.misplacedCondition) },
        { ALT: () => this.SUBRULE(this.misplacedFunction) },
      ];
      const operand = this.OR(this.factorAlternatives);
      if (sign === undefined) return operand;
      return { kind: "Unary", span: this.since(start), operator: sign.image === "-" ? "-" : "+", operand };
    },
    { recoveryValueFunc: () => this.missing() },
  );

  readonly sumGroup = this.RULE(
    "sumGroup",
    (): Group | Missing => {
      const open = this.CONSUME(tok.LParen);
      const expression = this.SUBRULE(this.sum);
      this.CONSUME(tok.RParen);
      return { kind: "Group", span: this.since(open.startOffset), expression };
    },
    { recoveryValueFunc: () => this.missing() },
  );

  readonly path = this.RULE(
    "path",
    (): Path | Missing => {
      const start = this.start();
      const segments: Segment[] = [];
      this.AT_LEAST_ONE_SEP({
        SEP: tok.Dot,
        DEF: () => {
          const name = this.CONSUME(tok.Name);
          const keys = this.keys();
          segments.push({ kind: "Segment", span: this.since(name.startOffset), name: name.image, keys });
        },
      });
      return { kind: "Path", span: this.since(start), segments };
    },
    { recoveryValueFunc: () => this.missing() },
  );

  readonly key = this.RULE(
    "key",
    (): Key => {
      const start = this.start();
      this.CONSUME(tok.LBracket);
      const bareInt = this.LA(1).tokenType === tok.Int;
      const expression = this.OR([
        { ALT: () => this.text(this.CONSUME(tok.Text)) },
        { ALT: () => this.SUBRULE(this.sum) },
      ]);
      if (bareInt && expression.kind === "Binary") this.reportBareInt(expression);
      this.CONSUME(tok.RBracket);
      return { kind: "Key", span: this.since(start), expression };
    },
    {
      recoveryValueFunc: (): Key => {
        const expression = this.missing();
        return { kind: "Key", span: expression.span, expression };
      },
    },
  );

  readonly converter = this.RULE(
    "converter",
    (): Call | Missing => {
      const name = this.CONSUME(tok.ConverterName);
      const args = this.arguments();
      const keys = this.keys();
      return this.call("converter", name, args, keys);
    },
    { recoveryValueFunc: () => this.missing() },
  );

  readonly editor = this.RULE(
    "editor",
    (): Call | Missing => {
      const name = this.CONSUME(tok.EditorName);
      const args = this.arguments();
      const keys = this.OPTION(() => this.SUBRULE(this.misplacedKeys));
      if (keys !== undefined) this.report("editor_with_keys", { name: name.image }, keys.span);
      return this.call("editor", name, args, keys?.keys ?? []);
    },
    { recoveryValueFunc: () => this.missing() },
  );

  readonly argument = this.RULE(
    "argument",
    (): Argument => {
      const start = this.start();
      let name: string | null = null;
      let nameSpan: Span | null = null;
      this.OPTION(() => {
        const token = this.CONSUME(tok.ArgumentName);
        this.CONSUME(tok.Equal);
        name = token.image;
        nameSpan = spanOf(token);
      });
      const value = this.OR([
        { ALT: () => this.functionName(this.CONSUME(tok.FunctionReference)), IGNORE_AMBIGUITIES: true },
        { ALT: () => this.SUBRULE(this.value) },
      ]);
      return { kind: "Argument", span: this.since(start), name, nameSpan, value };
    },
    {
      recoveryValueFunc: (): Argument => {
        const value = this.missing();
        return { kind: "Argument", span: value.span, name: null, nameSpan: null, value };
      },
    },
  );

  readonly list = this.RULE(
    "list",
    (): ListLiteral | Missing => {
      const start = this.start();
      const items: Expression[] = [];
      this.CONSUME(tok.LBracket);
      this.MANY_SEP({
        SEP: tok.Comma,
        DEF: () => {
          const isFirst = items.length === 0;
          items.push(this.SUBRULE(this.value));
          while (isFirst && this.commaMayLack()) {
            const next = this.LA(1);
            items.push(this.SUBRULE(this.value));
            if (this.LA(1) === next) break; // no value begins here
          }
        },
      });
      this.CONSUME(tok.RBracket);
      return { kind: "ListLiteral", span: this.since(start), items };
    },
    { recoveryValueFunc: () => this.missing() },
  );

  readonly map = this.RULE(
    "map",
    (): MapLiteral | Missing => {
      const start = this.start();
      const entries: MapEntry[] = [];
      this.CONSUME(tok.LBrace);
      this.MANY(() => {
        entries.push(this.SUBRULE(this.entry));
        this.OPTION(() => this.CONSUME(tok.Comma));
      });
      this.CONSUME(tok.RBrace);
      return { kind: "MapLiteral", span: this.since(start), entries };
    },
    { recoveryValueFunc: () => this.missing() },
  );

  readonly entry = this.RULE(
    "entry",
    (): MapEntry => {
      const start = this.start();
      const key = this.OR([
        { ALT: () => this.text(this.CONSUME(tok.Text)) },
        { ALT: () => this.SUBRULE(this.converter) },
        { ALT: () => this.SUBRULE(this.path) },
        { ALT: () => this.SUBRULE(this.misplacedEditor) },
        { ALT: () => this.SUBRULE(this.misplacedWord) },
      ]);
      const value = this.entryValue();
      return { kind: "MapEntry", span: this.since(start), key, value };
    },
    {
      recoveryValueFunc: (): MapEntry => {
        const key = this.missing();
        return { kind: "MapEntry", span: key.span, key, value: key };
      },
    },
  );

  readonly lambda = this.RULE(
    "lambda",
    (): Lambda | Missing => {
      const start = this.start();
      const params: LambdaParam[] = [];
      this.CONSUME(tok.LambdaOpen);
      this.MANY_SEP({
        SEP: tok.Comma,
        DEF: () => {
          const param = this.OR([
            { ALT: () => this.param(this.CONSUME(tok.Name)) },
            { ALT: () => this.param(this.CONSUME(tok.Underscore)) },
          ]);
          params.push(param);
        },
      });
      this.CONSUME(tok.RParen);
      this.CONSUME(tok.Arrow);
      const body = this.SUBRULE(this.condition, { ARGS: [true] });
      return { kind: "Lambda", span: this.since(start), params, body };
    },
    { recoveryValueFunc: () => this.missing() },
  );

  readonly misplacedConverter = this.RULE(
    "misplacedConverter",
    (): Call | Missing => {
      const call = this.SUBRULE(this.converter);
      if (call.kind === "Call") this.reportName("editor_expected", call, editorNameOf(call.name));
      return call;
    },
    { recoveryValueFunc: () => this.missing() },
  );

  readonly misplacedEditor = this.RULE(
    "misplacedEditor",
    (): Call | Missing => {
      const call = this.SUBRULE(this.editor);
      if (call.kind === "Call") this.reportName("converter_expected", call, converterNameOf(call.name));
      return call;
    },
    { recoveryValueFunc: () => this.missing() },
  );

  readonly misplacedCondition = this.RULE(
    "misplacedCondition",
    (): Group | Missing => {
      const group = this.SUBRULE(this.conditionGroup);
      this.report("condition_as_value", undefined, group.span);
      return group;
    },
    { recoveryValueFunc: () => this.missing() },
  );

  readonly misplacedFunction = this.RULE(
    "misplacedFunction",
    (): Missing => {
      const token = this.CONSUME(tok.FunctionReference);
      const span = spanOf(token);
      const keyword = token.image.toLowerCase();
      const fix = { title: `write "${keyword}"`, span, text: keyword };
      const isKeyword = /^(?:true|false|nil)$/.test(keyword);
      this.report("function_without_call", { name: shorten(token.image) }, span, isKeyword ? { fix } : {});
      return { kind: "Missing", span: spanOf(token) };
    },
    { recoveryValueFunc: () => this.missing() },
  );

  readonly misplacedKeys = this.RULE(
    "misplacedKeys",
    (): { readonly span: Span; readonly keys: readonly Key[] } => {
      const start = this.start();
      const keys: Key[] = [];
      this.AT_LEAST_ONE(() => keys.push(this.SUBRULE(this.key)));
      return { span: this.since(start), keys };
    },
    { recoveryValueFunc: () => ({ span: this.missing().span, keys: [] }) },
  );

  readonly misplacedWord = this.RULE(
    "misplacedWord",
    (): Missing =>
      this.OR([
        { ALT: () => this.unquotedKey(this.CONSUME(tok.EnumName)) },
        { ALT: () => this.unquotedKey(this.CONSUME(tok.FunctionReference)) },
        { ALT: () => this.unquotedKey(this.CONSUME(tok.Int)) },
        { ALT: () => this.unquotedKey(this.CONSUME(tok.Float)) },
        { ALT: () => this.unquotedKey(this.CONSUME(tok.Bool)) },
        { ALT: () => this.unquotedKey(this.CONSUME(tok.Nil)) },
      ]),
    { recoveryValueFunc: () => this.missing() },
  );

  /** A missing colon alone does not keep the value from being read. */
  private entryValue(): Expression {
    const next = this.LA(1);
    const isMissing = next.tokenType === tok.Comma || next.tokenType === tok.RBrace;
    if (next.tokenType === tok.Colon || this.RECORDING_PHASE) this.CONSUME(tok.Colon);
    else this.reportMissingColon(next, !isMissing);
    return isMissing && !this.RECORDING_PHASE ? this.missing() : this.SUBRULE(this.value);
  }

  /** The part of a sum between two signs, the first or a further one; no rule of its own, to save stack. */
  private product(occurrence: 1 | 2): Expression {
    const start = this.start();
    let left = this.subrule(2 * occurrence, this.factor);
    this.many(occurrence, () => {
      const operator = this.consume(occurrence, tok.Scale);
      left = this.binary(left, operator, this.subrule(2 * occurrence + 1, this.factor), start);
    });
    return left;
  }

  private arguments(): readonly Argument[] {
    const args: Argument[] = [];
    this.CONSUME(tok.LParen);
    this.MANY_SEP({ SEP: tok.Comma, DEF: () => args.push(this.SUBRULE(this.argument)) });
    this.CONSUME(tok.RParen);
    return args;
  }

  private keys(): readonly Key[] {
    const keys: Key[] = [];
    this.MANY(() => keys.push(this.SUBRULE(this.key)));
    return keys;
  }

  private call(role: Call["role"], name: IToken, args: readonly Argument[], keys: readonly Key[]): Call {
    const span = this.since(name.startOffset);
    return { kind: "Call", span, role, name: name.image, nameSpan: spanOf(name), args, keys };
  }

  private logical(operator: Logical["operator"], operands: readonly Expression[], start: number): Logical {
    for (const operand of operands) this.requireCondition(operand);
    return { kind: "Logical", span: this.since(start), operator, operands };
  }

  private binary(left: Expression, operator: IToken, right: Expression, start: number): Binary {
    return {
      kind: "Binary",
      span: this.since(start),
      // The token types of operators match nothing else, and an inserted token is never an operator.
      operator: operator.image as ComparisonOperator | MathOperator,
      operatorSpan: spanOf(operator),
      left,
      right,
    };
  }

  private text(token: IToken): StringLiteral {
    return {
      kind: "StringLiteral",
      span: spanOf(token),
      value: typeof token.payload === "string" ? token.payload : "",
    };
  }

  private nil(token: IToken): NilLiteral {
    return { kind: "NilLiteral", span: spanOf(token) };
  }

  private bool(token: IToken): BooleanLiteral {
    return { kind: "BooleanLiteral", span: spanOf(token), value: token.image === "true" };
  }

  private enum(token: IToken): EnumLiteral {
    return { kind: "EnumLiteral", span: spanOf(token), name: token.image };
  }

  private functionName(token: IToken): FunctionName {
    return { kind: "FunctionName", span: spanOf(token), name: token.image };
  }

  private param(token: IToken): LambdaParam {
    return { kind: "LambdaParam", span: spanOf(token), name: token.image };
  }

  private unquotedKey(token: IToken): Missing {
    const span = spanOf(token);
    const fix = { title: "quote the key", span, text: `"${token.image}"` };
    this.report("unquoted_key", { key: token.image }, span, { fix });
    return { kind: "Missing", span };
  }

  private bytes(token: IToken): BytesLiteral {
    const span = spanOf(token);
    const hex = token.image.slice(2).toLowerCase();
    if (hex.length % 2 === 1) {
      const fix = { title: "add a leading zero", span, text: `0x0${token.image.slice(2)}` };
      this.report("odd_bytes", { text: shorten(token.image) }, span, { fix });
    }
    return { kind: "BytesLiteral", span, hex };
  }

  private int(token: IToken): IntLiteral {
    const span = spanOf(token);
    const reading = readInt(token.image);
    if ("digits" in reading) return { kind: "IntLiteral", span, value: reading.digits };
    const isLowest = token.image === "9223372036854775808";
    if (isLowest && !this.has("signed_numbers") && this.source[span.start - 1] === "-")
      return { kind: "IntLiteral", span, value: token.image };
    const lowest = isLowest ? { hint: lowestInt64 } : {};
    this.report(reading.wrong, { text: shorten(token.image) }, span, lowest);
    return { kind: "IntLiteral", span, value: "0" };
  }

  private float(token: IToken): DoubleLiteral {
    const span = spanOf(token);
    const value = readFloat(token.image);
    if (value === null) this.report("float_out_of_range", { text: shorten(token.image) }, span);
    return { kind: "DoubleLiteral", span, value: value ?? 0, text: token.image };
  }

  private reportName(code: "editor_expected" | "converter_expected", call: Call, otherName: string): void {
    const fix = { title: `write "${otherName}"`, span: call.nameSpan, text: otherName };
    this.report(code, { name: shorten(call.name) }, call.nameSpan, { fix });
  }

  /** The grammar takes a bare whole number for the whole index, and then cannot go on. */
  private reportBareInt(index: Binary): void {
    const { span } = index;
    const fix = { title: "add parentheses", span, text: `(${this.source.slice(span.start, span.end)})` };
    this.report("index_begins_with_int", undefined, span, { fix });
  }

  private reportMissingColon(next: IToken, repairable: boolean): void {
    const found = JSON.stringify(shorten(next.image));
    const { span: here } = this.missing();
    const fix = { title: "insert a colon", span: here, text: ":" };
    this.report("unexpected_token", { found, expected: '":"' }, spanOf(next), repairable ? { fix } : {});
  }

  private requireCondition(node: Expression): void {
    let inner = node;
    while (inner.kind === "Group") inner = inner.expression;
    if (!isCondition(inner)) this.report("not_a_condition", { found: describe(inner) }, inner.span);
  }

  private report<C extends Code>(
    code: C,
    params: Parameters<typeof makeDiagnostic<C>>[1],
    span: Span,
    extra?: Pick<Diagnostic, "fix" | "hint">,
  ): void {
    if (!this.RECORDING_PHASE) this.found.push(makeDiagnostic(code, params, span, extra));
  }

  /** Some versions need no comma before the first one of a list. */
  private commaMayLack(): boolean {
    if (this.RECORDING_PHASE || this.has("commas_in_lists")) return false;
    const { tokenType } = this.LA(1);
    return tokenType !== tok.Comma && tokenType !== tok.RBracket && tokenType !== EOF;
  }

  /** Where the next token begins. */
  private start(): number {
    const next = this.LA(1);
    return next.tokenType === EOF ? this.source.length : next.startOffset;
  }

  /** The span from an offset to the end of the last token that was read. */
  private since(start: number): Span {
    const last = this.LA(0);
    return { start, end: last.tokenType === EOF ? start : Math.max(start, endOf(last)) };
  }

  private missing(): Missing {
    const last = this.LA(0);
    const offset = last.tokenType === EOF ? this.start() : endOf(last);
    return { kind: "Missing", span: { start: offset, end: offset } };
  }

  /**
   * Keeps chevrotain from making up tokens in recovery: `classify` has already closed what is open, and the walk
   * over the grammar that finds out what could follow would overflow the stack in deeply nested texts.
   */
  getFollowsForInRuleRecovery(): TokenType[] {
    return [];
  }
}
