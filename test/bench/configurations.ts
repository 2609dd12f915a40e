/** Collector configurations full of OTTL, as many as are asked for, always the same ones. */
import { Random } from "../fuzz/random.ts";

const services = ["cart", "checkout", "payment", "shipping", "catalog", "ad", "email", "frontend"];
const words = ["requests", "latency_ms", "errors", "bytes", "open_connections", "queue_depth", "retries"];
const keys = ["http.route", "k8s.pod.name", "db.system", "user.id", "url.path", "rpc.service", "env"];
const levels = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"];

/** The text of one configuration: 140 texts in filters of three signals and a transform. */
export function denseConfiguration(seed: number): string {
  return new Writer(new Random(seed)).configuration();
}

class Writer {
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  configuration(): string {
    return `receivers:
  otlp:
exporters:
  otlp:
    endpoint: \${env:OTLP_ENDPOINT}
processors:
  filter/dense:
    error_mode: ignore
    metrics:
      metric:${this.#list(8, 40, () => this.#metric())}
      datapoint:${this.#list(8, 20, () => this.#point())}
    logs:
      log_record:${this.#list(8, 20, () => this.#log())}
    traces:
      span:${this.#list(8, 20, () => this.#span())}
  transform/dense:
    error_mode: ignore
    log_statements:${this.#list(6, 20, () => this.#statement("log."))}
    trace_statements:
      - context: span
        statements:${this.#list(10, 20, () => this.#statement(""))}
`;
  }

  #list(indent: number, length: number, make: () => string): string {
    const line = () => `\n${" ".repeat(indent)}- '${make().replaceAll("'", "''")}'`;
    return Array.from({ length }, line).join("");
  }

  #metric(): string {
    const names = this.#random.list([2, 3, 4], () => this.#name());
    const pattern = names.map((name) => `${name}(_total)?`).join("|");
    return this.#random.weighted([
      [3, () => `IsMatch(name, "^(${pattern}|${this.#service()}_.*)$") and ${this.#resource()}`],
      [2, () => `name == "${this.#name()}" or name == "${this.#name()}"`],
      [2, () => `HasPrefix(name, "${this.#name()}") and type == METRIC_DATA_TYPE_SUM`],
      [1, () => `not(IsMatch(name, "^${this.#name()}") or unit == "s") and ${this.#resource()}`],
      [1, () => `IsMatch(name, "${this.#service()}.*") and unit != "${this.#number()}"`],
    ]);
  }

  #point(): string {
    return this.#random.weighted([
      [2, () => `attributes["${this.#key()}"] == "${this.#number()}" or metric.name == "${this.#name()}"`],
      [1, () => `metric.name == "${this.#name()}" and value_double > ${this.#number()}.5`],
      [1, () => `IsMatch(attributes["${this.#key()}"], "^${this.#service()}-[0-9]+$")`],
    ]);
  }

  #log(): string {
    return this.#random.weighted([
      [
        2,
        () =>
          `severity_number < SEVERITY_NUMBER_${this.#random.pick(levels)} and IsMatch(body, "(?i)${this.#name()}")`,
      ],
      [1, () => `IsString(body) and HasPrefix(body, "${this.#service()}:") and ${this.#resource()}`],
      [1, () => `attributes["${this.#key()}"] != nil and Len(attributes) > ${this.#number()}`],
    ]);
  }

  #span(): string {
    return this.#random.weighted([
      [2, () => `kind == SPAN_KIND_SERVER and attributes["${this.#key()}"] == "/${this.#name()}"`],
      [1, () => `(end_time_unix_nano - start_time_unix_nano) / 1000000 > ${this.#number()}`],
      [1, () => `name == "GET /${this.#name()}" and status.code != STATUS_CODE_ERROR`],
    ]);
  }

  #statement(prefix: string): string {
    const key = () => `${prefix}attributes["${this.#key()}"]`;
    const where = () => `where ${key()} != nil and IsMatch(${key()}, "^${this.#service()}.+$")`;
    return this.#random.weighted([
      [2, () => `set(${key()}, Concat([${key()}, "${this.#number()}"], "-")) ${where()}`],
      [1, () => `replace_pattern(${key()}, "(${this.#name()})=[^&]+", "$\${1}=*")`],
      [1, () => `delete_key(${prefix}attributes, "${this.#key()}") ${where()}`],
      [1, () => `set(${key()}, Int(${key()}) * ${this.#number()} + 1) ${where()}`],
    ]);
  }

  #resource(): string {
    return `resource.attributes["service.name"] == "${this.#service()}-${this.#number()}"`;
  }

  #name(): string {
    return `${this.#service()}_${this.#random.pick(words)}_${this.#number()}`;
  }

  #service(): string {
    return this.#random.pick(services);
  }

  #key(): string {
    return this.#random.pick(keys);
  }

  #number(): number {
    return this.#random.below(100);
  }
}
