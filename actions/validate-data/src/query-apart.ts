/**
 * Runs a query that a suite brings along, apart from everything else.
 *
 * @module
 */
import type { OpenedTable, SqlEngine } from "@ml-gates/engines";
import { EvidenceError, quote } from "@ml-gates/gate";
import type { Answer, QueryAsk } from "@ml-gates/queries";

/** The declared tables that a suite's own queries may see, by name; each is opened when it is first named. */
export interface DeclaredTables {
  readonly names: readonly string[];
  open(name: string): Promise<OpenedTable>;
}

/** What a query sees: the table that is validated as `batch`, and those it names. */
export interface Sight {
  readonly batch: OpenedTable;
  readonly tables: DeclaredTables;
}

const TIME_LIMIT_SECONDS = 60;

/** The rows of a query; whatever is refused, fails or lasts too long is the failure of that query alone. */
export async function queryApart(engine: SqlEngine, ask: QueryAsk, sight: Sight): Promise<Answer> {
  const unknown = ask.tables.find((name) => !sight.tables.names.includes(name));
  if (unknown !== undefined) return { failure: tellUnknown(unknown, sight.tables.names) };
  try {
    const tables: Record<string, OpenedTable> = { batch: sight.batch };
    for (const name of namesIn(ask, sight.tables.names)) tables[name] ??= await sight.tables.open(name);
    const rows = await engine.queryUntrusted(ask.sql, { tables, timeLimitSeconds: TIME_LIMIT_SECONDS });
    return { value: rows };
  } catch (error) {
    if (!(error instanceof EvidenceError)) throw error;
    return { failure: error.problems[0]?.message ?? error.message };
  }
}

/** A table costs its reading, so only those are opened whose name stands in the query, whatever it means there. */
function namesIn({ sql, tables }: QueryAsk, names: readonly string[]): readonly string[] {
  const text = sql.toLowerCase();
  return names.filter((name) => tables.includes(name) || text.includes(name.toLowerCase()));
}

function tellUnknown(name: string, names: readonly string[]): string {
  const known =
    names.length === 0
      ? "none is declared"
      : `declared are ${names
          .slice(0, 20)
          .map((each) => quote(each))
          .join(", ")}`;
  return `There is no table ${quote(name)}: ${known} in the gate file's data.`;
}
