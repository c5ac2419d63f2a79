import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readActionMetadata } from "../packages/cli/src/action-metadata.ts";
import { TOOL_VERSION } from "../packages/runner/src/tool-version.ts";
import { generatedFiles } from "../scripts/generated-files.ts";
import { listFiles, ROOT, readSource } from "./source-files.ts";

const ACTIONS = readdirSync(join(ROOT, "actions"));
const COMMANDS = ["run", ...ACTIONS];
const METADATA = new Map(COMMANDS.map((id) => [id, readActionMetadata(ROOT, id)] as const));

/** Inputs whose words differ between actions for a reason that is written here. */
const OWN_WORDS: Readonly<Record<string, string>> = {
  token: "each action states the permissions its own token needs",
  "report-dir": "promote-model and publish-report say what they read or write there",
  columns: "detect-drift names columns to judge, the others what columns of predictions mean",
  reports: "one words it for publishing, one for promotion",
};

describe.each(COMMANDS)("action.yml of %s", (id) => {
  const { inputs, outputs, description } = METADATA.get(id) ?? { inputs: {}, outputs: {}, description: "" };

  it("has at most 14 inputs, each described in full sentences", () => {
    expect(Object.keys(inputs).length).toBeLessThanOrEqual(14);
    for (const input of Object.values(inputs)) expect(input.description).toMatch(/^[A-Z`][\s\S]*\.$/);
    expect(description).toMatch(/^[A-Z][\s\S]*\.$/);
  });

  it("has the four outputs of every gate", () => {
    expect(Object.keys(outputs)).toEqual(
      expect.arrayContaining(["verdict", "blocks", "report-path", "summary"]),
    );
  });
});

describe("the inputs of all actions", () => {
  it("have the same words and default wherever they have the same name", () => {
    const seen = new Map<string, { readonly id: string; readonly words: string }>();
    const differing: string[] = [];
    for (const [id, { inputs }] of METADATA) {
      for (const [name, input] of Object.entries(inputs)) {
        const words = JSON.stringify([
          input.description.replaceAll(/\s+/g, " ").trim(),
          input.default ?? null,
        ]);
        const first = seen.get(name) ?? { id, words };
        seen.set(name, first);
        if (first.words !== words && OWN_WORDS[name] === undefined)
          differing.push(`${name}: ${first.id} and ${id}`);
      }
    }
    expect(differing).toEqual([]);
  });

  it.each(ACTIONS)("of %s are those its code reads", (id) => {
    const declared = Object.keys(METADATA.get(id)?.inputs ?? {});
    const sources = listFiles(new RegExp(`^(actions/${id}|packages/runner)/src/.*(?<!\\.test)\\.ts$`)).map(
      readSource,
    );
    const isRead = (name: string) =>
      sources.some((text) => new RegExp(`["'.]${name}["'\\]]?|^\\s*"?${name}"?: \\{`, "m").test(text));
    expect(declared.filter((name) => !isRead(name))).toEqual([]);
  });

  it("run on node24 from a stub that is there", () => {
    for (const id of COMMANDS) {
      const text = readSource(id === "run" ? "action.yml" : `actions/${id}/action.yml`);
      expect(text).toMatch(/using: "?node24"?/);
      const main = /^\s+main:\s*"?([^\s"]+)"?$/m.exec(text)?.[1] ?? "";
      const stub = join(id === "run" ? "." : `actions/${id}`, main);
      expect(listFiles(/^dist\/[^/]+\.mjs$/)).toContain(stub);
    }
  });
});

describe("what is written twice", () => {
  it.each([...generatedFiles()].map(([path, content]) => ({ path, content })))(
    "$path is what its source says",
    ({ path, content }) => {
      expect(readSource(path)).toBe(content);
    },
  );

  it("the version is the package's", () => {
    expect(JSON.parse(readSource("package.json")).version).toBe(TOOL_VERSION);
  });
});
