import {
  type Distribution,
  energyDistance,
  ksDistance,
  type PairedCounts,
  type PlannedColumn,
  planColumns,
  wasserstein,
  wassersteinBounds,
} from "@ml-gates/drift";
import type { SqlEngine } from "@ml-gates/engines";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openFixtures } from "../../../test/open-fixtures.ts";
import { countColumns } from "./count-columns.ts";

const COLUMNS = { include: null, exclude: [], kinds: {}, critical: [], label: null, predictions: [] };

let engine: SqlEngine;
beforeAll(async () => {
  engine = await openFixtures("drift");
});
afterAll(() => engine.close());

async function count(table: string, mostSorted: number): Promise<ReadonlyMap<string, Distribution>> {
  const tables = {
    reference: await engine.open({ path: `${table}-reference.parquet` }),
    current: await engine.open({ path: `${table}-current.parquet` }),
  };
  const planned = planColumns({ ...tables, columns: COLUMNS, apart: [] }).filter(
    (column): column is PlannedColumn => "options" in column,
  );
  const { distributions } = await countColumns(engine, { tables, planned, minimum: 1, mostSorted });
  return new Map(distributions.map((distribution) => [distribution.name, distribution]));
}

function numbersOf(counted: ReadonlyMap<string, Distribution>, name: string): PairedCounts {
  const numbers = counted.get(name)?.numbers;
  if (!numbers) throw new Error(`${name} was not counted as numbers`);
  return numbers;
}

describe("sorted values", () => {
  it("give SciPy's distances of the penguins' body mass, Adelie to Chinstrap", async () => {
    const mass = numbersOf(await count("penguins", 1000), "body_mass_g");
    expect(ksDistance(mass)).toBeCloseTo(0.12144526684846124, 12);
    expect(wasserstein(mass)).toBeCloseTo(90.59213089209196, 9);
    expect(energyDistance(mass)).toBeCloseTo(3.664854577979498, 10);
  });

  it("and of the flights' delay and distance, January to March", async () => {
    const flights = await count("flights", 10_000);
    expect(ksDistance(numbersOf(flights, "delay"))).toBeCloseTo(0.03201365418709803, 12);
    expect(wasserstein(numbersOf(flights, "delay"))).toBeCloseTo(1.5851637700355279, 10);
    expect(ksDistance(numbersOf(flights, "distance"))).toBeCloseTo(0.01924706083714465, 12);
    expect(wasserstein(numbersOf(flights, "distance"))).toBeCloseTo(10.174795689113902, 9);
  });
});

describe("bins", () => {
  it("of whole numbers in a short range are the values themselves", async () => {
    const [sorted, binned] = [await count("flights", 10_000), await count("flights", 1)];
    expect(numbersOf(binned, "delay").exact).toBe(true);
    expect(wasserstein(numbersOf(binned, "delay"))).toBeCloseTo(wasserstein(numbersOf(sorted, "delay")), 9);
    expect(ksDistance(numbersOf(binned, "hour"))).toBeCloseTo(ksDistance(numbersOf(sorted, "hour")), 12);
  });

  it("hold every row, bound the Wasserstein distance and miss little of the largest gap", async () => {
    const [sorted, binned] = [await count("employment", 10_000), await count("employment", 1)];
    const [exact, coarse] = [sorted, binned].map((each) => numbersOf(each, "predicted_probability"));
    if (exact === undefined || coarse === undefined) throw new Error("not counted");
    expect(coarse.exact).toBe(false);
    expect(coarse.reference.reduce((sum, rows) => sum + rows, 0)).toBe(2991);
    const { low, high } = wassersteinBounds(coarse);
    expect(low).toBeLessThanOrEqual(wasserstein(exact));
    expect(high).toBeGreaterThanOrEqual(wasserstein(exact));
    expect(wasserstein(coarse)).toBeCloseTo(wasserstein(exact), 3);
    expect(ksDistance(coarse)).toBeLessThanOrEqual(ksDistance(exact));
    expect(ksDistance(coarse)).toBeGreaterThan(ksDistance(exact) - 2 / 400);
  });
});
