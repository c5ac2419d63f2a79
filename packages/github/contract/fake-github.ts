/**
 * GitHub as a `fetch` with a memory: comments, checks, statuses and pull requests of one repository, with its limits
 * and its bad days. Every exchange is held to GitHub's own description.
 *
 * @module
 */
import { type Exchange, openDescription } from "./openapi.ts";

/** How this GitHub behaves. */
export interface Weather {
  /** Permissions the token lacks, such as `checks`. */
  readonly forbidden?: readonly string[];
  /** Statuses of the next requests, before anything else happens; `lost`: it is done, and no answer comes. */
  readonly next?: (number | "lost" | "limit" | "pass")[];
  readonly pageSize?: number;
  /** Whether a person deleted a comment of ours. */
  readonly removed?: boolean;
}

interface Comment {
  readonly id: number;
  readonly body: string;
  readonly login: string;
}

type Answer = readonly [status: number, body: unknown, headers?: Readonly<Record<string, string>>];

const REPOSITORY = "acme/model";
const API = "https://api.github.example";
const MOST_CHARACTERS = 65_536;
let describe: ReturnType<typeof openDescription> | null = null;

/** A fresh GitHub, whose token belongs to `github-actions[bot]`. */
export function openFakeGithub(weather: Weather = {}) {
  describe ??= openDescription();
  const judge = describe;
  const comments: Comment[] = [];
  const checks: Record<string, unknown>[] = [];
  const statuses: Record<string, unknown>[] = [];
  const asked: string[] = [];
  const breaches: string[] = [];
  const pulls: object[] = [];
  const next = [...(weather.next ?? [])];

  const say = (login: string, body: string): Comment => {
    const comment = { id: (comments.at(-1)?.id ?? 0) + 1, login, body };
    comments.push(comment);
    return comment;
  };
  const forbids = (what: string): boolean => weather.forbidden?.includes(what) === true;

  function list(query: URLSearchParams, path: string): Answer {
    const size = weather.pageSize ?? 2;
    const page = Number(query.get("page") ?? 1);
    const shown = comments.slice((page - 1) * size, page * size).map(asComment);
    const more = comments.length > page * size;
    return [
      200,
      shown,
      more ? { link: `<${API}${path}?per_page=${size}&page=${page + 1}>; rel="next"` } : {},
    ];
  }

  function write(body: unknown, id: number | null): Answer {
    const text = memberOf(body, "body");
    if (forbids("comments"))
      return [
        403,
        { message: "Resource not accessible by integration", documentation_url: "https://d", status: "403" },
      ];
    if (text.length > MOST_CHARACTERS)
      return [
        422,
        {
          message: "Validation Failed",
          documentation_url: "https://d",
          errors: [{ code: "too_long", message: "body is too long" }],
        },
      ];
    if (id === null) return [201, asComment(say("github-actions[bot]", text))];
    const index = comments.findIndex((each) => each.id === id);
    const found = comments[index];
    if (found === undefined) return [404, NOT_FOUND];
    comments[index] = { ...found, body: text };
    return [200, asComment({ ...found, body: text })];
  }

  function remove(id: number): Answer {
    const index = comments.findIndex((each) => each.id === id);
    if (index === -1) return [404, NOT_FOUND];
    comments.splice(index, 1);
    return [204, null];
  }

  function keepCheck(body: unknown, id: number | null): Answer {
    if (forbids("checks")) return [403, { message: "Resource not accessible by integration" }];
    if (id === null) checks.push({});
    const at = (id ?? checks.length) - 1;
    checks[at] = { ...checks[at], ...(body as object) };
    return [id === null ? 201 : 200, asCheck(at + 1, checks[at] ?? {})];
  }

  function keepStatus(body: unknown): Answer {
    if (forbids("statuses")) return [403, { message: "Resource not accessible by integration" }];
    statuses.push(body as Record<string, unknown>);
    return [201, asStatus(body as object)];
  }

  function graphql(): Answer {
    const nodes = weather.removed
      ? [{ actor: { login: "octocat" }, deletedCommentAuthor: { login: "github-actions" } }]
      : [];
    const repository = { pullRequest: { timelineItems: { nodes } } };
    return [200, { data: { viewer: { login: "github-actions[bot]" }, repository } }];
  }

  function answer(method: string, path: string, query: URLSearchParams, body: unknown): Answer {
    const id = Number(/\d+$/.exec(path)?.[0] ?? 0);
    const name = `${method} ${path.replace(/\/\d+(?=\/|$)/g, "/N").replace(/[0-9a-f]{40}/, "SHA")}`;
    const routes: Readonly<Record<string, () => Answer>> = {
      "GET /repos/acme/model/issues/N/comments": () => list(query, path),
      "POST /repos/acme/model/issues/N/comments": () => write(body, null),
      "PATCH /repos/acme/model/issues/comments/N": () => write(body, id),
      "DELETE /repos/acme/model/issues/comments/N": () => remove(id),
      "POST /repos/acme/model/check-runs": () => keepCheck(body, null),
      "PATCH /repos/acme/model/check-runs/N": () => keepCheck(body, id),
      "POST /repos/acme/model/statuses/SHA": () => keepStatus(body),
      "GET /repos/acme/model/pulls": () => [200, pulls],
      "POST /graphql": graphql,
    };
    return routes[name]?.() ?? [404, NOT_FOUND];
  }

  async function fetchIt(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
    const url = new URL(String(input));
    const method = init.method ?? "GET";
    const body: unknown = typeof init.body === "string" ? JSON.parse(init.body) : null;
    asked.push(`${method} ${url.pathname}`);
    const forecast = next.shift() ?? "pass";
    if (forecast === "limit")
      return respond([403, { message: "You have exceeded a secondary rate limit" }, { "retry-after": "1" }]);
    if (typeof forecast === "number") return respond([forecast, { message: "no" }]);
    const [status, said, headers] = answer(method, url.pathname, url.searchParams, body);
    if (url.pathname !== "/graphql") {
      const exchange: Exchange = {
        method,
        path: url.pathname,
        query: url.searchParams,
        body,
        status,
        answer: said,
      };
      breaches.push(...judge(exchange));
    }
    if (forecast === "lost") throw new TypeError("fetch failed");
    return respond([status, said, headers ?? {}]);
  }

  return {
    apiUrl: API,
    repository: REPOSITORY,
    fetch: fetchIt,
    comments,
    checks,
    statuses,
    pulls,
    asked,
    breaches,
    say,
  };
}

