import { digestOf, foldVerdict, InputError } from "@ml-gates/gate";
import { describe, expect, it } from "vitest";
import { judgeBehaviour } from "./judge-behaviour.ts";
import { parseCases } from "./parse-cases.ts";

const ROWS = [
  { key: "1", prediction: "1", score: 0.8 },
  { key: "2", prediction: "1", score: 0.85 },
  { key: "3", prediction: "0", score: 0.3 },
  { key: "4", prediction: null, score: null },
  { key: "5", prediction: "1", score: 0.1 },
  { key: "5", prediction: "0", score: 0.2 },
];

function judge(lines: readonly string[], showIds = false) {
  const cases = parseCases(lines.join("\n"), "cases.jsonl");
  return judgeBehaviour({ cases, rows: ROWS, severity: "block", showIds });
}

describe("one case", () => {
  it.each([
    ['{ "key": 1, "prediction": 1 }', "exact", "pass"],
    ['{ "key": "1", "prediction": "0" }', "exact", "fail"],
    ['{ "key": 1, "score": 0.75, "within": 0.05 }', "tolerance", "pass"],
    ['{ "key": 1, "score": 0.75, "within": 0.04 }', "tolerance", "fail"],
    ['{ "key": 1, "same-as": 2 }', "invariance", "pass"],
    ['{ "key": 1, "same-as": 3 }', "invariance", "fail"],
    ['{ "key": 1, "same-as": 2, "within": 0.05 }', "invariance", "pass"],
    ['{ "key": 1, "same-as": 2, "within": 0.01 }', "invariance", "fail"],
    ['{ "key": 2, "at-least": 1, "by": 0.05 }', "direction", "pass"],
    ['{ "key": 2, "at-least": 1, "by": 0.06 }', "direction", "fail"],
    ['{ "key": 3, "at-least": 1 }', "direction", "fail"],
    ['{ "key": 9, "prediction": 1 }', "exact", "not-evaluable"],
    ['{ "key": 4, "prediction": 1 }', "exact", "not-evaluable"],
    ['{ "key": 1, "same-as": 4, "within": 1 }', "invariance", "not-evaluable"],
    ['{ "key": 5, "prediction": 1 }', "exact", "not-evaluable"],
  ])("%s is %s: %s", (line, group, outcome) => {
    expect(judge([line])).toMatchObject([{ id: `behaviour/${group}`, outcome, n: 1 }]);
  });
});

describe("cases of a group", () => {
  const lines = [
    '{ "key": 1, "prediction": 1, "group": "negation" }',
    '{ "key": 3, "prediction": 1, "group": "negation" }',
    '{ "key": 9, "prediction": 1, "group": "negation" }',
    '{ "key": 2, "at-least": 1, "group": "income" }',
  ];

  it("are one finding with counts, and name rows by digests", () => {
    const [negation, income] = judge(lines);
    expect(negation).toMatchObject({ id: "behaviour/negation", outcome: "fail", effect: { value: 1 }, n: 3 });
    expect(negation?.samples).toEqual([{ row: null, value: digestOf("3").slice(0, 19) }]);
    expect(negation?.why).toBe(
      "1 of 3 cases of negation fail, 1 of 3 cases of negation cannot be evaluated; the first: prediction 0, wanted 1.",
    );
    expect(income?.why).toBe("The one case of income holds.");
    expect(foldVerdict(judge(lines))).toBe("fail");
  });

  it("name rows by their keys when that is asked for", () => {
    expect(judge(lines, true)[0]?.samples).toEqual([{ row: null, value: "3" }]);
  });

  it("show ten failing rows at most", () => {
    const many = Array.from({ length: 30 }, () => '{ "key": 3, "prediction": 1 }');
    expect(judge(many)[0]?.samples).toHaveLength(10);
  });
});

describe("a cases file", () => {
  it.each([
    ["nonsense", /is no JSON object: "nonsense"/],
    ['["key", 1]', /is no JSON object/],
    ['{ "key": 1 }', /has none of prediction, score, same-as, at-least/],
    ['{ "key": 1, "prediction": 1, "score": 2 }', /has more than one of/],
    ['{ "key": 1, "score": 0.5 }', /a value that `score` does not take/],
    ['{ "key": 1, "score": 0.5, "within": -1 }', /a value that `score` does not take/],
    ['{ "key": 1, "prediction": [1] }', /a value that `prediction` does not take/],
    ['{ "prediction": 1 }', /`key`: wanted a text or a number/],
    ['{ "key": 1, "same-as": "1" }', /with itself/],
    ['{ "key": 1, "same-as": 2, "withn": 0.1 }', /"withn" \(did you mean `within`\?\)/],
    ['{ "key": 1, "prediction": 1, "group": 3 }', /as `group`/],
    ["", /0 cases/],
  ])("refuses %s", (line, message) => {
    expect(() => parseCases(line, "cases.jsonl")).toThrow(InputError);
    expect(() => parseCases(line, "cases.jsonl")).toThrow(message);
  });

  it("names every wrong line at its place", () => {
    const wrong = () => parseCases('{ "key": 1, "prediction": 1 }\n{}\n\n[]\n', "cases.jsonl");
    expect(wrong).toThrow(/cases\.jsonl:2: .*\ncases\.jsonl:4: /);
  });
});
