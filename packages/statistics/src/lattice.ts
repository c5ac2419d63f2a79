/**
 * Paths through the lattice of two samples: every order of the pooled rows is one, equally likely under the null.
 *
 * @module
 */

/** The sizes of two samples, their greatest common divisor, and a distance as a multiple of divisor / (larger · smaller). */
export interface Lattice {
  readonly larger: number;
  readonly smaller: number;
  readonly divisor: number;
  readonly height: number;
  readonly twoSided: boolean;
}

/**
 * The share of paths that come as far from the diagonal as `height` > 0 or farther, on either side or one. Row by row,
 * A(i, j) = A(i-1, j) i / (i+j) + A(i, j-1) j / (i+j) inside and 1 outside: sums of positive terms, so a deep tail keeps
 * its digits. Only the band around the diagonal is visited.
 *
 * @example
 * latticeProbability({ larger: 2, smaller: 1, divisor: 1, height: 2, twoSided: false }).toFixed(12); // => "0.333333333333"
 */
export function latticeProbability({ larger, smaller, divisor, height, twoSided }: Lattice): number {
  const [rise, run] = [larger / divisor, smaller / divisor];
  const outside = new Float64Array(larger + 1).fill(1);
  for (let i = 0; i <= smaller; i++) {
    // Inside: |i · rise - j · run| < height.
    const first = Math.max(0, Math.floor((i * rise - height) / run) + 1);
    const last = twoSided ? Math.min(larger, Math.ceil((i * rise + height) / run) - 1) : larger;
    let left = 1;
    for (let j = first; j <= last; j++) {
      left = i + j === 0 ? 0 : ((outside[j] ?? 1) * i + left * j) / (i + j);
      outside[j] = left;
    }
  }
  return outside[larger] ?? 1;
}

/**
 * The same, on either side, for two samples of n rows each: a sum with alternating signs, in Horner's form.
 *
 * @example
 * squareProbability(1, 1); // => 1
 */
export function squareProbability(n: number, height: number): number {
  let probability = 0;
  for (let fold = Math.floor(n / height); fold >= 0; fold--) {
    let share = 1;
    for (let at = 0; at < height; at++) share *= (n - fold * height - at) / (n + fold * height + at + 1);
    probability = share * (1 - probability);
  }
  return Math.min(1, 2 * probability);
}

/**
 * The greatest whole number that divides both.
 *
 * @example
 * greatestCommonDivisor(12, 18); // => 6
 */
export function greatestCommonDivisor(left: number, right: number): number {
  return right === 0 ? left : greatestCommonDivisor(right, left % right);
}
