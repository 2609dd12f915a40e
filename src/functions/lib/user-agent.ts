/**
 * What a browser and its system are called, by the rules of the library `uap-go` of the reference: the first rule whose
 * pattern matches and that gives a name. A rule that matches and gives none still leaves its version.
 */
import { joinEscapes } from "../../core/utf8.ts";
import { compileMatcher, type Matcher } from "../../regexp/matcher.ts";
import rules from "../data/user-agents.json" with { type: "json" };
import { kept } from "./kept.ts";

/** A name and the text of its version, which is empty where it is not known. */
export interface Product {
  readonly name: string;
  readonly version: string;
}

/** A rule as the data has it. */
interface Row {
  readonly pattern: string;
  /** Texts of which the pattern needs one to match. */
  readonly needs: readonly string[];
  /** Of the name and of the parts of the version; where one is empty, the group of its place. */
  readonly templates: readonly string[];
}

interface Rule {
  readonly matcher: Matcher;
  readonly templates: readonly string[];
}

/** As many answers are kept as the reference keeps, because the same agents come again and again. */
const mostKept = 1024;

/** The browser that a user agent names. */
export const browserOf: (text: string) => Product = /* @__PURE__ */ search(() => rules.browsers);

/** The operating system that a user agent names. */
export const systemOf: (text: string) => Product = /* @__PURE__ */ search(() => rules.systems);

/** Rules are compiled when a text first needs them. */
/* @__NO_SIDE_EFFECTS__ */
function search(rows: () => readonly Row[]): (text: string) => Product {
  const compiled: Rule[] = [];
  return kept((text) => {
    let parts: readonly string[] = [];
    for (const [i, row] of rows().entries()) {
      if (!row.needs.some((needed) => text.includes(needed))) continue;
      compiled[i] ??= ruleOf(row);
      parts = filled(compiled[i], text) ?? parts;
      if (parts[0]) break;
    }
    const [name, ...version] = parts;
    return { name: name || "Other", version: versionText(version) };
  }, mostKept);
}

function ruleOf({ pattern, templates }: Row): Rule {
  return {
    matcher: compileMatcher(pattern),
    templates: templates.map((template, i) => template || `$${i + 1}`),
  };
}

/** The templates with the groups in them, `undefined` where the pattern does not match. */
function filled({ matcher, templates }: Rule, text: string): readonly string[] | undefined {
  const spans = matcher.exec(text);
  return (
    spans &&
    templates.map((template) =>
      joinEscapes(
        template.replace(/\$(\d)/g, (_, group) => {
          const span = spans[Number(group)];
          return span === undefined ? "" : text.slice(span.start, span.end);
        }),
      ),
    )
  );
}

/** The first part stands alone, the others have a point before them wherever they are there. */
function versionText([major = "", ...others]: readonly string[]): string {
  return major + others.map((part) => (part === "" ? "" : `.${part}`)).join("");
}
