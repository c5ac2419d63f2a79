export * from "./client.ts";
export * from "./explain-status.ts";
export * from "./fake-review.ts";
export * from "./octokit-review.ts";
export * from "./post-comment.ts";
export * from "./read-content.ts";
export * from "./review.ts";
