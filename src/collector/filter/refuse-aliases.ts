import { contexts } from "../../contexts/index.ts";
import { makeDiagnostic } from "../../diagnostics/all-messages.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import type { Condition } from "../../engine/condition.ts";
import { visit } from "../../syntax/visit.ts";

/**
 * A condition as it is. The reference takes the other names of a context only where a path of another context uses them.
 *
 * @throws {OttlError} of phase `check` where a path begins with another name of its own context.
 */
export function refuseAliases(condition: Condition): Condition {
  const { context, text } = condition;
  const aliases = contexts[context]?.aliases ?? [];
  visit(condition.ast, {
    enter: {
      Path({ segments, span }) {
        const path = segments.map(({ name }) => name).join(".");
        const alias = aliases.find((name) => name === segments[0]?.name);
        if (alias === undefined) return;
        const label = `did you mean "${path.replace(alias, context)}"?`;
        throw new OttlError(
          "check",
          [makeDiagnostic("unknown_path", { path, context }, span, { label })],
          text,
        );
      },
    },
  });
  return condition;
}
