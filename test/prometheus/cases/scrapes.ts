import type { ExpositionFormat } from "../../../src/prometheus.ts";

/** A target that is scraped, once for each text. */
export interface ScrapeCase {
  readonly id: string;
  readonly texts: readonly string[];
  readonly format?: ExpositionFormat;
  /** Labels of the target; those with `__` only describe it. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly scrape?: { readonly honor_labels?: boolean; readonly honor_timestamps?: boolean };
}

/** Scrapes that test how samples become metrics. */
export const scrapeCases: readonly ScrapeCase[] = [
  scrapeCase("basic", '# HELP foo a help\n# TYPE foo counter\nfoo{a="b"} 1\nfoo{a="c"} 2\nbar 3\n'),
  scrapeCase("empty", ""),
  scrapeCase(
    "nan",
    '# TYPE g gauge\ng{a="x"} NaN\ng{a="y"} Inf\ng{a="z"} -Inf\ng 0\ng{a="w"} -0\ng{a="v"} 1e300\n',
  ),
  scrapeCase(
    "hist0",
    '# TYPE h histogram\nh_bucket{le="1"} 0\nh_bucket{le="+Inf"} 0\nh_count 0\nh_sum 0\n# TYPE i histogram\ni_count 5\n# TYPE s summary\ns_count 0\ns_sum 0\ns{quantile="0"} 0\ns{quantile="0.5"} NaN\n# TYPE t summary\nt_count 2\n',
  ),
  scrapeCase("dup", 'foo{a="1"} 1\nfoo{a="1"} 2\nfoo{ a="1"} 3\n'),
  scrapeCase("duporder", 'foo{a="1",b="2"} 1\nfoo{b="2",a="1"} 2\n'),
  scrapeCase(
    "duphist",
    '# TYPE h histogram\nh_bucket{le="1"} 1\nh_bucket{le="1"} 2\nh_bucket{ le="1"} 3\nh_bucket{le="+Inf"} 5\nh_count 5\nh_count 6\nh_sum 1\n',
  ),
  scrapeCase("duplabel", 'ok 1\nfoo{a="1",a="2"} 1\nok2 1\n'),
  scrapeCase("dupempty", 'ok 1\nfoo{a="",a="2"} 1\n'),
  scrapeCase("namelabel", 'ok 1\nfoo{__name__="bar"} 1\n'),
  scrapeCase("lead", "  foo 1\n\t foo 2\nfoo 3\n"),
  scrapeCase(
    "up",
    'up 5\nup{a="b"} 6\nscrape_duration_seconds{x="y"} 3\nscrape_samples_scraped{x="y"} 4\n# TYPE up counter\n',
  ),
  scrapeCase(
    "conflict",
    'foo{job="j",instance="i",exported_job="e",exported_instance=""} 1\nbar{exported_job="j"} 1\n',
  ),
  scrapeCase("conflict2", 'foo{pod="p",a="b"} 1\n', { labels: { pod: "q", exported_pod: "r", zone: "" } }),
  scrapeCase("honor", 'foo{pod="p",a="b"} 1\nbar{pod=""} 2\nbaz{zz="1"} 2\n', {
    labels: { pod: "q", app: "x" },
    scrape: { honor_labels: true },
  }),
  scrapeCase("fail", "ok 1\nok2 2\nbad\nok3 1\n"),
  scrapeCase("faillater", ["ok 1\nok2 2\n", "ok 1\nbad\n", "ok 1\nok2 2\nok3 3\n"]),
  scrapeCase("faillater2", ["# TYPE c counter\nc 1\nok2 2\n", "bad\n", "c 1\nok2 2\nok3 3\n"]),
  scrapeCase("emptyname", 'ok 1\n{"foo",""="x"} 1\n'),
  scrapeCase("emptymetric", 'ok 1\n{""} 1\n'),
  scrapeCase(
    "ts",
    'foo 1 1000\nfoo{a="b"} 1 1795445911499\nfoo{c="d"} 1 99999999999999\nfoo{e="f"} 1 9223372036854775807\nfoo 2 1000\nfoo 3 2000\n',
  ),
  scrapeCase("tsoff", 'foo 1 1000\nfoo{a="b"} 1 1795445911499\n', { scrape: { honor_timestamps: false } }),
  scrapeCase(
    "hts",
    '# TYPE h histogram\nh_bucket{le="1"} 1 1000\nh_bucket{le="+Inf"} 3 1000\nh_count 3 2000\nh_sum 1 1000\n# TYPE i histogram\ni_count 3 1000\ni_bucket{le="1"} 1 2000\ni_bucket{le="2"} 2 1000\n',
  ),
  scrapeCase(
    "neg",
    '# TYPE h histogram\nh_bucket{le="1"} 5\nh_bucket{le="2"} 3\nh_bucket{le="+Inf"} 6\nh_count 6\nh_sum 1\n# TYPE k histogram\nk_bucket{le="1"} 5\nk_bucket{le="+Inf"} 5\nk_count 3\n# TYPE l histogram\nl_bucket{le="1"} 5.7\nl_count 9.9\n# TYPE m histogram\nm_count -1\n# TYPE n histogram\nn_count NaN\n# TYPE o histogram\no_count 1e30\n# TYPE p histogram\np_count +Inf\n# TYPE q histogram\nq_bucket{le="1"} NaN\nq_count 4\n# TYPE r histogram\nr_count 1e19\n# TYPE s histogram\ns_count -1e19\n# TYPE t histogram\nt_count 18446744073709551615\n# TYPE u histogram\nu_bucket{le="1"} -1\nu_count 4\n',
  ),
  scrapeCase(
    "unsorted",
    '# TYPE h histogram\nh_bucket{le="+Inf"} 6\nh_bucket{le="2"} 5\nh_bucket{le="1"} 3\nh_bucket{le="-1"} 1\nh_count 6\n# TYPE s summary\ns{quantile="0.9"} 5\ns{quantile="0.5"} 3\ns_count 2\ns_sum 3\n',
  ),
  scrapeCase(
    "les",
    '# TYPE h histogram\nh_bucket{le="abc"} 1\nh_bucket{le=""} 1\nh_bucket 1\nh_bucket{le="0x1p-2"} 1\nh_bucket{le="1_0"} 1\nh_bucket{le="1e400"} 1\nh_bucket{le="1E1"} 2\nh_bucket{le="inf"} 4\nh_count 4\nh{le="7"} 2\n',
  ),
  scrapeCase(
    "lenan",
    '# TYPE h histogram\nh_bucket{le="NaN"} 1\nh_bucket{le="1"} 2\nh_bucket{le="+Inf"} 4\nh_count 4\n',
  ),
  scrapeCase(
    "leattr",
    '# TYPE h histogram\nother_bucket{le="1"} 1\nother_bucket{le="1000000"} 1\nother_bucket{le="1234567"} 1\nother_bucket{le="0.00001"} 1\nother_bucket{le="100000"} 1\nother_bucket{le="-0"} 1\nother_bucket{le="1e22"} 1\nother_bucket{le="x"} 1\nother_bucket{le="0x10p0"} 1\n# TYPE s summary\nother{quantile="1"} 2\nother2{le="1"} 1\n# TYPE g gauge\nother3{le="1",quantile="1"} 2\n',
  ),
  scrapeCase(
    "scope",
    'foo{otel_scope_name="n",otel_scope_version="v",otel_scope_schema_url="u",otel_scope_x="y"} 1\nbar 2\notel_scope_info{otel_scope_name="n",otel_scope_version="v",k="l"} 1\nfoo{otel_scope_name="n",otel_scope_version="v"} 7\nbaz{otel_scope_other="q"} 1\n',
  ),
  scrapeCase(
    "target_info",
    'target_info{job="x",a="b",service_name="q","service_namespace"="zz"} 1\nfoo 1\n',
  ),
  scrapeCase("target_info2", ['target_info{a="b"} 1\nfoo 1\n', "foo 2\n"]),
  scrapeCase("onlytargetinfo", 'target_info{a="b"} 1\n'),
  scrapeCase(
    "meta",
    "# HELP foo help text\nfoo 1\n# TYPE bar untyped\nbar 2\n# TYPE c counter\nc 1\nc_total 2\nc_created 3\n# TYPE d_total counter\nd_total 1\nd_created 4\n",
  ),
  scrapeCase(
    "created",
    '# TYPE c counter\nc_created 3\nc_total 2\nc_total{a="b"} 5\nc_created{a="b"} 1.5\nc_created{a="c"} 1.5\n# TYPE h histogram\nh_created 12.25\nh_count 1\n# TYPE s summary\ns_count 1\ns_created 1700000000.123\n# TYPE g gauge\ng_created 5\ng 1\n',
  ),
  scrapeCase("created2", "# TYPE c counter\nc_created 3\n"),
  scrapeCase(
    "created3",
    '# TYPE c_total counter\nc_created 3\nc_total 4\n# TYPE e counter\ne_created{a="1"} 9\ne 1\ne_total 2\n',
  ),
  scrapeCase(
    "family",
    '# TYPE foo gauge\nfoo_count 1\nfoo_sum 2\nfoo 3\nfoo_total 4\nfoo_bucket{le="1"} 1\nfoo_info 3\n# TYPE bar_count gauge\nbar_count 1\n# TYPE bar histogram\nbar_bucket{le="+Inf"} 2\nbar_sum 2\nbar_count 7\n',
  ),
  scrapeCase(
    "family2",
    '# TYPE foo counter\nfoo 1\nfoo_total 2\nfoo_count 3\nfoo_sum{a="b"} 4\nfoo_bucket{le="1"} 5\nfoo_info 3\n',
  ),
  scrapeCase(
    "family3",
    'foo 1\nfoo_total 2\nfoo_count 3\nfoo_bucket{le="1"} 2\n# TYPE zoo untyped\nzoo_count 1\nzoo_sum 2\nzoo 3\n# TYPE yoo summary\nyoo_total 1\nyoo{quantile="1"} 2\nyoo_count 3\nyoo_info 3\n',
  ),
  scrapeCase(
    "family4",
    '_total 1\n_bucket 2\n# TYPE foo_total counter\nfoo_total_total 1\nfoo_total 2\nfoo_total_count 5\n# TYPE a_info gauge\na_info{x="y"} 1\n# TYPE b histogram\nb_bucket_bucket{le="1"} 1\nb_count_count 1\nb_count 1\nb_total 4\n',
  ),
  scrapeCase(
    "latemeta",
    'h_bucket{le="1"} 1\nh_bucket{le="+Inf"} 2\nh_count 2\n# TYPE h histogram\nc_total 1\n# TYPE c counter\n# HELP c later\nx_count 5\n# TYPE x summary\n',
  ),
  scrapeCase("typechange", '# TYPE x counter\nx 1\n# TYPE x gauge\nx{a="b"} 2\n'),
  scrapeCase("schemes", 'foo{__scheme__="x",__metrics_path__="y",__z="w"} 1\n'),
  scrapeCase(
    "utf8",
    '# TYPE "my.metric" counter\n# HELP "my.metric" héllo\n{"my.metric","a.b"="c"} 1\n{"my.metric","ä"="ö","z"="\\n\\"\\\\\\d"} 2\nfoo{b="\ud83d\ude00"} 1\n{"\uff5e"} 1\n{"x","\ud83d\ude00"="1","\uff5e"="2"} 1\n',
  ),
  scrapeCase("sortattrs", 'foo{b="1",a="2",B="3",_x="4",__y="5",a1="6",aa="7"} 1\n'),
  scrapeCase("many", Array.from({ length: 50 }, (_, i) => `m${i % 7}{i="${i}"} ${i}\n`).join("")),
  scrapeCase("starts", [
    '# TYPE c counter\nc 5\nc{a="b"} 1\n# TYPE h histogram\nh_count 5\nh_sum 7\nh_bucket{le="+Inf"} 5\n# TYPE s summary\ns_count 4\ns_sum 2\n# TYPE g gauge\ng 1\n',
    '# TYPE c counter\nc 6\nc{a="b"} 0\n# TYPE h histogram\nh_count 6\nh_sum 6\nh_bucket{le="+Inf"} 6\n# TYPE s summary\ns_count 3\ns_sum 2\n# TYPE g gauge\ng 0\n',
    '# TYPE c counter\nc 6\nc{a="b"} 0\nc{a="c"} 4\n# TYPE h histogram\nh_count 6\nh_sum 6\nh_bucket{le="+Inf"} 6\n# TYPE s summary\ns_count 0\ns_sum 0\n# TYPE g gauge\ng 0\n',
    '# TYPE c counter\nc 7\nc{a="b"} 0\nc{a="c"} 4\n# TYPE h histogram\nh_count 5\nh_sum 6\nh_bucket{le="+Inf"} 6\n# TYPE s summary\ns_count 1\ns_sum 1\n',
  ]),
  scrapeCase("stale", [
    '# TYPE c counter\nc 5\nc{a="b"} 1\n# TYPE h histogram\nh_count 5\nh_sum 7\nh_bucket{le="1"} 4\nh_bucket{le="+Inf"} 5\n# TYPE s summary\ns_count 4\ns_sum 2\ns{quantile="0.5"} 2\n# TYPE g gauge\ng 1\ntarget_info{a="b"} 1\nts 1 1000\n# TYPE i histogram\ni_sum 5\n',
    "# TYPE c counter\nc 6\n",
    'c 7\nc{a="b"} 3\n# TYPE h histogram\nh_count 5\nh_sum 7\nh_bucket{le="1"} 4\nh_bucket{le="+Inf"} 5\n',
    "",
    "c 1\n",
  ]),
  scrapeCase("stalepart", [
    '# TYPE h histogram\nh_count 5\nh_sum 7\nh_bucket{le="1"} 4\nh_bucket{le="2"} 4\nh_bucket{le="+Inf"} 5\n',
    '# TYPE h histogram\nh_count 5\nh_bucket{le="2"} 4\nh_bucket{le="+Inf"} 5\n',
    "h_sum 1\n",
    "x 1",
  ]),
  scrapeCase("staleup", ['up{a="b"} 1\nup 3\n', "x 1\n", "x 1\n"]),
  scrapeCase("inst1", "x 1\n", { labels: { instance: "localhost:80" } }),
  scrapeCase("inst2", "x 1\n", { labels: { instance: "[::1]:80" } }),
  scrapeCase("inst3", "x 1\n", { labels: { instance: "example.com" } }),
  scrapeCase("inst4", "x 1\n", { labels: { instance: "a:b:c" } }),
  scrapeCase("inst5", "x 1\n", { labels: { instance: "0.0.0.0:1" } }),
  scrapeCase("inst6", "x 1\n", { labels: { instance: "[2001:db8::1]:443" } }),
  scrapeCase("inst7", "x 1\n", { labels: { instance: "::ffff:127.0.0.1" } }),
  scrapeCase("inst8", "x 1\n", { labels: { instance: "127.1.2.3:9" } }),
  scrapeCase("inst9", "x 1\n", { labels: { instance: "[::]:9" } }),
  scrapeCase("inst10", "x 1\n", { labels: { instance: "host:" } }),
  scrapeCase("inst11", "x 1\n", { labels: { instance: ":80" } }),
  scrapeCase("inst12", "x 1\n", { labels: { instance: "[::1" } }),
  scrapeCase("inst13", "x 1\n", { labels: { instance: "127.000.0.1:80" } }),
  scrapeCase("inst14", "x 1\n", { labels: { instance: "[fe80::1%eth0]:80" } }),
  scrapeCase("inst15", "x 1\n", { labels: { instance: "0:0:0:0:0:0:0:1" } }),
  scrapeCase("inst16", "x 1\n", { labels: { instance: "[::1]" } }),
  scrapeCase("inst17", "x 1\n", { labels: { instance: "a[b:80" } }),
  scrapeCase("k8s", "x 1\n", {
    labels: {
      __meta_kubernetes_pod_name: "p",
      __meta_kubernetes_pod_uid: "u",
      __meta_kubernetes_pod_container_name: "c",
      __meta_kubernetes_namespace: "n",
      __meta_kubernetes_pod_node_name: "nn",
      __meta_kubernetes_pod_controller_name: "cn",
      __meta_kubernetes_pod_controller_kind: "ReplicaSet",
    },
  }),
  scrapeCase(
    "om1",
    '# TYPE c counter\n# HELP c help\n# UNIT x_seconds seconds\n# TYPE x_seconds gauge\nx_seconds 1\nc_total 5\nc_created 1700000000.5\n# TYPE i info\ni_info{a="b"} 1\n# TYPE st stateset\nst{st="a"} 1\nst{st="b"} 0\n# TYPE gh gaugehistogram\ngh_bucket{le="1"} 1\ngh_gcount 2\ngh_gsum 3\n# TYPE u unknown\nu 3\n# EOF\n',
    { format: "openmetrics" },
  ),
  scrapeCase(
    "om2",
    '# TYPE c counter\nc_total{a="b"} 5 1700000000.123 # {trace_id="0123456789abcdef0123456789abcdef",span_id="0123456789abcdef",x="y"} 1.5 1700000000.5\nc_total{a="c"} 5 # {trace_id="abc",SPAN_ID="00"} 2\nc_total{a="d"} 5 # {trace_id="",span_id="0000000000000000"} 2\nc_total{a="e"} 5 # {Trace_ID="0123456789ABCDEF0123456789ABCDEF99",span_id="zz"} 2\nc_total{a="f"} 5 # {trace_id="ab",span_id="abcd"} 2\n# TYPE h histogram\nh_bucket{le="1"} 1 # {trace_id="0123456789abcdef0123456789abcdef"} 0.5\nh_bucket{le="+Inf"} 2 # {a="b"} 2\nh_count 2\nh_sum 1\n# TYPE s summary\ns_count 2 # {a="b"} 1\n# TYPE g gauge\ng 1 # {a="b"} 1\n# EOF\n',
    { format: "openmetrics" },
  ),
  scrapeCase(
    "om3",
    "# TYPE a_seconds counter\n# UNIT a_seconds seconds\na_seconds_total 1\n# UNIT b_bytes_per_second bytes_per_second\n# UNIT d_ratio ratio\n# UNIT e_furlongs furlongs\n# UNIT f_percent percent\nb_bytes_per_second 1\nd_ratio 1\ne_furlongs 2\nf_percent 3\n# TYPE f_percent gauge\n# TYPE j gauge\n# UNIT j_per_ per_\nj_per_ 1\n# EOF",
    { format: "openmetrics" },
  ),
  scrapeCase("om4", "foo 1\nbar 2 \n# EOF\n", { format: "openmetrics" }),
  scrapeCase("om5", "foo 1\nbar 2\n", { format: "openmetrics" }),
  scrapeCase("om6", "foo 1 -1.5\nbar 2 1e10\n# EOF", { format: "openmetrics" }),
];

function scrapeCase(
  id: string,
  texts: string | readonly string[],
  extra: Omit<ScrapeCase, "id" | "texts"> = {},
): ScrapeCase {
  return { id, texts: typeof texts === "string" ? [texts] : texts, ...extra };
}
