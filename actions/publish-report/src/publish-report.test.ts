import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { digestReport, digestReports, finding, type GateReport, reportJudgement } from "@ml-gates/gate";
import { type ActionHost, type Annotation, type RunContext, runAction } from "@ml-gates/runner";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { publishReport } from "./publish-report.ts";

const RUN: RunContext = {
  event: "pull_request",
  repository: "acme/model",
  commit: "9f2c41d7a0b3e58c6f1d2a4b7c9e0f3a5d6b8c1e",
  base: null,
  pullRequest: 3,
  url: "https://github.example/acme/model/actions/runs/1",
  attempt: 1,
  leg: {},
  apiUrl: "http://127.0.0.1:9",
  serverUrl: "https://github.example",
};

function reportOf(gate: string, outcome: "pass" | "fail"): GateReport {
  const one = finding({
    id: "accuracy/min",
    kind: "metric",
    check: {},
    severity: "block",
    outcome,
    why: "0.8.",
  });
  const subject = { model: "m", version: null, digest: null, commit: null };
  const judged = { gate: { id: gate, key: null, mode: null }, summary: "One check.", subject, policy: null };
  const run = { url: null, attempt: 1, leg: {}, startedAt: "2026-11-24T09:00:00.000Z", seconds: 1 };
  return reportJudgement(
    { ...judged, evidence: [], findings: [one], measurements: null },
    { toolVersion: "0.1.0", run, inconclusive: "warn" },
  );
}

let directory: string;
let annotations: Annotation[];
let server: Server | null = null;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "publish-report-"));
  annotations = [];
});
afterEach(() => server?.close());

function hostWith(inputs: Readonly<Record<string, string>>, run: Partial<RunContext> = {}): ActionHost {
  return {
    inputs: { reports: "*.json", "report-dir": "out", ...inputs },
    directory,
    run: { ...RUN, ...run },
    environment: {},
    log: () => undefined,
    annotate: (annotation) => {
      annotations.push(annotation);
    },
    setOutput: () => undefined,
    appendSummary: async () => undefined,
    mask: () => undefined,
    now: () => new Date(0),
  };
}

async function keep(report: GateReport): Promise<GateReport> {
  await writeFile(join(directory, `${report.gate.id}.json`), JSON.stringify(report));
  return report;
}

const readOut = (name: string): Promise<string> => readFile(join(directory, "out", name), "utf8");

