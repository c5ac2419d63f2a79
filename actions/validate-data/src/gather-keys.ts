/**
 * Keys whose values occur more than once as far as the first rows tell: the scan that counts keeps them, which saves
 * reading a text file once more for their groups.
 *
 * @module
 */
import type { DraftTable } from "@ml-gates/engines";
import {
  type Answers,
  type Ask,
  askId,
  type GatheredAsk,
  planGathered,
  quoteName,
  type Statement,
  type Table,
} from "@ml-gates/queries";
import { countAsks, isFull } from "./samples-later.ts";

/** One scan: what {@link countAsks} asks, and the groups of the keys that it keeps; null where there are none to keep. */
export async function planKeeping(
  { firstRows }: DraftTable,
  table: Table,
  asks: readonly Ask[],
): Promise<Statement | null> {
  if (firstRows === undefined) return null;
  const groups = asks.filter(isGathered);
  const keys = new Set(groups.filter(({ take }) => take !== "distinct").map(({ key }) => key));
  const columns = table.columns.map(({ name }) => name).filter((name) => keys.has(quoteName(name)));
  const kept = new Set((await firstRows.findRepeated(columns)).map(quoteName));
  if (kept.size === 0) return null;
  const isKept = (ask: Ask): boolean => isGathered(ask) && kept.has(ask.key);
  return planGathered(table, {
    head: firstRows.head,
    rows: countAsks(
      table,
      asks.filter((ask) => !isKept(ask)),
    ),
    groups: groups.filter(isKept),
  });
}

function isGathered(ask: Ask): ask is GatheredAsk {
  return ask.of === "groups" && ask.where === undefined;
}

/** The answers without the samples that the first rows do not fill: the rest of those lies further down. */
export function dropShort(table: Table, asks: readonly Ask[], answers: Answers): Answers {
  const short = asks.flatMap((ask) => {
    const answer = answers.get(askId(ask));
    const isShort =
      ask.of === "groups" && ask.take === "sample" && answer !== undefined && !isFull(table, answer);
    return isShort ? askId(ask) : [];
  });
  return new Map([...answers].filter(([id]) => !short.includes(id)));
}
