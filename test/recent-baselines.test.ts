import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { digestOf, type GateReport, reportJudgement } from "@ml-gates/gate";
import { openGitLedger } from "@ml-gates/registries";
import { NO_FACTS, renderComment, renderSummary } from "@ml-gates/report";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareModels } from "../actions/compare-models/src/compare-models.ts";
import { localHost } from "./local-host.ts";

const directory = mkdtempSync(join(tmpdir(), "ml-gates-recent-"));
const environment = { ...process.env, RUNNER_TEMP: directory };
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Registers versions with these metrics, and promotes each in turn. */
async function promoteAll(metrics: readonly string[]): Promise<void> {
  const repository = join(directory, "registry.git");
  execFileSync("git", ["init", "--quiet", "--bare", repository]);
  const registry = openGitLedger({
    directory,
    environment,
    branch: "ml-gates/registry",
    repository,
    log: () => {},
  });
  for (const text of metrics) {
    const [at, digest] = [new Date("2026-03-01T12:00:00Z"), digestOf(text)];
    const file = { uri: "out/metrics.json", bytes: new TextEncoder().encode(text) };
    const { version } = await registry.register({
      ...{ model: "employment", digest, metrics: file, predictions: null, commit: null, at },
    });
    await registry.promote({
      ...{ model: "employment", alias: "champion", to: version, expect: "any", commit: null, at },
      evidence: { evidenceDigest: digest, verdict: "pass", runUrl: null, attempt: 1 },
    });
  }
}

/** What compare-models reports of the candidate beside the registry's version. */
async function report(): Promise<GateReport> {
  const gate = [
    "version: 1",
    "model: employment",
    "metrics:",
    "  candidate: metrics.json",
    "  baseline: registry",
    "  checks: [{ metric: f1, max-drop: 0.1 }]",
    "registry: { repository: registry.git, alias: champion }",
  ];
  writeFileSync(join(directory, "ml-gates.yml"), gate.join("\n"));
  writeFileSync(join(directory, "metrics.json"), '{"f1": 0.79}');
  const { judgements } = await compareModels.run(localHost(directory, { environment }));
  const [only] = judgements;
  if (only === undefined) throw new Error("nothing was judged");
  const run = { url: null, attempt: 1, leg: {}, startedAt: "2026-03-02T12:00:00Z", seconds: 0 };
  return reportJudgement(only, { toolVersion: "0.1.0", run, inconclusive: "warn" });
}

describe("a report of compare-models on a registry of three versions", () => {
  let compared: GateReport;
  beforeAll(async () => {
    await promoteAll(['{"f1": 0.85}', '{"f1": 0.8}', '{"f1": 0.82}']);
    compared = await report();
  });

  it.each([
    ["comment", (reports: readonly GateReport[]) => renderComment(reports, { ...NO_FACTS, key: "x" })],
    ["summary", (reports: readonly GateReport[]) => renderSummary(reports)],
  ])("is drawn in the %s over the versions, the candidate last, with its table", (_name, render) => {
    const text = render([compared]);
    expect(text).toContain("<code>f1</code> over the last baselines");
    expect(text).toContain('x-axis ["1", "2", "3", "candidate"]');
    expect(text).toContain('line "value" [0.8500, 0.8000, 0.8200, 0.7900]');
    expect(text).toContain("| <code>1</code> | 0.8500 |");
    expect(text).toContain("| <code>candidate</code> | 0.7900 |");
  });
});
