/**
 * Forty mixed expectations about the twenty columns. Four of them fail by what the data plant: unknown statuses,
 * ages of 130, customers that come twice, and an amount that is too large.
 *
 * @module
 */

/** One expectation. */
export interface BenchExpectation {
  readonly type: string;
  readonly kwargs: Readonly<Record<string, unknown>>;
}

function expectEach(
  name: string,
  rows: readonly (readonly [column: string, kwargs?: Readonly<Record<string, unknown>>])[],
): readonly BenchExpectation[] {
  return rows.map(([column, kwargs = {}]) => ({
    type: `expect_column_${name}`,
    kwargs: { column, ...kwargs },
  }));
}

/** The types of the twenty columns, for tools that are told them. */
export const TYPES: Readonly<Record<string, "integer" | "float" | "boolean" | "text">> = {
  row_id: "integer",
  customer_id: "integer",
  age: "integer",
  amount: "float",
  score: "float",
  quantity: "integer",
  unit_price: "float",
  discount: "float",
  country: "text",
  status: "text",
  email: "text",
  code: "text",
  created: "text",
  active: "boolean",
  latitude: "float",
  longitude: "float",
  rating: "integer",
  segment: "text",
  postcode: "text",
  session: "text",
};

const EXPRESSIBLE = /_values_to_|_value_lengths_to_/;

/** The part of the suite that Soda and Pandera have checks of their own for. */
export function expressibleFor(rows: number): readonly BenchExpectation[] {
  return suiteFor(rows).filter(({ type }) => EXPRESSIBLE.test(type));
}

/** The suite; `rows` is the table's row count. */
export function suiteFor(rows: number): readonly BenchExpectation[] {
  return [
    { type: "expect_table_row_count_to_equal", kwargs: { value: rows } },
    { type: "expect_column_to_exist", kwargs: { column: "postcode" } },
    ...expectEach("values_to_not_be_null", [
      ["row_id"],
      ["customer_id"],
      ["amount"],
      ["score"],
      ["country"],
      ["email"],
      ["created"],
      ["age", { mostly: 0.95 }],
      ["segment", { mostly: 0.6 }],
    ]),
    ...expectEach("values_to_be_unique", [["row_id"], ["customer_id", { mostly: 0.1 }]]),
    ...expectEach("values_to_be_between", [
      ["age", { min_value: 0, max_value: 120, mostly: 0.9999 }],
      ["score", { min_value: 0, max_value: 1 }],
      ["quantity", { min_value: 1, max_value: 40 }],
      ["unit_price", { min_value: 0, max_value: 100 }],
      ["discount", { min_value: 0, max_value: 0.5 }],
      ["latitude", { min_value: -90, max_value: 90 }],
      ["longitude", { min_value: -180, max_value: 180 }],
      ["rating", { min_value: 1, max_value: 5 }],
    ]),
    ...expectEach("values_to_be_in_set", [
      ["country", { value_set: ["DE", "FR", "IT", "ES", "PL", "NL", "SE", "PT"] }],
      ["status", { value_set: ["open", "paid", "sent", "done"] }],
      ["rating", { value_set: [1, 2, 3, 4, 5] }],
    ]),
    ...expectEach("values_to_not_be_in_set", [["status", { value_set: ["lost", "stolen"] }]]),
    ...expectEach("values_to_match_regex", [
      ["email", { regex: "^[a-z0-9]+@[a-z0-9]+\\.org$" }],
      ["code", { regex: "^[A-Z]{2}-[0-9]{4}$" }],
      ["created", { regex: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }],
    ]),
    ...expectEach("value_lengths_to_equal", [["code", { value: 7 }]]),
    ...expectEach("value_lengths_to_be_between", [["session", { min_value: 1, max_value: 16 }]]),
    ...expectEach("mean_to_be_between", [
      ["age", { min_value: 40, max_value: 65 }],
      ["score", { min_value: 0.4, max_value: 0.6 }],
    ]),
    ...expectEach("stdev_to_be_between", [["unit_price", { min_value: 20, max_value: 40 }]]),
    ...expectEach("median_to_be_between", [["quantity", { min_value: 15, max_value: 25 }]]),
    ...expectEach("sum_to_be_between", [["quantity", { min_value: 0, max_value: 1e12 }]]),
    ...expectEach("min_to_be_between", [["amount", { min_value: 0, max_value: 100 }]]),
    ...expectEach("max_to_be_between", [
      ["amount", { min_value: 0, max_value: 1000 }],
      ["longitude", { min_value: 0, max_value: 180 }],
    ]),
    ...expectEach("unique_value_count_to_be_between", [
      ["country", { min_value: 8, max_value: 8 }],
      ["segment", { min_value: 1, max_value: 300 }],
    ]),
  ];
}
