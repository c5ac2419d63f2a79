/**
 * Reads the behaviour cases, and what the candidate predicts for their rows.
 *
 * @module
 */
import type { Evidence, Finding } from "@ml-gates/gate";
import { judgeBehaviour, listKeys, parseCases } from "@ml-gates/metrics";
import { planNamedPredictions } from "@ml-gates/queries";
import { type ActionHost, type Gate, openEngine } from "@ml-gates/runner";

/** The judged cases, with the origin the report states. */
export interface GatheredBehaviour {
  readonly findings: readonly Finding[];
  readonly evidence: readonly Evidence[];
}

/**
 * Nothing when the gate file names no cases. The cases are policy, so the base's decide; the rows are the candidate's.
 *
 * @throws InputError with every line that is no case; EvidenceError when a file cannot be read.
 */
export async function gatherBehaviour(host: ActionHost, gate: Gate): Promise<GatheredBehaviour> {
  const { predictions, engine: settings } = gate.file;
  if (predictions === null || predictions.behaviour === null) return { findings: [], evidence: [] };
  const { columns, behaviour, candidate } = predictions;
  const { path, text, digest } = await gate.readPolicyFile(behaviour.cases);
  const cases = parseCases(text, path);
  const engine = await openEngine(host, settings);
  try {
    const table = await engine.open({ path: candidate });
    const { sql, read } = planNamedPredictions({ table, columns, by: [] }, listKeys(cases));
    const rows = read(await engine.query(sql));
    return {
      findings: judgeBehaviour({ ...behaviour, cases, rows }),
      evidence: [{ role: "behaviour", uri: path, digest, version: null, rows: cases.length }],
    };
  } finally {
    engine.close();
  }
}
