/**
 * The operation `register`: gives the model's bytes a version, with the metrics and predictions that go with them.
 *
 * @module
 */
import type { ActionResult } from "@ml-gates/runner";
import { requirement } from "./judge-evidence.ts";
import { judgeAgain } from "./judge-kept.ts";
import { readCandidate } from "./read-candidate.ts";
import { readModel, type Task, tellOutcome } from "./task.ts";

/** Registers the model at hand; the same bytes are the same version, with the files they first came with. */
export async function registerModel(task: Task): Promise<ActionResult> {
  const { host, gate, registry, model } = task;
  const { path, digest } = await readModel(task);
  const files = await readCandidate(host, gate.file);
  const known = await registry.findByDigest(model, digest);
  const { commit } = host.run;
  const version = await registry.register({ model, digest, ...files, commit, at: host.now() });
  const summary = `${path} is version ${version.version} of ${model}${known === null ? "" : ", registered before"}.`;
  return tellOutcome(task, {
    summary,
    findings: [
      requirement("registry/version", "pass", { why: summary, remedy: null }),
      ...judgeAgain(version, files),
    ],
    version,
    changed: known === null,
    evidence: [{ role: "model", uri: path, digest, version: version.version, rows: null }],
    data: { version: version.version, digest },
  });
}
