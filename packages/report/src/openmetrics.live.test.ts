import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ATTACKS } from "./golden/hostile.ts";
import { reportOf, STORIES, sameModel } from "./golden/stories.ts";
import { renderOpenMetrics } from "./render-openmetrics.ts";

const hostile = ATTACKS.map((text, index) =>
  reportOf("compare-models", sameModel.findings, { key: `${index}${text}`.slice(0, 200) }),
);

describe("promtool", () => {
  it("finds nothing to say of the metrics", () => {
    const text = renderOpenMetrics(Object.values(STORIES).flatMap(({ reports }) => reports));
    const input = text.replace(/^# (?:EOF|UNIT .*)\n/gm, "");
    const { status, stderr, stdout } = spawnSync("promtool", ["check", "metrics"], {
      input,
      encoding: "utf8",
    });
    expect({ status, said: stderr + stdout }).toEqual({ status: 0, said: "" });
  });

  it("makes blocks of them, whatever strangers write", () => {
    const folder = mkdtempSync(join(tmpdir(), "ml-gates-metrics-"));
    const stamped = renderOpenMetrics(hostile).replaceAll(/^(ml_gates_.*\} \S+)$/gm, "$1 1764320400");
    writeFileSync(join(folder, "metrics.txt"), stamped);
    const args = [
      "tsdb",
      "create-blocks-from",
      "openmetrics",
      join(folder, "metrics.txt"),
      join(folder, "data"),
    ];
    expect(() => execFileSync("promtool", args, { stdio: "pipe" })).not.toThrow();
  });
});
