import { openDuckdb } from "@ml-gates/engines";
import fc from "fast-check";
import { isDeepStrictEqual } from "node:util";
import { expectationsOf, KWARGS } from "./arbitrary-expectation.ts";
import { tables } from "./arbitrary-table.ts";
import { compareResults, writeAsked } from "./compare-results.ts";
const engine = await openDuckdb({ memory: "1GB", threads: 1, temp: null, nativePath: null, directory: ".", environment: {}, log: () => {} });
const N = Number(process.argv[2] ?? 60); const only = process.argv[3] ?? "";
BigInt.prototype.toJSON = function () { return `${this}n`; };
for (const name of Object.keys(KWARGS).filter((n) => n.includes(only))) {
  const t0 = Date.now();
  try {
    const r = await fc.check(fc.asyncProperty(tables, expectationsOf([name]), async (t, a) => {
      let c; try { [c] = await compareResults(engine, t, [a]); } catch (e) { if (/not supported yet|not evaluated by this/.test(e.problems?.[0]?.message)) fc.pre(false); throw e; }
      return isDeepStrictEqual(c.planned, c.interpreted);
    }), { numRuns: N, seed: Number(process.argv[4] ?? 7), endOnFailure: false, maxSkipsPerRun: 3, interruptAfterTimeLimit: 8000 });
    if (r.failed && r.counterexample) {
      const [t, a] = r.counterexample;
      let c; try { [c] = await compareResults(engine, t, [a]); } catch (e) { c = { error: (e.problems?.[0]?.message ?? e.stack).slice(0, 300) }; }
      const used = JSON.stringify(writeAsked(a));
      console.log("XX", used, a.form);
      for (const col of t.columns) if (used.includes(`"${col.name}"`) || used.includes(col.name + " ")|| used.includes(col.name + ".")) console.log("     ", col.name, JSON.stringify(col.cells.map((x) => typeof x === "number" ? String(Object.is(x,-0)?"-0":x) : x)));
      console.log("   ours ", JSON.stringify(c.planned ?? c.error), "\n   naive", JSON.stringify(c.interpreted));
    } else console.log("ok", name, r.numRuns, Date.now() - t0);
  } catch (e) { console.log("!!", name, e.message.slice(0, 300)); }
}
engine.close();
