/**
 * What every action is: a gate's id and a function from a host to what was found.
 *
 * @module
 */
import type { GateFile, GateReport, InconclusivePolicy, Judgement } from "@ml-gates/gate";
import type { ActionHost } from "./action-host.ts";

/** What an action hands back; the boundary writes reports, outputs, summary, annotations and exit code. */
export interface ActionResult {
  /** One per thing judged; empty for actions that judge nothing. */
  readonly judgements: readonly Judgement[];
  /** What inconclusive does to the job, when an input or the gate file says. */
  readonly inconclusive?: InconclusivePolicy | null;
  /** The gate file's waivers, and whether it only reports; for actions whose findings they are about. */
  readonly rules?: Pick<GateFile, "waivers" | "reportOnly">;
  /** The action's own outputs beside the common four. */
  readonly outputs?: Readonly<Record<string, string>>;
  /** Reports of other gates that decide the exit too (publish-report). */
  readonly reports?: readonly GateReport[];
  /** Gates that were expected and did not report: they block. */
  readonly missing?: readonly string[];
  /** Markdown for the step's summary; the boundary renders the reports when none is given. */
  readonly summary?: string;
}

/** One action: a folder under `actions/`. */
export interface Action {
  /** The action's folder name, such as `compare-models`. */
  readonly id: string;
  /** Whether `inconclusive` blocks when neither input nor gate file says: `fail` for promotion. */
  readonly inconclusive: InconclusivePolicy;
  run(host: ActionHost): Promise<ActionResult>;
}
