/**
 * What the ledger's lines mean: versions registered and pointers moved.
 *
 * @module
 */
import { EvidenceError, type JsonValue, quote } from "@ml-gates/gate";
import type { LedgerFacts, LedgerLine } from "./ledger-line.ts";
import type { KeptFile, Promotion, RegisteredVersion } from "./registry.ts";

/** The files a version may keep. */
export const KEPT_FILES = ["metrics", "predictions"] as const;
export type KeptName = (typeof KEPT_FILES)[number];

/** A version with the names of the files the branch keeps for it; null where only address and digest are known. */
export interface VersionRecord extends RegisteredVersion {
  readonly blobs: Readonly<Record<KeptName, string | null>>;
}

/** The last move of a pointer. */
export interface PointerRecord {
  readonly from: string | null;
  readonly to: string;
  readonly evidenceDigest: string;
  readonly line: LedgerLine;
}

/** The facts of a version's line. */
export function renderVersion(version: VersionRecord): LedgerFacts {
  const { model, digest, commit, registeredAt } = version;
  return {
    kind: "register",
    at: registeredAt,
    model,
    version: version.version,
    digest,
    commit,
    metrics: renderFile(version, "metrics"),
    predictions: renderFile(version, "predictions"),
  };
}

/** The facts of a promotion's line. */
export function renderPromotion(
  promotion: Promotion,
  { from, digest }: { readonly from: string | null; readonly digest: string },
): LedgerFacts {
  const { evidence, expect } = promotion;
  return {
    kind: "promote",
    at: promotion.at.toISOString(),
    model: promotion.model,
    pointer: promotion.alias,
    from,
    to: promotion.to,
    digest,
    expect: expect === "any" ? "any" : { version: expect.version },
    gate: { evidence_digest: evidence.evidenceDigest, verdict: evidence.verdict },
    commit: promotion.commit,
    run: { url: evidence.runUrl, attempt: evidence.attempt },
  };
}

/** @throws EvidenceError when a line is whole but does not say what a version's line says. */
export function parseVersion(line: LedgerLine, path: string): VersionRecord {
  const reader = readFields(line, path);
  reader.want("kind", "register");
  reader.want("version", String(line.sequence));
  const files = { metrics: reader.file("metrics"), predictions: reader.file("predictions") };
  return {
    model: reader.text("model"),
    version: reader.text("version"),
    digest: reader.text("digest"),
    metrics: files.metrics?.kept ?? null,
    predictions: files.predictions?.kept ?? null,
    commit: reader.textOrNull("commit"),
    registeredAt: reader.text("at"),
    blobs: { metrics: files.metrics?.blob ?? null, predictions: files.predictions?.blob ?? null },
  };
}

/** @throws EvidenceError when a line is whole but does not say what a promotion's line says. */
export function parsePointer(line: LedgerLine, path: string): PointerRecord {
  const reader = readFields(line, path);
  reader.want("kind", "promote");
  const gate = line.facts["gate"] as LedgerFacts | null | undefined;
  const evidenceDigest = gate?.["evidence_digest"];
  if (typeof evidenceDigest !== "string") throw reader.odd("gate.evidence_digest", evidenceDigest);
  return { from: reader.textOrNull("from"), to: reader.text("to"), evidenceDigest, line };
}

/** Readers of one line's fields, which refuse what is not there. */
function readFields(line: LedgerLine, path: string) {
  const odd = (key: string, seen: unknown): EvidenceError => {
    const message = `Line ${line.sequence} of ${path} has ${quote(seen)} as ${key}, which no version of this tool writes.`;
    return new EvidenceError([{ message, remedy: "Restore the registry's branch to its last good commit." }]);
  };
  const text = (key: string, of: LedgerFacts = line.facts): string => {
    const value = of[key];
    if (typeof value !== "string") throw odd(key, value);
    return value;
  };
  const textOrNull = (key: string, of: LedgerFacts = line.facts): string | null =>
    of[key] === null ? null : text(key, of);
  return {
    odd,
    text,
    textOrNull,
    want(key: string, value: string): void {
      if (line.facts[key] !== value) throw odd(key, line.facts[key]);
    },
    file(key: KeptName): { readonly kept: KeptFile; readonly blob: string | null } | null {
      const value = line.facts[key];
      if (value === null) return null;
      if (typeof value !== "object") throw odd(key, value);
      const facts = value as LedgerFacts;
      const blob = textOrNull("blob", facts);
      if (blob !== null && !/^(metrics|predictions)[A-Za-z0-9.]*$/.test(blob)) throw odd(key, blob);
      return { kept: { uri: text("uri", facts), digest: text("digest", facts) }, blob };
    },
  };
}

function renderFile(version: VersionRecord, name: KeptName): JsonValue {
  const kept = version[name];
  return kept === null ? null : { uri: kept.uri, digest: kept.digest, blob: version.blobs[name] };
}
