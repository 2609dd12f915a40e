import type { Former, FunctionDefinition } from "../../define-function.ts";

/** How a version of `xmlquery` reads and writes documents. */
export interface XmlDialect {
  /** Whether text is written with the white space at its ends. */
  readonly keepsSpace: boolean;
  /** Whether a document without an element is refused. */
  readonly needsElement: boolean;
  /** Whether an instruction is a node of its own; if not, it is a declaration, of which only the attributes count. */
  readonly instructions: boolean;
}

/** How it is done today. */
export const xmlToday: XmlDialect = { keepsSpace: true, needsElement: true, instructions: true };

/** What a function that is made for a dialect was in old versions. */
/* @__NO_SIDE_EFFECTS__ */
export function formerXml(create: (dialect: XmlDialect) => FunctionDefinition["create"]): readonly Former[] {
  return [
    { without: "xml_instructions", create: create({ ...xmlToday, instructions: false }) },
    {
      without: "whole_xml",
      create: create({ keepsSpace: false, needsElement: false, instructions: false }),
    },
  ];
}
