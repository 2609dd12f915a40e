import { createPipeline, type PipelineOptions } from "../../src/collector.ts";

/** A proxy and what it answers to a scrape. */
export interface MeshTarget {
  readonly address: string;
  readonly exposition: string;
}

/** What comes out of a pipeline: its names with the number of their series. */
export interface RouteResult {
  readonly names: ReadonlyMap<string, number>;
  readonly series: number;
}

/** Scrapes targets into the only pipeline of a Collector configuration, and counts the series that it exports. */
export function runRoute(
  yaml: string,
  targets: readonly MeshTarget[],
  options: PipelineOptions = {},
): RouteResult {
  const pipeline = createPipeline(yaml, options);
  const [job] = pipeline.jobs;
  if (job === undefined) throw new Error("the configuration has a scrape job");
  const names = new Map<string, number>();
  let series = 0;
  for (const { address, exposition } of targets) {
    const labels = {
      __meta_kubernetes_pod_container_name: "linkerd-proxy",
      __meta_kubernetes_pod_ip: address.replace(/:.*/, ""),
    };
    const { scraped } = job.scrape(exposition, { address, labels, time: Date.now() });
    if (scraped === undefined) continue;
    for (const { name } of pipeline.export(pipeline.apply(scraped.result.payload).output).samples) {
      names.set(name, (names.get(name) ?? 0) + 1);
      series++;
    }
  }
  return { names, series };
}
