import { type CaseSource, type Group, group, type Sections } from "./group.ts";
import type { Payload } from "./payload.ts";

const logOf = (body: object): Payload => ({ resourceLogs: [{ scopeLogs: [{ logRecords: [{ body }] }] }] });
const plain = logOf({ stringValue: "hello" });

/** A converter of each of some bodies. */
function of(name: string, ...bodies: readonly string[]): CaseSource[] {
  const text = `set(attributes["out"], ${name}(body))`;
  return bodies.map((body) => ({
    text,
    name: `${JSON.stringify(body)}: ${name}`,
    payload: logOf({ stringValue: body }),
  }));
}

/** Statements over one body. */
function over(body: string, ...texts: readonly string[]): CaseSource[] {
  return texts.map((text) => ({
    text,
    name: `${JSON.stringify(body)}: ${text}`,
    payload: logOf({ stringValue: body }),
  }));
}

/** What every such function takes and refuses. */
function common(name: string, good: string): Sections {
  const literal = JSON.stringify(good);
  return {
    "takes texts only": [
      { intValue: "1" },
      { doubleValue: 1.5 },
      { boolValue: true },
      {},
      { bytesValue: "Q0VGOg==" },
      { arrayValue: { values: [{ stringValue: "a" }] } },
      { kvlistValue: { values: [{ key: "a", value: { stringValue: "a" } }] } },
    ].map((body) => ({
      text: `set(attributes["out"], ${name}(body))`,
      name: `${JSON.stringify(body)}: ${name}`,
      payload: logOf(body),
    })),
    "takes its argument by name, and any expression": [
      `set(attributes["out"], ${name}(target=${literal}))`,
      `set(attributes["out"], ${name}(${literal}))`,
      `set(attributes["out"], ${name}(Concat([${literal}, ""], "")))`,
      `set(attributes["out"], ${name}(attributes["missing"]))`,
      `set(body, ${name}(${literal}))`,
      `merge_maps(attributes, ${name}(${literal}), "insert")`,
      `set(attributes["out"], true) where IsMap(${name}(${literal}))`,
    ].map((text) => ({ text, payload: plain })),
    "is refused": [
      `set(attributes["out"], ${name}())`,
      `set(attributes["out"], ${name}(1))`,
      `set(attributes["out"], ${name}(nil))`,
      `set(attributes["out"], ${name}("a", "b", "c"))`,
      `set(attributes["out"], ${name}(text="a"))`,
      `set(attributes["out"], ${name})`,
    ].map((text) => ({ text, payload: plain })),
  };
}

function functionGroup(name: string, about: string, sections: Sections): Group {
  const way = {
    kind: "statement",
    functions: "transform",
    compatibility: "0.161.0",
    context: "log",
  } as const;
  return group(
    `functions/${name}`,
    about,
    { ...way, ...(name === "ParseLEEF" ? { anyOrder: true } : {}) },
    sections,
  );
}

const header = "CEF:0|Vendor|Product|1.0|100|Name|5";
const line = '127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] "GET /a.gif HTTP/1.0" 200 2326';
const clf = (request: string, rest = "200 1") => `h - - [t] "${request}" ${rest}`;
const leef = "LEEF:2.0|Vendor|Product|1.0|100";

