import { describe, expect, it } from "vitest";
import { findBreaches, importsOf } from "./layers.ts";
import { listFiles, readSource } from "./source-files.ts";

const SOURCES = /^(packages|actions)\/[^/]+\/src\/.*\.ts$/;

describe("the layers", () => {
  it("hold for every import and every global of the sources", () => {
    const files = listFiles(SOURCES)
      .filter((path) => !path.endsWith(".test.ts"))
      .map((path) => ({ path, text: readSource(path) }));
    expect(files.length).toBeGreaterThan(20);
    expect(findBreaches(files)).toEqual([]);
  });

  const breaches = [
    // the story, the file, its text, the rule
    [
      "a pure package reads a file",
      "packages/metrics/src/a.ts",
      'import { readFileSync } from "node:fs";',
      "no files",
    ],
    ["a pure package asks the clock", "packages/report/src/a.ts", "const at = Date.now();", "the clock"],
    ["a pure package rolls dice", "packages/statistics/src/a.ts", "const x = Math.random();", "chance"],
    [
      "a pure package reads the environment",
      "packages/gate/src/a.ts",
      "const x = process.env;",
      "the process",
    ],
    [
      "an import points upwards",
      "packages/gate/src/a.ts",
      'import { x } from "@ml-gates/runner";',
      "only downwards",
    ],
    [
      "siblings know each other",
      "packages/metrics/src/a.ts",
      'import { x } from "@ml-gates/fairness";',
      "one layer",
    ],
    [
      "an action imports an action",
      "actions/a/src/a.ts",
      'import { x } from "@ml-gates/compare-models";',
      "never import",
    ],
    [
      "somebody reads a package's inside",
      "packages/report/src/a.ts",
      'import { x } from "@ml-gates/gate/src/b.ts";',
      "its inside",
    ],
    [
      "a relative import leaves its package",
      "packages/report/src/a.ts",
      'export * from "../../gate/src/b.ts";',
      "stays inside",
    ],
    [
      "a lazy import is an import",
      "packages/gate/src/a.ts",
      'const x = await import("@ml-gates/engines");',
      "only downwards",
    ],
  ] as const;

  for (const [story, path, text, rule] of breaches) {
    it(`are broken when ${story}, and the sentence says which rule`, () => {
      const [sentence] = findBreaches([{ path, text }]);
      expect(sentence).toContain(rule);
      expect(sentence).toContain(path);
    });
  }

  it("are not broken by words in comments and strings", () => {
    const text = '/** Not Date.now(), not process. */\nconst s = "process fetch(";\n// console\n';
    expect(findBreaches([{ path: "packages/gate/src/a.ts", text }])).toEqual([]);
  });

  it("are read from every form of import", () => {
    const text =
      'import a from "a";\nimport "b";\nexport * from "c";\nconst d = import("d");\nimport type { e } from "e";';
    expect(importsOf(text)).toEqual(["a", "b", "c", "d", "e"]);
  });
});

describe("the tree", () => {
  it("has no folder without a name of its own", () => {
    const nameless = /(^|\/)(utils|common|helpers|shared|lib|core|misc)\//;
    expect(listFiles(nameless)).toEqual([]);
  });

  it("has no types switched off and no test skipped or focused", () => {
    const off =
      /:\s*any\b|<any>|\bas any\b|@ts-(ignore|nocheck|expect-error)|\b(it|describe|test)\.(only|todo)\b/;
    const sources = listFiles(/\.ts$/).filter((path) => path !== "test/architecture.test.ts");
    expect(sources.filter((path) => off.test(readSource(path)))).toEqual([]);
  });
});
