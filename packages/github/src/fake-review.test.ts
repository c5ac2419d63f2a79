import { describeReview } from "../contract/review-contract.ts";
import { openFakeConversation } from "./fake-review.ts";

describeReview("the fake", async () => {
  const conversation = openFakeConversation();
  return {
    review: conversation.reviewAs("github-actions[bot]"),
    sayAsStranger: async (body) => {
      conversation.say("mallory", body);
    },
    readAll: async () => conversation.comments.map(({ body }) => body),
  };
});
