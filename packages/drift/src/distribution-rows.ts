/**
 * How many values of a column were compared.
 *
 * @module
 */
import type { Distribution } from "./distribution.ts";
import { total } from "./paired-counts.ts";

/** Values of both sides. */
export function rowsOf({ numbers, categories }: Pick<Distribution, "numbers" | "categories">): {
  readonly reference: number;
  readonly current: number;
} {
  const pair = numbers ?? categories;
  return { reference: total(pair?.reference ?? []), current: total(pair?.current ?? []) };
}
