/**
 * Every action there is, loaded when it is asked for: a bundle starts with the code of one.
 *
 * @module
 */
import type { Action } from "@ml-gates/runner";

/** Loads an action by its folder name. */
export const ACTIONS: Readonly<Record<string, () => Promise<Action>>> = {
  "validate-data": async () => (await import("@ml-gates/validate-data")).validateData,
  "compare-models": async () => (await import("@ml-gates/compare-models")).compareModels,
  "assess-fairness": async () => (await import("@ml-gates/assess-fairness")).assessFairness,
  "detect-drift": async () => (await import("@ml-gates/detect-drift")).detectDrift,
  "publish-report": async () => (await import("@ml-gates/publish-report")).publishReport,
  "promote-model": async () => (await import("@ml-gates/promote-model")).promoteModel,
};

/** Loads an action by its folder name. @throws RangeError for a name that is none: our own stub's fault. */
export function loadAction(id: string): Promise<Action> {
  const load = ACTIONS[id];
  if (load === undefined) throw new RangeError(`there is no action ${id}`);
  return load();
}