/** A GitHub that takes a comment, or refuses it with this status. */
async function serveGithub(status: number): Promise<string> {
  const comments: object[] = [];
  server = createServer((request, response) => {
    const made = { id: 5, body: "", html_url: "https://github.example/c/5", user: { login: "me" } };
    const isRead = request.method === "GET" || request.url === "/graphql";
    if (!isRead && status === 201) comments.push(made);
    const read = request.url === "/graphql" ? { data: { viewer: { login: "me" } } } : comments;
    const [code, body] = isRead ? [200, read] : [status, status === 201 ? made : { message: "no" }];
    response.writeHead(code, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((done) => server?.listen(0, "127.0.0.1", done));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}

/** A repository with an open pull request of a fork, whose base has this gate file. */
function openFork(rules: string | null, head: string | null = RUN.commit) {
  const posted: string[] = [];
  const pull = { number: 3, head: { sha: head }, base: { sha: "41aa", repo: { full_name: "acme/model" } } };
  const content = { type: "file", encoding: "base64", content: Buffer.from(rules ?? "").toString("base64") };
  const made = { id: 5, body: "", html_url: "https://github.example/c/5", user: { login: "me" } };
  const answer = (method: string, url: string, body: string): readonly [number, unknown] => {
    if (url.includes("/pulls")) return [200, [pull]];
    if (url.includes("/contents/")) return rules === null ? [404, {}] : [200, content];
    if (url === "/graphql") return [200, { data: { viewer: { login: "me" } } }];
    if (method === "GET") return [200, posted.length === 0 ? [] : [{ ...made, body: posted[0] }]];
    posted.push(JSON.parse(body).body);
    return [201, { ...made, body: posted[0] }];
  };
  const listen = async (): Promise<string> => {
    server = createServer(async (request, response) => {
      const body = (await request.toArray()).join("");
      const [status, said] = answer(request.method ?? "", request.url ?? "", body);
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(said));
    });
    await new Promise<void>((done) => server?.listen(0, "127.0.0.1", done));
    const address = server.address();
    return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  };
  return { posted, listen };
}

describe("publishReport", () => {
  it("writes comment and page, and anchors all reports in one digest", async () => {
    const reports = [
      await keep(reportOf("compare-models", "pass")),
      await keep(reportOf("validate-data", "fail")),
    ];
    const result = await publishReport.run(hostWith({ comment: "false" }));
    expect(result.reports).toHaveLength(2);
    expect(result.outputs?.["evidence-digest"]).toBe(digestReports(reports));
    expect(await readOut("comment.md")).toMatch(
      /^<!-- ml-gates:v1:default -->\n<!-- .* -->\n### ❌ ml-gates: fail/,
    );
    expect(await readOut("report.html")).toMatch(/^<!doctype html>/);
    expect(result.summary).toContain("1 gate fails (validate-data)");
  });

  it("names the gates that were expected and did not report", async () => {
    await keep(reportOf("compare-models", "pass"));
    const result = await publishReport.run(
      hostWith({ comment: "false", expect: "compare-models, assess-fairness" }),
    );
    expect(result.missing).toEqual(["assess-fairness"]);
    expect(await readOut("comment.md")).toContain("| assess-fairness | 🚫\u00A0**did not run** |");
  });

  it("comments, and says where", async () => {
    await keep(reportOf("compare-models", "pass"));
    const result = await publishReport.run(hostWith({ token: "t" }, { apiUrl: await serveGithub(201) }));
    expect(result.outputs?.["comment-url"]).toBe("https://github.example/c/5");
    expect(annotations).toEqual([]);
  });

  it.each<readonly [string, Readonly<Record<string, string>>, Partial<RunContext>, number, RegExp]>([
    ["there is no token", {}, {}, 403, /no token.*`pull-requests: write`/s],
    ["the token may only read", { token: "t" }, {}, 403, /may not do that \(403\).*`pull-requests: write`/s],
  ])("gives one notice and the same verdict when %s", async (_story, inputs, run, status, wanted) => {
    await keep(reportOf("compare-models", "fail"));
    const result = await publishReport.run(hostWith(inputs, { apiUrl: await serveGithub(status), ...run }));
    expect(annotations.map(({ level }) => level)).toEqual(["notice"]);
    expect(annotations[0]?.message).toMatch(wanted);
    expect(result.reports?.map(({ verdict }) => verdict)).toEqual(["fail"]);
    expect(result.outputs?.["comment-url"]).toBe("");
  });

  it("tells a fork's run by the rules of the base, asking for the pull request by its head", async () => {
    await keep(reportOf("compare-models", "pass"));
    const rules =
      "version: 1\nmodel: m\nmetrics:\n  candidate: m.json\n  checks: [{ metric: accuracy, min: 0.8 }]\n";
    const fake = openFork(rules);
    const run = {
      event: "workflow_run",
      pullRequest: null,
      head: { owner: "mallory", branch: "topic" },
      apiUrl: await fake.listen(),
    };
    const result = await publishReport.run(hostWith({ token: "t" }, run));
    expect(result.reports?.map(({ verdict }) => verdict)).toEqual(["error"]);
    expect(fake.posted[0]).toMatch(/### 🚫 ml-gates: not everything ran/);
  });

  it("tells nobody of a fork's run whose branch has moved on", async () => {
    await keep(reportOf("compare-models", "pass"));
    const fake = openFork(null, "0".repeat(40));
    const run = {
      event: "workflow_run",
      pullRequest: null,
      head: { owner: "mallory", branch: "topic" },
      apiUrl: await fake.listen(),
    };
    await publishReport.run(hostWith({ token: "t" }, run));
    expect(fake.posted).toEqual([]);
  });

  it("is silent where there is no pull request", async () => {
    await keep(reportOf("compare-models", "pass"));
    await publishReport.run(hostWith({ token: "t" }, { pullRequest: null }));
    expect(annotations).toEqual([]);
  });

  it("does not read its own report of an earlier failure", async () => {
    await keep(reportOf("compare-models", "pass"));
    await keep(reportOf("publish-report", "fail"));
    const result = await publishReport.run(hostWith({ comment: "false" }));
    expect(result.reports?.map(({ gate }) => gate.id)).toEqual(["compare-models"]);
  });

  it("tells another tool's report as a gate that is kept beside the others", async () => {
    await keep(reportOf("compare-models", "pass"));
    await writeFile(
      join(directory, "tests.xml"),
      '<testsuite><testcase name="a"><failure/></testcase></testsuite>',
    );
    const inputs = { comment: "false", reports: "*.json\ntests.xml", "report-dir": "." };
    const run = await runAction(publishReport, hostWith(inputs));
    expect(run.exitCode).toBe(1);
    expect(run.reports.map(({ gate, verdict }) => `${gate.id} ${verdict}`)).toEqual([
      "junit fail",
      "compare-models pass",
    ]);
    const kept = JSON.parse(await readFile(join(directory, "junit.tests.json"), "utf8"));
    expect(kept.findings[0]).toMatchObject({ id: "a", outcome: "fail" });
    const again = await publishReport.run(hostWith(inputs));
    expect(again.outputs?.["evidence-digest"]).toBe(digestReports(run.reports));
  });

  it("counts one report of a leg, the newest attempt, and each leg by its name", async () => {
    const report = reportOf("compare-models", "pass");
    const of = (name: string, leg: string, attempt: number, summary: string): Promise<void> => {
      const told = { ...report, summary, run: { ...report.run, leg: { seed: leg }, attempt } };
      return writeFile(join(directory, name), JSON.stringify({ ...told, digest: digestReport(told) }));
    };
    await of("a.json", "1", 1, "old");
    await of("b.json", "1", 2, "new");
    await of("c.json", "1", 2, "new");
    await of("d.json", "2", 1, "other leg");
    const { reports } = await publishReport.run(hostWith({ comment: "false" }));
    expect(reports?.map(({ summary }) => summary)).toEqual(["new", "other leg"]);
    expect(await readOut("comment.md")).toContain("compare-models &#91;seed=2&#93;");
  });

  it("refuses to tell nothing", async () => {
    await expect(publishReport.run(hostWith({ comment: "false" }))).rejects.toThrow(
      /No report was found at "\*\.json"/,
    );
  });

  it("reads no more reports than a run can have made", async () => {
    const names = Array.from({ length: 1001 }, (_, index) => join(directory, `${index}.json`));
    await Promise.all(names.map((name) => writeFile(name, "{}")));
    await expect(publishReport.run(hostWith({ comment: "false" }))).rejects.toThrow(
      /are 1001 files; at most 1000 files are read/,
    );
  });

  it("refuses a report that was changed after it was written", async () => {
    const report = reportOf("compare-models", "fail");
    await writeFile(join(directory, "x.json"), JSON.stringify({ ...report, summary: "All is well." }));
    await expect(publishReport.run(hostWith({ comment: "false" }))).rejects.toThrow(
      /x\.json.*changed after/s,
    );
  });

  it("says so when its folder cannot be written", async () => {
    await keep(reportOf("compare-models", "pass"));
    await writeFile(join(directory, "out"), "a file stands where the folder should");
    await expect(publishReport.run(hostWith({ comment: "false" }))).rejects.toThrow(
      /"out\/comment\.md" cannot be written/,
    );
  });

  it("lists every wrong input at once", async () => {
    const wrong = hostWith({ key: "a --> b", comment: "maybe", "check-run": "yes" });
    await expect(publishReport.run(wrong)).rejects.toThrow(
      /`key` is "a --> b".*`comment` is "maybe".*`check-run` is "yes"/s,
    );
  });
});
