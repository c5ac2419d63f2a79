import { readFileSync } from "node:fs";
import { digestOf, type Finding, foldVerdict } from "@ml-gates/gate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOSTILE_TEXTS } from "../golden/hostile.ts";
import { importReport, isGateReport } from "./import-report.ts";

const REPORTS = new URL("../../../../fixtures/reports/", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, REPORTS), "utf8");
const imported = (path: string, text = read(path)): ReturnType<typeof importReport> =>
  importReport({ path, text, digest: digestOf(text) }, "9f2c");
const told = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ id, outcome, severity }) => `${outcome} ${severity} ${id}`);

/** What each real tool says in the report it wrote, read by eye. */
const STORIES: Readonly<Record<string, readonly string[]>> = {
  "great-expectations/validation-result.json": [
    "not-evaluable block expect_column_values_to_be_unique/weight",
    "fail block expect_column_values_to_be_between/hours",
    "fail block expect_column_values_to_not_be_null/age",
    "fail warn expect_column_mean_to_be_between/age",
    "pass block expect_table_row_count_to_be_between",
  ],
  "dbt/run_results.json": [
    "fail warn accepted_values_people_hours__False__38__40.0dd5197a2c",
    "fail block not_null_people_age.96745ffe46",
    "pass block unique_people_age.a940f4ea74",
  ],
  "soda/scan.json": [
    "fail block people/missing_count(age) = 0",
    "fail warn people/max(hours) warn when > 1000 fail when > 5000",
    "pass block people/row_count > 3",
  ],
  "soda/scan-with-error.json": ["not-evaluable block scan"],
  "evidently/snapshot.json": [
    "fail warn Maximum value of 'hours': Less 40.000",
    "pass block Row count in dataset: Greater 100.000",
    "pass block Column 'age' missing values: Equal 0.000",
  ],
  "deepchecks/suite.json": [
    "fail block Is Single Value: Does not contain only a single value",
    "fail block Percent Of Nulls: Percent of null values in each column is not greater than 5%",
    "pass block Mixed Nulls: Number of different null types is less or equal to 1",
  ],
  "junit/pytest.xml": [
    "fail block test_model.test_accuracy",
    "fail block test_model.test_latency",
    "pass block test_model.test_shape",
    "skipped block test_model.test_gpu",
  ],
  "pip-audit/audit.json": ["not-evaluable warn jinja2", "not-evaluable warn idna"],
  "pip-audit/vulnerable.json": ["fail block jinja2/CVE-2020-28493", "pass block idna"],
  "osv/scan.json": ["fail block jinja2/GHSA-g3rq-g295-4j3m"],
  "osv/all-packages.json": ["fail block jinja2/GHSA-g3rq-g295-4j3m", "pass block idna"],
  "tfma/validation.json": ["fail block binary_accuracy/sex=2", "fail block auc/sex=2"],
};

describe("importReport", () => {
  it.each(Object.entries(STORIES))("reads %s", (path, findings) => {
    const { gate, ...judgement } = imported(path);
    expect(gate.id).toBe(path.split("/")[0]);
    expect(told(judgement.findings)).toEqual(findings);
  });

  it("shows the numbers and the values seen", () => {
    const [, hours] = imported("great-expectations/validation-result.json").findings;
    expect(hours).toMatchObject({
      why: "1 of 6 values of hours are unexpected.",
      samples: [{ row: null, value: 2400 }],
    });
    expect(imported("tfma/validation.json").findings[0]).toMatchObject({
      observed: 0.5,
      slice: { sex: "2" },
    });
    expect(imported("evidently/snapshot.json").findings[0]?.observed).toBeCloseTo(55.929, 3);
  });

  it.each([
    ["soda", '{"checks": [], "hasErrors": false, "scanStartTimestamp": "x"}'],
    ["great-expectations", '{"success": true, "results": [], "statistics": {}}'],
    ["dbt", '{"metadata": {"dbt_schema_version": "https://x/dbt/run-results/v6.json"}, "results": []}'],
    ["junit", "<testsuites/>"],
    ["osv", '{"results": [], "experimental_config": {"licenses": {"summary": false, "allowlist": null}}}'],
    ["tfma", '{"validationOk": true, "missingThresholds": true}'],
  ])("does not take an empty report of %s for a pass", (_tool, text) => {
    expect(foldVerdict(imported("x", text).findings)).not.toBe("pass");
  });

  it("knows TFMA's names in both spellings, and a stamp that nothing stands behind", () => {
    expect(told(imported("x", '{"validation_ok": true, "rubber_stamp": true}').findings)).toEqual([
      "skipped block validation",
    ]);
    expect(told(imported("x", '{"validation_ok": true}').findings)).toEqual(["pass block validation"]);
  });

  it("tells checks of one name apart", () => {
    const suite = '<testsuite><testcase name="a"/><testcase name="a"/><testcase name="a (2)"/></testsuite>';
    expect(new Set(imported("x", suite).findings.map(({ id }) => id)).size).toBe(3);
  });

  it.each([
    ["JSON of nobody", '{"x": 1}'],
    ["no JSON", "{"],
    ["a document type", '<!DOCTYPE x [<!ENTITY a "b">]><testsuites>&a;</testsuites>'],
    ["nesting without end", "[".repeat(100_000) + "]".repeat(100_000)],
  ])("refuses %s", (_story, text) => {
    expect(() => imported("x.json", text)).toThrow(/"x\.json" is neither a gate report nor a report of/);
  });

  it("never reads what claims to be a gate's own report as another tool's", () => {
    expect(isGateReport('{"tool": {"name": "ml-gates"}, "results": []}')).toBe(true);
    expect(isGateReport(read("dbt/run_results.json"))).toBe(false);
  });

  it("survives any value anywhere", () => {
    const paths = Object.keys(STORIES).filter((path) => path.endsWith(".json"));
    const strange = fc.oneof(fc.jsonValue(), fc.constantFrom(...HOSTILE_TEXTS.slice(0, 30)));
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.nat(400), strange, (path, at, value) => {
        let turn = 0;
        const broken = JSON.parse(read(path).replaceAll("NaN", "null"), (_, member) =>
          turn++ === at ? value : member,
        );
        const text = JSON.stringify(broken);
        try {
          const { findings } = imported("x", text);
          expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
        } catch (error) {
          expect(error).toMatchObject({ name: "InputError" });
        }
      }),
      { numRuns: 300 },
    );
  });
});
