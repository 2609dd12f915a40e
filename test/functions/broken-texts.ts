/** Strings that are not UTF-8, and whole ones, as expressions. */
const texts: readonly string[] = [
  '"é"',
  '"a€😀"',
  '""',
  'Substring("é", 0, 1)',
  'Substring("é", 1, 1)',
  'Substring("€", 0, 2)',
  'Substring("€", 1, 2)',
  'Substring("😀", 0, 3)',
  'Substring("😀", 2, 2)',
  'Concat(["a", Substring("é", 0, 1), "b"], "")',
  'Concat([Substring("é", 0, 1), Substring("é", 1, 1)], "")',
  'Concat([Substring("€", 0, 1), Substring("€", 1, 2)], "")',
  'Concat([Substring("😀", 0, 3), "x", Substring("😀", 3, 1)], "")',
  'Concat([Substring("é", 0, 1), "é", Substring("é", 1, 1)], "")',
];

/** Calls of every function that looks into strings, over those strings. */
export function brokenTextExpressions(): string[] {
  const single = texts.flatMap((a) => [
    a,
    `Len(${a})`,
    `String([${a}])`,
    `String({"k": ${a}})`,
    `ToUpperCase(${a})`,
    `ToLowerCase(${a})`,
    `Split(${a}, "")`,
    `IsEmpty(${a})`,
    `Concat([${a}, ${a}], ${a})`,
    ...["true", "false"].flatMap((safe) =>
      [0, 1, 2, 3].flatMap((start) =>
        [1, 2, 3].map((length) => `Substring(${a}, ${start}, ${length}, ${safe})`),
      ),
    ),
  ]);
  const pairs = texts.flatMap((a) =>
    texts.flatMap((b) => [`HasPrefix(${a}, ${b})`, `HasSuffix(${a}, ${b})`, `Split(${a}, ${b})`]),
  );
  return [...single, ...pairs];
}
