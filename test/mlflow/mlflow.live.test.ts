import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCli } from "@ml-gates/cli";
import { parseGateReport } from "@ml-gates/gate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../source-files.ts";
import { installMlflow, type MlflowServer, PYTHON, startMlflow } from "./server.ts";

const PREDICTIONS = join(ROOT, "fixtures", "predictions");
const servers: MlflowServer[] = [];
let server: MlflowServer = { url: "", kill: () => {} };

async function start(...given: Parameters<typeof startMlflow>): Promise<MlflowServer> {
  const started = await startMlflow(...given);
  servers.push(started);
  return started;
}

function seed(url: string, environment: Readonly<Record<string, string>> = {}): void {
  const args = [join(import.meta.dirname, "seed.py"), join(PREDICTIONS, "baseline.csv")];
  const env = { ...process.env, PYTHONUTF8: "1", MLFLOW_TRACKING_URI: url, ...environment };
  execFileSync(PYTHON, args, { env, stdio: ["ignore", "ignore", "inherit"] });
}

beforeAll(async () => {
  installMlflow();
  server = await start();
  seed(server.url);
});
afterAll(() => {
  for (const each of servers) each.kill();
});

/** compare-models by the command line, with this environment; its exit code, log and report. */
async function gate(
  inputs: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
) {
  const directory = mkdtempSync(join(tmpdir(), "ml-gates-live-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  writeFileSync(join(directory, "metrics.json"), '{"f1": 0.895, "auc": 0.9, "brier": 0.1}');
  copyFileSync(join(PREDICTIONS, "candidate.csv"), join(directory, "candidate.csv"));
  const words = Object.entries(inputs).flatMap(([name, value]) => [`--${name}`, value]);
  const told: string[] = [];
  const code = await runCli(["compare-models", ...words], ROOT, {
    directory,
    environment: { PATH: process.env["PATH"], HOME: directory, ...environment },
    out: (line) => told.push(line),
    err: (line) => told.push(line),
  });
  const path = join(directory, "ml-gates-report", "compare-models.json");
  return { code, told: told.join("\n"), report: parseGateReport(readFileSync(path, "utf8"), path) };
}

const metrics = (baseline: string, metric = "f1", url = server.url, environment = {}) =>
  gate(
    {
      candidate: "metrics.json",
      baseline,
      checks: `[{ metric: ${metric}, max-drop: 0.01, direction: higher }]`,
    },
    { MLFLOW_TRACKING_URI: url, ...environment },
  );

describe("a baseline in MLflow", () => {
  it("is found by its alias: numbers, version, commit, age and data stand in the report", async () => {
    const { code, told, report } = await metrics("mlflow:employment@champion");
    expect(code).toBe(0);
    expect(report.findings[0]).toMatchObject({ outcome: "pass", baseline: 0.9, observed: 0.895 });
    expect(report.evidence[1]).toMatchObject({
      uri: "mlflow:employment@champion",
      version: "1",
      commit: "9f2c".repeat(10),
      createdAt: expect.stringMatching(/^20\d\d-.*Z$/),
      datasets: [{ name: "test", digest: "abc123", context: "eval" }],
    });
    expect(told).toMatch(
      /Baseline mlflow:employment@champion: version 1, commit 9f2c9f2c9f2c, (just made|\d+ min)/,
    );
  });

  it("is found by its version, and in a metrics file that the run left", async () => {
    const byVersion = await metrics("mlflow:employment/1");
    expect(byVersion.report.findings[0]).toMatchObject({ baseline: 0.9 });
    const byFile = await metrics("mlflow:employment@champion:out/metrics.json");
    expect(byFile.report.findings[0]).toMatchObject({ outcome: "pass", baseline: 0.7 });
  });

  it("has predictions, which are paired with the candidate's", async () => {
    const { code, report } = await gate(
      {
        "candidate-predictions": "candidate.csv",
        "baseline-predictions": "mlflow:employment@champion",
        columns: "{ key: id, label: benign, prediction: decision, score: score }",
        checks: "[{ metric: accuracy, max-drop: 0.02 }]",
      },
      { MLFLOW_TRACKING_URI: server.url },
    );
    expect(code).toBe(0);
    expect(report.findings[0]).toMatchObject({ outcome: "pass", n: 569 });
    expect(report.evidence[1]).toMatchObject({ uri: "mlflow:employment@champion", rows: 569 });
  });

  it("is read from a logged model of MLflow 3, which has no run", async () => {
    const { report } = await metrics("mlflow:logged@champion");
    expect(report.findings[0]).toMatchObject({ outcome: "pass", baseline: 0.8 });
    const several = await metrics("mlflow:logged@champion", "auc");
    expect(several.code).toBe(1);
    expect(several.report.findings[0]).toMatchObject({ outcome: "not-evaluable" });
  });

  it.each([
    ["mlflow:employment@nan", "f1", "nan"],
    ["mlflow:employment@champion", "brier", "infinite"],
  ])("%s whose %s is %s was not measured, and is never green", async (baseline, metric, reason) => {
    const { code, report } = await metrics(baseline, metric);
    expect(code).toBe(1);
    expect(report.findings[0]).toMatchObject({ outcome: "not-evaluable", reason });
  });
});

describe("what a run tells beside its numbers", () => {
  const compare = async (change: (text: string) => string) => {
    const listed = await fetch(
      `${server.url}/api/2.0/mlflow/registered-models/alias?name=employment&alias=champion`,
    );
    const { model_version: version } = (await listed.json()) as { model_version: { run_id: string } };
    const run = await fetch(`${server.url}/api/2.0/mlflow/runs/get?run_id=${version.run_id}`);
    return gate(
      {
        candidate: "run.json",
        baseline: "mlflow:employment@champion",
        checks: "[{ metric: f1, max-drop: 0.01 }]",
      },
      { MLFLOW_TRACKING_URI: server.url },
      { "run.json": change(await run.text()) },
    );
  };

  it("are its parameters, which the report holds beside the candidate's", async () => {
    const { report } = await compare((text) => text.replace('"value": "3"', '"value": "4"'));
    expect(report.findings[0]).toMatchObject({ outcome: "pass", baseline: 0.9 });
    expect(report.measurements?.data["parameters"]).toEqual([
      { name: "depth", baseline: "3", candidate: "4" },
    ]);
  });

  it("is the data it was evaluated on: of other data nothing is compared", async () => {
    const { code, report } = await compare((text) => text.replaceAll("abc123", "def456"));
    expect(code).toBe(1);
    expect(report.findings[0]).toMatchObject({ outcome: "not-evaluable", reason: "not-comparable" });
  });
});

describe("a server whose certificate is not verified", () => {
  it("is a warning in the report, however good the numbers", async () => {
    const folder = mkdtempSync(join(tmpdir(), "ml-gates-tls-"));
    const [cert, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
    const made = [
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:prime256v1",
      "-nodes",
      "-subj",
      "/CN=localhost",
    ];
    execFileSync("openssl", ["req", "-x509", ...made, "-keyout", key, "-out", cert], { stdio: "ignore" });
    const pem = { cert: readFileSync(cert), key: readFileSync(key) };
    const front = createSecureServer(pem, async (request, response) => {
      const answer = await fetch(`${server.url}${request.url}`);
      response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
    }).listen(0, "127.0.0.1");
    await once(front, "listening");
    const url = `https://127.0.0.1:${(front.address() as AddressInfo).port}`;
    const insecure = { MLFLOW_TRACKING_INSECURE_TLS: "true" };
    const { report } = await metrics("mlflow:employment@champion", "f1", url, insecure);
    const refused = await metrics("mlflow:employment@champion", "f1", url);
    front.close();
    expect(report.verdict).toBe("warn");
    expect(report.findings.at(-1)).toMatchObject({ id: "unverified/baseline", severity: "warn" });
    expect(report.evidence[1]).toMatchObject({ unverified: "MLFLOW_TRACKING_INSECURE_TLS" });
    expect(refused.code).toBe(3);
  });
});

describe("what is not there", () => {
  it("is an error when the model lacks the alias: the server's 400", async () => {
    const { code, told } = await metrics("mlflow:employment@production");
    expect(code).toBe(3);
    expect(told.replaceAll(/\s+/g, " ")).toMatch(/without the alias "production"; it has: champion, nan/);
  });

  it("is a first run when the model lacks: the server's 404", async () => {
    const { code, report } = await metrics("mlflow:nothing@champion");
    expect([code, report.verdict]).toEqual([0, "inconclusive"]);
    expect(report.findings[0]).toMatchObject({ outcome: "skipped", reason: "no-baseline" });
  });

  it.each([
    ["mlflow:employment/99", /without a version "99"/],
    ["mlflow:employment@champion:no/such.json", /has no artifact "no\/such\.json"/],
  ])("is an error: %s", async (baseline, message) => {
    const { code, told } = await metrics(baseline);
    expect(code).toBe(3);
    expect(told.replaceAll(/\s+/g, " ")).toMatch(message);
  });
});

describe("a server with a login", () => {
  const admin = {
    MLFLOW_TRACKING_USERNAME: "admin",
    MLFLOW_TRACKING_PASSWORD: "correct horse battery",
  };
  let guarded: MlflowServer = { url: "", kill: () => {} };
  beforeAll(async () => {
    guarded = await start(["--app-name", "basic-auth"], {
      MLFLOW_FLASK_SERVER_SECRET_KEY: "only for this test",
      MLFLOW_AUTH_ADMIN_PASSWORD: admin.MLFLOW_TRACKING_PASSWORD,
    });
    seed(guarded.url, admin);
  });

  it("lets in who has MLflow's own variables", async () => {
    expect((await metrics("mlflow:employment@champion", "f1", guarded.url, admin)).code).toBe(0);
  });

  it.each([{}, { ...admin, MLFLOW_TRACKING_PASSWORD: "wrong-password-1" }])(
    "is an error with %j",
    async (login) => {
      const { code, told } = await metrics("mlflow:employment@champion", "f1", guarded.url, login);
      expect(code).toBe(3);
      expect(told).toContain("MLFLOW_TRACKING_TOKEN");
      expect(told).not.toContain("wrong-password-1");
    },
  );
});

/** The last of the tests: it kills the server of the others. */
describe("a server that dies in the middle", () => {
  it("is an error that says so, and no first run", async () => {
    const front = createServer(async (request, response) => {
      if (request.url?.includes("runs/get")) server.kill();
      const answer = await fetch(`${server.url}${request.url}`).catch(() => null);
      if (answer === null) response.destroy();
      else response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
    }).listen(0, "127.0.0.1");
    await once(front, "listening");
    const { port } = front.address() as AddressInfo;
    const { code, told } = await metrics("mlflow:employment@champion", "f1", `http://127.0.0.1:${port}`);
    front.close();
    expect(code).toBe(3);
    expect(told.replaceAll(/\s+/g, " ")).toMatch(/runs\/get cannot be reached \(3 tries\)/);
  });
});
