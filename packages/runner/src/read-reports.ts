/**
 * Reports of other gates, read from a folder or a glob.
 *
 * @module
 */
import { readdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { EvidenceError, type GateReport, parseGateReport, quote } from "@ml-gates/gate";
import type { ActionHost } from "./action-host.ts";
import { readTextFile, resolvePath } from "./read-file.ts";

/** A report and the file it was read from. */
export interface ReadReport {
  readonly path: string;
  readonly report: GateReport;
}

const MAX_BYTES = 32 << 20;
/** A stranger's run may have left any number of files. */
const MAX_FILES = 1000;
const MAX_TOTAL_BYTES = 256 << 20;
/** Actions that judge by the reports of others: a report of their own in the same folder is no evidence. */
const READERS = ["publish-report", "promote-model"];

/**
 * Every gate's report that files, folders (their `*.json`) or globs name, one a line, sorted by path.
 *
 * @throws EvidenceError when a file cannot be read; InputError when one is not a report or was changed.
 */
export async function readReports(host: ActionHost, pattern: string): Promise<readonly ReadReport[]> {
  return parseReports(await readReportTexts(host, pattern));
}

/** As {@link readReports}, of texts that were read already. */
export function parseReports(texts: readonly ReportText[]): readonly ReadReport[] {
  const read = texts.map(({ path, text }) => ({ path, report: parseGateReport(text, path) }));
  return read.filter(({ report }) => !READERS.includes(report.gate.id));
}

/** A report's text, of whichever tool. */
export interface ReportText {
  readonly path: string;
  readonly text: string;
  readonly digest: string;
}

/** The texts that the pattern of {@link readReports} names, sorted by path. @throws EvidenceError when they are too many. */
export async function readReportTexts(host: ActionHost, pattern: string): Promise<readonly ReportText[]> {
  const found = await Promise.all(pattern.split("\n").map((each) => listFiles(host, each.trim())));
  const paths = [...new Set(found.flat())].toSorted();
  if (paths.length > MAX_FILES) throw tooMuch(`${paths.length} files`, `${MAX_FILES} files`, pattern);
  const texts: ReportText[] = [];
  let bytes = 0;
  for (const path of paths) {
    const read = await readTextFile(host, path, MAX_BYTES);
    bytes += Buffer.byteLength(read.text);
    if (bytes > MAX_TOTAL_BYTES) throw tooMuch(`more than ${MAX_TOTAL_BYTES} bytes`, "that much", pattern);
    texts.push({ path, ...read });
  }
  return texts;
}

function tooMuch(seen: string, most: string, pattern: string): EvidenceError {
  const message = `The reports at ${quote(pattern)} are ${seen}; at most ${most} are read.`;
  return new EvidenceError([{ message, remedy: "Name the reports of this run's gates only." }]);
}

/** `*` stands for a part of a name, `**` for any folders; a folder stands for its `*.json`. */
async function listFiles(host: ActionHost, pattern: string): Promise<readonly string[]> {
  if (pattern === "") return [];
  const found = await stat(resolvePath(host, pattern)).catch(() => null);
  if (found?.isFile()) return [pattern];
  const glob = found?.isDirectory() ? `${pattern.replace(/\/+$/, "")}/*.json` : pattern;
  const folder = /^(?:[^*]*\/)?/.exec(glob)?.[0] ?? "";
  const root = resolvePath(host, folder || ".");
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  const wanted = globPattern(glob.slice(folder.length));
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((path) => wanted.test(path))
    .map((path) => `${folder}${path}`);
}

function globPattern(glob: string): RegExp {
  const escaped = glob.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll("**/", "(?:.+/)?").replaceAll(/\*+/g, "[^/]*")}$`);
}
