/**
 * Which repository the ledger's branch is in, as an address that git takes.
 *
 * @module
 */
import { isAbsolute, resolve } from "node:path";
import { EvidenceError, InputError, quote } from "@ml-gates/gate";
import type { Workshop } from "./git-workshop.ts";
import type { Environment } from "./run-git.ts";

/** Where a branch is. */
export interface BranchAddress {
  /** Folder of the checkout, whose `origin` is meant when `repository` is null. */
  readonly directory: string;
  readonly repository: string | null;
  readonly branch: string;
  readonly environment: Environment;
}

/** Where the branch is read and where it is written; the same but for checkouts with a push address of their own. */
export interface Remote {
  readonly fetch: string;
  readonly push: string;
}

/**
 * The ledger's repository, by address: by the name `origin` git would also move the checkout's remote-tracking branches.
 *
 * @throws InputError when the address is none; EvidenceError when the checkout has no `origin`.
 */
export async function findRemote(workshop: Workshop, address: BranchAddress): Promise<Remote> {
  const { directory, repository } = address;
  if (repository !== null) {
    const location = locate(repository, directory);
    return { fetch: location, push: location };
  }
  const fetch = await workshop.git(["remote", "get-url", "origin"]);
  const push = await workshop.git(["remote", "get-url", "--push", "origin"]);
  if (fetch.code === 0 && push.code === 0) {
    return { fetch: fetch.stdout.toString().trim(), push: push.stdout.toString().trim() };
  }
  const message = `The repository in ${quote(directory)} has no remote called origin: ${quote(fetch.stderr)}.`;
  const remedy =
    "Add one (`git remote add origin …`), or name a bare repository: `registry: { repository: … }`.";
  throw new EvidenceError([{ message, remedy }]);
}

/** An address as git takes it: a URL, `host:path`, or else a path from the working directory. */
function locate(repository: string, directory: string): string {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(repository)) return repository;
  if (
    repository === "" ||
    repository.startsWith("-") ||
    repository.includes("::") ||
    /[\0\n\r]/.test(repository)
  ) {
    const message = `The registry's repository is ${quote(repository)}: wanted a path or a URL.`;
    throw new InputError([
      { message, remedy: "Write the path of a bare repository, or its https or ssh URL." },
    ]);
  }
  const isScp = !isAbsolute(repository) && /^[^/\\]{2,}:/.test(repository);
  return isScp ? repository : resolve(directory, repository);
}
