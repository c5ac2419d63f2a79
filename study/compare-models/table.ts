/**
 * The study's table: what is simulated, and how it stands in the documents.
 *
 * @module
 */
import { METRICS, type Outcome, type Scenario, simulate, statedRows } from "./simulate.ts";

/** A scenario with what it shows. */
export interface Story {
  readonly title: string;
  readonly scenario: Scenario;
}

const ROWS = [200, 2000, 100_000];
const ALL = Object.keys(METRICS);
/** One metric of each method that needs no resampling, those three together, and all ten. */
const CHECKED = [...ALL.slice(0, 3).map((metric) => [metric]), ALL.slice(0, 3), ALL];
/** True drop of accuracy. */
const DROP = 0.03;

/** Every line of the study, in the order of the table. */
export function listStories(): readonly Story[] {
  const at = (drop: number, limit: Scenario["limit"]) =>
    CHECKED.flatMap((metrics) => ROWS.map((rows): Scenario => ({ rows, metrics, drop, limit })));
  const settled = CHECKED.map((metrics): Scenario => {
    const scenario = { rows: 0, metrics, drop: DROP, limit: { ofDrop: 0.5 } };
    return { ...scenario, rows: statedRows(scenario) };
  });
  return [
    ...at(0, { absolute: 0.01 }).map((scenario) => ({ title: "equal models", scenario })),
    ...at(DROP / 3, { ofDrop: 2 })
      .filter(({ rows }) => rows === 2000)
      .map((scenario) => ({ title: "a drop of half the limit", scenario })),
    ...at(DROP, { ofDrop: 0.5 }).map((scenario) => ({ title: "a drop of twice the limit", scenario })),
    ...settled.map((scenario) => ({ title: "twice the limit, at requiredN", scenario })),
  ];
}

/** One line, simulated. */
export interface Told extends Story {
  readonly outcome: Outcome;
}

/** Simulates every line. */
export function runStories(repetitions: number, tell: (line: string) => void = () => {}): readonly Told[] {
  return listStories().map((story) => {
    const told = { ...story, outcome: simulate(story.scenario, repetitions) };
    tell(renderLine(told));
    return told;
  });
}

const HEADER =
  "| models | rows | checked | repetitions | naive rule fails | `screen` fails | `screen` inconclusive | test alone | `prove` passes |";

/** The table in Markdown; shares in percent. */
export function renderStories(stories: readonly Told[]): string {
  return [HEADER, "|---|---:|---|---:|---:|---:|---:|---:|---:|", ...stories.map(renderLine)].join("\n");
}

function renderLine({ title, scenario, outcome }: Told): string {
  const percent = (share: number) => (share * 100).toFixed(1);
  const { naive, fails, inconclusive, significant, proven } = outcome;
  const numbers = [naive, fails, inconclusive, significant, proven].map(percent);
  const [only = "", ...others] = scenario.metrics;
  const metrics = others.length === 0 ? only : String(scenario.metrics.length);
  return `| ${[title, scenario.rows, metrics, outcome.repetitions, ...numbers].join(" | ")} |`;
}

const LINE =
  /^\| [^|]+ \| \d+ \| \w+ \| (\d+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|$/gm;

/** What a table in a document says, shares in 0..1, in the order of its lines. */
export function readStories(text: string): readonly Outcome[] {
  return [...text.matchAll(LINE)].map(([, repetitions, ...shares]) => {
    const [naive = 0, fails = 0, inconclusive = 0, significant = 0, proven = 0] = shares.map(
      (share) => Number(share) / 100,
    );
    return { repetitions: Number(repetitions), naive, fails, inconclusive, significant, proven };
  });
}
