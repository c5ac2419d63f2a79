/**
 * Whether what drifted is something that retraining was promised for.
 *
 * @module
 */
import type { DriftSection, Finding } from "@ml-gates/gate";

/**
 * Whether a listed column, objective or other check has drifted. A listed name is a column, an objective's metric,
 * `share`, `concept` or `classifier`; what only warned does not count.
 *
 * @example
 * asksRetraining({ retrain: ["age"] }, [{ id: "age/psi", outcome: "fail", reason: null, check: { column: "age" } }]); // => true
 * asksRetraining({ retrain: ["age"] }, [{ id: "age/psi", outcome: "pass", reason: null, check: { column: "age" } }]); // => false
 */
export function asksRetraining(
  { retrain }: Pick<DriftSection, "retrain">,
  findings: readonly Pick<Finding, "id" | "outcome" | "reason" | "check">[],
): boolean {
  return findings.some(({ id, outcome, reason, check }) => {
    if (outcome !== "fail" || reason === "warning") return false;
    const names = [check["column"], check["metric"], id, id.replace(/^performance:/, "")];
    return retrain.some((name) => (check["column"] === undefined ? names : [check["column"]]).includes(name));
  });
}
