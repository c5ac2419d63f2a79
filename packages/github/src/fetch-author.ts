/**
 * Who the token writes as. No single question is answered for every kind of token.
 *
 * @module
 */
import type { Client } from "./client.ts";
import { statusOf } from "./explain-status.ts";

/** Whom the workflow's own token writes as. */
const WORKFLOW_AUTHOR = "github-actions[bot]";

/**
 * The login that comments made with this token carry: by GraphQL's viewer, which answers personal and app tokens;
 * where there is no GraphQL by `GET /user`; a token without a user, refused there, is the workflow's own.
 */
export async function fetchAuthor(client: Client): Promise<string> {
  const viewer = await fetchViewer(client);
  if (viewer !== null) return viewer;
  try {
    const { data } = await client.rest.users.getAuthenticated();
    return data.login;
  } catch (error) {
    if (statusOf(error) === 403) return WORKFLOW_AUTHOR;
    throw error;
  }
}

async function fetchViewer(client: Client): Promise<string | null> {
  try {
    const answer: unknown = await client.graphql("{ viewer { login } }", { request: { retries: 0 } });
    return loginOf(answer);
  } catch {
    // Whatever it was, the other question tells it better.
    return null;
  }
}

function loginOf(answer: unknown): string | null {
  if (typeof answer !== "object" || answer === null || !("viewer" in answer)) return null;
  const { viewer } = answer;
  if (typeof viewer !== "object" || viewer === null || !("login" in viewer)) return null;
  return typeof viewer.login === "string" ? viewer.login : null;
}
