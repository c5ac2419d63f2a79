/**
 * GET over HTTP with bounded time, tries and redirects; no address's credentials ever reach a message.
 *
 * @module
 */
import { setTimeout as delay } from "node:timers/promises";
import { EvidenceError, quote } from "@ml-gates/gate";
import { getTrusting, type Trust } from "./get-trusting.ts";

/** What to ask for. The URL holds no credentials: those are headers. */
export interface HttpRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Certificates other than Node's own; none when not given. */
  readonly trust?: Trust | null;
  /** What to do when it cannot be had. */
  readonly remedy: string;
}

/** How long and how often to ask. */
export interface HttpLimits {
  readonly tries: number;
  /** Wait before the second try; doubled before each later one. */
  readonly pauseMs: number;
  /** For one try, its body included. */
  readonly timeoutMs: number;
}

/** For answers of a few kilobytes. */
export const ANSWER_LIMITS: HttpLimits = { tries: 3, pauseMs: 500, timeoutMs: 30_000 };

const MAX_REDIRECTS = 3;
const LONGEST_PAUSE_MS = 10_000;
const BUSY = [429, 502, 503, 504];

/**
 * Asks, and reads the answer's body by `read`; a connection that breaks, there too, is tried again, as are 429, 502,
 * 503 and 504. Redirects are followed on the same host only: a header with credentials goes nowhere else.
 *
 * @throws EvidenceError when there is no answer, or one that leads to another host.
 */
export async function httpGet<Answer>(
  request: HttpRequest,
  limits: HttpLimits,
  read: (response: Response) => Promise<Answer>,
): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await follow(request, limits);
      const isLast = attempt >= limits.tries;
      if (isLast || !BUSY.includes(response.status)) return await read(response);
      await response.body?.cancel();
      await delay(pauseOf(response, attempt, limits));
    } catch (error) {
      if (error instanceof EvidenceError) throw error;
      if (attempt >= limits.tries) throw unreachable(request, error, attempt);
      await delay(limits.pauseMs * 2 ** (attempt - 1));
    }
  }
}

/** An address as a message may show it: without credentials and without a query, which may be a signature. */
export function showAddress({ protocol, host, pathname }: URL): string {
  return `${protocol}//${host}${pathname}`;
}

async function follow(
  { url, headers, trust = null, remedy }: HttpRequest,
  { timeoutMs }: HttpLimits,
): Promise<Response> {
  let address = url;
  const signal = AbortSignal.timeout(timeoutMs);
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    const response =
      trust === null || address.protocol !== "https:"
        ? await fetch(address, { headers, redirect: "manual", signal })
        : await getTrusting(address, { headers, signal, trust });
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || location === null) return response;
    await response.body?.cancel();
    const next = URL.canParse(location, address.href) ? new URL(location, address) : null;
    if (next?.origin !== url.origin) {
      const to = next === null ? "to what is no address" : `to another host, ${quote(next.origin)}`;
      throw refused(`${showAddress(url)} redirects ${to}: credentials are not sent there.`, remedy);
    }
    address = next;
  }
  throw refused(`${showAddress(url)} redirects more than ${MAX_REDIRECTS} times.`, remedy);
}

function pauseOf(response: Response, attempt: number, { pauseMs }: HttpLimits): number {
  const asked = Number(response.headers.get("retry-after") ?? Number.NaN) * 1000;
  return Math.min(LONGEST_PAUSE_MS, Number.isFinite(asked) ? asked : pauseMs * 2 ** (attempt - 1));
}

function unreachable({ url, remedy }: HttpRequest, error: unknown, tries: number): EvidenceError {
  const seen = `${showAddress(url)} cannot be reached (${tries} tries): ${quote(reasonOf(error))}.`;
  return refused(seen, /CERT|SIGNED|ISSUER/.test(reasonOf(error)) ? CERTIFICATE_REMEDY : remedy);
}

const CERTIFICATE_REMEDY =
  "Name your authority's certificate in the variable NODE_EXTRA_CA_CERTS, or in MLFLOW_TRACKING_SERVER_CERT_PATH for MLflow.";

/** `fetch failed` says nothing: the cause does. */
function reasonOf(error: unknown): string {
  const { cause, code } = error as {
    readonly cause?: { readonly code?: string; readonly message?: string };
    readonly code?: unknown;
  };
  if (typeof code === "string") return code;
  return cause?.code ?? cause?.message ?? (error instanceof Error ? error.message : String(error));
}

function refused(message: string, remedy: string): EvidenceError {
  return new EvidenceError([{ message, remedy }]);
}
