/**
 * Reads attributions beside the scores they explain, and the baseline's, and has them judged.
 *
 * @module
 */
import type { SqlEngine } from "@ml-gates/engines";
import { judgeExplanations, listImportances, readAttributions } from "@ml-gates/fairness";
import {
  type Evidence,
  EvidenceError,
  type ExplanationsSection,
  type FairnessSection,
  type Finding,
  InputError,
  type JsonValue,
  type PredictionsSection,
} from "@ml-gates/gate";
import { type AttributionsTable, planAttributions, planImportances, type QueryPlan } from "@ml-gates/queries";
import { fetchBaseline } from "@ml-gates/runner";
import type { Surroundings } from "./gather-evidence.ts";

/** Empty where no explanations are named. */
export interface Audit {
  readonly findings: readonly Finding[];
  readonly evidence: readonly Evidence[];
  readonly measured: Readonly<Record<string, JsonValue>>;
}

/** @throws EvidenceError when a file of attributions cannot be read: then the gate did not run. */
export async function auditExplanations(
  surroundings: Surroundings,
  { explanations }: FairnessSection,
): Promise<Audit> {
  if (explanations === null) return { findings: [], evidence: [], measured: {} };
  const { predictions } = surroundings.gate;
  if (predictions === null || predictions.columns.score === null) {
    const message = "`explanations` need the column `score`, which `predictions.columns` does not name.";
    throw new InputError([{ message, remedy: "Add `score`: the number that the attributions add up to." }]);
  }
  return await audit(surroundings, explanations, predictions);
}

async function audit(
  { host, gate, engine }: Surroundings,
  explanations: ExplanationsSection,
  { candidate, columns }: PredictionsSection,
): Promise<Audit> {
  const { candidate: uri, baseValue, tolerance, top } = explanations;
  const meaning = { key: columns.key, baseValue };
  const scored = { table: await engine.open({ path: candidate }), columns, by: [] };
  const own = await openAttributions(engine, { uri, path: uri, version: null }, meaning);
  const facts = await ask(engine, planAttributions(own.attributions, { predictions: scored, tolerance }));
  const source = explanations.baseline;
  const fetched = source === null ? null : await fetchBaseline(host, gate, { source, which: "predictions" });
  const other =
    fetched === null || "absent" in fetched ? fetched : await openAttributions(engine, fetched, meaning);
  const opened = other !== null && "attributions" in other ? other : null;
  const baseline =
    opened === null
      ? (other as { absent: string } | null)
      : await ask(engine, planImportances(opened.attributions));
  return {
    findings: judgeExplanations(explanations, { uri, facts, baseline }),
    evidence: [
      describe("attributions", own),
      ...(opened === null ? [] : [describe("baseline-attributions", opened)]),
    ],
    measured: { explanations: { importances: listImportances(facts.importances, top) } },
  };
}

interface OpenedAttributions extends Omit<Evidence, "role"> {
  readonly attributions: AttributionsTable;
}

async function openAttributions(
  engine: SqlEngine,
  { uri, path, version }: { readonly uri: string; readonly path: string; readonly version: string | null },
  meaning: { readonly key: string; readonly baseValue: string | number },
): Promise<OpenedAttributions> {
  const table = await engine.open({ path });
  const { attributions, problems } = readAttributions(uri, { table, ...meaning });
  if (attributions === null) throw new EvidenceError(problems);
  return { attributions, uri, version, digest: table.digest, rows: table.rows };
}

async function ask<Facts>(engine: SqlEngine, { sql, read }: QueryPlan<Facts>): Promise<Facts> {
  return read(await engine.query(sql));
}

function describe(role: string, { uri, digest, version, rows }: OpenedAttributions): Evidence {
  return { role, uri, digest, version, rows };
}
