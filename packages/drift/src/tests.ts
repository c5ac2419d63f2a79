/**
 * TEMPORARY adapter.
 *
 * @module
 */
import gammainc from "@stdlib/math-base-special-gammainc";
import type { BinnedPair } from "./distances.ts";
import { ksDistance } from "./ordered-distances.ts";
import { type PairedCounts, total } from "./paired-counts.ts";

export function chiSquareSurvival(x: number, dof: number): number {
  return gammainc(x / 2, dof / 2, true, true);
}

export function chiSquareTest({ reference, current }: BinnedPair) {
  const [n, m] = [total(reference), total(current)];
  const dof = reference.length - 1;
  let x = 0;
  for (const [i, r] of reference.entries()) {
    const c = current[i] ?? 0;
    const e = ((r + c) * n) / (n + m);
    const f = ((r + c) * m) / (n + m);
    const cut = (d: number) => (dof === 1 ? Math.max(0, Math.abs(d) - 0.5) : d);
    x += cut(r - e) ** 2 / e + cut(c - f) ** 2 / f;
  }
  return { statistic: x, p: dof < 1 ? 1 : chiSquareSurvival(x, dof), dof };
}

export function ksTest(pair: PairedCounts, mode: "auto" | "asymptotic" = "auto") {
  const [n, m] = [total(pair.reference), total(pair.current)];
  const d = ksDistance(pair);
  if (mode === "auto" && Math.max(n, m) <= 10000 && n * m <= 1e8) {
    const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
    const g = gcd(n, m);
    const h = Math.round(d * (n / g) * m);
    if (h === 0) return { statistic: d, p: 1, method: "ks-exact" };
    const row = new Float64Array(m + 1);
    for (let i = 0; i <= n; i++) {
      for (let j = 0; j <= m; j++) {
        const gap = Math.abs((i * m) / g - (j * n) / g);
        if (gap >= h) row[j] = 1;
        else if (i === 0 && j === 0) row[j] = 0;
        else
          row[j] =
            (((i > 0 ? row[j] : 0) ?? 0) * i) / (i + j) + (((j > 0 ? row[j - 1] : 0) ?? 0) * j) / (i + j);
      }
    }
    return { statistic: d, p: row[m] ?? 1, method: "ks-exact" };
  }
  const en = Math.sqrt((n * m) / (n + m));
  const z = (en + 0.12 + 0.11 / en) * d;
  let p = 0;
  for (let k = 1; k <= 100; k++) p += 2 * (k % 2 ? 1 : -1) * Math.exp(-2 * k * k * z * z);
  return { statistic: d, p: d === 0 ? 1 : Math.min(1, Math.max(0, p)), method: "ks-asymptotic" };
}
