/**
 * Reports of other gates, read from a folder or a glob.
 *
 * @module
 */
import { glob, stat } from "node:fs/promises";
import { type GateReport, parseGateReport } from "@ml-gates/gate";
import type { ActionHost } from "./action-host.ts";
import { readTextFile, resolvePath } from "./read-file.ts";

/** A report and the file it was read from. */
export interface ReadReport {
  readonly path: string;
  readonly report: GateReport;
}

const MAX_BYTES = 32 << 20;

/**
 * Every report that a folder (its `*.json`) or a glob names, sorted by path; none is an empty list.
 *
 * @throws EvidenceError when a file cannot be read; InputError when one is not a report or was changed.
 */
export async function readReports(host: ActionHost, pattern: string): Promise<readonly ReadReport[]> {
  const paths: string[] = [];
  for await (const path of glob(await toGlob(host, pattern), { cwd: host.directory })) paths.push(path);
  return Promise.all(
    paths
      .sort()
      .map(async (path) => ({
        path,
        report: parseGateReport((await readTextFile(host, path, MAX_BYTES)).text, path),
      })),
  );
}

async function toGlob(host: ActionHost, pattern: string): Promise<string> {
  const found = await stat(resolvePath(host, pattern)).catch(() => null);
  return found?.isDirectory() ? `${pattern.replace(/\/+$/, "")}/*.json` : pattern;
}
