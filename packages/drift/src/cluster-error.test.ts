import { newcombeInterval } from "@ml-gates/statistics";
import { describe, expect, it } from "vitest";
import { clusterError } from "./cluster-error.ts";

const repeat = (count: number, reference: readonly number[], current: readonly number[]) =>
  Array.from({ length: count }, () => ({ reference, current }));

describe("the error of a change of a share", () => {
  it("by hand, of clusters of one row is that of independent rows but for m - 1", () => {
    const rows = [...repeat(80, [1, 0], []), ...repeat(20, [0, 1], []), ...repeat(60, [], [1, 0])];
    const clusters = [...rows, ...repeat(40, [], [0, 1])];
    const plain = Math.sqrt((0.2 * 0.8) / 100 + (0.4 * 0.6) / 100);
    expect(clusterError(clusters)).toBeCloseTo(plain * Math.sqrt(200 / 199), 12);
    const { low, high } = newcombeInterval({
      a: { successes: 40, trials: 100 },
      b: { successes: 20, trials: 100 },
      confidence: 0.95,
    });
    expect((high - low) / 2 / 1.96).toBeCloseTo(plain, 2);
  });

  it("grows by the root of the size where a cluster's rows are all alike", () => {
    const clusters = [...repeat(8, [10, 0], []), ...repeat(2, [0, 10], []), ...repeat(6, [], [10, 0])];
    const all = [...clusters, ...repeat(4, [], [0, 10])];
    const plain = Math.sqrt((0.2 * 0.8) / 100 + (0.4 * 0.6) / 100);
    expect(clusterError(all)).toBeCloseTo(plain * Math.sqrt(10) * Math.sqrt(20 / 19), 12);
  });

  it("of clusters that stay as they are is 0, whatever the sides' own spread", () => {
    expect(clusterError([...repeat(3, [5, 5], [5, 5]), ...repeat(4, [9, 1], [9, 1])])).toBeCloseTo(0, 12);
  });
});
