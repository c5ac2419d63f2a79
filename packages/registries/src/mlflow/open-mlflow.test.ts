import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { digestOf, EvidenceError, InputError } from "@ml-gates/gate";
import { afterEach, describe, expect, it } from "vitest";
import type { Environment } from "../run-git.ts";
import { openMlflow } from "./open-mlflow.ts";
import {
  type RecordedAnswer,
  type RecordedServer,
  type Recording,
  startRecorded,
} from "./recorded-server.ts";

const QUICK = { tries: 3, pauseMs: 1, timeoutMs: 2_000 };
const API = "/api/2.0/mlflow";
const json = (value: unknown, status = 200): RecordedAnswer => ({ status, body: JSON.stringify(value) });

let server: RecordedServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

async function open(recording: Recording, environment: Environment = {}) {
  server = await startRecorded(recording);
  return openMlflow({ MLFLOW_TRACKING_URI: server.url, ...environment }, QUICK);
}

const ALIAS = `${API}/registered-models/alias?name=employment&alias=champion`;
const MODEL = `${API}/registered-models/get?name=employment`;
const RUN = "b5b6e170b68e4709a000514bee090c74";
const version = (parts: object = {}) =>
  json({
    model_version: {
      name: "employment",
      version: "6",
      creation_timestamp: 1795876637526,
      source: `runs:/${RUN}/model`,
      run_id: RUN,
      ...parts,
    },
  });
const NO_ALIAS = json(
  { error_code: "INVALID_PARAMETER_VALUE", message: "Registered model alias champion not found." },
  400,
);
const NO_MODEL = json(
  { error_code: "RESOURCE_DOES_NOT_EXIST", message: "Registered Model with name=employment not found" },
  404,
);
const CHAMPION = { model: "employment", alias: "champion" };

describe("the version behind an alias", () => {
  it("is found, with when it was made", async () => {
    const mlflow = await open({ [ALIAS]: version() });
    expect(await mlflow.find(CHAMPION)).toEqual({
      model: "employment",
      version: "6",
      runId: RUN,
      modelId: null,
      createdAt: "2026-11-28T14:37:17.526Z",
    });
  });

  it("of a model that is not there is a first run: 404, and the model's own 404", async () => {
    expect(await (await open({ [ALIAS]: NO_MODEL, [MODEL]: NO_MODEL })).find(CHAMPION)).toBeNull();
  });

  it("of a model that is there without it is an error that names the aliases it has: 400", async () => {
    const registered = json({ registered_model: { aliases: [{ alias: "staging", version: "2" }] } });
    const mlflow = await open({ [ALIAS]: NO_ALIAS, [MODEL]: registered });
    await expect(mlflow.find(CHAMPION)).rejects.toThrow(/without the alias "champion"; it has: staging/);
  });

  it("by a number that is not there is an error, not a first run", async () => {
    const mlflow = await open({
      [`${API}/model-versions/get?name=employment&version=9`]: NO_MODEL,
      [MODEL]: json({ registered_model: { name: "employment" } }),
    });
    await expect(mlflow.find({ model: "employment", version: "9" })).rejects.toThrow(/without a version "9"/);
  });

  it("of a server that knows no such path is an error: another program answers there", async () => {
    await expect((await open({})).find(CHAMPION)).rejects.toThrow(/404 \(text\/html\).*Not Found/s);
  });
});

