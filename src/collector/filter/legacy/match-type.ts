import { makeDiagnostic } from "../../../diagnostics/all-messages.ts";
import { suggestion } from "../../../diagnostics/did-you-mean.ts";
import { hintOf } from "../../../diagnostics/messages.ts";
import { compileMatcher } from "../../../regexp/matcher.ts";
import { RegexpError } from "../../../regexp/regexp-error.ts";
import { type PlacedText, relocate } from "../../placed-text.ts";
import { quotedWord, type SettingPath, type SettingsReader } from "../../settings-reader.ts";

/** How the texts of `include` or `exclude` are compared. */
export class TextMatching {
  readonly #settings: SettingsReader;
  readonly #path: SettingPath;
  readonly type: string;
  #told = false;
  #checked = false;

  /** `path` is that of `include` or `exclude`. */
  constructor(settings: SettingsReader, path: SettingPath) {
    this.#settings = settings;
    this.#path = path;
    this.type = settings.word([...path, "match_type"]) ?? "";
  }

  /** Whether a text is the one that is written, or has what its pattern looks for; none where that cannot be. */
  matcher(written: PlacedText): ((text: string) => boolean) | undefined {
    const { text: wanted } = written;
    if (!this.isKnown()) return undefined;
    if (this.type === "strict") return (text) => text === wanted;
    this.#checkCache();
    try {
      const { test } = compileMatcher(wanted);
      return test;
    } catch (error) {
      if (!(error instanceof RegexpError)) throw error;
      const { reason, start, end } = error;
      const params = { pattern: wanted, reason, start, end };
      const hint = hintOf("invalid_regex", params);
      const diagnostic = makeDiagnostic(
        "invalid_regex",
        params,
        { start, end },
        hint === undefined ? {} : { hint },
      );
      this.#settings.findings.add(relocate(diagnostic, written));
      return undefined;
    }
  }

  /** Whether texts can be compared; tells once where they cannot. */
  isKnown(): boolean {
    if (this.type === "strict" || this.type === "regexp") return true;
    if (!this.#told) {
      this.#told = true;
      const path = [...this.#path, "match_type"];
      const at = this.#settings.at(path) === undefined ? this.#path : path;
      const hint = "choose strict or regexp";
      this.#settings.refuse(
        at,
        "filter_match_type",
        { found: quotedWord(this.type) },
        { ...suggestion(this.type, ["strict", "regexp"]), hint },
      );
    }
    return false;
  }

  /** A text as the question about it shows it. */
  shown(text: string): string {
    return this.type === "regexp" ? `/${text}/` : JSON.stringify(text);
  }

  /** A cache that cannot be made is refused where patterns would use it. */
  #checkCache(): void {
    if (this.#checked) return;
    this.#checked = true;
    const path = [...this.#path, "regexp"];
    const sizePath = [...path, "cachemaxnumentries"];
    const size = this.#settings.at(sizePath);
    const isNegative = size?.kind === "scalar" && typeof size.value === "bigint" && size.value < 0n;
    if (!isNegative || !this.#settings.isTrue([...path, "cacheenabled"])) return;
    this.#settings.refuse(sizePath, "invalid_setting", { problem: "must be at least 0" });
  }
}
