/**
 * What a stranger's query may say: one SELECT over declared tables. Judged on the engine's own parse of it, so that
 * no spelling, comment or quoting tells us something else than it tells the engine.
 *
 * @module
 */
import { quote } from "@ml-gates/gate";

/**
 * Why a parsed query is refused; null when nothing in it reaches beyond the tables. Whatever is not known to be
 * harmless is refused, and the engine that runs it is locked besides.
 *
 * @param parsed What the engine's `json_serialize_sql` gave.
 * @param tables The declared tables' names.
 */
export function refuseUntrusted(parsed: string, tables: readonly string[]): string | null {
  const tree: unknown = JSON.parse(parsed);
  if (!isNode(tree) || tree["error"] !== false) return refusalOf(tree);
  const statements = tree["statements"];
  const count = Array.isArray(statements) ? statements.length : 0;
  if (count !== 1) return `one SELECT was wanted, ${count} statements were given`;
  const common = commonNames(tree);
  const odd = common.find((name) => !/^\w{1,64}$/.test(name) || SYSTEM_NAME.test(name));
  if (odd !== undefined) return `${quote(odd)} is no plain name for a part of a query`;
  return refuse(tree, new Set([...tables, ...common].map((name) => name.toLowerCase())));
}

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function refusalOf(tree: unknown): string {
  const told = isNode(tree) ? String(tree["error_message"]) : "";
  return /^Only SELECT/.test(told) ? "it is no SELECT" : `it cannot be parsed: ${told}`;
}

/** The catalogs' tables and views stand in the search path: a part of a query must not be named like one. */
const SYSTEM_NAME = /^(duckdb|pg|pragma|sqlite|information_schema)_/i;

/** The names that WITH gives, wherever it stands. */
function commonNames(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(commonNames);
  if (!isNode(node)) return [];
  const map = isNode(node["cte_map"]) ? node["cte_map"]["map"] : null;
  const own = Array.isArray(map) ? map.map((entry) => String(isNode(entry) ? entry["key"] : "")) : [];
  return [...own, ...Object.values(node).flatMap(commonNames)];
}

function refuse(node: unknown, names: ReadonlySet<string>): string | null {
  const own = isNode(node) ? refuseNode(node, names) : null;
  if (own !== null) return own;
  for (const member of membersOf(node)) {
    const found = refuse(member, names);
    if (found !== null) return found;
  }
  return null;
}

/** What is inside a node. The function of a table function is judged there: as a scalar it may be refused. */
function membersOf(node: unknown): readonly unknown[] {
  if (Array.isArray(node)) return node;
  if (!isNode(node)) return [];
  const called = node["type"] === "TABLE_FUNCTION" ? node["function"] : null;
  return isNode(called) ? [called["children"], node["sample"]] : Object.values(node);
}

function refuseNode(node: Node, names: ReadonlySet<string>): string | null {
  const { type, class: kind } = node;
  if (typeof type !== "string") return null;
  if (typeof kind === "string") return refuseFunction(node);
  if (type === "BASE_TABLE") return refuseTable(node, names);
  if (type === "TABLE_FUNCTION") return refuseTableFunction(node);
  return PARTS.has(type) ? null : `${quote(type)} has no place in it`;
}

function refuseTable(node: Node, names: ReadonlySet<string>): string | null {
  const path = [node["catalog_name"], node["schema_name"], node["table_name"]].filter(
    (part) => part !== undefined,
  );
  const name = path.join(".");
  const known = path.length === 1 && names.has(name.toLowerCase()) && node["at_clause"] === undefined;
  return known ? null : `${quote(name)} is no declared table`;
}

function refuseTableFunction(node: Node): string | null {
  const called = isNode(node["function"]) ? String(node["function"]["function_name"]).toLowerCase() : "";
  return TABLE_FUNCTIONS.has(called) ? null : `the table function ${quote(called)} may not be called`;
}

function refuseFunction(node: Node): string | null {
  const called = node["function_name"];
  if (node["class"] === "PARAMETER") return "it has a parameter";
  if (called === undefined) return null;
  const name = String(called);
  return FUNCTIONS_REFUSED.test(name) ? `the function ${quote(name)} may not be called` : null;
}

const TABLE_FUNCTIONS = new Set(["unnest", "range", "generate_series"]);

/**
 * What tells of the engine, the session or the machine, runs text as SQL, waits, writes, is the engine's own, or makes
 * of a number a value too large for the memory limit to stop.
 */
const FUNCTIONS_REFUSED =
  /^(range|generate_series|(list|array)_resize|repeat|[lr]pad|bar|format|printf|__internal.*|pg_(?!typeof$).*|duckdb_.*|inet_.*|has_.*_privilege|json_(de)?serialize_.*|json_execute_.*|query(_table)?|current_(?!date$|timestamp$|localtime$|localtimestamp$).*|get_?(env|variable|_block_size)|nextval|currval|txid_.*|transaction_.*|in_search_path|write_log|parse_duckdb_log.*|sleep_.*|setseed|user|session_user|version|stats|vector_type|col_description|obj_description|shobj_description|icu_collate_.*|read_.*|glob|cast_to_type|replace_type)$/i;

const PARTS = new Set([
  "SELECT_NODE",
  "SET_OPERATION_NODE",
  "RECURSIVE_CTE_NODE",
  "CTE_NODE",
  "JOIN",
  "SUBQUERY",
  "EMPTY",
  "EXPRESSION_LIST",
  "ORDER_MODIFIER",
  "LIMIT_MODIFIER",
  "LIMIT_PERCENT_MODIFIER",
  "DISTINCT_MODIFIER",
  "ORDER_DEFAULT",
  "ASCENDING",
  "DESCENDING",
]);
