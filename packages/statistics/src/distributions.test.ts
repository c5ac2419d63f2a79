import { describe, expect, it } from "vitest";
import { expectClose, itAgrees, readOracle } from "../contract/oracle.ts";
import { logBinomialDensity, type Outcome } from "./binomial-density.ts";
import {
  betaQuantile,
  chiSquareCritical,
  chiSquareSurvival,
  logGamma,
  studentQuantile,
  studentSurvival,
} from "./index.ts";

describe("distributions, tails as tails, agree with mpmath and SciPy", () => {
  const cases = readOracle<{
    chiSquareSurvival: { x: number; degrees: number; p: number }[];
    chiSquareCritical: { tail: number; degrees: number; x: number }[];
    studentSurvival: { t: number; degrees: number; p: number }[];
    studentQuantile: { p: number; degrees: number; t: number }[];
    betaQuantile: { p: number; alpha: number; beta: number; x: number }[];
    logGamma: { x: number; value: number }[];
    logBinomialDensity: (Outcome & { log: number })[];
  }>("distributions");
  itAgrees("chi-square's tail", cases.chiSquareSurvival, ({ x, degrees, p }) =>
    expectClose(chiSquareSurvival(x, degrees), p),
  );
  itAgrees("chi-square's critical value", cases.chiSquareCritical, ({ tail, degrees, x }) =>
    expectClose(chiSquareCritical(tail, degrees), x),
  );
  itAgrees("Student's tail", cases.studentSurvival, ({ t, degrees, p }) =>
    expectClose(studentSurvival(t, degrees), p),
  );
  itAgrees("Student's quantile", cases.studentQuantile, ({ p, degrees, t }) =>
    expectClose(studentQuantile(p, degrees), t),
  );
  itAgrees("beta's quantile", cases.betaQuantile, ({ p, alpha, beta, x }) =>
    expectClose(betaQuantile(p, { alpha, beta }), x),
  );
  itAgrees("log gamma", cases.logGamma, ({ x, value }) => expectClose(logGamma(x), value));
  // A density is e to the power of this: the difference counts, not the ratio.
  itAgrees("the binomial density", cases.logBinomialDensity, ({ log, ...outcome }) =>
    expectClose(Math.exp(logBinomialDensity(outcome) - log), 1),
  );
});

describe("at the ends", () => {
  it("nothing lies beyond infinity, everything above minus infinity", () => {
    expect(chiSquareSurvival(Number.POSITIVE_INFINITY, 2)).toBe(0);
    expect(studentSurvival(Number.POSITIVE_INFINITY, 2)).toBe(0);
    expect(studentSurvival(Number.NEGATIVE_INFINITY, 2)).toBe(1);
    expect([studentQuantile(0, 3), studentQuantile(1, 3)]).toEqual([
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ]);
  });
});
