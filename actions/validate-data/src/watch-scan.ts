/**
 * Shows how far a long scan has come, where somebody watches.
 *
 * @module
 */
import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { ScanProgress, SqlEngine } from "@ml-gates/engines";
import type { DataSection } from "@ml-gates/gate";
import type { ActionHost } from "@ml-gates/runner";

const PERIOD_MILLISECONDS = 500;

/** What is being read: its name, and its bytes where they are known. */
interface Watched {
  readonly name: string;
  readonly bytes: number | null;
}

/** Who watches, what is asked, and what it reads. */
interface Watching {
  readonly host: Pick<ActionHost, "directory" | "showProgress">;
  readonly engine: Pick<SqlEngine, "progress">;
  readonly section: Pick<DataSection, "name" | "path">;
}

/** Runs work on one table and meanwhile shows a line; what takes less than half a second shows none. */
export async function watchScan<T>({ host, engine, section }: Watching, work: () => Promise<T>): Promise<T> {
  if (host.showProgress === undefined) return work();
  const size = statSync(resolve(host.directory, section.path), { throwIfNoEntry: false });
  const watched = { name: section.name, bytes: size?.isFile() ? size.size : null };
  let start = { percent: 0, at: performance.now() };
  const timer = setInterval(() => {
    const progress = engine.progress();
    if (progress === null) return;
    // A smaller share belongs to the next statement.
    if (progress.percent < start.percent) start = { percent: 0, at: performance.now() };
    start = { ...start, percent: progress.percent };
    host.showProgress?.(renderProgress(watched, progress, (performance.now() - start.at) / 1000));
  }, PERIOD_MILLISECONDS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    host.showProgress("");
  }
}

/** Such as `people: 42 %, 4,200,000 rows, 310 MB/s`. */
export function renderProgress(
  { name, bytes }: Watched,
  { percent, rows }: ScanProgress,
  seconds: number,
): string {
  const share = Math.floor(percent);
  const speed =
    bytes === null || seconds === 0 ? [] : [`${Math.round((bytes * percent) / 100 / seconds / 1e6)} MB/s`];
  return [`${name}: ${share} %`, `${rows.toLocaleString("en-US")} rows`, ...speed].join(", ");
}
