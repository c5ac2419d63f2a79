/**
 * One question to MLflow's REST API, and what its answers mean.
 *
 * @module
 */
import { EvidenceError, isJsonObject, type JsonValue, quote } from "@ml-gates/gate";
import { ANSWER_LIMITS, type HttpLimits, httpGet, showAddress } from "../http/http-get.ts";
import { readText, type TextAnswer } from "../http/read-body.ts";
import { hideSecrets, type MlflowAddress } from "./mlflow-address.ts";

export type JsonObject = { readonly [key: string]: JsonValue };

/** An answer in MLflow's words: a value, or its error code. */
export type MlflowAnswer =
  | { readonly value: JsonObject }
  | { readonly code: string; readonly status: number; readonly message: string };

/** A path of the API such as `runs/get`, with its arguments. */
export interface MlflowQuestion {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
}

/** Asks with the limits given. */
export type AskMlflow = (question: MlflowQuestion) => Promise<MlflowAnswer>;

export const REACH_REMEDY =
  "Check MLFLOW_TRACKING_URI, that the server runs, and that this runner may reach it; then run the job again.";
const LOGIN_REMEDY =
  "Set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN, from secrets, for an account that may read the model and its run.";

/** Asks the server at `address`; 400 and 404 in MLflow's own words are answers, all else is an error. */
export function openAsk(address: MlflowAddress, limits: HttpLimits = ANSWER_LIMITS): AskMlflow {
  return async ({ path, query = {} }) => {
    const url = joinAddress(address, `api/2.0/mlflow/${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const { headers, trust } = address;
    const request = { url, headers, trust, remedy: REACH_REMEDY };
    const answer = await httpGet(request, limits, readText);
    const value = parseObject(answer);
    if (answer.status === 200 && value !== null) return { value };
    const { error_code: code, message } = value ?? {};
    if ((answer.status === 400 || answer.status === 404) && typeof code === "string")
      return { code, status: answer.status, message: hideSecrets(String(message ?? ""), address) };
    throw describeRefusal({ url, ...answer, text: hideSecrets(answer.text, address) });
  };
}

/** The server's address may have a prefix: what is asked for comes after it. */
export function joinAddress({ url }: MlflowAddress, path: string): URL {
  const joined = new URL(url);
  joined.pathname = `${url.pathname.replace(/\/+$/, "")}/${path}`;
  return joined;
}

/**
 * Why the server does not let us in, as an error.
 *
 * @example
 * describeRefusal({ url: new URL("http://h/api"), status: 401, contentType: "text/html", text: "" }).message.includes("MLFLOW_TRACKING_TOKEN"); // => true
 */
export function describeRefusal({
  url,
  status,
  contentType,
  text,
}: TextAnswer & { readonly url: URL }): EvidenceError {
  const plain = text.replaceAll(/<(?:style|script)[\s\S]*?<\/(?:style|script)>|<[^>]*>/gi, " ");
  const shown = quote(plain.replaceAll(/\s+/g, " ").trim());
  const kind = contentType.split(";")[0] || "no content type";
  const message = `MLflow answered ${status} (${kind}) at ${showAddress(url)}: ${shown}.`;
  if (/invalid host header/i.test(text)) {
    const remedy = `Start the server with \`--allowed-hosts ${url.host}\`, or ask it by a name it allows.`;
    return new EvidenceError([{ message, remedy }]);
  }
  const remedy = status === 401 || status === 403 ? LOGIN_REMEDY : REACH_REMEDY;
  return new EvidenceError([{ message, remedy }]);
}

function parseObject({ text }: TextAnswer): JsonObject | null {
  try {
    const value = JSON.parse(text) as JsonValue;
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}
