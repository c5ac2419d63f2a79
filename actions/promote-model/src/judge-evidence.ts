/**
 * Judges whether the reports allow this very model to be promoted.
 *
 * @module
 */
import { digestReport, digestReports, type Finding, finding, type GateReport } from "@ml-gates/gate";
import type { ReadReport } from "@ml-gates/runner";

/** The reports, and what they have to vouch for. */
export interface Vouching {
  readonly reports: readonly ReadReport[];
  /** Where the reports were looked for. */
  readonly pattern: string;
  /** The digest over all reports, as the gate job passed it. */
  readonly evidenceDigest: string;
  readonly model: string;
  readonly digest: string;
}

/** One finding for the anchor, one for each gate, one for the model's name and one for its bytes. */
export function judgeEvidence(vouching: Vouching): readonly Finding[] {
  if (vouching.reports.length === 0) return [judgeAnchor(vouching)];
  return [
    judgeAnchor(vouching),
    ...judgeVerdicts(vouching.reports),
    judgeModelName(vouching),
    judgeModelDigest(vouching),
  ];
}

/** A finding on a requirement: what is wanted is said by its id. */
export function requirement(
  id: string,
  outcome: Finding["outcome"],
  parts: { readonly why: string; readonly remedy: string | null } & Partial<
    Pick<Finding, "severity" | "reason">
  >,
): Finding {
  const remedy = outcome === "pass" ? null : parts.remedy;
  return finding({
    kind: "requirement",
    check: { requirement: id },
    severity: "block",
    ...parts,
    id,
    outcome,
    remedy,
  });
}

function judgeAnchor({ reports, pattern, evidenceDigest }: Vouching): Finding {
  const id = "evidence/anchor";
  if (reports.length === 0) {
    const remedy = "Download the gate job's reports before this step, or correct the input `reports`.";
    return requirement(id, "fail", { why: `No report was found at ${pattern}.`, remedy });
  }
  const seen = digestReports(reports.map(({ report }) => report));
  return requirement(id, seen === evidenceDigest ? "pass" : "fail", {
    why: `The ${reports.length} reports have the digest ${seen}; the gate job vouched for ${evidenceDigest}.`,
    remedy: "Pass on all reports of one gate run, unchanged, with that run's own evidence-digest.",
  });
}

/** Two reports of one gate would let the better one speak: that is refused, not chosen from. */
function judgeVerdicts(reports: readonly ReadReport[]): readonly Finding[] {
  const names = new Set(reports.map(({ report }) => nameOf(report)));
  return [...names].map((name) => {
    const found = reports.filter(({ report }) => nameOf(report) === name);
    const id = `evidence/verdict/${name}`;
    const [first, second] = found;
    if (first === undefined || second !== undefined) {
      const why = `${found.length} reports are of the gate ${name}: ${found.map(({ path }) => path).join(", ")}.`;
      return requirement(id, "fail", { why, remedy: "Pass the reports of one gate run only." });
    }
    return judgeVerdict(id, first);
  });
}

function judgeVerdict(id: string, { path, report }: ReadReport): Finding {
  if (digestReport(report) !== report.digest) {
    const remedy = "Pass on the reports as the gates wrote them.";
    return requirement(id, "fail", { why: `${path} was changed after it was written.`, remedy });
  }
  const why = `${nameOf(report)} came to ${report.verdict}${report.blocks ? ", which blocks" : ""}: ${report.summary}`;
  const remedy = "Let the gates pass on this model, then promote it.";
  return requirement(id, outcomeOf(report), { why, remedy });
}

function outcomeOf({ verdict, blocks }: GateReport): Finding["outcome"] {
  if (blocks) return "fail";
  if (verdict === "pass" || verdict === "warn") return "pass";
  return verdict === "inconclusive" ? "inconclusive" : "fail";
}

function judgeModelName({ reports, model }: Vouching): Finding {
  const others = reports.filter(({ report }) => report.subject.model !== model);
  const named = others.map(({ path, report }) => `${path} (${report.subject.model ?? "no model"})`);
  return requirement("evidence/model-name", others.length === 0 ? "pass" : "fail", {
    why: others.length === 0 ? `Every report is about ${model}.` : `Not about ${model}: ${named.join(", ")}.`,
    remedy: "Judge and promote by one gate file, whose key `model` names the model.",
  });
}

function judgeModelDigest({ reports, digest }: Vouching): Finding {
  const id = "evidence/model-digest";
  const remedy =
    "Name the model's path by `artifact` in the gate file, and promote the bytes that were judged.";
  const strange = reports.find(
    ({ report }) => report.subject.digest !== null && report.subject.digest !== digest,
  );
  if (strange) {
    const why = `${strange.path} judged a model with digest ${strange.report.subject.digest}; this one has ${digest}.`;
    return requirement(id, "fail", { why, remedy });
  }
  const naming = reports.filter(({ report }) => report.subject.digest === digest).length;
  const why = `${naming} of ${reports.length} reports name the model's digest ${digest}.`;
  return requirement(id, naming > 0 ? "pass" : "fail", { why, remedy });
}

function nameOf({ gate }: GateReport): string {
  return gate.key === null ? gate.id : `${gate.id}.${gate.key}`;
}
