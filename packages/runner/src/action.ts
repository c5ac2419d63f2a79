/**
 * What every action is: a gate's id and a function from a host to what was found.
 *
 * @module
 */
import type { GateReport, Judgement, Mode } from "@ml-gates/gate";
import type { ActionHost } from "./action-host.ts";

/** What an action hands back; the boundary writes reports, outputs, summary, annotations and exit code. */
export interface ActionResult {
  /** One per thing judged; empty for actions that judge nothing. */
  readonly judgements: readonly Judgement[];
  /** The action's own outputs beside the common four. */
  readonly outputs?: Readonly<Record<string, string>>;
  /** Reports an action other than a gate ended with (publish-report's reading of others); they decide the exit. */
  readonly reports?: readonly GateReport[];
  /** Markdown for the step's summary; the boundary renders the reports when none is given. */
  readonly summary?: string;
}

export interface Action {
  /** The action's folder name, such as `compare-models`. */
  readonly id: string;
  /** Whether `inconclusive` blocks when neither input nor gate file says: `fail` for promotion. */
  readonly inconclusive: "warn" | "fail";
  readonly mode: Mode | null;
  run(host: ActionHost): Promise<ActionResult>;
}
