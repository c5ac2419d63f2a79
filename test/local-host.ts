/**
 * A host of no runner: nothing is told to anybody, and nothing but the folder is known of the run.
 *
 * @module
 */
import type { ActionHost } from "@ml-gates/runner";

/** The host of a folder; a test says of it what it is about. */
export function localHost(directory: string, also: Partial<ActionHost> = {}): ActionHost {
  return {
    inputs: {},
    directory,
    run: {
      event: "local",
      repository: null,
      commit: null,
      base: null,
      pullRequest: null,
      url: null,
      attempt: 1,
      leg: {},
      apiUrl: "https://api.github.com",
      serverUrl: "https://github.com",
    },
    environment: {},
    log: () => {},
    annotate: () => {},
    setOutput: () => {},
    appendSummary: async () => {},
    mask: () => {},
    now: () => new Date(0),
    ...also,
  };
}
