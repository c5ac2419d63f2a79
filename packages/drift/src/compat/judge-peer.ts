/**
 * A peer's statistics and verdicts as findings of ours, for teams that come from it.
 *
 * @module
 */
import {
  type DriftSection,
  type Finding,
  finding,
  type JsonValue,
  type Measurements,
  type Peer,
  roundJudged,
} from "@ml-gates/gate";
import type { SettledColumn } from "../distribution.ts";
import type { UnplannedColumn } from "../plan-columns.ts";
import { findUnjudged, reportUnjudged, reportUnplanned, severityOf } from "../unjudged.ts";
import { judgeAsAlibi } from "./alibi.ts";
import { judgeAsDeepchecks } from "./deepchecks.ts";
import { judgeAsEvidently } from "./evidently.ts";
import { judgeAsNannyml } from "./nannyml.ts";
import type { PeerColumn, PeerFinding, PeerVerdict } from "./peer-column.ts";

/** The version whose numbers are reproduced, and how. */
const PEERS: Readonly<
  Record<Peer, { readonly version: string; judge(columns: readonly PeerColumn[]): PeerVerdict }>
> = {
  evidently: { version: "evidently 0.7.23", judge: judgeAsEvidently },
  nannyml: { version: "NannyML 0.13.1", judge: judgeAsNannyml },
  alibi: { version: "alibi-detect 0.13.0", judge: judgeAsAlibi },
  deepchecks: { version: "deepchecks 0.19.1", judge: judgeAsDeepchecks },
};

/** What was counted of two tables, as peers see them. */
export interface PeerTables {
  readonly columns: readonly PeerColumn[];
  /** Every column that could be read, those without any value included. */
  readonly settled: readonly SettledColumn[];
  readonly unplanned: readonly UnplannedColumn[];
}

/** A peer is asked whatever the number of rows. */
export const PEER_MINIMUM = 1;

/**
 * A peer's verdict as findings: one a column, one for the dataset. Columns that the peer has no statistic for are told,
 * not left out.
 *
 * @example
 * judgePeer("deepchecks", { columns: [], settled: [], unplanned: [] }, { source: null }).findings.map(({ id, outcome }) => [id, outcome]); // => [["share", "inconclusive"]]
 */
export function judgePeer(
  peer: Peer,
  { columns, settled, unplanned }: PeerTables,
  section: DriftSection,
): { readonly findings: readonly Finding[]; readonly measurements: Measurements } {
  const { version, judge } = PEERS[peer];
  const verdict = judge(columns);
  const dataset = finding({
    id: "share",
    kind: "drift",
    check: { compat: peer },
    severity: "block",
    source: section.source,
    outcome: columns.length === 0 ? "inconclusive" : verdict.drifted ? "fail" : "pass",
    n: columns.length,
    method: version,
    why: `${verdict.columns.filter(({ drifted }) => drifted).length} of ${columns.length} columns have drifted by the defaults of ${version}, which calls a dataset drifted when ${verdict.rule}.`,
    remedy: verdict.drifted ? "Find what changed at the source of these columns." : null,
  });
  return {
    findings: [
      ...unplanned.map((column) => reportUnplanned(column, section)),
      ...settled.flatMap((column) => {
        const told = findUnjudged(column, PEER_MINIMUM);
        return told === null ? [] : [reportUnjudged(column, told, { section, slice: null })];
      }),
      ...verdict.columns.map((column) => reportColumn(column, { peer, version, section })),
      dataset,
    ],
    measurements: { schema: "drift/1", data: { compat: version, columns: verdict.columns.map(listColumn) } },
  };
}

function reportColumn(
  { name, method, statistic, threshold, drifted, p }: PeerFinding,
  {
    peer,
    version,
    section,
  }: { readonly peer: Peer; readonly version: string; readonly section: DriftSection },
): Finding {
  const known = Number.isFinite(statistic);
  return finding({
    id: `${name}/${method}`,
    kind: "drift",
    check: { column: name, compat: peer, limit: roundJudged(threshold) },
    severity: severityOf(name, "feature", section),
    source: section.source,
    outcome: known ? (drifted ? "fail" : "pass") : "not-evaluable",
    reason: known ? null : "no-number",
    observed: roundJudged(statistic),
    method: version,
    p: p === null ? null : roundJudged(p),
    why: `${name}: ${method} ${Number(statistic.toPrecision(4))}, limit ${Number(threshold.toPrecision(4))}: ${drifted ? "drifted" : "not drifted"} by the defaults of ${version}.`,
    remedy: drifted ? `Find what changed ${name} at its source.` : known ? null : "Exclude the column.",
  });
}

function listColumn(column: PeerFinding): { readonly [key: string]: JsonValue } {
  const { name, method, statistic, threshold, p, drifted } = column;
  return {
    column: name,
    distance: method,
    effect: roundJudged(statistic),
    limit: roundJudged(threshold),
    p: p === null ? null : roundJudged(p),
    outcome: drifted ? "fail" : "pass",
  };
}
