/**
 * One comment per pull request and marker: made once, then kept up to date in place.
 *
 * @module
 */
import type { PostedComment, Review } from "./review.ts";

/** What became of the comment. */
export interface Posting {
  readonly change: "created" | "updated" | "unchanged";
  readonly comment: PostedComment;
}

/**
 * Posts the body, whose first line is the marker; writes nothing when it stands there already.
 *
 * @throws EvidenceError when GitHub refuses, naming the permission to add.
 */
export async function postComment(review: Review, body: string): Promise<Posting> {
  const [marker = ""] = body.split("\n", 1);
  const found = await review.findComment(marker);
  if (found === null) return { change: "created", comment: await review.createComment(body) };
  if (sameText(found.body, body)) return { change: "unchanged", comment: found };
  return { change: "updated", comment: await review.updateComment(found.id, body) };
}

/** GitHub keeps a body with its own line ends, without white space at the end. */
function sameText(one: string, other: string): boolean {
  const plain = (text: string): string => text.replaceAll("\r\n", "\n").trimEnd();
  return plain(one) === plain(other);
}
