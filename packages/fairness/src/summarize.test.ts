import { type Finding, finding, type Outcome, type Severity } from "@ml-gates/gate";
import { describe, expect, it } from "vitest";
import { summarizeDisparities } from "./summarize.ts";

const found = (outcome: Outcome, why: string, severity: Severity = "block"): Finding =>
  finding({ id: why, kind: "disparity", check: {}, severity, outcome, why });

describe("the summary", () => {
  it.each<[string, readonly Finding[], string]>([
    [
      "is the only failure's own sentence",
      [found("pass", "a"), found("fail", "b is beyond.")],
      "b is beyond.",
    ],
    [
      "puts a blocking failure before the others",
      [found("fail", "a", "warn"), found("fail", "b")],
      "2 of 2 disparities are beyond the stated limits: b",
    ],
    ["puts failures before what is open", [found("inconclusive", "a"), found("fail", "b")], "b"],
    [
      "counts the skipped apart",
      [found("pass", "a"), found("pass", "b"), found("skipped", "c")],
      "all 2 disparities are within the stated limits; 1 contrast is skipped, below the minimum",
    ],
    [
      "never passes what was not judged",
      [found("skipped", "a"), found("skipped", "b")],
      "nothing was judged: 2 contrasts are skipped, below the minimum",
    ],
  ])("%s", (_, findings, text) => {
    expect(summarizeDisparities(findings)).toBe(text);
  });
});
