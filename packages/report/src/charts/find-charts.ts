/**
 * What of a report is better seen than read: intervals, curves, histograms, rates by group. Reports come from strangers
 * and from every version: a shape that is not known is no chart.
 *
 * @module
 */
import type { Finding, GateReport } from "@ml-gates/gate";
import { describeFinding, isChange, isMeasured, sortFindings } from "../finding-row.ts";
import { type JsonRecord, listOf, numberOf, recordOf, recordsOf, textOf } from "../imports/read-json.ts";
import { plainText } from "../plain-text.ts";
import { listGroups, listWindows } from "./grouped-charts.ts";

/** A value between its bounds. */
export interface IntervalRow {
  readonly name: string;
  readonly low: number;
  readonly value: number;
  readonly high: number;
  /** How much the finding wants a reader, as its outcome; null for what nobody judged. */
  readonly outcome: string | null;
}

/** A line through points. */
export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** A chart as data. */
export type Chart =
  | {
      readonly kind: "intervals";
      readonly title: string;
      readonly axis: string;
      readonly zero: boolean;
      readonly rows: readonly IntervalRow[];
    }
  | {
      readonly kind: "curves";
      readonly title: string;
      readonly axes: readonly [x: string, y: string];
      readonly diagonal: boolean;
      readonly series: readonly Series[];
    }
  | {
      readonly kind: "histogram";
      readonly title: string;
      readonly bins: readonly {
        readonly label: string;
        readonly reference: number;
        readonly current: number;
      }[];
    };

const MOST = { charts: 12, rows: 30, series: 6, points: 400, bins: 40, name: 30 } as const;

/**
 * The charts of one report, at most twelve.
 *
 * @example
 * findCharts({ findings: [], measurements: null }); // => []
 */
export function findCharts({
  findings,
  measurements,
}: Pick<GateReport, "findings" | "measurements">): readonly Chart[] {
  const data: JsonRecord = recordOf(measurements?.data);
  const charts = [
    ...listIntervals(findings),
    ...listCurves(recordOf(data["curves"])),
    ...listGroups(recordOf(data["columns"])),
    ...listWindows(recordsOf(data["windows"])),
    ...recordsOf(data["columns"]).flatMap(listHistogram),
    ...recordsOf(data["histograms"]).flatMap(listHistogram),
  ];
  return charts.slice(0, MOST.charts);
}

/** Changes and values apart: they share no scale. */
function listIntervals(findings: readonly Finding[]): readonly Chart[] {
  const rows = (wanted: (finding: Finding) => boolean): readonly IntervalRow[] =>
    sortFindings(findings)
      .filter((each) => isMeasured(each) && wanted(each))
      .flatMap(toIntervalRow)
      .slice(0, MOST.rows);
  const [changes, values] = [rows(isChange), rows((finding) => !isChange(finding))];
  return [
    ...(changes.length === 0
      ? []
      : [
          {
            kind: "intervals" as const,
            title: "Changes with their intervals",
            axis: "candidate less baseline",
            zero: true,
            rows: changes,
          },
        ]),
    ...(values.length === 0
      ? []
      : [
          {
            kind: "intervals" as const,
            title: "Values with their intervals",
            axis: "value",
            zero: false,
            rows: values,
          },
        ]),
  ];
}

function toIntervalRow(finding: Finding): readonly IntervalRow[] {
  const { low = null, value = null, high = null } = finding.effect ?? {};
  if (low === null || value === null || high === null) return [];
  const { name, slice } = describeFinding(finding);
  // Rows of one check differ by their group alone: it must not be what is cut off.
  const own = slice === "" ? name : `${plainText(name, Math.max(MOST.name - 3 - slice.length, 12))} ${slice}`;
  return [{ name: cut(own), low, value, high, outcome: finding.outcome }];
}

interface CurveKind {
  readonly title: string;
  readonly axes: readonly [x: string, y: string];
}

/** The curves that predictions give; of others their own name says it. */
const CURVES: ReadonlyMap<string, CurveKind> = new Map([
  ["roc", { title: "ROC curve", axes: ["false positive rate", "true positive rate"] }],
  ["calibration", { title: "Calibration", axes: ["predicted", "observed"] }],
]);

/** Curves by model, as comparisons have them, or by kind. */
function listCurves(curves: JsonRecord): readonly Chart[] {
  const models = Object.entries(curves).filter(([, model]) =>
    Object.keys(recordOf(model)).some((kind) => CURVES.has(kind)),
  );
  const byKind = Object.entries(curves).filter((entry) => !models.some(([name]) => name === entry[0]));
  const turned = [...CURVES.keys()].map((kind) => {
    const sides = models.map(([name, model]) => [name, recordOf(model)[kind] ?? null] as const);
    return [kind, Object.fromEntries(sides)] as const;
  });
  return [...turned, ...byKind].flatMap(([kind, sides]) => drawnCurve(kind, recordOf(sides)));
}

function drawnCurve(kind: string, sides: JsonRecord): readonly Chart[] {
  const known = CURVES.get(kind);
  const given = Object.entries(sides).map(([side, points]) => ({
    name: cut(side),
    points: listPoints(points),
  }));
  const series = given.filter(({ points }) => points.length > 1).slice(0, MOST.series);
  if (series.length === 0) return [];
  const { title, axes } = known ?? { title: cut(kind), axes: ["x", "y"] as const };
  return [{ kind: "curves", title, axes, diagonal: known !== undefined, series }];
}

/** Pairs, or records whose first two numbers are x and y. */
function listPoints(value: JsonRecord[string] | undefined): Series["points"] {
  return listOf(value)
    .slice(0, MOST.points)
    .flatMap((point) => {
      const [x = null, y = null] = (Array.isArray(point) ? listOf(point) : Object.values(recordOf(point)))
        .map(numberOf)
        .filter((each) => each !== null);
      return x === null || y === null ? [] : [[x, y] as const];
    });
}

/** A column with counts or shares of both sides, under `histogram` or of its own, with labels or edges of the bins. */
function listHistogram(column: JsonRecord): readonly Chart[] {
  const given = "histogram" in column ? recordOf(column["histogram"]) : column;
  const [reference, current] = [toShares(given["reference"]), toShares(given["current"])];
  if (reference.length === 0 || reference.length !== current.length) return [];
  const [labels, edges] = [listOf(given["labels"] ?? given["bins"]), listOf(given["edges"])];
  const labelOf = (index: number): string => {
    const label = labels[index];
    if (typeof label === "string" || typeof label === "number") return cut(String(label));
    const [low, high] = [numberOf(edges[index]), numberOf(edges[index + 1])];
    return low === null || high === null
      ? `${index + 1}`
      : `${Number(low.toPrecision(3))} … ${Number(high.toPrecision(3))}`;
  };
  const bins = reference
    .slice(0, MOST.bins)
    .map((share, index) => ({ label: labelOf(index), reference: share, current: current[index] ?? 0 }));
  const name = textOf(column["column"]) ?? textOf(column["name"]) ?? "column";
  const group = textOf(column["group"]);
  const title = `Distribution of ${cut(name)}${group === null ? "" : ` in ${cut(group)}`}`;
  return [{ kind: "histogram", title, bins }];
}

function toShares(value: JsonRecord[string] | undefined): readonly number[] {
  const counts = listOf(value).map(numberOf);
  const total = counts.reduce<number>((sum, count) => sum + Math.max(0, count ?? 0), 0);
  return total === 0 ? [] : counts.map((count) => Math.max(0, count ?? 0) / total);
}

function cut(text: string): string {
  return plainText(text, MOST.name);
}
