import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { grpcFailures } from "../../examples/grpc-failures/grpc-failures.ts";
import { meshFilter } from "../../examples/mesh-filter/mesh-filter.ts";
import { counter, histogram } from "../../src/testing.ts";
import "../../src/vitest.ts";
import { failureMessage } from "../testing/failure-message.ts";

const examples = join(import.meta.dirname, "../../examples");

test("the README of the mesh filter shows how its test fails", () => {
  const latency = histogram("control_response_latency_ms", { addr: "linkerd-identity:8080" });
  const message = failureMessage(() => expect(meshFilter).toDrop(latency));
  expect(readFileSync(join(examples, "mesh-filter/README.md"), "utf8")).toContain(
    `\`\`\`text${message}\`\`\``,
  );
});

test("the README of the failures shows how its test fails", () => {
  const attributes = { status_code: "200", grpc_status: 14, classification: "failure" };
  const message = failureMessage(() => expect(grpcFailures).toKeep(counter("response_total", attributes)));
  expect(readFileSync(join(examples, "grpc-failures/README.md"), "utf8")).toContain(
    `\`\`\`text${message}\`\`\``,
  );
});
