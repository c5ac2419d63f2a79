/**
 * Git in the host's directory, as safe as the ledger runs it.
 *
 * @module
 */
import { cleanEnvironment, type GitOutcome, runGit as runSafely } from "@ml-gates/registries";
import type { ActionHost } from "./action-host.ts";

/** Runs git; a failing command is a result, not an exception. */
export function runGit(
  { directory, environment }: Pick<ActionHost, "directory" | "environment">,
  args: readonly string[],
): Promise<GitOutcome> {
  return runSafely(args, { directory, environment: cleanEnvironment(environment) });
}
