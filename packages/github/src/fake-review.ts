/**
 * A pull request's conversation in memory: what tests talk to instead of GitHub.
 *
 * @module
 */
import type { PostedComment, Review } from "./review.ts";

/** A comment of anyone, as the conversation holds it. */
export interface FakeComment extends PostedComment {
  readonly author: string;
}

/** A conversation, with everything that was said for a test to read. */
export interface FakeConversation {
  readonly comments: readonly FakeComment[];
  /** How often something was written. */
  readonly writes: number;
  say(author: string, body: string): FakeComment;
  /** The conversation as this author sees and changes it. */
  reviewAs(author: string): Review;
}

/**
 * An empty conversation.
 *
 * @example
 * openFakeConversation().comments; // => []
 */
export function openFakeConversation(): FakeConversation {
  const comments: FakeComment[] = [];
  let writes = 0;

  function say(author: string, body: string): FakeComment {
    const id = comments.length + 1;
    const comment = { id, author, body, url: `https://github.example/acme/model/pull/1#issuecomment-${id}` };
    comments.push(comment);
    return comment;
  }

  function reviewAs(author: string): Review {
    return {
      async findComment(marker) {
        return comments.find((each) => each.author === author && each.body.startsWith(marker)) ?? null;
      },
      async createComment(body) {
        writes += 1;
        return say(author, body);
      },
      async updateComment(id, body) {
        writes += 1;
        const index = comments.findIndex((each) => each.id === id);
        const found = comments[index];
        if (found === undefined) throw new RangeError(`no comment ${id}`);
        const updated = { ...found, body };
        comments[index] = updated;
        return updated;
      },
    };
  }

  return {
    comments,
    get writes() {
      return writes;
    },
    say,
    reviewAs,
  };
}
