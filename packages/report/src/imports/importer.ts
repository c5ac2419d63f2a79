/**
 * What an importer is: a shape it knows, and the findings in it.
 *
 * @module
 */
import { type Finding, finding, type JsonValue, type Outcome, type Severity } from "@ml-gates/gate";
import type { JsonRecord } from "./read-json.ts";

/** A reader of one tool's reports. */
export interface Importer {
  /** The gate id that the findings are told under, such as `dbt`. */
  readonly tool: string;
  isOwn(value: JsonValue): boolean;
  /** Every check the tool judged. */
  list(value: JsonRecord): readonly Finding[];
}

/** What a tool said of one check. */
export interface Said {
  readonly id: string;
  readonly outcome: Outcome;
  readonly severity?: Severity;
  readonly kind?: Finding["kind"];
  readonly check?: JsonRecord;
  readonly observed?: number | null;
  readonly reason?: string | null;
  readonly samples?: Finding["samples"];
  readonly slice?: Finding["slice"];
  readonly why: string;
  readonly remedy?: string;
}

const MOST = { id: 200, why: 2000 } as const;

/** A check of another tool as a finding, its texts cut. */
export function importFinding({
  kind = "requirement",
  check = {},
  severity = "block",
  ...said
}: Said): Finding {
  return finding({
    ...said,
    id: said.id.slice(0, MOST.id),
    why: said.why.slice(0, MOST.why),
    kind,
    check,
    severity,
    remedy: said.outcome === "pass" || said.outcome === "skipped" ? null : (said.remedy ?? null),
  });
}
