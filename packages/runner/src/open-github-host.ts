/**
 * Opens the host of a job, and loads its client only there: a terminal needs none of it.
 *
 * @module
 */
import type { ActionHost } from "./action-host.ts";

/** The host of the job this process runs in. */
export async function openGithubHost(environment: ActionHost["environment"]): Promise<ActionHost> {
  const { createGithubHost } = await import("./github-host.ts");
  return createGithubHost(environment);
}
