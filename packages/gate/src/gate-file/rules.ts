/**
 * What the schema cannot say: rules between the keys of a gate file, each of which pushes its problems.
 *
 * @module
 */
import { type Problem, quote } from "../errors.ts";
import { findDriftBreaches } from "./drift-rules.ts";
import { findEvaluateFaults } from "./evaluate-section.ts";
import { LIMIT_KINDS } from "./gate-file.ts";
import { parseBaseline } from "./parse-baseline.ts";
import type { Locate } from "./validate.ts";
import { findWaiverFaults } from "./waivers-section.ts";
import type { WrittenCheck, WrittenGateFile } from "./written.ts";
import type { KeyPath } from "./yaml-source.ts";

export interface Fault {
  readonly at: KeyPath;
  readonly message: string;
  readonly remedy: string;
}

type Rule = (written: WrittenGateFile) => readonly Fault[];

/** Every breach of a rule between keys, with its place. */
export function findBreaches(written: WrittenGateFile, locate: Locate): readonly Problem[] {
  return RULES.flatMap((rule) => rule(written)).map(({ at, message, remedy }) => ({
    message,
    remedy,
    ...locate(at),
  }));
}

const RULES: readonly Rule[] = [
  somethingIsJudged,
  checksHaveLimits,
  limitsAreOrdered,
  checksDiffer,
  baselinesAreReadable,
  changesHaveBaselines,
  anchorsAreNamed,
  tradesLoosen,
  metricsHaveASource,
  fairnessHasPredictions,
  countsStandAlone,
  cutsRise,
  controlsDoNotGroup,
  attributionsAreReadable,
  slicesHavePredictions,
  dataHasASuite,
  dataNamesDiffer,
  basesAreReadable,
  resultsDiffer,
  reducersAreWhole,
  waiversAreMeant,
  behaviourIsJudged,
  evaluationsCanRun,
  ({ drift }) => findDriftBreaches(drift),
];

function evaluationsCanRun({ predictions, artifact }: WrittenGateFile): readonly Fault[] {
  if (!predictions?.evaluate) return [];
  const given = { artifact: artifact !== undefined, baseline: predictions.baseline !== undefined };
  const at: KeyPath = ["predictions", "evaluate"];
  return findEvaluateFaults(predictions.evaluate, given).map((fault) => ({ at, ...fault }));
}

function behaviourIsJudged({ predictions, metrics }: WrittenGateFile): readonly Fault[] {
  if (!predictions?.behaviour || metrics) return [];
  const message =
    "`behaviour` is judged by compare-models, which a gate file without `metrics` does not run.";
  return [{ at: ["predictions", "behaviour"], message, remedy: "Add `metrics` with a check." }];
}

function waiversAreMeant(written: WrittenGateFile): readonly Fault[] {
  const judged = [...new Set(checksOf(written).map(({ check }) => check.metric))];
  return findWaiverFaults(written.waivers ?? [], judged);
}

function somethingIsJudged({ data, metrics, fairness, drift }: WrittenGateFile): readonly Fault[] {
  if (data || metrics || fairness || drift) return [];
  const message = "Nothing is judged: none of `data`, `metrics`, `fairness` and `drift` is there.";
  return [{ at: [], message, remedy: "Add one of them, or the inputs that stand for it." }];
}

interface PlacedCheck {
  readonly at: KeyPath;
  readonly section: "metrics" | "fairness";
  readonly check: WrittenCheck;
}

function checksOf(written: WrittenGateFile): readonly PlacedCheck[] {
  return (["metrics", "fairness"] as const).flatMap((section) =>
    (written[section]?.checks ?? []).map((check, index) => ({
      at: [section, "checks", index],
      section,
      check,
    })),
  );
}

function checksHaveLimits(written: WrittenGateFile): readonly Fault[] {
  return checksOf(written)
    .filter(({ check }) => !check.anchor && LIMIT_KINDS.every((kind) => check[kind] === undefined))
    .map(({ at, section, check }) => ({
      at,
      message: `The check of ${quote(check.metric)} has no limit.`,
      remedy:
        section === "fairness"
          ? "Add `min` (ratios), `max` (differences) or `max-drop`."
          : "Add one, such as `min` or `max-drop`.",
    }));
}

function limitsAreOrdered(written: WrittenGateFile): readonly Fault[] {
  return checksOf(written).flatMap(({ at, check }) => [
    ...crossed(check, at, ["min", "max"]),
    ...crossed(check, at, ["min-gain", "max-gain"]),
  ]);
}

