import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseGateReport } from "@ml-gates/gate";
import { describe, expect, it } from "vitest";
import { buildBundle } from "../scripts/build-bundle.ts";
import { emptyFolder, runStep } from "./fake-runner.ts";
import { ROOT } from "./source-files.ts";

const DIST = join(ROOT, "dist");
const ARCHIVE_BUDGET_BYTES = 1_500_000;

describe("dist", () => {
  it("is what the sources build, byte for byte", { timeout: 120_000 }, async () => {
    const fresh = mkdtempSync(join(tmpdir(), "ml-gates-dist-"));
    await buildBundle(fresh);
    const read = (folder: string) =>
      new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
    const [committed, built] = [read(DIST), read(fresh)];
    rmSync(fresh, { recursive: true });
    const differing = [...new Set([...committed.keys(), ...built.keys()])].filter(
      (name) => committed.get(name) !== built.get(name),
    );
    expect(differing).toEqual([]);
  });

  const stubs = readdirSync(DIST).filter(
    (name) => /^[a-z-]+\.mjs$/.test(name) && !["index.mjs", "cli.mjs"].includes(name),
  );
  it.each(stubs)(
    "%s starts alone in an empty folder, and without a gate file says so and does not pass",
    async (stub) => {
      const step = await runStep({ stub: join(DIST, stub), workspace: emptyFolder("bundle") });
      expect({ stub, code: step.code }).toEqual({ stub, code: 3 });
      expect(step.outputs["verdict"]).toBe("error");
      expect(step.stderr).toBe("");
    },
  );

  it("holds the report's schema compiled, which refuses in the words of the sources", async () => {
    const workspace = emptyFolder("schema");
    const text = '{"tool": {"name": "ml-gates"}, "version": 1}';
    writeFileSync(join(workspace, "x.json"), text);
    const inputs = { reports: "x.json" };
    const step = await runStep({ stub: join(DIST, "publish-report.mjs"), workspace, inputs });
    expect(step.code).toBe(3);
    expect(() => parseGateReport(text, "x.json")).toThrow(/must have required property 'gate'/);
    expect(step.stdout).toMatch(/must have required property 'gate'/);
  });

  it("holds no native library and no path of the machine that built it", () => {
    for (const name of readdirSync(DIST)) {
      expect(name).toMatch(/\.(mjs|txt|json)$/);
      expect(readFileSync(join(DIST, name), "utf8")).not.toContain(ROOT);
    }
  });
});

describe("the archive that every job downloads", () => {
  it(`is at most ${ARCHIVE_BUDGET_BYTES} bytes compressed`, () => {
    const archive = execFileSync("git", ["archive", "--format=tar.gz", "HEAD"], {
      cwd: ROOT,
      maxBuffer: 64 << 20,
    });
    expect(archive.length).toBeLessThanOrEqual(ARCHIVE_BUDGET_BYTES);
  });

  it("holds what a run needs and no sources, tests or fixtures", () => {
    const listed = execFileSync("sh", ["-c", "git archive HEAD | tar t"], {
      cwd: ROOT,
      encoding: "utf8",
    }).split("\n");
    const files = listed.filter((path) => path !== "" && !path.endsWith("/"));
    expect(files).toEqual(
      expect.arrayContaining([
        "action.yml",
        "dist/index.mjs",
        "dist/compare-models.mjs",
        "LICENSE",
        "package.json",
      ]),
    );
    expect(
      files.filter((path) => /^(packages|fixtures|test|demo|scripts|docs|bench|study)\//.test(path)),
    ).toEqual([]);
  });
});
