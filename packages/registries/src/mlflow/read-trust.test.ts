import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InputError } from "@ml-gates/gate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openMlflow } from "./open-mlflow.ts";
import { readTrust } from "./read-trust.ts";

const folder = mkdtempSync(join(tmpdir(), "ml-gates-tls-"));
const [certificate, key] = ["certificate.pem", "key.pem"].map((name) => join(folder, name)) as [
  string,
  string,
];
const QUICK = { tries: 1, pauseMs: 1, timeoutMs: 5_000 };
const CHAMPION = { model: "m", alias: "champion" };
const server = createServer();

/** A certificate for loopback that no authority signed. */
beforeAll(async () => {
  const made = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  const named = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"];
  execFileSync("openssl", ["req", "-x509", ...made, ...named, "-keyout", key, "-out", certificate], {
    stdio: "ignore",
  });
  server.setSecureContext({ cert: readFileSync(certificate), key: readFileSync(key) });
  server.on("request", ({ url }, response) => {
    const body = JSON.stringify({
      model_version: { name: "m", version: url?.includes("moved") ? "7" : "6" },
    });
    if (url?.includes("alias=old")) response.writeHead(302, { location: "/moved" }).end();
    else response.writeHead(200, { "content-type": "application/json" }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => server.close());

const open = (environment: Readonly<Record<string, string>>) => {
  const { port } = server.address() as AddressInfo;
  return openMlflow({ MLFLOW_TRACKING_URI: `https://127.0.0.1:${port}`, ...environment }, QUICK);
};

describe("a server whose certificate no known authority signed", () => {
  it("is refused, with what to do", async () => {
    await expect(open({}).find(CHAMPION)).rejects.toThrow(/SELF_SIGNED.*MLFLOW_TRACKING_SERVER_CERT_PATH/);
  });

  it("is trusted by the certificate that MLflow's variable names, and followed on its own host", async () => {
    const mlflow = open({ MLFLOW_TRACKING_SERVER_CERT_PATH: certificate });
    expect(await mlflow.find(CHAMPION)).toMatchObject({ version: "6" });
    expect(await mlflow.find({ ...CHAMPION, alias: "old" })).toMatchObject({ version: "7" });
  });

  it("is asked without proof where MLflow's variable says so", async () => {
    expect(await open({ MLFLOW_TRACKING_INSECURE_TLS: "TRUE" }).find(CHAMPION)).toMatchObject({
      version: "6",
    });
    await expect(open({ MLFLOW_TRACKING_INSECURE_TLS: "0" }).find(CHAMPION)).rejects.toThrow(/SELF_SIGNED/);
  });
});

describe("MLflow's variables for certificates", () => {
  it("name one's own certificate and key in one file", () => {
    const both = join(folder, "both.pem");
    writeFileSync(both, `${readFileSync(certificate, "utf8")}${readFileSync(key, "utf8")}`);
    const trust = readTrust({ MLFLOW_TRACKING_CLIENT_CERT_PATH: both });
    expect(trust?.cert).toBe(trust?.key);
    expect(trust?.cert).toContain("PRIVATE KEY");
  });

  it.each([
    [{ MLFLOW_TRACKING_INSECURE_TLS: "yes" }, /is "yes"; wanted true, false, 1 or 0/],
    [
      { MLFLOW_TRACKING_INSECURE_TLS: "true", MLFLOW_TRACKING_SERVER_CERT_PATH: "x.pem" },
      /only one of them can hold/,
    ],
    [{ MLFLOW_TRACKING_SERVER_CERT_PATH: "/no/such.pem" }, /cannot be read/],
    [{ MLFLOW_TRACKING_SERVER_CERT_PATH: import.meta.filename }, /holds no PEM certificate/],
  ])("are refused: %j", (environment, message) => {
    expect(() => readTrust(environment)).toThrow(InputError);
    expect(() => readTrust(environment)).toThrow(message);
  });
});
