/** A job, and the labels of targets that a discovery found for it. */
export interface TargetsCase {
  readonly config: Readonly<Record<string, unknown>>;
  readonly targets: readonly Readonly<Record<string, string>>[];
}

const job = { job_name: "j" };
const pod = {
  __address__: "10.42.0.217:4143",
  __meta_kubernetes_pod_container_name: "linkerd-proxy",
  __meta_kubernetes_pod_ip: "10.42.0.217",
  __meta_kubernetes_pod_label_app: "web",
};
const meshRules = [
  { source_labels: ["__meta_kubernetes_pod_container_name"], action: "keep", regex: "linkerd-proxy" },
  {
    source_labels: ["__meta_kubernetes_pod_ip"],
    action: "replace",
    target_label: "__address__",
    regex: "(.+)",
    replacement: "$1:4191",
  },
];
const at = (__address__: string) => ({ __address__ });
const addresses = [
  "h:80",
  "h",
  "10.0.0.1",
  "[::1]",
  "[::1]:9",
  "::1",
  "a:b:c",
  "h:",
  ":80",
  "http://h/x",
  "h/metrics",
  "é",
  "h:80:90",
  "[::1",
  "user@h",
].map(at);

/** The jobs that the real scrape manager is asked about. Each target has a label of its discovery. */
export const targetsCases: readonly TargetsCase[] = [
  { config: job, targets: addresses },
  { config: { ...job, scheme: "https" }, targets: addresses },
  {
    config: job,
    targets: [
      { __address__: "h", __scheme__: "https" },
      { __address__: "h", __scheme__: "ftp" },
    ],
  },
  { config: job, targets: [{ a: "b" }, { __address__: "" }, {}] },
  {
    config: { ...job, metrics_path: "/m", params: { module: ["a", "b"], "x y": ["1&2"], none: [] } },
    targets: [at("h:1")],
  },
  { config: { ...job, metrics_path: "m" }, targets: [at("h:1")] },
  {
    config: { ...job, params: { module: ["a", "b"] } },
    targets: [
      { __address__: "h:1", __param_module: "own" },
      { __address__: "h:1", __param_other: "own" },
    ],
  },
  { config: { ...job, scrape_interval: "90s", scrape_timeout: "1500ms" }, targets: [at("h:1")] },
  { config: { ...job, scrape_interval: "1w2d" }, targets: [at("h:1")] },
  { config: { ...job, scrape_interval: "5s" }, targets: [at("h:1")] },
  {
    config: job,
    targets: [{ __address__: "h:1", job: "own", instance: "i", env: "prod", __hidden: "x", __meta_x: "y" }],
  },
  { config: job, targets: [{ __address__: "h:1", job: "", instance: "", env: "" }] },
  {
    config: job,
    targets: ["0s", "x", "5s", "1h", "-1s", "", "1", "1s1s"].flatMap((value) => [
      { __address__: "h:1", __scrape_interval__: value },
      { __address__: "h:1", __scrape_timeout__: value },
    ]),
  },
  {
    config: { ...job, relabel_configs: meshRules },
    targets: [
      pod,
      { ...pod, __meta_kubernetes_pod_container_name: "web" },
      { ...pod, __meta_kubernetes_pod_ip: "" },
    ],
  },
  {
    config: {
      ...job,
      relabel_configs: [...meshRules, { action: "labelmap", regex: "__meta_kubernetes_pod_label_(.+)" }],
    },
    targets: [pod],
  },
  {
    config: { ...job, relabel_configs: [{ target_label: "__address__", replacement: "" }] },
    targets: [pod],
  },
  {
    config: { ...job, relabel_configs: [{ target_label: "__address__", replacement: "a/b" }] },
    targets: [pod],
  },
  {
    config: { ...job, relabel_configs: [{ target_label: "__scheme__", replacement: "https" }] },
    targets: [at("h"), at("h:1")],
  },
  {
    config: {
      ...job,
      relabel_configs: [
        { target_label: "__metrics_path__", replacement: "m" },
        { target_label: "__param_x", replacement: "y" },
      ],
    },
    targets: [at("h:1")],
  },
  {
    config: {
      ...job,
      relabel_configs: [
        { target_label: "job", replacement: "other" },
        { target_label: "instance", replacement: "i" },
      ],
    },
    targets: [pod],
  },
  { config: { ...job, relabel_configs: [{ action: "labeldrop", regex: "job" }] }, targets: [pod] },
  {
    config: { ...job, relabel_configs: [{ action: "labelkeep", regex: "__address__|__meta.*" }] },
    targets: [pod],
  },
  {
    config: { ...job, relabel_configs: [{ action: "labelkeep", regex: "__address__|__scrape_.*" }] },
    targets: [pod],
  },
  {
    config: {
      ...job,
      relabel_configs: [
        { source_labels: ["__meta_kubernetes_pod_label_app"], target_label: "__tmp" },
        { source_labels: ["__tmp"], target_label: "app" },
      ],
    },
    targets: [pod],
  },
  {
    config: {
      ...job,
      relabel_configs: [
        { action: "hashmod", source_labels: ["__address__"], modulus: 2, target_label: "__tmp_hash" },
        { action: "keep", source_labels: ["__tmp_hash"], regex: "0" },
      ],
    },
    targets: [at("a:1"), at("b:1"), at("c:1"), at("d:1")],
  },
];
