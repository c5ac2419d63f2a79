import { describe, expect, it, vi } from "vitest";
import { renderProgress, watchScan } from "./watch-scan.ts";

describe("the progress of a scan", () => {
  it("names the table, its share, rows and speed", () => {
    const progress = { percent: 42.9, rows: 4_200_000 };
    expect(renderProgress({ name: "people", bytes: 2e9 }, progress, 2)).toBe(
      "people: 42 %, 4,200,000 rows, 429 MB/s",
    );
    expect(renderProgress({ name: "people", bytes: null }, progress, 2)).toBe("people: 42 %, 4,200,000 rows");
  });

  it("is shown while work goes on and cleared after it", async () => {
    vi.useFakeTimers();
    const lines: string[] = [];
    const told = [null, { percent: 10, rows: 5 }, { percent: 90, rows: 45 }];
    const watching = {
      host: { directory: "/", showProgress: (line: string) => lines.push(line) },
      engine: { progress: () => told.shift() ?? null },
      section: { name: "people", path: "not there" },
    };
    const done = watchScan(watching, () => new Promise((resolve) => setTimeout(() => resolve(7), 1900)));
    await vi.advanceTimersByTimeAsync(2000);
    expect(await done).toBe(7);
    expect(lines).toEqual(["people: 10 %, 5 rows", "people: 90 %, 45 rows", ""]);
    vi.useRealTimers();
  });

  it("asks nothing where nobody watches", async () => {
    const engine = { progress: () => expect.fail("nobody watches") };
    const section = { name: "people", path: "people.csv" };
    expect(await watchScan({ host: { directory: "/" }, engine, section }, () => Promise.resolve(7))).toBe(7);
  });
});
