import { describe, expect, it } from "vitest";
import { judgeDomainAuc } from "./classifier/domain-auc.ts";
import { judgeSkew } from "./judge-skew.ts";
import { judgeConcept } from "./performance/judge-concept.ts";

describe("an open finding says how many rows would settle it, by hand", () => {
  it("for the domain classifier", () => {
    const measured = { auc: 0.62, p: 0.2, rows: { reference: 100, current: 100 }, tells: [] };
    const found = judgeDomainAuc(measured, 0.6);
    // Of 50 against 50 rows the area's error is sqrt(101 / 30000) = 0.0580; z is 1.96 for two halves at 5 %.
    expect(found).toMatchObject({ outcome: "inconclusive", requiredN: 259 });
    expect(found.detectable).toBeCloseTo(0.5 + (1.959964 + 0.84) * 0.058023, 5);
    expect(judgeDomainAuc({ ...measured, p: 0.001 }, 0.6).requiredN).toBeNull();
  });

  it("for concept drift", () => {
    // 400 · (1.959964 · 0.06 / 0.05)² = 2212.7
    const change = { change: 0.1, standardError: 0.06, p: 0.09, rows: 400 };
    expect(judgeConcept({ concept: 0.05 }, change)).toMatchObject({
      outcome: "inconclusive",
      requiredN: 2213,
    });
  });

  it("for skew", () => {
    const counts = { column: "a", different: 1, beyond: 1 };
    const facts = {
      ...{ joined: 50, onlyOffline: 0, onlyOnline: 0, duplicated: { offline: 0, online: 0 } },
      columns: [counts],
    };
    const section = { max: 0.01, tolerance: 0 } as Parameters<typeof judgeSkew>[0];
    const [found] = judgeSkew(section, facts, null);
    // One of 50 is 0.01 beyond 0.01: 50 · (1.644854 · sqrt(0.0099 / 50) / 0.01)² = 267.8
    expect(found).toMatchObject({ outcome: "inconclusive", requiredN: 268 });
  });

  it("and leakage is open where times are missing", () => {
    const facts = {
      joined: 1,
      onlyOffline: 0,
      onlyOnline: 0,
      duplicated: { offline: 0, online: 0 },
      columns: [],
    };
    const leakage = (untimed: number) =>
      judgeSkew({ max: 0.01, tolerance: 0 } as Parameters<typeof judgeSkew>[0], facts, {
        ...{ rows: 9, late: 0, untimed },
      }).at(-1);
    expect(leakage(0)?.outcome).toBe("pass");
    expect(leakage(8)).toMatchObject({ outcome: "inconclusive", reason: "times-missing" });
    expect(leakage(9)).toMatchObject({ outcome: "not-evaluable", reason: "no-times" });
  });
});
