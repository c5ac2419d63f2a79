/**
 * Files of a commit: from the checkout's own objects, else through the API. *Absent* is concluded only from a
 * commit that is present, or from an authenticated answer about a commit that resolves.
 *
 * @module
 */
import { EvidenceError, quote } from "@ml-gates/gate";
import { createClient, readContent } from "@ml-gates/github";
import type { ActionHost } from "./action-host.ts";
import { runGit } from "./run-git.ts";
import { TOOL_VERSION } from "./tool-version.ts";

/** Reads files as they are in one commit. */
export interface CommitFiles {
  /** The commit's full hash where git has it, else the name it was asked by. */
  readonly commit: string;
  /** The file's text, or null when the commit does not have it. */
  read(path: string): Promise<string | null>;
}

/**
 * Opens a commit (a full hash, or a branch of `origin` by name).
 *
 * @throws EvidenceError when neither the checkout nor the API can show it.
 */
export async function openCommit(host: ActionHost, name: string): Promise<CommitFiles> {
  const ref = /^[0-9a-f]{40,64}$/.test(name) ? name : `refs/remotes/origin/${name}`;
  const parsed = await runGit(host, [
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${ref}^{commit}`,
  ]);
  if (parsed.code === 0) return fromObjects(host, parsed.stdout.toString("utf8").trim());
  return fromApi(host, name);
}

function fromObjects(host: ActionHost, commit: string): CommitFiles {
  return {
    commit,
    async read(path) {
      const object = `${commit}:./${path}`;
      const listed = await runGit(host, ["cat-file", "-e", object]);
      if (listed.code !== 0) return null;
      const shown = await runGit(host, ["cat-file", "blob", object]);
      if (shown.code === 0) return shown.stdout.toString("utf8");
      throw new EvidenceError([unreadable(path, commit, shown.stderr)]);
    },
  };
}

function fromApi(host: ActionHost, commit: string): CommitFiles {
  const { repository } = host.run;
  const token = host.inputs["token"];
  if (repository === null || !token) {
    const message = `The commit ${quote(commit)}, whose policy decides, is not in this checkout, and there is no token to ask the API.`;
    throw new EvidenceError([{ message, remedy: REMEDY }]);
  }
  const client = createClient({ token, apiUrl: host.run.apiUrl, userAgent: `ml-gates/${TOOL_VERSION}` });
  return {
    commit,
    async read(path) {
      const content = await readContent(client, { repository, commit, path });
      return "absent" in content ? null : content.text;
    },
  };
}

const REMEDY =
  "Give actions/checkout `fetch-depth: 2`, or the job `permissions: { contents: read }` and this action the `token`.";

function unreadable(path: string, commit: string, detail: string) {
  return { message: `${path} of commit ${commit} cannot be read: ${quote(detail)}.`, remedy: REMEDY };
}
