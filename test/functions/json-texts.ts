/** Texts that are JSON, or almost, or only to the reference. */
const chosen: readonly string[] = [
  ..."{} [] [1] [01] [-01] [1.] [.5] [-.5] [1e5] [1E+5] [1e] [-] [+1] [1+1] [1e400] [-1e400] [1e-400] [-0]".split(
    " ",
  ),
  ..."[0x10] [1_0] [Infinity] [NaN] [1:2] [1,] [,1] [ ] { } null true 1 nul [nul] [nulll] [null] [true]".split(
    " ",
  ),
  ..."[tru] [truee] [false] [fals] {a:1} {1:1} {null:1} {nul:1} [[]] [{}] [1true] [true1] [1]] {}} [00] [00.5]".split(
    " ",
  ),
  ..."[1.5e+3] [1.5e+-3] [1e1.5] [1..5] [--1] [1-] [1e+] [1.e5] [9007199254740993] [1e23] [5e-324] [2e-324]".split(
    " ",
  ),
  ..."[1.7976931348623157e308] [1.7976931348623159e308] [123456789012345678901234567890] [0.1e-6] [1a] [t]".split(
    " ",
  ),
  ...'{"a":1,} {"a":} {"a":1,"a":2} {"null":1,"":2} {"a":1}{"b":2} ["a""b"] ["a"1] [\'a\']'.split(" "),
  ...'[1]//c [1]/*c*/ ["a\\"] [" [1 {"a {"a" {"a": {"a":1 {"a":{}} {"a":[]} {"":1} {"a":1;"b":2}'.split(" "),
  ...'["\\u0041"] ["\\ud83d\\ude00"] ["\\uD83D\\uDE00"] ["\\ud83d"] ["\\ud83dx"] ["\\ude00"]'.split(" "),
  ...'["\\ud83d\\u0041"] ["\\ud83d\\ud83d\\ude00"] ["\\u12"] ["\\u12g4"] ["\\x41"] ["\\a"] ["\\u'.split(" "),
  ...'["\\/\\b\\f\\n\\r\\t\\"\\\\"] ["\\u0000"] {"\\u0061":1,"a":2} ["\\uD83D\\u"] ["\\uD83D\\uDE0"] ["\\\\ud83d"]'.split(
    " ",
  ),
  ...'{"__proto__":1} {"__proto__":{"x":1}} {"constructor":1,"toString":2} {"2":1,"1":2} ["é😀"]'.split(" "),
  "",
  " ",
  "[1 2]",
  '{"a" 1}',
  '{"a":1 "b":2}',
  '{ "a" : 1 , "b" : [ ] }',
  '{null:1,"":2}',
  '["\n\t\r\u0001"]',
  '["\u0000"]',
  "[1]\u0000garbage",
  "\u0000",
  "[1,\u0000]",
  "[1] x",
  "  [1]  \n",
  "\ufeff[1]",
  "\u00a0[1]",
  "\f[1]",
  "[1\f]",
  "[\u00851]",
  '["\u007f\u2028"]',
  `${"[".repeat(900)}${"]".repeat(900)}`,
  '{"a":[{"b":[1,2,{"c":null}]},"é",true,-1.5e-3]}',
];

const pieces = '{ } [ ] , : "a" "b" 1 - . e 0 null true false \\u d83d \\ude00 " \n \\ n + é'.split(" ");

/** The chosen texts and some put together from a fixed sequence of numbers. */
export function jsonTexts(): string[] {
  let state = 12345;
  const next = (count: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % count;
  };
  const made = Array.from({ length: 400 }, () => {
    const inside = Array.from({ length: 1 + next(6) }, () => pieces[next(pieces.length)]).join("");
    return [`[${inside}]`, `{"a":${inside}}`, inside][next(3)] as string;
  });
  return [...new Set([...chosen, ...made])];
}
