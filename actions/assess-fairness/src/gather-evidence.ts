/**
 * Opens the predictions, or a table of counts, and lets the engine count and measure what the checks need.
 *
 * @module
 */

import type { SqlEngine } from "@ml-gates/engines";
import {
  type DisparityLimit,
  type FairnessEvidence,
  findAbsentColumns,
  findBaselineProblems,
  findCountsProblems,
  findCountsTableProblems,
  findMomentProblems,
  findUnnamedColumns,
  listColumns,
  listNeeds,
} from "@ml-gates/fairness";
import {
  type Evidence,
  EvidenceError,
  type FairnessSection,
  type GateFile,
  type Problem,
} from "@ml-gates/gate";
import {
  type GroupedPredictions,
  type Groupings,
  MOST_GROUPS,
  type MomentFamily,
  planAreasByGroup,
  planBinsByGroup,
  planCountsByGroup,
  planCountsTable,
  planCutPoints,
  planMomentsByGroup,
  type QueryPlan,
} from "@ml-gates/queries";
import type { ActionHost } from "@ml-gates/runner";
import { gatherBaseline } from "./gather-baseline.ts";

/** Where facts come from. */
export interface Surroundings {
  readonly host: ActionHost;
  readonly gate: GateFile;
  readonly engine: SqlEngine;
}

/** The parts of the gate file that say what is assessed. */
export interface Assessment {
  readonly fairness: FairnessSection;
  readonly limits: readonly DisparityLimit[];
}

/** What the judge sees, with the origins the report states. */
export interface GatheredEvidence {
  readonly found: FairnessEvidence;
  readonly evidence: readonly Evidence[];
}

const FAMILIES: readonly MomentFamily[] = ["values", "scores", "ranks"];

/** @throws EvidenceError when a file cannot be read, lacks a column, or holds rows that cannot be counted. */
export async function gatherEvidence(
  surroundings: Surroundings,
  assessment: Assessment,
): Promise<GatheredEvidence> {
  const { counts } = assessment.fairness;
  return counts === null
    ? await measurePredictions(surroundings, assessment)
    : await readCounts(surroundings.engine, assessment, counts);
}

function groupingsOf(fairness: FairnessSection): Groupings {
  const { intersections, control, bins } = fairness;
  return { by: listColumns(fairness), intersections, control, bins };
}

async function readCounts(
  engine: SqlEngine,
  { fairness, limits }: Assessment,
  uri: string,
): Promise<GatheredEvidence> {
  const table = await engine.open({ path: uri });
  const groupings = groupingsOf(fairness);
  const { holds, problems } = findCountsTableProblems(uri, { table, ...groupings }, limits);
  refuse(problems);
  const { faulty, ...counts } = await ask(engine, planCountsTable({ table, holds, ...groupings }));
  const columns = { key: "", label: null, prediction: null, score: null, weight: null, positive: "" };
  const cuts = await suggestCuts(engine, table.from, { ...groupings, levels: counts.levels });
  refuse(
    findCountsProblems({ uri, columns, counts, cuts, faulty }, { ...groupings, missing: fairness.missing }),
  );
  const found = {
    counts,
    moments: {},
    bins: [],
    areas: [],
    known: holds,
    baselineAbsent: "counts have no baseline",
  };
  return {
    found,
    evidence: [{ role: "counts", uri, digest: table.digest, version: null, rows: counts.rows }],
  };
}

async function measurePredictions(
  { host, gate, engine }: Surroundings,
  { fairness, limits }: Assessment,
): Promise<GatheredEvidence> {
  const { predictions } = gate;
  if (predictions === null) throw new TypeError("the gate file's rules want predictions");
  const { candidate: uri, columns } = predictions;
  const needs = listNeeds(limits);
  refuse(findUnnamedColumns(columns, needs));
  const table = await engine.open({ path: uri });
  const groupings = groupingsOf(fairness);
  refuse(findAbsentColumns(uri, { table, columns, ...groupings }));
  // Numeric labels are as many cells as rows: they are counted only where a rate is judged.
  const decided = needs.has("decisions") || !needs.has("values");
  const counted = decided ? columns : { ...columns, label: null, prediction: null };
  const own: GroupedPredictions = { table, columns, ...groupings, baseline: null };
  const changes = limits.some(({ judges }) => judges === "change");
  const before = changes
    ? await gatherBaseline({ host, engine, gate, candidate: { uri, predictions: own } })
    : null;
  const grouped = { ...own, baseline: before?.predictions ?? null };
  const counts = await ask(engine, planCountsByGroup({ ...grouped, columns: counted }));
  const cuts = await suggestCuts(engine, table.from, { ...groupings, levels: counts.levels });
  refuse(
    findCountsProblems(
      { uri, columns: counted, counts, cuts, faulty: 0 },
      { ...groupings, missing: fairness.missing },
    ),
  );
  const uris = [uri, ...(before?.evidence ?? []).map((each) => each.uri)];
  refuse(findBaselineProblems(uris[1] ?? uri, { columns: counted, counts }));
  const measured = await measureOthers(engine, { uris, grouped, needs, top: fairness.topK });
  const origin = { role: "predictions", uri, digest: table.digest, version: null, rows: table.rows };
  return {
    found: { counts, ...measured, known: "confusion", baselineAbsent: before?.absent ?? null },
    evidence: [origin, ...(before?.evidence ?? [])],
  };
}

interface Wanted {
  /** The predictions', and the baseline's where there is one. */
  readonly uris: readonly string[];
  readonly grouped: GroupedPredictions;
  readonly needs: ReadonlySet<string>;
  readonly top: number;
}

async function measureOthers(
  engine: SqlEngine,
  { uris, grouped, needs, top }: Wanted,
): Promise<Pick<FairnessEvidence, "moments" | "bins" | "areas">> {
  const moments: Partial<Record<MomentFamily, FairnessEvidence["moments"][MomentFamily]>> = {};
  // Errors of calibration rest on the same probabilities as the means of scores.
  const families = FAMILIES.filter(
    (family) => needs.has(family) || (family === "scores" && needs.has("bins")),
  );
  for (const family of families) {
    const found = await ask(engine, planMomentsByGroup(grouped, { family, top }));
    refuse(findMomentProblems(uris, family, found));
    moments[family] = found;
  }
  return {
    moments: moments as FairnessEvidence["moments"],
    bins: needs.has("bins") ? await ask(engine, planBinsByGroup(grouped)) : [],
    areas: needs.has("areas") ? await measureAreas(engine, uris, grouped) : [],
  };
}

async function measureAreas(engine: SqlEngine, uris: readonly string[], grouped: GroupedPredictions) {
  const { areas, missing } = await ask(engine, planAreasByGroup(grouped));
  refuse(findMomentProblems(uris, "areas", { missing, extremes: null }));
  return areas;
}

/** Asked only when a gate is about to refuse: the bins to write are part of the message. */
async function suggestCuts(
  engine: SqlEngine,
  from: string,
  { levels, bins }: Groupings & { readonly levels: Readonly<Record<string, number>> },
): Promise<Readonly<Record<string, readonly number[]>>> {
  const many = Object.keys(levels).filter(
    (column) => (levels[column] ?? 0) > MOST_GROUPS && !(column in bins),
  );
  return many.length === 0 ? {} : await ask(engine, planCutPoints(from, many));
}

async function ask<Facts>(engine: SqlEngine, { sql, read }: QueryPlan<Facts>): Promise<Facts> {
  return read(await engine.query(sql));
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new EvidenceError(problems);
}
