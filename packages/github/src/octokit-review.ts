/**
 * The review port over GitHub's REST API.
 *
 * @module
 */
import type { Client } from "./client.ts";
import { type Asked, explainStatus, statusOf } from "./explain-status.ts";
import { fetchAuthor } from "./fetch-author.ts";
import type { PostedComment, Review } from "./review.ts";

/** A pull request by repository (`owner/name`) and number. */
export interface PullRequestAddress {
  readonly repository: string;
  readonly pullRequest: number;
}

interface IssueComment {
  readonly id: number;
  readonly body?: string | undefined;
  readonly html_url: string;
  readonly user: { readonly login: string } | null;
}

const READ: Asked = { what: "read the pull request's comments", permission: "pull-requests: write" };
const WRITE: Asked = { what: "write the pull request's comment", permission: "pull-requests: write" };

/** The conversation of one pull request, as the client's token may see and change it. */
export function openReview(client: Client, address: PullRequestAddress): Review {
  const [owner = "", repo = ""] = address.repository.split("/");
  const place = { owner, repo, issue_number: address.pullRequest };

  async function findComment(marker: string): Promise<PostedComment | null> {
    const marked = await listMarked(marker);
    // Who we are is asked only when there is something to own: a first comment costs two requests.
    const author = marked.length === 0 ? null : await explained(READ, fetchAuthor(client));
    const own = marked.find(({ user }) => user?.login.toLowerCase() === author?.toLowerCase());
    return own === undefined ? null : asPosted(own);
  }

  async function listMarked(marker: string): Promise<readonly IssueComment[]> {
    const pages = client.paginate(client.rest.issues.listComments, { ...place, per_page: 100 });
    const comments: readonly IssueComment[] = await explained(READ, pages);
    return comments.filter(({ body }) => body?.startsWith(marker));
  }

  async function createComment(body: string): Promise<PostedComment> {
    try {
      // A create whose answer was lost may have been done: repeating it blindly would make a second comment.
      const { data } = await client.rest.issues.createComment({ ...place, body, request: { retries: 0 } });
      return asPosted(data);
    } catch (error) {
      const found = wasLost(error) ? await findComment(firstLine(body)) : null;
      if (found !== null) return found;
      throw explainStatus(error, WRITE);
    }
  }

  async function updateComment(id: number, body: string): Promise<PostedComment> {
    const { data } = await explained(
      WRITE,
      client.rest.issues.updateComment({ owner, repo, comment_id: id, body }),
    );
    return asPosted(data);
  }

  return { findComment, createComment, updateComment };
}

function asPosted({ id, body, html_url }: IssueComment): PostedComment {
  return { id, body: body ?? "", url: html_url };
}

function wasLost(error: unknown): boolean {
  const status = statusOf(error);
  return status === null || status >= 500;
}

function firstLine(body: string): string {
  return body.split("\n", 1)[0] ?? "";
}

async function explained<Answer>(asked: Asked, answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    throw explainStatus(error, asked);
  }
}
