/**
 * validate-data: stops a merge when the rows are not fit to train or score on.
 *
 * @module
 */
import type { OpenedTable, SqlEngine } from "@ml-gates/engines";
import { judgeMisfits, judgeSuite, measureSuite, renderSuiteSummary } from "@ml-gates/expectations";
import type { Evidence, Judgement, Measurements } from "@ml-gates/gate";
import { type Action, type ActionHost, type Gate, openEngine, readGate } from "@ml-gates/runner";
import { type BaseComparison, compareBase } from "./compare-base.ts";
import { declareTables, type SectionTables } from "./declare-tables.ts";
import { INPUTS } from "./inputs.ts";
import { keepResult } from "./keep-result.ts";
import { querySection } from "./query-section.ts";
import { type Entry, readSuites } from "./read-suites.ts";
import { watchScan } from "./watch-scan.ts";

const ID = "validate-data";

/** Judges every data section of the gate file by its suite, one report each. */
export const validateData: Action = {
  id: ID,
  inconclusive: "warn",
  run: async (host) => {
    const gate = await readGate(host, INPUTS);
    // It starts on another thread, while the suites are read.
    const engine = openEngine(host, gate.file.engine);
    const judgements = await closing(engine, async () => {
      const suites = await readSuites(gate, host.now());
      return validate({ host, gate, engine: await engine }, suites);
    });
    return { judgements, inconclusive: gate.file.inconclusive, rules: gate.file };
  },
};

/** What the work gives or throws, once the engine is closed; that it did not open is for the work to meet. */
async function closing<Result>(opening: Promise<SqlEngine>, work: () => Promise<Result>): Promise<Result> {
  const opened = opening.catch(() => null);
  try {
    return await work();
  } finally {
    (await opened)?.close();
  }
}

interface Running {
  readonly host: ActionHost;
  readonly gate: Gate;
  readonly engine: SqlEngine;
}

async function validate(running: Running, entries: readonly Entry[]): Promise<readonly Judgement[]> {
  const judgements = [];
  const tables = declareTables(running.engine, running.gate.file.data);
  for (const entry of entries) judgements.push(await validateEntry({ ...running, tables }, entry));
  return judgements;
}

interface Validating extends Running {
  readonly tables: SectionTables;
}

async function validateEntry({ host, gate, engine, tables }: Validating, entry: Entry): Promise<Judgement> {
  const { section, suite } = entry;
  const { path } = section;
  const { table, plan, answers, explanation } = await watchScan({ host, engine, section }, () =>
    querySection({ engine, tables, section, suite }),
  );
  await keepResult(explanation.engine, { host, section, table, suite, plan, answers });
  if (host.inputs["explain"] === "true") for (const line of explanation.tell()) host.log(line);
  const base = await compareBase(engine, { host, gate, section, table });
  const findings = [...judgeMisfits(table.misfits, section.source), ...judgeSuite(plan, answers)];
  return {
    gate: { id: ID, key: entry.key, mode: null },
    summary: renderSuiteSummary(section.name, findings, table.rows) + tellChange(base),
    subject: gate.subject,
    policy: gate.policy,
    evidence: [dataEvidence(path, table), base?.evidence, entry.evidence].filter((each) => each != null),
    findings:
      entry.evidence === null ? findings.map((each) => ({ ...each, source: section.source })) : findings,
    measurements: withDiff(measureSuite(plan, answers, table.rows), base),
  };
}

/** What explains a failure best is often what changed. */
function tellChange(base: BaseComparison | null): string {
  const [cause] = base?.diff.causes ?? [];
  return cause === undefined ? "" : `; since its base: ${cause.why}`;
}

function withDiff({ schema, data }: Measurements, base: BaseComparison | null): Measurements {
  return { schema, data: base === null ? data : { ...data, diff: { ...base.diff } } };
}

function dataEvidence(uri: string, { digest, rows }: OpenedTable): Evidence {
  return { role: "data", uri, digest, version: null, rows };
}
