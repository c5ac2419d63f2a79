import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EvidenceError, foldVerdict, InputError, type Judgement } from "@ml-gates/gate";
import type { ActionHost } from "@ml-gates/runner";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { localHost } from "../../../test/local-host.ts";
import { validateData } from "./validate-data.ts";

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "ml-gates-validate-"));
});

afterEach(() => rm(directory, { recursive: true }));

function hostWith(inputs: Readonly<Record<string, string>>): ActionHost {
  return localHost(directory, { inputs, environment: { PATH: process.env["PATH"] } });
}

interface Story {
  readonly csv: string;
  readonly expectations: readonly (readonly [type: string, kwargs: object])[];
  readonly inputs?: Readonly<Record<string, string>>;
}

async function validate({ csv, expectations, inputs = {} }: Story): Promise<Judgement> {
  const suite = { expectations: expectations.map(([type, kwargs]) => ({ type, kwargs })) };
  await writeFile(join(directory, "data.csv"), csv);
  await writeFile(join(directory, "suite.json"), JSON.stringify(suite));
  const { judgements } = await validateData.run(
    hostWith({ data: "data.csv", suite: "suite.json", ...inputs }),
  );
  const [judgement, ...more] = judgements;
  if (judgement === undefined || more.length > 0) throw new Error("one judgement was wanted");
  return judgement;
}

const between = (column: string, max_value: number) =>
  ["expect_column_values_to_be_between", { column, min_value: 0, max_value }] as const;

