import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { labTargets } from "../../fixtures/mesh/lab.ts";
import { main as ottlkit } from "../../src/cli/main.ts";
import { errorModes } from "./error-modes.ts";
import { type MeshTarget, runRoute } from "./route.ts";
import { type Routes, routeTable } from "./route-table.ts";

const usage = `Usage: npm run demo [-- --lab]

Runs a Collector configuration that filters the metrics of a Linkerd proxy, and shows what
it keeps and why; then three other ways to filter them, and what error_mode changes.

  --lab    30 proxies with 9,280 series behind the filter, instead of one
  --help   this text
`;

const exposition = join(import.meta.dirname, "../../fixtures/mesh/exposition.txt");
const routesFolder = join(import.meta.dirname, "routes");

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
process.exitCode = await demo(process.argv.slice(2));

async function demo(args: readonly string[]): Promise<number> {
  try {
    const options = { lab: { type: "boolean" }, help: { type: "boolean", short: "h" } } as const;
    const { values } = parseArgs({ args: [...args], options });
    if (values.help) print(usage);
    else if (values.lab) lab();
    else await one();
    return 0;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    process.stderr.write(`${error.message}\n\n${usage}`); // parseArgs throws type errors
    return 2;
  }
}

/** One proxy: the whole summary of the post's configuration, then the tables. */
async function one(): Promise<void> {
  const command = [
    "run",
    relative(process.cwd(), join(routesFolder, "ottl.yaml")),
    "--input",
    relative(process.cwd(), exposition),
    "--label",
    "__meta_kubernetes_pod_container_name=linkerd-proxy",
    "--label",
    "__meta_kubernetes_pod_ip=10.42.0.20",
  ];
  print(`$ ottlkit ${command.join(" ")}\n\n`);
  await ottlkit(command, process);
  const target = { address: "10.42.0.20:4191", exposition: readFileSync(exposition, "utf8") };
  print(`\n${routeTable(routesOver([target]))}`);
  print(`\n${errorModes(target.exposition)}`);
}

function lab(): void {
  print(`30 proxies, each with all 163 metric families. The 217 label sets of response_latency_ms
follow from the 5,642 buckets that the reference post counts; how the other series split
over the families is fitted so that 9,280 are left in all.\n\n`);
  print(routeTable(routesOver(labTargets())));
}

function routesOver(targets: readonly MeshTarget[]): Routes {
  const route = (name: string) => runRoute(readFileSync(join(routesFolder, `${name}.yaml`), "utf8"), targets);
  return { ottl: route("ottl"), relabel: route("relabel"), anchored: route("anchored"), both: route("both") };
}

function print(text: string): void {
  process.stdout.write(text);
}
