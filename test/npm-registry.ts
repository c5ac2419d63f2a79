/**
 * A package registry of the test's own on loopback: one package, one version, whatever bytes it is told to serve.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What the registry serves. */
export interface ServedPackage {
  readonly name: string;
  readonly version: string;
  readonly tarball: Buffer;
  /** Ends the connection after half of the tarball. */
  readonly truncate?: boolean;
}

/** A running registry. */
export interface Registry {
  readonly url: string;
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Starts it; stop it with `close`. */
export async function startRegistry(served: ServedPackage): Promise<Registry> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? "");
    if (request.url?.endsWith(".tgz")) {
      response.writeHead(200, { "content-length": served.tarball.length });
      const half = served.tarball.subarray(0, served.tarball.length / 2);
      if (served.truncate) response.write(half, () => response.destroy());
      else response.end(served.tarball);
    } else {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify(packument(served, `http://${request.headers.host}`)));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { url: `http://127.0.0.1:${port}/`, requests, close };
}

function packument({ name, version, tarball }: ServedPackage, origin: string): object {
  const integrity = `sha512-${createHash("sha512").update(tarball).digest("base64")}`;
  const dist = { tarball: `${origin}/${name}/-/${name.split("/").at(-1)}-${version}.tgz`, integrity };
  return { name, "dist-tags": { latest: version }, versions: { [version]: { name, version, dist } } };
}
