import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EvidenceError, InputError } from "@ml-gates/gate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { localHost } from "../../../test/local-host.ts";
import { validateData } from "./validate-data.ts";

let directory: string;
let logged: string[];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "ml-gates-result-"));
  logged = [];
  const kwargs = { column: "age", min_value: 0, max_value: 120 };
  const written = [{ type: "expect_column_values_to_be_between", kwargs }];
  await writeFile(join(directory, "suite.json"), JSON.stringify({ name: "people", expectations: written }));
  await writeFile(join(directory, "data.csv"), "id,age\na,34\nb,552\nc,\nd,-1\n");
});

afterEach(() => rm(directory, { recursive: true }));

function validate(inputs: Readonly<Record<string, string>>) {
  const host = localHost(directory, {
    inputs,
    environment: { PATH: process.env["PATH"] },
    log: (line) => logged.push(line),
  });
  return validateData.run(host);
}

const DATA = { data: "data.csv", suite: "suite.json" };
const readResult = async (path: string) => JSON.parse(await readFile(join(directory, path), "utf8"));
const writeGateFile = (path: string) =>
  writeFile(
    join(directory, "ml-gates.yml"),
    `version: 1\ndata: [{ path: data.csv, suite: suite.json, result-path: "${path}" }]\n`,
  );

describe("the result JSON", () => {
  it("is written where it is asked for, in the format asked for, with rows named by columns", async () => {
    const result = { "result-path": "out/r.json", "result-format": "COMPLETE", "index-columns": "id" };
    await validate({ ...DATA, ...result });
    expect(await readResult("out/r.json")).toMatchObject({
      success: false,
      suite_name: "people",
      results: [
        {
          result: {
            element_count: 4,
            missing_count: 1,
            unexpected_list: [552, -1],
            unexpected_index_list: [
              { age: 552, id: "b" },
              { age: -1, id: "d" },
            ],
          },
        },
      ],
      statistics: { evaluated_expectations: 1, successful_expectations: 0 },
      meta: { validation_time: "1970-01-01T00:00:00.000+00:00" },
    });
  });

  it("is not written unless it is asked for", async () => {
    await validate(DATA);
    await expect(readResult("out/r.json")).rejects.toThrow("ENOENT");
  });

  it("counts all unexpected rows and values, lists 200 rows, and shows the reviewer 20", async () => {
    const rows = Array.from({ length: 250 }, (_, index) => `r${index},${index < 220 ? 999 : -1}\n`).join("");
    await writeFile(join(directory, "data.csv"), `id,age\n${rows}`);
    const { judgements } = await validate({ ...DATA, "result-path": "r.json", "result-format": "COMPLETE" });
    const { results } = await readResult("r.json");
    expect(results[0].result.unexpected_count).toBe(250);
    expect(results[0].result.unexpected_list).toHaveLength(200);
    expect(results[0].meta).toEqual({ truncated: true, listed_rows: 200 });
    expect(results[0].result.partial_unexpected_counts).toEqual([
      { value: 999, count: 220 },
      { value: -1, count: 30 },
    ]);
    expect(judgements[0]?.findings[0]?.samples).toHaveLength(20);
  });

  it("is vacuous success for a table without rows, where the report is inconclusive", async () => {
    await writeFile(join(directory, "data.csv"), "id,age\n");
    const { judgements } = await validate({ ...DATA, "result-path": "r.json" });
    expect(judgements[0]?.findings[0]).toMatchObject({ outcome: "inconclusive", reason: "no-rows" });
    expect(await readResult("r.json")).toMatchObject({
      success: true,
      results: [{ result: { element_count: 0, unexpected_percent: null, missing_percent: null } }],
    });
  });

  it("does not run for an index column that the data lacks, naming the nearest", async () => {
    const inputs = { ...DATA, "result-path": "r.json", "index-columns": "ids" };
    const error = await validate(inputs).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(InputError);
    expect(String(error)).toContain('The index column "ids" is not in the data. Is "id" meant?');
  });

  it.each(["../r.json", "/tmp/ml-gates-never.json", "out/../../r.json"])(
    "does not leave the working directory for a gate file's path %s",
    async (path) => {
      await writeGateFile(path);
      await expect(validate({})).rejects.toThrow(EvidenceError);
    },
  );

  it("does not follow a gate file's path through a link that leaves the working directory", async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), "ml-gates-elsewhere-"));
    await symlink(elsewhere, join(directory, "out"));
    await writeGateFile("out/r.json");
    await expect(validate({})).rejects.toThrow("lies outside the working directory");
    await rm(elsewhere, { recursive: true });
  });

  it("does not run when the file cannot be written", async () => {
    await mkdir(join(directory, "r.json"));
    await expect(validate({ ...DATA, "result-path": "r.json" })).rejects.toThrow(EvidenceError);
  });
});

