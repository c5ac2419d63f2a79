import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EvidenceError } from "@ml-gates/gate";
import { afterAll, describe, expect, it } from "vitest";
import { hashModel } from "./hash-model.ts";

const ROOT = mkdtempSync(join(tmpdir(), "ml-gates-test-"));
afterAll(() => rmSync(ROOT, { recursive: true, force: true }));

function makeFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(ROOT, "folder-"));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

describe("hashModel", () => {
  it("is the SHA-256 of a file's bytes", async () => {
    // FIPS 180-2, appendix B.1.
    const abc = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    expect(await hashModel(makeFolder({ "model.json": "abc" }), "model.json")).toBe(abc);
  });

  it("is, for a folder, the SHA-256 of its sorted manifest", async () => {
    const folder = makeFolder({ "model/b/weights": "abc", "model/a.json": "abc", "model/B": "abc" });
    const wanted = execFileSync("sha256sum", {
      input: `[["B",${ABC}],["a.json",${ABC}],["b/weights",${ABC}]]`,
    }).toString();
    expect(await hashModel(folder, "model")).toBe(`sha256:${wanted.split(" ")[0]}`);
    expect(await hashModel(folder, "model/")).toBe(`sha256:${wanted.split(" ")[0]}`);
  });

  const ABC = '"sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"';

  it("changes with a file's name, place, bytes and presence", async () => {
    const variants: readonly Readonly<Record<string, string>>[] = [
      { "m/a": "1", "m/b": "2" },
      { "m/a": "2", "m/b": "1" },
      { "m/a": "1", "m/c": "2" },
      { "m/a": "1", "m/x/b": "2" },
      { "m/a": "1" },
      { "m/a": "1", "m/b": "2", "m/__proto__": "3" },
    ];
    const digests = await Promise.all(variants.map((files) => hashModel(makeFolder(files), "m")));
    expect(new Set(digests).size).toBe(variants.length);
  });

  // biome-ignore format: the columns are the table
  const unfit = [
    // the story                  what is done in the folder                                      the sentence
    ["nothing is there",          () => {},                                                       /cannot be read/],
    ["an empty folder",           (folder: string) => mkdirSync(join(folder, "m")),               /without files/],
    ["a link to a file",          (folder: string) => symlinkSync("/etc/hostname", join(folder, "m")), /symbolic link/],
    ["a link within the folder",  (folder: string) => { mkdirSync(join(folder, "m")); symlinkSync("../keep", join(folder, "m", "x")); }, /"m\/x" is a symbolic link/],
    ["a named pipe",              (folder: string) => execFileSync("mkfifo", [join(folder, "m")]), /neither a file nor a folder/],
  ] as const;

  for (const [story, prepare, sentence] of unfit) {
    it(`refuses: ${story}`, async () => {
      const folder = makeFolder({ keep: "x" });
      prepare(folder);
      await expect(hashModel(folder, "m")).rejects.toThrow(sentence);
      await expect(hashModel(folder, "m")).rejects.toBeInstanceOf(EvidenceError);
    });
  }
});
