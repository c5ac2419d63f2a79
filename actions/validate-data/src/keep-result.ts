/**
 * The result JSON of one data section, where the section asks for one.
 *
 * @module
 */
import type { OpenedTable, SqlEngine } from "@ml-gates/engines";
import {
  type Evaluated,
  evaluateSuite,
  planValueCounts,
  renderValidationResult,
  type Suite,
  type SuitePlan,
  type ValidationFacts,
} from "@ml-gates/expectations";
import { type DataSection, EvidenceError } from "@ml-gates/gate";
import { type Answers, type CountedValue, readCounts } from "@ml-gates/queries";
import { type ActionHost, TOOL_VERSION } from "@ml-gates/runner";
import { writeResult } from "./write-result.ts";

/** A data section that has been queried. */
export interface Queried {
  readonly host: ActionHost;
  readonly section: DataSection;
  readonly table: OpenedTable;
  readonly suite: Suite;
  readonly plan: SuitePlan;
  readonly answers: Answers;
}

/** Writes the result JSON; does nothing when no path was given. */
export async function keepResult(engine: SqlEngine, queried: Queried): Promise<void> {
  const { host, section, suite, plan, answers } = queried;
  if (section.resultPath === null) return;
  const evaluated = evaluateSuite(plan, answers);
  const valueCounts = await countValues(engine, queried, evaluated);
  const result = renderValidationResult(suite, evaluated, { ...factsOf(queried), valueCounts });
  await writeResult(host, section.resultPath, result);
}

/** A value that cannot be counted is none: the counts of the listed rows then stand, and say so. */
async function countValues(
  engine: SqlEngine,
  { section, plan }: Queried,
  evaluated: readonly Evaluated[],
): Promise<ReadonlyMap<number, readonly CountedValue[]>> {
  const counts = new Map<number, readonly CountedValue[]>();
  if (section.resultFormat === "BOOLEAN_ONLY" || section.resultFormat === "BASIC") return counts;
  for (const { index, sql } of planValueCounts(plan, evaluated)) {
    try {
      counts.set(index, readCounts(await engine.query(sql)));
    } catch (error) {
      if (!(error instanceof EvidenceError)) throw error;
    }
  }
  return counts;
}

function factsOf({ host, section, table }: Queried): ValidationFacts {
  const { resultFormat, indexColumns, parameters, path, name } = section;
  return {
    format: resultFormat,
    columns: table.columns,
    indexColumns,
    parameters,
    run: {
      toolVersion: TOOL_VERSION,
      data: path,
      dataName: name,
      digest: table.digest,
      startedAt: host.now().toISOString(),
    },
  };
}
