import { describe, expect, it } from "vitest";
import { listGates, summariseReports } from "./gate-row.ts";
import {
  invalidData,
  limitedDisparity,
  sameModel,
  unreadPredictions,
  validData,
  worseModel,
} from "./golden/stories.ts";

describe("listGates", () => {
  it.each([
    [
      "causes before effects among equals",
      [worseModel, invalidData],
      [],
      ["validate-data.training-rows", "compare-models"],
    ],
    [
      "the worst first",
      [validData, limitedDisparity, worseModel],
      [],
      ["compare-models", "assess-fairness", "validate-data.training-rows"],
    ],
    [
      "what did not run before what fails",
      [invalidData, unreadPredictions],
      ["compare-models"],
      ["compare-models", "assess-fairness", "validate-data.training-rows"],
    ],
  ])("%s", (_rule, reports, missing, names) => {
    expect(listGates(reports, missing).map(({ name }) => name)).toEqual(names);
  });
});

describe("summariseReports", () => {
  it("says of every verdict how many gates have it, and names those that need a reader", () => {
    expect(summariseReports([validData, sameModel, worseModel], ["assess-fairness"])).toBe(
      "1 gate did not run (assess-fairness), 1 gate fails (compare-models), 2 gates pass.",
    );
  });
});