/** The cases of the functions of the transform processor on logs. */
export const transformLogs: readonly Group[] = [
  functionGroup("ParseCEF", "Messages in the Common Event Format.", {
    "reads the header": of(
      "ParseCEF",
      `${header}|`,
      header,
      `${header}|src=1`,
      `Sep 19 08:26:10 host ${header}|`,
      `<13>1 CEF:x ${header}|`,
      "CEF:|a|b|c|d|e|f|",
      "CEF: 1|a|b|c|d|e|f|",
      "CEF:0||||||",
      "CEF:0|||||",
      "CEF:0|a",
      "CEF:0",
      "CEF:",
      "cef:0|a|b|c|d|e|f|",
      "",
      "no message",
      "CEF:0|a\\|b|c\\\\|d\\e|f\\=|g\\n|h\\\\\\|i|",
      "CEF:0|a|b|c|d|e|f\\",
      "CEF:0|a|b|c|d|e|f\\|g=h",
      "CEF:0\\|1|a|b|c|d|e|f|",
      "CEF:0|é|ß|\u00a0|\u2028|\n|\t|x=é",
    ),
    "reads the extension": of(
      "ParseCEF",
      `${header}|src=10.0.0.1 dst=2.1.2.2 spt=1232`,
      `${header}|msg=a b c  src=1`,
      `${header}|msg=   `,
      `${header}| src=1 `,
      `${header}|a=1 a=2 b=3 a=4`,
      `${header}|a=b=c d=e`,
      `${header}|a=1 b c=2`,
      `${header}|a=x\\=y b=\\\\ c=\\n\\r\\t d=\\`,
      `${header}|a=1 é=2 b_1=3 c-d=4`,
      `${header}|=1 a=2`,
      `${header}|a=\tb=c`,
      `${header}|a=1\nb=2 c=3`,
      `${header}|a|b=1|2`,
      `${header}|nothing here`,
      `${header}|a = 1`,
      `${header}|1=2 _=3`,
    ),
    ...common("ParseCEF", `${header}|src=1`),
  }),
  functionGroup("ParseCLF", "Lines in the Common Log Format.", {
    "reads lines": of(
      "ParseCLF",
      line,
      ` ${line}\n`,
      `\u00a0${line}\u2028`,
      `${line} `,
      `${line} more`,
      `${line} "-" "curl"`,
      "",
      "hello",
      clf("GET"),
      clf(""),
      clf("a b"),
      clf("a b c d"),
      clf("  "),
      clf(" a  b"),
      'h  - - [t] "r" 200 1',
      'h - - [] "r" 200 1',
      'h - - [a]b] "r" 200 1',
      'h - - [a\nb] "r\ns" 200 1',
      'é - ü [t] "GÉT / H" 200 1',
      'h\u00a0x - - [t] "r" 200 1',
      'h\tx - - [t] "r" 200 1',
      'h\u000bx - - [t] "r" 200 1',
    ),
    "reads numbers": of(
      "ParseCLF",
      clf("r", "200 -"),
      clf("r", "- 1"),
      clf("r", "+200 -5"),
      clf("r", "0200 007"),
      clf("r", "2_0 1"),
      clf("r", "9223372036854775807 9223372036854775808"),
      clf("r", "200 1.5"),
      clf("r", "0x1 1"),
    ),
    "reads escapes": of(
      "ParseCLF",
      clf('a\\"b'),
      clf("a\\\\"),
      clf("a\\"),
      clf("\\n\\t\\r\\b\\f\\v\\q\\'"),
      clf("\\x41\\x22\\xC3\\xA9"),
      clf("\\xff\\xé\\x4\\xg1"),
      clf("\\x\\x4"),
      clf("a\\\nb"),
      clf("\\é"),
    ),
    "reads the combined format": [
      ...over(
        `${line} "http://x/\\"y" "Mozilla/5.0 (é)"`,
        'set(attributes["out"], ParseCLF(body, "combined"))',
        'set(attributes["out"], ParseCLF(body, format="clf"))',
        'set(attributes["out"], ParseCLF(format="combined", target=body))',
        'set(attributes["out"], ParseCLF(body, ""))',
        'set(attributes["out"], ParseCLF(body, "Combined"))',
        'set(attributes["out"], ParseCLF(body, attributes["f"]))',
        'set(attributes["out"], ParseCLF(body, 1))',
      ),
      ...over(line, 'set(attributes["out"], ParseCLF(body, "combined"))'),
      ...over(`${line} "" ""`, 'set(attributes["out"], ParseCLF(body, "combined"))'),
    ],
    ...common("ParseCLF", line),
  }),
  functionGroup("ParseELF", "Lines in the Extended Log Format.", {
    "reads lines": of(
      "ParseELF",
      "#Version: 1.0\n#Fields: date time\n2001-01-01 12:00",
      "#Version: 1.0\r\n#Fields: a b\r\n1 2\r\n3 4\r\n",
      "#Version: 1.0\r#Fields: a\r1\r\r2",
      "#Version: 1.0",
      "#Fields: a\n1",
      "#Version: 1.0\n1 2",
      "#Version: 1.0\n#Fields:\n1",
      "#Version: 1.0\n#Fields: a a b\n1 2 3",
      "#Version: 1.0\n#Fields: a b c\n1\n1 2 3 4",
      "#Version: 1.0\n#Fields: a\n1\n#Fields: b c\n2 3",
      "1\n#Version: 1.0\n#Fields: a",
      "#Fields: a\n1\n#Version: 1.0\n#Version: 2.0",
      "  #Version: 1.0 \n\t#Fields: a\t \n\u00a0 1 \u2028",
      "#Version: 1.0\n#Fields: x\u00a0y z\n1 2\u00a03",
      "",
      "\n \n",
      "hello",
    ),
    "reads directives": of(
      "ParseELF",
      "#Version: 1.0\n#Software: IIS 6.0\n#Date: 2001-01-01 12:00:00\n#Start-Date: x\n#End-Date: y\n#Remark: z: w\n#Other: v",
      "#version:1.0\n#SOFTWARE: x\n#date: y\n#START-date: z\n#rEmArK: r",
      "#ver\u017fion: 1.0\n#Remar\u212a: r\n#\u017foftware: s",
      "#Version : 1.0\n# Fields : a\n1",
      "#Version: 1.0\n#Fields",
      "#Version: 1.0\n# fieldsx y",
      "#Version: 1.0\n#Field\u017f",
      "#Version: 1.0\n#Remark without a colon\n#\n##: x",
      "#Version:\n#Software:",
      "#Version: 1.0\n#Start_Date: x",
    ),
    "reads values": of(
      "ParseELF",
      '#Version: 1.0\n#Fields: a b c\n"x y" z',
      '#Version: 1.0\n#Fields: a b c\n"" """" "a""b"',
      '#Version: 1.0\n#Fields: a b c\n"x"y "z"',
      '#Version: 1.0\n#Fields: a b c\nx"y z"w',
      '#Version: 1.0\n#Fields: a\n"open',
      '#Version: 1.0\n#Fields: a\n"open""',
      "#Version: 1.0\n#Fields: a b\n1\t \t2",
      '#Version: 1.0\n#Fields: a b\né "ü"',
    ),
    ...common("ParseELF", "#Version: 1.0\n#Fields: a\n1"),
  }),
  functionGroup("ParseLEEF", "Messages in the Log Event Extended Format.", {
    "reads version 1.0": of(
      "ParseLEEF",
      "LEEF:1.0|Vendor|Product|1.0|100|src=1\tdst=2",
      "LEEF:1.0|Vendor|Product|1.0|100|",
      "LEEF:1.0|Vendor|Product|1.0|100",
      "LEEF:1.0|Vendor|Product|1.0",
      "LEEF:1.0||||",
      "LEEF:1.0|a|b|c|d|x=1|y=2\tz=3",
      "LEEF:1.0|a|b|c|d|^|x=1",
      "<13>Jan 18 host LEEF:1.0|a|b|c|d|x=1",
      "LEEF:1.0",
      "LEEF:",
      "LEEF:1|a|b|c|d|",
      "LEEF:3.0|a|b|c|d|",
      "LEEF: 1.0|a|b|c|d|",
      "leef:1.0|a|b|c|d|",
      "",
      "hello",
    ),
    "reads version 2.0": of(
      "ParseLEEF",
      `${leef}|^|src=1^dst=2`,
      `${leef}||src=1\tdst=2`,
      `${leef}|src=1\tdst=2|x`,
      `${leef}`,
      `${leef}|`,
      `${leef}|^`,
      `${leef}|0x5E|src=1^dst=2`,
      `${leef}|0X7c|src=1|dst=2`,
      `${leef}|x5E|src=1^dst=2`,
      `${leef}|0x|a=1`,
      `${leef}|0x5|a=1`,
      `${leef}|0x5E5E|a=1`,
      `${leef}|0xZZ|a=1`,
      `${leef}|ab|a=1`,
      `${leef}|é|a=1éb=2`,
      `${leef}|0xc3|a=1éb=2`,
      `${leef}|=|a=1=b=2`,
      `${leef}| |a=1 b=2`,
      "LEEF:2.0|a|b|c",
    ),
    "reads attributes": of(
      "ParseLEEF",
      `${leef}|^|a=1^a=2^b`,
      `${leef}|^|=1^^ a = 2 ^b=`,
      `${leef}|^|a=b=c^é=ü`,
      `${leef}|^|a=1|b=2^c=3`,
      `${leef}|^|a=\\^b=\n`,
    ),
    ...common("ParseLEEF", `${leef}|^|src=1`),
  }),
];