const NOT_FOUND = { message: "Not Found", documentation_url: "https://d", status: "404" };
const WHEN = "2026-11-28T09:00:00Z";

function respond([status, body, headers = {}]: Answer): Response {
  const text = body === null ? null : JSON.stringify(body);
  return new Response(text, {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
  });
}

function memberOf(value: unknown, name: string): string {
  return String((value as Readonly<Record<string, unknown>> | null)?.[name] ?? "");
}

function asUser(login: string): object {
  const url = `${API}/users/${login}`;
  const links = [
    "followers_url",
    "following_url",
    "gists_url",
    "starred_url",
    "subscriptions_url",
    "organizations_url",
    "repos_url",
    "events_url",
    "received_events_url",
  ];
  return {
    ...{
      login,
      id: 1,
      node_id: "U_1",
      avatar_url: url,
      gravatar_id: "",
      url,
      html_url: url,
      type: "Bot",
      site_admin: false,
    },
    ...Object.fromEntries(links.map((name) => [name, url])),
  };
}

function asComment({ id, body, login }: Comment): object {
  const url = `${API}/repos/acme/model/issues/comments/${id}`;
  return {
    ...{
      id,
      body,
      url,
      node_id: `C_${id}`,
      html_url: `https://github.example/acme/model/pull/3#issuecomment-${id}`,
    },
    ...{
      issue_url: url,
      user: asUser(login),
      created_at: WHEN,
      updated_at: WHEN,
      author_association: "NONE",
    },
  };
}

function asCheck(
  id: number,
  { name, head_sha, status, conclusion = null, output = {} }: Readonly<Record<string, unknown>>,
): object {
  const said = {
    title: null,
    summary: null,
    text: null,
    annotations_count: 0,
    annotations_url: API,
    ...(output as object),
  };
  return {
    ...{
      id,
      head_sha,
      name,
      status,
      conclusion,
      output: said,
      node_id: "K_1",
      external_id: "",
      url: API,
      html_url: API,
      details_url: API,
    },
    ...{ started_at: WHEN, completed_at: null, check_suite: { id: 1 }, app: null, pull_requests: [] },
  };
}

function asStatus(body: object): object {
  return {
    ...{
      url: API,
      avatar_url: API,
      id: 1,
      node_id: "S_1",
      target_url: null,
      created_at: WHEN,
      updated_at: WHEN,
    },
    ...{ creator: asUser("github-actions[bot]"), state: "", description: "", context: "", ...body },
  };
}
