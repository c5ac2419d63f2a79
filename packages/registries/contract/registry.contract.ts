/**
 * What every registry must do, whatever it is made of. An adapter's test runs it on a real store.
 *
 * @module
 */
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { digestOf, EvidenceError, InputError } from "@ml-gates/gate";
import { describe, expect, it } from "vitest";
import type { Promotion, RegisteredVersion, Registration, Registry } from "../src/registry.ts";

/** An empty store; each connection is a client of its own, as two jobs would be. */
export interface RegistryStore {
  connect(): Registry;
}

const AT = new Date("2026-03-01T12:00:00Z");
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The bytes of a kept file, by way of a local one. */
export async function readKept(
  registry: Registry,
  version: RegisteredVersion,
  which: "metrics" | "predictions",
): Promise<Buffer> {
  const target = join(mkdtempSync(join(tmpdir(), "ml-gates-kept-")), "kept");
  await registry.fetchFile(version, which, target);
  return readFileSync(target);
}

/** A registration of model `employment` whose bytes are `content`. */
export function registrationOf(content: string, parts: Partial<Registration> = {}): Registration {
  return {
    model: "employment",
    digest: digestOf(content),
    metrics: { uri: "out/metrics.json", bytes: bytes(`{"accuracy":0.8,"of":"${content}"}`) },
    predictions: null,
    commit: "9f2c1d",
    at: AT,
    ...parts,
  };
}

/** A promotion of model `employment` to `champion`. */
export function promotionOf(to: string, parts: Partial<Promotion> = {}): Promotion {
  return {
    model: "employment",
    alias: "champion",
    to,
    expect: { version: null },
    evidence: { evidenceDigest: digestOf(`evidence for ${to}`), verdict: "pass", runUrl: null, attempt: 1 },
    commit: "9f2c1d",
    at: AT,
    ...parts,
  };
}