describe("validate-data", () => {
  it("judges a file by a suite and says which bytes were judged", async () => {
    const judgement = await validate({
      csv: "age,city\n34,Bern\n552,Łódź\n",
      expectations: [between("age", 120), ["expect_column_values_to_not_be_null", { column: "city" }]],
    });
    expect(judgement.gate).toEqual({ id: "validate-data", key: "data-csv", mode: null });
    expect(judgement.summary).toBe(
      "data.csv: 1 of 2 expectations do not hold on 2 rows; first: age: 1 of 2 values lies outside 0 … 120; the first is 552 in row 2. Wanted: at most 0.",
    );
    expect(judgement.evidence).toMatchObject([
      { role: "data", uri: "data.csv", digest: expect.stringMatching(/^sha256:/), rows: 2 },
      { role: "suite", uri: "suite.json", digest: expect.stringMatching(/^sha256:/) },
    ]);
    expect(judgement.measurements).toMatchObject({
      schema: "validation/1",
      data: {
        rows: 2,
        columns: [
          { name: "age", type: "BIGINT" },
          { name: "city", type: "VARCHAR" },
        ],
      },
    });
    expect(foldVerdict(judgement.findings)).toBe("fail");
  });

  it("isolates the check whose SQL fails at run time: the others still answer", async () => {
    const judgement = await validate({
      csv: "x,y\n1.5,a\ninf,b\n",
      expectations: [
        ["column_aggregate_within_limits", { column: "x", function: "stddev", max_value: 9 }],
        ["expect_column_values_to_be_unique", { column: "y" }],
        ["expect_column_max_to_be_between", { column: "y", max_value: "c" }],
        between("x", 9),
      ],
    });
    expect(judgement.findings.map(({ outcome }) => outcome)).toEqual([
      "not-evaluable",
      "pass",
      "pass",
      "fail",
    ]);
    expect(judgement.findings[3]?.samples).toEqual([{ row: 2, value: "Infinity" }]);
  });

  it("fails a standard deviation that an infinite value leaves no number", async () => {
    const stdev = ["expect_column_stdev_to_be_between", { column: "x", min_value: 0 }] as const;
    const { findings } = await validate({ csv: "x,y\n1.5,a\ninf,b\n", expectations: [stdev] });
    expect(findings).toMatchObject([{ outcome: "fail", observed: null }]);
  });

  it("takes checks in place of a suite, without a line of a file that is not there", async () => {
    const checks = "- { type: expect_table_row_count_to_equal, kwargs: { value: 1 }, severity: warn }";
    await writeFile(join(directory, "data.csv"), "a\n1\n");
    const { judgements } = await validateData.run(hostWith({ data: "data.csv", checks }));
    expect(judgements[0]?.findings).toMatchObject([{ outcome: "pass", severity: "warn", source: null }]);
    expect(judgements[0]?.evidence.map(({ role }) => role)).toEqual(["data"]);
  });

  it("judges each data section by its own suite, under keys that differ", async () => {
    const entry =
      "{ path: data.csv, checks: [{ type: expect_column_to_exist, kwargs: { column: a } }], name: ";
    await writeFile(join(directory, "data.csv"), "a\n1\n");
    await writeFile(
      join(directory, "ml-gates.yml"),
      `version: 1\ndata: [${entry} Rows! }, ${entry} rows }]\n`,
    );
    const { judgements } = await validateData.run(hostWith({}));
    expect(judgements.map(({ gate }) => gate.key)).toEqual(["rows", "rows-2"]);
  });

  it("tells the faults of every suite at once, those of checks at their section", async () => {
    await writeFile(join(directory, "suite.json"), '{"expectations": []}');
    const checks = "checks: [{ type: expect_column_to_exist }]";
    const gateFile = `version: 1\ndata:\n  - { path: data.csv, suite: suite.json }\n  - { name: b, path: data.csv, ${checks} }\n`;
    await writeFile(join(directory, "ml-gates.yml"), gateFile);
    const places = await validateData.run(hostWith({})).catch((error: InputError) => error.problems);
    expect(places).toMatchObject([
      { path: "suite.json", line: 1 },
      { path: "ml-gates.yml", line: 4 },
    ]);
  });

  it("reports values that break a declared type, whatever the suite says", async () => {
    await writeFile(join(directory, "data.csv"), "age\n1\nold\n");
    const section =
      "{ path: data.csv, types: { age: integer }, checks: [{ type: expect_column_to_exist, kwargs: { column: age } }] }";
    await writeFile(join(directory, "ml-gates.yml"), `version: 1\ndata: [${section}]\n`);
    const { judgements } = await validateData.run(hostWith({}));
    expect(judgements[0]?.findings[0]).toMatchObject({
      id: "declared-type/age",
      outcome: "fail",
      samples: [{ row: 2, value: "old" }],
    });
  });

  it("leaves a table without rows open", async () => {
    const judgement = await validate({ csv: "age\n", expectations: [between("age", 120)] });
    expect(foldVerdict(judgement.findings)).toBe("inconclusive");
  });

  it("does not read SQL in the names of columns or in values", async () => {
    const name = `a"); DROP TABLE x; --`;
    const judgement = await validate({
      csv: `"${name.replaceAll('"', '""')}"\n'; SELECT 1; --\n`,
      expectations: [
        ["expect_column_values_to_be_in_set", { column: name, value_set: ["'; SELECT 1; --"] }],
        ["expect_column_values_to_be_unique", { column: name }],
        ["expect_column_values_to_match_regex", { column: name, regex: "^'; " }],
      ],
    });
    expect(judgement.findings.map(({ outcome }) => outcome)).toEqual(["pass", "pass", "pass"]);
  });

  it("takes no column for one of the names that its queries use", async () => {
    const names = ["value", "members", "first_row", "first_repeated", "keys", "facts", "scan_0", "row", "a0"];
    const judgement = await validate({
      csv: `${names.join(",")}\n${names.map(() => 5).join(",")}\n${names.map(() => 5).join(",")}\n`,
      expectations: names.flatMap((column) => [
        ["expect_column_values_to_be_unique", { column }],
        between(column, 4),
      ]),
    });
    const rows = [
      { row: 1, value: 5 },
      { row: 2, value: 5 },
    ];
    expect(judgement.findings.map(({ samples }) => samples)).toEqual(judgement.findings.map(() => rows));
  });

  it.each([
    ["no data is named", { data: "", suite: "" }, InputError],
    ["the data is not there", { data: "gone.csv" }, EvidenceError],
    ["the suite is not there", { suite: "gone.json" }, EvidenceError],
    ["the suite is no suite", { suite: "data.csv" }, InputError],
  ] as const)("does not run when %s", async (_story, inputs, error) => {
    const story = { csv: "age\n1\n", expectations: [between("age", 120)], inputs };
    await expect(validate(story)).rejects.toThrow(error);
  });
});
