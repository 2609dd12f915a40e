import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { answer } from "../../scripts/answer.ts";
import { collectorSchemaDocument } from "../../scripts/collector-schema.ts";
import { configSchemaDocument } from "../../scripts/config-schema.ts";
import { contextsDocument } from "../../scripts/contexts-document.ts";
import { diagnosticsDocument } from "../../scripts/diagnostics-document.ts";
import { functionsDocument } from "../../scripts/functions-document.ts";
import { suiteSchemaDocument } from "../../scripts/suite-schema.ts";
import { contextExamples } from "../../src/cli/catalogue/context-examples.ts";
import { allMessages } from "../../src/diagnostics/all-messages.ts";

test.for([
  { name: "collector.schema.json", make: collectorSchemaDocument },
  { name: "config.schema.json", make: configSchemaDocument },
  { name: "contexts.md", make: contextsDocument },
  { name: "diagnostics.md", make: diagnosticsDocument },
  { name: "functions.md", make: functionsDocument },
  { name: "suite.schema.json", make: suiteSchemaDocument },
])("grammar/$name is what the code says; `npm run docs` writes it", async ({ name, make }) => {
  const written = readFileSync(new URL(`../../grammar/${name}`, import.meta.url), "utf8");
  expect(written).toBe(await make());
});

test("grammar/diagnostics.md has every code", () => {
  const text = read("diagnostics.md");
  const told = new Set(Array.from(text.matchAll(/^(?:### |- `)(\w+)/gm), ([, code]) => code));
  expect(Object.keys(allMessages).filter((code) => !told.has(code))).toEqual([]);
});

const examples = Object.entries(contextExamples).flatMap(([context, { record, texts }]) =>
  texts.map(([text, result]) => ({ context, record: record.join(""), text, result })),
);

test.for(examples)("$text over $context gives $result", ({ context, record, text, result }) => {
  expect(answer(context, text, JSON.parse(record))).toBe(result);
});

test.for(["LANGUAGE.md", "contexts.md", "diagnostics.md", "functions.md"])(
  "every link of grammar/%s leads somewhere",
  (name) => {
    const links = [...read(name).matchAll(/\]\(([\w.]*)#([\w-]+)\)/g)];
    const broken = links.filter(([, file, anchor]) => !anchorsOf(file || name).has(String(anchor)));
    expect(broken.map(([link]) => link)).toEqual([]);
  },
);

function read(name: string): string {
  return readFileSync(new URL(`../../grammar/${name}`, import.meta.url), "utf8");
}

/** The anchors of headings, as GitHub makes them. */
function anchorsOf(name: string): ReadonlySet<string> {
  const headings = [...read(name).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => String(heading));
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\w -]/g, "")
        .replaceAll(" ", "-"),
    ),
  );
}
