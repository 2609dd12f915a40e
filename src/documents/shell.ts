import { Failure } from "../core/failure.ts";
import { makeDiagnostic } from "../diagnostics/all-messages.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Placed, type Replacement, replaced } from "./placed.ts";

interface ShellOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  /** What to write for a `$` in a configuration of this release. */
  readonly spelling: string;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** `$` and a name, as Go's `os.Expand` sees them: in braces, one special character, or letters and digits. */
const expression = /\$(?:\{([^}]*)\}|(\{)|([*#$@!?\-0-9])|([A-Za-z_0-9]+))/g;

/**
 * Replaces `$` expressions as releases up to 0.106.0 do at the end (confmap's expandconverter): `$$` becomes `$`,
 * `${NAME}` a variable, `$NAME` and `$1` are refused. Reports what is refused.
 */
export function expandShell(placed: Placed, { env, version, spelling, report }: ShellOptions): Placed {
  const { text } = placed;
  const replacements: Replacement[] = [];
  for (const match of text.matchAll(expression)) {
    const [whole, braced, open, special, word] = match;
    const span = { start: match.index, end: match.index + whole.length };
    const name = braced ?? special ?? word ?? "";
    if (name === "$") replacements.push({ ...span, text: "$" });
    else if (open !== undefined || name === "") replacements.push({ ...span, text: "" });
    else if (text.includes(`$${name}`)) {
      const at = placed.locate(span);
      const write = spelling + whole.slice(1);
      report(
        makeDiagnostic("expand_dollar_rejected", { expression: whole, version }, at, {
          hint: `write ${write} for ${version}; from 0.107.0 on ${whole} stays as it is, and $$ is a $ in every release`,
          fix: { title: `write ${write}`, span: at, text: write },
        }),
      );
    } else replacements.push({ ...span, text: variable(name, whole, env) });
  }
  return replaced(placed, replacements);
}

function variable(name: string, reference: string, env: ShellOptions["env"]): string {
  if (!/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name)) throw new Failure("expand_name", { reference, name });
  return (Object.hasOwn(env, name) ? env[name] : undefined) ?? "";
}
