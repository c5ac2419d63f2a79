/**
 * Samples rows of both sides and measures how well a model tells them apart.
 *
 * @module
 */
import { type DomainAuc, measureDomainAuc } from "@ml-gates/drift";
import type { OpenedTable, SqlEngine } from "@ml-gates/engines";
import { planRowSample } from "@ml-gates/queries";
import type { Counted, Sides } from "./count-columns.ts";

const SAMPLED_ROWS = 5000;

/** Of the columns that could be counted; null where there are none. Every n-th row, so the answer is the same each time. */
export async function classifyRows(
  engine: SqlEngine,
  tables: Sides<OpenedTable>,
  counted: Counted | undefined,
): Promise<DomainAuc | null> {
  const names = new Set(
    counted?.distributions.flatMap(({ name, role }) => (role === "feature" ? [name] : [])),
  );
  const columns = (counted?.settled ?? []).filter(({ name }) => names.has(name));
  if (columns.length === 0) return null;
  const sample = async (side: keyof Sides<OpenedTable>) => {
    const table = tables[side];
    const every = Math.max(1, Math.floor(table.rows / SAMPLED_ROWS));
    const plan = planRowSample({ table, columns: columns.map(({ option }) => option[side]), every });
    return plan.read(await engine.query(plan.sql));
  };
  const [reference, current] = [await sample("reference"), await sample("current")];
  return measureDomainAuc(
    columns.map(({ name }, index) => ({
      name,
      values: [...(reference[index] ?? []), ...(current[index] ?? [])],
    })),
    reference[0]?.length ?? 0,
  );
}
