/**
 * The groups that drift is judged in, beside all rows.
 *
 * @module
 */
import type { Slice } from "@ml-gates/drift";
import type { OpenedTable, SqlEngine } from "@ml-gates/engines";
import { EvidenceError, quote } from "@ml-gates/gate";
import { categoryColumn, planCategoryCounts } from "@ml-gates/queries";
import type { Sides } from "./count-columns.ts";

const MOST_GROUPS = 50;

/** Groups of either side, by column and then in text order. */
export async function listGroups(
  engine: SqlEngine,
  tables: Sides<OpenedTable>,
  by: readonly string[],
): Promise<readonly Slice[]> {
  const slices: Slice[] = [];
  for (const name of by) {
    const values = new Set<string>();
    for (const table of [tables.reference, tables.current]) {
      const column = table.columns.find((each) => each.name === name);
      if (column === undefined) continue;
      const plan = planCategoryCounts(table, [categoryColumn(column)]);
      const [counts] = plan.read(await engine.query(plan.sql));
      for (const value of counts?.keys() ?? []) values.add(value);
    }
    if (values.size > MOST_GROUPS) throw tooManyGroups(name, values.size);
    slices.push(...[...values].sort().map((value) => ({ column: name, value })));
  }
  return slices;
}

function tooManyGroups(name: string, groups: number): EvidenceError {
  const message = `${quote(name)} has ${groups} groups, more than ${MOST_GROUPS}: no group would have the rows to be judged.`;
  const remedy = `Write a binned column beside it, such as \`floor(${name} / 10) * 10\` in SQL or \`pandas.cut(df["${name}"], 10)\`, and name that under \`by\`.`;
  return new EvidenceError([{ message, remedy }]);
}
