/**
 * Eigenvalues of a small symmetric matrix.
 *
 * @module
 */

/** An eigenvalue with its unit eigenvector. */
export interface EigenPair {
  readonly value: number;
  readonly vector: readonly number[];
}

const SWEEPS = 50;

/**
 * All eigenpairs by Jacobi's rotations, in no order.
 *
 * @example
 * eigenOf([[2, 0], [0, 3]]); // => [{ value: 2, vector: [1, 0] }, { value: 3, vector: [0, 1] }]
 */
export function eigenOf(matrix: readonly (readonly number[])[]): readonly EigenPair[] {
  const cells = matrix.map((row) => [...row]);
  const vectors = cells.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (let p = 0; p < cells.length; p++)
      for (let q = p + 1; q < cells.length; q++) rotate(cells, vectors, [p, q]);
  return cells.map((row, i) => ({ value: row[i] ?? 0, vector: vectors.map((each) => each[i] ?? 0) }));
}

/** Turns the plane of two axes until their common cell is 0. */
function rotate(cells: number[][], vectors: number[][], [p, q]: readonly [number, number]): void {
  const shared = cells[p]?.[q] ?? 0;
  if (shared === 0) return;
  const slope = ((cells[q]?.[q] ?? 0) - (cells[p]?.[p] ?? 0)) / (2 * shared);
  const tangent = (slope < 0 ? -1 : 1) / (Math.abs(slope) + Math.hypot(slope, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  const turn = (row: number[]) => {
    const [first, second] = [row[p] ?? 0, row[q] ?? 0];
    row[p] = cosine * first - sine * second;
    row[q] = sine * first + cosine * second;
  };
  for (const row of [...cells, ...vectors]) turn(row);
  const [above, below] = [cells[p] ?? [], cells[q] ?? []];
  for (const at of cells.keys()) {
    const [first, second] = [above[at] ?? 0, below[at] ?? 0];
    above[at] = cosine * first - sine * second;
    below[at] = sine * first + cosine * second;
  }
}
