/**
 * Numbers that files state, as estimates: by the values behind them where the files hold those, else by the standard
 * errors that they state.
 *
 * @module
 */
import { bareEstimate, type Estimate } from "./estimate.ts";
import { changeOfRepeats, estimateRepeats, type StatedValue } from "./estimate-repeats.ts";
import { estimateSmooth } from "./estimate-smooth.ts";
import type { Measure } from "./measure.ts";
import type { NamedValue, Uncertainty } from "./metric-values.ts";

/** With fewer examples than this the normal approximation of a stated error would claim too much. */
const FEWEST = 30;

/** The value by what repeats it, or by its stated standard error; without either the bare number. */
export function estimateStated(stated: StatedValue): Estimate {
  const { value, uncertainty } = stated;
  const repeated = estimateRepeats(stated);
  if (repeated !== null) return repeated;
  const standardError = standardErrorOf(uncertainty);
  if (standardError === null) return bareEstimate(value, describeLack("The file", uncertainty));
  return estimateNormal({ value, standardError, method: "stated-standard-error" });
}

/**
 * Candidate - baseline. By the values behind both where the files hold them. With both standard errors alone their
 * squares add up: the two evaluations are taken as independent, which is weaker than pairing them by example, and the
 * method's name says so.
 */
export function changeStated(candidate: StatedValue, baseline: StatedValue): Estimate {
  const repeated = changeOfRepeats(candidate, baseline);
  if (repeated !== null) return repeated;
  const value = candidate.value - baseline.value;
  const [own, other] = [candidate, baseline].map(({ uncertainty }) => standardErrorOf(uncertainty));
  if (typeof own === "number" && typeof other === "number") {
    const standardError = Math.hypot(own, other);
    return estimateNormal({ value, standardError, method: "stated-standard-errors-unpaired" });
  }
  return bareEstimate(value, describeSides(candidate, baseline));
}

function describeSides(candidate: StatedValue, baseline: StatedValue): string {
  if (estimateStated(candidate).method === null)
    return describeLack("The candidate's file", candidate.uncertainty);
  if (estimateStated(baseline).method === null)
    return describeLack("The baseline's file", baseline.uncertainty);
  return "One file holds repetitions and the other a standard error alone";
}

/** What the number is a mean of, and of how many; nothing where the file does not say. */
export function countStated(uncertainty: Uncertainty | null): Pick<Measure, "n" | "unit" | "note"> {
  const { n = null, documents, seeds, folds, rounds } = uncertainty ?? {};
  if (n === null) return { n };
  if (documents !== undefined) return { n, unit: "documents", ...notePositions(documents) };
  if (seeds !== undefined) return { n, unit: folds === undefined ? "seeds" : "folds" };
  return { n, unit: rounds === undefined ? "examples" : "rounds" };
}

/** A position says less than a hash which document it is. */
function notePositions([first]: readonly NamedValue[]): Pick<Measure, "note"> {
  const note = "Documents were paired by doc_id, their position: the file holds no doc_hash.";
  return first?.name.startsWith("doc_id ") ? { note } : {};
}

function standardErrorOf(uncertainty: Uncertainty | null): number | null {
  const { standardError = null, n = null } = uncertainty ?? {};
  if (standardError === null || !Number.isFinite(standardError) || standardError <= 0) return null;
  return n !== null && n < FEWEST ? null : standardError;
}

function describeLack(file: string, uncertainty: Uncertainty | null): string {
  const { standardError, n, seeds } = uncertainty ?? {};
  if (seeds !== undefined) return `${file} holds a single seed or fold`;
  if (standardError === undefined) return `${file} states none`;
  if (!(standardError > 0)) return `${file} states an error of ${standardError}`;
  return `${file} states an error of ${n ?? "few"} examples, and ${FEWEST} are needed`;
}

function estimateNormal(stated: {
  readonly value: number;
  readonly standardError: number;
  readonly method: string;
}): Estimate {
  return estimateSmooth({ ...stated, degrees: null, identical: false });
}
