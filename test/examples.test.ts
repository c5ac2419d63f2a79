import { describe, expect, it } from "vitest";
import { PURE } from "./layers.ts";
import { listFiles, readSource } from "./source-files.ts";

interface Example {
  readonly where: string;
  readonly expression: string;
  readonly expected: string;
}

/** Lines `expression; // => result` behind an `@example` in a docstring. */
function examplesOf(path: string): readonly Example[] {
  const docstrings = readSource(path).matchAll(/\/\*\*([\s\S]*?)\*\//g);
  return [...docstrings].flatMap(([, docstring = ""]) => {
    const [, lines = ""] = docstring.split("@example");
    return [...lines.matchAll(/^\s*\*\s*(.+?);?\s*\/\/ => (.+)$/gm)].map(
      ([, expression = "", expected = ""]) => ({
        where: path,
        expression,
        expected,
      }),
    );
  });
}

/** Evaluates an expression with a package's exports as names in scope. */
function evaluate(expression: string, scope: Readonly<Record<string, unknown>>): unknown {
  const names = Object.keys(scope);
  return new Function(...names, `"use strict"; return (${expression});`)(...names.map((name) => scope[name]));
}

describe.each(PURE.map((name) => ({ name })))("the examples of packages/$name", async ({ name }) => {
  const exported = (await import(`../packages/${name}/src/index.ts`)) as Readonly<Record<string, unknown>>;
  const gate = (await import("../packages/gate/src/index.ts")) as Readonly<Record<string, unknown>>;
  const files = listFiles(new RegExp(`^packages/${name}/src/.*(?<!\\.test)\\.ts$`));
  const modules = await Promise.all(files.map(async (path) => [path, await import(`../${path}`)] as const));

  it.each(files.flatMap(examplesOf))("$where: $expression", ({ where, expression, expected }) => {
    const own = modules.find(([path]) => path === where)?.[1];
    const scope = { ...gate, ...exported, ...own };
    expect(evaluate(expression, scope)).toEqual(evaluate(expected, scope));
  });
});

/** Functions a package exports that have no example: a page without one is half a page. */
describe("the exports of the pure packages", () => {
  it.each(PURE.map((name) => ({ name })))(
    "packages/$name: each function's docstring has an executed example",
    async ({ name }) => {
      const exported = (await import(`../packages/${name}/src/index.ts`)) as Readonly<
        Record<string, unknown>
      >;
      const functions = Object.keys(exported).filter(
        (key) => typeof exported[key] === "function" && /^[a-z]/.test(key),
      );
      const files = listFiles(new RegExp(`^packages/${name}/src/.*(?<!\\.test)\\.ts$`)).map(readSource);
      const without = functions.filter((key) => {
        const docstring = new RegExp(
          `\\/\\*\\*((?:(?!\\*\\/)[\\s\\S])*)\\*\\/\\s*export (?:async )?(?:function\\*?|const) ${key}\\b`,
        );
        const page = files.map((text) => docstring.exec(text)?.[1]).find((found) => found !== undefined);
        return page === undefined || !/@example[\s\S]*\/\/ => /.test(page);
      });
      expect(without).toEqual([]);
    },
  );
});
