/**
 * Reads the metrics files of candidate and baseline.
 *
 * @module
 */
import type { BaselineSource, Evidence, GateFile, MetricsSection } from "@ml-gates/gate";
import {
  type Comparison,
  type MetricValues,
  type PastBaseline,
  parseMetrics,
  parseParameters,
} from "@ml-gates/metrics";
import {
  type ActionHost,
  fetchBaseline,
  fetchRecentBaselines,
  type RecentBaseline,
  readTextFile,
} from "@ml-gates/runner";

/** A metrics file holds names and numbers; anything larger is another file. */
const MAX_BYTES = 16 << 20;
/** Samples of an evaluation hold every prompt. */
const MAX_LINES_BYTES = 64 << 20;

function limitOf(path: string): number {
  return /\.(?:jsonl|ndjson)$/i.test(path) ? MAX_LINES_BYTES : MAX_BYTES;
}

/** The files' numbers, with the origin the report states. */
export interface GatheredMetrics extends Pick<Comparison, "candidate" | "baseline"> {
  /** The pinned anchor's; null when none is named. */
  readonly anchor: Comparison["baseline"];
  readonly recent: readonly PastBaseline[];
  readonly evidence: readonly Evidence[];
}

/** @throws EvidenceError when a file cannot be read; InputError when it is no metrics file. */
export async function gatherMetrics(
  host: ActionHost,
  gate: GateFile,
  section: MetricsSection,
): Promise<GatheredMetrics> {
  const candidate = await readCandidate(host, section);
  const named = await readBaseline(host, gate, { section, source: section.baseline, role: "baseline" });
  const baseline = named ?? candidate?.otherSide ?? null;
  const anchor = await readBaseline(host, gate, { section, source: section.anchor, role: "anchor" });
  const parameters = await readParameters(host, gate, section);
  const before = baseline?.values ?? null;
  return {
    candidate: candidate && addParameters(candidate.values, parameters.candidate),
    baseline: before === null || "absent" in before ? before : addParameters(before, parameters.baseline),
    anchor: anchor?.values ?? null,
    recent: await readRecent(host, gate, { section, version: named?.evidence[0]?.version ?? null }),
    evidence: [candidate?.evidence ?? [], baseline?.evidence ?? [], anchor?.evidence ?? []].flat(),
  };
}

/** What came before the baseline, as far as it can be read. */
async function readRecent(
  host: ActionHost,
  gate: GateFile,
  { section, version }: { readonly section: MetricsSection; readonly version: string | null },
): Promise<readonly PastBaseline[]> {
  const { baseline: source, format } = section;
  if (source === null || version === null) return [];
  const found = await fetchRecentBaselines(host, gate, { source, version });
  return found.flatMap((past) => parsePast(past, format));
}

function parsePast(
  { version, at, uri, text }: RecentBaseline,
  format: MetricsSection["format"],
): readonly PastBaseline[] {
  try {
    return [{ version, at, values: parseMetrics(text, uri, format) }];
  } catch {
    return [];
  }
}

type Parameters = MetricValues["parameters"];

function addParameters(file: MetricValues, parameters: Parameters): MetricValues {
  return { ...file, parameters: [...file.parameters, ...parameters] };
}

/** The parameters file beside the metrics: the candidate's own, and the baseline's where it or its source has them. */
async function readParameters(
  host: ActionHost,
  gate: GateFile,
  { parameters: path, baseline }: MetricsSection,
): Promise<{ readonly candidate: Parameters; readonly baseline: Parameters }> {
  if (path === null) return { candidate: [], baseline: [] };
  const { text } = await readTextFile(host, path, MAX_BYTES);
  const { parameters: candidate, baseline: otherSide } = parseParameters(text, path);
  if (otherSide !== null) return { candidate, baseline: otherSide };
  const source = baseline && besides(baseline, path);
  const fetched = source && (await fetchBaseline(host, gate, { source, which: "metrics" }));
  if (fetched === null || "absent" in fetched) return { candidate, baseline: [] };
  const before = await readTextFile(host, fetched.path, MAX_BYTES);
  return { candidate, baseline: parseParameters(before.text, fetched.uri).parameters };
}

/** A registry's version says its parameters itself, or not at all. */
function besides(baseline: BaselineSource, path: string): BaselineSource | null {
  if (baseline.kind === "registry") return null;
  return baseline.kind === "git" ? { ...baseline, path } : { kind: "file", path };
}

async function readCandidate(host: ActionHost, { candidate: path, format }: MetricsSection) {
  if (path === null) return null;
  const { text, digest } = await readTextFile(host, path, limitOf(path));
  const evidence: Evidence = { role: "candidate", uri: path, digest, version: null, rows: null };
  const values = parseMetrics(text, path, format);
  // A file with both sides, such as DVC's diff, is its own baseline where no other is named.
  const otherSide = values.baseline && {
    values: values.baseline,
    evidence: { ...evidence, role: "baseline" },
  };
  return { values, evidence, otherSide };
}

async function readBaseline(
  host: ActionHost,
  gate: GateFile,
  {
    section: { format },
    source,
    role,
  }: {
    readonly section: MetricsSection;
    readonly source: MetricsSection["baseline"];
    readonly role: string;
  },
) {
  if (source === null) return null;
  const fetched = await fetchBaseline(host, gate, { source, which: "metrics" });
  if ("absent" in fetched) return { values: fetched, evidence: [] };
  const { path, uri, digest, version, origin } = fetched;
  const { text } = await readTextFile(host, path, limitOf(path));
  const evidence: readonly Evidence[] = [{ role, uri, digest, version, rows: null, ...origin }];
  // Of its metrics MLflow's server answers in its own format, whatever the files are in.
  const isAnswer = source.kind === "mlflow" && source.artifact === null;
  return { values: parseMetrics(text, uri, isAnswer ? null : format), evidence };
}
