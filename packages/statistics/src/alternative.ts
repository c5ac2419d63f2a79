/**
 * Which departures from the null hypothesis a test looks for.
 *
 * @module
 */

/** `less`: the first side (a, the candidate) is lower; `greater`: it is higher; `two-sided`: either. */
export type Alternative = "less" | "greater" | "two-sided";
