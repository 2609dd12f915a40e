// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how the templates of rules are written
/** A target of a job that relabels its samples or limits them, scraped once for each text. */
export interface RelabelledScrapeCase {
  readonly id: string;
  readonly texts: readonly string[];
  /** Labels of the target; those with `__` only describe it. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Settings of the job. */
  readonly scrape?: Readonly<Record<string, unknown>>;
  /** Settings of all jobs. */
  readonly global?: Readonly<Record<string, unknown>>;
  /** Whether the three further series about a scrape are asked for, which each version has another setting for. */
  readonly extra?: boolean;
  /** Settings of the receiver. */
  readonly receiver?: Readonly<Record<string, unknown>>;
}

const families =
  '# TYPE response_total counter\nresponse_total{direction="inbound"} 20\n# TYPE response_latency_ms histogram\nresponse_latency_ms_bucket{le="1"} 3\nresponse_latency_ms_bucket{le="2"} 5\nresponse_latency_ms_bucket{le="+Inf"} 6\nresponse_latency_ms_count 6\nresponse_latency_ms_sum 17\n# TYPE control_response_latency_ms histogram\ncontrol_response_latency_ms_bucket{le="1"} 1\ncontrol_response_latency_ms_bucket{le="+Inf"} 1\ncontrol_response_latency_ms_count 1\ncontrol_response_latency_ms_sum 1\n# TYPE tcp_open_connections gauge\ntcp_open_connections{peer="src"} 4\ntcp_open_connections{peer="dst"} 5\n# TYPE s summary\ns{quantile="0.5"} 2\ns_sum 3\ns_count 4\nup 7\n';
const numbers = "a 1\nb 2\nc 3\nd 4\n";

type Rule = Readonly<Record<string, unknown>>;

const relabelled = (
  id: string,
  texts: string | readonly string[],
  ...rules: Rule[]
): RelabelledScrapeCase => ({
  id,
  texts: typeof texts === "string" ? [texts] : texts,
  scrape: { metric_relabel_configs: rules },
});
const keep = (regex: string): Rule => ({ action: "keep", source_labels: ["__name__"], regex });
const drop = (regex: string): Rule => ({ action: "drop", source_labels: ["__name__"], regex });
const rename = (regex: string, replacement: string): Rule => ({
  source_labels: ["__name__"],
  regex,
  target_label: "__name__",
  replacement,
});

