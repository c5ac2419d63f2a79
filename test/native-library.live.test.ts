import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { runStep, type StepResult } from "./fake-runner.ts";
import { type Registry, startRegistry } from "./npm-registry.ts";
import { ROOT } from "./source-files.ts";

const VERSION = "1.5.5-r.5";
const NAME = `@duckdb/node-bindings-${process.platform}-${process.arch}`;

/** The published tarball, from the real registry, once. */
let published: Buffer;
/** The bundle in a folder with no `node_modules` above it. */
let stub = "";
let open: Registry[] = [];

const folder = (name: string) => mkdtempSync(join(tmpdir(), `ml-gates-${name}-`));

beforeAll(() => {
  const download = folder("download");
  writeFileSync(join(download, "package.json"), "{}");
  execFileSync("npm", ["pack", `${NAME}@${VERSION}`, "--loglevel=error"], { cwd: download, stdio: "ignore" });
  const [file = ""] = readdirSync(download).filter((name) => name.endsWith(".tgz"));
  published = readFileSync(join(download, file));
  const bundle = folder("bundle");
  cpSync(join(ROOT, "dist"), join(bundle, "dist"), { recursive: true });
  stub = join(bundle, "dist", "validate-data.mjs");
});

afterEach(async () => {
  await Promise.all(open.map((registry) => registry.close()));
  open = [];
});

async function serve(tarball: Buffer, truncate = false): Promise<Registry> {
  const registry = await startRegistry({ name: NAME, version: VERSION, tarball, truncate });
  open.push(registry);
  return registry;
}

interface Job {
  readonly registry: Registry;
  readonly toolCache?: string;
  /** Written into the workspace, as a pull request could. */
  readonly workspaceNpmrc?: string;
  readonly path?: string;
}

/** One job on a fresh runner: a small table, a suite that it meets, npm configured by the user's own file. */
function validate({ registry, toolCache = folder("tools"), workspaceNpmrc, path }: Job): Promise<StepResult> {
  const workspace = folder("workspace");
  const userConfig = join(folder("user"), ".npmrc");
  writeFileSync(userConfig, `registry=${registry.url}\nfetch-retries=0\n`);
  writeFileSync(join(workspace, "d.csv"), "a\n1\n2\n");
  if (workspaceNpmrc) writeFileSync(join(workspace, ".npmrc"), workspaceNpmrc);
  return runStep({
    stub,
    workspace,
    inputs: { data: "d.csv", checks: "[{ type: expect_table_row_count_to_equal, kwargs: { value: 2 } }]" },
    environment: {
      RUNNER_TOOL_CACHE: toolCache,
      NPM_CONFIG_USERCONFIG: userConfig,
      SECRET_TOKEN: "hush",
      ...(path === undefined ? {} : { PATH: path }),
    },
  });
}

/** The tarball in a tool cache. */
function cachedTarball(toolCache: string): string {
  const [file = ""] = readdirSync(toolCache, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".tgz"),
  );
  return join(toolCache, file);
}

/** A well-formed tarball with other bytes: one byte of the library is flipped. */
function tampered(): Buffer {
  const bytes = gunzipSync(published);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  return gzipSync(bytes, { level: 1 });
}

const errorsOf = (step: StepResult) =>
  step.commands
    .filter(({ name }) => name === "error")
    .map(({ message }) => message)
    .join("\n");

describe("the native library, from the bundle in a folder without node_modules", () => {
  it("is fetched once through npm, verified, used, and kept", async () => {
    const registry = await serve(published);
    const toolCache = folder("tools");
    const step = await validate({ registry, toolCache });
    expect({ code: step.code, verdict: step.outputs["verdict"] }).toEqual({ code: 0, verdict: "pass" });
    expect(registry.requests.some((url) => url.endsWith(".tgz"))).toBe(true);
    expect(existsSync(cachedTarball(toolCache))).toBe(true);
  });

  it("is taken from the tool cache when it is there: no request is made", async () => {
    const toolCache = folder("tools");
    await validate({ registry: await serve(published), toolCache });
    const second = await serve(published);
    const step = await validate({ registry: second, toolCache });
    expect(step.code).toBe(0);
    expect(second.requests).toEqual([]);
  });

  it("is fetched again when the cached tarball is not the one pinned", async () => {
    const toolCache = folder("tools");
    await validate({ registry: await serve(published), toolCache });
    writeFileSync(cachedTarball(toolCache), tampered());
    const second = await serve(published);
    const step = await validate({ registry: second, toolCache });
    expect(step.code).toBe(0);
    expect(second.requests.some((url) => url.endsWith(".tgz"))).toBe(true);
    expect(readFileSync(cachedTarball(toolCache)).equals(published)).toBe(true);
  });

  it("is refused when the registry serves other bytes, by a message that names both hashes", async () => {
    const step = await validate({ registry: await serve(tampered()) });
    expect(step.code).toBe(3);
    expect(errorsOf(step).match(/[A-Za-z0-9+/]{86}==/g)).toHaveLength(2);
  });

  it("is refused when the download breaks off", async () => {
    const step = await validate({ registry: await serve(published, true) });
    expect({ code: step.code, verdict: step.outputs["verdict"] }).toEqual({ code: 3, verdict: "error" });
    expect(errorsOf(step)).toContain("native-path");
  });

  it("cannot be had without npm, and the message names the way without a network", async () => {
    const lonely = folder("path");
    symlinkSync(process.execPath, join(lonely, "node"));
    const step = await validate({ registry: await serve(published), path: lonely });
    expect(step.code).toBe(3);
    expect(errorsOf(step)).toContain("engine: { native-path }");
  });

  it("is never fetched from where an .npmrc in the workspace says", async () => {
    const [registry, evil] = [await serve(published), await serve(tampered())];
    const step = await validate({
      registry,
      workspaceNpmrc: `registry=${evil.url}\nscript-shell=/bin/false\n`,
    });
    expect(step.code).toBe(0);
    expect(evil.requests).toEqual([]);
  });

  it("is read where native-path says, with no npm and no registry", async () => {
    const native = folder("native");
    mkdirSync(native, { recursive: true });
    const workspace = folder("workspace");
    writeFileSync(join(workspace, "d.csv"), "a\n1\n");
    const library = dirname(join(ROOT, "node_modules", NAME, "duckdb.node"));
    cpSync(library, native, { recursive: true });
    const checks = "[{ type: expect_table_row_count_to_equal, kwargs: { value: 1 } }]";
    const step = await runStep({
      stub,
      workspace,
      inputs: { data: "d.csv", checks, engine: `{ native-path: ${native} }` },
    });
    expect(step.code).toBe(0);
  });
});
