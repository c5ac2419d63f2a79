/**
 * Kolmogorov's law for many rows: Li-Chien's and Korolyuk's expansion in 1 / √n, summed as Pelz & Good (1976) do.
 *
 * @module
 */
import type { Distance } from "./kolmogorov.ts";

/**
 * P(D < d) of the two-sided distance, as K0(z) + K1(z) / √n + K2(z) / n + K3(z) / n^1.5 at z = d √n.
 *
 * @example
 * pelzGoodProbability({ n: 1e6, d: 1e-5 }); // => 0
 */
export function pelzGoodProbability({ n, d }: Distance): number {
  const z = d * Math.sqrt(n);
  const odd = Math.exp(-(Math.PI ** 2) / (8 * z * z));
  if (odd === 0) return 0;
  const [sums, terms] = [[0, 0, 0, 0] as [number, number, number, number], Math.ceil((16 * z) / Math.PI)];
  for (let k = terms; k >= 1; k--) {
    const weight = odd ** ((2 * k - 1) ** 2);
    for (const [order, factor] of oddTerms(z, ((2 * k - 1) * Math.PI) ** 2 / 4).entries())
      sums[order] = (sums[order] ?? 0) + weight * factor;
    const all = (k * Math.PI) ** 2;
    const even = all * Math.exp(-all / (2 * z * z));
    sums[2] -= even * 2 * z ** 4;
    sums[3] += even * (3 * z * z - all) * 30 * z ** 4;
  }
  const scale = [z, 6 * z ** 4, 72 * z ** 7, 6480 * z ** 10];
  return sums.reduce(
    (sum, each, order) => sum + (Math.sqrt(2 * Math.PI) * each) / (scale[order] ?? 1) / n ** (order / 2),
    0,
  );
}

/** What the four orders multiply exp(-w / 2z²) with, w = ((2k - 1) π / 2)². */
function oddTerms(z: number, w: number): readonly number[] {
  const y = z * z;
  return [
    1,
    w - y,
    6 * y ** 3 + 2 * y * y + (2 * y * y - 5 * y) * w + (1 - 2 * y) * w * w,
    -30 * y ** 3 -
      90 * y ** 4 +
      (135 * y * y - 96 * y ** 3) * w +
      (212 * y * y - 60 * y) * w * w +
      (5 - 30 * y) * w ** 3,
  ];
}
