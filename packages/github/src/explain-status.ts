/**
 * What GitHub's refusals mean, and what to do about each: one table, no scattered conditionals.
 *
 * @module
 */
import { EvidenceError, quote } from "@ml-gates/gate";

/** What was asked of GitHub, in words that follow "could not", and the permission it takes. */
export interface Asked {
  readonly what: string;
  /** Such as `pull-requests: write`. */
  readonly permission: string;
}

/** No answer came, or a server's fault: what was asked may have been done. */
export class LostReply extends EvidenceError {}

/** GitHub did not accept the content: too long, most likely. */
export class RefusedContent extends EvidenceError {}

type Explanation = readonly [meaning: string, remedy: (permission: string) => string];

const PERMIT = (permission: string): string =>
  `Add \`${permission}\` to the job's \`permissions\`. A pull request from a fork never gets a token that may write.`;

const STATUSES: Readonly<Record<number, Explanation>> = {
  401: [
    "the token is wrong or has expired",
    () => "Pass a valid `token`; the default is the workflow's own.",
  ],
  403: ["the token may not do that", PERMIT],
  404: ["it is not there, or the token may not see it", PERMIT],
  410: ["it is switched off in this repository", () => "Switch it on in the repository's settings."],
  422: ["GitHub did not accept the content", () => "Report this with the message: the content is ours."],
  429: ["too many requests", () => "Run the job again later; fewer jobs should write at once."],
};

const UNREACHABLE: Explanation = [
  "GitHub could not be reached",
  () => "Look at the network, at the proxy and at `GITHUB_API_URL`, then run the job again.",
];
const SERVER: Explanation = ["GitHub's own fault", () => "Run the job again later."];
const LIMIT: Explanation = [
  "the token's limit of requests is used up",
  () => "Run the job again when the limit has passed.",
];

/**
 * The status of a failed request; null when no answer came.
 *
 * @example
 * statusOf({ status: 404, response: {} }); // => 404
 */
export function statusOf(error: unknown): number | null {
  const given = typeof error === "object" && error !== null && "status" in error ? error.status : null;
  // Octokit says 500 where the request never got an answer.
  const answered =
    typeof error === "object" && error !== null && "response" in error && error.response !== undefined;
  return typeof given === "number" && answered ? given : null;
}

/**
 * A failed request as the error the gates know, naming the status and the permission to add.
 *
 * @example
 * explainStatus({ status: 401, response: {} }, { what: "read", permission: "contents: read" }).name; // => "EvidenceError"
 */
export function explainStatus(error: unknown, { what, permission }: Asked): EvidenceError {
  const status = statusOf(error);
  const [meaning, remedy] = findExplanation(status, messageOf(error));
  const code = status === null ? "" : ` (${status})`;
  const Kind = status === null || status >= 500 ? LostReply : status === 422 ? RefusedContent : EvidenceError;
  return new Kind([
    {
      message: `Could not ${what}: ${meaning}${code}. GitHub says ${quote(messageOf(error))}.`,
      remedy: remedy(permission),
    },
  ]);
}

function findExplanation(status: number | null, message: string): Explanation {
  if (status === null) return UNREACHABLE;
  // GitHub says 403 to a token without permission and to one that asked too often.
  if (status === 403 && /rate limit/i.test(message)) return LIMIT;
  return STATUSES[status] ?? (status >= 500 ? SERVER : ["an answer that was not expected", PERMIT]);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
