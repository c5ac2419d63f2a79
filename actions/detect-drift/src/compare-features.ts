/**
 * Joins offline and online feature values and judges their skew.
 *
 * @module
 */
import { findMistypedColumns, findSkewProblems, findUnknownNames, judgeSkew } from "@ml-gates/drift";
import type { SqlEngine } from "@ml-gates/engines";
import { type Evidence, EvidenceError, type Finding, type Problem, type SkewSection } from "@ml-gates/gate";
import { planLeakage, planSkew } from "@ml-gates/queries";

/** What one part of the gate found, and the files it read. */
export interface JudgedPart {
  readonly findings: readonly Finding[];
  readonly evidence: readonly Evidence[];
}

/** @throws EvidenceError when a file cannot be read, lacks a column, or the files cannot be joined. */
export async function compareFeatures(engine: SqlEngine, section: SkewSection): Promise<JudgedPart> {
  const offline = await engine.open({ path: section.offline });
  const online = await engine.open({ path: section.online });
  const { key, featureTime, labelTime, tolerance } = section;
  const named = [key, ...(section.columns ?? [])];
  const times = featureTime === null || labelTime === null ? null : { featureTime, labelTime };
  refuse([
    ...findUnknownNames([...named, ...Object.values(times ?? {})], [offline]),
    ...findMistypedColumns(Object.values(times ?? {}), offline, "datetime"),
    ...findUnknownNames(named, [online]),
  ]);
  const shared = offline.columns
    .map(({ name }) => name)
    .filter((name) => name !== key && online.columns.some((column) => column.name === name));
  const plan = planSkew({ offline, online, key, tolerance, columns: section.columns ?? shared });
  const facts = plan.read(await engine.query(plan.sql));
  refuse(findSkewProblems(section, facts));
  const late = times === null ? null : planLeakage(offline, times);
  const leakage = late === null ? null : late.read(await engine.query(late.sql));
  return {
    findings: judgeSkew(section, facts, leakage),
    evidence: [
      { role: "offline", uri: section.offline, digest: offline.digest, version: null, rows: offline.rows },
      { role: "online", uri: section.online, digest: online.digest, version: null, rows: online.rows },
    ],
  };
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new EvidenceError(problems);
}
