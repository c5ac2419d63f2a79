import { describe, expect, it } from "vitest";
import { directionOf } from "./directions.ts";

describe("directionOf", () => {
  it.each([
    ["a score by its plain name", "roc_auc", "higher"],
    ["a loss by its plain name", "log_loss", "lower"],
    ["the last part of a nested name", "test.weighted avg.f1-score", "higher"],
    ["the last part after a slash", "eval/rmse", "lower"],
    ["a name with a split's prefix", "val_loss", "lower"],
    ["a name in capitals", "Test.RMSE", "lower"],
    ["no guess for a name that only contains a known one", "accuracy_drop", null],
    ["no guess for a name with a qualifier", "loss_ratio", null],
    ["no guess for an unknown name", "quality", null],
    ["no guess for an empty name", "", null],
    ["no guess for what objects inherit", "constructor", null],
  ] as const)("knows %s", (_story, metric, direction) => {
    expect(directionOf(metric)).toBe(direction);
  });
});
