/**
 * The demo's candidate model: gradient-boosted trees on integer features, in plain TypeScript, so that the
 * fixture's comparison is one of two real models and anyone can train it again.
 *
 * Friedman 2001, "Greedy function approximation", algorithm 5 (logistic loss), with the second-order leaf value of
 * Chen & Guestrin 2016, equation 5. Features are small non-negative integers, so every value is its own bin.
 *
 * @module
 */

/** A split (`feature`, `at`: values below go left) or a leaf (`value`, in log-odds). */
export type Tree =
  | { readonly value: number }
  | { readonly feature: number; readonly at: number; readonly left: Tree; readonly right: Tree };

export interface Model {
  readonly features: readonly string[];
  /** Log-odds before any tree. */
  readonly base: number;
  readonly trees: readonly Tree[];
}

/** Rows as one array per feature. */
export interface TrainingRows {
  readonly features: readonly string[];
  readonly columns: readonly Uint8Array[];
  readonly labels: Uint8Array;
}

export interface Settings {
  readonly rounds: number;
  readonly depth: number;
  readonly learningRate: number;
  /** Smallest sum of second derivatives in a leaf, and the ridge penalty on leaf values. */
  readonly minimumHessian: number;
  readonly ridge: number;
}

/** Trains the model. No chance is involved: the same rows give the same model. */
export function trainModel(rows: TrainingRows, settings: Settings): Model {
  const n = rows.labels.length;
  const positives = rows.labels.reduce((sum, label) => sum + label, 0);
  const base = Math.log(positives / (n - positives));
  const margins = new Float64Array(n).fill(base);
  const trees = Array.from({ length: settings.rounds }, () => {
    const tree = growTree({ rows, settings, ...slopesOf(margins, rows.labels) }, allRows(n), settings.depth);
    for (let row = 0; row < n; row++) margins[row] = (margins[row] ?? 0) + leafValue(tree, rows.columns, row);
    return tree;
  });
  return { features: rows.features, base, trees };
}

/** The probability of the positive label for each row, rounded to 6 digits as a scoring service would write it. */
export function scoreRows(model: Model, columns: readonly ArrayLike<number>[]): number[] {
  const n = columns[0]?.length ?? 0;
  return Array.from({ length: n }, (_, row) => {
    const margin = model.trees.reduce((sum, tree) => sum + leafValue(tree, columns, row), model.base);
    return Number((1 / (1 + Math.exp(-margin))).toFixed(6));
  });
}

interface Growth {
  readonly rows: TrainingRows;
  readonly settings: Settings;
  readonly gradients: Float64Array;
  readonly hessians: Float64Array;
}

function slopesOf(margins: Float64Array, labels: Uint8Array): Pick<Growth, "gradients" | "hessians"> {
  const chances = margins.map((margin) => 1 / (1 + Math.exp(-margin)));
  return {
    gradients: chances.map((chance, row) => chance - (labels[row] ?? 0)),
    hessians: chances.map((chance) => chance * (1 - chance)),
  };
}

function growTree(growth: Growth, members: Uint32Array, depth: number): Tree {
  const split = depth === 0 ? null : findSplit(growth, members);
  if (split === null) return { value: leafWeight(growth, members) };
  const column = growth.rows.columns[split.feature] ?? new Uint8Array();
  const goesLeft = (row: number) => (column[row] ?? 0) < split.at;
  return {
    ...split,
    left: growTree(growth, members.filter(goesLeft), depth - 1),
    right: growTree(
      growth,
      members.filter((row) => !goesLeft(row)),
      depth - 1,
    ),
  };
}

function leafWeight({ gradients, hessians, settings }: Growth, members: Uint32Array): number {
  let [gradient, hessian] = [0, settings.ridge];
  for (const row of members) {
    gradient += gradients[row] ?? 0;
    hessian += hessians[row] ?? 0;
  }
  return Number(((-settings.learningRate * gradient) / hessian).toFixed(6));
}

interface Split {
  readonly feature: number;
  readonly at: number;
}

/** The split with the largest gain in loss; null when none gains anything. */
function findSplit(growth: Growth, members: Uint32Array): Split | null {
  let best: Split | null = null;
  let bestGain = 1e-9;
  for (const feature of growth.rows.columns.keys()) {
    const { at, gain } = findThreshold(growth, members, feature);
    if (gain > bestGain) [best, bestGain] = [{ feature, at }, gain];
  }
  return best;
}

const VALUES = 256;

function findThreshold(
  { rows, gradients, hessians, settings }: Growth,
  members: Uint32Array,
  feature: number,
) {
  const column = rows.columns[feature] ?? new Uint8Array();
  const g = new Float64Array(VALUES);
  const h = new Float64Array(VALUES);
  for (const row of members) {
    const value = column[row] ?? 0;
    g[value] = (g[value] ?? 0) + (gradients[row] ?? 0);
    h[value] = (h[value] ?? 0) + (hessians[row] ?? 0);
  }
  const [sumG, sumH] = [sum(g), sum(h)];
  const score = (gradient: number, hessian: number) => (gradient * gradient) / (hessian + settings.ridge);
  let [leftG, leftH, at, gain] = [0, 0, 0, 0];
  for (let value = 1; value < VALUES; value++) {
    leftG += g[value - 1] ?? 0;
    leftH += h[value - 1] ?? 0;
    if (Math.min(leftH, sumH - leftH) < settings.minimumHessian) continue;
    const gained = score(leftG, leftH) + score(sumG - leftG, sumH - leftH) - score(sumG, sumH);
    if (gained > gain) [at, gain] = [value, gained];
  }
  return { at, gain };
}

function leafValue(tree: Tree, columns: readonly ArrayLike<number>[], row: number): number {
  let node = tree;
  while ("feature" in node) node = (columns[node.feature]?.[row] ?? 0) < node.at ? node.left : node.right;
  return node.value;
}

function allRows(n: number): Uint32Array {
  return Uint32Array.from({ length: n }, (_, row) => row);
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
