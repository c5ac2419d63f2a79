import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { EvidenceError } from "@ml-gates/gate";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { npmEnvironment } from "./fetch-tarball.ts";
import { findInstalled } from "./find-installed.ts";
import { type NativePackage, nativePackageFor } from "./native-package.ts";
import { provideLibrary, resolveLibrary } from "./resolve-library.ts";
import { type CacheService, cacheKey } from "./tarball-cache.ts";

const NAME = "@duckdb/node-bindings-linux-x64";
const VERSION = "1.5.5-r.5";

/** A registry that serves one version of one package, and remembers what it was asked. */
interface Registry {
  readonly url: string;
  readonly asked: string[];
  /** What it serves, and the integrity it claims. */
  served: Buffer;
  claimed: string;
  /** How many of the bytes it sends before it hangs up; all when null. */
  cut: number | null;
  close(): Promise<unknown>;
}

function openRegistry(served: Buffer): Promise<Registry> {
  const server: Server = createServer((request, response) => {
    const { asked, url } = registry;
    asked.push(`${request.url} ${request.headers.authorization ?? "anonymous"}`);
    if (request.url?.endsWith(".tgz")) {
      response.writeHead(200, { "content-length": registry.served.length });
      if (registry.cut === null) return response.end(registry.served);
      return response.write(registry.served.subarray(0, registry.cut), () => response.destroy());
    }
    const dist = { tarball: `${url}/${NAME}/-/library.tgz`, integrity: registry.claimed };
    const versions = { [VERSION]: { name: NAME, version: VERSION, dist } };
    return response.end(JSON.stringify({ name: NAME, "dist-tags": { latest: VERSION }, versions }));
  });
  const registry: Registry = {
    url: "",
    asked: [],
    served,
    claimed: `sha512-${hashOf(served)}`,
    cut: null,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      resolve(Object.assign(registry, { url: `http://127.0.0.1:${port}` }));
    });
  });
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha512").update(bytes).digest("base64");
}

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(100) ^ 1, 100);
  return copy;
}

/** A tarball as npm packs it, with a library that is only text. */
async function packLibrary(folder: string, bindings: string): Promise<Buffer> {
  await mkdir(join(folder, "package"), { recursive: true });
  await writeFile(join(folder, "package", "package.json"), JSON.stringify({ name: NAME, version: VERSION }));
  await writeFile(join(folder, "package", "duckdb.node"), bindings);
  await writeFile(join(folder, "package", "libduckdb.so"), "the library".repeat(1000));
  execFileSync("tar", ["-czf", "library.tgz", "package"], { cwd: folder });
  return readFile(join(folder, "library.tgz"));
}

let root = "";
let tarball: Buffer;
/** A sound tarball of the same name, which is not the one pinned. */
let other: Buffer;
let registry: Registry;
let hostile: Registry;
let wanted: NativePackage;
let environment: Record<string, string>;
let log: string[];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "ml-gates-native-test-"));
  tarball = await packLibrary(join(root, "packed"), "the bindings");
  other = await packLibrary(join(root, "other"), "other bindings");
  wanted = { platform: "linux-x64", name: NAME, version: VERSION, sha512: hashOf(tarball) };
});

afterAll(() => rm(root, { recursive: true, force: true }));

/**
 * A runner whose temporary folder lies in a pull request's workspace, with that workspace's own npm configuration:
 * the worst place it can be. The user's configuration names the registry.
 */
beforeEach(async () => {
  [registry, hostile] = await Promise.all([openRegistry(tarball), openRegistry(tarball)]);
  log = [];
  const runner = await mkdtemp(join(root, "runner-"));
  const [home, workspace] = [join(runner, "home"), join(runner, "workspace")];
  const temp = join(workspace, "temp");
  await mkdir(home);
  await mkdir(temp, { recursive: true });
  await writeFile(join(home, ".npmrc"), `registry=${registry.url}/\nfetch-retries=0\n`);
  await writeFile(
    join(workspace, "package.json"),
    JSON.stringify({ name: "w", version: "1.0.0", workspaces: ["temp/*", "temp/*/*"] }),
  );
  const secret = `//${new URL(hostile.url).host}/:_authToken=\${GITHUB_TOKEN}`;
  for (const folder of [workspace, temp]) {
    await writeFile(
      join(folder, ".npmrc"),
      `registry=${hostile.url}/\n@duckdb:registry=${hostile.url}/\n${secret}\n`,
    );
  }
  environment = {
    PATH: process.env["PATH"] ?? "",
    HOME: home,
    USERPROFILE: home,
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: join(runner, "tools"),
    GITHUB_TOKEN: "secret",
    npm_config_registry: hostile.url,
    "npm_config_@duckdb:registry": hostile.url,
  };
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all([registry.close(), hostile.close()]);
});

