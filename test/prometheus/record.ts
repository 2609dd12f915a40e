/**
 * Writes `fixtures/prometheus` from the recorders in a folder: `npx node test/prometheus/record.ts <folder>`, with the
 * name of a file for that one alone.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { conversionCases, exportCases } from "./cases/exports.ts";
import { openMetricsExpositions, textExpositions } from "./cases/expositions.ts";
import { relabelledScrapeCases } from "./cases/relabelled-scrapes.ts";
import { relabelCases } from "./cases/relabellings.ts";
import { scrapeCases } from "./cases/scrapes.ts";
import { targetsCases } from "./cases/targets.ts";
import { type Answer, contentTypes, extraMetrics, type Version, versions } from "./recorded.ts";
import { scrapeLines } from "./scrape-lines.ts";

const [folder, only] = process.argv.slice(2);
if (folder === undefined) throw new Error("say where the recorders are");
const out = join(import.meta.dirname, "../../fixtures/prometheus");
mkdirSync(out, { recursive: true });

const expositions = [
  ...textExpositions.map((text) => ({ format: "text" as const, text })),
  ...openMetricsExpositions.map((text) => ({ format: "openmetrics" as const, text })),
];
write("expositions.json", expositions, (version) =>
  ask<{ samples: number; error: string }>(
    version,
    expositions.map(({ format, text }) => ({
      op: "parse",
      texts: [text],
      contentType: contentTypes[format],
    })),
  ).map(({ samples, error }) => ({ samples, refused: error !== "" })),
);

write("scrapes.json", scrapeCases, (version) =>
  // A recorder takes one content type at a time to serve, and a second or so for each.
  (["text", "openmetrics"] as const).flatMap((format) => {
    const cases = scrapeCases.filter((c) => (c.format ?? "text") === format);
    const requests = cases.map(({ id, texts, labels, scrape }) => {
      return { id, op: "scrape", texts, labels, scrape, contentType: contentTypes[format] };
    });
    return ask<{ payloads: object[] }>(version, requests).map(({ payloads }) => ({
      scrapes: payloads.map(scrapeLines),
    }));
  }),
);

write("relabelled-scrapes.json", relabelledScrapeCases, (version) => {
  // A recorder has one receiver, so what is set for all of its jobs is asked about separately.
  const shared = relabelledScrapeCases.map(({ global = {}, receiver = {} }) =>
    JSON.stringify([global, receiver]),
  );
  const answers = new Map<string, { readonly scrapes: readonly (readonly string[])[] }>();
  for (const settings of new Set(shared)) {
    const cases = relabelledScrapeCases.filter((_, i) => shared[i] === settings);
    const [global, receiver] = JSON.parse(settings);
    for (const extra of [false, true]) {
      const those = cases.filter((c) => (c.extra ?? false) === extra);
      const own = extra ? extraMetrics(version) : {};
      const requests = those.map(({ id, texts, labels, scrape }) => ({
        id,
        op: "scrape",
        texts,
        labels,
        scrape: { ...scrape, ...own.scrape },
        contentType: contentTypes.text,
        global,
        receiver: { ...receiver, ...own.receiver },
      }));
      if (requests.length === 0) continue;
      const given = ask<{ payloads: object[] }>(version, requests);
      for (const [i, { payloads }] of given.entries())
        answers.set(those[i]?.id ?? "", { scrapes: payloads.map(scrapeLines) });
    }
  }
  return relabelledScrapeCases.map(({ id }) => answers.get(id) ?? {});
});

write("relabel.json", relabelCases, (version) =>
  ask<{ labels?: Record<string, string>; error?: string }>(
    version,
    relabelCases.map((relabelling) => ({ op: "relabel", ...relabelling })),
  ).map(({ labels, error }) => (error === undefined ? { labels: labels ?? null } : { error })),
);

write("targets.json", targetsCases, (version) =>
  ask<{ error?: string; targets: TargetAnswer[] }>(
    version,
    targetsCases.map(({ config, targets }) => {
      // A label of a discovery, as the tests give it.
      return { op: "targets", config, targets: targets.map((labels) => ({ __meta_given: "x", ...labels })) };
    }),
  ).map(({ error, targets }) => {
    if (error !== undefined) throw new Error(error);
    return {
      targets: targets.map(({ error, dropped, ...target }) => {
        if (error !== undefined) return "failed 1";
        return dropped ? "dropped" : target;
      }),
    };
  }),
);

write("exports.json", exportCases, (version) =>
  ask<{ series: { series: string; time: number }[]; errors?: string[] }>(
    version,
    exportCases.map(({ payload, options = {} }) => {
      const { resourceToTelemetryConversion: convert = false, targetInfo, scopeInfo, ...rest } = options;
      const settings = {
        ...rest,
        disableTargetInfo: targetInfo === false,
        disableScopeInfo: scopeInfo === false,
      };
      return { op: "write", payload, settings, convert };
    }),
  ).map(({ series, errors = [] }) => ({
    series: series.map(({ series, time }) => `${series} @${time}`).sort(),
    errors: errors.length,
  })),
);

interface TargetAnswer {
  readonly error?: string;
  readonly dropped?: boolean;
}

write(
  "conversions.json",
  conversionCases,
  (version) =>
    ask<{ series: { series: string }[] }>(
      version,
      conversionCases.map((conversion) => ({
        op: "write",
        ...conversion,
        settings: { disableTargetInfo: true },
      })),
    ).map(({ series }) => ({ series: series.map(({ series }) => series) })),
  ["0.161.0", "0.165.0"],
);

function ask<T>(version: Version, requests: readonly object[]): T[] {
  const input = requests.map((request, i) => JSON.stringify({ id: String(i), ...request })).join("\n");
  const output = execFileSync(join(folder as string, `recorder-${version}`), {
    input,
    maxBuffer: 2 ** 30,
    stdio: ["pipe", "pipe", process.env.VERBOSE === undefined ? "ignore" : "inherit"],
  });
  return output
    .toString()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/** One case a line; versions that agree share an answer. */
function write(
  file: string,
  cases: readonly object[],
  answer: (version: Version) => readonly object[],
  asked: readonly Version[] = versions,
): void {
  if (only !== undefined && only !== file) return;
  const answers = new Map(asked.map((version) => [version, answer(version)]));
  const lines = cases.map((c, i) => {
    const shared: Answer<object>[] = [];
    for (const version of asked) {
      const given = answers.get(version)?.[i];
      if (given === undefined) throw new Error(`${version} has no answer to case ${i} of ${file}`);
      const same = shared.find(
        ({ versions: _, ...other }) => JSON.stringify(other) === JSON.stringify(given),
      );
      if (same === undefined) shared.push({ versions: [version], ...given });
      else same.versions.push(version);
    }
    return `  ${JSON.stringify({ ...c, answers: shared })}`;
  });
  writeFileSync(join(out, file), `[\n${lines.join(",\n")}\n]\n`);
}
