import { differenceVerdict, nilVerdict, numberVerdict, textVerdict } from "../shapes/comparers.ts";
import { chainOf } from "./chains.ts";
import type { Compiler, Run } from "./compiler.ts";
import { type FusedIr, onlyKey } from "./fused-ir.ts";
import { textMatcher } from "./text-matcher.ts";

/** Compiles a fused node; where the shape has no closure for it, what it replaces. */
export function compileFused(ir: FusedIr, compiler: Compiler): Run<boolean> {
  switch (ir.kind) {
    case "fused text": {
      const slow = compiler.boolean(ir.plain);
      const { negated, absent } = ir;
      const test = textMatcher(ir.equals, ir.tests, negated);
      const missing = absent === undefined ? undefined : absent !== negated;
      return textVerdict(ir.read.path, onlyKey(ir.read) ?? undefined, test, missing, slow) ?? slow;
    }
    case "fused number": {
      const slow = compiler.boolean(ir.plain);
      return (
        numberVerdict(ir.read.path, onlyKey(ir.read) ?? undefined, ir.operator, ir.literal, slow) ?? slow
      );
    }
    case "fused nil": {
      const slow = compiler.boolean(ir.plain);
      return nilVerdict(ir.read.path, onlyKey(ir.read) ?? undefined, ir.equal, slow) ?? slow;
    }
    case "fused difference": {
      const slow = compiler.boolean(ir.plain);
      const { left, right, divisor, operator, literal } = ir;
      return differenceVerdict(left.path, right.path, divisor, operator, literal, slow) ?? slow;
    }
    case "fused chain": {
      return chainOf(ir.operator, ir.operands.map(compiler.boolean));
    }
    case "fused not": {
      const run = compileFused(ir.operand, compiler);
      return (record) => !run(record);
    }
  }
}