describe("the server", () => {
  const HTML = { type: "text/html", body: "<style>b{}</style><h1>You are not <b>authenticated</b></h1>" };
  it.each([
    ["401", { ...HTML, status: 401 }, /401 \(text\/html\).*authenticated.*MLFLOW_TRACKING_TOKEN/s],
    ["403", { ...HTML, status: 403 }, /403.*MLFLOW_TRACKING_USERNAME/s],
    [
      "a host it does not allow",
      { status: 403, type: "text/plain", body: "Invalid Host header - possible DNS rebinding attack" },
      /--allowed-hosts/,
    ],
    ["a login page", HTML, /200 \(text\/html\)/],
    ["500", json({ error_code: "INTERNAL_ERROR", message: "boom" }, 500), /500 .*boom/],
    ["a version without number", json({}), /names no version/],
  ] as const)("that answers with %s did not give a baseline", async (_story, answer, message) => {
    const finding = (await open({ [ALIAS]: answer })).find(CHAMPION);
    await expect(finding).rejects.toThrow(message);
    await expect(finding).rejects.toBeInstanceOf(EvidenceError);
  });

  it("that breaks in the middle of an answer is asked again, three times at most", async () => {
    const mlflow = await open({
      [ALIAS]: (_request, response) => {
        response.writeHead(200, { "content-length": "1000" }).write("{");
        setTimeout(() => response.destroy(), 5);
        return null;
      },
    });
    await expect(mlflow.find(CHAMPION)).rejects.toThrow(
      /cannot be reached \(3 tries\).*MLFLOW_TRACKING_URI/s,
    );
    expect(server?.asked).toHaveLength(3);
  });

  it("that is busy once is asked again", async () => {
    let first = true;
    const mlflow = await open({
      [ALIAS]: () => {
        const busy = first;
        first = false;
        return busy ? { status: 503, headers: { "retry-after": "0" }, body: "" } : version();
      },
    });
    expect(await mlflow.find(CHAMPION)).toMatchObject({ version: "6" });
  });

  it("that never answers is left after the time limit", async () => {
    server = await startRecorded({ [ALIAS]: () => null });
    const mlflow = openMlflow({ MLFLOW_TRACKING_URI: server.url }, { ...QUICK, tries: 1, timeoutMs: 50 });
    await expect(mlflow.find(CHAMPION)).rejects.toThrow(/timeout/i);
  });

  it("that is not there is an error, without the password in it", async () => {
    const mlflow = openMlflow({ MLFLOW_TRACKING_URI: "http://me:hunter22@127.0.0.1:1/x" }, QUICK);
    const failure = await mlflow.find(CHAMPION).catch((error: unknown) => String(error));
    expect(failure).toMatch(/http:\/\/127\.0\.0\.1:1\/x\/api.*cannot be reached/);
    expect(failure).not.toContain("hunter22");
  });

  it("that leads to another host gets no credentials sent there", async () => {
    const other = await startRecorded({});
    const mlflow = await open(
      { [ALIAS]: { status: 302, headers: { location: `${other.url}/stolen` }, body: "" } },
      { MLFLOW_TRACKING_TOKEN: "secret-token" },
    );
    await expect(mlflow.find(CHAMPION)).rejects.toThrow(/redirects to another host/);
    expect(other.asked).toEqual([]);
    await other.close();
  });

  it("that leads to another path of its own is followed", async () => {
    const mlflow = await open({
      [ALIAS]: { status: 308, headers: { location: "/moved" }, body: "" },
      "/moved": version(),
    });
    expect(await mlflow.find(CHAMPION)).toMatchObject({ version: "6" });
  });

  it.each([
    [{ MLFLOW_TRACKING_TOKEN: "t0ken", MLFLOW_TRACKING_USERNAME: "u" }, "Bearer t0ken"],
    [{ MLFLOW_TRACKING_USERNAME: "u", MLFLOW_TRACKING_PASSWORD: "p" }, "Basic dTpw"],
    [{}, undefined],
  ])("is given the credentials of %j", async (environment, wanted) => {
    const seen: (string | undefined)[] = [];
    const mlflow = await open(
      {
        [ALIAS]: ({ headers }) => {
          seen.push(headers.authorization);
          return version();
        },
      },
      environment,
    );
    await mlflow.find(CHAMPION);
    expect(seen).toEqual([wanted]);
  });

  it("may say the credentials back: a message does not", async () => {
    const echo = { status: 401, type: "text/plain", body: "bad token secret-token" };
    const mlflow = await open({ [ALIAS]: echo }, { MLFLOW_TRACKING_TOKEN: "secret-token" });
    await expect(mlflow.find(CHAMPION)).rejects.toThrow("bad token ***");
  });

  it.each(["", "databricks", "file:///tmp/mlruns", "not a url"])("cannot be called %j", (uri) => {
    expect(() => openMlflow({ MLFLOW_TRACKING_URI: uri })).toThrow(InputError);
  });
});

