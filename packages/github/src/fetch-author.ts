/**
 * Who the token writes as. No single question is answered for every kind of token.
 *
 * @module
 */
import { isJsonObject, type JsonValue } from "@ml-gates/gate";
import type { Client } from "./client.ts";
import { statusOf } from "./explain-status.ts";

/** Whom the workflow's own token writes as. */
const WORKFLOW_AUTHOR = "github-actions[bot]";

/** Whom comments made with the token are by, and whether a person deleted one of theirs here. */
export interface Author {
  readonly login: string;
  readonly removals: boolean;
}

/** A pull request. */
export interface Conversation {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
}

const QUESTION = `query ($owner: String!, $repo: String!, $number: Int!) {
  viewer { login }
  repository(owner: $owner, name: $repo) { pullRequest(number: $number) {
    timelineItems(last: 50, itemTypes: [COMMENT_DELETED_EVENT]) {
      nodes { ... on CommentDeletedEvent { actor { login } deletedCommentAuthor { login } } } } } }
}`;

/**
 * The login by GraphQL's viewer, which answers personal and app tokens; where there is no GraphQL by `GET /user`; a
 * token without a user, refused there, is the workflow's own. Without GraphQL no removal is known.
 */
export async function fetchAuthor(client: Client, conversation: Conversation): Promise<Author> {
  const answer = await askGraphql(client, conversation);
  const login = loginOf(memberOf(answer, "viewer"));
  if (login !== null) return { login, removals: hasRemovals(answer, login) };
  try {
    const { data } = await client.rest.users.getAuthenticated();
    return { login: data.login, removals: false };
  } catch (error) {
    if (statusOf(error) === 403) return { login: WORKFLOW_AUTHOR, removals: false };
    throw error;
  }
}

async function askGraphql(client: Client, conversation: Conversation): Promise<JsonValue> {
  try {
    return await client.graphql<JsonValue>(QUESTION, { ...conversation, request: { retries: 0 } });
  } catch {
    // Whatever it was, the other question tells it better.
    return null;
  }
}

/** GraphQL leaves `[bot]` off a bot's name where it is an actor. */
function hasRemovals(answer: JsonValue, login: string): boolean {
  const items = memberOf(memberOf(memberOf(answer, "repository"), "pullRequest"), "timelineItems");
  const nodes = memberOf(items, "nodes");
  const bare = (name: string | null): string | null => name?.replace(/\[bot\]$/, "").toLowerCase() ?? null;
  const events: readonly JsonValue[] = Array.isArray(nodes) ? nodes : [];
  return events.some((event) => {
    const [by, of] = [loginOf(memberOf(event, "actor")), loginOf(memberOf(event, "deletedCommentAuthor"))];
    return bare(of) === bare(login) && bare(by) !== bare(login);
  });
}

function loginOf(value: JsonValue): string | null {
  const login = memberOf(value, "login");
  return typeof login === "string" ? login : null;
}

function memberOf(value: JsonValue, name: string): JsonValue {
  return isJsonObject(value) ? (value[name] ?? null) : null;
}
