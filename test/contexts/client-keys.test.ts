import { expect, test } from "vitest";
import { value } from "../../src/index.ts";

// Recorded: 1 == otelcol.grpc.metadata[1] is false without a call, and an error with one; client metadata asks for the key first.
const asked = (text: string, client: object) => () => value("metric", text).evaluate({ client });

test("the key of gRPC metadata does not matter where there is no call", () => {
  expect(asked("otelcol.grpc.metadata[1]", {})()).toBe(null);
  expect(asked("otelcol.grpc.metadata[1]", { grpc: {} })).toThrow("a key must be string");
});

test("the key of client metadata matters always", () => {
  expect(asked("otelcol.client.metadata[1]", {})).toThrow("a key must be string");
});
