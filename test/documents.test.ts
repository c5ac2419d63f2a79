import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readActionMetadata, readCommandMetadata } from "../packages/cli/src/index.ts";
import { GATE_FILE_SCHEMA } from "../packages/gate/src/index.ts";
import { listFiles, ROOT, readSource } from "./source-files.ts";

const DOCUMENTS = listFiles(/\.md$/).filter((path) => !path.includes("/golden/"));
const SCRIPTS = Object.keys(JSON.parse(readSource("package.json")).scripts);
const ROOMS = "actions|packages|fixtures|demo|test|scripts|docs|schema|dist|bench|study|\\.github|\\.ci";

/** Placeholders such as `actions/<name>` and globs are shapes, not paths. */
function pathsOf(text: string): readonly string[] {
  const quoted = [...text.matchAll(new RegExp(`\`((?:${ROOMS})/[^\\s\`<>*{}…]*)\``, "g"))].map(
    ([, path = ""]) => path,
  );
  return quoted.filter((path) => !path.endsWith("ml-gates.yml") || path.startsWith("fixtures"));
}

function linksOf(text: string): readonly string[] {
  return [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)\s#]+)/g)].map(([, path = ""]) => path);
}

describe.each(DOCUMENTS)("%s", (document) => {
  const text = readSource(document);

  it("names only paths that exist", () => {
    expect(pathsOf(text).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it("links only to files that exist", () => {
    expect(linksOf(text).filter((path) => !existsSync(join(ROOT, dirname(document), path)))).toEqual([]);
  });

  it("names only npm scripts and commands that exist, with flags they have", () => {
    const scripts = [...text.matchAll(/npm (?:run )?(start|test|test:[a-z:]+|run [a-z:-]+)/g)].map(
      ([, name = ""]) => name.replace("run ", ""),
    );
    expect(scripts.filter((name) => !SCRIPTS.includes(name))).toEqual([]);
    for (const [, command = "", rest = ""] of text.matchAll(/npx ml-gates ([a-z-]+)([^\n`|]*)/g)) {
      const { inputs } = readCommandMetadata(ROOT, command);
      const flags = [...rest.matchAll(/--([a-z-]+)/g)].map(([, flag = ""]) => flag);
      expect(flags.filter((flag) => !(flag in inputs) && !["help", "base"].includes(flag))).toEqual([]);
    }
  });

  it("uses each action with inputs it has", () => {
    for (const [, id = "", block = ""] of text.matchAll(
      /uses: [\w.-]+\/ml-gates\/actions\/([a-z-]+)@\S+([\s\S]*?)(?=\n\s*-|```)/g,
    )) {
      const { inputs } = readActionMetadata(ROOT, id);
      const [, given = ""] = /with:\n([\s\S]*)/.exec(block) ?? [];
      const indent = /^\s*/.exec(given)?.[0] ?? "";
      const names = [...given.matchAll(new RegExp(`^${indent}([a-z-]+):`, "gm"))].map(
        ([, name = ""]) => name,
      );
      expect(names.filter((name) => !(name in inputs))).toEqual([]);
    }
  });
});

describe("docs/gate-file.md", () => {
  /** Every key of the schema, at any depth. */
  function keysOf(schema: unknown): readonly string[] {
    if (typeof schema !== "object" || schema === null) return [];
    const { properties = {}, items, additionalProperties } = schema as Readonly<Record<string, object>>;
    const own = Object.entries(properties).flatMap(([key, value]) => [key, ...keysOf(value)]);
    return [...own, ...keysOf(items), ...keysOf(additionalProperties)];
  }

  it("names every key of the gate file", () => {
    const page = readSource("docs/gate-file.md");
    const keys = [...new Set(keysOf(GATE_FILE_SCHEMA))];
    expect(keys.length).toBeGreaterThan(40);
    expect(keys.filter((key) => !new RegExp(`(^|[\`{, ])${key}[\`:, }]`, "m").test(page))).toEqual([]);
  });
});

describe("the measures of documents", () => {
  const lines = (path: string) => readSource(path).trimEnd().split("\n").length;

  it("README: at most 150 lines, code before line 20", () => {
    expect(lines("README.md")).toBeLessThanOrEqual(150);
    expect(
      readSource("README.md")
        .split("\n")
        .findIndex((line) => line.startsWith("```")),
    ).toBeLessThan(20);
  });

  it("ARCHITECTURE: at most 150 lines; an action's README: at most 120", () => {
    expect(lines("ARCHITECTURE.md")).toBeLessThanOrEqual(150);
    for (const path of listFiles(/^actions\/[^/]+\/README\.md$/))
      expect(lines(path)).toBeLessThanOrEqual(120);
  });
});
