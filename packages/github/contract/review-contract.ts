/**
 * What every review adapter promises. A test file of the adapter calls this with a way to open a fresh conversation.
 *
 * @module
 */
import { beforeEach, describe, expect, it } from "vitest";
import { type Posting, postComment } from "../src/post-comment.ts";
import type { PostedComment, Review } from "../src/review.ts";

/** A fresh conversation, with a way for someone else to speak in it and for the test to count what was said. */
export interface Stage {
  readonly review: Review;
  sayAsStranger(body: string): Promise<void>;
  /** Bodies of all comments, the oldest first. */
  readAll(): Promise<readonly string[]>;
}

const MARKER = "<!-- ml-gates:v1:contract -->";
/** Posts a body whose first line is its marker, as a job that is alone. */
async function post(review: Review, body: string): Promise<Posting & { readonly comment: PostedComment }> {
  const [marker = ""] = body.split("\n");
  const stands = (standing: string): boolean =>
    standing.replaceAll("\r\n", "\n").trimEnd() === body.trimEnd();
  const draft = { marker, compose: () => body, stands, isShared: () => false, budget: 60_000, insist: false };
  const posting = await postComment(review, draft, async () => undefined);
  if (posting.change === "removed-by-person") throw new Error("nobody removed anything");
  return posting;
}

const bodyOf = (text: string): string => `${MARKER}\n${text}\n`;

/** Runs the contract against the adapter. */
export function describeReview(adapter: string, openStage: () => Promise<Stage>): void {
  describe(`the review contract: ${adapter}`, () => {
    let stage: Stage;
    beforeEach(async () => {
      stage = await openStage();
    });

    it("creates the comment where there is none", async () => {
      const { change, comment } = await post(stage.review, bodyOf("first"));
      expect(change).toBe("created");
      expect(comment.url).toMatch(/^https?:\/\//);
      expect(await stage.readAll()).toEqual([bodyOf("first")]);
    });

    it("updates its own comment in place", async () => {
      const first = await post(stage.review, bodyOf("first"));
      const second = await post(stage.review, bodyOf("second"));
      expect([second.change, second.comment.id]).toEqual(["updated", first.comment.id]);
      expect(await stage.readAll()).toEqual([bodyOf("second")]);
    });

    it("writes nothing when the comment stands there already", async () => {
      await post(stage.review, bodyOf("same"));
      expect((await post(stage.review, bodyOf("same"))).change).toBe("unchanged");
      expect(await stage.readAll()).toEqual([bodyOf("same")]);
    });

    it("keeps comments of other markers apart", async () => {
      await post(stage.review, "<!-- ml-gates:v1:contract-two -->\nother\n");
      expect((await post(stage.review, bodyOf("first"))).change).toBe("created");
      expect(await stage.readAll()).toHaveLength(2);
    });

    it("leaves a stranger's comment alone, whatever it starts with", async () => {
      await stage.sayAsStranger(bodyOf("I was here first"));
      expect((await post(stage.review, bodyOf("ours"))).change).toBe("created");
      expect((await post(stage.review, bodyOf("ours again"))).change).toBe("updated");
      expect(await stage.readAll()).toEqual([bodyOf("I was here first"), bodyOf("ours again")]);
    });

    it("does not take a marker in the middle of a comment for its own", async () => {
      await stage.review.createComment(`quoted: ${bodyOf("x")}`);
      expect((await post(stage.review, bodyOf("ours"))).change).toBe("created");
    });

    it("deletes a second comment of its own, and one that is gone already", async () => {
      const { comment } = await post(stage.review, bodyOf("first"));
      const double = await stage.review.createComment(bodyOf("first"));
      expect((await post(stage.review, bodyOf("first"))).comment.id).toBe(comment.id);
      expect(await stage.readAll()).toEqual([bodyOf("first")]);
      await stage.review.deleteComment(double.id);
    });

    it("finds its comment behind 250 others", async () => {
      const { comment } = await post(stage.review, bodyOf("first"));
      for (let index = 0; index < 125; index += 1) {
        await Promise.all([stage.sayAsStranger(`remark ${index}`), stage.sayAsStranger(`reply ${index}`)]);
      }
      const second = await post(stage.review, bodyOf("second"));
      expect([second.change, second.comment.id]).toEqual(["updated", comment.id]);
    });

    it("finds its comment when it is the 251st", async () => {
      for (let index = 0; index < 250; index += 1) await stage.sayAsStranger(`remark ${index}`);
      const { comment } = await post(stage.review, bodyOf("first"));
      expect((await stage.review.listOwn(MARKER)).own.map(({ id }) => id)).toEqual([comment.id]);
    });
  });
}
