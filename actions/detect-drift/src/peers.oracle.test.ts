import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { asPeersSee, judgePeer, type PeerTables, planColumns } from "@ml-gates/drift";
import type { SqlEngine } from "@ml-gates/engines";
import { type DriftSection, type Finding, type Peer, parseGateFile } from "@ml-gates/gate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openFixtures } from "../../../test/open-fixtures.ts";
import { countAsPeer } from "./compare-as-peer.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const TABLES = ["penguins", "flights", "employment", "breast-cancer", "wine"] as const;
const SECTION = readSection();

function readSection(): DriftSection {
  const { drift } = parseGateFile({
    path: "g.yml",
    text: "version: 1\ndrift: { reference: r.csv, current: c.csv }",
  });
  if (drift === null) throw new Error("no section");
  return drift;
}

interface OracleColumn {
  readonly method: string;
  readonly statistic?: number;
  readonly p?: number;
  readonly threshold: number;
  readonly drifted?: boolean;
  readonly statistics?: readonly number[];
  readonly alerts?: readonly boolean[];
}

interface Oracle {
  readonly tables: Readonly<
    Record<string, { readonly columns: Readonly<Record<string, OracleColumn>>; readonly drifted?: boolean }>
  >;
}

function readOracle(peer: Peer): Oracle {
  return JSON.parse(readFileSync(join(ROOT, "fixtures/oracles", `drift-${peer}.json`), "utf8"));
}

let engine: SqlEngine;
beforeAll(async () => {
  engine = await openFixtures("drift");
});
afterAll(() => engine.close());

const counted = new Map<string, Promise<PeerTables>>();

/** All peers see the same columns; NannyML's chunks are counted beside them. */
async function countTable(table: string): Promise<PeerTables> {
  const tables = {
    reference: await engine.open({ path: `${table}-reference.parquet` }),
    current: await engine.open({ path: `${table}-current.parquet` }),
  };
  const columns = planColumns({ ...tables, columns: SECTION.columns, apart: [] });
  const { planned, unplanned } = asPeersSee(columns);
  return { ...(await countAsPeer(engine, tables, { peer: "nannyml", planned })), unplanned };
}

async function judgeTable(peer: Peer, table: string) {
  const columns = counted.get(table) ?? countTable(table);
  counted.set(table, columns);
  return judgePeer(peer, await columns, SECTION);
}

/** Single precision where the peer keeps no more. */
const DIGITS: Readonly<Record<Peer, number>> = { evidently: 9, nannyml: 9, deepchecks: 9, alibi: 6 };

describe.each(["evidently", "alibi", "deepchecks", "nannyml"] as const)("%s", (peer) => {
  const oracle = readOracle(peer);

  it.each(TABLES)("has the peer's statistic and verdict of every column of %s", async (table) => {
    const wanted = oracle.tables[table];
    const { findings } = await judgeTable(peer, table);
    const byColumn = new Map(findings.map((finding) => [finding.check["column"], finding]));
    expect(byColumn.size - 1).toBe(Object.keys(wanted?.columns ?? {}).length);
    for (const [name, column] of Object.entries(wanted?.columns ?? {}))
      expectColumn(byColumn.get(name), { peer, name, column });
    if (wanted?.drifted !== undefined)
      expect(findings.at(-1)?.outcome).toBe(wanted.drifted ? "fail" : "pass");
  });
});

function expectColumn(
  found: Finding | undefined,
  { peer, name, column }: { readonly peer: Peer; readonly name: string; readonly column: OracleColumn },
): void {
  const statistic = column.statistic ?? Math.max(...(column.statistics ?? []));
  const drifted = column.drifted ?? column.alerts?.some(Boolean);
  expect(found?.id, name).toBe(`${name}/${column.method}`);
  expect(found?.observed, name).toSatisfy(near(statistic, DIGITS[peer]));
  expect(found?.check["limit"], name).toSatisfy(near(column.threshold, DIGITS[peer]));
  if (column.p !== undefined) expect(found?.p, name).toSatisfy(near(column.p, DIGITS[peer]));
  expect(found?.outcome, name).toBe(drifted ? "fail" : "pass");
}

/** Relative, so that a p-value of 1e-42 counts as much as one of 0.4. */
function near(wanted: number, digits: number): (value: unknown) => boolean {
  return (value) =>
    typeof value === "number" &&
    Math.abs(value - wanted) <= 10 ** -digits * Math.max(Math.abs(wanted), 1e-300);
}
