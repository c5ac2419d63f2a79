import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { openDuckdb } from "@ml-gates/engines";
import { evaluateSuite, parseSuite, planSuite } from "@ml-gates/expectations";
import { querySuite } from "../../actions/validate-data/src/query-suite.ts";
const F = "/work/issue4/fixtures";
const engine = await openDuckdb({ memory: "1GB", threads: 2, temp: null, nativePath: null, directory: F, environment: {}, log: () => {} });
const only = process.argv[2] ?? "";
const close = (v) => typeof v === "number" ? Number(v.toPrecision(9)) : Array.isArray(v) ? v.map(close) : v && typeof v === "object" && v.values ? close(v.values) : v && typeof v === "object" && "self" in v ? [v.self, v.other] : null;
for (const [g, key] of [["0.18", "expectation_type"], ["1.x", "type"]]) {
  const all = JSON.parse(readFileSync(`${F}/oracles/expectations-${g}.json`, "utf8")).cases;
  const stats = {};
  for (const table of [...new Set(all.map((c) => c.table))]) {
    const source = table === "traps" ? "traps.parquet" : table;
    const opened = await engine.open({ path: `expectations/${source}` });
    for (const c of all.filter((c) => c.table === table && c.type.includes(only))) {
      let ours;
      try {
        const suite = parseSuite(JSON.stringify({ expectations: [{ [key]: c.type, kwargs: c.kwargs }] }), "o.json");
        const plan = planSuite(suite, opened);
        const [r] = evaluateSuite(plan, await querySuite(engine, plan, { batch: opened, tables: { names: ["traps", "fewer"], open: (n) => engine.open({ path: `expectations/${n}.parquet` }) } }));
        ours = { success: r.success, raised: r.exception !== null, e: r.counts?.elements ?? null, m: r.counts?.missing ?? null, u: r.counts?.unexpected ?? null, o: close(r.observed), rows: r.counts ? r.samples.map((s) => s.row - 1) : null, why: r.exception };
      } catch (e) { const m = e.problems?.[0]?.message ?? e.stack.slice(0, 200); if (/not evaluated by this version|not supported yet/.test(m)) { stats.pending = (stats.pending ?? 0) + 1; continue; } ours = { success: false, raised: true, e: null, m: null, u: null, o: null, rows: null, why: m }; }
      const k = c.result; const counted = k.element_count !== undefined;
      const theirs = { success: c.success, raised: c.raised !== null, e: counted ? k.element_count : null, m: k.missing_count ?? null, u: counted ? k.unexpected_count : null, o: close(k.observed_value), rows: counted && k.unexpected_index_list ? k.unexpected_index_list : null };
      const { why, ...o } = ours; if (!theirs.rows) o.rows = null; if (!counted) { o.e = o.m = o.u = theirs.m = null; } if (theirs.o === null && !theirs.raised) o.o = null;
      if (!isDeepStrictEqual(o, theirs)) { stats.bad = (stats.bad ?? 0) + 1; console.log(g, table, c.type, JSON.stringify(c.kwargs).slice(0, 200), "\n    ours ", JSON.stringify(o).slice(0, 260), why?.slice(0, 150) ?? "", "\n    theirs", JSON.stringify(theirs).slice(0, 260), c.raised); }
      else stats.same = (stats.same ?? 0) + 1;
    }
  }
  console.log(g, stats);
}
engine.close();
