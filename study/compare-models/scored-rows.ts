/**
 * Rows of two models whose scores have ten levels: how often each row is drawn, and a draw of many.
 *
 * A row is a cell: its label, the candidate's level, the baseline's. Scores are calibrated: of the rows at a level, that
 * level's score is positive. All that any metric sees of the rows is how many lie in each cell.
 *
 * @module
 */
import { drawBinomial, type Random } from "@ml-gates/statistics";

/** A kind of row. */
export interface Cell {
  readonly label: 0 | 1;
  readonly candidate: number;
  readonly baseline: number;
}

/** Share of the rows at each level: most scores are sure of the negative label. */
const LEVELS = [0.42, 0.12, 0.07, 0.05, 0.04, 0.04, 0.04, 0.05, 0.06, 0.11];
/** Share of the rows that the two models score independently of each other; 8.7 % of decisions differ then. */
const INDEPENDENT = 0.36;

/** The score of a level, in 0..1. */
export function scoreOf(level: number): number {
  return (level + 0.5) / LEVELS.length;
}

/** The decision that a level's score comes to. */
export function decide(level: number): 0 | 1 {
  return scoreOf(level) >= 0.5 ? 1 : 0;
}

/** Every kind of row. */
export const CELLS: readonly Cell[] = ([0, 1] as const).flatMap((label) =>
  LEVELS.flatMap((_, candidate) => LEVELS.map((_, baseline): Cell => ({ label, candidate, baseline }))),
);

/**
 * The share of the rows in each cell, where the candidate's accuracy is lower by `drop`: some rows it scores as if they
 * had the other label.
 */
export function sharesAt(drop: number): readonly number[] {
  const mistaken = drop / (accuracyOf(levelsOf) - accuracyOf((label) => levelsOf(1 - label)));
  return CELLS.map(({ label, candidate, baseline }) => {
    const levels = levelsOf(label);
    const [after = 0, before = 0] = [levels[candidate], levels[baseline]];
    const independent = INDEPENDENT * after * before;
    const same = candidate === baseline ? (1 - INDEPENDENT) * before : 0;
    const other = levelsOf(1 - label)[candidate] ?? 0;
    return prevalenceOf(label) * ((1 - mistaken) * (same + independent) + mistaken * other * before);
  });
}

/** A multinomial draw of rows, one binomial a cell of what is left. */
export function drawRows(random: Random, shares: readonly number[], rows: number): readonly number[] {
  let [left, rest] = [rows, 1];
  return shares.map((share) => {
    const drawn = drawBinomial(random, left, Math.min(1, share / rest));
    left -= drawn;
    rest -= share;
    return drawn;
  });
}

function accuracyOf(levels: (label: number) => readonly number[]): number {
  return sum(
    [0, 1].map(
      (label) => prevalenceOf(label) * sum(levels(label).filter((_, level) => decide(level) === label)),
    ),
  );
}

/** How the rows of a label are spread over the levels. */
function levelsOf(label: number): readonly number[] {
  return LEVELS.map((share, level) => (share * chanceOf(label, level)) / prevalenceOf(label));
}

function prevalenceOf(label: number): number {
  return sum(LEVELS.map((share, level) => share * chanceOf(label, level)));
}

function chanceOf(label: number, level: number): number {
  return label === 1 ? scoreOf(level) : 1 - scoreOf(level);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