describe("explain", () => {
  it("prints every statement that was run and the number of scans: of counts, then of the rows that were counted", async () => {
    await validate({ ...DATA, explain: "true" });
    expect(logged).toContain("2 statements, 2 scans of the table:");
    expect(logged.find((line) => line.startsWith("[1 scan] SELECT"))).toContain('"age" > 120');
  });

  it("prints nothing unless it is asked to", async () => {
    await validate({ ...DATA, explain: "false" });
    expect(logged.filter((line) => line.includes("SELECT"))).toEqual([]);
  });
});

describe("the measurements", () => {
  it("hold what changed since the base, whose bytes are evidence", async () => {
    await writeFile(join(directory, "before.csv"), "id,age\na,34\nb,55\n");
    const entry = "{ path: data.csv, suite: suite.json, base: before.csv }";
    await writeFile(join(directory, "ml-gates.yml"), `version: 1\ndata: [${entry}]\n`);
    const { judgements } = await validate({});
    expect(judgements[0]?.measurements?.data["diff"]).toMatchObject({ rows: { base: 2, candidate: 4 } });
    expect(judgements[0]?.evidence).toMatchObject([
      { role: "data" },
      { role: "base", uri: "before.csv", digest: expect.stringMatching(/^sha256:/), rows: 2 },
      { role: "suite" },
    ]);
  });

  it("name a cause that the data show, and so does the summary", async () => {
    const table = (factor: number) =>
      Array.from({ length: 60 }, (_, index) => `r${index},${(((index * 37) % 23) + 20) * factor}\n`).join("");
    await writeFile(join(directory, "before.csv"), `id,age\n${table(1)}`);
    await writeFile(join(directory, "data.csv"), `id,age\n${table(100)}`);
    const entry = "{ path: data.csv, suite: suite.json, base: before.csv }";
    await writeFile(join(directory, "ml-gates.yml"), `version: 1\ndata: [${entry}]\n`);
    const { judgements } = await validate({});
    expect(judgements[0]?.summary).toContain("; since its base: ");
    expect(judgements[0]?.summary).toContain("100");
  });

  it("hold no diff, and the log says why, when the base is not there yet", async () => {
    const entry = "{ path: data.csv, suite: suite.json, base: before.csv }";
    await writeFile(join(directory, "ml-gates.yml"), `version: 1\ndata: [${entry}]\n`);
    const { judgements } = await validate({});
    expect(judgements[0]?.measurements?.data).not.toHaveProperty("diff");
    expect(logged).toContain("data.csv: nothing to compare with yet: before.csv is not there.");
  });

  it("hold how many values each column lacks", async () => {
    const { judgements } = await validate(DATA);
    expect(judgements[0]?.measurements?.data["columns"]).toEqual([
      { name: "id", type: "VARCHAR", rows: 4, missing: 0, missing_share: 0 },
      { name: "age", type: "BIGINT", rows: 4, missing: 1, missing_share: 0.25 },
    ]);
  });
});

describe("the inputs", () => {
  it("give a suite's parameters their values, before the suite's own", async () => {
    const kwargs = { column: "age", min_value: -1, max_value: { $PARAMETER: "cap + 2" } };
    const expectations = [{ type: "expect_column_values_to_be_between", kwargs }];
    const suite = { suite_parameters: { cap: 100 }, expectations };
    await writeFile(join(directory, "suite.json"), JSON.stringify(suite));
    const outcomeWith = async (parameters: string) =>
      (await validate({ ...DATA, parameters })).judgements[0]?.findings[0]?.outcome;
    expect(await outcomeWith("{ cap: 550 }")).toBe("pass");
    expect(await outcomeWith("{ cap: 549 }")).toBe("fail");
    expect(await outcomeWith("")).toBe("fail");
  });

  it("let a check that cannot be expressed be an error, or a warning", async () => {
    const contract = "dataset: x/data\ncolumns:\n  - name: id\nchecks:\n  - no_such_check: {}\n";
    await writeFile(join(directory, "suite.json"), contract);
    await expect(validate(DATA)).rejects.toThrow(InputError);
    const { judgements } = await validate({ ...DATA, unsupported: "warn" });
    expect(judgements[0]?.findings.map(({ severity, outcome }) => [severity, outcome])).toContainEqual([
      "warn",
      "not-evaluable",
    ]);
  });
});
