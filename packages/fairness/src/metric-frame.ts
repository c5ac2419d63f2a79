/**
 * Statistics overall and by group, as fairlearn's `MetricFrame` holds metrics.
 *
 * @module
 */
import type {
  CountColumns,
  CountedRows,
  CountsByGroup,
  GroupArea,
  GroupBins,
  GroupKey,
  GroupMoments,
  MomentFamily,
  MomentsByGroup,
  PairedBin,
  ScoreBin,
} from "@ml-gates/queries";

/** Everything a judge of disparities may see: counts, and whatever else the checks ask for. */
export interface FairnessEvidence {
  readonly counts: CountsByGroup;
  readonly moments: Readonly<Partial<Record<MomentFamily, MomentsByGroup>>>;
  readonly bins: readonly GroupBins[];
  readonly areas: readonly GroupArea[];
  /** Whether labels are known, or only who was selected. */
  readonly known: CountColumns;
  /** Why there is no baseline to compare with; null when there is one, or none was wanted. */
  readonly baselineAbsent: string | null;
}

/** The sufficient statistics of some rows. */
export interface GroupRows extends CountedRows {
  readonly moments: Readonly<Partial<Record<MomentFamily, GroupMoments>>>;
  readonly bins: readonly ScoreBin[];
  /** By both models' bins; null without a baseline. */
  readonly pairedBins: readonly PairedBin[] | null;
  readonly area: GroupArea | null;
}

/** One group, named and measured. */
export interface Group extends GroupRows {
  readonly name: string;
  /** Its value in each column, the control columns' included. */
  readonly slice: Readonly<Record<string, string>>;
  /** Rows of the group. */
  readonly n: number;
}

/** One grouping within one control cell: all rows, and the groups in the order of their names. */
export interface MetricFrame {
  /** The group column, or those of an intersection, joined by `×`. */
  readonly column: string;
  /** The control columns' values; empty without control columns. */
  readonly within: Readonly<Record<string, string>>;
  readonly overall: GroupRows;
  readonly byGroup: readonly Group[];
  /** Cells of the full Cartesian product that hold no row. */
  readonly absent: readonly string[];
}

/** What rows without a group are called when they are a group of their own. */
export const MISSING_GROUP = "(missing)";

/**
 * What an intersection is called, and its groups.
 *
 * @example
 * joinNames(["SEX", "RAC1P"]); // => "SEX×RAC1P"
 */
export function joinNames(names: readonly string[]): string {
  return names.join("×");
}

/**
 * The frames of one grouping, one for each control cell. Rows without a group become the group `(missing)`.
 *
 * @example
 * toMetricFrames({ columns: ["SEX"], control: [] }, { counts: { within: [{ within: [], rows: 3 }], byGroup: [{ columns: ["SEX"], values: [null], within: [], rows: 3 }] }, moments: {}, bins: [], areas: [] })[0].byGroup.map(({ name, n }) => [name, n]); // => [["(missing)", 3]]
 */
export function toMetricFrames(
  { columns, control }: { readonly columns: readonly string[]; readonly control: readonly string[] },
  evidence: FairnessEvidence,
): readonly MetricFrame[] {
  const find = indexEvidence(evidence);
  const groups = evidence.counts.byGroup.filter((group) => sameNames(group.columns, columns));
  const products = product(
    columns.map((_, index) => distinct(groups.map(({ values }) => nameOf(values[index])))),
  );
  return evidence.counts.within.map((overall) => {
    const cell = groups.filter(({ within }) => sameNames(within.map(nameOf), overall.within.map(nameOf)));
    const within = toRecord(control, overall.within);
    const byGroup = cell.map((group) => ({
      ...find(group),
      ...countsOf(group),
      name: joinNames(group.values.map(nameOf)),
      slice: { ...within, ...toRecord(columns, group.values) },
      n: group.rows,
    }));
    const present = new Set(byGroup.map(({ name }) => name));
    const absent = products.map(joinNames).filter((name) => !present.has(name));
    return {
      column: joinNames(columns),
      within,
      overall: { ...find(overall), ...countsOf(overall) },
      byGroup,
      absent,
    };
  });
}

function countsOf({ rows, counts, squares, pairs }: CountedRows): CountedRows {
  return { rows, counts, squares, pairs };
}

/** Whatever else was measured of the same rows. */
function indexEvidence({ moments, bins, areas }: FairnessEvidence) {
  const families = Object.entries(moments).map(
    ([family, found]) => [family, indexByKey([...found.byGroup, ...found.overall])] as const,
  );
  const [byBins, byArea] = [indexByKey(bins), indexByKey(areas)];
  return (key: GroupKey): Omit<GroupRows, keyof CountedRows> => {
    const id = idOf(key);
    return {
      moments: Object.fromEntries(
        families.flatMap(([family, found]) => {
          const own = found.get(id);
          return own === undefined ? [] : [[family, own]];
        }),
      ),
      bins: byBins.get(id)?.bins ?? [],
      pairedBins: byBins.get(id)?.pairs ?? null,
      area: byArea.get(id) ?? null,
    };
  };
}

function indexByKey<Keyed extends GroupKey>(all: readonly Keyed[]): ReadonlyMap<string, Keyed> {
  return new Map(all.map((each) => [idOf(each), each]));
}

function idOf({ columns, values, within }: GroupKey): string {
  return JSON.stringify([columns, values, within]);
}

function nameOf(value: string | null | undefined): string {
  return value ?? MISSING_GROUP;
}

function toRecord(
  names: readonly string[],
  values: readonly (string | null)[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name, index) => [name, nameOf(values[index])]));
}

function sameNames(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((name, index) => name === right[index]);
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

function product(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return lists.reduce<readonly (readonly string[])[]>(
    (rows, list) => rows.flatMap((row) => list.map((name) => [...row, name])),
    [[]],
  );
}
