/**
 * How many of the columns have drifted: the one verdict over all of them.
 *
 * @module
 */
import { type DriftSection, type Finding, finding, roundJudged } from "@ml-gates/gate";
import type { DecidedTrial } from "./decide-trials.ts";

/**
 * Fails when the share of drifted features is at the limit or beyond; inconclusive when it would be if every open one
 * had drifted, or when none could be judged.
 */
export function judgeShare(
  columns: readonly Finding[],
  decided: readonly DecidedTrial[],
  section: DriftSection,
): readonly Finding[] {
  const features = decided.filter(
    ({ trial }) => trial.slice === null && trial.distribution.role === "feature",
  );
  const names = new Set(features.map(({ trial }) => trial.distribution.name));
  const namesOf = (wanted: (each: DecidedTrial) => boolean) =>
    new Set(features.filter(wanted).map(({ trial }) => trial.distribution.name));
  const drifted = namesOf(({ outcome, reason }) => outcome === "fail" && reason !== "warning");
  const few = columns.filter(({ reason, slice }) => reason === "too-few-rows" && slice === null).length;
  const open = new Set(
    [...namesOf(({ outcome }) => outcome === "inconclusive")].filter((name) => !drifted.has(name)),
  );
  const judged = names.size + few;
  if (judged === 0) return [];
  const share = drifted.size / judged;
  const isOpen = names.size === 0 || (drifted.size + open.size + few) / judged >= section.share;
  const isBeyond = drifted.size > 0 && share >= section.share;
  const outcome = isBeyond ? "fail" : isOpen ? "inconclusive" : "pass";
  return [
    finding({
      id: "share",
      kind: "drift",
      check: { share: section.share },
      severity: "block",
      source: section.source,
      outcome,
      reason: outcome === "inconclusive" ? "open-columns" : null,
      observed: roundJudged(share),
      effect: { kind: "fraction", value: roundJudged(share), low: null, high: null, confidence: null },
      n: judged,
      why: `${drifted.size} of ${judged} columns have drifted${open.size + few === 0 ? "" : ` and ${open.size + few} are open`}; wanted fewer than ${100 * section.share} %.`,
      remedy: REMEDIES[outcome],
    }),
  ];
}

const REMEDIES = {
  pass: null,
  fail: "Find what changed at the source of these columns; retrain or take a newer reference if the change is meant.",
  inconclusive: "Judge more rows: too many columns are neither within their limit nor beyond it.",
} as const;
