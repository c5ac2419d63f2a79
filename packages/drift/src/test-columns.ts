/**
 * The p-value of "both sides come from one distribution", by the kind of column.
 *
 * @module
 */
import { normalSurvival } from "@ml-gates/statistics";
import type { Distribution } from "./distribution.ts";
import { ksDistance } from "./ordered-distances.ts";
import type { PairedCategories } from "./paired-categories.ts";
import { type PairedCounts, total } from "./paired-counts.ts";

/** A test's name and p-value. */
export interface ColumnTest {
  readonly method: string;
  readonly p: number;
}

/** Tests a counted column. */
export function testColumn({ numbers, categories }: Distribution): ColumnTest | null {
  if (numbers !== null) return testNumbers(numbers);
  return categories === null ? null : testCategories(categories);
}

function testNumbers(pair: PairedCounts): ColumnTest {
  const [n, m] = [total(pair.reference), total(pair.current)];
  const d = ksDistance(pair);
  const en = Math.sqrt((n * m) / (n + m));
  const z = (en + 0.12 + 0.11 / en) * d;
  let p = 0;
  for (let k = 1; k <= 100; k++) p += 2 * (k % 2 ? 1 : -1) * Math.exp(-2 * k * k * z * z);
  return { method: "ks", p: d === 0 ? 1 : Math.min(1, Math.max(0, p)) };
}

function testCategories(pair: PairedCategories): ColumnTest {
  const { x, dof } = chi(pair);
  if (dof === 0) return { method: "chi-square", p: 1 };
  const z = ((x / dof) ** (1 / 3) - (1 - 2 / (9 * dof))) / Math.sqrt(2 / (9 * dof));
  return { method: "chi-square", p: normalSurvival(z) };
}

function chi({ reference, current }: PairedCategories) {
  const [n, m] = [total(reference), total(current)];
  let x = 0;
  for (const [i, r] of reference.entries()) {
    const c = current[i] ?? 0;
    const e = ((r + c) * n) / (n + m);
    const f = ((r + c) * m) / (n + m);
    x += (r - e) ** 2 / e + (c - f) ** 2 / f;
  }
  return { x, dof: reference.length - 1 };
}

export function cramersVOf(pair: PairedCategories): number {
  return Math.sqrt(chi(pair).x / (total(pair.reference) + total(pair.current)));
}