/** Runs the suite on stores made by `makeStore`. */
export function describeRegistry(name: string, makeStore: () => Promise<RegistryStore>): void {
  describe(`${name} keeps the registry's contract`, () => {
    describe("resolve", () => {
      it("finds nothing, without an error, where nothing was ever registered", async () => {
        const registry = (await makeStore()).connect();
        expect((await registry.resolve("employment", "champion")).found).toBeNull();
        expect(await registry.pointsAt("employment", "champion")).toBeNull();
      });

      it("finds no model where only another one is registered", async () => {
        const registry = (await makeStore()).connect();
        await registry.register(registrationOf("a", { model: "churn" }));
        expect(await registry.resolve("employment", "champion")).toEqual({ found: null, why: "no-model" });
      });

      it("refuses a model that is there without the alias, naming the aliases it has", async () => {
        const registry = (await makeStore()).connect();
        await registry.register(registrationOf("a"));
        await registry.promote(promotionOf("1", { alias: "challenger" }));
        await expect(registry.resolve("employment", "champion")).rejects.toThrow(/"champion".*challenger/);
        await expect(registry.resolve("employment", "champion")).rejects.toBeInstanceOf(EvidenceError);
        expect(await registry.pointsAt("employment", "champion")).toBeNull();
      });

      it("finds what was promoted, from another client", async () => {
        const store = await makeStore();
        const registered = await store.connect().register(registrationOf("a"));
        await store.connect().promote(promotionOf("1"));
        const { found } = await store.connect().resolve("employment", "champion");
        expect(found).toEqual(registered);
        expect(found?.registeredAt).toBe("2026-03-01T12:00:00.000Z");
      });
    });

    describe("listPast", () => {
      it("has the versions an alias pointed at, the newest first and each once, with their metrics", async () => {
        const registry = (await makeStore()).connect();
        for (const content of ["a", "b", "c"]) await registry.register(registrationOf(content));
        await registry.promote(promotionOf("1"));
        await registry.promote(promotionOf("3", { expect: { version: "1" } }));
        await registry.promote(promotionOf("1", { expect: "any", commit: "back" }));
        const past = await registry.listPast("employment", "champion");
        expect(past.map(({ version }) => version)).toEqual(["1", "3"]);
        expect(new TextDecoder().decode(past[1]?.kept ?? undefined)).toBe('{"accuracy":0.8,"of":"c"}');
        expect(await registry.listPast("employment", "staging")).toEqual([]);
        expect(await registry.listPast("churn", "champion")).toEqual([]);
      });
    });

    describe("register", () => {
      it("numbers versions from 1, and gives the same bytes the same version", async () => {
        const registry = (await makeStore()).connect();
        expect((await registry.register(registrationOf("a"))).version).toBe("1");
        expect((await registry.register(registrationOf("b"))).version).toBe("2");
        const again = await registry.register(registrationOf("a", { commit: "another" }));
        expect(again).toMatchObject({ version: "1", commit: "9f2c1d" });
        expect((await registry.register(registrationOf("c", { model: "churn" }))).version).toBe("1");
      });

      it("gives back the files byte for byte, and refuses one that was not registered", async () => {
        const registry = (await makeStore()).connect();
        const odd = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 31) % 256);
        const predictions = { uri: "out/preds.csv.gz", bytes: odd };
        const version = await registry.register(registrationOf("a", { predictions }));
        expect((await readKept(registry, version, "predictions")).equals(Buffer.from(odd))).toBe(true);
        expect(version.predictions).toEqual({ uri: "out/preds.csv.gz", digest: digestOf(odd) });
        const bare = await registry.register(registrationOf("b", { metrics: null }));
        await expect(readKept(registry, bare, "metrics")).rejects.toThrow(/without metrics/);
      });

      it("keeps an empty file as an empty file", async () => {
        const registry = (await makeStore()).connect();
        const metrics = { uri: "m.json", bytes: new Uint8Array() };
        const version = await registry.register(registrationOf("a", { metrics }));
        expect(await readKept(registry, version, "metrics")).toHaveLength(0);
      });

      it("finds versions by number and by digest, and refuses a number that is not there", async () => {
        const registry = (await makeStore()).connect();
        const version = await registry.register(registrationOf("a"));
        expect(await registry.find("employment", "1")).toEqual(version);
        expect(await registry.findByDigest("employment", digestOf("a"))).toEqual(version);
        expect(await registry.findByDigest("employment", digestOf("b"))).toBeNull();
        await expect(registry.find("employment", "2")).rejects.toThrow(/no version "2"/);
      });
    });

    describe("promote", () => {
      it("moves the pointer, and tells from where", async () => {
        const registry = (await makeStore()).connect();
        await registry.register(registrationOf("a"));
        await registry.register(registrationOf("b"));
        const first = await registry.promote(promotionOf("1"));
        expect(first).toMatchObject({ changed: true, from: null, to: "1", sequence: 1 });
        const second = await registry.promote(promotionOf("2", { expect: { version: "1" } }));
        expect(second).toMatchObject({ changed: true, from: "1", to: "2", sequence: 2 });
        expect(await registry.pointsAt("employment", "champion")).toBe("2");
      });

      it("does nothing the second time, by the same evidence", async () => {
        const registry = (await makeStore()).connect();
        await registry.register(registrationOf("a"));
        const first = await registry.promote(promotionOf("1"));
        expect(await registry.promote(promotionOf("1"))).toEqual({ ...first, changed: false });
      });

      it("records other evidence for the same version, when the pointer is where it is expected", async () => {
        const registry = (await makeStore()).connect();
        await registry.register(registrationOf("a"));
        await registry.promote(promotionOf("1"));
        const evidence = { ...promotionOf("1").evidence, evidenceDigest: digestOf("more") };
        await expect(registry.promote(promotionOf("1", { evidence }))).rejects.toThrow(/points at 1/);
        const again = await registry.promote(promotionOf("1", { evidence, expect: { version: "1" } }));
        expect(again).toMatchObject({ changed: true, from: "1", to: "1", sequence: 2 });
      });

      // biome-ignore format: the columns are the table
      const refused = [
        // the story                                    expect                  to   the sentence
        ["the pointer stands elsewhere",                { version: "2" },       "2", /points at 1; this promotion expects 2/],
        ["the pointer is set, and expected unset",      { version: null },      "2", /points at 1; this promotion expects nothing/],
        ["the version does not exist",                  { version: "1" },       "9", /no version "9"/],
      ] as const;

      for (const [story, wanted, to, sentence] of refused) {
        it(`moves nothing when ${story}`, async () => {
          const registry = (await makeStore()).connect();
          await registry.register(registrationOf("a"));
          await registry.register(registrationOf("b"));
          await registry.promote(promotionOf("1"));
          await expect(registry.promote(promotionOf(to, { expect: wanted }))).rejects.toThrow(sentence);
          expect(await registry.pointsAt("employment", "champion")).toBe("1");
        });
      }

      it("moves a pointer from anywhere only when asked for by name", async () => {
        const registry = (await makeStore()).connect();
        await registry.register(registrationOf("a"));
        await registry.register(registrationOf("b"));
        await registry.promote(promotionOf("1"));
        expect(await registry.promote(promotionOf("2", { expect: "any" }))).toMatchObject({
          from: "1",
          to: "2",
        });
      });
    });

    describe("writers at the same time", () => {
      it("lets exactly one of two promotions that expect the same state win", async () => {
        const store = await makeStore();
        const [left, right] = [store.connect(), store.connect()];
        await left.register(registrationOf("a"));
        await left.register(registrationOf("b"));
        const race = await Promise.allSettled([
          left.promote(promotionOf("1")),
          right.promote(promotionOf("2")),
        ]);
        expect(race.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
        const lost = race.find((each) => each.status === "rejected");
        expect(lost?.reason).toBeInstanceOf(EvidenceError);
        const winner = race.find((each) => each.status === "fulfilled");
        expect(await store.connect().pointsAt("employment", "champion")).toBe(winner?.value.to);
      });

      it("gives each new model a number of its own, and the same model twice one", async () => {
        const store = await makeStore();
        const all = await Promise.all(
          ["a", "b", "c", "a"].map((content) => store.connect().register(registrationOf(content))),
        );
        expect(all[0]?.version).toBe(all[3]?.version);
        expect(new Set(all.map(({ version }) => version))).toEqual(new Set(["1", "2", "3"]));
      });
    });

    describe("hostile names", () => {
      const names = [
        "",
        "..",
        "../x",
        "a/b",
        "-f",
        ".git",
        "a b",
        "a\nb",
        "a\u0000b",
        "é",
        "x".repeat(129),
        "$(id)",
      ];
      for (const name of names) {
        it(`refuses ${JSON.stringify(name.slice(0, 20))} as model and as alias`, async () => {
          const registry = (await makeStore()).connect();
          await expect(registry.resolve(name, "champion")).rejects.toBeInstanceOf(InputError);
          await expect(registry.resolve("employment", name)).rejects.toBeInstanceOf(InputError);
          await expect(registry.register(registrationOf("a", { model: name }))).rejects.toBeInstanceOf(
            InputError,
          );
          await expect(registry.promote(promotionOf("1", { alias: name }))).rejects.toBeInstanceOf(
            InputError,
          );
        });
      }
    });
  });
}
