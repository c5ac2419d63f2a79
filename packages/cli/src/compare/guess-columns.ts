/**
 * Which columns of two predictions files mean what, by their names and their values. What is not plain is asked.
 *
 * @module
 */
import { type Problem, quote } from "@ml-gates/gate";

/** A column as it stands in both files. */
export interface SeenColumn {
  readonly name: string;
  readonly isNumber: boolean;
  /** Whether every row of both files has a value of its own there. */
  readonly isUnique: boolean;
}

/** The columns found, as `columns` of a gate file has them. */
export interface GuessedColumns {
  readonly key: string;
  readonly label: string;
  readonly prediction?: string;
  readonly score?: string;
  /** What ranks rows together, beside a score. */
  readonly query?: string;
}

type Role = keyof GuessedColumns;

/** Names in use in public notebooks and tools, lower case, without `_`, `-`, `.` and blanks; the surest first. */
const NAMES: Readonly<Record<Role, readonly string[]>> = {
  key: ["key", "id", "rowid", "exampleid", "sampleid", "index", "uid", "uuid", "idx", "unnamed:0"],
  label: ["label", "ytrue", "target", "truth", "groundtruth", "gold", "actual", "y", "class"],
  prediction: ["prediction", "ypred", "pred", "predicted", "predictedlabel", "decision", "output", "p"],
  query: ["query", "queryid", "qid"],
  score: ["score", "yscore", "yprob", "probability", "proba", "prob", "confidence", "ypredproba", "s"],
};

/**
 * The columns of each role; what the user said stands. A name of the table that one column alone has is taken; a key
 * may also be the only column with a value of its own in every row.
 *
 * @returns the columns, or a question for every role that cannot be told, with the columns that it may be.
 *
 * @example
 * guessColumns([{ name: "id", isNumber: true, isUnique: true }, { name: "y_true", isNumber: true, isUnique: false }, { name: "y_pred", isNumber: true, isUnique: false }], {}); // => { columns: { key: "id", label: "y_true", prediction: "y_pred" } }
 */
export function guessColumns(
  seen: readonly SeenColumn[],
  said: Readonly<Record<string, unknown>>,
): { readonly columns: GuessedColumns } | { readonly problems: readonly Problem[] } {
  const taken = new Map<Role, string>();
  for (const role of ["label", "prediction", "score", "query", "key"] as const) {
    const written = said[role];
    const free = seen.filter(({ name }) => ![...taken.values(), ...Object.values(said)].includes(name));
    const found = typeof written === "string" ? written : (findByName(role, free) ?? findOnly(role, free));
    if (found !== null) taken.set(role, found);
  }
  const [key, label] = [taken.get("key"), taken.get("label")];
  const [prediction, score, query] = [taken.get("prediction"), taken.get("score"), taken.get("query")];
  if (key === undefined || label === undefined || (prediction ?? score) === undefined) {
    return { problems: askRoles(seen, taken) };
  }
  return {
    columns: {
      key,
      label,
      ...(prediction === undefined ? {} : { prediction }),
      ...(score === undefined ? {} : { score }),
      ...(score === undefined || query === undefined ? {} : { query }),
    },
  };
}

function findByName(role: Role, seen: readonly SeenColumn[]): string | null {
  for (const word of NAMES[role]) {
    const [first, ...others] = seen.filter((column) => plain(column.name) === word && fits(role, column));
    if (first !== undefined) return others.length === 0 ? first.name : null;
  }
  return null;
}

function findOnly(role: Role, seen: readonly SeenColumn[]): string | null {
  const [only, ...others] = role === "key" ? seen.filter((column) => fits(role, column)) : [];
  return only === undefined || others.length > 0 ? null : only.name;
}

function fits(role: Role, { isNumber, isUnique }: SeenColumn): boolean {
  if (role === "key") return isUnique;
  return role === "score" ? isNumber : true;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[_\-. ]/g, "");
}

/** One question a role, with the columns that are left for it. */
function askRoles(seen: readonly SeenColumn[], taken: ReadonlyMap<Role, string>): readonly Problem[] {
  const free = seen.filter(({ name }) => ![...taken.values()].includes(name));
  const open = (["key", "label"] as const).filter((role) => !taken.has(role));
  const needsOutput = !taken.has("prediction") && !taken.has("score");
  return [...open, ...(needsOutput ? (["prediction"] as const) : [])].map((role) => {
    const candidates = free.filter((column) => fits(role, column)).map(({ name }) => quote(name));
    const what = role === "prediction" ? "`prediction` (the decision) or `score`" : `\`${role}\``;
    const told =
      candidates.length === 0
        ? "no column of both files could be it"
        : `it could be ${candidates.slice(0, 20).join(", ")}`;
    const found = [...taken].map(([known, name]) => `${known}: ${name}, `).join("");
    return {
      message: `Which column is the ${what} cannot be told by its name: ${told}.`,
      remedy: `Say it: \`--columns "{ ${found}${role}: <column> }"\`.`,
    };
  });
}
