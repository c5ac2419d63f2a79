/**
 * A commit built from nothing but files and a parent: no work tree, no index of the checkout.
 *
 * @module
 */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Workshop } from "./git-workshop.ts";

/** Files to add to a branch, by path, and what the commit says. */
export interface Addition {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly message: string;
  readonly at: Date;
}

const AUTHOR = { NAME: "ml-gates", EMAIL: "ml-gates@users.noreply.github.com" };

/** The commit that adds the files to `parent`, or to nothing when it is null. */
export async function writeCommit(
  workshop: Workshop,
  parent: string | null,
  addition: Addition,
): Promise<string> {
  const environment = identify(addition.at, join(workshop.scratch, `index-${randomUUID()}`));
  if (parent !== null) await workshop.demand(["read-tree", parent], { environment });
  const rows: string[] = [];
  for (const [path, content] of addition.files) {
    const object = await workshop.demand(["hash-object", "-w", "--stdin"], { input: content });
    rows.push(`100644 ${object.trim()}\t${path}\0`);
  }
  await workshop.demand(["update-index", "-z", "--index-info"], { environment, input: rows.join("") });
  const tree = (await workshop.demand(["write-tree"], { environment })).trim();
  const parents = parent === null ? [] : ["-p", parent];
  const commit = ["commit-tree", "--no-gpg-sign", ...parents, "-F", "-", tree];
  return (await workshop.demand(commit, { environment, input: addition.message })).trim();
}

function identify(at: Date, index: string): Readonly<Record<string, string>> {
  const date = `${Math.floor(at.getTime() / 1000)} +0000`;
  return {
    GIT_INDEX_FILE: index,
    GIT_AUTHOR_NAME: AUTHOR.NAME,
    GIT_AUTHOR_EMAIL: AUTHOR.EMAIL,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: AUTHOR.NAME,
    GIT_COMMITTER_EMAIL: AUTHOR.EMAIL,
    GIT_COMMITTER_DATE: date,
  };
}
