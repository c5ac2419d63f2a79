/**
 * promote-model: moves a registry pointer, and only on passing evidence for that very model.
 *
 * @module
 */
import { InputError } from "@ml-gates/gate";
import { type Action, type Gate, openRegistry, readGate } from "@ml-gates/runner";
import { INPUTS, parseInputs } from "./inputs.ts";
import { movePointer } from "./move-pointer.ts";
import { registerModel } from "./register-model.ts";
import { resolveAlias } from "./resolve-alias.ts";
import { ACTION_ID } from "./task.ts";

const OPERATIONS = { resolve: resolveAlias, register: registerModel, promote: movePointer } as const;

/** The action `promote-model`. */
export const promoteModel: Action = {
  id: ACTION_ID,
  inconclusive: "fail",
  async run(host) {
    const inputs = parseInputs(host.inputs);
    const gate = await readGate(host, INPUTS);
    const registry = openRegistry(host, gate.file.registry);
    const alias = inputs.to ?? gate.file.registry.alias;
    return OPERATIONS[inputs.operation]({ host, inputs, gate, registry, model: nameModel(gate), alias });
  },
};

function nameModel({ file }: Gate): string {
  if (file.model !== null) return file.model;
  const message = "The gate file names no `model`: a registry keeps versions of a model by its name.";
  throw new InputError([{ message, remedy: "Add `model: <name>`, such as `model: employment`." }]);
}
