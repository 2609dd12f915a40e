import { type CaseSource, type Group, group, type Sections } from "./group.ts";
import { gaugeOf, payloadOf } from "./payload.ts";
import { ofOneTarget, targets } from "./targets.ts";
import { broken, documents } from "./xml-documents.ts";
import { eachXPath } from "./xpath.ts";

const value = { kind: "value" } as const;
const all = payloadOf([
  gaugeOf(
    "documents",
    [...documents, ...broken].map((s) => ({ s })),
  ),
]);
const quoted = JSON.stringify;

/** Documents in which no selected node holds another one. */
const flat = [
  "<a/>",
  "<a x='1' y='&lt;'/>",
  "<a>1</a>",
  "<!-- c --><a/>",
  "<a/><?p q?><b/>",
  "<a/><!-- c -->text",
];

/** A call with each document: one case for each of a kind, and one for all that are held by data. */
function eachDocument(name: string, rest = ""): Sections {
  return {
    "takes documents": documents.map((text) => `${name}(${quoted(text)}${rest})`),
    "refuses what is no document": broken.map((text) => `${name}(${quoted(text)}${rest})`),
    "takes or refuses documents that data holds": [
      { text: `${name}(attributes["s"]${rest})`, payload: all } satisfies CaseSource,
    ],
  };
}

const nested = (depth: number, name = "a"): string =>
  `${`<${name}>`.repeat(depth)}1${`</${name}>`.repeat(depth)}`;

