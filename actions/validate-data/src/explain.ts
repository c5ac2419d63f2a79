/**
 * What `explain` prints: every statement that was run, and how often each reads the table.
 *
 * @module
 */
import type { SqlEngine } from "@ml-gates/engines";
import type { Table } from "@ml-gates/queries";

/** Statements run on one table. */
export interface Explanation {
  /** The same engine, which remembers what it is asked. */
  readonly engine: SqlEngine;
  /** The statements and their scans, as lines for the log. */
  tell(): readonly string[];
}

const OWN = "the suite's own query";

/** Listens to an engine. The statements are told as they ran, those of a check that failed included. */
export function explainStatements(engine: SqlEngine, { from }: Table): Explanation {
  const statements: { readonly sql: string; readonly scans: number | null }[] = [];
  const listening: SqlEngine = {
    ...engine,
    get statements() {
      return engine.statements;
    },
    query: (sql, firstRows) => {
      statements.push({ sql, scans: sql.split(from).length - 1 });
      return engine.query(sql, firstRows);
    },
    queryUntrusted: (sql, scope) => {
      statements.push({ sql, scans: null });
      return engine.queryUntrusted(sql, scope);
    },
  };
  return {
    engine: listening,
    tell: () => {
      const total = statements.reduce((sum, { scans }) => sum + (scans ?? 0), 0);
      return [
        `${tellNumber(statements.length, "statement")}, ${tellNumber(total, "scan")} of the table:`,
        ...statements.map(
          ({ sql, scans }) => `[${scans === null ? OWN : tellNumber(scans, "scan")}] ${sql};`,
        ),
      ];
    },
  };
}

function tellNumber(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
