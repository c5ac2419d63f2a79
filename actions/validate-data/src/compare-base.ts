/**
 * A table beside the earlier version that its data section names.
 *
 * @module
 */
import type { OpenedTable, SqlEngine } from "@ml-gates/engines";
import type { DataDiff } from "@ml-gates/expectations";
import type { DataSection, Evidence } from "@ml-gates/gate";
import { type ActionHost, fetchBaseline, type Gate } from "@ml-gates/runner";
import { diffData } from "./diff-data.ts";

/** What changed, and which bytes it is the change from. */
export interface BaseComparison {
  readonly diff: DataDiff;
  readonly evidence: Evidence;
}

/** A data section that has been opened. */
export interface Opened {
  readonly host: ActionHost;
  readonly gate: Gate;
  readonly section: DataSection;
  readonly table: OpenedTable;
}

/** Null when no base is named, or when the named one is not there yet: the log then says so. */
export async function compareBase(
  engine: SqlEngine,
  { host, gate, section, table }: Opened,
): Promise<BaseComparison | null> {
  const { base: source, types, missing, name } = section;
  if (source === null) return null;
  const fetched = await fetchBaseline(host, gate.file, { source, which: "predictions" });
  if ("absent" in fetched) {
    host.log(`${name}: nothing to compare with yet: ${fetched.absent}.`);
    return null;
  }
  const { path, uri, digest, version } = fetched;
  const base = await engine.open({ path, types, ...(missing === null ? {} : { missing }) });
  const diff = await diffData(engine, { base, candidate: table });
  return { diff, evidence: { role: "base", uri, digest, version, rows: base.rows } };
}
