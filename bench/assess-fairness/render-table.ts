/**
 * The results as a table: medians, and how many times our time fairlearn takes with a hundred replicates.
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
  /** Of fairlearn's bootstrap; null for ours, whose intervals need none. */
  readonly replicates: number | null;
  readonly runs: readonly Run[];
}

const HUNDRED = 100;

/** Markdown, a row for every tool and case. */
export function renderTable(measured: readonly Measured[]): string {
  const rows = measured.map((each) => [
    each.case,
    `${each.tool} ${each.version ?? ""}${each.replicates === null ? "" : `, ${each.replicates} replicates`}`,
    medianOf(each, "seconds").toFixed(2),
    medianOf(each, "cpuSeconds").toFixed(2),
    String(medianOf(each, "peakMb")),
  ]);
  const head = ["case", "tool", "seconds", "CPU seconds", "peak MB"];
  const table = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  return `${table}\n${compare(measured)}`;
}

/**
 * A replicate's time is the difference of both runs, shared; a hundred are extrapolated. In seconds of the processor, which
 * what else runs on the machine does not stretch: ours uses several at once, fairlearn one.
 */
function compare(measured: readonly Measured[]): string {
  const theirs = measured.filter(({ tool }) => tool === "fairlearn");
  const [without, withSome] = theirs;
  const ours = measured.find((each) => each.tool === "ml-gates" && each.case === without?.case);
  if (without === undefined || withSome === undefined || ours === undefined) return "";
  const [plain, some] = [medianOf(without, "cpuSeconds"), medianOf(withSome, "cpuSeconds")];
  const each = (some - plain) / (withSome.replicates ?? 1);
  const hundred = plain + HUNDRED * each;
  const times = hundred / medianOf(ours, "cpuSeconds");
  return `fairlearn with ${HUNDRED} replicates: ${hundred.toFixed(0)} CPU seconds (extrapolated), ${times.toFixed(0)} times ours.`;
}

function medianOf({ runs }: Measured, field: "seconds" | "cpuSeconds" | "peakMb"): number {
  return median(runs.map((run) => run[field]));
}
