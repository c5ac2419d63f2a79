/**
 * The results as a table: medians, and how many times our time scikit-learn takes with a thousand resamples.
 *
 * @module
 */
import type { Run } from "../measure-process.ts";
import { median } from "../results.ts";

/** A tool on a case. */
export interface Measured {
  readonly case: string;
  readonly tool: string;
  readonly version: string | null;
  /** Of scikit-learn's bootstrap; null for ours, whose intervals of ranks need none. */
  readonly resamples: number | null;
  readonly runs: readonly Run[];
}

const THOUSAND = 1000;

/** Markdown, a row for every tool and case. */
export function renderTable(measured: readonly Measured[]): string {
  const rows = measured.map((each) => [
    each.case,
    `${each.tool} ${each.version ?? ""}${each.resamples === null ? "" : `, ${each.resamples} resamples`}`,
    medianOf(each, "seconds").toFixed(2),
    medianOf(each, "cpuSeconds").toFixed(2),
    String(medianOf(each, "peakMb")),
  ]);
  const head = ["case", "tool", "seconds", "CPU seconds", "peak MB"];
  const table = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  return `${table}\n${compare(measured)}`;
}

/** A resample's time is the difference of both runs, shared; a thousand are extrapolated. */
function compare(measured: readonly Measured[]): string {
  const [without, withSome] = measured.filter(({ tool }) => tool === "scikit-learn");
  const ours = measured.find((each) => each.tool === "ml-gates" && each.case === without?.case);
  if (without === undefined || withSome === undefined || ours === undefined) return "";
  const plain = medianOf(without, "seconds");
  const each = (medianOf(withSome, "seconds") - plain) / (withSome.resamples ?? 1);
  const all = plain + THOUSAND * each;
  const times = all / medianOf(ours, "seconds");
  return `scikit-learn with ${THOUSAND} resamples: ${all.toFixed(0)} seconds (extrapolated), ${times.toFixed(0)} times ours.`;
}

function medianOf({ runs }: Measured, field: "seconds" | "cpuSeconds" | "peakMb"): number {
  return median(runs.map((run) => run[field]));
}
