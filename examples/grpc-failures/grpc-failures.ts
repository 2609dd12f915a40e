import { readFileSync } from "node:fs";
import { createFilter } from "ottlkit/collector";

const yaml = readFileSync(new URL("collector.yaml", import.meta.url), "utf8");

/** Keeps the responses that HTTP calls a success (200) and gRPC unavailable (14). */
export const grpcFailures = createFilter(yaml, "filter/grpc-failures", { file: "collector.yaml" });
