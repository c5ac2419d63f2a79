import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "./source-files.ts";

/** An empty folder with the packed package installed in it, as a user has it. */
let project = "";

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "ml-gates-package-"));
  const packed = execFileSync("npm", ["pack", "--pack-destination", project, "--loglevel=error"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  writeFileSync(join(project, "package.json"), '{ "private": true }');
  const tarball = join(project, packed.trim().split("\n").at(-1) ?? "");
  execFileSync("npm", ["install", "--loglevel=error", "--no-audit", "--no-fund", tarball], {
    cwd: project,
    stdio: "inherit",
  });
});

function mlGates(...words: readonly string[]) {
  return spawnSync("npx", ["--no-install", "ml-gates", ...words], { cwd: project, encoding: "utf8" });
}

describe("the packed package in an empty folder", () => {
  it("says its version", () => {
    expect(mlGates("--version").stdout.trim()).toBe(
      JSON.parse(execFileSync("npm", ["pkg", "get", "version"], { cwd: ROOT, encoding: "utf8" })),
    );
  });

  it("depends on one package at run time, and brings no sources", () => {
    const listed = JSON.parse(
      execFileSync("npm", ["ls", "--json", "--depth=1"], { cwd: project, encoding: "utf8" }),
    );
    expect(Object.keys(listed.dependencies)).toEqual(["ml-gates"]);
    expect(Object.keys(listed.dependencies["ml-gates"].dependencies)).toEqual(["@duckdb/node-api"]);
  });

  it("judges the demo's real rows", () => {
    cpSync(join(ROOT, "fixtures", "employment"), join(project, "fixtures", "employment"), {
      recursive: true,
    });
    const { status, stdout } = mlGates("run", "fixtures/employment/ml-gates.yml", "--report-dir", "out");
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining("compare-models") });
  });

  it("explains every command", () => {
    for (const command of [
      "run",
      "validate-data",
      "compare-models",
      "assess-fairness",
      "publish-report",
      "promote-model",
    ]) {
      expect(mlGates(command, "--help").status).toBe(0);
    }
  });
});
