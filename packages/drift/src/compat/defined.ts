/**
 * The p-value of a test, where there is one.
 *
 * @module
 */

/** NaN where the test is not defined for the rows: a verdict made of it is no verdict. */
export function pOf(test: { readonly p: number } | { readonly undefined: string }): number {
  return "undefined" in test ? Number.NaN : test.p;
}
