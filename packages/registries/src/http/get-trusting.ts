/**
 * GET over TLS with certificates of the caller's choosing, for which `fetch` has no option.
 *
 * @module
 */
import { Readable } from "node:stream";

/** Whom to trust, and who to say one is, as PEM; Node's own authorities where nothing is given. */
export interface Trust {
  /** Authorities that are trusted instead of Node's own. */
  readonly ca?: string;
  /** One's own certificate, and its key. */
  readonly cert?: string;
  readonly key?: string;
  /** False where every certificate will do. */
  readonly rejectUnauthorized?: boolean;
}

/** Answers that have no body. */
const EMPTY = [204, 205, 304];

/** The answer, redirects included, as `fetch` gives it with `redirect: "manual"`. */
export async function getTrusting(
  url: URL,
  {
    trust,
    ...options
  }: {
    readonly headers: Readonly<Record<string, string>>;
    readonly signal: AbortSignal;
    readonly trust: Trust;
  },
): Promise<Response> {
  // It takes as long to load as all else of this package, and few ask for certificates.
  const { request } = await import("node:https");
  return new Promise((resolve, reject) => {
    const asked = request(url, { ...options, ...trust, agent: false }, (incoming) => {
      const status = incoming.statusCode ?? 0;
      const headers = new Headers();
      for (const [name, value] of Object.entries(incoming.headers))
        headers.set(name, Array.isArray(value) ? value.join(", ") : (value ?? ""));
      if (EMPTY.includes(status)) incoming.resume();
      const body = EMPTY.includes(status) ? null : (Readable.toWeb(incoming) as ReadableStream<Uint8Array>);
      resolve(new Response(body, { status, headers }));
    });
    asked.once("error", reject);
    asked.end();
  });
}
