/**
 * A pull request's conversation in memory: what tests talk to instead of GitHub.
 *
 * @module
 */
import { LostReply } from "./explain-status.ts";
import type { PostedComment, Review } from "./review.ts";

/** A comment of anyone, as the conversation holds it. */
export interface FakeComment extends PostedComment {
  readonly author: string;
}

/** Called before and after each request: waits for its turn, or says that the reply is lost. */
export interface FakeNetwork {
  request(): Promise<void>;
  isLost(): boolean;
}

/** A conversation, with everything that was said for a test to read. */
export interface FakeConversation {
  readonly comments: readonly FakeComment[];
  /** How often something was written. */
  readonly writes: number;
  say(author: string, body: string): FakeComment;
  /** A person deletes it. */
  remove(id: number): void;
  /** The conversation as this author sees and changes it. */
  reviewAs(author: string, network?: FakeNetwork): Review;
}

const AT_ONCE: FakeNetwork = { request: async () => undefined, isLost: () => false };

/**
 * An empty conversation.
 *
 * @example
 * openFakeConversation().comments; // => []
 */
export function openFakeConversation(): FakeConversation {
  let comments: readonly FakeComment[] = [];
  let writes = 0;
  let removed = false;
  let made = 0;

  function say(author: string, body: string): FakeComment {
    made += 1;
    const url = `https://github.example/acme/model/pull/1#issuecomment-${made}`;
    const comment = { id: made, author, body, url };
    comments = [...comments, comment];
    return comment;
  }

  function change(id: number, body: string): FakeComment {
    const found = comments.find((each) => each.id === id);
    if (found === undefined)
      throw new LostReply([{ message: `There is no comment ${id}.`, remedy: "List again." }]);
    const updated = { ...found, body };
    comments = comments.map((each) => (each.id === id ? updated : each));
    return updated;
  }

  const without = (id: number): void => {
    comments = comments.filter((each) => each.id !== id);
  };

  function reviewAs(author: string, network: FakeNetwork = AT_ONCE): Review {
    async function write<Answer>(act: () => Answer): Promise<Answer> {
      await network.request();
      writes += 1;
      const answer = act();
      if (network.isLost()) throw new LostReply([{ message: "No answer came.", remedy: "Look first." }]);
      return answer;
    }
    return {
      async listOwn(marker) {
        await network.request();
        const own = comments.filter((each) => each.author === author && each.body.startsWith(marker));
        return { own, removed: own.length === 0 && removed };
      },
      createComment: (body) => write(() => say(author, body)),
      updateComment: (id, body) => write(() => change(id, body)),
      deleteComment: (id) => write(() => without(id)),
    };
  }

  return {
    get comments() {
      return comments;
    },
    get writes() {
      return writes;
    },
    say,
    remove(id) {
      removed = true;
      without(id);
    },
    reviewAs,
  };
}
