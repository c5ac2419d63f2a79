/**
 * Reads the metrics files of candidate and baseline.
 *
 * @module
 */
import type { Evidence, GateFile, MetricsSection } from "@ml-gates/gate";
import { type Comparison, parseMetrics } from "@ml-gates/metrics";
import { type ActionHost, fetchBaseline, readTextFile } from "@ml-gates/runner";

/** A metrics file holds names and numbers; anything larger is another file. */
const MAX_BYTES = 16 << 20;

/** The files' numbers, with the origin the report states. */
export interface GatheredMetrics extends Pick<Comparison, "candidate" | "baseline"> {
  readonly evidence: readonly Evidence[];
}

/** @throws EvidenceError when a file cannot be read; InputError when it is no metrics file. */
export async function gatherMetrics(
  host: ActionHost,
  gate: GateFile,
  section: MetricsSection,
): Promise<GatheredMetrics> {
  const candidate = await readCandidate(host, section);
  const baseline = await readBaseline(host, gate, section);
  return {
    candidate: candidate?.values ?? null,
    baseline: baseline?.values ?? null,
    evidence: [candidate?.evidence ?? [], baseline?.evidence ?? []].flat(),
  };
}

async function readCandidate(host: ActionHost, { candidate: path }: MetricsSection) {
  if (path === null) return null;
  const { text, digest } = await readTextFile(host, path, MAX_BYTES);
  const evidence: Evidence = { role: "candidate", uri: path, digest, version: null, rows: null };
  return { values: parseMetrics(text, path), evidence };
}

async function readBaseline(host: ActionHost, gate: GateFile, { baseline: source }: MetricsSection) {
  if (source === null) return null;
  const fetched = await fetchBaseline(host, gate, { source, which: "metrics" });
  if ("absent" in fetched) return { values: fetched, evidence: [] };
  const { path, uri, digest, version, origin } = fetched;
  const { text } = await readTextFile(host, path, MAX_BYTES);
  const evidence: Evidence = { role: "baseline", uri, digest, version, rows: null, ...origin };
  return { values: parseMetrics(text, uri), evidence };
}
