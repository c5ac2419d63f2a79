import { describe, expect, it } from "vitest";
import { EXPECTATION_NAMES, UNEVALUATED_NAMES } from "../packages/expectations/src/definitions.ts";
import { readSource } from "./source-files.ts";

const [, table = ""] = readSource("docs/great-expectations.md").split("## ");
const rows = table.split("\n").filter((line) => line.startsWith("| `"));

function namesOf(row: string): readonly string[] {
  const [, cell = ""] = row.split("|");
  return [...cell.matchAll(/`([a-z_]+)`/g)].map(([, name = ""]) =>
    name.startsWith("unexpected_rows") ? name : `expect_${name}`,
  );
}

const refused = rows.filter((row) => row.includes("refused:")).flatMap(namesOf);
const evaluated = rows.filter((row) => !row.includes("refused:")).flatMap(namesOf);

describe("docs/great-expectations.md", () => {
  it("lists every expectation that is evaluated, and no other", () => {
    const named = EXPECTATION_NAMES.filter((name) => /^(expect|unexpected)_/.test(name));
    expect(evaluated.toSorted()).toEqual(named.toSorted());
  });

  it("lists every expectation that is known by name only as refused", () => {
    expect(refused).toEqual(expect.arrayContaining([...UNEVALUATED_NAMES]));
    expect(refused.filter((name) => evaluated.includes(name))).toEqual([]);
  });
});
