/**
 * From YAML text and inputs to a typed gate file, or to every problem at once.
 *
 * @module
 */
import type { JsonValue } from "../canonical-json.ts";
import { InputError } from "../errors.ts";
import type { SourceLine } from "../finding.ts";
import { buildBehaviour } from "./behaviour-section.ts";
import { buildDrift } from "./build-drift.ts";
import { buildEvaluate } from "./evaluate-section.ts";
import {
  type BaselineSource,
  type Check,
  type DataSection,
  type FairnessSection,
  type GateFile,
  LIMIT_KINDS,
  type Limit,
  type MetricsSection,
  type PredictionsSection,
  type Reducer,
  type RegistrySection,
} from "./gate-file.ts";
import { type Fragment, type Laid, layOver } from "./lay-over.ts";
import { parseBaseline } from "./parse-baseline.ts";
import { findBreaches } from "./rules.ts";
import { validateGateFile } from "./validate.ts";
import { buildWaivers } from "./waivers-section.ts";
import type {
  WrittenCheck,
  WrittenEngine,
  WrittenExplanations,
  WrittenGateFile,
  WrittenLimits,
  WrittenReducer,
} from "./written.ts";
import { type KeyPath, parseYaml } from "./yaml-source.ts";

/** The text of a gate file and the path it is known by. */
export interface GateFileText {
  readonly path: string;
  readonly text: string;
}

/**
 * Parses a gate file with the inputs laid over it; without a file the inputs must say everything.
 *
 * @throws InputError with every problem, each at its line and column.
 *
 * @example
 * parseGateFile({ path: "g.yml", text: "version: 1\nmetrics: { candidate: m.json, checks: [{ metric: auc, min: 0.8 }] }" }).metrics?.checks[0]?.limits; // => [{ kind: "min", value: 0.8 }]
 */
export function parseGateFile(file: GateFileText | null, fragments: readonly Fragment[] = []): GateFile {
  const source = file === null ? null : parseYaml(file.text, file.path);
  const laid = layOver(source, fragments);
  if (
    source !== null &&
    (source.value === null || source.value === undefined) &&
    laid.problems.length === 0
  ) {
    const message = "The gate file is empty.";
    throw new InputError([{ message, remedy: "Start it with `version: 1`.", ...laid.locate([]) }]);
  }
  const outcome = validateGateFile(laid.value, laid.locate);
  const breaches = "written" in outcome ? findBreaches(outcome.written, laid.locate) : outcome.problems;
  const unread = laid.value === undefined ? [] : breaches;
  const problems = [...laid.problems, ...unread];
  if (problems.length > 0 || !("written" in outcome)) throw new InputError(sortByPlace(problems));
  return build(outcome.written, laid);
}

function sortByPlace(problems: InputError["problems"]): InputError["problems"] {
  return problems.toSorted(
    (left, right) => (left.line ?? 0) - (right.line ?? 0) || (left.column ?? 0) - (right.column ?? 0),
  );
}

function build(written: WrittenGateFile, laid: Laid): GateFile {
  const lineOf = (keyPath: KeyPath): SourceLine | null => {
    if (laid.fromInput(keyPath)) return null;
    const { path, line } = laid.locate(keyPath);
    return { path, line };
  };
  return {
    model: written.model ?? null,
    artifact: written.artifact ?? null,
    inconclusive: written.inconclusive ?? null,
    reportOnly: written["report-only"] ?? false,
    waivers: buildWaivers(written.waivers ?? []),
    engine: buildEngine(written.engine),
    data: buildData(written, lineOf),
    predictions: buildPredictions(written),
    metrics: buildMetrics(written, lineOf),
    fairness: buildFairness(written, lineOf),
    drift: buildDrift(written.drift, lineOf),
    registry: buildRegistry(written),
  };
}

type LineOf = (keyPath: KeyPath) => SourceLine | null;

function buildEngine(engine: WrittenEngine | undefined): GateFile["engine"] {
  return {
    memory: engine?.memory ?? "4GB",
    threads: engine?.threads ?? null,
    temp: engine?.temp ?? null,
    nativePath: engine?.["native-path"] ?? null,
  };
}

function buildData({ data }: WrittenGateFile, lineOf: LineOf): readonly DataSection[] {
  return (data ?? []).map((entry, index) => ({
    name: entry.name ?? entry.path,
    path: entry.path,
    suite: entry.suite ?? null,
    checks: entry.checks === undefined ? null : JSON.stringify({ expectations: entry.checks }),
    types: entry.types ?? {},
    missing: entry.missing ?? null,
    base: buildBase(entry.base),
    parameters: entry.parameters ?? {},
    unsupported: entry.unsupported ?? "fail",
    resultFormat: entry["result-format"] ?? "SUMMARY",
    resultPath: entry["result-path"] ?? null,
    indexColumns: entry["index-columns"] ?? [],
    source: lineOf(["data", index]),
  }));
}

