/**
 * Files of a commit: from the checkout's own objects, else through the API. *Absent* is concluded only from a
 * commit whose tree was read, or from an authenticated answer about a commit that resolves.
 *
 * @module
 */
import { realpathSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { EvidenceError, InputError, quote } from "@ml-gates/gate";
import type { ActionHost } from "./action-host.ts";
import { resolvePath } from "./read-file.ts";
import { runGit } from "./run-git.ts";
import { TOOL_VERSION } from "./tool-version.ts";

/** Reads files as they are in one commit. */
export interface CommitFiles {
  /** The commit's full hash where git has it, else the name it was asked by. */
  readonly commit: string;
  /** A file's bytes, by its path from the working directory; null when the commit does not have it. */
  readBytes(path: string): Promise<Buffer | null>;
}

/**
 * Opens a commit (a full hash, or a branch of `origin` by name) of the repository that `path` lies in.
 *
 * @throws EvidenceError when neither the checkout nor the API can show it.
 */
export async function openCommit(host: ActionHost, name: string, path: string): Promise<CommitFiles> {
  const top = await findTopLevel(host, path);
  const ref = /^[0-9a-f]{40,64}$/.test(name) ? name : `refs/remotes/origin/${name}`;
  const commit = top === null ? null : await resolveCommit({ ...host, directory: top }, ref);
  if (top !== null && commit !== null) return fromObjects(host, { top, commit });
  return await fromApi(host, { top: top ?? host.directory, commit: name });
}

/** The repository's root, looked for from the path's own folder: a checkout may lie in a folder of the workspace. */
async function findTopLevel(host: ActionHost, path: string): Promise<string | null> {
  for (const directory of [dirname(resolvePath(host, path)), host.directory]) {
    const found = await runGit({ ...host, directory }, ["rev-parse", "--show-toplevel"]).catch(() => null);
    if (found?.code === 0) return found.stdout.toString("utf8").trim();
  }
  return null;
}

/** The full hash behind a name; null when this repository does not have it. */
export async function resolveCommit(
  where: Pick<ActionHost, "directory" | "environment">,
  name: string,
): Promise<string | null> {
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`];
  const parsed = await runGit(where, args);
  return parsed.code === 0 ? parsed.stdout.toString("utf8").trim() : null;
}

/** A commit of the repository at `top`. */
interface CommitAt {
  readonly top: string;
  readonly commit: string;
}

function fromObjects(host: ActionHost, { top, commit }: CommitAt): CommitFiles {
  return {
    commit,
    readBytes: (path) => readBlob({ ...host, directory: top }, commit, pathFrom(host, top, path)),
  };
}

/**
 * A file's bytes in a commit; null when the commit's tree does not have it. The tree is listed, because a blob that
 * cannot be had (a partial clone without its server) is not a file that is not there.
 *
 * @throws EvidenceError when the tree or the file cannot be read.
 */
export async function readBlob(
  where: Pick<ActionHost, "directory" | "environment">,
  commit: string,
  path: string,
): Promise<Buffer | null> {
  const listed = await runGit(where, ["--literal-pathspecs", "ls-tree", "-z", commit, "--", path]);
  if (listed.code !== 0) throw unreadable(path, commit, listed.stderr);
  if (listed.stdout.length === 0) return null;
  const shown = await runGit(where, ["cat-file", "blob", `${commit}:./${path}`]);
  if (shown.code !== 0) throw unreadable(path, commit, shown.stderr);
  return shown.stdout;
}

async function fromApi(host: ActionHost, { top, commit }: CommitAt): Promise<CommitFiles> {
  const { repository } = host.run;
  const token = host.inputs["token"];
  if (repository === null || !token) {
    const message = `The commit ${quote(commit)}, whose policy decides, is not in this checkout, and there is no token to ask the API.`;
    throw new EvidenceError([{ message, remedy: REMEDY }]);
  }
  // The client is a tenth of a second to load, and a checkout with the commit never needs it.
  const { createClient, readContent } = await import("@ml-gates/github");
  const client = createClient({ token, apiUrl: host.run.apiUrl, userAgent: `ml-gates/${TOOL_VERSION}` });
  return {
    commit,
    async readBytes(path) {
      const content = await readContent(client, { repository, commit, path: pathFrom(host, top, path) });
      return "absent" in content ? null : Buffer.from(content.text);
    },
  };
}

/** @throws InputError when the path leaves the repository: no commit of it could hold that file. */
function pathFrom(host: ActionHost, top: string, path: string): string {
  // Git names the root without links; the working directory may be named through one.
  const real = resolve(realpathSync(host.directory), relative(host.directory, resolvePath(host, path)));
  const inside = relative(realpathSync(top), real).split(sep).join("/");
  if (!inside.startsWith("../") && inside !== ".." && !inside.startsWith("/")) return inside;
  const message = `The path ${quote(path)} lies outside of the repository ${quote(top)}, whose base decides.`;
  throw new InputError([
    { message, remedy: "Name a file of the repository, relative to the working directory." },
  ]);
}

const REMEDY =
  "Give actions/checkout `fetch-depth: 2`, or the job `permissions: { contents: read }` and this action the `token`.";

function unreadable(path: string, commit: string, detail: string): EvidenceError {
  const message = `${path} of commit ${commit} cannot be read: ${quote(detail)}.`;
  return new EvidenceError([{ message, remedy: REMEDY }]);
}
