/**
 * The one way to GitHub's REST API: its address and proxy from the environment, patient with limits, never for long.
 *
 * @module
 */
import { defaults } from "@actions/github/lib/utils";
import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import { Octokit } from "@octokit/rest";

/** Where the API is and who asks. */
export interface ClientSettings {
  readonly token: string;
  /** Root of the REST API, such as `https://api.github.com`. */
  readonly apiUrl: string;
  readonly userAgent: string;
  /** Attempts after the first at a limit or a server's fault. Default: 2. */
  readonly retries?: number;
  /** For tests: answers in place of the network, without the pace that GitHub asks for. */
  readonly fetch?: typeof fetch;
}

const Patient = Octokit.plugin(retry, throttling);

/** GitHub's REST API, as {@link createClient} opens it. */
export type Client = InstanceType<typeof Patient>;

/** Beyond this many seconds a limit is an answer: the report is in the summary, and the job need not wait. */
const LONGEST_WAIT_SECONDS = 60;

/** A client whose every request is retried at most `retries` times, and waits at most a minute for a limit to pass. */
export function createClient(settings: ClientSettings): Client {
  const { token, apiUrl, userAgent, retries = 2, fetch: answer } = settings;
  const isWorthWaiting = (seconds: number, _options: object, _client: object, attempt: number): boolean =>
    attempt < retries && seconds <= LONGEST_WAIT_SECONDS;
  return new Patient({
    auth: token,
    baseUrl: apiUrl,
    userAgent,
    log: SILENT,
    retry: { retries },
    // The pace is kept per server.
    throttle: {
      enabled: answer === undefined,
      id: apiUrl,
      onRateLimit: isWorthWaiting,
      onSecondaryRateLimit: isWorthWaiting,
    },
    // The toolkit's fetch goes through the proxy that the environment names for its own address, and only for that.
    ...(apiUrl === defaults.baseUrl ? { request: defaults.request } : {}),
    ...(answer === undefined ? {} : { request: { fetch: answer } }),
  });
}

/** What goes wrong reaches the reader as an error's message, once. */
const SILENT = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {}
