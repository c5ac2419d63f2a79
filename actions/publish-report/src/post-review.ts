/**
 * Posting the comment where there is a pull request and a token. Whatever goes wrong here leaves the verdict alone.
 *
 * @module
 */
import { setTimeout as sleep } from "node:timers/promises";
import { EvidenceError, type GateReport } from "@ml-gates/gate";
import type { Client, Draft } from "@ml-gates/github";
import {
  COMMENT_BYTES,
  commentMarker,
  isShared,
  type RunFacts,
  recallSections,
  renderComment,
  type Section,
  standsIn,
} from "@ml-gates/report";
import type { ActionHost } from "@ml-gates/runner";
import type { Inputs } from "./inputs.ts";

const PERMISSION =
  "Set `token`, and add `pull-requests: write` to the job's `permissions`; a run for a fork is never given it.";

/** What is told, and through which client; null where there is no token. */
export interface Telling {
  readonly reports: readonly GateReport[];
  readonly facts: RunFacts;
  readonly client: Client | null;
  readonly pullRequest: number | null;
}

/** The comment's web address; null when none was written, which one notice explains where one was wanted. */
export async function postReview(host: ActionHost, inputs: Inputs, telling: Telling): Promise<string | null> {
  const { repository } = host.run;
  const { client, pullRequest } = telling;
  if (inputs.comment === "false" || pullRequest === null || repository === null) return null;
  if (client === null) return explain(host, `there is no token. ${PERMISSION}`);
  try {
    const { openReview, postComment } = await import("@ml-gates/github");
    const review = openReview(client, { repository, pullRequest });
    const posting = await postComment(review, draftOf(inputs, telling), pause);
    if (posting.change === "removed-by-person") return explain(host, REMOVED);
    host.log(`The comment was ${posting.change}: ${posting.comment.url}`);
    return posting.comment.url;
  } catch (error) {
    return explain(host, sayError(error));
  }
}

const REMOVED = "a person deleted a comment of this author here. Set `comment: always` to have it again.";

/** What other jobs were seen to say is kept from turn to turn: whoever was written over is given back their word. */
function draftOf({ key, comment }: Inputs, { reports, facts }: Telling): Draft {
  const { commit } = facts;
  let recalled: readonly Section[] = [];
  const remember = (body: string | null): void => {
    recalled = recallSections(recalled, body, commit);
  };
  return {
    marker: commentMarker(key),
    compose: (standing, budget) => {
      remember(standing);
      return renderComment(reports, { ...facts, key }, { standing, recalled, budget });
    },
    stands: (body) => {
      remember(body);
      return standsIn(body, reports, { commit, recalled });
    },
    isShared: (body) => isShared(body, reports, commit),
    budget: COMMENT_BYTES,
    insist: comment === "always",
  };
}

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5000;

/** Longer from turn to turn, and never the same for two jobs. */
async function pause(turn: number): Promise<void> {
  await sleep(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * (turn + 1)) * (0.5 + Math.random()));
}

/** One notice for what was not told, and why. */
export function explain(host: ActionHost, why: string, what = "comment"): null {
  const message = `No ${what} was written: ${why} The verdict stands; the summary and the page hold the whole report.`;
  host.annotate({ level: "notice", message });
  return null;
}

/** An error in one line. */
export function sayError(error: unknown): string {
  if (!(error instanceof EvidenceError)) return error instanceof Error ? error.message : String(error);
  return error.problems.map(({ message, remedy }) => `${message} ${remedy}`).join(" ");
}
