/**
 * Git at work without a trace: it runs in the checkout, since only there are its credentials configured, but with an
 * object folder of our own that borrows the checkout's. No ref, index, file or object of the checkout is touched.
 *
 * @module
 */
import { mkdir } from "node:fs/promises";
import { delimiter, join, resolve } from "node:path";
import { EvidenceError, quote } from "@ml-gates/gate";
import { cleanEnvironment, type Environment, type GitOutcome, runGit } from "./run-git.ts";
import { makeScratchFolder } from "./scratch-folder.ts";

/** Git in one repository, with an object folder and scratch files of our own. */
export interface Workshop {
  readonly scratch: string;
  git(args: readonly string[], more?: Extra): Promise<GitOutcome>;
  /** The text a command writes. @throws EvidenceError when it fails. */
  demand(args: readonly string[], more?: Extra): Promise<string>;
}

interface Extra {
  readonly input?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * A workshop in the checkout, or in an empty repository of its own where there is none and none is needed.
 *
 * @throws EvidenceError when a checkout is needed and `directory` is none.
 */
export async function openWorkshop(
  directory: string,
  given: Environment,
  { needsCheckout }: { readonly needsCheckout: boolean },
): Promise<Workshop> {
  const scratch = await makeScratchFolder(given);
  const environment = cleanEnvironment(given);
  const found = await runGit(["rev-parse", "--git-path", "objects"], { directory, environment });
  if (found.code !== 0 && needsCheckout) throw noCheckout(directory, found.stderr);
  if (found.code !== 0) return bareWorkshop(scratch, environment);
  const objects = join(scratch, "objects");
  await mkdir(objects);
  const borrowed = resolve(directory, found.stdout.toString().replace(/\n$/, ""));
  return workshopIn(directory, scratch, {
    ...environment,
    GIT_OBJECT_DIRECTORY: objects,
    GIT_ALTERNATE_OBJECT_DIRECTORIES: quoteFolder(borrowed),
  });
}

/** Git reads a list of folders here: one that holds the separator has to be quoted. */
function quoteFolder(folder: string): string {
  return folder.includes(delimiter) || folder.startsWith('"') ? JSON.stringify(folder) : folder;
}

async function bareWorkshop(scratch: string, environment: Environment): Promise<Workshop> {
  const directory = join(scratch, "repository.git");
  const workshop = workshopIn(scratch, scratch, environment);
  await workshop.demand(["init", "--quiet", "--bare", "--template=", directory]);
  return workshopIn(directory, scratch, environment);
}

function workshopIn(directory: string, scratch: string, environment: Environment): Workshop {
  const git: Workshop["git"] = (args, more = {}) =>
    runGit(args, {
      directory,
      environment: { ...environment, ...more.environment },
      ...(more.input === undefined ? {} : { input: more.input }),
    });
  return {
    scratch,
    git,
    async demand(args, more) {
      const { code, stdout, stderr } = await git(args, more);
      if (code === 0) return stdout.toString();
      const message = `\`git ${args[0]}\` failed on the registry's branch: ${quote(stderr)}.`;
      throw new EvidenceError([{ message, remedy: "Check that the repository is whole (`git fsck`)." }]);
    },
  };
}

function noCheckout(directory: string, detail: string): EvidenceError {
  const message = `The registry is a branch of this repository, but ${quote(directory)} is no usable checkout: ${quote(detail)}.`;
  const remedy = "Run actions/checkout before, or name a bare repository: `registry: { repository: … }`.";
  return new EvidenceError([{ message, remedy }]);
}
