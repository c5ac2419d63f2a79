/**
 * A branch of a repository as a store of files: read at its tip, extended by one commit at a time, never forced.
 *
 * @module
 */
import { EvidenceError, InputError, quote } from "@ml-gates/gate";
import { openWorkshop, type Workshop } from "./git-workshop.ts";
import { type BranchAddress, findRemote } from "./ledger-remote.ts";
import { redact } from "./run-git.ts";
import { type Addition, writeCommit } from "./write-commit.ts";

/** A branch, opened. */
export interface LedgerBranch {
  /** The tip's commit, with its objects at hand; null when the repository is readable and has no such branch. */
  fetchTip(): Promise<string | null>;
  /** A file of a commit; null when the commit does not have it. */
  readFile(commit: string, path: string): Promise<Buffer | null>;
  /** Names of the entries in a folder of a commit; none when the folder is not there. */
  listFolder(commit: string, folder: string): Promise<readonly string[]>;
  /** Adds one commit on `parent` and pushes it; `moved` when the branch is no longer at `parent`. */
  pushFiles(parent: string | null, addition: Addition): Promise<"pushed" | "moved">;
}

const LIST = ["ls-tree", "-z", "--full-tree"];
const MAX_FILE_BYTES = 64 << 20;

/** @throws InputError when branch or repository are no such things; EvidenceError when there is no repository. */
export async function openBranch(address: BranchAddress): Promise<LedgerBranch> {
  const { directory, environment, repository } = address;
  const workshop = await openWorkshop(directory, environment, { needsCheckout: repository === null });
  await refuseBadBranch(workshop, address.branch);
  const { fetch, push } = await findRemote(workshop, address);
  const ref = `refs/heads/${address.branch}`;
  return {
    fetchTip: () => fetchTip(workshop, fetch, ref),
    readFile: (commit, path) => readFile(workshop, commit, path),
    async listFolder(commit, folder) {
      const listed = await workshop.demand([...LIST, "--name-only", commit, `${folder}/`]);
      return listed.split("\0").flatMap((path) => path.slice(folder.length + 1) || []);
    },
    async pushFiles(parent, addition) {
      const commit = await writeCommit(workshop, parent, addition);
      const pushed = await workshop.git([...PUSH, "--", push, `${commit}:${ref}`]);
      if (pushed.code === 0) return "pushed";
      const refused = `${pushed.stdout}\n${pushed.stderr}`;
      if (RACED.test(refused) || (await readTip(workshop, fetch, ref)) !== parent) return "moved";
      throw unwritable(push, refused);
    },
  };
}

const PUSH = [
  "push",
  "--porcelain",
  "--no-verify",
  "--no-follow-tags",
  "--no-signed",
  "--recurse-submodules=no",
];
const FETCH = ["fetch", "--quiet", "--no-tags", "--no-prune", "--no-filter", "--no-recurse-submodules"];
const TRACELESS = ["--no-write-fetch-head", "--refmap=", "--no-auto-maintenance"];
/** How git says that another writer was there in the same moment. */
const RACED =
  /\[rejected\]|cannot lock ref|reference already exists|incorrect old value|failed to update ref/;

async function refuseBadBranch(workshop: Workshop, branch: string): Promise<void> {
  const checked = await workshop.git(["check-ref-format", `refs/heads/${branch}`]);
  if (checked.code === 0) return;
  const message = `The registry's branch is ${quote(branch)}: wanted a name that git accepts for a branch.`;
  throw new InputError([{ message, remedy: "Write a plain name, such as `ml-gates/registry`." }]);
}

async function readTip(workshop: Workshop, remote: string, ref: string): Promise<string | null> {
  const listed = await workshop.git(["ls-remote", "--quiet", "--", remote, ref]);
  if (listed.code !== 0) throw unreadable(remote, listed.stderr);
  const rows = listed.stdout.toString().split("\n");
  return rows.find((row) => row.endsWith(`\t${ref}`))?.split("\t")[0] ?? null;
}

async function fetchTip(workshop: Workshop, remote: string, ref: string): Promise<string | null> {
  const tip = await readTip(workshop, remote, ref);
  if (tip === null || (await hasCommit(workshop, tip))) return tip;
  const fetched = await workshop.git([...FETCH, ...TRACELESS, "--", remote, ref]);
  if (fetched.code !== 0) throw unreadable(remote, fetched.stderr);
  if (await hasCommit(workshop, tip)) return tip;
  throw unreadable(remote, `its branch ${ref} was rewritten while it was read`);
}

async function hasCommit(workshop: Workshop, commit: string): Promise<boolean> {
  return (await workshop.git(["cat-file", "-e", `${commit}^{commit}`])).code === 0;
}

async function readFile(workshop: Workshop, commit: string, path: string): Promise<Buffer | null> {
  const listed = await workshop.demand([...LIST, "-l", commit, path]);
  const [, type, object, size] = listed.split(/[\s\0]+/);
  if (object === undefined || type !== "blob") return null;
  if (Number(size) > MAX_FILE_BYTES) {
    const message = `${path} of the registry's branch holds ${size} bytes; at most ${MAX_FILE_BYTES} are read.`;
    throw new EvidenceError([{ message, remedy: "Look at who wrote it: this tool writes no such files." }]);
  }
  const shown = await workshop.git(["cat-file", "blob", object]);
  if (shown.code === 0) return shown.stdout;
  throw unreadable(path, shown.stderr);
}

function unreadable(remote: string, detail: string): EvidenceError {
  const message = `The registry at ${quote(redact(remote))} cannot be read: ${quote(detail)}.`;
  const remedy = "Check the address, the network, and that the job has `permissions: { contents: read }`.";
  return new EvidenceError([{ message, remedy }]);
}

function unwritable(remote: string, detail: string): EvidenceError {
  const message = `The registry at ${quote(redact(remote))} refused the push: ${quote(detail.trim())}.`;
  const remedy =
    "Give the job `permissions: { contents: write }`, keep actions/checkout's `persist-credentials`, and let branch rules pass its branch.";
  return new EvidenceError([{ message, remedy }]);
}
