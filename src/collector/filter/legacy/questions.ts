import { doubleLiteral } from "../../../core/number-text.ts";
import { dataText } from "../../../core/text.ts";
import { ListValue, MapValue, Timestamp, type Value } from "../../../core/values.ts";
import type { DocumentNode } from "../../../documents/node.ts";
import { nodeValue } from "../../attributes/node-value.ts";
import { type PlacedText, placedText } from "../../placed-text.ts";
import type { SettingPath, SettingsReader } from "../../settings-reader.ts";
import type { WalkRecord } from "../levels.ts";
import { attribute, matchedText } from "./fields.ts";
import type { TextMatching } from "./match-type.ts";
import { isSameValue } from "./same-value.ts";
import type { Ask, Question, Written } from "./test.ts";

type TextOf = (record: Partial<WalkRecord>) => string;

/** Makes questions of the lists of `include` or `exclude`. */
export class Questions {
  readonly #settings: SettingsReader;
  readonly #path: SettingPath;
  readonly #matching: TextMatching;

  /** `path` is that of `include` or `exclude`. */
  constructor(settings: SettingsReader, path: SettingPath, matching: TextMatching) {
    this.#settings = settings;
    this.#path = path;
    this.#matching = matching;
  }

  /** Whether a text is one of a list; none where nothing is asked. */
  oneOf(name: string, textOf: TextOf): readonly Question[] {
    const texts = this.texts(name);
    const of = texts.map((text) => this.#text(`${name}: `, text, textOf));
    return several("or", of, this.#writtenAt([...this.#path, name]));
  }

  /** The texts of a list. */
  texts(name: string): readonly PlacedText[] {
    return this.#settings.texts([...this.#path, name], "filter_split_text");
  }

  /** Whether all attributes of a list are there. */
  attributes(name: string, part: "resource" | "span" | "log"): readonly Question[] {
    const path = [...this.#path, name];
    const of = this.#items(path).flatMap((_, i) => this.#attribute(name, [...path, i], part));
    return several("and", of, this.#writtenAt(path));
  }

  /** Whether the scope is every one of a list. */
  libraries(nameOf: TextOf, versionOf: TextOf): readonly Question[] {
    const path = [...this.#path, "libraries"];
    const of = this.#items(path).flatMap((_, i) => {
      const at = [...path, i];
      const name = this.#text("libraries: ", this.#placed([...at, "name"], at), nameOf);
      if (!this.#settings.isSet([...at, "version"])) return [name];
      const version = this.#placed([...at, "version"], at);
      return [name, this.#text("libraries: version ", version, versionOf)];
    });
    return several("and", of, this.#writtenAt(path));
  }

  /** A question about a setting by itself. */
  setting(name: string, text: string, ask: Ask): Question {
    return {
      kind: "setting",
      text: `${name}: ${text}`,
      ask,
      written: this.#writtenAt([...this.#path, name]),
    };
  }

  #text(intro: string, placed: PlacedText, textOf: TextOf): Question {
    const matches = this.#matching.matcher(placed) ?? (() => false); // which is refused
    const text = `${intro}${this.#matching.shown(placed.text)}`;
    return { kind: "setting", text, ask: (record) => matches(textOf(record)), written: placed };
  }

  #attribute(name: string, path: SettingPath, part: "resource" | "span" | "log"): readonly Question[] {
    const { text: key } = this.#placed([...path, "key"], path);
    if (key === "") {
      this.#settings.refuse(path, "filter_attribute_key", undefined);
      return [];
    }
    const read = attribute(part, key);
    const written = this.#writtenAt(path);
    const about = `${name}: ${JSON.stringify(key)}`;
    const at = [...path, "value"];
    const node = this.#settings.at(at);
    if (node === undefined || !this.#settings.isSet(at))
      return [{ kind: "setting", text: about, ask: (record) => read(record) !== undefined, written }];
    const value = nodeValue(node);
    if (!this.#canBe(value, at)) return [];
    if (this.#matching.type === "regexp") {
      const placed = this.#placed(at, path);
      const matches = this.#matching.matcher(placed) ?? (() => false); // which is refused
      const ask: Ask = (record) => {
        const text = matchedText(read(record) ?? null);
        return text !== undefined && matches(text);
      };
      return [{ kind: "setting", text: `${about} = ${this.#matching.shown(placed.text)}`, ask, written }];
    }
    const wanted = typeof value === "bigint" ? BigInt.asIntN(64, value) : value;
    const text = `${about} = ${shown(wanted)}`;
    const ask: Ask = (record) => {
      const found = read(record);
      return found !== undefined && isSameValue(wanted, found);
    };
    return [{ kind: "setting", text, ask, written }];
  }

  /** Whether an attribute can be compared with a value; tells where it cannot. */
  #canBe(value: Value, path: SettingPath): boolean {
    if (!isData(value)) {
      this.#settings.refuse(path, "wrong_type", { expected: "a value of an attribute", found: "a time" });
      return false;
    }
    if (!this.#matching.isKnown()) return false;
    if (this.#matching.type !== "regexp" || typeof value === "string") return true;
    this.#settings.refuse(path, "filter_regexp_value", undefined, { hint: "put it in quotes" });
    return false;
  }

  #items(path: SettingPath): readonly DocumentNode[] {
    const list = this.#settings.at(path);
    return list?.kind === "sequence" ? list.items : [];
  }

  /** A text of a setting, empty where it is absent, and then written where its owner is. */
  #placed(path: SettingPath, owner: SettingPath): PlacedText {
    const node = this.#settings.at(path);
    if (node === undefined) return { ...this.#writtenAt(owner), text: "" };
    return placedText(node, this.#settings.pathOf(path));
  }

  #writtenAt(path: SettingPath): Written {
    const span = this.#settings.span(path);
    const { source } = this.#settings.at(this.#path) as DocumentNode; // which is why there are questions
    return { setting: this.#settings.pathOf(path), source, locate: () => span };
  }
}

/** One question of several, which is the only one where there is one. */
function several(kind: "and" | "or", of: readonly Question[], written: Written): readonly Question[] {
  return of.length > 1 ? [{ kind, of, written }] : of;
}

function isData(value: Value): boolean {
  if (value instanceof ListValue) return value.items.every(isData);
  if (value instanceof MapValue) return value.values.every(isData);
  return !(value instanceof Timestamp);
}

function shown(value: Value): string {
  if (typeof value === "string") return JSON.stringify(value);
  return typeof value === "number" ? doubleLiteral(value) : dataText(value);
}
