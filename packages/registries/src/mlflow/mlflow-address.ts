/**
 * Where the MLflow server is and how to be let in, by the variables that MLflow's own client reads.
 *
 * @module
 */
import { InputError, quote } from "@ml-gates/gate";
import type { Trust } from "../http/get-trusting.ts";
import type { Environment } from "../run-git.ts";
import { readTrust } from "./read-trust.ts";

/** A server: its address without credentials, and the headers that hold them. */
export interface MlflowAddress {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Certificates other than Node's own; null for none. */
  readonly trust: Trust | null;
  /** What a message must never show. */
  readonly secrets: readonly string[];
}

/**
 * `tracking` from MLFLOW_TRACKING_URI, which holds runs; `registry` from MLFLOW_REGISTRY_URI when it is set. A token
 * comes before user and password, as in MLflow's client.
 *
 * @throws InputError when MLFLOW_TRACKING_URI is missing or is no http address, or certificates cannot be read.
 *
 * @example
 * readMlflowAddress({ MLFLOW_TRACKING_URI: "https://u:p@ml.example/flow" }, "MLFLOW_TRACKING_URI").url.href; // => "https://ml.example/flow"
 */
export function readMlflowAddress(
  environment: Environment,
  variable: "MLFLOW_TRACKING_URI" | "MLFLOW_REGISTRY_URI",
): MlflowAddress {
  const written = (environment[variable] || environment["MLFLOW_TRACKING_URI"] || "").trim();
  const url = URL.canParse(written) ? new URL(written) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) throw noAddress(written);
  const login = {
    user: environment["MLFLOW_TRACKING_USERNAME"] || decodeURIComponent(url.username),
    password: environment["MLFLOW_TRACKING_PASSWORD"] || decodeURIComponent(url.password),
  };
  const token = environment["MLFLOW_TRACKING_TOKEN"] || "";
  const basic = Buffer.from(`${login.user}:${login.password}`).toString("base64");
  const authorization = token ? `Bearer ${token}` : login.user ? `Basic ${basic}` : null;
  const workspace = environment["MLFLOW_WORKSPACE"] || "";
  url.username = "";
  url.password = "";
  return {
    url,
    headers: {
      accept: "application/json, */*",
      ...(authorization === null ? {} : { authorization }),
      ...(workspace === "" ? {} : { "X-MLFLOW-WORKSPACE": workspace }),
    },
    trust: readTrust(environment),
    secrets: [token, login.password, login.user && basic].filter((secret) => secret.length > 3),
  };
}

/** What is quoted must not hold a password: of an address that is none, only its scheme is shown. */
function noAddress(written: string): InputError {
  const [scheme = ""] = /^[a-z][a-z0-9+.-]*:/i.exec(written) ?? [];
  const seen = written === "" ? "is not set" : `is no http address (${quote(scheme || "no scheme")})`;
  return new InputError([
    {
      message: `A baseline is read from MLflow, but MLFLOW_TRACKING_URI ${seen}.`,
      remedy: "Set it in the step's `env`, such as `MLFLOW_TRACKING_URI: https://mlflow.example.com`.",
    },
  ]);
}

/** A text without the address's secrets. */
export function hideSecrets(text: string, { secrets }: MlflowAddress): string {
  return secrets.reduce((shown, secret) => shown.replaceAll(secret, "***"), text);
}
