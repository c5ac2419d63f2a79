/**
 * The port to a pull request's conversation. `contract/` holds the one suite each adapter must pass.
 *
 * @module
 */

/** A comment of ours as it stands. */
export interface PostedComment {
  readonly id: number;
  readonly body: string;
  /** Where a reader sees it. */
  readonly url: string;
}

/** One pull request's conversation, seen by one author. */
export interface Review {
  /** Our own oldest comment that starts with the marker; a stranger's with the same marker is not ours. */
  findComment(marker: string): Promise<PostedComment | null>;
  createComment(body: string): Promise<PostedComment>;
  updateComment(id: number, body: string): Promise<PostedComment>;
}
