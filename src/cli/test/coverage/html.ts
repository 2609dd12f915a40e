import { type Covered, outcomesOf } from "../../../engine/coverage.ts";
import { placeText } from "../../../testing/suite/place-text.ts";
import type { TextCoverage } from "../../../testing/suite/rule-coverage.ts";
import { markup } from "../../terminal.ts";
import { extentOf, gapOf, seenText } from "./seen.ts";
import { perCentText } from "./terminal.ts";

const style = `:root { color-scheme: light dark; } body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; color: #1f2328; background: #fff; }
h2 { font-size: 1rem; margin: 2rem 0 .5rem; overflow-wrap: anywhere; } h2 small { font-weight: normal; color: #59636e; }
pre { font: 14px/1.7 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; padding: .8rem 1rem; background: #f6f8fa; border-radius: 6px; }
pre span { border-radius: 3px; } .all { background: #c7f0d2; } .some { background: #fbe9a7; } .none { background: #ffc9c4; } .constant { background: #f6f8fa; }
li { overflow-wrap: anywhere; } code { font: 14px ui-monospace, monospace; }
@media (prefers-color-scheme: dark) { body { color: #e6edf3; background: #0d1117; } pre { background: #161b22; } h2 small { color: #9198a1; } .all { background: #14532d; } .some { background: #5c4a06; } .none { background: #6e1c18; } .constant { background: #161b22; } }`;

/** Coverage as a page of its own: each source with colours, what was seen of a part as its title, and what is left. */
export function coveragePage(texts: readonly TextCoverage[]): string {
  const { seen, all } = outcomesOf(texts.flatMap(({ covered }) => covered));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Coverage of rules</title>
<style>${style}</style>
</head>
<body>
<h1>Coverage of rules</h1>
<p>${perCentText(seen, all)} of outcomes seen, ${seen} of ${all}: each condition is to be seen <em>true</em> and <em>false</em>.
<span class="all">Both</span>, <span class="some">one</span> or <span class="none">none</span> of them was seen.</p>
${texts.map(section).join("\n")}
</body>
</html>
`;
}

function section({ text, place, locate, covered }: TextCoverage): string {
  const { seen, all } = outcomesOf(covered);
  const gaps = covered.flatMap((one) => {
    const gap = gapOf(one);
    if (gap === undefined && one.seen.error === 0) return [];
    const { line, column } = locate(one.span);
    const at = line === undefined ? "" : `${line}:${column} `;
    return [
      `<li>${at}${gap ?? "seen"} <code>${markup(one.text)}</code> <small>(${seenText(one)})</small></li>`,
    ];
  });
  const list = gaps.length === 0 ? "" : `\n<ul>\n${gaps.join("\n")}\n</ul>`;
  return `<h2>${markup(placeText(place))} <small>${seen} of ${all}</small></h2>
<pre>${marked(text, covered)}</pre>${list}`;
}

/** The text with a `span` for each condition, one inside the other as they are. */
function marked(text: string, covered: readonly Covered[]): string {
  let html = "";
  let at = 0;
  const open: Covered[] = [];
  const closeUntil = (offset: number) => {
    while (open.length > 0 && (open.at(-1) as Covered).span.end <= offset) {
      const { end } = (open.pop() as Covered).span; // there is one
      html += `${markup(text.slice(at, end))}</span>`;
      at = end;
    }
  };
  for (const one of covered) {
    closeUntil(one.span.start);
    html += markup(text.slice(at, one.span.start));
    at = one.span.start;
    html += `<span class="${classOf(one)}" title="${seenText(one)}">`;
    open.push(one);
  }
  closeUntil(text.length);
  return html + markup(text.slice(at));
}

function classOf(one: Covered): string {
  switch (extentOf(one)) {
    case "all":
      return "all";
    case "constant":
      return "constant";
    case "nothing":
    case "only failing":
      return "none";
    default:
      return "some";
  }
}
