/**
 * Reading what a gate judges: files of the working directory, files of git, versions of the registry.
 *
 * @module
 */
import type { BaselineSource, EngineSettings, GateFile } from "@ml-gates/gate";
import type { SqlEngine } from "@ml-gates/engines";
import type { ActionHost } from "./action-host.ts";

/** A file as it was read, with the origin a report states. */
export interface ReadFile {
  /** Absolute path of a local copy: what a query engine opens. */
  readonly path: string;
  /** As the user wrote it. */
  readonly uri: string;
  readonly digest: string;
  /** Version or commit behind a registry or git source. */
  readonly version: string | null;
}

/** A baseline, or why there is none: a first run is an outcome of its own. */
export type FetchedBaseline = ReadFile | { readonly absent: string };

/** The text of a small file under the working directory, UTF-8, at most `maxBytes` (default 64 MiB). */
export declare function readTextFile(
  host: ActionHost,
  path: string,
  maxBytes?: number,
): Promise<{ readonly text: string; readonly digest: string }>;

/**
 * The baseline's metrics or predictions as a local file.
 *
 * @throws EvidenceError when the source cannot be read, or when the model is there without the alias.
 */
export declare function fetchBaseline(
  host: ActionHost,
  gate: GateFile,
  wanted: { readonly source: BaselineSource; readonly which: "metrics" | "predictions" },
): Promise<FetchedBaseline>;

/** The embedded engine, working in the host's directory. Close it in a `finally`. */
export declare function openEngine(host: ActionHost, settings: EngineSettings): Promise<SqlEngine>;
