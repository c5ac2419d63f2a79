/**
 * From a suite's answers to one finding per expectation.
 *
 * @module
 */
import { type Effect, type Finding, finding, type Outcome, roundJudged, type Sample } from "@ml-gates/gate";
import { type Answers, askId, SAMPLE_ROWS } from "@ml-gates/queries";
import { evaluateSuite } from "./evaluate-suite.ts";
import { identifyExpectations } from "./identify-expectations.ts";
import { ROW_COUNT, type SuitePlan } from "./plan-suite.ts";
import { countOf, type Evaluated } from "./question.ts";
import { roundExactly } from "./round-exactly.ts";
import type { Expectation } from "./suite.ts";

/**
 * Judges a suite. An expectation that met an exception is `not-evaluable`. A table without rows is
 * `inconclusive: no-rows`, whatever vacuously holds for it, unless the suite bounds the number of rows.
 *
 * @example
 * judgeSuite(planSuite(parseSuite('{"expectations": [{"type": "expect_table_row_count_to_equal", "kwargs": {"value": 3}}]}', "s.json"), { from: "t", columns: [], rowNumber: "r" }), new Map([["count(*)", { value: 3 }]]))[0].why; // => "The number of rows is 3; wanted: 3."
 */
export function judgeSuite(plan: SuitePlan, answers: Answers): readonly Finding[] {
  const ids = identifyExpectations(plan);
  const rows = answers.get(askId(ROW_COUNT));
  const empty = rows !== undefined && "value" in rows && countOf(rows.value) === 0;
  return evaluateSuite(plan, answers).flatMap((evaluated, index) => {
    const planned = plan.planned[index];
    if (planned === undefined) return [];
    const withoutRows = empty && !plan.boundsRows && !failsByShape(evaluated, planned.question.asks);
    return [
      judge(
        ids[index] ?? "",
        planned.expectation,
        withoutRows ? inconclusive(evaluated) : outcome(evaluated),
      ),
    ];
  });
}

type Judged = Pick<Finding, "outcome" | "reason"> & { readonly evaluated: Evaluated };

function judge(id: string, expectation: Expectation, { evaluated, ...judged }: Judged): Finding {
  const { name, kwargs, severity, source } = expectation;
  return finding({
    id,
    kind: "expectation",
    check: { type: name, kwargs },
    severity,
    source,
    ...judged,
    observed: observedOf(evaluated),
    effect: effectOf(evaluated),
    n: evaluated.counts?.tested ?? null,
    samples: judged.outcome === "pass" ? [] : samplesOf(evaluated),
    why: evaluated.why,
    remedy: judged.outcome === "pass" ? null : evaluated.remedy,
  });
}

/** A result JSON lists more rows than a reviewer reads. */
function samplesOf({ samples }: Evaluated): readonly Sample[] {
  return samples.slice(0, SAMPLE_ROWS).map(({ row, value }) => ({ row, value }));
}

function outcome(evaluated: Evaluated): Judged {
  const word: Outcome = evaluated.success ? "pass" : evaluated.exception === null ? "fail" : "not-evaluable";
  return { outcome: word, reason: evaluated.exception === null ? null : "exception", evaluated };
}

function inconclusive(evaluated: Evaluated): Judged {
  const remedy = "Find out why the data holds no rows; bound the row count in the suite if that may be.";
  const told = { ...evaluated, why: `The table has no rows. ${evaluated.why}`, remedy };
  return { outcome: "inconclusive", reason: "no-rows", evaluated: told };
}

/** A wrong column is wrong with or without rows. */
function failsByShape(evaluated: Evaluated, asks: object): boolean {
  return !evaluated.success && (evaluated.exception !== null || Object.keys(asks).length === 0);
}

function observedOf({ counts, observed }: Evaluated): number | null {
  if (counts !== null) return shareOf(counts);
  return typeof observed === "number" ? roundExactly(observed) : null;
}

function effectOf({ counts, observed }: Evaluated): Effect | null {
  const none = { low: null, high: null, confidence: null };
  if (counts !== null) return { kind: "fraction", value: shareOf(counts), ...none };
  return typeof observed === "number" ? { kind: "value", value: roundExactly(observed), ...none } : null;
}

function shareOf({ unexpected, tested }: NonNullable<Evaluated["counts"]>): number | null {
  return tested === 0 ? null : roundJudged(unexpected / tested);
}
