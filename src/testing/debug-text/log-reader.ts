import type { Log } from "../../shapes/records.ts";
import type { LineReader } from "./line-reader.ts";
import { readSetTime } from "./printed-time.ts";
import { valueTypes } from "./printed-value.ts";
import { readAttributes, readValue } from "./read-attributes.ts";

const traceId = /^Trace ID:(?: ([\da-f]{32}))?\s*$/;
/** What can follow the body, and the value of an attribute. */
const followsBody = new RegExp(`^Attributes:\\s*$|${traceId.source}`);
const followsValue = new RegExp(`^\\s+-> |${traceId.source}`);

/** Reads the log record whose heading was read. */
export function readLog(lines: LineReader): Log {
  const observedTimeUnixNano = readSetTime(lines, "ObservedTimestamp");
  const timeUnixNano = readSetTime(lines, "Timestamp");
  const [, severityText = ""] = lines.require(/^SeverityText:\s?(.*)$/, '"SeverityText:"');
  const [, severity = "0"] = lines.require(
    /^SeverityNumber: \w*\((-?\d+)\)\s*$/,
    '"SeverityNumber:", a word and a number in brackets',
  );
  const eventName = lines.take(/^EventName: (.*)$/)?.[1] ?? "";
  const [, type = "", rest = ""] = lines.require(
    new RegExp(`^Body: (${valueTypes})\\((.*)$`),
    '"Body:" and a value, such as Str(text)',
  );
  const body = readValue(lines, { type, rest, of: "the body", follows: followsBody });
  const attributes = readAttributes(lines, { header: "Attributes", follows: followsValue });
  const [, trace = ""] = lines.require(traceId, '"Trace ID:" and 32 digits, or nothing');
  const [, span = ""] = lines.require(
    /^Span ID:(?: ([\da-f]{16}))?\s*$/,
    '"Span ID:" and 16 digits, or nothing',
  );
  const flags = Number(lines.require(/^Flags: (\d+)\s*$/, '"Flags:" and a number')[1]);
  return {
    ...(timeUnixNano === undefined ? {} : { timeUnixNano }),
    ...(observedTimeUnixNano === undefined ? {} : { observedTimeUnixNano }),
    ...(severity === "0" ? {} : { severityNumber: Number(severity) }),
    ...(severityText === "" ? {} : { severityText }),
    ...(eventName === "" ? {} : { eventName }),
    ...(type === "Empty" ? {} : { body }),
    ...(attributes.length === 0 ? {} : { attributes }),
    ...(trace === "" ? {} : { traceId: trace }),
    ...(span === "" ? {} : { spanId: span }),
    ...(flags === 0 ? {} : { flags }),
  };
}
