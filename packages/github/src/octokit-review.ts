/**
 * The review port over GitHub's REST API.
 *
 * @module
 */
import type { Client } from "./client.ts";
import { type Asked, explainStatus, statusOf } from "./explain-status.ts";
import { type Author, fetchAuthor } from "./fetch-author.ts";
import type { PostedComment, Review, Standing } from "./review.ts";

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
  let author: Author | null = null;
  const place = { owner, repo, issue_number: address.pullRequest };

  async function listOwn(marker: string): Promise<Standing> {
    const marked = await listMarked(marker);
    // Who we are is asked once, and with it whether a person took a comment of ours away.
    author ??= await explained(READ, fetchAuthor(client, { owner, repo, number: address.pullRequest }));
    const { login, removals } = author;
    const own = marked.filter(({ user }) => user?.login.toLowerCase() === login.toLowerCase());
    return {
      own: own.map(asPosted).sort((one, other) => one.id - other.id),
      removed: own.length === 0 && removals,
    };
  }

  async function listMarked(marker: string): Promise<readonly IssueComment[]> {
    const pages = client.paginate(client.rest.issues.listComments, { ...place, per_page: 100 });
    const comments: readonly IssueComment[] = await explained(READ, pages);
    return comments.filter(({ body }) => body?.startsWith(marker));
  }

  async function createComment(body: string): Promise<PostedComment> {
    // A create whose answer was lost may have been done: repeating it blindly would make a second comment.
    const made = client.rest.issues.createComment({ ...place, body, request: { retries: 0 } });
    return asPosted((await explained(WRITE, made)).data);
  }

  async function updateComment(id: number, body: string): Promise<PostedComment> {
    const { data } = await explained(
      WRITE,
      client.rest.issues.updateComment({ owner, repo, comment_id: id, body }),
    );
    return asPosted(data);
  }

  async function deleteComment(id: number): Promise<void> {
    try {
      await client.rest.issues.deleteComment({ owner, repo, comment_id: id });
    } catch (error) {
      if (statusOf(error) !== 404) throw explainStatus(error, WRITE);
    }
  }

  return { listOwn, createComment, updateComment, deleteComment };
}

function asPosted({ id, body, html_url }: IssueComment): PostedComment {
  return { id, body: body ?? "", url: html_url };
}

async function explained<Answer>(asked: Asked, answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    throw explainStatus(error, asked);
  }
}
