/**
 * Texts that python-dateutil reads as a date or time: its usual shapes, not all it guesses. What is in none of them
 * counts as not parseable, so a pass here is a pass there.
 *
 * @module
 */
import type { ValueTest } from "@ml-gates/queries";
import { isDate } from "./calendar.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const WEEKDAY =
  "(?:(?:mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?),? +)?";
const YEAR = "(?<year>[0-9]{4})";
const DAY = "(?<day>0?[1-9]|[12][0-9]|3[01])";

/** A year of four digits makes a date plain; the first of two other numbers is the month where it can be one. */
const DATES = [
  `${YEAR}(?<mark>[\\-\\/.])(?<month>0?[1-9]|1[0-2])\\k<mark>${DAY}`,
  `${YEAR}(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12][0-9]|3[01])`,
  `(?<first>[0-9]{1,2})(?<mark>[\\-\\/.])(?<second>[0-9]{1,2})\\k<mark>${YEAR}`,
  `${WEEKDAY}${DAY}(?:st|nd|rd|th)?[ \\-]${MONTH},?[ \\-]${YEAR}`,
  `${WEEKDAY}${MONTH} ${DAY}(?:st|nd|rd|th)?,? ${YEAR}`,
];

const MINUTES = ":[0-5][0-9](?::[0-5][0-9](?:[.][0-9]{1,9})?)?";
const CLOCK = `(?:(?:[01]?[0-9]|2[0-3])${MINUTES}|(?:0?[1-9]|1[0-2])${MINUTES} ?[ap]m)`;
const ZONE = "(?: ?(?:z|(?<zone>utc|gmt))| ?[+\\-](?:0[0-9]|1[0-4]):?[0-5][0-9])?";
const TIME = `${CLOCK}${ZONE}`;

const SHAPES = [...DATES.map((date) => `${date}(?:(?:t| +)${TIME})?`), TIME];

/** The test whether a text is in none of the shapes. */
export const DATEUTIL_TEST: ValueTest = {
  id: "dateutil",
  compile: () => {
    const shapes = SHAPES.map((shape) => new RegExp(`^(?:${shape})$`, "iv"));
    return (value) => !shapes.some((shape) => isOf(shape, `${value}`.trim()));
  },
};

function isOf(shape: RegExp, text: string): boolean {
  const match = shape.exec(text);
  if (match === null) return false;
  const { year, month, day, name, first, second, zone } = match.groups ?? {};
  // The only words whose capitals count.
  if (zone !== undefined && zone !== zone.toUpperCase()) return false;
  if (year === undefined) return true;
  if (first !== undefined && second !== undefined)
    return isEither(Number(year), Number(first), Number(second));
  const number = name === undefined ? Number(month) : MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return isDate(Number(year), number, Number(day));
}

function isEither(year: number, first: number, second: number): boolean {
  return first <= 12 ? isDate(year, first, second) : isDate(year, second, first);
}
