/**
 * This job's gates among those that other jobs told, and among those of earlier commits.
 *
 * @module
 */
import { blocksJob, type GateReport, VERDICTS } from "@ml-gates/gate";
import {
  addPush,
  type CommentState,
  findTracked,
  giveBack,
  listSections,
  readState,
  type Section,
} from "./comment-state.ts";
import { expectedReports, type Overall } from "./expected-reports.ts";
import { type GateRow, listGates, sortRows } from "./gate-row.ts";

/** What a comment shows, and what it remembers. */
export interface Merged {
  /** This job's gates and those that other jobs told of the same commit. */
  readonly gates: readonly GateRow[];
  /** Gates that only an earlier commit has a report of. */
  readonly stale: readonly Section[];
  /** What was open at the push before and is no more. */
  readonly resolved: readonly string[];
  readonly overall: Overall;
  readonly state: CommentState;
}

/** What was read of the conversation before. */
export interface Remembered {
  readonly standing: string | null;
  /** What other jobs were seen to say of the commit. */
  readonly recalled?: readonly Section[];
}

/** Merges the reports into what stands; without a commit nothing is remembered. */
export function mergeSections(
  reports: readonly GateReport[],
  { missing, commit }: { readonly missing: readonly string[]; readonly commit: string | null },
  { standing, recalled = [] }: Remembered,
): Merged {
  const prior = commit === null ? { sections: [], pushes: [] } : giveBack(readState(standing), recalled);
  const own = listSections(listGates(reports, []), commit ?? "", prior);
  const others = prior.sections.filter(({ name }) => !own.some((each) => each.name === name));
  const elsewhere = others.filter((each) => each.commit === commit && each.digest !== null);
  const absent = listAbsent(
    reports,
    [...missing, ...others.filter((each) => isMissed(each, commit)).map(({ name }) => name)],
    elsewhere,
  );
  const stale = others.filter(
    (each) => each.commit !== commit && each.digest !== null && !absent.some((name) => name === each.name),
  );
  const gates = sortRows([...listGates(reports, absent), ...elsewhere.map(asRow)]);
  const overall = foldRows(gates);
  const missed = listSections(listGates([], absent), commit ?? "", prior);
  const push = {
    commit: (commit ?? "").slice(0, 12),
    verdict: overall.verdict,
    metric: findTracked(reports) ?? findMetric(prior, commit),
  };
  return {
    gates,
    stale,
    resolved: own.flatMap(({ open, before }) => before.filter((id) => !open.includes(id))),
    overall,
    state: {
      sections: [...own, ...missed, ...elsewhere, ...stale],
      pushes: commit === null ? [] : addPush(prior.pushes, push),
    },
  };
}

/** A gate that some job expected and no job has told, yet. */
function isMissed({ digest, commit }: Section, current: string | null): boolean {
  return digest === null && commit === current;
}

function listAbsent(
  reports: readonly GateReport[],
  expected: readonly string[],
  elsewhere: readonly Section[],
): readonly string[] {
  return expectedReports(reports, expected).filter(
    (name) => !elsewhere.some((each) => each.name === name || each.gate === name),
  );
}

function findMetric({ pushes }: CommentState, commit: string | null) {
  return pushes.find((push) => push.commit === commit?.slice(0, 12))?.metric ?? null;
}

function asRow({ name, verdict, blocks, counts, summary }: Section): GateRow {
  return { name, verdict, blocks, counts, summary, report: null, told: "elsewhere" };
}

function foldRows(rows: readonly GateRow[]): Overall {
  const verdict = VERDICTS.find((each) => rows.some((row) => row.verdict === each)) ?? "error";
  return {
    verdict,
    blocks: rows.length === 0 || rows.some((row) => row.blocks || blocksJob(row.verdict, "warn")),
  };
}
