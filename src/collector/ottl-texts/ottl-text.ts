import type { Signal } from "../../contexts/inference.ts";
import type { PathContextNames } from "../../contexts/resolve.ts";
import type { ScalarNode } from "../../documents/node.ts";
import type { Kind } from "../../syntax/parse.ts";
import type { PlacedText } from "../placed-text.ts";
import type { FunctionSetName } from "./function-set.ts";

/** A text in OTTL with its place and with what the component that holds it makes of it. */
export interface OttlText extends PlacedText {
  readonly kind: Kind;
  /** The context that its paths are of, or `inferred` where they tell it. */
  readonly context: string;
  /** The signal that it is about, where that is known; `profiles` have no contexts yet. */
  readonly signal?: Signal | "profiles";
  readonly pathContextNames: PathContextNames;
  readonly functions: FunctionSetName;
  /** How its context is configured: by the name of the setting, by the paths of the text, or in a group of texts. */
  readonly form: OttlForm;
  /** The id of its component, such as `filter/mesh`; absent in a `.ottl` file. */
  readonly component?: string;
  /** The setting whose texts are understood together, such as `processors.transform.log_statements[0]`. */
  readonly group: string;
  /** The `error_mode` that is stated for it, as written; absent: what the component's version does. */
  readonly errorMode?: string;
  /** The scalar of a YAML document that holds the text and nothing else. */
  readonly scalar?: ScalarNode;
}

/** The reference calls `basic` a list of texts whose paths name their context, and `advanced` groups of texts. */
export type OttlForm = "structured" | "basic" | "advanced";
