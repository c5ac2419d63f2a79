/**
 * A baseline of the gate file's own registry: what the production version was registered with.
 *
 * @module
 */
import { extname } from "node:path";
import { EvidenceError, type GateFile, InputError } from "@ml-gates/gate";
import type { ActionHost } from "./action-host.ts";
import { openRegistry } from "./evidence.ts";
import type { FetchedBaseline, WantedBaseline } from "./fetch-baseline.ts";
import { makeBaselinePath } from "./keep-baseline.ts";

/** @throws EvidenceError when the model is there without the alias, or its file is not what was registered. */
export async function fetchFromRegistry(
  host: ActionHost,
  gate: GateFile,
  which: WantedBaseline["which"],
): Promise<FetchedBaseline> {
  const { model, registry: section } = gate;
  if (model === null) {
    const message = "`baseline: registry` is asked for, but the gate file names no `model`.";
    throw new InputError([{ message, remedy: "Add `model: <name>`, as the registry calls it." }]);
  }
  const registry = openRegistry(host, section);
  const { found, ...rest } = await registry.resolve(model, section.alias);
  if (found === null)
    return {
      absent:
        "why" in rest && rest.why === "no-model" ? `no model ${model} in the registry` : "no registry yet",
    };
  const kept = found[which];
  if (kept === null) {
    const message = `Version ${found.version} of ${model} (alias ${section.alias}) was registered without ${which}.`;
    throw new EvidenceError([
      { message, remedy: `Register a version with its ${which}, or name another baseline.` },
    ]);
  }
  const path = await makeBaselinePath(host, extname(kept.uri.replace(/[?#].*$/, "")));
  await registry.fetchFile(found, which, path);
  const uri = `registry:${model}@${section.alias}`;
  const origin = { commit: found.commit, createdAt: found.registeredAt };
  return { path, uri, digest: kept.digest, version: found.version, origin };
}
