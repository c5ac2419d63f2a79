import { describe, expect, it } from "vitest";
import { expectedReports, foldReports } from "./expected-reports.ts";
import { invalidData, sameModel, unreadPredictions, validData } from "./golden/stories.ts";

describe("expectedReports", () => {
  it.each<readonly [string, readonly string[], readonly string[]]>([
    ["a gate answers by its name", ["compare-models"], []],
    ["a gate answers by name and key", ["validate-data.training-rows"], []],
    ["a key may be written as in the gate file", ["validate-data.training rows"], []],
    ["another key of the same gate is missing", ["validate-data.test-rows"], ["validate-data.test-rows"]],
    ["a gate that left nothing is missing", ["assess-fairness"], ["assess-fairness"]],
    ["a name is missing once, however often it is expected", ["x", "x"], ["x"]],
    ["a part of a name is not the name", ["compare"], ["compare"]],
  ])("%s", (_rule, expected, missing) => {
    expect(expectedReports([validData, sameModel], expected)).toEqual(missing);
  });
});

describe("foldReports", () => {
  it.each([
    ["the worst verdict decides", [sameModel, invalidData], [], { verdict: "fail", blocks: true }],
    [
      "what did not run is worse than a failure",
      [invalidData, unreadPredictions],
      [],
      { verdict: "error", blocks: true },
    ],
    ["what is missing did not run", [sameModel], ["assess-fairness"], { verdict: "error", blocks: true }],
    ["no report is never a pass", [], [], { verdict: "error", blocks: true }],
    ["all pass", [validData, sameModel], [], { verdict: "pass", blocks: false }],
    [
      "a failure blocks whatever it says",
      [{ verdict: "fail", blocks: false }],
      [],
      { verdict: "fail", blocks: true },
    ],
  ] as const)("%s", (_rule, reports, missing, wanted) => {
    expect(foldReports(reports, missing)).toEqual(wanted);
  });
});
