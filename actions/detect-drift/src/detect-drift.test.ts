import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seededRandom } from "@ml-gates/drift";
import type { GateReport } from "@ml-gates/gate";
import { performAction } from "@ml-gates/runner";
import { afterAll, describe, expect, it } from "vitest";
import { localHost } from "../../../test/local-host.ts";
import { detectDrift } from "./detect-drift.ts";

const SCRATCH = mkdtempSync(join(tmpdir(), "detect-drift-"));
afterAll(() => rmSync(SCRATCH, { recursive: true }));

type Row = Readonly<Record<string, string | number | null>>;

/** `rows` rows as CSV; a null is an empty cell. */
function write(
  name: string,
  rows: number,
  row: (random: () => number, index: number) => Row,
  seed = 1,
): string {
  const random = seededRandom(seed);
  const made = Array.from({ length: rows }, (_, index) => row(random, index));
  const columns = Object.keys(made[0] ?? {});
  const lines = made.map((each) => columns.map((column) => each[column] ?? "").join(","));
  writeFileSync(join(SCRATCH, name), `${[columns.join(","), ...lines].join("\n")}\n`);
  return name;
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

let runs = 0;
async function detect(drift: object, also: object = {}) {
  const outputs: Record<string, string> = {};
  const config = `gate-${++runs}.yml`;
  writeFileSync(join(SCRATCH, config), JSON.stringify({ version: 1, drift, ...also }));
  const host = localHost(SCRATCH, {
    inputs: { config, "report-dir": join(SCRATCH, "reports") },
    setOutput: (name, value) => {
      outputs[name] = value;
    },
  });
  const { reports, outputs: own } = await performAction(detectDrift, host);
  const [report] = reports;
  if (report === undefined) throw new Error("no report");
  return { report, outputs: own };
}

const find = (report: GateReport, id: string) => {
  const found = report.findings.find((finding) => finding.id === id);
  if (found === undefined)
    throw new Error(`no ${id} in ${report.findings.map((each) => each.id).join(", ")}`);
  return found;
};

const person = (shift: number) => (random: () => number) => ({
  age: (40 + 10 * (normal(random) + shift)).toFixed(3),
  income: Math.exp(normal(random)).toFixed(4),
  city: ["Rome", "Oslo", "Bern"][Math.floor(random() * 3)] ?? "",
  member: random() < 0.4 ? "true" : "false",
  joined: new Date(Date.UTC(2024, 0, 1) + Math.floor(random() * 1e10))
    .toISOString()
    .slice(0, 19)
    .replace("T", " "),
});

const reference = write("reference.csv", 1000, person(0), 1);

describe("columns of two tables", () => {
  it("pass when both come from one population", async () => {
    const { report, outputs } = await detect({ reference, current: write("same.csv", 1000, person(0), 2) });
    expect(report.error).toBeNull();
    expect(report.verdict).toBe("pass");
    expect(outputs?.["retrain"]).toBe("false");
    expect(report.evidence.map(({ role, rows }) => [role, rows])).toEqual([
      ["reference", 1000],
      ["current", 1000],
    ]);
  });

  it("warn when one moves that is not critical, and ask for retraining when it is listed", async () => {
    const current = write("older.csv", 1000, person(0.6), 2);
    const { report, outputs } = await detect({ reference, current, retrain: ["age"] });
    expect(find(report, "age/wasserstein_normed")).toMatchObject({
      outcome: "fail",
      severity: "warn",
      reason: null,
    });
    expect(find(report, "share")).toMatchObject({ outcome: "pass", observed: 0.2 });
    expect(report.verdict).toBe("warn");
    expect(outputs?.["retrain"]).toBe("true");
  });

  it("fail when a critical one moves, when the share is reached, or when the label moves half as far", async () => {
    const current = write("older.csv", 1000, person(0.6), 2);
    expect((await detect({ reference, current, columns: { critical: ["age"] } })).report.verdict).toBe(
      "fail",
    );
    expect((await detect({ reference, current, share: 0.2 })).report.verdict).toBe("fail");
    const label = write("slightly.csv", 1000, person(0.2), 2);
    const { report } = await detect({ reference, current: label, columns: { label: "age" } });
    expect(find(report, "age/wasserstein_normed")).toMatchObject({ outcome: "fail", severity: "block" });
    expect((await detect({ reference, current: label })).report.verdict).toBe("warn");
  });

  it("are open when the limit is breached and noise could do that", async () => {
    const small = write("small.csv", 100, person(0), 5);
    const other = write("other.csv", 100, person(0.02), 6);
    const checks = [{ metric: "wasserstein_normed", max: 0.05, columns: ["age"] }];
    const { report } = await detect({
      reference: small,
      current: other,
      checks,
      columns: { include: ["age"] },
    });
    expect(find(report, "age/wasserstein_normed")).toMatchObject({
      outcome: "inconclusive",
      reason: "not-significant",
    });
    expect(report.verdict).toBe("inconclusive");
  });

  it("show both histograms, the worst column first", async () => {
    const { report } = await detect({ reference, current: write("older.csv", 1000, person(0.6), 2) });
    const data = report.measurements?.data as { readonly columns: readonly Row[] };
    expect(data.columns[0]).toMatchObject({ column: "age", kind: "numeric", outcome: "fail" });
    expect(data.columns[0]?.["reference"]).toMatch(/^[·▁▂▃▄▅▆▇█]{16}$/u);
    // A table in a comment has eight columns: both must be among them.
    expect(Object.keys(data.columns[0] ?? {}).slice(0, 8)).toEqual(
      expect.arrayContaining(["effect", "limit", "q", "reference", "current"]),
    );
  });

  it("are judged in groups, where too small a group is skipped", async () => {
    const rows = (shift: number) => (random: () => number, index: number) => ({
      group: index < 20 ? "tiny" : index % 2 === 0 ? "even" : "odd",
      x: normal(random) + (index % 2 === 0 ? shift : 0),
    });
    const { report } = await detect({
      reference: write("groups-r.csv", 800, rows(0), 1),
      current: write("groups-c.csv", 800, rows(1), 2),
      by: ["group"],
    });
    expect(find(report, "x/wasserstein_normed/group=even").outcome).toBe("fail");
    expect(find(report, "x/wasserstein_normed/group=odd").outcome).toBe("pass");
    expect(find(report, "x/drift/group=tiny")).toMatchObject({ outcome: "skipped", reason: "too-few-rows" });
  });

  it("do not take the rows of a few clusters for many", async () => {
    const users = (offset: number) => {
      const means = Array.from({ length: 12 }, (_, user) =>
        normal(seededRandom(100 * offset + 7 * user + 1)),
      );
      return (random: () => number, index: number) => ({
        user: `u${offset}-${index % 12}`,
        x: (means[index % 12] ?? 0) + 0.1 * normal(random),
      });
    };
    const tables = {
      reference: write("users-r.csv", 600, users(1), 1),
      current: write("users-c.csv", 600, users(2), 2),
    };
    const columns = { exclude: ["user"] };
    expect(find((await detect({ ...tables, columns })).report, "x/wasserstein_normed").outcome).toBe("fail");
    const { report } = await detect({ ...tables, cluster: "user" });
    expect(find(report, "x/wasserstein_normed")).toMatchObject({
      method: "cluster-permutation",
      outcome: "inconclusive",
    });
  });

  it("lack values, and are of new categories, by cluster too", async () => {
    // Three of twelve users of each side lack every value, and of the current side two say "new".
    const users = (side: string) => (random: () => number, index: number) => ({
      user: `${side}${index % 12}`,
      x: index % 12 < (side === "c" ? 5 : 3) ? null : normal(random),
      word: side === "c" && index % 12 > 9 ? "new" : "old",
    });
    const tables = {
      reference: write("gaps-r.csv", 600, users("r"), 1),
      current: write("gaps-c.csv", 600, users("c"), 2),
    };
    const alone = (await detect({ ...tables, columns: { exclude: ["user"] } })).report;
    expect(find(alone, "x/missing")).toMatchObject({ outcome: "fail", method: "pooled-z" });
    expect(find(alone, "word/unseen").outcome).toBe("fail");
    const { report } = await detect({ ...tables, cluster: "user" });
    const missing = find(report, "x/missing");
    expect(missing).toMatchObject({ outcome: "inconclusive", method: "cluster-permutation" });
    expect(missing.effect?.value).toBeCloseTo(2 / 12, 9);
    expect(missing.effect?.low).toBeLessThan(0);
    expect(missing.requiredN).toBeGreaterThan(1200);
    const lost = write("gaps-l.csv", 600, (random, index) => ({
      ...users("l")(random, index),
      ...(index < 3 ? { user: null } : {}),
    }));
    const refused = await detect({ ...tables, current: lost, cluster: "user" });
    expect(refused.report.error?.problems[0]?.message).toMatch(/^3 rows have no value in "user"/);
    // Of 24 users two lie on one side: twice C(12, 2) of C(24, 2) deals, 47.8 %.
    const unseen = find(report, "word/unseen");
    expect(unseen).toMatchObject({ outcome: "inconclusive", method: "cluster-permutation" });
    expect(Math.abs((unseen.p ?? 0) - (2 * 66) / 276)).toBeLessThan(0.04);
  });

  it("are told apart by the domain classifier only when something moved", async () => {
    const columns = { include: ["age", "income"] };
    const same = await detect({
      reference,
      current: write("same.csv", 1000, person(0), 2),
      columns,
      classifier: 0.55,
    });
    expect(find(same.report, "classifier").outcome).toBe("pass");
    const moved = await detect({
      reference,
      current: write("older.csv", 1000, person(0.6), 2),
      columns,
      classifier: 0.55,
    });
    expect(find(moved.report, "classifier")).toMatchObject({ outcome: "fail" });
    expect(find(moved.report, "classifier").why).toMatch(/most by age/);
  });
});

describe("bad input", () => {
  const wide = (random: () => number, index: number) => ({
    constant: 7,
    empty: null,
    gone: random(),
    typed: index,
    level: `level ${index}`,
    infinite: random(),
    x: normal(random),
  });
  const broken = (random: () => number, index: number) => ({
    constant: index % 2 === 0 ? 7 : 8.5,
    empty: null,
    added: random(),
    typed: `text ${index}`,
    level: `level ${index + 6000}`,
    infinite: index === 3 ? "inf" : random(),
    x: index % 10 === 0 ? null : normal(random),
  });
  const tables = () => ({
    reference: write("wide-r.csv", 6000, wide, 1),
    current: write("wide-c.csv", 6000, broken, 2),
    columns: { kinds: { level: "categorical" } },
  });

  it("has an outcome of its own for each kind", async () => {
    const { report } = await detect(tables());
    expect(report.error).toBeNull();
    const outcomes = Object.fromEntries(
      report.findings.map(({ id, outcome, reason }) => [id, [outcome, reason].filter(Boolean).join(" ")]),
    );
    expect(outcomes).toMatchObject({
      "constant/wasserstein_normed": "fail reference-constant",
      "empty/drift": "not-evaluable all-missing",
      "gone/drift": "not-evaluable column-missing",
      "added/drift": "not-evaluable column-added",
      "typed/drift": "not-evaluable type-differs",
      "level/drift": "not-evaluable too-many-categories",
      "infinite/infinite": "fail",
      "x/missing": "fail",
      "x/wasserstein_normed": "pass",
    });
    expect(report.verdict).toBe("fail");
  });

  it("constant on both sides is no drift", async () => {
    const constant = write("constant.csv", 200, () => ({ c: 7 }));
    expect((await detect({ reference: constant, current: constant })).report.verdict).toBe("pass");
  });

  it("fewer rows than the minimum, or none, are never a pass", async () => {
    const few = write("few.csv", 99, person(0), 3);
    const { report } = await detect({ reference, current: few });
    expect(find(report, "age/drift")).toMatchObject({ outcome: "inconclusive", reason: "too-few-rows" });
    expect(report.verdict).toBe("inconclusive");
    writeFileSync(join(SCRATCH, "none.csv"), "age,income,city,owner\n");
    const bare = await detect({ reference, current: "none.csv" });
    expect(bare.report.findings).toMatchObject([{ id: "rows", outcome: "inconclusive", reason: "no-rows" }]);
  });

  it("a label outside the set of the reference's two is one it lacks", async () => {
    const labels = (third: boolean) => (random: () => number, index: number) => ({
      y: third && index % 20 === 0 ? 2 : Number(random() < 0.5),
    });
    const before = write("labels-r.csv", 400, labels(false), 1);
    const after = write("labels-c.csv", 400, labels(true), 2);
    const { report } = await detect({ reference: before, current: after, columns: { label: "y" } });
    expect(find(report, "y/unseen")).toMatchObject({ outcome: "fail", severity: "block", observed: 0.05 });
    expect(find(report, "y/unseen").why).toMatch(/lacks \("2"\)/);
  });

  it("unseen categories above one in a hundred fail", async () => {
    const cities = (names: readonly string[]) => (random: () => number) => ({
      city: names[Math.floor(random() * names.length)] ?? "",
    });
    const before = write("cities-r.csv", 2000, cities(["a", "b", "c", "d"]), 1);
    const names = Array.from({ length: 20 }, (_, index) => ["a", "b", "c", "d"][index % 4] ?? "");
    const after = write("cities-c.csv", 2000, cities([...names, "new"]), 2);
    const { report } = await detect({ reference: before, current: after });
    expect(find(report, "city/unseen")).toMatchObject({ outcome: "fail", baseline: 0 });
    expect(find(report, "city/unseen").why).toMatch(/"new"/);
  });

  it("names that the data lack, and too many groups, stop the gate with the fix", async () => {
    const unknown = await detect({ reference, current: reference, columns: { critical: ["agee"] } });
    expect(unknown.report.error?.problems[0]?.remedy).toBe("Did you mean `age`?");
    const groups = await detect({ reference, current: reference, by: ["income"] });
    expect(groups.report.error?.problems[0]?.message).toMatch(/has \d+ groups, more than 50/);
    expect(groups.report.error?.problems[0]?.remedy).toMatch(/pandas.cut/);
  });

  it("a peer's verdict beside our own rules is refused", async () => {
    const checks = [{ metric: "psi", max: 0.2 }];
    const { report } = await detect({ reference, current: reference, compat: "evidently", checks });
    expect(report.error?.kind).toBe("input");
  });
});

describe("compat", () => {
  it("gives the peer's verdict in place of ours", async () => {
    const current = write("older.csv", 1000, person(0.6), 2);
    const columns = { kinds: { joined: "datetime" } };
    const { report } = await detect({ reference, current, columns, compat: "deepchecks" });
    expect(find(report, "age/ks")).toMatchObject({ outcome: "fail", method: "deepchecks 0.19.1" });
    expect(find(report, "share").outcome).toBe("fail");
    // deepchecks has no statistic for dates: that is told, not left out.
    expect(find(report, "joined/drift")).toMatchObject({
      outcome: "not-evaluable",
      reason: "type-unsupported",
    });
  });
});

describe("train/serve skew", () => {
  const features = (drifted: number) => (random: () => number, index: number) => ({
    id: index,
    price: (10 + random() + (index < drifted ? 1 : 0)).toFixed(6),
    rounded: random().toFixed(6),
    known: `2024-01-0${1 + (index % 5)} 00:00:00`,
    labelled: index === 0 ? "2023-12-31 00:00:00" : "2024-01-06 00:00:00",
  });
  const offline = write("offline.csv", 500, features(0), 4);
  const skew = { offline, key: "id", columns: ["price", "rounded"] };

  it("passes what agrees within the tolerance, fails what does not, entity by entity", async () => {
    const online = write("online.csv", 500, features(40), 4);
    const { report } = await detect({ skew: { ...skew, online } });
    expect(find(report, "skew:price")).toMatchObject({ outcome: "fail", observed: 0.08, n: 500 });
    expect(find(report, "skew:rounded")).toMatchObject({ outcome: "pass", observed: 0 });
    expect(find(report, "skew:join")).toMatchObject({ outcome: "pass", observed: 500 });
    const { report: lax } = await detect({ skew: { ...skew, online, tolerance: 0.2 } });
    expect(find(lax, "skew:price")).toMatchObject({ outcome: "pass", observed: 0 });
  });

  it("finds features stamped after their label", async () => {
    const times = { "feature-time": "known", "label-time": "labelled" };
    const { report } = await detect({ skew: { ...skew, online: offline, ...times } });
    expect(find(report, "skew:leakage")).toMatchObject({ outcome: "fail", observed: 1, n: 500 });
  });

  it("stops at keys that repeat or never meet", async () => {
    const twice = write("twice.csv", 500, (random) => ({
      id: Math.floor(random() * 9),
      price: 1,
      rounded: 1,
    }));
    expect((await detect({ skew: { ...skew, online: twice } })).report.error?.problems[0]?.message).toMatch(
      /cannot be joined/,
    );
    const apart = write("apart.csv", 5, (_, index) => ({ id: 9000 + index, price: 1, rounded: 1 }));
    expect((await detect({ skew: { ...skew, online: apart } })).report.error?.problems[0]?.message).toMatch(
      /in common/,
    );
  });
});

describe("performance over time", () => {
  const hour = 3_600_000;
  /** Three weeks, one prediction an hour and key; in the last one the model finds fewer of the positives. */
  const served = (recall: (week: number) => number) => (random: () => number, index: number) => {
    const week = Math.floor(index / 336);
    const label = random() < 0.5 ? 1 : 0;
    const prediction = random() < (label === 1 ? recall(week) : 0.1) ? 1 : 0;
    const time = new Date(Date.UTC(2024, 0, 1) + (index * hour) / 2)
      .toISOString()
      .slice(0, 19)
      .replace("T", " ");
    return { id: index, at: time, label, prediction, score: prediction === 1 ? 0.9 : 0.1 };
  };
  const columns = { key: "id", time: "at", label: "label", prediction: "prediction", score: "score" };
  const objectives = [{ metric: "recall", min: 0.92 }];
  const worse = write(
    "served.csv",
    1008,
    served((week) => (week === 2 ? 0.8 : 0.97)),
    1,
  );

  it("fails the newest window below its objective, and reports those before it", async () => {
    const { report, outputs } = await detect({
      performance: { predictions: worse, columns, objectives },
      retrain: ["recall"],
    });
    expect(report.findings).toMatchObject([
      { id: "performance:recall/0.92", outcome: "fail", severity: "block" },
    ]);
    expect(report.findings[0]?.why).toMatch(/100\.0 % of its 336 predictions labelled/);
    const { windows } = JSON.parse(JSON.stringify(report.measurements?.data));
    // Three weeks hold fifteen windows of seven days, a day apart.
    expect(windows).toHaveLength(15);
    expect(windows[0]).toMatchObject({ decides: true, rows: 336, coverage: 1 });
    expect(windows[14]).toMatchObject({ decides: false, from: "2024-01-01T00:00:00Z" });
    expect(report.verdict).toBe("fail");
    expect(outputs?.["retrain"]).toBe("true");
  });

  it.each([
    ["scores that are texts", { score: "high" }, /^The column "score" is of type VARCHAR; numbers/],
    ["a row without a score", { score: null }, /has 1 rows without a finite number as score/],
    ["an infinite score", { score: "inf" }, /has 1 rows without a finite number as score/],
    ["scores that are no probabilities", { score: 3 }, /lie between 0.1 and 3; probabilities/],
    ["a label outside the set", { label: 2 }, /holds "0", "2" as decisions or labels; two values in all/],
    ["a decision outside the set", { prediction: 2 }, /holds "0", "2" as decisions or labels/],
  ])("estimates nothing from %s", async (_what, wrong, message) => {
    const rows = served(() => 0.9);
    const make = (broken: object) => (random: () => number, index: number) => ({
      ...rows(random, index),
      ...(index === 7 ? broken : {}),
    });
    const before = write("sound.csv", 60, make({}));
    const after = write("broken.csv", 60, make(wrong));
    const performance = { predictions: after, reference: before, columns, estimate: true };
    expect((await detect({ performance })).report.error?.problems[0]?.message).toMatch(message);
    const other = { ...performance, predictions: before, reference: after };
    expect((await detect({ performance: other })).report.error?.problems[0]?.message).toMatch(message);
  });

  it("takes no plain number for a time", async () => {
    const numbered = write("numbered.csv", 20, (_, id) => ({
      id,
      at: id,
      label: 1,
      prediction: 1,
      score: 1,
    }));
    const performance = { predictions: numbered, columns, objectives };
    expect((await detect({ performance })).report.error?.problems[0]?.message).toBe(
      'The column "at" is of type BIGINT; times were wanted.',
    );
  });

  it("waits for labels that are late", async () => {
    const labels = write(
      "labels.csv",
      800,
      served(() => 1),
      1,
    );
    const late = { predictions: worse, labels, columns, objectives };
    const { report } = await detect({ performance: { ...late, coverage: 1 } });
    // The labels end 208 half hours before the predictions: the window five days back has them all.
    expect(report.findings[0]?.why).toMatch(/labels of the last 120 hours are still to come/);
    const [newest] = (await detect({ performance: { ...late, window: "3d", coverage: 1 } })).report.findings;
    expect(newest).toMatchObject({ outcome: "inconclusive", reason: "labels-late" });
    expect(newest?.why).toMatch(/0\.0 % of its 144 predictions labelled/);
  });

  it("tells concept drift from rows that moved, and estimates performance without labels", async () => {
    const before = write(
      "before.csv",
      2000,
      served(() => 0.97),
      7,
    );
    const performance = { predictions: worse, reference: before, columns, concept: 0.02, estimate: true };
    const { report } = await detect({ performance });
    expect(find(report, "performance:concept")).toMatchObject({ outcome: "fail", severity: "warn" });
    const estimate = find(report, "estimate:accuracy");
    expect(estimate).toMatchObject({ outcome: "pass", severity: "info" });
    expect(estimate.why).toMatch(/assumes that P\(label \| x\) has not changed/);
    const same = write(
      "after.csv",
      2000,
      served(() => 0.97),
      8,
    );
    const again = await detect({ performance: { ...performance, predictions: same } });
    expect(find(again.report, "performance:concept").outcome).toBe("pass");
  });

  it("stops at predictions that cannot be told apart, and at sections that judge nothing", async () => {
    const twice = write("served-twice.csv", 20, (_, index) => ({
      id: index % 10,
      at: "2024-01-01",
      label: 1,
      prediction: 1,
      score: 1,
    }));
    const performance = { predictions: twice, columns, objectives };
    expect((await detect({ performance })).report.error?.problems[0]?.message).toMatch(
      /10 rows beyond the first/,
    );
    const { report } = await detect({ performance: { predictions: twice, columns } });
    expect(report.error?.kind).toBe("input");
  });
});
