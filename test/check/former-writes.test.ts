import { expect, test } from "vitest";
import { statement } from "../../src/index.ts";

/** What is left of the attributes of a log record. */
function left(text: string, compatibility: string): readonly string[] {
  const attributes = [{ key: "a", value: { stringValue: "x" } }];
  const record = { log: { attributes } };
  statement("log", text, { compatibility }).execute(record);
  return record.log.attributes.map(({ key }) => key).sort();
}

// The reference has the keys of these maps in a random order, so that they are not recorded.
test.for(['set(attributes, URL("http://a.example"))', 'set(attributes, UserAgent("curl/7.81.0"))'])(
  "%s writes nothing where attributes take no map of Go",
  (text) => {
    expect(left(text, "0.118.0")).toEqual(["a"]);
    expect(left(text, "0.161.0")).not.toContain("a");
  },
);

test("a map of Go is merged, and written to a key, by every version", () => {
  for (const compatibility of ["0.118.0", "0.161.0"]) {
    expect(left('merge_maps(attributes, URL("http://a.example"), "upsert")', compatibility)).toContain(
      "url.domain",
    );
    expect(left('set(attributes["u"], URL("http://a.example"))', compatibility)).toEqual(["a", "u"]);
  }
});
