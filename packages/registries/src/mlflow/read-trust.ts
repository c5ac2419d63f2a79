/**
 * Which certificates MLflow's own client would trust, by its variables.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { InputError, quote } from "@ml-gates/gate";
import type { Trust } from "../http/get-trusting.ts";
import type { Environment } from "../run-git.ts";

const INSECURE = "MLFLOW_TRACKING_INSECURE_TLS";
const AUTHORITIES = "MLFLOW_TRACKING_SERVER_CERT_PATH";
const CLIENT = "MLFLOW_TRACKING_CLIENT_CERT_PATH";

/**
 * Null where nothing is set, so that Node's own authorities hold.
 *
 * @throws InputError when a variable's value is none, two contradict each other, or a file cannot be read.
 *
 * @example
 * readTrust({}); // => null
 * readTrust({ MLFLOW_TRACKING_INSECURE_TLS: "true" }); // => { rejectUnauthorized: false }
 */
export function readTrust(environment: Environment): Trust | null {
  const insecure = isInsecure(environment);
  const [authorities, client] = [environment[AUTHORITIES] || null, environment[CLIENT] || null];
  if (insecure && authorities !== null) {
    const message = `${INSECURE} is true and ${AUTHORITIES} names authorities: only one of them can hold.`;
    throw refused(message, `Leave out ${INSECURE}.`);
  }
  const own = client === null ? null : readPem(CLIENT, client);
  const trust: Trust = {
    ...(insecure ? { rejectUnauthorized: false } : {}),
    ...(authorities === null ? {} : { ca: readPem(AUTHORITIES, authorities) }),
    ...(own === null ? {} : { cert: own, key: own }),
  };
  return Object.keys(trust).length === 0 ? null : trust;
}

/**
 * Whether MLflow's variable says that any certificate will do.
 *
 * @throws InputError when its value is none that MLflow takes.
 *
 * @example
 * isInsecure({ MLFLOW_TRACKING_INSECURE_TLS: "False" }); // => false
 */
export function isInsecure(environment: Environment): boolean {
  const written = environment[INSECURE] || "false";
  if (/^(?:true|1)$/i.test(written)) return true;
  if (/^(?:false|0)$/i.test(written)) return false;
  throw refused(`${INSECURE} is ${quote(written)}; wanted true, false, 1 or 0.`, "Correct or unset it.");
}

function readPem(variable: string, path: string): string {
  try {
    const text = readFileSync(path, "utf8");
    if (text.includes("-----BEGIN ")) return text;
  } catch (error) {
    const seen = error instanceof Error ? error.message : String(error);
    throw refused(`${variable} names ${quote(path)}, which cannot be read: ${quote(seen)}.`, CORRECT);
  }
  throw refused(`${variable} names ${quote(path)}, which holds no PEM certificate.`, CORRECT);
}

const CORRECT = "Name a PEM file that is there.";

function refused(message: string, remedy: string): InputError {
  return new InputError([{ message, remedy }]);
}
