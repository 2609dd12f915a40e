const listed = (names: readonly string[]) => names.map((name) => `"${name}"`).join(", ");

/** Messages about the pipelines of a Collector's configuration. */
export const pipelineMessages = {
  no_pipelines: () => "the service has no pipelines",
  unknown_pipeline: ({ name }: { name: string }) => `there is no pipeline "${name}"`,
  no_pipeline_of_signal: ({ signal }: { signal: string }) => `the service has no pipeline of ${signal}`,
  pipeline_not_chosen: ({ names, signal }: { names: readonly string[]; signal: string | undefined }) =>
    `the service has several pipelines${signal === undefined ? "" : ` of ${signal}`}: ${listed(names)}`,
  pipeline_of_other_signal: ({ name }: { name: string }) =>
    `"${name}" is no pipeline of metrics, traces or logs, and ottlkit runs no other`,
  pipeline_not_of_signal: ({ name, signal }: { name: string; signal: string }) =>
    `"${name}" is no pipeline of ${signal}`,
  payload_of_other_signal: ({ pipeline, found }: { pipeline: string; found: string }) =>
    `the payload holds ${found}, which the pipeline "${pipeline}" does not take`,
  invalid_component_id: ({ id }: { id: string }) => `"${id}" is no component id`,
  component_not_defined: ({ kind, id }: { kind: string; id: string }) =>
    `the ${kind} "${id}" of the pipeline is not defined`,
  component_defined_twice: ({ kind, id }: { kind: string; id: string }) =>
    `the ${kind} "${id}" is defined twice: blanks around an id do not count`,
  component_twice: ({ kind, id }: { kind: string; id: string }) =>
    `the pipeline names the ${kind} "${id}" twice`,
  component_missing: ({ kind }: { kind: string }) => `the pipeline has no ${kind}`,
  processor_not_run: ({ id }: { id: string }) =>
    `"${id}" changes or drops data, and ottlkit does not run it: what comes after it may differ from the Collector's`,
  scrape_without_address: ({ job, count }: { job: string; count: number }) =>
    `job "${job}" has ${count === 0 ? "no static target" : `${count} static targets`}: say which address was scraped`,
} as const;
