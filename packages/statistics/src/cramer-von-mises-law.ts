/**
 * The law of Cramér and von Mises' statistic when nothing differs.
 *
 * @module
 */
import { greatestCommonDivisor } from "./lattice.ts";

/** Points of the rule in each of the tail's integrals; the integrand is smooth and periodic. */
const POINTS = 256;
/** Below this the tail is 1 to the last digit that counts, and SciPy says 1 too. */
const CERTAIN = 0.003;

/**
 * P(W² > x) of the limiting law: Smirnov's alternating sum (1937) of ∫ 2 / (πu) · sqrt(-u / sin u) · exp(-xu² / 2) du
 * over ((2k - 1)π, 2kπ), so that a deep tail keeps its digits. The ends' poles go away with u = centre + π/2 sin φ.
 *
 * @example
 * cramerVonMisesSurvival(0.001); // => 1
 * cramerVonMisesSurvival(0.46136).toFixed(4); // => "0.0500"
 */
export function cramerVonMisesSurvival(x: number): number {
  if (x < CERTAIN) return 1;
  let survival = 0;
  for (let k = 1; ; k++) {
    const term = stretch(x, (2 * k - 0.5) * Math.PI);
    survival += k % 2 === 1 ? term : -term;
    if (term <= survival * Number.EPSILON) return Math.min(1, survival);
  }
}

/** The integral around one centre. */
function stretch(x: number, centre: number): number {
  let sum = 0;
  for (let point = 0; point < POINTS; point++) {
    const angle = ((point + 0.5) / POINTS - 0.5) * Math.PI;
    const u = centre + (Math.PI / 2) * Math.sin(angle);
    // -sin u is the sine of the way to the nearer end, π/2 (1 - |sin φ|), which this form does not round away.
    const end = Math.PI * Math.sin((Math.PI / 2 - Math.abs(angle)) / 2) ** 2;
    sum += (Math.cos(angle) * Math.exp((-x * u * u) / 2)) / Math.sqrt(u * Math.sin(end));
  }
  return (sum * Math.PI) / POINTS;
}

/**
 * The share of all orders of n and m rows whose U is at least this one, by Xiao, Gordon & Yakovlev's count (2006) of
 * the paths with each squared distance. For small samples: the number of distances grows quickly.
 *
 * @example
 * cramerVonMisesOrders(0, { n: 2, m: 2 }); // => 1
 */
export function cramerVonMisesOrders(
  strayed: number,
  { n, m }: { readonly n: number; readonly m: number },
): number {
  const multiple = (n * m) / greatestCommonDivisor(n, m);
  const pairs = n * m;
  const bound = Math.floor(
    (multiple ** 2 * (n + m) * (6 * strayed - pairs * (4 * pairs - 1))) / (6 * pairs ** 2),
  );
  let [extreme, all] = [0, 0];
  for (const [distance, paths] of pathsByDistance(n, m, multiple)) {
    all += paths;
    if (distance >= bound) extreme += paths;
  }
  return extreme / all;
}

function pathsByDistance(n: number, m: number, multiple: number): ReadonlyMap<number, number> {
  const [right, up] = [multiple / n, multiple / m];
  let row: ReadonlyMap<number, number>[] = [];
  for (let v = 0; v <= m; v++) {
    const next: ReadonlyMap<number, number>[] = [];
    for (let u = 0; u <= n; u++) {
      const from = u + v === 0 ? [new Map([[0, 1]])] : [row[u], next[u - 1]];
      next.push(extend(from, (right * u - up * v) ** 2));
    }
    row = next;
  }
  return row[n] ?? new Map();
}

/** The paths of all, each farther by the squared distance of the point that they have come to. */
function extend(
  from: readonly (ReadonlyMap<number, number> | undefined)[],
  squared: number,
): ReadonlyMap<number, number> {
  const reached = new Map<number, number>();
  for (const paths of from)
    for (const [distance, count] of paths ?? [])
      reached.set(distance + squared, (reached.get(distance + squared) ?? 0) + count);
  return reached;
}
