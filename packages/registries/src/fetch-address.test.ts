import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { digestOf, EvidenceError } from "@ml-gates/gate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fetchAtAddress } from "./fetch-address.ts";
import { verifyKept } from "./kept-files.ts";
import type { VersionRecord } from "./ledger-records.ts";
import { type RecordedServer, startRecorded } from "./mlflow/recorded-server.ts";

const RUN = "b5b6e170b68e4709a000514bee090c74";
const BYTES = "id,y\n1,1\n";
const directory = mkdtempSync(join(tmpdir(), "ml-gates-address-"));
writeFileSync(join(directory, "preds.csv"), BYTES);

let server: RecordedServer;
beforeAll(async () => {
  const run = { info: { run_id: RUN, artifact_uri: `mlflow-artifacts:/1/${RUN}/artifacts` } };
  server = await startRecorded({
    "/preds.csv?signature=s3cret": { type: "text/csv", body: BYTES },
    "/short.csv": (_request, response) => {
      response.writeHead(200, { "content-length": "100" }).write("id");
      response.socket?.end();
      return null;
    },
    [`/api/2.0/mlflow/runs/get?run_id=${RUN}&run_uuid=${RUN}`]: { body: JSON.stringify({ run }) },
    [`/api/2.0/mlflow-artifacts/artifacts/1/${RUN}/artifacts/out/preds.csv`]: { body: BYTES },
  });
});
afterAll(() => server.close());

function recordOf(uri: string, digest = digestOf(BYTES)): VersionRecord {
  return {
    model: "employment",
    version: "3",
    digest: digestOf("model"),
    metrics: null,
    predictions: { uri, digest },
    commit: null,
    registeredAt: "2026-03-01T12:00:00.000Z",
    blobs: { metrics: null, predictions: null },
  };
}

const target = join(directory, "fetched");
const fetchFrom = (uri: string) =>
  fetchAtAddress({
    record: recordOf(uri.replace("SERVER", server.url)),
    name: "predictions",
    target,
    directory,
    environment: { MLFLOW_TRACKING_URI: server.url },
  });

describe("a file that only its address and digest are kept of", () => {
  it.each(["preds.csv", "SERVER/preds.csv?signature=s3cret", `runs:/${RUN}/out/preds.csv`])(
    "is fetched from %s",
    async (uri) => {
      expect(await fetchFrom(uri)).toBe(digestOf(BYTES));
      expect(readFileSync(target, "utf8")).toBe(BYTES);
    },
  );

  it("is an error that names both digests when it is another file", () => {
    const other = recordOf("preds.csv", digestOf("other"));
    const verify = () => verifyKept(digestOf(BYTES), other, "predictions");
    expect(verify).toThrow(`have digest ${digestOf(BYTES)}; ${digestOf("other")} was registered`);
  });

  it.each([
    ["nowhere.csv", /are not at "nowhere\.csv"/],
    ["SERVER/none.csv?signature=s3cret", /none\.csv, which answers 404/],
    ["SERVER/short.csv", /cannot be reached/],
    ["s3://bucket/preds.csv", /"s3:\/\/bucket\/preds\.csv", which this tool does not read/],
    [`runs:/${RUN}/none.csv`, /has no artifact "none\.csv"/],
  ])("is an error when it is not at %s", async (uri, message) => {
    const fetching = fetchFrom(uri);
    await expect(fetching).rejects.toThrow(message);
    await expect(fetching).rejects.toBeInstanceOf(EvidenceError);
    await expect(fetching).rejects.not.toThrow("s3cret");
  });
});