function provide(service: CacheService | null = null): Promise<string> {
  return provideLibrary(wanted, { environment, service, log: (line) => log.push(line) });
}

function tarballsAsked(): number {
  return registry.asked.filter((request) => request.includes(".tgz ")).length;
}

function cachedPath(): string {
  return join(environment["RUNNER_TOOL_CACHE"] ?? "", "ml-gates-duckdb", VERSION, "linux-x64.tgz");
}

async function faultOf(attempt: Promise<unknown>): Promise<string> {
  const error: unknown = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(EvidenceError);
  return error instanceof EvidenceError ? error.message : "";
}

describe("the native library", () => {
  it("is fetched once from the user's own registry, verified, unpacked and kept", async () => {
    const folder = await provide();
    expect(await readFile(join(folder, "duckdb.node"), "utf8")).toBe("the bindings");
    expect((await readdir(folder)).sort()).toEqual(["duckdb.node", "libduckdb.so"]);
    expect(await readFile(cachedPath())).toEqual(tarball);
    expect(tarballsAsked()).toBe(1);

    const again = await provide();
    expect(again).not.toBe(folder);
    expect(await readFile(join(again, "duckdb.node"), "utf8")).toBe("the bindings");
    expect(tarballsAsked()).toBe(1);
  });

  it("is never asked of the registry that the workspace names, nor with a secret", async () => {
    await provide();
    expect(hostile.asked).toEqual([]);
    expect(registry.asked.every((request) => request.endsWith(" anonymous"))).toBe(true);
  });

  it("is asked of the registry of a user configuration that lies elsewhere", async () => {
    const elsewhere = join(environment["RUNNER_TEMP"] ?? "", "user.npmrc");
    await writeFile(elsewhere, `registry=${registry.url}/\n`);
    await rm(join(environment["HOME"] ?? "", ".npmrc"));
    environment["NPM_CONFIG_USERCONFIG"] = elsewhere;
    await provide();
    expect(tarballsAsked()).toBe(1);
  });

  it.each([
    ["corrupted", () => flipped(tarball)],
    ["truncated", () => tarball.subarray(0, 200)],
    ["emptied", () => Buffer.alloc(0)],
  ])("is fetched once more, with a line in the log, when the cache was %s", async (_, broken) => {
    await mkdir(dirname(cachedPath()), { recursive: true });
    await writeFile(cachedPath(), broken());
    await provide();
    expect(log[0]).toMatch(/is not the one pinned/);
    expect(await readFile(cachedPath())).toEqual(tarball);
    expect(tarballsAsked()).toBe(1);
  });

  it("is refused, naming both hashes, when the registry serves other bytes than are pinned", async () => {
    registry.served = other;
    registry.claimed = `sha512-${hashOf(registry.served)}`;
    const message = await faultOf(provide());
    expect(message).toContain(hashOf(registry.served));
    expect(message).toContain(wanted.sha512);
    await expect(readFile(cachedPath())).rejects.toThrow(/ENOENT/);
    expect(
      (await readdir(environment["RUNNER_TEMP"] ?? "")).filter((name) => name.startsWith("ml-gates")),
    ).toEqual([]);
  });

  it("is refused when the bytes are not those the registry itself claims", async () => {
    registry.served = other;
    expect(await faultOf(provide())).toMatch(/could not be fetched: npm pack ended with \d+.*EINTEGRITY/);
  });

  it("is refused when the registry hangs up half-way", async () => {
    registry.cut = 300;
    expect(await faultOf(provide())).toMatch(/could not be fetched: npm pack ended with/);
  });

  it("is refused, naming native-path, when npm is not there", async () => {
    const nowhere = environment["RUNNER_TEMP"] ?? "";
    environment["PATH"] = nowhere;
    vi.stubEnv("PATH", nowhere);
    expect(await faultOf(provide())).toMatch(/could not be fetched: .*npm.*native-path/);
  });
});