function buildPredictions({ predictions }: WrittenGateFile): PredictionsSection | null {
  if (!predictions) return null;
  const { columns } = predictions;
  return {
    candidate: predictions.candidate,
    baseline: buildBaseline(predictions.baseline),
    anchor: buildBaseline(predictions.anchor),
    showIds: predictions["show-ids"] ?? false,
    behaviour: buildBehaviour(predictions.behaviour),
    storedAt: predictions["stored-at"] ?? null,
    evaluate: buildEvaluate(predictions.evaluate),
    columns: {
      key: columns.key,
      label: columns.label ?? null,
      prediction: columns.prediction ?? null,
      score: columns.score ?? null,
      scores: columns.scores ?? null,
      weight: columns.weight ?? null,
      cluster: columns.cluster ?? null,
      query: columns.query ?? null,
      fold: columns.fold ?? null,
      positive: String(columns.positive ?? 1),
    },
  };
}

function buildMetrics({ metrics }: WrittenGateFile, lineOf: LineOf): MetricsSection | null {
  if (!metrics) return null;
  return {
    candidate: metrics.candidate ?? null,
    baseline: buildBaseline(metrics.baseline),
    format: metrics.format ?? null,
    parameters: metrics.parameters ?? null,
    anchor: buildBaseline(metrics.anchor),
    mode: metrics.mode ?? "screen",
    checks: metrics.checks.map((check, index) =>
      buildCheck(check, { by: metrics.by ?? [], source: lineOf(["metrics", "checks", index]) }),
    ),
  };
}

function buildFairness({ fairness }: WrittenGateFile, lineOf: LineOf): FairnessSection | null {
  if (!fairness) return null;
  return {
    by: fairness.by,
    intersections: fairness.intersections ?? [],
    control: fairness.control ?? [],
    bins: fairness.bins ?? {},
    counts: fairness.counts ?? null,
    topK: fairness["top-k"] ?? 10,
    explanations: buildExplanations(fairness.explanations, lineOf(["fairness", "explanations"])),
    mode: fairness.mode ?? "screen",
    minimum: fairness.minimum ?? 30,
    missing: fairness.missing ?? "error",
    expect: fairness.expect ?? {},
    reference: fairness.reference ?? {},
    checks: fairness.checks.map((check, index) =>
      buildCheck(check, { by: fairness.by, source: lineOf(["fairness", "checks", index]) }),
    ),
  };
}

function buildExplanations(
  written: WrittenExplanations | undefined,
  source: SourceLine | null,
): FairnessSection["explanations"] {
  if (!written) return null;
  return {
    candidate: written.candidate,
    baseline: buildBase(written.baseline),
    baseValue: written["base-value"],
    tolerance: written.tolerance ?? 1e-6,
    top: written.top ?? 10,
    minStability: written["min-stability"] ?? null,
    maxShare: written["max-share"] ?? {},
    source,
  };
}

function buildCheck(
  check: WrittenCheck,
  { by, source }: { readonly by: readonly string[]; readonly source: SourceLine | null },
): Check {
  return {
    metric: check.metric,
    limits: buildLimits(check),
    anchor: buildLimits(check.anchor ?? {}),
    unless: check.unless ?? null,
    direction: check.direction ?? null,
    ...(check.reduce === undefined ? {} : { reduce: buildReducer(check.reduce) }),
    by: check.by ?? by,
    severity: check.severity ?? "block",
    source,
    written: check as unknown as Readonly<Record<string, JsonValue>>,
  };
}

function buildReducer(reduce: WrittenReducer): Reducer {
  if (typeof reduce === "string") return { kind: reduce };
  if (reduce.at !== undefined) return { kind: "at", step: reduce.at };
  return { kind: "at-best", metric: reduce["at-best"] ?? "", direction: reduce.direction ?? "higher" };
}

function buildLimits(written: WrittenLimits): readonly Limit[] {
  return LIMIT_KINDS.flatMap((kind) => {
    const value = written[kind];
    return value === undefined ? [] : [{ kind, value }];
  });
}

function buildBaseline(written: string | undefined): BaselineSource | null {
  const parsed = written === undefined ? null : parseBaseline(written);
  return parsed !== null && "kind" in parsed ? parsed : null;
}

function buildBase(written: string | undefined): DataSection["base"] {
  const base = buildBaseline(written);
  return base?.kind === "file" || base?.kind === "git" ? base : null;
}

function buildRegistry({ registry }: WrittenGateFile): RegistrySection {
  return {
    kind: "ledger",
    branch: registry?.branch ?? "ml-gates/registry",
    repository: registry?.repository ?? null,
    alias: registry?.alias ?? "champion",
  };
}
