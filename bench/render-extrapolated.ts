/**
 * Results beside a peer whose bootstrap is too slow to be run whole: medians, and how many times our time all its
 * replicates take.
 *
 * @module
 */
import type { Run } from "./measure-process.ts";
import { medianOf } from "./results.ts";

/** A tool on a case. */
export interface Measured {
  readonly case: string;
  readonly tool: string;
  readonly version: string | null;
  /** Of the peer's bootstrap; null for ours, whose intervals need none. */
  readonly replicates: number | null;
  readonly runs: readonly Run[];
}

/** The peer, how many replicates are extrapolated, and from which time. */
export interface Extrapolated {
  readonly peer: string;
  readonly replicates: number;
  /** Seconds of the processor are not stretched by what else runs on the machine. */
  readonly field: "seconds" | "cpuSeconds";
}

/** Markdown, a row for every tool and case, and a sentence on the extrapolated peer. */
export function renderTable(measured: readonly Measured[], extrapolated: Extrapolated): string {
  const rows = measured.map((each) => [
    each.case,
    `${each.tool} ${each.version ?? ""}${each.replicates === null ? "" : `, ${each.replicates} replicates`}`,
    medianOf(each, "seconds").toFixed(2),
    medianOf(each, "cpuSeconds").toFixed(2),
    String(medianOf(each, "peakMb")),
  ]);
  const head = ["case", "tool", "seconds", "CPU seconds", "peak MB"];
  const table = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  return `${table}\n${compare(measured, extrapolated)}`;
}

/** A replicate's time is the difference of the peer's two runs, shared. */
function compare(measured: readonly Measured[], { peer, replicates, field }: Extrapolated): string {
  const [without, withSome] = measured.filter(({ tool }) => tool === peer);
  const ours = measured.find((each) => each.tool === "ml-gates" && each.case === without?.case);
  if (without === undefined || withSome === undefined || ours === undefined) return "";
  const plain = medianOf(without, field);
  const each = (medianOf(withSome, field) - plain) / (withSome.replicates ?? 1);
  const all = plain + replicates * each;
  const unit = field === "cpuSeconds" ? "CPU seconds" : "seconds";
  const times = all / medianOf(ours, field);
  return `${peer} with ${replicates} replicates: ${all.toFixed(0)} ${unit} (extrapolated), ${times.toFixed(0)} times ours.`;
}
