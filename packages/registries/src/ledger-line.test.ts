import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { parseLedger, sealLine } from "./ledger-line.ts";

const sha256 = (text: string): string => `sha256:${createHash("sha256").update(text).digest("hex")}`;

describe("the lines of a ledger", () => {
  const first = '"kind":"register","model":"m","prev_hash":null,"seq":1,"v":1}';
  const firstHash = sha256(`{${first}`);
  const second = `"kind":"register","model":"m","prev_hash":"${firstHash}","seq":2,"v":1}`;
  const facts = { model: "m", kind: "register" };

  it("are canonical JSON with the hash of everything else in them, and of the line before", () => {
    const line = sealLine(facts, null);
    expect(line.hash).toBe(firstHash);
    expect(line.text).toBe(`{"hash":"${firstHash}",${first}`);
    expect(sealLine(facts, line).hash).toBe(sha256(`{${second}`));
  });

  it("are read back as they were written", () => {
    const text = `{"hash":"${firstHash}",${first}\n{"hash":"${sha256(`{${second}`)}",${second}\n`;
    expect(parseLedger(text, "f").map(({ sequence, facts }) => [sequence, facts])).toEqual([
      [1, facts],
      [2, facts],
    ]);
  });

  it("cannot claim another place in the chain than theirs", () => {
    const hostile = sealLine({ ...facts, seq: 9, prev_hash: "sha256:0" }, null);
    expect(JSON.parse(hostile.text)).toMatchObject({ seq: 1, prev_hash: null, hash: hostile.hash });
    expect(parseLedger(`${hostile.text}\n`, "f")).toHaveLength(1);
  });
});
