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
    observed: outcome.observed === null ? null : settle(plain(valuesIn(observed)), plain(outcome.observed)),
  };
}

function normal(outcome: Outcome): object {
  return { ...outcome, observed: plain(outcome.observed) };
}

/** Quantiles come with the shares they are of. */
function valuesIn(observed: Evaluated["observed"]): unknown {
  if (typeof observed !== "object" || observed === null || Array.isArray(observed)) return observed;
  return "values" in observed ? observed["values"] : observed;
}

/** Whole numbers beyond 2^53 may come as text, and JSON has no infinity. */
function plain(observed: unknown): unknown {
  if (Array.isArray(observed)) return observed.map(plain);
  if (typeof observed === "bigint") return plain(Number(observed));
  if (typeof observed === "string" && /^-?(?:\d{16,}|Infinity)$/.test(observed))
    return plain(Number(observed));
  if (typeof observed !== "number") return observed;
  return Number.isFinite(observed) ? observed + 0 : null;
}

/** The interpreter's number where the plan's is the same but for its last digits. */
function settle(planned: unknown, interpreted: unknown): unknown {
  if (Array.isArray(planned) && Array.isArray(interpreted)) {
    return planned.map((each, index) => settle(each, interpreted[index]));
  }
  if (typeof planned !== "number" || typeof interpreted !== "number") return planned;
  return Math.abs(planned - interpreted) <= 1e-9 * Math.max(1, Math.abs(interpreted)) ? interpreted : planned;
}