function crossed(
  check: WrittenCheck,
  at: KeyPath,
  [low, high]: readonly ["min", "max"] | readonly ["min-gain", "max-gain"],
) {
  const [lowest, highest] = [check[low], check[high]];
  if (lowest === undefined || highest === undefined || lowest <= highest) return [];
  const message = `\`${low}\` is ${lowest} and \`${high}\` is ${highest}: no value meets both.`;
  return [{ at, message, remedy: "Swap or correct them." }];
}

function checksDiffer(written: WrittenGateFile): readonly Fault[] {
  const seen = new Set<string>();
  return checksOf(written).flatMap(({ at, section, check }) => {
    const kinds = LIMIT_KINDS.filter((kind) => check[kind] !== undefined);
    const subject = [section, check.metric, check.reduce ?? null];
    const ids = kinds.map((kind) => JSON.stringify([...subject, kind, check.by ?? null]));
    const twice = ids.some((id) => seen.has(id));
    for (const id of ids) seen.add(id);
    const message = `The same limit on ${quote(check.metric)} stands twice.`;
    return twice ? [{ at, message, remedy: "Keep one of the two." }] : [];
  });
}

function baselinesAreReadable({ metrics, predictions }: WrittenGateFile): readonly Fault[] {
  const sections = { metrics, predictions };
  return (["metrics", "predictions"] as const).flatMap((section) =>
    (["baseline", "anchor"] as const).flatMap((key) => {
      const written = sections[section]?.[key];
      const parsed = written === undefined ? null : parseBaseline(written);
      return parsed !== null && "message" in parsed ? [{ at: [section, key], ...parsed }] : [];
    }),
  );
}

function anchorsAreNamed(written: WrittenGateFile): readonly Fault[] {
  if (written.metrics?.anchor || written.predictions?.anchor) return [];
  return checksOf(written).flatMap(({ at, check }) => {
    if (!check.anchor) return [];
    const message = `The check of ${quote(check.metric)} has limits against an anchor, but no anchor is named.`;
    return [{ at, message, remedy: "Add `anchor: git:<ref>:<path>` to `metrics` or `predictions`." }];
  });
}

function tradesLoosen(written: WrittenGateFile): readonly Fault[] {
  return checksOf(written).flatMap(({ at, check }) => {
    const [drop, traded] = [check["max-drop"], check.unless?.["max-drop"]];
    if (traded === undefined || (drop !== undefined && drop < traded)) return [];
    const message = `The trade of ${quote(check.metric)} allows a drop of ${traded}, which loosens no \`max-drop\`.`;
    return [{ at, message, remedy: "Give the check a smaller `max-drop`, or remove `unless`." }];
  });
}

function changesHaveBaselines(written: WrittenGateFile): readonly Fault[] {
  if (written.predictions?.baseline || written.predictions?.evaluate) return [];
  return checksOf(written).flatMap(({ at, section, check }) => {
    // A diff of DVC's holds both sides.
    const { baseline, format } = written.metrics ?? {};
    if (section === "metrics" && (baseline || format === "dvc-metrics-diff")) return [];
    const change = LIMIT_KINDS.slice(2).find((kind) => check[kind] !== undefined);
    if (change === undefined) return [];
    const message = `\`${change}\` of ${quote(check.metric)} asks for a change, but no baseline is named.`;
    return [{ at, message, remedy: "Add `baseline: registry` to `metrics` or `predictions`." }];
  });
}

function metricsHaveASource({ metrics, predictions }: WrittenGateFile): readonly Fault[] {
  if (!metrics || metrics.candidate || predictions) return [];
  const message = "`metrics` has neither a metrics file (`candidate`) nor `predictions` to compute from.";
  return [{ at: ["metrics"], message, remedy: "Add `candidate`, or a `predictions` section." }];
}

/** Which columns each metric needs beyond this is the metrics' own matter. */
function fairnessHasPredictions({ fairness, predictions }: WrittenGateFile): readonly Fault[] {
  if (!fairness || fairness.counts) return [];
  const remedy = "Add `predictions` with `columns: { key, label, prediction }`.";
  if (!predictions)
    return [{ at: ["fairness"], message: "`fairness` needs `predictions`, which are not there.", remedy }];
  const { label, prediction, score } = predictions.columns;
  if ((label && prediction) || score) return [];
  const message = "`fairness` needs the columns `label` and `prediction`; not both are named.";
  return [{ at: ["predictions", "columns"], message, remedy }];
}

function countsStandAlone({ fairness }: WrittenGateFile): readonly Fault[] {
  if (!fairness?.counts || !fairness.explanations) return [];
  const message = "`fairness` has both `counts` and `explanations`: attributions are of rows.";
  return [{ at: ["fairness", "counts"], message, remedy: "Name `predictions` in place of `counts`." }];
}

