/**
 * Judges the files a version is kept with, which become the baseline of the next gates.
 *
 * @module
 */
import type { Finding } from "@ml-gates/gate";
import { digestGiven, type RegisteredVersion, type Registration } from "@ml-gates/registries";
import type { ReadReport } from "@ml-gates/runner";
import { requirement } from "./judge-evidence.ts";

const NAMES = ["metrics", "predictions"] as const;

/** Warns when a version that was registered before came with other files than these. */
export function judgeAgain(
  version: RegisteredVersion,
  given: Pick<Registration, (typeof NAMES)[number]>,
): readonly Finding[] {
  return NAMES.flatMap((name) => {
    const file = given[name];
    const digest = file === null ? null : digestGiven(file);
    if (digest === null || digest === version[name]?.digest) return [];
    const why = `Version ${version.version} was registered before with other ${name} (${version[name]?.digest ?? "none"}) than these (${digest}), and keeps them.`;
    const remedy =
      "Find out why the same model was evaluated differently: the registered files are the next baseline.";
    return [requirement(`registry/${name}`, "fail", { severity: "warn", why, remedy })];
  });
}

/** The roles a file has as evidence: one kept at an address of its own is judged under its path. */
const ROLES = { metrics: "candidate", predictions: "candidate-predictions" } as const;

/** Fails when the reports judged other bytes than a kept file was registered with. */
export function judgeKept(version: RegisteredVersion, reports: readonly ReadReport[]): readonly Finding[] {
  const evidence = reports.flatMap(({ report }) => report.evidence);
  return NAMES.flatMap((name) => {
    const kept = version[name];
    const judged = evidence
      .filter(({ uri, role }) => uri === kept?.uri || role === ROLES[name])
      .map(({ digest }) => digest);
    if (kept === null || judged.length === 0 || judged.includes(kept.digest)) return [];
    const why = `The reports judged ${kept.uri} with digest ${judged[0]}; version ${version.version} was registered with ${kept.digest}.`;
    const remedy = `Judge the registered ${name}: they are the next baseline, and must be what the gates have seen.`;
    return [requirement(`evidence/${name}`, "fail", { why, remedy })];
  });
}
