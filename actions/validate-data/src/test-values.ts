/**
 * Runs tests of single values in JavaScript, each under a time limit, so that no pattern can hang the gate.
 *
 * @module
 */
import { type Context, createContext, Script } from "node:vm";
import { quote } from "@ml-gates/gate";
import {
  type Answer,
  type GroupValue,
  MOST_TESTED_VALUES,
  readGroupValues,
  type ValueTest,
} from "@ml-gates/queries";

/** How long tests may take. */
export interface TestLimits {
  readonly millisecondsPerValue: number;
  readonly millisecondsPerTest: number;
}

const LIMITS: TestLimits = { millisecondsPerValue: 1000, millisecondsPerTest: 60_000 };
/** Values tested between two looks at the clock. */
const BATCH = 1000;

/** The answer to a tested ask, out of the answer to the ask of its values. */
export function testValues(test: ValueTest, values: Answer, limits: TestLimits = LIMITS): Answer {
  if ("failure" in values) return values;
  try {
    return { value: tally(test, readGroupValues(values.value), limits) };
  } catch (error) {
    if (error instanceof TestFault) return { failure: error.message };
    throw error;
  }
}

/** Why a value could not be tested. */
class TestFault extends Error {
  override readonly name = "TestFault";
}

function tally(test: ValueTest, groups: readonly GroupValue[], limits: TestLimits) {
  const clock = startClock(limits);
  const isUnexpected = within(clock, null, () => test.compile());
  // By place, because a batch can be ended between any two steps and is then taken up again.
  const found = new Set<number>();
  let next = 0;
  let slow: GroupValue | null = null;
  while (next < groups.length) {
    // After a batch that took too long its unfinished value is tried alone, with all the time a value has.
    const end = slow === null ? Math.min(next + BATCH, groups.length) : next + 1;
    const runBatch = () => {
      for (; next < end; next++) {
        const group = groups[next];
        if (group !== undefined && isUnexpected(group.value)) found.add(next);
      }
    };
    const finished = attempt(clock, () => groups[next] ?? null, runBatch);
    if (!finished && slow !== null) throw tooSlow(slow, limits);
    slow = finished ? null : (groups[next] ?? null);
  }
  const unexpected = groups.filter((_, index) => found.has(index));
  return {
    unexpected: unexpected.reduce((sum, { count }) => sum + count, 0),
    values: unexpected.slice(0, MOST_TESTED_VALUES).map(({ value }) => value),
  };
}

interface Clock {
  readonly limits: TestLimits;
  readonly started: number;
}

function startClock(limits: TestLimits): Clock {
  return { limits, started: performance.now() };
}

const CALL = new Script("run()");

/** Runs work under the limit of one value; false when it was ended. */
function attempt({ limits, started }: Clock, current: () => GroupValue | null, work: () => void): boolean {
  if (performance.now() - started > limits.millisecondsPerTest) {
    throw new TestFault(
      `testing the values took longer than ${limits.millisecondsPerTest / 1000} seconds in all`,
    );
  }
  const context: Context = createContext({ run: work });
  try {
    CALL.runInContext(context, { timeout: limits.millisecondsPerValue });
    return true;
  } catch (error) {
    if (isTimeout(error)) return false;
    throw new TestFault(tellFault(error, current()));
  }
}

function within<T>(clock: Clock, group: GroupValue | null, work: () => T): T {
  const done: T[] = [];
  const finished = attempt(
    clock,
    () => group,
    () => void done.push(work()),
  );
  const [result] = done;
  if (!finished || result === undefined) throw new TestFault("the test itself could not be made in time");
  return result;
}

/** The error may be one of another realm, which is no instance of this one's Error. */
function isTimeout(error: unknown): boolean {
  return isThing(error) && error["code"] === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}

function isThing(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function tellFault(error: unknown, group: GroupValue | null): string {
  const reason = isThing(error) ? `${error["message"]}` : `${error}`;
  return group === null ? reason : `${reason}: ${tellGroup(group)}`;
}

function tooSlow(group: GroupValue, { millisecondsPerValue }: TestLimits): TestFault {
  return new TestFault(
    `testing a value took longer than ${millisecondsPerValue / 1000} s: ${tellGroup(group)}`,
  );
}

function tellGroup({ value, firstRow }: GroupValue): string {
  return `${quote(`${value}`)} in row ${firstRow}`;
}
