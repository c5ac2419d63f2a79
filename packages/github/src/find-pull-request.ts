/**
 * The pull request a commit is the head of. What a run of a fork's workflow hands over names none, and may not be believed.
 *
 * @module
 */
import type { Client } from "./client.ts";
import { type Asked, explainStatus } from "./explain-status.ts";

/** A head: its commit, and its branch with the branch's owner. */
export interface Head {
  readonly repository: string;
  readonly commit: string;
  readonly owner: string;
  readonly branch: string;
}

/** A pull request with the commit its changes are to be merged into. */
export interface FoundPullRequest {
  readonly number: number;
  readonly base: string;
}

const ASKED: Asked = { what: "find the pull request of the commit", permission: "pull-requests: read" };

/**
 * The open pull request into this repository whose head is that commit of that branch; null when there is none.
 *
 * @throws EvidenceError when GitHub cannot be asked.
 */
export async function findPullRequest(client: Client, head: Head): Promise<FoundPullRequest | null> {
  const [owner = "", repo = ""] = head.repository.split("/");
  try {
    const { data } = await client.rest.pulls.list({
      owner,
      repo,
      state: "open",
      head: `${head.owner}:${head.branch}`,
      per_page: 100,
    });
    const found = data.find(
      (pull) => pull.head.sha === head.commit && pull.base.repo.full_name === head.repository,
    );
    return found === undefined ? null : { number: found.number, base: found.base.sha };
  } catch (error) {
    throw explainStatus(error, ASKED);
  }
}