describe("a version's facts", () => {
  const at = { timestamp: 1795876637959, step: 0 };
  const run = {
    info: { run_id: RUN, artifact_uri: `mlflow-artifacts:/1/${RUN}/artifacts` },
    data: {
      metrics: [
        { key: "accuracy", value: 0.91, ...at, step: 1 },
        { key: "val/f1", value: "NaN", ...at },
        { key: "loss", value: 1.7976931348623157e308, ...at },
        { key: "auc", value: 0.95, ...at },
      ],
      params: [{ key: "depth", value: "3" }],
      tags: [{ key: "mlflow.source.git.commit", value: "9f2c" }],
    },
    inputs: {
      dataset_inputs: [
        {
          tags: [{ key: "mlflow.data.context", value: "eval" }],
          dataset: { name: "test", digest: "abc123", source_type: "local", source: "{}" },
        },
      ],
    },
  };
  const of = (name: string, digest: string) => ({ dataset_name: name, dataset_digest: digest });
  const model = {
    info: { model_id: "m-1", source_run_id: RUN },
    data: {
      metrics: [
        { key: "auc", value: 0.8, ...at, ...of("test", "abc123") },
        { key: "auc", value: 0.95, ...at, ...of("train", "zzz") },
        { key: "brier", value: 0.3, ...at, ...of("test", "abc123") },
        { key: "brier", value: 0.2, ...at, step: 4, ...of("test", "abc123") },
      ],
    },
  };
  const FOUND = { model: "employment", version: "6", runId: RUN, modelId: null, createdAt: null };
  const RUN_PATH = `${API}/runs/get?run_id=${RUN}&run_uuid=${RUN}`;

  it("are those of its run: NaN and infinity are no numbers, data and commit are named", async () => {
    const facts = await (await open({ [RUN_PATH]: json({ run }) })).readFacts(FOUND);
    const { metrics, params } = run.data;
    expect(facts).toEqual({
      answer: { run: { info: { run_id: RUN }, data: { metrics, params }, inputs: run.inputs } },
      params: { depth: "3" },
      datasets: [{ name: "test", digest: "abc123", context: "eval" }],
      commit: "9f2c",
      artifacts: { runId: RUN, root: `mlflow-artifacts:/1/${RUN}/artifacts` },
    });
  });

  it("are those of its logged model first: a name measured on several data sets is no number", async () => {
    const recording = { [`${API}/logged-models/m-1`]: json({ model }), [RUN_PATH]: json({ run }) };
    const facts = await (await open(recording)).readFacts({ ...FOUND, runId: null, modelId: "m-1" });
    const { accuracy, f1, loss } = Object.fromEntries(
      run.data.metrics.map((metric) => [metric.key.replace("val/", ""), metric]),
    );
    const [tested, trained, , latest] = model.data.metrics;
    expect(facts.answer).toMatchObject({
      run: { data: { metrics: [accuracy, f1, loss, tested, trained, latest] } },
    });
    expect(facts.datasets.map(({ digest }) => digest)).toEqual(["abc123", "zzz"]);
  });

  it("of a deleted run, or of no run at all, are an error", async () => {
    const gone = json({ error_code: "RESOURCE_DOES_NOT_EXIST", message: "Run with id=x not found" }, 404);
    await expect((await open({ [RUN_PATH]: gone })).readFacts(FOUND)).rejects.toThrow(
      /Run with id=x not found/,
    );
    await expect((await open({})).readFacts({ ...FOUND, runId: null })).rejects.toThrow(/neither a run nor/);
  });

  const artifacts = { runId: RUN, root: `mlflow-artifacts:/1/${RUN}/artifacts` };

  it("list files over all pages, and fetch them through the server", async () => {
    const list = `${API}/artifacts/list?run_id=${RUN}`;
    const mlflow = await open({
      [list]: json({ files: [{ path: "out", is_dir: true }], next_page_token: "2" }),
      [`${list}&page_token=2`]: json({ files: [{ path: "a b.csv", is_dir: false }] }),
      [`/api/2.0/mlflow-artifacts/artifacts/1/${RUN}/artifacts/a%20b.csv`]: {
        type: "text/csv",
        body: "id\n1\n",
      },
      [`/get-artifact?path=a+b.csv&run_uuid=${RUN}`]: { type: "text/csv", body: "from s3" },
    });
    expect(await mlflow.list(artifacts)).toEqual(["a b.csv"]);
    const target = join(mkdtempSync(join(tmpdir(), "ml-gates-mlflow-")), "a.csv");
    expect(await mlflow.fetch({ artifacts, path: "a b.csv", target })).toBe(digestOf("id\n1\n"));
    expect(readFileSync(target, "utf8")).toBe("id\n1\n");
    const elsewhere = { runId: RUN, root: `s3://bucket/${RUN}` };
    await mlflow.fetch({ artifacts: elsewhere, path: "a b.csv", target });
    expect(readFileSync(target, "utf8")).toBe("from s3");
  });

  it("name a file that is not there", async () => {
    const target = join(tmpdir(), "never-written.csv");
    const fetching = (await open({})).fetch({ artifacts, path: "no.csv", target });
    await expect(fetching).rejects.toThrow(/has no artifact "no\.csv"/);
  });
});
