/**
 * Kolmogorov's exact law as a power of a matrix: Durbin (1973), in the form of Marsaglia, Tsang & Wang (2003).
 *
 * @module
 */
import type { Distance } from "./kolmogorov.ts";

/** A square matrix, row by row, times 2^exponent. */
interface Scaled {
  readonly cells: Float64Array;
  readonly size: number;
  readonly exponent: number;
}

const STEP = 128;

/**
 * P(D < d) of the two-sided distance: n! / n^n times the middle element of the n-th power of a matrix of size
 * 2⌈nd⌉ - 1. Its cost grows with the cube of that.
 *
 * @example
 * durbinProbability({ n: 1, d: 0.75 }); // => 0.5
 */
export function durbinProbability({ n, d }: Distance): number {
  const middle = Math.ceil(n * d) - 1;
  const { cells, size, exponent } = power(startOf({ n, d }), n);
  let [probability, shift] = [cells[middle * size + middle] ?? 0, exponent];
  for (let factor = 1; factor <= n; factor++) {
    probability *= factor / n;
    if (probability !== 0 && probability < 2 ** -STEP) {
      probability *= 2 ** STEP;
      shift -= STEP;
    }
  }
  return probability * 2 ** shift;
}

function startOf({ n, d }: Distance): Scaled {
  const steps = Math.ceil(n * d);
  const [size, rest] = [2 * steps - 1, steps - n * d];
  const factorials = Array.from({ length: size + 1 }, () => 1);
  for (let k = 1; k <= size; k++) factorials[k] = (factorials[k - 1] ?? 1) / k;
  const column = Array.from({ length: size }, (_, at) => (1 - rest ** (at + 1)) * (factorials[at + 1] ?? 0));
  column[size - 1] = (1 - 2 * rest ** size + Math.max(0, 2 * rest - 1) ** size) * (factorials[size] ?? 0);
  const cells = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let at = 1; at <= Math.min(row + 1, size - 1); at++)
      cells[row * size + at] = factorials[row - at + 1] ?? 0;
    cells[row * size] = column[row] ?? 0;
  }
  for (let at = 0; at < size; at++) cells[(size - 1) * size + at] = column[size - 1 - at] ?? 0;
  return { cells, size, exponent: 0 };
}

function power(base: Scaled, exponent: number): Scaled {
  if (exponent === 1) return base;
  const half = power(base, Math.floor(exponent / 2));
  const square = multiply(half, half);
  return exponent % 2 === 1 ? multiply(square, base) : square;
}

function multiply(left: Scaled, right: Scaled): Scaled {
  const { size } = left;
  const cells = new Float64Array(size * size);
  for (let row = 0; row < size; row++)
    for (let inner = 0; inner < size; inner++) {
      const factor = left.cells[row * size + inner] ?? 0;
      if (factor === 0) continue;
      for (let at = 0; at < size; at++)
        cells[row * size + at] =
          (cells[row * size + at] ?? 0) + factor * (right.cells[inner * size + at] ?? 0);
    }
  const exponent = left.exponent + right.exponent;
  const centre = cells[((size - 1) / 2) * (size + 1)] ?? 0;
  if (centre < 2 ** STEP) return { cells, size, exponent };
  return { cells: cells.map((cell) => cell * 2 ** -STEP), size, exponent: exponent + STEP };
}
