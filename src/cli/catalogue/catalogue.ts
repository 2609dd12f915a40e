import { Paper } from "../paper.ts";
import { type Streams, write } from "../streams.ts";
import { codesData, writeCodes } from "./codes.ts";
import { contextsData, writeContexts } from "./contexts.ts";
import { functionsData, writeFunctions } from "./functions.ts";
import { type Catalogue, catalogueOptions, catalogueUsage } from "./options.ts";

const catalogues = {
  functions: { write: writeFunctions, data: functionsData },
  contexts: { write: writeContexts, data: contextsData },
  codes: { write: writeCodes, data: codesData },
} as const;

const uncut = { width: Number.POSITIVE_INFINITY, colours: false };

/** Runs `ottlkit functions`, `contexts` or `codes`: shows what the definitions say of themselves. */
export async function showCatalogue(
  catalogue: Catalogue,
  args: readonly string[],
  { stdout }: Streams,
): Promise<number> {
  const options = catalogueOptions(catalogue, args);
  if (options === undefined) {
    await write(stdout, catalogueUsage(catalogue));
    return 0;
  }
  const { write: writeTo, data } = catalogues[catalogue];
  if (options.json) {
    await write(stdout, `${JSON.stringify(data(options.name), null, 2)}\n`);
    return 0;
  }
  // A list that is read by a program is not cut.
  const paper = stdout.isTTY || options.name !== undefined ? Paper.for(stdout) : new Paper(uncut);
  writeTo(paper, options.name);
  await write(stdout, paper.toString());
  return 0;
}
