/**
 * Bounds of intervals and quantiles, found by halving: slower than Newton and never lost.
 *
 * @module
 */

/** Enough halvings to come from 1 down to where doubles near the bound, even one of 1e-40, no longer differ. */
const HALVINGS = 200;

/**
 * Where `refused` turns positive between a value that is not refused and one that is: the last double kept.
 *
 * @example
 * bisect((x) => x - 0.25, { inside: 0, outside: 1 }); // => 0.25
 */
export function bisect(
  refused: (value: number) => number,
  { inside, outside }: { readonly inside: number; readonly outside: number },
): number {
  let [kept, beyond] = [inside, outside];
  for (let step = 0; step < HALVINGS && kept !== beyond; step++) {
    const middle = kept + (beyond - kept) / 2;
    if (middle === kept || middle === beyond) break;
    if (refused(middle) > 0) beyond = middle;
    else kept = middle;
  }
  return kept;
}

/**
 * Where a falling function reaches `level`, above `from`: the reach is doubled until it is passed, then halved.
 *
 * @example
 * fallsTo((x) => 2 ** -x, { level: 0.125, from: 0 }); // => 3
 */
export function fallsTo(
  falling: (value: number) => number,
  { level, from }: { readonly level: number; readonly from: number },
): number {
  let reach = 1;
  while (falling(from + reach) > level && reach < Number.MAX_VALUE / 2) reach *= 2;
  return bisect((value) => level - falling(value), { inside: from, outside: from + reach });
}
