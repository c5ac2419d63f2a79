/**
 * From the text of a metrics file to numbers by name.
 *
 * @module
 */
import { type InputError, METRIC_FORMATS, type MetricFormat, quote } from "@ml-gates/gate";
import { FORMATS } from "./formats/formats.ts";
import { rowsOf } from "./formats/read-tables.ts";
import type { MetricDetail, MetricValues, StatedMetric, StatedMetrics } from "./metric-values.ts";
import { lineAt, type MetricsText, refuseMetrics } from "./metrics-fault.ts";
import { reduceSeries } from "./reduce-series.ts";
import { type MetricsDocument, readDocument } from "./syntax/read-document.ts";

/** More metrics than this are no metrics file. */
const MOST_METRICS = 200_000;

/** A longer name could fill a report by itself. */
const LONGEST_NAME = 1000;

/**
 * Reads a metrics file of any known format, told by its content, with nested names joined by dots. Python's NaN and
 * Infinity are kept as numbers that were not measured; texts, booleans, lists and nulls are kept aside. A series
 * stands for its last value, several seeds for their mean.
 *
 * @param format the format, where the content fits more than one or none.
 *
 * @throws InputError at its line: no metrics, a duplicate key, two entries of one name, too deep, two formats that
 * fit; EvidenceError when the file says that its tool failed.
 *
 * @example
 * parseMetrics('{"test": {"accuracy": 0.91, "f1": NaN}}', "metrics.json").values.get("test.accuracy"); // => 0.91
 * parseMetrics("epoch,loss\n0,0.9\n1,0.4\n", "log.csv").values.get("loss"); // => 0.4
 */
export function parseMetrics(text: string, path: string, format: MetricFormat | null = null): MetricValues {
  const source = { text: text.replace(/^\uFEFF/, ""), path };
  const document = readDocument(source);
  const chosen = format ?? recogniseFormat(document, source);
  const stated = FORMATS[chosen].read(document, path);
  if (format !== null && stated.metrics.length === 0) throw refuseFormat(source, format);
  const root = document.kind === "tree" ? document.root : null;
  const common = { format: chosen, root, facts: stated.facts ?? [], parameters: stated.parameters ?? [] };
  return {
    path,
    ...common,
    ...nameMetrics(stated.metrics, source),
    baseline: readOtherSide(stated, source, common),
  };
}

function readOtherSide(
  { baseline }: StatedMetrics,
  source: MetricsText,
  common: Pick<MetricValues, "format" | "root" | "facts" | "parameters">,
): MetricValues | null {
  if (baseline === undefined) return null;
  return { path: source.path, ...common, root: null, ...nameMetrics(baseline, source), baseline: null };
}

function recogniseFormat(document: MetricsDocument, source: MetricsText): MetricFormat {
  const fitting = METRIC_FORMATS.filter((name) => FORMATS[name].recognises(document));
  const [first, second] = fitting;
  if (first !== undefined && second !== undefined) throw refuseTwoFormats(source, fitting);
  if (first !== undefined) return first;
  if (document.kind === "tree" && document.root.kind === "map") return "nested";
  if (rowsOf(document).some(({ kind }) => kind === "map")) return "table";
  const message = "The metrics file cannot be read: wanted a map of metrics, or a table of them.";
  const remedy = "Write a map of names and numbers, such as `accuracy: 0.91`.";
  throw refuseMetrics(source, [{ offset: 0, message, remedy }]);
}

function refuseTwoFormats(source: MetricsText, fitting: readonly MetricFormat[]): InputError {
  const names = fitting.map((name) => `\`${name}\``);
  const message = `The metrics file can be read as ${names.slice(0, -1).join(", ")} and as ${names.at(-1)}.`;
  const remedy = `Say which one it is: \`metrics: { format: ${fitting[0]} }\`.`;
  return refuseMetrics(source, [{ offset: 0, message, remedy }]);
}

function refuseFormat(source: MetricsText, format: MetricFormat): InputError {
  const message = `The metrics file was read as \`${format}\`, as the gate file says, and holds no metrics then.`;
  const remedy = "Correct `metrics: { format }`, or leave it out: the format is told by the content.";
  return refuseMetrics(source, [{ offset: 0, message, remedy }]);
}

function nameMetrics(
  metrics: readonly StatedMetric[],
  source: MetricsText,
): Pick<MetricValues, "values" | "aside" | "details"> {
  refuseTooMany(metrics, source);
  refuseLongNames(metrics, source);
  refuseCollisions(metrics, source);
  const values = new Map<string, number>();
  const aside = new Map<string, string>();
  const details = new Map<string, MetricDetail>();
  for (const metric of metrics) {
    const name = nameOf(metric);
    const { value, uncertainty } = settleValue(metric);
    if (typeof value === "number") values.set(name, value);
    else aside.set(name, value);
    const { path, direction = null, points = null, facts = [] } = metric;
    details.set(name, { path, direction, uncertainty, points, facts });
  }
  return { values, aside, details };
}

function settleValue({ value, points, uncertainty }: StatedMetric) {
  if (value !== undefined) return { value, uncertainty: uncertainty ?? null };
  return reduceSeries(points ?? [], null);
}

function nameOf({ path }: StatedMetric): string {
  return path.join(".");
}

function refuseTooMany(metrics: readonly StatedMetric[], source: MetricsText): void {
  const first = metrics[MOST_METRICS];
  if (first === undefined) return;
  const message = `The metrics file holds ${metrics.length} entries; at most ${MOST_METRICS} are read.`;
  throw refuseMetrics(source, [{ offset: first.offset, message, remedy: "Write the metrics alone." }]);
}

function refuseLongNames(metrics: readonly StatedMetric[], source: MetricsText): void {
  const long = metrics.find((metric) => nameOf(metric).length > LONGEST_NAME);
  if (long === undefined) return;
  const message = `A metric's name has ${nameOf(long).length} characters; at most ${LONGEST_NAME} are read.`;
  throw refuseMetrics(source, [{ offset: long.offset, message, remedy: "Give it a shorter name." }]);
}

function refuseCollisions(metrics: readonly StatedMetric[], source: MetricsText): void {
  const seen = new Map<string, StatedMetric>();
  const faults = metrics.flatMap((metric) => {
    const name = nameOf(metric);
    const first = seen.get(name);
    seen.set(name, first ?? metric);
    if (first === undefined) return [];
    const message = `Two entries are both called ${quote(name)} once nested names are joined with dots; the first is on line ${lineAt(source.text, first.offset)}.`;
    return [{ offset: metric.offset, message, remedy: "Rename one of the two." }];
  });
  if (faults.length > 0) throw refuseMetrics(source, faults.slice(0, 20));
}
