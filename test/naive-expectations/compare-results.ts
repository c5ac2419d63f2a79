/**
 * One table and some expectations, evaluated by the plan and by the naive interpreter, side by side.
 *
 * @module
 */
import type { SqlEngine } from "@ml-gates/engines";
import { type Evaluated, evaluateSuite, parseSuite, planSuite } from "@ml-gates/expectations";
import { querySuite } from "../../actions/validate-data/src/query-suite.ts";
import { writeTable } from "./arbitrary-table.ts";
import { type Asked, interpret } from "./interpret.ts";
import type { NaiveTable, Outcome } from "./naive-table.ts";
import { writeCondition } from "./row-condition.ts";

/** What both say of one expectation, in the same terms. */
export interface Compared {
  readonly planned: object;
  readonly interpreted: object;
}

/** Evaluates a suite both ways. */
export async function compareResults(
  engine: SqlEngine,
  naive: NaiveTable,
  asked: readonly Asked[],
): Promise<readonly Compared[]> {
  const results = await evaluate(engine, naive, asked);
  return asked.map((each, index) => {
    const outcome = interpret(each, naive);
    return { planned: facts(results[index], outcome), interpreted: normal(outcome) };
  });
}

/** An expectation as a suite writes it. */
export function writeAsked({ name, kwargs, condition, form, generation }: Asked): object {
  const key = generation === "1.x" ? "type" : "expectation_type";
  const domain = condition === null ? {} : writeCondition(condition, form);
  return { [key]: name, kwargs: { ...kwargs, ...domain } };
}

async function evaluate(
  engine: SqlEngine,
  naive: NaiveTable,
  asked: readonly Asked[],
): Promise<readonly Evaluated[]> {
  const suite = parseSuite(JSON.stringify({ expectations: asked.map(writeAsked) }), "random.json");
  const { sql, table } = writeTable(naive, "random");
  for (const statement of sql) await engine.query(statement);
  const plan = planSuite(suite, table);
  return evaluateSuite(plan, await querySuite(engine, plan));
}

/** The observed value is compared where the interpreter has one. */
function facts(result: Evaluated | undefined, outcome: Outcome): object {
  if (result === undefined) throw new RangeError("there is no result");
  const { success, exception, counts, observed, samples } = result;
  return {
    success,
    raised: exception !== null,
    elements: counts?.elements ?? null,
    missing: counts?.missing ?? null,
    unexpected: counts?.unexpected ?? null,
    rows: samples.map(({ row }) => row),
    observed: outcome.observed === null ? null : rounded(valuesIn(observed)),
  };
}

function normal(outcome: Outcome): object {
  return { ...outcome, observed: rounded(outcome.observed) };
}

function valuesIn(observed: Evaluated["observed"]): unknown {
  return typeof observed === "object" && observed !== null && "values" in observed
    ? observed["values"]
    : observed;
}

/** At nine digits; whole numbers beyond 2^53 may come as text, and JSON has no infinity. */
function rounded(observed: unknown): unknown {
  if (Array.isArray(observed)) return observed.map(rounded);
  if (typeof observed === "bigint") return rounded(Number(observed));
  if (typeof observed === "string" && /^-?\d{16,}$/.test(observed)) return rounded(Number(observed));
  if (typeof observed !== "number") return observed;
  return Number.isFinite(observed) ? Number((observed + 0).toPrecision(9)) : null;
}
