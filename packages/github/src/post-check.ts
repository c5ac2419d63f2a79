/**
 * The verdict as a check of the head commit; as a commit status where the token may not make checks.
 *
 * @module
 */
import type { Client } from "./client.ts";
import { type Asked, explainStatus, statusOf } from "./explain-status.ts";

/** The commit, and the name that rules may require: it never changes with the verdict. */
export interface CheckPlace {
  readonly repository: string;
  readonly commit: string;
  readonly name: string;
  readonly url: string | null;
}

/** What the check ends with. `neutral` and `skipped` would let a required check pass: they are never used. */
export interface CheckEnd {
  readonly blocks: boolean;
  readonly title: string;
  readonly summary: string;
}

/** A check that is in progress. */
export interface OpenCheck {
  /** `check` or `status`: what the token could make. */
  readonly kind: "check" | "status";
  complete(end: CheckEnd): Promise<void>;
}

const ASKED: Asked = { what: "write the commit's check", permission: "checks: write" };
/** GitHub takes 65,535 characters. */
const MOST_SUMMARY = 60_000;
const MOST_TITLE = 140;

/**
 * Begins the check; each way out of the job must complete it.
 *
 * @throws EvidenceError when neither a check nor a status can be made.
 */
export async function startCheck(client: Client, place: CheckPlace): Promise<OpenCheck> {
  try {
    const [owner = "", repo = ""] = place.repository.split("/");
    const link = place.url === null ? {} : { details_url: place.url };
    const { data } = await client.rest.checks.create({
      owner,
      repo,
      name: place.name,
      head_sha: place.commit,
      status: "in_progress",
      ...link,
    });
    return { kind: "check", complete: (end) => completeCheck(client, { owner, repo, id: data.id }, end) };
  } catch (error) {
    if (![403, 404].includes(statusOf(error) ?? 0)) throw explainStatus(error, ASKED);
    await writeStatus(client, place, { state: "pending", description: "in progress" });
    return {
      kind: "status",
      complete: ({ blocks, title }) =>
        writeStatus(client, place, {
          state: blocks ? "failure" : "success",
          description: title.slice(0, MOST_TITLE),
        }),
    };
  }
}

async function completeCheck(
  client: Client,
  { owner, repo, id }: { readonly owner: string; readonly repo: string; readonly id: number },
  { blocks, title, summary }: CheckEnd,
): Promise<void> {
  try {
    const output = { title: title.slice(0, MOST_TITLE), summary: summary.slice(0, MOST_SUMMARY) };
    const conclusion = blocks ? "failure" : "success";
    await client.rest.checks.update({
      owner,
      repo,
      check_run_id: id,
      status: "completed",
      conclusion,
      output,
    });
  } catch (error) {
    throw explainStatus(error, ASKED);
  }
}

async function writeStatus(
  client: Client,
  { repository, commit, name, url }: CheckPlace,
  said: { readonly state: "pending" | "success" | "failure"; readonly description: string },
): Promise<void> {
  try {
    const [owner = "", repo = ""] = repository.split("/");
    const link = url === null ? {} : { target_url: url };
    await client.rest.repos.createCommitStatus({ owner, repo, sha: commit, context: name, ...said, ...link });
  } catch (error) {
    throw explainStatus(error, { ...ASKED, permission: "checks: write` or `statuses: write" });
  }
}
