/**
 * The report every gate writes: public API, additive within version 1, described by `schema/gate-report.json`.
 *
 * @module
 */
import { canonicalJson, type JsonValue } from "./canonical-json.ts";
import { digestOf } from "./digest.ts";
import type { Problem } from "./errors.ts";
import type { Finding } from "./finding.ts";
import { blocksJob, foldVerdict, type InconclusivePolicy, type Verdict } from "./verdict.ts";

/** What a source tells of a fact beside its bytes; a source that does not tell leaves it out. */
export interface EvidenceOrigin {
  /** Commit of the code that made it. */
  readonly commit?: string | null;
  /** When it was made or registered, ISO 8601, UTC: what its age is counted from. */
  readonly createdAt?: string | null;
  /** The data it was measured on, with digests that the same source's other digests compare with. */
  readonly datasets?: readonly {
    readonly name: string;
    readonly digest: string;
    readonly context: string | null;
  }[];
  /** Parameters of the run that made it, the first hundred by name, long values cut. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** The setting by which the source's certificate was not verified; absent where it was. */
  readonly unverified?: string;
}

/** A fact's origin: which bytes were judged, in which role. */
export interface Evidence extends EvidenceOrigin {
  /**
   * `data`, `candidate`, `baseline`, `candidate-predictions`, `baseline-predictions`, `predictions`, `suite`,
   * `reference`, `current`, `offline`, `online`, `labels` or `reference-predictions`.
   */
  readonly role: string;
  /** Where it was read, as the user wrote it. */
  readonly uri: string;
  /** Of the bytes read; null when the source gives none. */
  readonly digest: string | null;
  /** Version or commit behind a registry or git source. */
  readonly version: string | null;
  readonly rows: number | null;
}

/** Where the rules came from. `base`: the pull request's target; `own`: this commit's file; `inputs`: no gate file. */
export interface Policy {
  readonly source: "base" | "own" | "inputs";
  readonly commit: string | null;
  readonly path: string | null;
  readonly digest: string | null;
  /** Of the head's own policy when it differs from the one that decided. */
  readonly proposedDigest: string | null;
}

/** What the report is about. */
export interface Subject {
  readonly model: string | null;
  readonly version: string | null;
  readonly digest: string | null;
  readonly commit: string | null;
}

/** The one run that made the report; never part of the digest. */
export interface RunRecord {
  readonly url: string | null;
  readonly attempt: number;
  readonly leg: Readonly<Record<string, string>>;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly seconds: number;
}

/** What only this kind of gate has to say, named by its schema, such as `comparison/1`. */
export interface Measurements {
  readonly schema: string;
  readonly data: { readonly [key: string]: JsonValue };
}

export type Mode = "screen" | "prove";

export interface GateReport {
  readonly version: 1;
  readonly tool: { readonly name: "ml-gates"; readonly version: string };
  readonly gate: { readonly id: string; readonly key: string | null; readonly mode: Mode | null };
  readonly verdict: Verdict;
  readonly blocks: boolean;
  /** There when the policy lets nothing that was found stop the job; a gate that did not run still does. */
  readonly reportOnly?: true;
  readonly error: { readonly kind: ErrorKind; readonly problems: readonly Problem[] } | null;
  readonly summary: string;
  readonly subject: Subject;
  readonly policy: Policy | null;
  readonly evidence: readonly Evidence[];
  readonly findings: readonly Finding[];
  readonly measurements: Measurements | null;
  readonly run: RunRecord;
  /** SHA-256 of the canonical JSON without `run` and `digest`. */
  readonly digest: string;
}

/** `input` and `evidence` have a remedy for the user; `defect` is ours. */
export type ErrorKind = "input" | "evidence" | "defect";

/** Everything of a report that a gate's judge decides. */
export type Judgement = Pick<
  GateReport,
  "gate" | "summary" | "subject" | "policy" | "evidence" | "findings" | "measurements"
>;

/** The tool and run a report belongs to. */
export interface Provenance {
  readonly toolVersion: string;
  readonly run: RunRecord;
  readonly inconclusive: InconclusivePolicy;
  readonly reportOnly?: boolean;
}

/**
 * The report of a gate that ran: findings folded to a verdict, sealed with a digest.
 *
 * @throws RangeError when two findings share an id: a reader could not tell them apart.
 *
 * @example
 * reportJudgement({ gate: { id: "g", key: null, mode: null }, findings: [] }, { toolVersion: "1.0.0", inconclusive: "fail" }).verdict; // => "inconclusive"
 */
export function reportJudgement(judgement: Judgement, provenance: Provenance): GateReport {
  refuseSharedIds(judgement.findings);
  const verdict = foldVerdict(judgement.findings);
  return seal({
    version: 1,
    tool: { name: "ml-gates", version: provenance.toolVersion },
    verdict,
    blocks: !provenance.reportOnly && blocksJob(verdict, provenance.inconclusive),
    error: null,
    run: provenance.run,
    ...judgement,
    ...(provenance.reportOnly
      ? { reportOnly: true, summary: `report only, never blocks: ${judgement.summary}` }
      : {}),
  });
}

/**
 * The report of a gate that did not run: verdict `error`, no findings, the problems in `error`.
 *
 * @example
 * reportError({ id: "g", key: null, mode: null }, { kind: "input", problems: [] }, { toolVersion: "1.0.0" }).blocks; // => true
 */
export function reportError(
  gate: GateReport["gate"],
  error: NonNullable<GateReport["error"]>,
  provenance: Omit<Provenance, "inconclusive"> & { readonly subject: Subject },
): GateReport {
  const [first] = error.problems;
  return seal({
    version: 1,
    tool: { name: "ml-gates", version: provenance.toolVersion },
    gate,
    verdict: "error",
    blocks: true,
    error,
    summary: `the gate did not run: ${first?.message ?? "no reason was recorded"}`,
    subject: provenance.subject,
    policy: null,
    evidence: [],
    findings: [],
    measurements: null,
    run: provenance.run,
  });
}

/**
 * The digest a report must carry: of everything in it but `run` and `digest`.
 *
 * @example
 * digestReport({ summary: "a", run: 1 }) === digestReport({ summary: "a", run: 2 }); // => true
 */
export function digestReport(report: Sealable): string {
  const known = digests.get(report);
  if (known !== undefined) return known;
  const { run: _run, digest: _digest, ...judged } = report;
  // A report is plain JSON by construction.
  const digest = digestOf(canonicalJson(judged as unknown as JsonValue));
  digests.set(report, digest);
  return digest;
}

type Sealable = Omit<GateReport, "digest"> & { readonly digest?: string };

/** Every renderer asks for the digest, and a report never changes: it is counted once. */
const digests = new WeakMap<Sealable, string>();

/**
 * One digest over all reports of a run, whatever their order: what promotion is anchored to.
 *
 * @example
 * digestReports([]); // => digestOf("[]")
 */
export function digestReports(reports: readonly GateReport[]): string {
  const each = reports.map((report) =>
    [report.gate.id, report.gate.key ?? "", digestReport(report)].join(" "),
  );
  return digestOf(canonicalJson(each.sort()));
}

function seal(report: Omit<GateReport, "digest">): GateReport {
  const digest = digestReport(report);
  const sealed = { ...report, digest };
  digests.set(sealed, digest);
  return sealed;
}

function refuseSharedIds(findings: readonly Finding[]): void {
  const seen = new Set<string>();
  for (const { id } of findings) {
    if (seen.has(id)) throw new RangeError(`two findings share the id ${id}`);
    seen.add(id);
  }
}
