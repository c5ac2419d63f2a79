/**
 * Days of the Gregorian calendar, the years 1 to 9999.
 *
 * @module
 */

/** Whether there is such a day. */
export function isDate(year: number, month: number, day: number): boolean {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** The weekday of a year's first day; 0 is Monday. */
function firstWeekday(year: number): number {
  const before = year - 1;
  return (before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)) % 7;
}

/** The day of the year by the number of its week and its weekday, 0 is Monday; 0 or less lies in the year before. */
export function findDayOfYear(
  year: number,
  week: number,
  { weekday, fromMonday }: { readonly weekday: number; readonly fromMonday: boolean },
): number {
  const shift = fromMonday ? 0 : 1;
  const first = (firstWeekday(year) + shift) % 7;
  const day = (weekday + shift) % 7;
  if (week === 0) return 1 + day - first;
  return 1 + ((7 - first) % 7) + 7 * (week - 1) + day;
}
