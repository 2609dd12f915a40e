/** A record of each context and what texts give over it; the tests run them. */
export const contextExamples: Readonly<Record<string, ContextExample>> = {
  resource: {
    record: [
      '{"resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "cart"}}]},',
      ' "resourceContainer": {"schemaUrl": "https://opentelemetry.io/schemas/1.38.0"}}',
    ],
    texts: [
      ['attributes["service.name"] == "cart"', "true"],
      ["schema_url", '"https://opentelemetry.io/schemas/1.38.0"'],
      ['attributes["host.name"]', "nil"],
    ],
  },
  scope: {
    record: [
      '{"scope": {"name": "io.cart", "version": "1.2"}, "scopeContainer": {"schemaUrl": ""},',
      ' "resource": {"attributes": {"service.name": "cart"}}}',
    ],
    texts: [
      ['name == "io.cart" and resource.attributes["service.name"] == "cart"', "true"],
      ["instrumentation_scope.version", '"1.2"'],
    ],
  },
  metric: {
    record: [
      '{"metric": {"name": "requests", "unit": "1",',
      '            "sum": {"isMonotonic": true, "aggregationTemporality": 2, "dataPoints": [{"asInt": "7"}]}},',
      ' "resource": {"attributes": {"service.name": "cart"}}}',
    ],
    texts: [
      ["type == METRIC_DATA_TYPE_SUM and is_monotonic", "✗ not_a_condition"],
      ["type == METRIC_DATA_TYPE_SUM and is_monotonic == true", "true"],
      ["aggregation_temporality == AGGREGATION_TEMPORALITY_CUMULATIVE", "true"],
      ["Len(data_points)", "1"],
    ],
  },
  datapoint: {
    record: [
      '{"dataPoint": {"attributes": {"status": "500"}, "asInt": "7", "timeUnixNano": "1700000000000000000"},',
      ' "metric": {"name": "requests", "sum": {"isMonotonic": true}}}',
    ],
    texts: [
      ['metric.name == "requests" and attributes["status"] == "500"', "true"],
      ["value_int", "7"],
      ["time", "2023-11-14T22:13:20Z"],
      ["explicit_bounds", "nil"],
    ],
  },
  exemplar: {
    record: [
      '{"exemplar": {"asDouble": 0.5, "filteredAttributes": {"user": "ada"},',
      '              "traceId": "0102030405060708090a0b0c0d0e0f10"},',
      ' "dataPoint": {"count": "1", "bucketCounts": ["1"]}, "metric": {"name": "latency", "histogram": {}}}',
    ],
    texts: [
      ['double_value > 0.1 and filtered_attributes["user"] == "ada"', "true"],
      ["trace_id.string", '"0102030405060708090a0b0c0d0e0f10"'],
      ["datapoint.count", "1"],
    ],
  },
  span: {
    record: [
      '{"span": {"name": "GET /cart", "kind": "SPAN_KIND_SERVER", "status": {"code": "STATUS_CODE_ERROR"},',
      '          "startTimeUnixNano": "1700000000000000000", "endTimeUnixNano": "1700000000250000000",',
      '          "traceState": "vendor=1", "events": [{"name": "exception"}]}}',
    ],
    texts: [
      ["kind == SPAN_KIND_SERVER and status.code == STATUS_CODE_ERROR", "true"],
      ["Milliseconds(end_time - start_time)", "250"],
      ['trace_state["vendor"]', '"1"'],
      ["Len(events)", "1"],
      ["IsRootSpan()", "true"],
    ],
  },
  spanevent: {
    record: [
      '{"spanEvent": {"name": "exception", "attributes": {"exception.type": "IOError"}}, "eventIndex": 0,',
      ' "span": {"name": "GET /cart"}}',
    ],
    texts: [
      ['name == "exception" and span.name == "GET /cart"', "true"],
      ["event_index", "0"],
    ],
  },
  spanlink: {
    record: [
      '{"spanLink": {"spanId": "0102030405060708", "attributes": {"queue": "orders"}},',
      ' "span": {"name": "GET /cart"}}',
    ],
    texts: [
      ['attributes["queue"] == "orders" and span.name == "GET /cart"', "true"],
      ["span_id", "0102030405060708"],
    ],
  },
  log: {
    record: [
      '{"log": {"body": {"stringValue": "payment failed"}, "severityNumber": 17, "attributes": {"user": "ada"},',
      '         "timeUnixNano": "1700000000000000000"},',
      ' "resource": {"attributes": {"service.name": "cart"}}}',
    ],
    texts: [
      ['severity_number >= SEVERITY_NUMBER_ERROR and IsMatch(body, "fail")', "true"],
      ['Concat([resource.attributes["service.name"], body], ": ")', '"cart: payment failed"'],
      ["time", "2023-11-14T22:13:20Z"],
      ["severity_text", '""'],
    ],
  },
  profile: {
    record: [
      '{"profile": {"sampleType": {"typeStrindex": 1, "unitStrindex": 2}, "attributeIndices": [0]},',
      ' "dictionary": {"stringTable": ["", "cpu", "ms", "user"],',
      '                "attributeTable": [{"keyStrindex": 3, "value": {"stringValue": "ada"}}]}}',
    ],
    texts: [
      ["sample_type.type", '"cpu"'],
      ['attributes["user"]', '"ada"'],
    ],
  },
  otelcol: {
    record: [
      '{"client": {"addr": "10.0.0.7", "metadata": {"X-Tenant": ["shop"]},',
      '            "auth": {"subject": "ada"}}}',
    ],
    texts: [
      ["client.addr", '"10.0.0.7"'],
      ['client.metadata["x-tenant"][0]', '"shop"'],
      ['client.auth.attributes["subject"]', '"ada"'],
    ],
  },
};

interface ContextExample {
  /** The lines of the record in JSON. */
  readonly record: readonly string[];
  readonly texts: readonly (readonly [text: string, result: string])[];
}
