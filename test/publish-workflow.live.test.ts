import { execFile, execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { digestOf, finding, reportJudgement } from "@ml-gates/gate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emptyFolder } from "./fake-runner.ts";
import { ROOT } from "./source-files.ts";

const TOOLS = join(homedir(), ".cache", "ml-gates", "go");
const WORKFLOWS = join(ROOT, ".github", "workflows");
const HEAD = "9f2c41d7a0b3e58c6f1d2a4b7c9e0f3a5d6b8c1e";
const RULES =
  "version: 1\nmodel: m\nmetrics:\n  candidate: m.json\n  checks: [{ metric: accuracy, min: 0.8 }]\n";

/** A tool of Go modules, built once outside of the repository. */
function installTool(name: string, module: string): string {
  const path = join(TOOLS, name);
  const environment = { ...process.env, GOBIN: TOOLS };
  if (!existsSync(path)) execFileSync("go", ["install", module], { env: environment, stdio: "inherit" });
  return path;
}

describe("the workflows", () => {
  it("have nothing that actionlint finds, but for `$/`, which it does not know yet", () => {
    const actionlint = installTool("actionlint", "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12");
    const files = readdirSync(WORKFLOWS).map((name) => join(WORKFLOWS, name));
    execFileSync(actionlint, ["-no-color", "-ignore", 'specifying action "\\$/', ...files], { cwd: ROOT });
  });

  it("and the actions have nothing that zizmor finds", () => {
    const python = join(homedir(), ".cache", "ml-gates", "zizmor-1.32.0");
    const zizmor = join(python, "bin", "zizmor");
    if (!existsSync(zizmor)) {
      execFileSync("python3", ["-m", "venv", python]);
      execFileSync(join(python, "bin", "pip"), ["install", "--quiet", "zizmor==1.32.0"]);
    }
    execFileSync(zizmor, ["--offline", "--no-progress", ".github/workflows", "actions", "action.yml"], {
      cwd: ROOT,
      stdio: "pipe",
    });
  });
});

/** The API of a repository with one open pull request of a fork, and what was written to it. */
function openGithub(): { readonly server: Server; readonly posted: string[] } {
  const posted: string[] = [];
  const base = { sha: "41aa", repo: { full_name: "acme/model" } };
  const made = () => ({
    id: 5,
    body: posted[0],
    html_url: "http://github.example/c/5",
    user: { login: "me" },
  });
  const content = { type: "file", encoding: "base64", content: Buffer.from(RULES).toString("base64") };
  const answer = (method: string, url: string): unknown => {
    if (url.includes("/pulls?")) return [{ number: 3, head: { sha: HEAD }, base }];
    if (url.includes("/contents/")) return content;
    if (url === "/graphql") return { data: { viewer: { login: "me" } } };
    return method === "GET" ? posted.map(made) : made();
  };
  const server = createServer(async (request, response) => {
    const body = (await request.toArray()).join("");
    const { method = "", url = "" } = request;
    if (method === "POST" && url.endsWith("/comments")) posted.push(JSON.parse(body).body);
    const headers = { "content-type": "application/json" };
    response.writeHead(method === "POST" && url !== "/graphql" ? 201 : 200, headers);
    response.end(JSON.stringify(answer(method, url)));
  });
  return { server, posted };
}

/** What the fork's run left: its one finding passes, or says so. */
function writeReport(folder: string, observed: number): void {
  const check = { metric: "accuracy", min: 0.8 };
  const told = { id: "accuracy/min", kind: "metric", severity: "block", outcome: "pass", why: "w" } as const;
  const report = reportJudgement(
    {
      gate: { id: "compare-models", key: "m", mode: "screen" },
      summary: "One check passes.",
      subject: { model: "m", version: null, digest: null, commit: HEAD },
      policy: {
        source: "base",
        commit: "41aa",
        path: "ml-gates.yml",
        digest: digestOf(RULES),
        proposedDigest: null,
      },
      evidence: [],
      findings: [finding({ ...told, check, observed })],
      measurements: null,
    },
    {
      toolVersion: "0.1.0",
      run: { url: null, attempt: 1, leg: {}, startedAt: "2026-11-24T09:00:00.000Z", seconds: 1 },
      inconclusive: "warn",
    },
  );
  mkdirSync(join(folder, "ml-gates-report"), { recursive: true });
  writeFileSync(join(folder, "ml-gates-report", "compare-models.m.json"), JSON.stringify(report));
}

/** The repository as `act` can read it: it knows no `$/`, and artifacts lie in a folder. */
function flavour(): string {
  const folder = emptyFolder("flavoured");
  for (const name of ["action.yml", "dist", "actions"])
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  const text = readFileSync(join(WORKFLOWS, "publish-report.yml"), "utf8")
    .replace("$/actions/publish-report", "acme/ml-gates/actions/publish-report@e2e")
    .replace(/actions\/download-artifact@\w+/, "acme/download@e2e");
  mkdirSync(join(folder, ".github", "workflows"), { recursive: true });
  writeFileSync(join(folder, ".github", "workflows", "publish-report.yml"), text);
  return folder;
}

const DOWNLOAD = `name: download
inputs: { pattern: {}, path: {}, run-id: {}, github-token: {} }
runs:
  using: composite
  steps:
    - shell: bash
      env: { TARGET: "\${{ inputs.path }}" }
      run: mkdir -p "$TARGET" && cp -r "$REPORTS"/. "$TARGET"
`;
const CONSUMER = `on: { workflow_run: { workflows: [gates], types: [completed] } }
permissions: {}
jobs:
  publish:
    permissions: { actions: read, contents: read, pull-requests: write }
    uses: acme/ml-gates/.github/workflows/publish-report.yml@e2e
`;
const EVENT = {
  workflow_run: {
    ...{ id: 7, event: "pull_request", head_sha: HEAD, head_branch: "topic" },
    head_repository: { full_name: "mallory/model", owner: { login: "mallory" } },
  },
  repository: { full_name: "acme/model", default_branch: "main" },
};

describe("the reusable workflow that publishes a fork's reports, run by act", () => {
  let act = "";
  const { server, posted } = openGithub();
  beforeAll(async () => {
    act = installTool("act", "github.com/nektos/act@v0.2.89");
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  });
  afterAll(() => server.close());

  /** A consumer's repository, in which the workflow of the gates has ended. */
  async function runWorkflow(observed: number): Promise<{ readonly code: number; readonly log: string }> {
    const [consumer, download, reports] = ["consumer", "download", "reports"].map(emptyFolder) as [
      string,
      string,
      string,
    ];
    writeReport(reports, observed);
    writeFileSync(join(download, "action.yml"), DOWNLOAD);
    mkdirSync(join(consumer, ".github", "workflows"), { recursive: true });
    writeFileSync(join(consumer, ".github", "workflows", "publish.yml"), CONSUMER);
    writeFileSync(join(consumer, "event.json"), JSON.stringify(EVENT));
    execFileSync("git", ["init", "--quiet"], { cwd: consumer });
    execFileSync("git", ["remote", "add", "origin", "https://github.com/acme/model.git"], { cwd: consumer });
    const address = server.address();
    const api = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
    const words = [
      ...["workflow_run", "-W", ".github/workflows/publish.yml", "-e", "event.json", "--json"],
      ...["-P", "ubuntu-latest=-self-hosted", "--no-cache-server", "-s", "GITHUB_TOKEN=t"],
      ...["--env", `GITHUB_API_URL=${api}`, "--env", `REPORTS=${reports}`],
      ...["--local-repository", `acme/ml-gates@e2e=${flavour()}`],
      ...["--local-repository", `acme/download@e2e=${download}`],
    ];
    const PATH = [dirname(process.execPath), process.env["PATH"]].join(delimiter);
    const run = promisify(execFile)(act, words, {
      cwd: consumer,
      env: { PATH, HOME: emptyFolder("act-home") },
      maxBuffer: 64 << 20,
    });
    return run.then(
      ({ stdout }) => ({ code: 0, log: stdout }),
      ({ code, stdout, stderr }) => ({ code, log: `${stdout}${stderr}` }),
    );
  }

  it("tells a report that the base's rules judged, and passes", async () => {
    const { code, log } = await runWorkflow(0.9);
    expect(code, log).toBe(0);
    expect(posted.splice(0)[0]).toContain("### ✅ ml-gates: pass · m");
  });

  it("fails on one that says pass beyond the base's limit, whatever its author says", async () => {
    const { code, log } = await runWorkflow(0.7);
    expect(code, log).not.toBe(0);
    expect(posted.splice(0)[0]).toContain("### 🚫 ml-gates: not everything ran");
  });
});
