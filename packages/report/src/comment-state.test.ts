import { finding, type GateReport, reportJudgement } from "@ml-gates/gate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readState, recallSections, standsIn } from "./comment-state.ts";
import { FACTS, reportOf, sameModel, validData, worseModel } from "./golden/stories.ts";
import { type CommentFacts, renderComment } from "./render-comment.ts";

const [FIRST, SECOND] = ["1".repeat(40), "2".repeat(40)];
const at = (commit: string, facts: Partial<CommentFacts> = {}): CommentFacts => ({
  ...FACTS,
  commit,
  ...facts,
});
const textsOf = (body: string): readonly string[] => body.split("\n").slice(2);

describe("a comment over several pushes", () => {
  const first = renderComment([worseModel, validData], at(FIRST));
  const second = renderComment([sameModel, validData], at(SECOND), { standing: first });

  it("shows no past at first", () => {
    expect(first).not.toContain("Pushes:");
  });

  it("shows the pushes, and what is resolved, once", () => {
    const line =
      "Pushes: ❌ <code>1111111</code> → ✅ <code>2222222</code> · Resolved: <code>roc&#95;auc/max-drop</code>, <code>accuracy/min</code>";
    expect(second).toContain(line);
    const third = renderComment([sameModel, validData], at("3".repeat(40)), { standing: second });
    expect(third).toContain("→ ✅ <code>2222222</code> → ✅ <code>3333333</code>");
    expect(third).not.toContain("Resolved");
  });

  it("is the same when the same commit is told again", () => {
    expect(renderComment([sameModel, validData], at(SECOND), { standing: second })).toBe(second);
  });

  it("draws the gated metric over the pushes, with its table", () => {
    expect(second).toContain('line "candidate" [0.8415, 0.8731]');
    expect(second).toContain("| <code>1111111</code> | 0.8712 | 0.8415 |");
  });

  it("keeps a gate that did not run again, grey and uncounted", () => {
    const alone = renderComment([validData], at(SECOND), { standing: first });
    expect(alone).toContain("<sub>was fail</sub>");
    expect(alone).toContain("Of commit <code>111111111111</code>");
    expect(alone).toContain("### ✅ ml-gates: pass");
  });
});

describe("a comment of several jobs", () => {
  const facts = at(FIRST, { missing: ["compare-models"] });
  const data = renderComment([validData], facts);
  const both = renderComment([sameModel], at(FIRST, { missing: ["validate-data"] }), { standing: data });

  it("shows what another job has not told yet as not run", () => {
    expect(data).toContain("| compare-models | 🚫\u00A0**did not run** |");
  });

  it("holds what both told, and misses neither", () => {
    expect(both).toContain("### ✅ ml-gates: pass");
    expect(both).toContain("| validate-data.training-rows | ✅\u00A0pass |");
    expect(standsIn(both, [validData], { commit: FIRST, recalled: [] })).toBe(true);
    expect(standsIn(both, [validData], { commit: SECOND, recalled: [] })).toBe(false);
    expect(standsIn(both, [worseModel], { commit: FIRST, recalled: [] })).toBe(false);
  });

  it("gives back the word of a job that another wrote over", () => {
    const recalled = recallSections([], both, FIRST);
    const lost = renderComment([sameModel], facts, { standing: null });
    expect(standsIn(lost, [sameModel], { commit: FIRST, recalled: [] })).toBe(true);
    expect(standsIn(lost, [sameModel], { commit: FIRST, recalled })).toBe(false);
    const mended = renderComment([sameModel], facts, { standing: lost, recalled });
    expect(mended).toContain("| validate-data.training-rows | ✅\u00A0pass |");
    expect(standsIn(mended, [sameModel], { commit: FIRST, recalled })).toBe(true);
    expect(recallSections(recalled, both, SECOND).map(({ name }) => name)).toEqual(
      recalled.map(({ name }) => name),
    );
    expect(recallSections([], both, SECOND)).toEqual([]);
  });

  it("does not depend on who was last", () => {
    const other = renderComment([validData], facts, { standing: renderComment([sameModel], facts) });
    expect(textsOf(other)[0]).toBe(textsOf(both)[0]);
  });

  it("fails when another job's gate fails", () => {
    const failing = renderComment([validData], facts, { standing: renderComment([worseModel], facts) });
    expect(failing).toContain("### ❌ ml-gates: fail");
  });
});

describe("the waiver's link", () => {
  it("stands where something fails, and cannot be left", () => {
    const evil = finding({
      id: "a)](https://evil.example) @x",
      kind: "metric",
      check: {},
      severity: "block",
      outcome: "fail",
      why: "w",
    });
    const report: GateReport = reportOf("compare-models", [evil]);
    const comment = renderComment(
      [report],
      at(FIRST, { repositoryUrl: "https://github.example/acme/model" }),
    );
    const [, query = ""] =
      /\[propose a waiver\]\(https:\/\/github\.example\/acme\/model\/issues\/new\?([^)]*)\)/.exec(comment) ??
      [];
    expect(new URLSearchParams(query).get("body")).toContain(
      "- compare-models.employment: a)](https://evil.example) @x",
    );
    expect(
      renderComment([validData], at(FIRST, { repositoryUrl: "https://github.example/a/b" })),
    ).not.toContain("waiver");
  });
});

describe("readState", () => {
  it("reads what it wrote", () => {
    const state = readState(renderComment([worseModel], at(FIRST)));
    expect(state.sections.map(({ gate, verdict, open }) => [gate, verdict, open])).toEqual([
      ["compare-models", "fail", ["roc_auc/max-drop", "accuracy/min"]],
    ]);
  });

  it("survives any state, and renders it inert", () => {
    const encoded = (value: unknown): string =>
      `<!-- ml-gates:v1:x -->\n<!-- ml-gates-state:v1:${Buffer.from(JSON.stringify(value) ?? "").toString("base64")} -->`;
    const part = fc.oneof(
      fc.jsonValue(),
      fc.record({
        name: fc.string(),
        verdict: fc.constant("fail"),
        commit: fc.string(),
        digest: fc.string(),
        open: fc.array(fc.string()),
      }),
    );
    const anyState = fc.record({ sections: fc.array(part), pushes: fc.array(part) });
    fc.assert(
      fc.property(fc.oneof(anyState, fc.jsonValue()), (value) => {
        const body = encoded(value);
        expect(renderComment([validData], at(FIRST), { standing: body }).match(/<!--/g)).toHaveLength(2);
      }),
    );
  });

  it("is part of the budget", () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      reportJudgement(
        { ...validData, gate: { id: `gate-${index}`, key: "k".repeat(200), mode: null } },
        { toolVersion: "1", run: validData.run, inconclusive: "warn" },
      ),
    );
    expect(Buffer.byteLength(renderComment(many, at(FIRST)))).toBeLessThanOrEqual(60_000);
  });
});
