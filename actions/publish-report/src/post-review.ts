/**
 * Posting the comment where there is a pull request and a token. Whatever goes wrong here leaves the verdict alone.
 *
 * @module
 */
import { EvidenceError } from "@ml-gates/gate";
import { createClient, openReview, postComment } from "@ml-gates/github";
import { type ActionHost, TOOL_VERSION } from "@ml-gates/runner";
import type { Inputs } from "./inputs.ts";

const PERMISSION =
  "Set `token`, and add `pull-requests: write` to the job's `permissions`; a run for a fork is never given it.";

/** The comment's web address; null when none was written, which one notice explains where one was wanted. */
export async function postReview(
  host: ActionHost,
  { comment, token }: Pick<Inputs, "comment" | "token">,
  body: string,
): Promise<string | null> {
  const { pullRequest, repository, apiUrl } = host.run;
  if (!comment || pullRequest === null || repository === null) return null;
  if (token === null) return explain(host, `there is no token. ${PERMISSION}`);
  host.mask(token);
  const client = createClient({ token, apiUrl, userAgent: `ml-gates/${TOOL_VERSION}` });
  try {
    const posting = await postComment(openReview(client, { repository, pullRequest }), body);
    host.log(`The comment was ${posting.change}: ${posting.comment.url}`);
    return posting.comment.url;
  } catch (error) {
    return explain(host, sayError(error));
  }
}

function explain(host: ActionHost, why: string): null {
  const message = `No comment was written: ${why} The verdict stands; the summary and the page hold the whole report.`;
  host.annotate({ level: "notice", message });
  return null;
}

function sayError(error: unknown): string {
  if (!(error instanceof EvidenceError)) return error instanceof Error ? error.message : String(error);
  return error.problems.map(({ message, remedy }) => `${message} ${remedy}`).join(" ");
}
