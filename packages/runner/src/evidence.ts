/**
 * Reading what a gate judges: files of the working directory, files of git, versions of the registry.
 *
 * @module
 */
import { openDuckdb, type SqlEngine } from "@ml-gates/engines";
import type { EngineSettings, RegistrySection } from "@ml-gates/gate";
import { openGitLedger, type Registry } from "@ml-gates/registries";
import type { ActionHost } from "./action-host.ts";

/** The embedded engine, working in the host's directory. Close it in a `finally`. */
export function openEngine(host: ActionHost, settings: EngineSettings): Promise<SqlEngine> {
  const { directory, environment, log } = host;
  return openDuckdb({ ...settings, directory, environment, log: (line) => log(line) });
}

/** The gate file's registry. */
export function openRegistry(host: ActionHost, section: RegistrySection): Registry {
  const { directory, environment, log } = host;
  const { branch, repository } = section;
  return openGitLedger({ directory, environment, branch, repository, log: (line) => log(line) });
}
