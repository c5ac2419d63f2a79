/**
 * A server on loopback that gives answers recorded from MLflow 3.17.2, and the ways it can fail.
 *
 * @module
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What to answer a path with, queries included. */
export interface RecordedAnswer {
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Answers by `path?query`; a function sees the request and may break the connection. */
export type Recording = Readonly<
  Record<
    string,
    RecordedAnswer | ((request: IncomingMessage, response: ServerResponse) => RecordedAnswer | null)
  >
>;

/** A running server. */
export interface RecordedServer {
  readonly url: string;
  /** `path?query` of everything asked, in order. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** MLflow's page for a path it does not know. */
const UNKNOWN: RecordedAnswer = {
  status: 404,
  type: "text/html; charset=utf-8",
  body: "<!doctype html>\n<html lang=en>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n",
};

/** Starts it on a free port of loopback. */
export async function startRecorded(recording: Recording): Promise<RecordedServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push(path);
    const found = recording[path] ?? UNKNOWN;
    const answer = typeof found === "function" ? found(request, response) : found;
    if (answer === null) return;
    const { status = 200, type = "application/json", headers = {}, body } = answer;
    response.writeHead(status, { "content-type": type, ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
