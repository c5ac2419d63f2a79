/**
 * A file of a commit through the contents API: for checkouts that do not hold the commit.
 *
 * @module
 */
import { EvidenceError } from "@ml-gates/gate";
import type { Client } from "./client.ts";
import { type Asked, explainStatus, statusOf } from "./explain-status.ts";

/** A file of one commit. */
export interface ContentAddress {
  /** `owner/name`. */
  readonly repository: string;
  readonly commit: string;
  /** Relative to the repository's root. */
  readonly path: string;
}

/** A file's text, or the certainty that the commit has no such file. */
export type Content = { readonly text: string } | { readonly absent: true };

/**
 * The file's text. It counts as absent only when the token sees the commit itself: GitHub answers 404 also to a token
 * that may not read.
 *
 * @throws EvidenceError when neither the file nor its absence can be established.
 */
export async function readContent(client: Client, address: ContentAddress): Promise<Content> {
  const { commit, path } = address;
  const asked: Asked = { what: `read ${path} of commit ${commit}`, permission: "contents: read" };
  const [owner = "", repo = ""] = address.repository.split("/");
  try {
    const { data } = await client.rest.repos.getContent({ owner, repo, path, ref: commit });
    return { text: decodeFile(data, address) };
  } catch (error) {
    if (error instanceof EvidenceError) throw error;
    if (statusOf(error) !== 404) throw explainStatus(error, asked);
    await refuseUnseen(client, { owner, repo, commit }, asked);
    return { absent: true };
  }
}

async function refuseUnseen(
  client: Client,
  { owner, repo, commit }: { readonly owner: string; readonly repo: string; readonly commit: string },
  asked: Asked,
): Promise<void> {
  try {
    await client.rest.repos.getCommit({ owner, repo, ref: commit });
  } catch (error) {
    throw explainStatus(error, asked);
  }
}

function decodeFile(data: unknown, { path, commit }: ContentAddress): string {
  const refuse = (seen: string, remedy: string): EvidenceError =>
    new EvidenceError([
      { message: `${path} of commit ${commit} is ${seen}; a text file was wanted.`, remedy },
    ]);
  if (!isFile(data)) throw refuse("not a file", "Name the file itself.");
  // GitHub gives files over 1 MiB without their content here.
  if (data.encoding !== "base64")
    throw refuse("over 1 MiB", "Check out the base commit: set `fetch-depth: 2`.");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(data.content, "base64"));
  } catch {
    throw refuse("not UTF-8", "Save the file as UTF-8.");
  }
}

function isFile(data: unknown): data is { readonly content: string; readonly encoding: string } {
  if (typeof data !== "object" || data === null || !("type" in data) || data.type !== "file") return false;
  return "content" in data && typeof data.content === "string" && "encoding" in data;
}
