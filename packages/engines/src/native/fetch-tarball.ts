/**
 * Fetches the native library's tarball through the `npm` client.
 *
 * The client runs in an empty folder with an allow-listed environment, so that a pull request's own `.npmrc` neither
 * sees secrets nor chooses the source; the user's and the global npm configuration still apply.
 *
 * @module
 */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { EvidenceError } from "@ml-gates/gate";
import type { NativePackage } from "./native-package.ts";

const ALLOWED = new Set(
  [
    [
      "PATH",
      "PATHEXT",
      "HOME",
      "USERPROFILE",
      "HOMEDRIVE",
      "HOMEPATH",
      "APPDATA",
      "LOCALAPPDATA",
      "PROGRAMFILES",
    ],
    [
      "SYSTEMROOT",
      "SYSTEMDRIVE",
      "WINDIR",
      "COMSPEC",
      "TMPDIR",
      "TEMP",
      "TMP",
      "LANG",
      "LC_ALL",
      "XDG_CONFIG_HOME",
    ],
    [
      "HTTP_PROXY",
      "HTTPS_PROXY",
      "NO_PROXY",
      "ALL_PROXY",
      "NODE_EXTRA_CA_CERTS",
      "SSL_CERT_FILE",
      "SSL_CERT_DIR",
    ],
    ["NPM_CONFIG_USERCONFIG", "NPM_CONFIG_GLOBALCONFIG"],
  ].flat(),
);

/**
 * The part of an environment that the npm client may see: none of GitHub's, no input, no token.
 *
 * @example
 * npmEnvironment({ PATH: "/bin", GITHUB_TOKEN: "s", npm_config_registry: "r" }); // => { PATH: "/bin" }
 */
export function npmEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const allowed: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && ALLOWED.has(name.toUpperCase())) allowed[name] = value;
  }
  return allowed;
}

/** Where and with what a tarball is fetched. */
export interface FetchSettings {
  /** A folder that is not there yet; it is removed again. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The tarball's bytes, not verified. @throws EvidenceError when npm is not there or cannot fetch it. */
export async function fetchTarball(
  wanted: NativePackage,
  { folder, environment }: FetchSettings,
): Promise<Buffer> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Its own package.json makes the folder npm's root: npm looks no further up for one with an `.npmrc` beside it.
  await writeFile(join(folder, "package.json"), "{}");
  try {
    await runNpm(wanted, folder, npmEnvironment(environment));
    const [file, ...others] = (await readdir(folder)).filter((name) => name.endsWith(".tgz"));
    if (file === undefined || others.length > 0) throw new Error("npm pack left no tarball");
    return await readFile(join(folder, file));
  } catch (error) {
    throw notFetched(wanted, error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runNpm(
  { name, version }: NativePackage,
  cwd: string,
  env: Record<string, string>,
): Promise<void> {
  const quiet = ["--no-workspaces", "--ignore-scripts", "--no-update-notifier", "--loglevel=error"];
  const args = ["pack", `${name}@${version}`, ...quiet];
  const { getExecOutput } = await import("@actions/exec");
  const { exitCode, stderr } = await getExecOutput("npm", args, {
    cwd,
    env,
    silent: true,
    ignoreReturnCode: true,
  });
  if (exitCode !== 0) throw new Error(`npm pack ended with ${exitCode}: ${told(stderr)}`);
}

/** What npm says, on one line and without its prefix and the place of its log. */
function told(stderr: string): string {
  const lines = stderr.split("\n").map((line) => line.replace(/^npm (error|ERR!)\s*/, "").trim());
  return lines
    .filter((line) => line !== "" && !line.startsWith("A complete log"))
    .join("; ")
    .slice(0, 600);
}

function notFetched({ name, version }: NativePackage, error: unknown): EvidenceError {
  const reason = error instanceof Error ? error.message : String(error);
  const message = `The embedded engine's library, ${name}@${version}, could not be fetched: ${reason}`;
  const remedy =
    "Install npm on the runner and let it reach its registry (the user's npm configuration may name a mirror), or unpack that package there and name its folder in `engine: { native-path }`.";
  return new EvidenceError([{ message: message.endsWith(".") ? message : `${message}.`, remedy }]);
}