export const xml: readonly Group[] = [
  group("functions/ParseXML", "The map of an XML element.", value, {
    ...ofOneTarget("ParseXML", '"<a/>"'),
    ...eachDocument("ParseXML"),
    "nests as the elements do": [1, 2, 20].map((depth) => `ParseXML(${quoted(nested(depth))})`),
    "is a map": [
      'ParseXML("<a><b x=\'1\'/></a>")["children"][0]["attributes"]["x"]',
      'ParseXML("<a>1</a>")["content"]',
      'ParseXML("<a/>")["content"]',
      { text: 'ParseXML("<a>1</a>") == {"tag": "a", "content": "1"}', kind: "condition" },
      { text: 'IsMap(ParseXML("<a/>"))', kind: "condition" },
    ],
  }),
  group("functions/ParseSimplifiedXML", "The map of the elements of an XML document.", value, {
    ...ofOneTarget("ParseSimplifiedXML", '"<a/>"'),
    ...eachDocument("ParseSimplifiedXML"),
    "makes lists of elements with one name": [
      "<a><b>1</b><b><c>2</c></b><b/><b><c/></b></a>",
      "<a><b/><b/></a>",
      "<a><b><c/></b><b/></a>",
      "<a>1</a><a>2</a>",
      "<a><x:b xmlns:x='u'>1</x:b><b>2</b></a>",
      "<a><b>1</b><c>2</c><b>3</b></a>",
      "<a><b>1</b><c/></a>",
      "<a><b><!-- c --></b></a>",
      "<a><b> </b></a>",
      "<a><b><![CDATA[]]>1</b></a>",
      "<a><b><?p?>1<!-- c -->2</b></a>",
      nested(20),
    ].map((text) => `ParseSimplifiedXML(${quoted(text)})`),
  }),
  group("functions/ConvertAttributesToElementsXML", "Attributes as elements of an XML document.", value, {
    ...ofOneTarget("ConvertAttributesToElementsXML", '"<a/>"'),
    ...eachDocument("ConvertAttributesToElementsXML"),
    "takes an XPath of attributes": [
      "//@x",
      "/a/@*",
      "//b/@x",
      "//@*[. = '1']",
      "//@*[position() = 2]",
      "//b",
      "//text()",
      "/",
      "",
      "count(//@*)",
      "//@",
      "//@x[",
      "$x",
    ].map(
      (xPath) =>
        `ConvertAttributesToElementsXML("<a x='1' y='2'><b x='3' z:x='4' xmlns:z='u'/>5</a>", ${quoted(xPath)})`,
    ),
    "takes its arguments by name": [
      'ConvertAttributesToElementsXML("<a x=\'1\'/>", x_path = "//@x")',
      'ConvertAttributesToElementsXML(target = "<a x=\'1\'/>", x_path = "//@y")',
      'ConvertAttributesToElementsXML("<a/>", xpath = "//@x")',
      'ConvertAttributesToElementsXML("<a/>", attributes["s"])',
      'ConvertAttributesToElementsXML("<a/>", 1)',
      'ConvertAttributesToElementsXML("<a/>", "/", "/")',
    ],
  }),
  group("functions/ConvertTextToElementsXML", "Text beside elements as elements of an XML document.", value, {
    ...ofOneTarget("ConvertTextToElementsXML", '"<a/>"'),
    ...eachDocument("ConvertTextToElementsXML"),
    "takes an XPath and a name": [
      '"/"',
      '"//b"',
      '"/a"',
      '"//text()"',
      '"//@*"',
      '"//*", "x"',
      '"/a/b", "x:y"',
      '"", "x"',
      '"/", ""',
      '"", ""',
      '"/[", "x"',
      '"//"',
    ].map((rest) => `ConvertTextToElementsXML("<a>1<b>2<c>3</c>4</b> <d/>5<![CDATA[6]]></a>", ${rest})`),
    "takes its arguments by name": [
      'ConvertTextToElementsXML("<a>1<b/></a>", element_name = "x")',
      'ConvertTextToElementsXML("<a>1<b/></a>", x_path = "/a", element_name = "x")',
      'ConvertTextToElementsXML("<a>1<b/></a>", elementname = "x")',
      'ConvertTextToElementsXML("<a>1<b/></a>", "/", attributes["s"])',
      'ConvertTextToElementsXML("<a>1<b/></a>", "/", 1)',
      'ConvertTextToElementsXML("<a/>", "/", "a", "b")',
    ],
  }),
  group("functions/GetXML", "What an XPath selects in an XML document.", value, {
    ...withTargets("GetXML"),
    ...eachDocument("GetXML", ', "/*"'),
    ...eachXPath("GetXML"),
    "takes attributes and what else is selected": ["//@*", "//node()", "//text()"].map((xPath) => ({
      text: `GetXML(attributes["s"], ${quoted(xPath)})`,
      payload: payloadOf([
        gaugeOf(
          "flat",
          flat.map((s) => ({ s })),
        ),
      ]),
    })),
  }),
  group("functions/RemoveXML", "An XML document without what an XPath selects.", value, {
    ...withTargets("RemoveXML"),
    ...eachDocument("RemoveXML", ', "/none"'),
    ...eachXPath("RemoveXML"),
    "keeps attributes that end in a colon": [`RemoveXML("<a b:='1' :c='2'/>", "//@*")`],
    "removes what is selected": [
      "//b",
      "//@x",
      "//@*",
      "//text()",
      "//comment()",
      "//node()",
      "/a",
      "/",
      "/a/b[1]",
      "//*[not(*)]",
      "//processing-instruction()",
    ].map((xPath) => ({ text: `RemoveXML(attributes["s"], ${quoted(xPath)})`, payload: all })),
  }),
  group("functions/InsertXML", "An XML document with another one in its elements.", value, {
    ...withTargets("InsertXML", ', "<n/>"'),
    ...eachDocument("InsertXML", ', "/*", "<n>1</n>"'),
    "takes what is put in": [...documents.slice(0, 60), ...broken.slice(0, 12)].map(
      (text) => `InsertXML("<a><b/></a>", "//b", ${quoted(text)})`,
    ),
    "puts it into what is selected": [
      "/",
      "//*",
      "//b",
      "//b[1]",
      "//c",
      "//@x",
      "//text()",
      "//comment()",
      "//b | //@x",
      "count(//b)",
      "//none",
    ].map((xPath) => `InsertXML("<a x='1'><b>2<!-- 3 --></b><b/></a>", ${quoted(xPath)}, "<n/><m>4</m>")`),
    "takes or refuses a document of each kind": targets.map((target) => `InsertXML("<a/>", "/a", ${target})`),
  }),
];

/** A target of each kind, and the XPath as the second argument. */
function withTargets(name: string, rest = ""): Sections {
  return {
    "takes or refuses a target of each kind": targets.map((target) => `${name}(${target}, "/a"${rest})`),
    "takes a literal XPath only": [
      '""',
      '"["',
      '"a b"',
      '"/a"',
      'attributes["s"]',
      '"/" + "a"',
      "1",
      "nil",
      'Concat(["/a"], "")',
    ].map((xPath) => `${name}("<a><b/></a>", ${xPath}${rest})`),
    "takes its arguments by name and none too many": [
      `${name}(target = "<a/>", x_path = "/a"${rest && `, sub_document = "<n/>"`})`,
      `${name}("<a/>", xpath = "/a"${rest})`,
      `${name}("<a/>", XPath = "/a"${rest})`,
      `${name}("<a/>")`,
      `${name}()`,
      `${name}("<a/>", "/a"${rest}, "/a")`,
    ],
    "takes an empty text": [
      `${name}("", "/"${rest})`,
      `${name}("", "//*"${rest})`,
      `${name}(" ", "/"${rest})`,
    ],
  };
}
