import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { decode } from "../../collector/config.ts";
import { settingAt } from "../../collector/config-issues.ts";
import { decodeUtf8 } from "../../core/utf8.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import type { DocumentNode, SourceText } from "../../documents/node.ts";
import { nodeAt } from "../../documents/plain.ts";
import { parseYaml } from "../../documents/yaml.ts";
import { findVersion } from "../../engine/options.ts";
import { fileReason } from "../../testing/node/file-reason.ts";
import { UsageError } from "../usage-error.ts";
import { type ConfigDocument, configSchema } from "./config-schema.ts";

/** A configuration file and where it is. */
export interface ConfigFile extends ConfigDocument {
  readonly file: string;
  /** The folder that its patterns are relative to. */
  readonly folder: string;
}

/** Files of these names are found. */
export const configNames = ["ottlkit.config.yaml", "ottlkit.config.yml", "ottlkit.config.json"] as const;

/** The path of the configuration file of a folder, or of the nearest one around it that has one. */
export function findConfigFile(folder: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = configNames.map((name) => join(at, name)).find((file) => existsSync(file));
    if (found !== undefined) return found;
    if (dirname(at) === at) return undefined;
  }
}

/**
 * Reads a configuration file, which messages call by a name of its own.
 *
 * @throws {UsageError} where there is none, and `OttlError` of phase `configuration` with everything that is wrong in it.
 */
export function readConfigFile(path: string, file = path): ConfigFile {
  const source: SourceText = { text: textOf(path, file), file };
  const { node, diagnostics } = parseYaml(source);
  const [first, ...others] = diagnostics.filter(({ severity }) => severity === "error");
  if (first !== undefined) throw new OttlError("configuration", [first, ...others], source.text, { file });
  const isEmpty = node === undefined || (node.kind === "scalar" && node.value === null);
  const config: ConfigDocument = isEmpty ? {} : decode(configSchema, node, "");
  if (node !== undefined) requireVersion(config, node);
  return { ...config, file, folder: dirname(resolve(path)) };
}

function textOf(path: string, file: string): string {
  try {
    return decodeUtf8(readFileSync(path));
  } catch (error) {
    throw new UsageError(`the configuration file ${file} cannot be read: ${fileReason(error)}`, {
      isAboutFiles: true,
    });
  }
}

/** Throws at its place what is no version, or a gate that the version lacks. */
function requireVersion({ compatibility, gates = [] }: ConfigDocument, node: DocumentNode): void {
  try {
    findVersion(compatibility, gates);
  } catch (error) {
    if (!(error instanceof OttlError)) throw error;
    const [found] = error.diagnostics;
    const isVersion = error.source === compatibility;
    const path = isVersion ? ["compatibility"] : ["gates", gates.indexOf(error.source)];
    const span = nodeAt(node, path)?.span ?? node.span;
    const placed: Diagnostic = { ...found, span, setting: settingAt("", path) };
    const { text, file } = node.source;
    throw new OttlError("configuration", [placed], text, { file });
  }
}
