/**
 * Evidence from a source whose certificate nobody verified: never silently.
 *
 * @module
 */
import { type Finding, finding } from "./finding.ts";
import type { Evidence } from "./gate-report.ts";

/**
 * One warning for each piece of evidence that came over an unverified connection.
 *
 * @example
 * tellUnverified([{ role: "baseline", uri: "mlflow:m@champion", digest: null, version: "1", rows: null, unverified: "MLFLOW_TRACKING_INSECURE_TLS" }])[0].severity; // => "warn"
 * tellUnverified([{ role: "baseline", uri: "b.json", digest: null, version: null, rows: null }]); // => []
 */
export function tellUnverified(evidence: readonly Evidence[]): readonly Finding[] {
  return evidence.flatMap(({ role, uri, unverified }) => {
    if (unverified === undefined) return [];
    return [
      finding({
        id: `unverified/${role}`,
        kind: "requirement",
        check: { certificate: role },
        severity: "warn",
        outcome: "fail",
        reason: "unverified-certificate",
        why: `The certificate of the server behind ${uri} was not verified (${unverified}): whoever stands between could have chosen these numbers.`,
        remedy: `Unset ${unverified}, and name your authority in MLFLOW_TRACKING_SERVER_CERT_PATH.`,
      }),
    ];
  });
}