/** The scrapes that the real receiver is asked about. */
export const relabelledScrapeCases: readonly RelabelledScrapeCase[] = [
  relabelled("keepmesh", families, keep("response_total|response_latency_ms.*|tcp_.*")),
  relabelled("keepfamily", families, keep("response_latency_ms")),
  relabelled("keepbuckets", families, keep("response_latency_ms_bucket")),
  relabelled("keepbucketscount", families, keep("response_latency_ms_(bucket|count)")),
  relabelled("keepcount", families, keep("response_latency_ms_count")),
  relabelled("keepnothing", families, keep("nothing")),
  relabelled("dropall", families, drop(".*")),
  relabelled("dropsynthetic", families, drop("up|scrape_.*")),
  relabelled("dropsums", families, drop(".*_sum")),
  relabelled("dropquantiles", families, { action: "drop", source_labels: ["quantile"], regex: ".+" }),
  relabelled("le", families, { action: "drop", source_labels: ["le"], regex: "1" }),
  relabelled("lecanonical", families, { action: "drop", source_labels: ["le"], regex: "1.0" }),
  relabelled("lename", families, {
    action: "keep",
    source_labels: ["__name__", "le"],
    regex: ".*;2.*|.*_count;|.*_sum;",
  }),
  relabelled("dropinf", families, { action: "drop", source_labels: ["le"], regex: "\\+Inf" }),
  relabelled("rename", families, rename("response_(.*)", "answer_$1")),
  relabelled("renamebuckets", families, rename("response_latency_ms_bucket", "latency_bucket")),
  relabelled(
    "renamefamily",
    families,
    rename("(control_)?response_latency_ms_(.*)", "response_latency_ms_$2"),
  ),
  relabelled("renametotal", families, rename("response_total", "response")),
  relabelled("renametoup", families, rename("tcp_open_connections", "up")),
  relabelled("renameutf8", numbers, rename("(.)", "my.$1 é")),
  relabelled("renamebad", numbers, rename("b", "")),
  relabelled("renameboth", numbers, rename("(.)", "x")),
  relabelled("nameless", numbers, { action: "labeldrop", regex: "__name__" }),
  relabelled("namelessafter", [numbers, "a 1\nb 2\n", numbers], {
    source_labels: ["__name__"],
    regex: "c",
    target_label: "__name__",
    replacement: "",
  }),
  relabelled("keepnolabel", numbers, { action: "labelkeep", regex: "nothing" }),
  relabelled("keepjob", numbers, { action: "labelkeep", regex: "job" }),
  relabelled("labelkeep", families, { action: "labelkeep", regex: "__name__|le|quantile|peer" }),
  relabelled("labeldrop", families, { action: "labeldrop", regex: "peer|direction" }),
  relabelled("labeldrople", families, { action: "labeldrop", regex: "le" }),
  relabelled("merge", 'x{i="1"} 1\nx{i="2"} 2\n# TYPE c counter\nc{i="1"} 5\nc{i="2"} 6\n', {
    action: "labeldrop",
    regex: "i",
  }),
  relabelled("target", numbers, { target_label: "env", replacement: "prod" }),
  relabelled("targetempty", 'x{a="b"} 1\n', { target_label: "a", replacement: "" }),
  relabelled("job", families, {
    source_labels: ["__name__"],
    regex: "tcp_.*",
    target_label: "job",
    replacement: "other",
  }),
  relabelled("instance", families, {
    source_labels: ["peer"],
    regex: "(.+)",
    target_label: "instance",
    replacement: "$1:1",
  }),
  relabelled("jobgone", numbers, { target_label: "job", replacement: "" }),
  relabelled("instancegone", numbers, { action: "labeldrop", regex: "instance" }),
  relabelled("jobtolabel", numbers, { source_labels: ["job", "instance"], target_label: "who" }),
  relabelled("dropjob", numbers, { action: "drop", source_labels: ["job"], regex: "case-.*" }),
  relabelled("hash", families, {
    action: "hashmod",
    source_labels: ["__name__", "peer"],
    modulus: 8,
    target_label: "shard",
  }),
  relabelled(
    "keepshard",
    families,
    { action: "hashmod", source_labels: ["__name__"], modulus: 2, target_label: "__tmp" },
    { action: "keep", source_labels: ["__tmp"], regex: "1" },
    { action: "labeldrop", regex: "__tmp" },
  ),
  relabelled("labelmap", 'x{pod_a="1",pod_b="2"} 1\n', { action: "labelmap", regex: "pod_(.*)" }),
  relabelled("labelmapname", 'x{a="1"} 1\n', {
    action: "labelmap",
    regex: "(__name__)",
    replacement: "${1}copy",
  }),
  {
    ...relabelled("labelmaporder", 'x{zone="1"} 1\ny{zone="1",job="exposed"} 2\n', {
      action: "labelmap",
      regex: "job|zone|exported_job",
      replacement: "all",
    }),
  },
  {
    ...relabelled("labelmaptarget", 'x{zone="1"} 1\n', {
      action: "labelmap",
      regex: "app|zone",
      replacement: "all",
    }),
    labels: { app: "web" },
  },
  {
    id: "labelmaphonor",
    texts: ['x{zone="1",app="own"} 1\ny{zone="1"} 2\n'],
    labels: { app: "web" },
    scrape: {
      honor_labels: true,
      metric_relabel_configs: [{ action: "labelmap", regex: "app|zone", replacement: "all" }],
    },
  },
  relabelled("upper", families, { action: "uppercase", source_labels: ["peer"], target_label: "peer" }),
  relabelled("equal", 'x{a="1",b="1"} 1\nx{a="1",b="2"} 2\n', {
    action: "keepequal",
    source_labels: ["a"],
    target_label: "b",
  }),
  relabelled("newline", 'x{a="1\\n2"} 1\ny{a="1"} 2\n', {
    action: "keep",
    source_labels: ["a"],
    regex: "1.*",
  }),
  relabelled(
    "exported",
    'x{job="a",instance="b"} 1\n',
    { source_labels: ["exported_job"], target_label: "job" },
    { action: "labeldrop", regex: "exported_.*" },
  ),
  relabelled("honored", 'x{otel_scope_name="n"} 1\ny 2\n', {
    target_label: "otel_scope_name",
    replacement: "mine",
  }),
  relabelled("scopeoff", 'x{otel_scope_name="n",otel_scope_version="1"} 1\n', {
    action: "labeldrop",
    regex: "otel_scope_.*",
  }),
  relabelled("targetinfo", 'target_info{a="b"} 1\nx 1\n', drop("target_info")),
  relabelled("totargetinfo", 'x{a="b"} 1\ny 1\n', rename("x", "target_info")),
  relabelled("twice", "x 1\nx 2\ny 1\n", drop("x")),
  relabelled("duplabel", 'x{a="1",a="2"} 1\ny 2\n', drop("x")),
  relabelled("duplabelfixed", 'x{a="1",a="2"} 1\ny 2\n', { action: "labeldrop", regex: "a" }),
  relabelled("duplabelset", 'x{a="1",a="2"} 1\ny 2\n', { target_label: "a", replacement: "3" }),
  relabelled("duplabelkept", 'x{a="1",a="2"} 1\ny 2\n', { target_label: "b", replacement: "3" }),
  relabelled("emptylabel", 'x{"a"="1",""="2"} 1\n', { target_label: "b", replacement: "3" }),
  relabelled("unnamed", '{""} 1\n{"","a"="b"} 2\n', { target_label: "__name__", replacement: "named" }),
  relabelled("malformed", "x 1\nbad\n", drop("x")),
  relabelled(
    "stale",
    [families, "# TYPE response_total counter\nresponse_total 21\n", ""],
    keep("response_.*"),
  ),
  relabelled("stalerename", [numbers, "a 1\n", "b 2\n"], rename("(.)", "n_$1")),
  relabelled("timestamps", "x 1 1000\ny 2 1000\n", keep("x")),
  relabelled("created", "# TYPE c counter\nc_created 3\nc_total 2\n", rename("c_(.*)", "d_$1")),
  { id: "samplelimit", texts: [numbers], scrape: { sample_limit: 3 } },
  { id: "samplelimitjust", texts: [numbers], scrape: { sample_limit: 4 } },
  { id: "samplelimittwice", texts: ["a 1\na 2\nb 1\nc 1\n"], scrape: { sample_limit: 3 } },
  { id: "samplelimitlater", texts: ["a 1\nb 2\n", numbers, "a 1\nb 2\nc 3\n"], scrape: { sample_limit: 3 } },
  {
    id: "samplelimitkept",
    texts: [numbers],
    scrape: { sample_limit: 2, metric_relabel_configs: [drop("a|b")] },
  },
  { id: "labellimit", texts: ['a{x="1"} 1\nb{x="1",y="2"} 2\n'], scrape: { label_limit: 4 } },
  { id: "labellimitjust", texts: ['a{x="1"} 1\nb{x="1",y="2"} 2\n'], scrape: { label_limit: 5 } },
  {
    id: "labelnamelimit",
    texts: ['a{xé="1"} 1\nb{long_name_of_label="1"} 2\n'],
    scrape: { label_name_length_limit: 10 },
  },
  {
    id: "labelvaluelimit",
    texts: ['a{x="éé"} 1\nb{x="a value of more than 24 bytes"} 2\n'],
    scrape: { label_value_length_limit: 24 },
  },
  {
    id: "labelvaluebytes",
    texts: [`a{x="${"é".repeat(13)}"} 1\n`],
    scrape: { label_value_length_limit: 25 },
  },
  {
    id: "labelsrelabelled",
    texts: ['a{x="1",y="2",z="3"} 1\n'],
    scrape: { label_limit: 4, metric_relabel_configs: [{ action: "labeldrop", regex: "y|z" }] },
  },
  {
    id: "external",
    texts: [families, "x 1\n"],
    global: { external_labels: { cluster: "c1", direction: "over", region: "" } },
  },
  { id: "externalinstance", texts: [numbers], global: { external_labels: { instance: "external:1" } } },
  { id: "globallimits", texts: [numbers], global: { sample_limit: 2 } },
  { id: "extra", texts: [numbers], extra: true },
  { id: "extrafailed", texts: ["é 1\nbad\n"], extra: true, scrape: { sample_limit: 7 } },
  { id: "extraempty", texts: [""], extra: true },
  {
    id: "extraexposed",
    texts: [
      'scrape_timeout_seconds{x="y"} 1\n# TYPE scrape_sample_limit counter\nscrape_sample_limit{x="y"} 2\n',
    ],
    extra: true,
  },
  {
    id: "trimmed",
    texts: ["# TYPE c_total counter\nc_total 1\n# TYPE b_bytes gauge\nb_bytes 2\n"],
    receiver: { trim_metric_suffixes: true },
    scrape: { metric_relabel_configs: [rename("c_total", "d_total")] },
  },
];
