/**
 * promptfoo: the results of an evaluation, counts and scores a prompt.
 *
 * @module
 */
import { digestOf } from "@ml-gates/gate";
import type { Fact, StatedMetric } from "../metric-values.ts";
import { at, canonicalText, entriesOf, itemsOf, type Tree, textOf } from "../syntax/tree.ts";
import { factOf, leafNumber, shorten, treeReader } from "./format-reader.ts";

export const promptfoo = treeReader(
  (root) =>
    itemsOf(at(root, "results", "prompts")).length > 0 && at(root, "results", "stats")?.kind === "map",
  (root) => {
    const prompts = itemsOf(at(root, "results", "prompts"));
    const named = (index: number) => (prompts.length === 1 ? [] : [`prompt ${index + 1}`]);
    const stats = at(root, "results", "stats");
    const counts = { pass: "successes", fail: "failures", error: "errors" };
    return {
      metrics: [
        ...(prompts.length === 1 ? [] : shares(stats, counts, [])),
        ...prompts.flatMap((prompt, index) => readPrompt(at(prompt, "metrics"), named(index))),
      ],
      facts: testsOf(root),
      parameters: prompts.flatMap((prompt, index) => describePrompt(prompt, index)),
    };
  },
);

interface Counts {
  readonly pass: string;
  readonly fail: string;
  readonly error: string;
}

/** A test that broke did not pass: it stays in the denominator. */
function shares(tree: Tree | undefined, keys: Counts, path: readonly string[]): readonly StatedMetric[] {
  const count = (key: string) => leafNumber(at(tree, key)) ?? 0;
  const pass = leafNumber(at(tree, keys.pass)) ?? Number.NaN;
  const n = pass + count(keys.fail) + count(keys.error);
  const rate = n > 0 ? pass / n : Number.NaN;
  const standardError = Math.sqrt((rate * (1 - rate)) / n);
  const offset = tree?.offset ?? 0;
  return [
    {
      path: [...path, "pass_rate"],
      value: rate,
      direction: "higher",
      uncertainty: n > 0 ? { n, standardError } : null,
      offset,
    },
    { path: [...path, "errors"], value: count(keys.error), direction: "lower", offset },
  ];
}

const COUNTS = { pass: "testPassCount", fail: "testFailCount", error: "testErrorCount" };

/** promptfoo states sums over tests; means are what two evaluations can be compared by. */
function readPrompt(metrics: Tree | undefined, path: readonly string[]): readonly StatedMetric[] {
  const tests = Object.values(COUNTS).reduce((sum, key) => sum + (leafNumber(at(metrics, key)) ?? 0), 0);
  const mean = (name: readonly string[], sum: Tree | undefined, count: number): readonly StatedMetric[] => {
    const total = leafNumber(sum);
    if (total === null) return [];
    return [
      { path: [...path, ...name], value: total / count, uncertainty: { n: count }, offset: sum?.offset ?? 0 },
    ];
  };
  const scores = [...entriesOf(at(metrics, "namedScores"))];
  return [
    ...shares(metrics, COUNTS, path),
    ...mean(["score"], at(metrics, "score"), tests).map(upwards),
    ...scores.flatMap(([name, sum]) =>
      mean(["named", name], sum, leafNumber(at(metrics, "namedScoresCount", name)) ?? tests).map(upwards),
    ),
    ...mean(["latency_ms"], at(metrics, "totalLatencyMs"), tests),
    ...mean(["cost"], at(metrics, "cost"), tests),
  ];
}

function upwards(metric: StatedMetric): StatedMetric {
  return { ...metric, direction: "higher" };
}

/** Prompts and providers are what a change is about; the tests must be the same. */
function testsOf(root: Tree): readonly Fact[] {
  const tests = at(root, "config", "tests");
  if (tests === undefined) return [];
  return [{ name: "tests", value: digestOf(canonicalText(tests)) }];
}

function describePrompt(prompt: Tree, index: number): readonly Fact[] {
  const name = `prompt ${index + 1}`;
  const provider = textOf(at(prompt, "provider"));
  return [
    ...factOf(name, at(prompt, "raw")),
    ...(provider === null ? [] : [{ name: `${name} provider`, value: shorten(provider) }]),
  ];
}
