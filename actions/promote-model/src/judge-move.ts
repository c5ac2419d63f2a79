/**
 * Judges whether the registry is where the gates thought it was, and whether the version is the model at hand.
 *
 * @module
 */
import type { Finding } from "@ml-gates/gate";
import type { Promotion, RegisteredVersion } from "@ml-gates/registries";
import type { ReadReport } from "@ml-gates/runner";
import { requirement } from "./judge-evidence.ts";

/** A pointer, where it stands, and what is to become of it. */
export interface Move {
  readonly model: string;
  readonly alias: string;
  /** Digest of the model at hand. */
  readonly digest: string;
  /** Null when no version with these bytes is registered. */
  readonly version: RegisteredVersion | null;
  /** The version the alias points at now. */
  readonly current: string | null;
  /** Versions the pointer may move from; more than one cannot be expected at once. */
  readonly expected: readonly Promotion["expect"][];
}

/** Findings on the version and on where the pointer stands. */
export function judgeMove(move: Move): readonly Finding[] {
  return [judgeVersion(move), judgeExpectation(move)];
}

/**
 * Where the pointer is expected: where the input says, else at the baseline the gates compared with (a green gate
 * against version 5 must not replace version 6), else unset if they had none, else where it stands.
 */
export function expectPointer(
  reports: readonly ReadReport[],
  { model, alias, current, from, isBaseline }: Expecting,
): readonly Promotion["expect"][] {
  if (from !== null) return [from];
  const uri = `registry:${model}@${alias}`;
  const evidence = reports.flatMap(({ report }) => report.evidence);
  const compared = evidence.flatMap((each) =>
    each.uri === uri && each.version !== null ? [each.version] : [],
  );
  if (compared.length > 0) return [...new Set(compared)].map((version) => ({ version }));
  const findings = reports.flatMap(({ report }) => report.findings);
  const hadNone = isBaseline && findings.some(({ reason }) => reason === "no-baseline");
  return [{ version: hadNone ? null : current }];
}

/** What an expectation is made from. */
export interface Expecting {
  readonly model: string;
  readonly alias: string;
  readonly current: string | null;
  readonly from: Promotion["expect"] | null;
  /** Whether the alias is the one whose version the gates take as the baseline. */
  readonly isBaseline: boolean;
}

function judgeVersion({ model, version, digest }: Move): Finding {
  const id = "registry/version";
  if (version === null) {
    const why = `No version of ${model} was registered with the model's digest ${digest}.`;
    return requirement(id, "fail", { why, remedy: "Register this model first (operation: register)." });
  }
  return requirement(id, version.digest === digest ? "pass" : "fail", {
    why: `Version ${version.version} of ${model} has digest ${version.digest}; the model at hand has ${digest}.`,
    remedy:
      "Promote the version that was registered with these bytes; leave `version` out to find it by digest.",
  });
}

function judgeExpectation({ model, alias, version, current, expected }: Move): Finding {
  const id = "registry/expect";
  const place = `${model}@${alias}`;
  const [expect, second] = expected;
  if (expect === undefined || second !== undefined) {
    const named = expected.map((each) => (each === "any" ? "any" : (each.version ?? "nothing")));
    const why = `The gates compared with several versions of ${place}: ${named.join(", ")}.`;
    return requirement(id, "fail", { why, remedy: "Run all gates again, against one version." });
  }
  const wanted = expect === "any" ? "anything" : (expect.version ?? "nothing");
  const stands = expect === "any" || expect.version === current;
  // Standing there already is for the registry to judge: the same evidence makes it a repeated run.
  const isThere = version !== null && version.version === current;
  return requirement(id, stands || isThere ? "pass" : "fail", {
    why: `${place} points at ${current ?? "nothing"}; expected ${wanted}.`,
    remedy: "Run the gates again, against the version that stands there now, or state another `from`.",
  });
}
