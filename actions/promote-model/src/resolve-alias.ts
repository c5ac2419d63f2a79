/**
 * The operation `resolve`: which version does the alias name?
 *
 * @module
 */
import type { ActionResult } from "@ml-gates/runner";
import { requirement } from "./judge-evidence.ts";
import { type Task, tellOutcome } from "./task.ts";

/** Answers from the registry; a registry without the model yet is a first run, and no error. */
export async function resolveAlias(task: Task): Promise<ActionResult> {
  const { registry, model, alias, inputs } = task;
  const found =
    inputs.version === null
      ? (await registry.resolve(model, alias)).found
      : await registry.find(model, inputs.version);
  const place = inputs.version === null ? `${model}@${alias}` : `${model} ${inputs.version}`;
  const summary =
    found === null
      ? `The registry has no ${model} yet.`
      : `${place} is version ${found.version}, with digest ${found.digest}.`;
  const remedy = "Register the model and promote it: then there is a version to compare with.";
  const answered = { why: "The registry answered, and its chain is whole.", remedy: null };
  const findings = [
    requirement("registry/readable", "pass", answered),
    found === null
      ? requirement("registry/alias", "skipped", { why: summary, reason: "no-baseline", remedy })
      : requirement("registry/alias", "pass", { why: summary, remedy: null }),
  ];
  return tellOutcome(task, { summary, findings, version: found, changed: false, data: {} });
}