function cutsRise({ fairness }: WrittenGateFile): readonly Fault[] {
  return Object.entries(fairness?.bins ?? {}).flatMap(([column, cuts]) => {
    if (cuts.every((cut, index) => index === 0 || cut > (cuts[index - 1] ?? cut))) return [];
    const message = `The cut points of ${quote(column)} are ${cuts.join(", ")}; rising numbers were wanted.`;
    return [{ at: ["fairness", "bins", column], message, remedy: "Sort them, and write each once." }];
  });
}

function controlsDoNotGroup({ fairness }: WrittenGateFile): readonly Fault[] {
  const grouped = [
    ...(fairness?.by ?? []),
    ...(fairness?.intersections ?? []).flat(),
    ...(fairness?.checks ?? []).flatMap(({ by }) => by ?? []),
  ];
  return (fairness?.control ?? []).flatMap((column) => {
    if (!grouped.includes(column)) return [];
    const message = `${quote(column)} is a group column and a control column; within one of its values there is one group.`;
    return [{ at: ["fairness", "control"], message, remedy: "Keep it in one of the two." }];
  });
}

/** The registry keeps no attributions. */
function attributionsAreReadable({ fairness }: WrittenGateFile): readonly Fault[] {
  const written = fairness?.explanations?.baseline;
  const parsed = written === undefined ? null : parseBaseline(written);
  if (parsed === null || ("kind" in parsed && parsed.kind !== "registry")) return [];
  const message = `The baseline of the explanations is ${quote(written)}: wanted a path, or \`git:<ref>:<path>\`.`;
  const remedy = "Write it in one of these forms, such as `git:origin/main:out/shap.parquet`.";
  return [{ at: ["fairness", "explanations", "baseline"], message, remedy }];
}

function slicesHavePredictions(written: WrittenGateFile): readonly Fault[] {
  if (written.predictions) return [];
  return checksOf(written).flatMap(({ at, section, check }) => {
    if (section === "fairness" || !(check.by ?? written.metrics?.by)) return [];
    const message = `The check of ${quote(check.metric)} is judged by group, but there are no predictions.`;
    return [{ at, message, remedy: "Add a `predictions` section, or remove `by`." }];
  });
}

function dataHasASuite({ data }: WrittenGateFile): readonly Fault[] {
  return (data ?? []).flatMap(({ suite, checks }, index) => {
    if ((suite === undefined) !== (checks === undefined)) return [];
    const message =
      suite === undefined ? "The data has no `suite`." : "The data has both a `suite` and `checks`.";
    return [{ at: ["data", index], message, remedy: "Name one `suite`, or write `checks` in its place." }];
  });
}

function dataNamesDiffer({ data }: WrittenGateFile): readonly Fault[] {
  const names = (data ?? []).map(({ name, path }) => name ?? path);
  return names.flatMap((name, index) => {
    const message = `Two data entries are called ${quote(name)}.`;
    return names.indexOf(name) === index
      ? []
      : [{ at: ["data", index], message, remedy: "Give each its own `name`." }];
  });
}

/** The registry holds models, not tables. */
function basesAreReadable({ data }: WrittenGateFile): readonly Fault[] {
  return (data ?? []).flatMap(({ base }, index) => {
    const parsed = base === undefined ? null : parseBaseline(base);
    if (parsed === null || ("kind" in parsed && /^(file|git)$/.test(parsed.kind))) return [];
    const message = `The base is ${quote(base)}: wanted a path, or \`git:<ref>:<path>\`.`;
    const remedy = "Write it in one of these forms, such as `git:origin/main:data/train.csv`.";
    return [{ at: ["data", index, "base"], message, remedy }];
  });
}

function resultsDiffer({ data }: WrittenGateFile): readonly Fault[] {
  const paths = (data ?? []).map((entry) => entry["result-path"]);
  return paths.flatMap((path, index) => {
    if (path === undefined || paths.indexOf(path) === index) return [];
    const message = `Two data entries write their result to ${quote(path)}.`;
    return [{ at: ["data", index, "result-path"], message, remedy: "Give each its own file." }];
  });
}

function reducersAreWhole(written: WrittenGateFile): readonly Fault[] {
  return checksOf(written).flatMap(({ at, check: { reduce } }) => {
    if (typeof reduce !== "object") return [];
    const { at: step, "at-best": other, direction } = reduce;
    const isWhole =
      step === undefined ? other !== undefined && direction !== undefined : !(other ?? direction);
    if (isWhole) return [];
    const message = `\`reduce\` is ${quote(reduce)}: wanted one step, or a metric and which way is better for it.`;
    const remedy = "Write `{ at: 1000 }`, or `{ at-best: val_loss, direction: lower }`.";
    return [{ at: [...at, "reduce"], message, remedy }];
  });
}