describe("the Actions cache", () => {
  function serviceWith(stored: Buffer | null, fault?: string) {
    const calls: string[] = [];
    const service: CacheService = {
      async restoreCache([path = ""], key) {
        calls.push(`restore ${key}`);
        if (fault !== undefined) throw new Error(fault);
        if (stored === null) return undefined;
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, stored);
        return key;
      },
      async saveCache([path = ""], key) {
        calls.push(`save ${key} ${hashOf(await readFile(path)) === wanted.sha512}`);
        if (fault !== undefined) throw new Error(fault);
        return 1;
      },
    };
    return { calls, service };
  }
  const key = "ml-gates-duckdb-1.5.5-r.5-linux-x64";

  it("gives the tarball when the tool cache does not have it", async () => {
    const { calls, service } = serviceWith(tarball);
    await provide(service);
    expect(cacheKey(wanted)).toBe(key);
    expect(calls).toEqual([`restore ${key}`]);
    expect(registry.asked).toEqual([]);
  });

  it("is given the tarball that was fetched", async () => {
    const { calls, service } = serviceWith(null);
    await provide(service);
    expect(calls).toEqual([`restore ${key}`, `save ${key} true`]);
  });

  it("is not believed: what it gives is hashed, and fetched when it is another", async () => {
    const { service } = serviceWith(flipped(tarball));
    const folder = await provide(service);
    expect(log[0]).toBe("The tarball of the Actions cache is not the one pinned.");
    expect(await readFile(join(folder, "duckdb.node"), "utf8")).toBe("the bindings");
    expect(tarballsAsked()).toBe(1);
  });

  it("may fail as it likes: that is a line in the log", async () => {
    const { service } = serviceWith(null, "the cache service is down");
    await provide(service);
    expect(log.filter((line) => line.includes("the cache service is down"))).toHaveLength(2);
    expect(tarballsAsked()).toBe(1);
  });
});

describe("where the library is looked for", () => {
  const settings = { directory: "/", nativePath: null, environment: {}, log: () => undefined };

  it("first in the folder that is named, relative to the working directory", async () => {
    await writeFile(join(root, "duckdb.node"), "");
    expect(await resolveLibrary({ ...settings, directory: dirname(root), nativePath: root })).toEqual({
      folder: root,
      unpacked: false,
    });
    expect(await faultOf(resolveLibrary({ ...settings, directory: root, nativePath: "nowhere" }))).toMatch(
      /native-path is ".*nowhere", where no file duckdb\.node is/,
    );
  });

  it("then among installed packages", async () => {
    const { folder, unpacked } = await resolveLibrary(settings);
    expect(folder).toMatch(/node_modules[/\\]@duckdb[/\\]node-bindings-/);
    expect(unpacked).toBe(false);
  });

  it("which count from this module upwards, and only in the pinned version", async () => {
    const folder = join(root, "app", "node_modules", NAME);
    const module = pathToFileURL(join(root, "app", "dist", "index.mjs")).href;
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "package.json"), JSON.stringify({ version: "1.5.6-r.1" }));
    expect(await findInstalled(wanted, module)).toBeNull();
    await writeFile(join(folder, "package.json"), JSON.stringify({ version: VERSION }));
    expect(await findInstalled(wanted, module)).toBe(folder);
    expect(await findInstalled(wanted, pathToFileURL(join(root, "other", "index.mjs")).href)).toBeNull();
  });

  it.each([
    ["linux", "x64", false, "linux-x64"],
    ["linux", "arm64", true, "linux-arm64-musl"],
    ["darwin", "arm64", false, "darwin-arm64"],
    ["win32", "x64", false, "win32-x64"],
  ])("on %s %s (musl: %s) in the package for %s", (platform, arch, musl, key) => {
    expect(nativePackageFor({ platform, arch, musl })).toMatchObject({
      platform: key,
      name: `@duckdb/node-bindings-${key}`,
    });
  });

  it("and on a platform without a build nowhere", () => {
    expect(() => nativePackageFor({ platform: "freebsd", arch: "x64", musl: false })).toThrow(
      /no build for freebsd-x64/,
    );
  });

  it("the npm client sees paths, proxies and the user's configuration, and nothing else", () => {
    const seen = {
      PATH: ["/bin", "/usr/bin"].join(delimiter),
      HOME: "/home/runner",
      https_proxy: "http://proxy",
      NPM_CONFIG_USERCONFIG: "/home/runner/.npmrc",
      SystemRoot: "C:\\Windows",
    };
    const hidden = {
      GITHUB_TOKEN: "s",
      ACTIONS_RUNTIME_TOKEN: "s",
      INPUT_TOKEN: "s",
      NODE_AUTH_TOKEN: "s",
      NODE_OPTIONS: "--require ./evil.js",
      npm_config_registry: "http://evil",
      AWS_SECRET_ACCESS_KEY: "s",
    };
    expect(npmEnvironment({ ...seen, ...hidden })).toEqual(seen);
  });
});

describe("the bindings of the bundle", () => {
  it("are loaded from the folder that was told", async () => {
    const { folder } = await resolveLibrary({
      directory: "/",
      nativePath: null,
      environment: {},
      log: () => undefined,
    });
    const [shim, told] = ["bindings-shim.ts", "native-path.ts"].map((file) =>
      JSON.stringify(new URL(file, import.meta.url).href),
    );
    const script = `(await import(${told})).setNativePath(${JSON.stringify(folder)});
      const { default: native } = await import(${shim}); console.log(native.library_version());`;
    const printed = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
      encoding: "utf8",
    });
    expect(printed.trim()).toBe("v1.5.5");
  });
});
