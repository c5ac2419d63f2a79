/**
 * What the command `compare` takes, apart from its code, which is loaded when it is asked for.
 *
 * @module
 */
import type { ActionMetadata } from "../action-metadata.ts";

/** Its words and flags, described as an action's are. */
export const COMPARE_METADATA: ActionMetadata = {
  name: "Compare",
  description:
    "Compares two predictions files or two metrics files, the baseline first, without any configuration: is the second worse, or is it noise?",
  inputs: {
    a: { description: "The baseline: predictions, one row an example, or metrics.", required: true },
    b: { description: "The candidate: a file of the same kind.", required: true },
    columns: {
      description:
        "What the columns of predictions mean where their names do not say it, as a YAML map, such as `{ key: id, label: y }`.",
    },
  },
  outputs: {},
};
