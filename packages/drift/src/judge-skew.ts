/**
 * Judges train/serve skew: the same entity's features, as trained on and as served; and features from the future.
 *
 * @module
 */
import { type Finding, finding, type Problem, quote, roundJudged, type SkewSection } from "@ml-gates/gate";
import type { LeakageCounts, SkewCounts, SkewFacts } from "@ml-gates/queries";
import { binomialTest, requiredN, screen, wilsonInterval } from "@ml-gates/statistics";

/**
 * What keeps a join from saying anything: repeated keys, no common key.
 *
 * @example
 * findSkewProblems({ offline: "a.csv", online: "b.csv", key: "id" }, { joined: 0, onlyOffline: 1, onlyOnline: 1, duplicated: { offline: 0, online: 0 } }).length; // => 1
 */
export function findSkewProblems(
  { offline, online, key }: Pick<SkewSection, "offline" | "online" | "key">,
  { joined, duplicated }: Omit<SkewFacts, "columns">,
): readonly Problem[] {
  const repeated = [
    { path: offline, rows: duplicated.offline },
    { path: online, rows: duplicated.online },
  ].filter(({ rows }) => rows > 0);
  const problems = repeated.map(({ path, rows }) => ({
    message: `${quote(path)} has ${rows} rows beyond the first of their ${quote(key)}: they cannot be joined one to one.`,
    remedy: "Name a key that is unique, or keep one row an entity.",
  }));
  if (joined > 0 || problems.length > 0) return problems;
  const message = `${quote(offline)} and ${quote(online)} have no ${quote(key)} in common.`;
  return [{ message, remedy: "Name the column under which both files know an entity." }];
}

/**
 * One finding a column, beside those of the join and of leakage. A column fails when more entities than the limit allows
 * differ beyond the tolerance, and chance alone would not have drawn so many.
 *
 * @example
 * judgeSkew({ tolerance: 0, max: 0.01 }, { joined: 9, onlyOffline: 0, onlyOnline: 0, duplicated: { offline: 0, online: 0 }, columns: [{ column: "a", different: 9, beyond: 9 }] }, null).map(({ outcome }) => outcome); // => ["fail", "pass"]
 */
export function judgeSkew(
  section: SkewSection,
  facts: SkewFacts,
  leakage: LeakageCounts | null,
): readonly Finding[] {
  const trials = facts.columns.map((counts) => ({
    counts,
    p: binomialTest({
      successes: counts.beyond,
      trials: facts.joined,
      against: section.max,
      alternative: "greater",
    }),
  }));
  const decided = screen(
    trials.map(({ counts, p }) => ({
      breached: counts.beyond > section.max * facts.joined,
      p,
      blocking: true,
    })),
  );
  const columns = trials.map(({ counts, p }, index) => {
    const { outcome, pAdjusted } = decided[index] ?? { outcome: "inconclusive" as const, pAdjusted: null };
    return finding({
      id: `skew:${counts.column}`,
      kind: "drift",
      check: { skew: counts.column, max: section.max, tolerance: section.tolerance },
      severity: "block",
      outcome,
      reason: outcome === "inconclusive" ? "not-significant" : null,
      ...measureMismatch(counts, facts),
      method: "binomial-exact",
      p: roundJudged(p),
      pAdjusted: pAdjusted === null ? null : roundJudged(pAdjusted),
      n: facts.joined,
      requiredN: outcome === "inconclusive" ? entitiesToSettle(counts, facts, section.max) : null,
      why: tellMismatch(counts, facts, section),
      remedy:
        outcome === "pass"
          ? null
          : `Compute ${counts.column} with one piece of code for training and serving; look at time zones, defaults and stale values.`,
    });
  });
  return [...columns, judgeJoin(facts), ...(leakage === null ? [] : [judgeLeakage(leakage)])];
}

/** From how many entities on this excess over the limit is itself significant. */
function entitiesToSettle(
  { beyond }: SkewCounts,
  { joined, columns }: SkewFacts,
  max: number,
): number | null {
  const standardError = Math.sqrt((max * (1 - max)) / joined);
  const limit = beyond / joined - max;
  const entities = requiredN({ n: joined, standardError, limit, blocking: columns.length });
  return entities !== null && entities > joined ? entities : null;
}

function measureMismatch(
  { beyond }: SkewCounts,
  { joined }: SkewFacts,
): Pick<Finding, "observed" | "effect"> {
  const value = roundJudged(beyond / joined);
  const { low, high, confidence } = wilsonInterval({ successes: beyond, trials: joined, confidence: 0.95 });
  return {
    observed: value,
    effect: { kind: "fraction", value, low: roundJudged(low), high: roundJudged(high), confidence },
  };
}

function tellMismatch(
  { column, different, beyond }: SkewCounts,
  { joined }: SkewFacts,
  { max, tolerance }: SkewSection,
): string {
  const percent = (count: number) => `${((100 * count) / joined).toPrecision(3)} %`;
  return `${column} as served differs from what was trained on in ${different} of ${joined} entities (${percent(different)}), beyond the tolerance of ${tolerance} in ${beyond} (${percent(beyond)}); wanted at most ${100 * max} %.`;
}

/** Entities that only one side knows say nothing about skew, so they are told and do not decide. */
function judgeJoin({ joined, onlyOffline, onlyOnline }: SkewFacts): Finding {
  const only = onlyOffline + onlyOnline;
  return finding({
    id: "skew:join",
    kind: "drift",
    check: { skew: "join" },
    severity: "warn",
    outcome: only > joined ? "fail" : "pass",
    observed: joined,
    n: joined + only,
    why: `${joined} entities are in both files, ${onlyOffline} only offline, ${onlyOnline} only online.`,
    remedy:
      only > joined ? "Most entities cannot be compared: take files of the same time and population." : null,
  });
}

function judgeLeakage({ rows, late, untimed }: LeakageCounts): Finding {
  const outcome =
    late > 0 ? "fail" : untimed === rows ? "not-evaluable" : untimed > 0 ? "inconclusive" : "pass";
  return finding({
    id: "skew:leakage",
    kind: "drift",
    check: { skew: "leakage" },
    severity: "block",
    outcome,
    reason: outcome === "not-evaluable" ? "no-times" : outcome === "inconclusive" ? "times-missing" : null,
    observed: late,
    effect: { kind: "count", value: late, low: null, high: null, confidence: null },
    n: rows,
    why: `${late} of ${rows} rows have features stamped after their label${untimed > 0 ? `; ${untimed} lack one of the two times` : ""}.`,
    remedy: LEAKAGE_REMEDIES[outcome],
  });
}

const LEAKAGE_REMEDIES = {
  fail: "Join features as of the time before the label; a feature from after it gives the answer away.",
  "not-evaluable": "Write both times, or remove the two keys.",
  inconclusive: "Write both times of every row: of the others nothing is known.",
  pass: null,
} as const;
