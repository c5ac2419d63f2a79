/**
 * The results as a table: medians, and how many times our time each peer takes.
 *
 * @module
 */
import { medianOf, type Results } from "../results.ts";

/** Markdown, a row for every tool and case. */
export function renderTable({ measured }: Results): string {
  const rows = measured.map((each) => {
    const seconds = medianOf(each, "seconds");
    const ours = (tool: string) => {
      const own = measured.find((other) => other.case === each.case && other.tool === tool);
      return own === undefined ? "–" : `${(seconds / medianOf(own, "seconds")).toFixed(2)}×`;
    };
    return [
      each.case,
      `${each.tool} ${each.version ?? ""}`,
      seconds.toFixed(2),
      medianOf(each, "cpuSeconds").toFixed(2),
      `${medianOf(each, "peakMb")}`,
      ours("ml-gates, types declared"),
      ours("ml-gates"),
      `${each.failed} of ${each.checks}`,
    ];
  });
  const head = ["case", "tool", "seconds", "CPU seconds", "peak MB", "to ours declared", "to ours", "failed"];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
