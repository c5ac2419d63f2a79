/**
 * detect-drift: has the data, the label or the prediction moved away from the reference?
 *
 * This file wires and decides nothing: parse, gather, judge; the boundary tells.
 *
 * @module
 */
import {
  asksRetraining,
  type JudgedWindows,
  judgeDrift,
  judgePeer,
  reportNoRows,
  summarizeDrift,
} from "@ml-gates/drift";
import type { SqlEngine } from "@ml-gates/engines";
import { type DriftSection, type GateFile, InputError, type Judgement } from "@ml-gates/gate";
import { type Action, type ActionHost, type ActionResult, openEngine, readGate } from "@ml-gates/runner";
import { compareFeatures } from "./compare-features.ts";
import { compareTables } from "./compare-tables.ts";
import { INPUTS } from "./inputs.ts";
import { judgePerformance } from "./judge-performance.ts";

/** Has the current data moved away from the reference? */
export const detectDrift: Action = { id: "detect-drift", inconclusive: "warn", run };

async function run(host: ActionHost): Promise<ActionResult> {
  const gate = await readGate(host, INPUTS);
  const section = requireSection(gate.file);
  const engine = await openEngine(host, gate.file.engine);
  try {
    const { findings, measurements, evidence } = await judgeParts(engine, section);
    return {
      inconclusive: gate.file.inconclusive,
      outputs: { retrain: String(asksRetraining(section, findings)) },
      judgements: [
        {
          gate: { id: "detect-drift", key: gate.file.model, mode: "screen" },
          summary: summarizeDrift(findings),
          subject: gate.subject,
          policy: gate.policy,
          evidence,
          findings,
          measurements,
        },
      ],
    };
  } finally {
    engine.close();
  }
}

type Parts = Pick<Judgement, "findings" | "measurements" | "evidence">;

/** One part after the other: each takes the engine's whole memory. */
async function judgeParts(engine: SqlEngine, section: DriftSection): Promise<Parts> {
  const columns = await judgeColumns(engine, section);
  const skew = section.skew === null ? null : await compareFeatures(engine, section.skew);
  const { performance } = section;
  const judged = performance === null ? null : await judgePerformance(engine, performance);
  const parts = [columns, skew, judged].filter((part) => part !== null);
  return {
    findings: parts.flatMap(({ findings }) => findings),
    evidence: parts.flatMap(({ evidence }) => evidence),
    measurements: measured(columns, judged?.windows ?? []),
  };
}

function measured(columns: Parts | null, windows: JudgedWindows["windows"]): Parts["measurements"] {
  const measurements = columns?.measurements ?? null;
  if (windows.length === 0) return measurements;
  return { schema: "drift/1", data: { ...measurements?.data, windows } };
}

async function judgeColumns(engine: SqlEngine, section: DriftSection): Promise<Parts | null> {
  const { reference, current } = section;
  if (reference === null || current === null) return null;
  const compared = await compareTables(engine, { ...section, reference, current });
  const bare = compared.evidence.filter(({ rows }) => rows === 0).map(({ uri }) => uri);
  if (bare.length > 0)
    return { findings: [reportNoRows(bare)], measurements: null, evidence: compared.evidence };
  const judged =
    compared.peer === null ? judgeDrift(section, compared) : judgePeer(compared.peer, compared, section);
  return { ...judged, evidence: compared.evidence };
}

function requireSection({ drift }: GateFile): DriftSection {
  if (drift !== null) return drift;
  const message = "The gate file has no `drift`, and no input stands for it: there is nothing to compare.";
  const remedy = "Add `drift` with `reference` and `current`, or the inputs of these names.";
  throw new InputError([{ message, remedy }]);
}
