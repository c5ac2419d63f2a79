/**
 * A baseline that is a file: of the working directory, of the base commit, or of a commit by its ref.
 *
 * @module
 */
import { stat } from "node:fs/promises";
import { relative } from "node:path";
import { EvidenceError, type EvidenceOrigin, quote } from "@ml-gates/gate";
import type { ActionHost } from "./action-host.ts";
import { openCommit, readBlob, resolveCommit } from "./commit-files.ts";
import type { FetchedBaseline } from "./fetch-baseline.ts";
import { keepBaseline } from "./keep-baseline.ts";
import { digestFile, resolvePath } from "./read-file.ts";
import { runGit } from "./run-git.ts";

/** What a change is compared with is not its own to change: a baseline that the base has is read from the base. */
export async function fetchFile(host: ActionHost, path: string): Promise<FetchedBaseline> {
  const base = host.run.base === null ? null : await openCommit(host, host.run.base, path);
  const bytes = base === null || isOutside(host, path) ? null : await base.readBytes(path);
  if (base !== null && bytes !== null)
    return keepBaseline(host, bytes, {
      uri: path,
      version: base.commit,
      origin: await originOf(host, base.commit),
    });
  const absolute = resolvePath(host, path);
  const found = await stat(absolute).catch((error: unknown) => error as { readonly code?: string });
  if ("code" in found && found.code === "ENOENT") return { absent: `${path} is not there` };
  const digest = await digestFile(host, path);
  return { path: absolute, uri: path, digest, version: null, origin: {} };
}

/** A file outside of the working directory, such as a downloaded artifact, is in no commit. */
function isOutside(host: ActionHost, path: string): boolean {
  return relative(host.directory, resolvePath(host, path)).startsWith("..");
}

/** A file of the commit that a ref names. No such branch, tag or file in a readable repository is a first run. */
export async function fetchFromGit(
  host: ActionHost,
  { ref, path }: { readonly ref: string; readonly path: string },
): Promise<FetchedBaseline> {
  const commit = await resolveRef(host, ref);
  if (commit === null) return { absent: `no branch or tag ${ref}` };
  const bytes = await readBlob(host, commit, path);
  if (bytes === null) return { absent: `${path} is not in ${ref} (${commit.slice(0, 12)})` };
  const origin = await originOf(host, commit);
  return keepBaseline(host, bytes, { uri: `git:${ref}:${path}`, version: commit, origin });
}

/** A commit dates the file it holds; one that only the API has shown leaves the date out. */
async function originOf(host: ActionHost, commit: string): Promise<EvidenceOrigin> {
  const shown = await runGit(host, ["show", "-s", "--format=%ct", commit, "--"]);
  const seconds = shown.code === 0 ? Number(shown.stdout.toString("utf8").trim()) : Number.NaN;
  return Number.isFinite(seconds)
    ? { commit, createdAt: new Date(seconds * 1000).toISOString() }
    : { commit };
}

/** The commit behind a ref; null only for a branch or tag that a readable repository does not have. */
async function resolveRef(host: ActionHost, ref: string): Promise<string | null> {
  for (const name of [ref, `refs/remotes/origin/${ref}`]) {
    const commit = await resolveCommit(host, name);
    if (commit !== null) return commit;
  }
  const inside = await runGit(host, ["rev-parse", "--git-dir"]);
  if (inside.code !== 0) throw unreadable(ref, inside.stderr);
  // A hash or an ancestor that is not here may well exist: only a name can be known to be absent.
  if (/[~^@{}]|^[0-9a-f]{7,64}$|^HEAD$/.test(ref)) throw unreadable(ref, "it is not in this checkout");
  const remotes = await runGit(host, ["remote"]);
  if (remotes.stdout.toString("utf8").trim() === "") return null;
  const listed = await runGit(host, [
    "ls-remote",
    "--exit-code",
    "origin",
    ref.replace(/^(refs\/remotes\/)?origin\//, ""),
  ]);
  if (listed.code === 2) return null;
  throw unreadable(ref, listed.code === 0 ? "it is on origin, but not in this checkout" : listed.stderr);
}

function unreadable(ref: string, detail: string): EvidenceError {
  const message = `The baseline's git ref ${quote(ref)} cannot be read: ${quote(detail)}.`;
  return new EvidenceError([
    {
      message,
      remedy: "Fetch it: give actions/checkout `fetch-depth: 0`, or fetch that ref in a step before.",
    },
  ]);
}
