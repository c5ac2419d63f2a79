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

/** What stands in a conversation under one marker. */
export interface Standing {
  /** Our own comments that start with the marker, the oldest first; a stranger's with the same marker is not ours. */
  readonly own: readonly PostedComment[];
  /** Whether a person took away a comment of ours; told only where none of ours stands. */
  readonly removed: boolean;
}

/** One pull request's conversation, seen by one author. */
export interface Review {
  listOwn(marker: string): Promise<Standing>;
  createComment(body: string): Promise<PostedComment>;
  updateComment(id: number, body: string): Promise<PostedComment>;
  /** One that is gone already is as good as deleted. */
  deleteComment(id: number): Promise<void>;
}
