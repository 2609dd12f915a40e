import { filesOf } from "../run/inputs.ts";
import { UsageError } from "../usage-error.ts";
import { kindOfFile } from "./format-input.ts";

/**
 * The .ottl and YAML files that a name or a glob pattern means, in order, told apart by their names; throws a `UsageError`
 * where there is none.
 */
export async function ottlFilesOf(pattern: string): Promise<readonly string[]> {
  const found = await filesOf(pattern);
  const ours = found.filter((name) => kindOfFile(name) !== undefined);
  if (ours.length > 0) return ours;
  const isName = found[0] === pattern;
  const message = isName
    ? `${pattern} is neither a .ottl nor a YAML file`
    : `no .ottl and no YAML file matches ${pattern}`;
  throw new UsageError(message, { isAboutFiles: true });
}
