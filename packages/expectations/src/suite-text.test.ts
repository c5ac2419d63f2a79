import type { JsonValue } from "@ml-gates/gate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type KeyPath, parseSuiteText } from "./suite-text.ts";

/** The way to every value within a value. */
function listPaths(value: JsonValue, at: KeyPath = []): readonly KeyPath[] {
  if (typeof value !== "object" || value === null) return [at];
  const items = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [at, ...items.flatMap(([key, item]) => listPaths(item, [...at, key]))];
}

describe("a suite's text", () => {
  it("has as JSON the value and the places that it has as YAML", () => {
    const spaces = fc.constantFrom(undefined, 2, 4);
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), spaces, (written, space) => {
        const text = JSON.stringify(written, null, space);
        const json = parseSuiteText(text, "s.json");
        // A comment makes it YAML.
        const yaml = parseSuiteText(`${text}\n# end`, "s.json");
        expect(json.value).toEqual(JSON.parse(text));
        expect(json.value).toEqual(yaml.value);
        for (const path of listPaths(json.value)) expect(json.locate(path)).toEqual(yaml.locate(path));
      }),
      { seed: 20261129 },
    );
  });

  it.each([
    ["strings with marks in them", '{"a": "{[,:]}\\"", "b":\t[1 ,\n "\\\\"]}', ["b", 1], [2, 2]],
    ["numbers and names", '[-1.5e3,\n null,true,\n  {"x":0}]', [3, "x"], [3, 4]],
    ["an empty key", '{\n"": {\n"": 1}}', ["", ""], [3, 1]],
    [
      "a path that leads nowhere, told by the last part that is there",
      '{"a":\n {"b": 1}}',
      ["a", "c", 1],
      [1, 2],
    ],
  ])("knows where everything stands: %s", (_, text, path, [line, column]) => {
    expect(parseSuiteText(text, "s.json").locate(path)).toEqual({ path: "s.json", line, column });
  });

  it("is told by the parser of YAML where a key stands twice, and where it nests without end", () => {
    expect(() => parseSuiteText('{"a": [{"b": 1, "b": 2}]}', "s.json")).toThrow(/same key stands twice/);
    expect(() => parseSuiteText("[".repeat(9000) + "]".repeat(9000), "s.json")).toThrow(/call stack/);
  });
});
