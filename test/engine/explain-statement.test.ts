import { describe, expect, test } from "vitest";
import { type MapValue, statement } from "../../src/index.ts";

const log = (attributes: object, severityNumber = 9) => ({ log: { attributes, severityNumber } });

describe("the explanation of a statement", () => {
  const rename = statement(
    "log",
    'set(attributes["b"], Concat([attributes["a"], "!"], "")) where severity_number > 5',
  );

  test("has the condition, the arguments and what was written, and leaves the record as it is", () => {
    const record = log({ a: "x", b: 1 });
    const explanation = rename.explain(record);
    expect(record).toEqual(log({ a: "x", b: 1 }));
    expect(explanation).toMatchObject({ kind: "statement", ran: true, value: true, type: "bool" });
    expect(explanation.where).toMatchObject({ value: true, decidedBy: { text: "severity_number > 5" } });
    expect(explanation.written).toEqual([{ text: 'attributes["b"]', before: 1n, after: "x!" }]);
    const [target, value] = explanation.editor.children;
    expect(target).toMatchObject({ text: 'attributes["b"]', value: 1n, type: "int" });
    expect(value).toMatchObject({ kind: "call", value: "x!" });
    expect(explanation.children).toHaveLength(2);
  });

  test("says that the editor was not called where the condition does not hold", () => {
    const explanation = rename.explain(log({ a: "x" }, 1));
    expect(explanation).toMatchObject({
      ran: false,
      value: false,
      written: [],
      editor: { evaluated: false },
    });
    expect(explanation.where?.children[0]).toMatchObject({ text: "severity_number", value: 1n });
    expect(explanation.editor.children.map(({ evaluated }) => evaluated)).toEqual([false, false]);
  });

  test("has the error of the condition or of the editor where it happened", () => {
    const failing = statement("log", 'set(severity_number, attributes["a"]) where attributes["a"] / 1 == 1');
    const unmet = failing.explain(log({ a: "x" }));
    expect(unmet).toMatchObject({
      ran: false,
      error: {},
      where: { error: {} },
      editor: { evaluated: false },
    });
    expect(unmet).not.toHaveProperty("value");
    const set = statement("log", 'set(severity_number, attributes["a"])').explain(log({ a: "x" }));
    expect(set).toMatchObject({ ran: false, error: { code: "value_not_writable" } });
    expect(set).not.toHaveProperty("where");
    expect(set.editor.children[1]).toMatchObject({ value: "x" });
  });

  test("shows the map that an editor changed as it was and as it is", () => {
    const record = { resource: { attributes: [{ key: "a", value: { intValue: "1" } }, { key: "b" }] } };
    const { written } = statement("resource", 'delete_key(attributes, "a")').explain(record);
    const keys = written.map(({ before, after }) => [before, after].map((map) => (map as MapValue).keys));
    expect(keys).toEqual([[["a", "b"], ["b"]]]);
    expect(record.resource.attributes).toHaveLength(2);
  });

  test("leaves records with a cache, and without what is written, as they are", () => {
    const record = { log: {}, cache: { a: 1 } };
    expect(statement("log", 'set(cache["a"], 2)').explain(record).written).toMatchObject([
      { before: 1n, after: 2n },
    ]);
    expect(statement("log", 'set(resource.attributes["a"], 2)').explain(record).ran).toBe(true);
    expect(record).toEqual({ log: {}, cache: { a: 1 } });
  });

  test("leaves the parts of a record of getters as they are", () => {
    const part = { severityNumber: 9 };
    class Lazy {
      get log() {
        return part;
      }
    }
    const { written } = statement("log", "set(severity_number, 1)").explain(new Lazy());
    expect(written).toMatchObject([{ before: 9n, after: 1n }]);
    expect(part).toEqual({ severityNumber: 9 });
  });

  test("never throws", () => {
    for (const record of [null, undefined, 5, [], { resourceLogs: [] }]) {
      expect(rename.explain(record as unknown as object)).toMatchObject({
        ran: false,
        error: { code: "record_shape" },
      });
    }
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    expect(rename.explain(revoked.proxy)).toMatchObject({ ran: false, error: { code: "record_unreadable" } });
    expect(statement("log", "set(body, 1)").explain(Object.freeze({ log: Object.freeze({}) }))).toMatchObject(
      {
        error: { code: "record_frozen" },
      },
    );
  });
});
