export const id = 813;
export const ids = [813];
export const modules = {

/***/ 73813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  validateData: () => (/* binding */ validateData)
});

// EXTERNAL MODULE: ./build/node_modules/@ml-gates/queries/src/index.js + 11 modules
var src = __webpack_require__(48501);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/expectations/src/question.js
/** An expectation that cannot be evaluated, and why. */
function raise(exception, remedy) {
    return { success: false, observed: null, counts: null, samples: [], exception, why: exception, remedy };
}
/** An answer that is a count. An engine that answers otherwise is broken: our defect, not the data's. */
function countOf(answer) {
    const count = typeof answer === "bigint" || typeof answer === "number" ? Number(answer) : Number.NaN;
    if (!Number.isInteger(count) || count < 0)
        throw new TypeError(`a count was wanted, not ${String(answer)}`);
    return count;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/expectations/src/evaluate-suite.js
/**
 * From answers to results in Great Expectations' own terms.
 *
 * @module
 */


const REMEDY = "Compare the expectation with the column's type and values; the other expectations were evaluated.";
/**
 * Evaluates every expectation, in the suite's order. One whose answers could not be had is an exception of its
 * own; the others stand.
 *
 * @example
 * evaluateSuite(planSuite(parseSuite('{"expectations": [{"type": "expect_table_row_count_to_equal", "kwargs": {"value": 3}}]}', "s.json"), { from: "t", columns: [], rowNumber: "r" }), new Map([["count(*)", { value: 3 }]]))[0].success; // => true
 */
function evaluateSuite(plan, answers) {
    return plan.planned.map((each) => evaluate(each, answers));
}
function evaluate({ question }, answers) {
    const values = {};
    for (const [name, ask] of Object.entries(question.asks)) {
        const answer = answers.get((0,src/* askId */.TO)(ask)) ?? { failure: "The question was not put to the engine." };
        if ("failure" in answer)
            return raise(`The check could not be evaluated: ${answer.failure}`, REMEDY);
        values[name] = answer.value;
    }
    return question.judge(values);
}

// EXTERNAL MODULE: ./build/node_modules/@ml-gates/gate/src/index.js + 18 modules
var gate_src = __webpack_require__(32714);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/expectations/src/round-exactly.js
/**
 * Rounding that leaves whole numbers whole.
 *
 * @module
 */

/** Counts and other whole numbers up to 2^53 as they are; the rest at 12 significant digits. */
function roundExactly(value) {
    return Number.isSafeInteger(value) ? value : (0,gate_src/* roundJudged */.KH)(value);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/expectations/src/tell.js
/**
 * How numbers, names and limits read in a sentence.
 *
 * @module
 */


/**
 * A count with its thousands set apart.
 *
 * @example
 * tellCount(1960); // => "1,960"
 */
function tellCount(value) {
    return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}
/** A name as itself when it is plain, else quoted. */
function tellName(name) {
    return /^[\p{L}_][\p{L}\p{N}_.-]{0,62}$/u.test(name) ? name : (0,gate_src/* quote */.hD)(name);
}
/** A value from the data or the suite: numbers plain, texts quoted and cut. */
function tellValue(value) {
    if (value === null)
        return "missing";
    if (typeof value === "number")
        return `${roundExactly(value) ?? value}`;
    if (typeof value === "bigint" || typeof value === "boolean")
        return `${value}`;
    return (0,gate_src/* quote */.hD)(value);
}
/** A share of 1 in percent, with as few digits as it has. */
function tellShare(share) {
    return `${(0,gate_src/* roundJudged */.KH)(share * 100)} %`;
}
/** Limits in words, such as `0 … 120`, `at least 0` or `more than 0 and at most 120`. */
function tellBounds({ min, max, strictMin, strictMax }) {
    if (min === null && max === null)
        return "any value";
    if (min !== null && min === max)
        return tellValue(min);
    const above = min === null ? null : `${strictMin ? "more than" : "at least"} ${tellValue(min)}`;
    const below = max === null ? null : `${strictMax ? "less than" : "at most"} ${tellValue(max)}`;
    if (above === null || below === null)
        return above ?? below ?? "";
    return strictMin || strictMax ? `${above} and ${below}` : `${tellValue(min)} … ${tellValue(max)}`;
}
/** The first ten members of a list, and how many more there are. */
function tellList(values) {
    const shown = values.slice(0, 10).map(tellValue).join(", ");
    return values.length > 10 ? `${shown} and ${tellCount(values.length - 10)} more` : shown;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/expectations/src/judge-misfits.js
/**
 * Values that do not fit the type declared for their column, as findings.
 *
 * @module
 */


/**
 * One blocking finding per column that breaks its declared type.
 *
 * @example
 * judgeMisfits([{ column: "age", type: "integer", count: 1, samples: [{ row: 3, value: "x" }] }], null)[0].why; // => 'age: 1 value is not of the declared type integer; the first is "x" in row 3. Wanted: at most 0.'
 */
function judgeMisfits(misfits, source) {
    return misfits.map(({ column, type, count, samples: [first, ...rest] }) => {
        const values = count === 1 ? "1 value is" : `${tellCount(count)} values are`;
        const shown = first ? `; the first is ${tellValue(first.value)} in row ${first.row}` : "";
        return (0,gate_src/* finding */.gk)({
            id: `declared-type/${column}`,
            kind: "expectation",
            check: { column, type },
            severity: "block",
            source,
            outcome: "fail",
            effect: { kind: "count", value: count, low: null, high: null, confidence: null },
            observed: count,
            samples: first ? [first, ...rest] : [],
            why: `${tellName(column)}: ${values} not of the declared type ${type}${shown}. Wanted: at most 0.`,
            remedy: "Correct these values at their source, or change the column's type under types in the gate file.",
        });
    });
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/expectations/src/identify-expectations.js
/** Ids such as `expect_column_values_to_be_unique/id`, in the suite's order; the second of its kind ends in `#2`. */
function identifyExpectations(plan) {
    return uniqueIds(plan.planned.map(({ expectation }) => idOf(expectation)));
}
function idOf({ name, kwargs }) {
    const column = kwargs["column"] ?? null;
    return typeof column === "string" ? `${name}/${column}` : name;
}
/** The second of its kind ends in `#2`, past any id that is written so already. */
function uniqueIds(ids) {
    const taken = new Set(ids);
    const seen = new Set();
    return ids.map((id) => {
        let unique = id;
        for (let number = 2; seen.has(unique) || (unique !== id && taken.has(unique)); number++)
            unique = `${id}#${number}`;
        seen.add(unique);
        return unique;
    });
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/expectations/src/instant.js
/**
 * Dates and times of a suite as points in time.
 *
 * @module
 */
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:\.(\d{1,6}))?)?(Z|[+-]\d{2}:\d{2})?$/;
/**
 * An ISO 8601 date or time as microseconds since 1970-01-01 in UTC, which is also assumed where no offset is
 * written; null for anything else, a 31st of February included.
 *
 * @example
 * parseInstant("1970-01-02"); // => 86400000000
 * parseInstant("2024-02-31"); // => null
 */
function parseInstant(text) {
    const [, date, time = "00:00", seconds = ":00", fraction = "", offset = "Z"] = ISO.exec(text) ?? [];
    if (date === undefined)
        return null;
    const midnight = Date.parse(`${date}T00:00:00Z`);
    const milliseconds = Date.parse(`${date}T${time}${seconds}${offset}`);
    if (Number.isNaN(midnight) || Number.isNaN(milliseconds))
        return null;
    if (new Date(midnight).toISOString().slice(0, 10) !== date)
        return null;
    return milliseconds * 1000 + Number(fraction.padEnd(6, "0"));
}
/**
 * Microseconds since 1970 as ISO 8601 text in UTC.
 *
 * @example
 * tellInstant(86400000000); // => "1970-01-02T00:00:00.000Z"
 */
function tellInstant(microseconds) {
    const date = new Date(Number(microseconds) / 1000);
    return Number.isNaN(date.getTime()) ? `${microseconds} µs since 1970` : date.toISOString();
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/expectations/src/comparable.js
/**
 * Columns and suite values brought to one kind, so that like is only ever compared with like.
 *
 * @module
 */




/** Why a check cannot be evaluated on this table. `column` is set when only the column's values stand in the way. */
class NotEvaluable extends Error {
    name = "NotEvaluable";
    column;
    remedy = "Correct the expectation, or the type or name of the column in the data.";
    constructor(reason, column = null) {
        super(reason);
        this.column = column;
    }
}
const KINDS = {
    integer: "number",
    float: "number",
    boolean: "boolean",
    text: "text",
    date: "time",
    timestamp: "time",
    other: null,
};
/** The column of that very name. @throws NotEvaluable when the table has none. */
function findColumn(table, name) {
    const found = table.columns.find((column) => column.name === name);
    if (found)
        return found;
    const near = (0,gate_src/* nearestWord */.zZ)(name, nameCandidates(table));
    const hint = near === null ? "" : ` Is ${tellName(near)} meant?`;
    throw new NotEvaluable(`The table has no column ${tellName(name)}.${hint}`);
}
/** Enough to find a slip of the pen; a table made of thousands of long names must not cost minutes. */
function nameCandidates(table) {
    return table.columns.slice(0, 200).flatMap(({ name }) => (name.length <= 100 ? name : []));
}
/** The column as a comparable value. @throws NotEvaluable for types that have no order here, such as lists. */
function comparable(column) {
    const kind = KINDS[column.family];
    if (kind === null)
        throw refuse(column, "holds values that cannot be compared");
    if (kind === "text")
        return { name: column.name, kind, sql: asText(column) };
    const value = (0,src/* presentValue */.p)(column);
    return { name: column.name, kind, sql: kind === "time" ? `epoch_us(${value})` : value };
}
/**
 * The column's text, as Python's `str` gives it.
 *
 * @throws NotEvaluable for dates, times and nested values, whose text differs from tool to tool.
 */
function textOf(column) {
    const value = (0,src/* presentValue */.p)(column);
    if (column.family === "text")
        return asText(column);
    if (column.family === "boolean")
        return `CASE WHEN ${value} THEN 'True' WHEN NOT ${value} THEN 'False' END`;
    if (column.family === "integer" || column.family === "float")
        return `CAST(${value} AS VARCHAR)`;
    throw refuse(column, "holds no text");
}
/** An enumeration is ordered by its declaration; its texts are not. */
function asText(column) {
    const value = (0,src/* presentValue */.p)(column);
    return column.sqlType === "VARCHAR" ? value : `CAST(${value} AS VARCHAR)`;
}
/** A suite's value as SQL of the column's kind. @throws NotEvaluable when the kinds differ. */
function literal(column, value) {
    const { kind } = comparable(column);
    if (kind === "number" && typeof value === "number")
        return (0,src/* quoteNumber */.yx)(value);
    if (kind === "text" && typeof value === "string")
        return quoteUserText(column, value);
    if (kind === "boolean" && (value === true || value === 1))
        return "TRUE";
    if (kind === "boolean" && (value === false || value === 0))
        return "FALSE";
    const instant = kind === "time" && typeof value === "string" ? parseInstant(value) : null;
    if (instant !== null)
        return (0,src/* quoteNumber */.yx)(instant);
    const wanted = kind === "time" ? "an ISO 8601 date or time" : `a ${kind}`;
    throw refuse(column, `is compared with ${(0,gate_src/* quote */.hD)(value)}, which is not ${wanted}`);
}
function quoteUserText(column, value) {
    if (value.includes("\0"))
        throw refuse(column, "is compared with a text that holds a NUL character");
    return (0,src/* quoteText */.ol)(value);
}
function refuse(column, what) {
    return new NotEvaluable(`The column ${tellName(column.name)} of type ${column.sqlType} ${what}.`, column);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/expectations/src/translate-regex.js
/**
 * Python's regular expressions as RE2 understands them, with Python's Unicode meaning of `\d`, `\w` and `\s`.
 * What RE2 cannot say is refused, never guessed.
 *
 * @module
 */
const SPACE = "\\t-\\r\\x1c-\\x20\\x{85}\\p{Z}";
const WORD = "\\p{L}\\p{N}_";
/** Tokens of a pattern, the longest first; a set from `[` to `]` is one token. */
const TOKEN = /\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]|\(\?#[^)]*\)|\(\?P=|\(\?<[=!]|\(\?[^\s)]|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\[\s\S]|[*+?]\+|\}\+|\{,\d+\}|[\s\S]/gu;
const REFUSED = [
    [/^\(\?(?:[=!]|<[=!])/, "look-around such as (?= or (?<!, which the engine does not have"],
    [/^(?:\(\?P=|\\[1-9])/, "back-references such as \\1, which the engine does not have"],
    [/^\(\?\(/, "conditional groups (?(…), which the engine does not have"],
    [/^\(\?>/, "atomic groups (?>…), which the engine does not have"],
    [/^[*+?}]\+$/, "possessive quantifiers such as *+, which the engine does not have"],
    [
        /^\\[bB]$/,
        "word boundaries \\b and \\B, which the engine knows for ASCII only; write (?:^|\\W) or (?:\\W|$)",
    ],
    [/^\\N$/, "named characters \\N{…}; write \\uXXXX"],
];
const REPLACED = {
    "\\d": "\\p{Nd}",
    "\\D": "\\P{Nd}",
    "\\w": `[${WORD}]`,
    "\\W": `[^${WORD}]`,
    "\\s": `[${SPACE}]`,
    "\\S": `[^${SPACE}]`,
    "\\Z": "\\z",
    // Python's $ also matches before a final line break.
    $: "(?:\\n?\\z)",
};
const REPLACED_IN_SET = {
    "\\d": "\\p{Nd}",
    "\\D": "\\P{Nd}",
    "\\w": WORD,
    "\\s": SPACE,
    "\\b": "\\x08",
    // Python reads [ in a set as itself; RE2 would begin a named class.
    "[": "\\[",
};
/**
 * Translates a Python pattern that is searched for, not anchored.
 *
 * @example
 * translateRegex("^\\d{4}").pattern; // => "^\\p{Nd}{4}"
 * translateRegex("(?!x)").without; // => "look-around such as (?= or (?<!, which the engine does not have"
 */
function translateRegex(python) {
    if (python.includes("\0"))
        return { without: "a NUL character" };
    const tokens = python.match(TOKEN) ?? [];
    const multiline = /\(\?[a-zA-Z]*m/.test(python);
    const without = findFlag(python) ?? tokens.map(findRefused).find((reason) => reason !== null) ?? null;
    if (without !== null)
        return { without };
    return { pattern: tokens.map((token) => translateToken(token, multiline)).join("") };
}
function findFlag(python) {
    const flags = [...python.matchAll(/\(\?([a-zA-Z]+)[):-]/g)].map(([, letters]) => letters ?? "").join("");
    const refused = /[aLux]/.exec(flags)?.[0];
    return refused ? `the flag (?${refused}), which the engine does not have` : null;
}
function findRefused(token) {
    if (token.startsWith("[") && token.length > 1) {
        return /\\[WSN]/.test(token) ? "\\W, \\S or \\N inside a set, which the engine cannot say" : null;
    }
    return REFUSED.find(([shape]) => shape.test(token))?.[1] ?? null;
}
function translateToken(token, multiline) {
    if (token.startsWith("[") && token.length > 1)
        return translateSet(token);
    if (token.startsWith("(?#"))
        return "";
    if (token.startsWith("{,"))
        return `{0${token.slice(1)}`;
    if (token === "$" && multiline)
        return token;
    return REPLACED[token] ?? translateEscape(token);
}
function translateSet(token) {
    const [open = "[", inner = ""] = token.startsWith("[^")
        ? ["[^", token.slice(2, -1)]
        : ["[", token.slice(1, -1)];
    const parts = inner.match(/\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\[\s\S]|[\s\S]/gu) ?? [];
    return `${open}${parts.map((part) => REPLACED_IN_SET[part] ?? translateEscape(part)).join("")}]`;
}
function translateEscape(token) {
    if (/^\\[uU][0-9a-fA-F]{4,}$/.test(token))
        return `\\x{${token.slice(2)}}`;
    return /^\\[^\p{ASCII}]/u.test(token) ? token.slice(1) : token;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/expectations/src/type-names.js
/**
 * The names a column type goes by: DuckDB's, SQL's, Spark's, numpy's, pandas' and Python's.
 *
 * @module
 */
const INTEGERS = ["TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT"];
const UNSIGNED = ["UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT"];
const TIMESTAMPS = ["TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS"];
const ZONED = ["TIMESTAMP WITH TIME ZONE"];
/**
 * Which DuckDB types each name means. Unsized names (`int`, `INTEGER`, `float`) mean every width: text files have
 * none. Where two worlds clash (`int8` is one byte to numpy, eight to PostgreSQL) numpy's meaning holds.
 */
const MEANINGS = [
    [
        ["int", "integer", "long", "int_"],
        [...INTEGERS, ...UNSIGNED],
    ],
    [["tinyint", "int8", "bytetype"], ["TINYINT"]],
    [["smallint", "int2", "int16", "shorttype"], ["SMALLINT"]],
    [["int4", "int32", "integertype"], ["INTEGER"]],
    [["bigint", "int64", "longtype", "signed"], ["BIGINT"]],
    [["hugeint", "int128"], ["HUGEINT"]],
    [["utinyint", "uint8"], ["UTINYINT"]],
    [["usmallint", "uint16"], ["USMALLINT"]],
    [["uinteger", "uint32"], ["UINTEGER"]],
    [["ubigint", "uint64"], ["UBIGINT"]],
    [
        ["float", "float_"],
        ["FLOAT", "DOUBLE"],
    ],
    [["real", "float4", "float32", "floattype"], ["FLOAT"]],
    [["double", "double precision", "double_precision", "float8", "float64", "doubletype"], ["DOUBLE"]],
    [["decimal", "numeric", "decimaltype"], ["DECIMAL"]],
    [["bool", "boolean", "bool_", "logical", "booleantype"], ["BOOLEAN"]],
    [
        [
            "str",
            "string",
            "string_types",
            "object",
            "text",
            "varchar",
            "char",
            "bpchar",
            "nvarchar",
            "stringtype",
        ],
        ["VARCHAR"],
    ],
    [["bytes", "blob", "bytea", "binary", "varbinary", "binarytype"], ["BLOB"]],
    [["date", "datetype"], ["DATE"]],
    [["time"], ["TIME"]],
    [
        ["timestamp", "datetime", "timestamptype", "datetime64"],
        [...TIMESTAMPS, ...ZONED],
    ],
    [["datetime64[ns]"], TIMESTAMPS],
    [["datetime64[ns, utc]", "timestamptz", "timestamp with time zone"], ZONED],
    [["uuid"], ["UUID"]],
    [["list", "array", "arraytype"], ["LIST"]],
    [["dict", "struct", "structtype"], ["STRUCT"]],
    [["map", "maptype"], ["MAP"]],
];
const BY_NAME = new Map(MEANINGS.flatMap(([names, types]) => names.map((name) => [name, types])));
/** Every type name that is known, in lower case. */
const TYPE_NAMES = [...BY_NAME.keys()];
/**
 * Whether a name is that of a type; case and lengths do not matter.
 *
 * @example
 * isTypeName("VARCHAR(20)"); // => true
 * isTypeName("strng"); // => false
 */
function isTypeName(name) {
    return BY_NAME.has(baseOf(name));
}
/**
 * Whether a column's type goes by a name. The digits of a DECIMAL count when they are given.
 *
 * @example
 * isOfType("BIGINT", "int64"); // => true
 * isOfType("DECIMAL(10,2)", "numeric(12,2)"); // => false
 */
function isOfType(sqlType, name) {
    const observed = nestedType(sqlType.toUpperCase());
    const means = (BY_NAME.get(baseOf(name)) ?? []).includes(baseOf(observed).toUpperCase());
    const digits = digitsOf(name);
    return means && (digits === null || !observed.startsWith("DECIMAL") || digits === digitsOf(observed));
}
function nestedType(sqlType) {
    if (/\[\d*\]$/.test(sqlType))
        return "LIST";
    return /^(?:STRUCT|MAP)\b/.exec(sqlType)?.[0] ?? sqlType;
}
function baseOf(name) {
    return name
        .trim()
        .toLowerCase()
        .replace(/\s*\([^)]*\)$/, "");
}
function digitsOf(name) {
    return /\(([^)]*)\)$/.exec(name.trim())?.[1]?.replaceAll(" ", "") ?? null;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/expectations/src/kwarg-types.js



/** An argument that must be written. */
function required(type) {
    return { ...type, required: true, fallback: null };
}
/** An argument that is null when it is not written. */
function optional(type) {
    return { ...type, required: false, fallback: null };
}
/** An argument with a default. */
function defaulting(type, fallback) {
    return { ...type, required: false, fallback };
}
/** Whether reading failed. */
function isMisread(value) {
    return typeof value === "object" && value !== null && "wanted" in value;
}
/** The typed arguments of kwargs that {@link parseSuite} has accepted. */
function readKwargs(schema, written) {
    const read = Object.entries(schema).map(([name, kwarg]) => {
        const value = written[name] ?? null;
        return [name, value === null ? kwarg.fallback : kwarg.read(value)];
    });
    return Object.fromEntries(read);
}
function type(wanted, accepts) {
    return { read: (value) => accepts(value) ?? { wanted } };
}
function listOf(item, wanted) {
    return {
        read: (value) => {
            if (!Array.isArray(value))
                return { wanted };
            const items = value.map((each) => item.read(each));
            return items.find(isMisread) ?? items;
        },
    };
}
const kwarg_types_text = type("text", (value) => (typeof value === "string" ? value : undefined));
const flag = type("true or false", (value) => (typeof value === "boolean" ? value : undefined));
/** Beyond 2^53 a JSON number is no longer the number that was written. */
const number = type("a number of at most 2^53 in magnitude", (value) => typeof value === "number" && isExact(value) ? value : undefined);
const count = type("a whole number of at least 0", (value) => typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined);
const position = type("a whole number", (value) => typeof value === "number" && Number.isSafeInteger(value) ? value : undefined);
const fraction = type("a number from 0 to 1", (value) => typeof value === "number" && value >= 0 && value <= 1 ? value : undefined);
/** A number, or text: a date for columns of dates, else compared letter by letter. */
const bound = type("a number of at most 2^53 in magnitude, or text", (value) => typeof value === "string" || (typeof value === "number" && isExact(value)) ? value : undefined);
const columnNames = listOf(kwarg_types_text, "a list of column names");
/** Nulls in a set are dropped: a missing value is never a member. */
const valueSet = {
    read: (value) => {
        const wanted = "a list of numbers, a list of texts or a list of booleans";
        if (!Array.isArray(value))
            return { wanted };
        const members = value.filter((member) => member !== null);
        const kinds = new Set(members.map((member) => typeof member));
        const unusable = kinds.has("object") || members.some((member) => typeof member === "number" && !isExact(member));
        return unusable || kinds.size > 1 ? { wanted } : members;
    },
};
/** A Python regular expression; read as its translation to RE2. */
const regex = {
    read: (value) => {
        if (typeof value !== "string")
            return { wanted: "a regular expression as text" };
        const translated = translateRegex(value);
        return "pattern" in translated
            ? translated.pattern
            : { wanted: `a regular expression without ${translated.without}` };
    },
};
const typeName = {
    read: (value) => {
        if (typeof value === "string" && isTypeName(value))
            return value;
        const near = typeof value === "string" ? (0,gate_src/* nearestWord */.zZ)(value.toLowerCase(), TYPE_NAMES) : null;
        return { wanted: `the name of a type, such as ${near ?? "BIGINT, int64, LongType or str"}` };
    },
};
const typeNames = listOf(typeName, "a list of type names");
function isExact(value) {
    return (Number.isFinite(value) &&
        (Number.isSafeInteger(value) || !Number.isInteger(value) || Math.abs(value) >= 2 ** 63));
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/expectations/src/define.js



/** Ties the types of the arguments to the functions that use them, and forgets them for the table. */
function define_define(parts) {
    return {
        kwargs: parts.kwargs,
        boundsRows: parts.boundsRows ?? false,
        findFaults: (written) => parts.findFaults?.(readKwargs(parts.kwargs, written)) ?? [],
        ask: (written, table) => parts.ask(readKwargs(parts.kwargs, written), table),
    };
}
/** The question of a definition; what the table cannot answer becomes a question with that answer. */
function askDefinition(ask) {
    try {
        return ask();
    }
    catch (error) {
        if (error instanceof NotEvaluable)
            return { asks: {}, judge: () => raise(error.message, error.remedy) };
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/expectations/src/bounds.js
/**
 * Limits on one observed value, as Great Expectations' `between` family sets them.
 *
 * @module
 */

const strictness = { strict_min: defaulting(flag, false), strict_max: defaulting(flag, false) };
/** Limits that may be numbers, dates or texts. */
const betweenKwargs = { min_value: optional(bound), max_value: optional(bound), ...strictness };
/** Limits of one type only. */
function betweenOf(type) {
    return { min_value: optional(type), max_value: optional(type), ...strictness };
}
function boundsOf(kwargs) {
    return {
        min: kwargs.min_value,
        max: kwargs.max_value,
        strictMin: kwargs.strict_min,
        strictMax: kwargs.strict_max,
    };
}
/** What makes limits unusable: a minimum over the maximum, or a number beside a text. */
function findBoundFaults({ min_value: min, max_value: max }) {
    if (min === null || max === null)
        return [];
    if (typeof min !== typeof max)
        return ["min_value and max_value must both be numbers or both be texts."];
    return compareValues(min, max) > 0 ? ["min_value is larger than max_value."] : [];
}
/** As {@link findBoundFaults}; and limits that set no limit, which Great Expectations refuses for values of rows. */
function findRangeFaults(kwargs) {
    const none = kwargs.min_value === null && kwargs.max_value === null;
    return none ? ["One of min_value and max_value must be given."] : findBoundFaults(kwargs);
}
/** Whether a value lies within the limits; both sides are numbers, or both texts. */
function isWithin(value, bounds) {
    const { min, max, strictMin, strictMax } = bounds;
    const above = min === null || (strictMin ? compareValues(value, min) > 0 : compareValues(value, min) >= 0);
    const below = max === null || (strictMax ? compareValues(value, max) < 0 : compareValues(value, max) <= 0);
    return above && below;
}
/** Numbers by size, texts by code point, as Python and the engine order them; NaN when the two cannot be compared. */
function compareValues(left, right) {
    if (typeof left === "string" && typeof right === "string")
        return compareTexts([...left], [...right]);
    if (typeof left === "string" || typeof right === "string")
        return Number.NaN;
    if (left < right)
        return -1;
    return left > right ? 1 : left === right || Number(left) === Number(right) ? 0 : Number.NaN;
}
function compareTexts(left, right) {
    const differing = left.findIndex((letter, index) => letter !== right[index]);
    if (differing === -1)
        return left.length - right.length;
    return (left[differing]?.codePointAt(0) ?? -1) - (right[differing]?.codePointAt(0) ?? -1);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/expectations/src/value-question.js




/** The question behind a limited value. A missing or infinite value meets no limit, not even none. */
function askValue(rule) {
    return { asks: { value: rule.ask }, judge: ({ value }) => judgeValue(rule, value ?? null) };
}
function judgeValue(rule, answer) {
    const value = orderedOf(rule, answer);
    const observed = value === null ? null : observedOf(rule, value);
    const seen = observed === null ? "cannot be had, for lack of finite values" : `is ${tell(rule, observed)}`;
    return {
        success: value !== null && isWithin(value, rule.bounds),
        observed,
        counts: null,
        samples: [],
        exception: null,
        why: `${rule.subject} ${seen}; wanted: ${rule.wanted}.`,
        remedy: rule.remedy,
    };
}
function orderedOf(rule, answer) {
    if (typeof answer === "string" || typeof answer === "bigint")
        return answer;
    if (typeof answer !== "number")
        return null;
    if (rule.rounded)
        return roundExactly(answer);
    return Number.isFinite(answer) ? answer : null;
}
function observedOf(rule, value) {
    if (typeof value === "string")
        return value;
    return rule.kind === "time" ? tellInstant(value) : Number(value);
}
function tell(rule, observed) {
    return rule.tell && typeof observed === "number" ? rule.tell(observed) : tellValue(observed);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/expectations/src/aggregate-expectations.js
/**
 * Expectations about one aggregate of a column, as a table of data.
 *
 * @module
 */








const aggregate_expectations_REMEDY = "Compare the column with the data the limits were set on; if the change is meant, move the limits in the suite.";
/** Smallest and largest value: of numbers, dates or texts. The value is the data's own, so it is not rounded. */
function defineExtreme(aggregate, noun) {
    return define_define({
        kwargs: { column: required(kwarg_types_text), ...betweenKwargs },
        findFaults: findBoundFaults,
        ask: (kwargs, table) => {
            const column = findColumn(table, kwargs.column);
            const { kind } = comparable(column);
            const written = boundsOf(kwargs);
            return askValue({
                subject: `${tellName(column.name)}: the ${noun}`,
                ask: { of: "rows", sql: `${aggregate}(${operandOf(column)})` },
                kind,
                rounded: false,
                bounds: kind === "time" ? instantBounds(column, written) : sameKind(column, written),
                wanted: tellBounds(written),
                remedy: aggregate_expectations_REMEDY,
            });
        },
    });
}
/** Numbers of numbers. */
function defineMoment(write, noun) {
    return define_define({
        kwargs: { column: required(kwarg_types_text), ...betweenOf(number) },
        findFaults: findBoundFaults,
        ask: (kwargs, table) => {
            const column = findNumbers(table, kwargs.column);
            return askNumber(`${tellName(column.name)}: the ${noun}`, write(operandOf(column)), kwargs);
        },
    });
}
function askNumber(subject, sql, kwargs) {
    const bounds = boundsOf(kwargs);
    const ask = typeof sql === "string" ? { of: "rows", sql } : sql;
    return askValue({
        subject,
        ask,
        kind: "number",
        rounded: true,
        bounds,
        wanted: tellBounds(bounds),
        remedy: aggregate_expectations_REMEDY,
    });
}
/** Whole numbers stay whole; decimals become doubles, booleans 0 and 1. */
function operandOf(column) {
    const { kind, sql } = comparable(column);
    if (kind === "boolean")
        return `CAST(${sql} AS INTEGER)`;
    return kind === "number" && column.family !== "integer" ? `CAST(${sql} AS DOUBLE)` : sql;
}
function findNumbers(table, name) {
    const column = findColumn(table, name);
    const { kind } = comparable(column);
    if (kind === "number" || kind === "boolean")
        return column;
    throw new NotEvaluable(`The column ${tellName(name)} of type ${column.sqlType} holds no numbers.`, column);
}
function instantBounds(column, { min, max, ...strict }) {
    return { min: instantOf(column, min), max: instantOf(column, max), ...strict };
}
function instantOf(column, bound) {
    if (bound === null)
        return null;
    literal(column, bound);
    return parseInstant(`${bound}`);
}
/** The limits as they are, once they are known to be of the column's kind. */
function sameKind(column, bounds) {
    const numeric = comparable(column).kind !== "text";
    for (const bound of [bounds.min, bounds.max]) {
        if (bound !== null && numeric !== (typeof bound === "number"))
            literal(column, bound);
    }
    return bounds;
}
const AGGREGATE_EXPECTATIONS = {
    expect_column_min_to_be_between: defineExtreme("min", "smallest value"),
    expect_column_max_to_be_between: defineExtreme("max", "largest value"),
    expect_column_mean_to_be_between: defineMoment((sql) => `CAST(avg(${sql}) AS DOUBLE)`, "mean"),
    // pandas sums no values to 0, where SQL says NULL.
    expect_column_sum_to_be_between: defineMoment((sql) => `coalesce(sum(${sql}), 0)`, "sum"),
    expect_column_median_to_be_between: defineMoment((sql) => `CAST(median(${sql}) AS DOUBLE)`, "median"),
    expect_column_stdev_to_be_between: defineMoment((sql) => `CAST(stddev_samp(${sql}) AS DOUBLE)`, "standard deviation"),
    expect_column_unique_value_count_to_be_between: define_define({
        kwargs: { column: required(kwarg_types_text), ...betweenOf(count) },
        findFaults: findBoundFaults,
        ask: (kwargs, table) => {
            const key = (0,src/* presentValue */.p)(findColumn(table, kwargs.column));
            const subject = `${tellName(kwargs.column)}: the number of different values`;
            return askNumber(subject, { of: "groups", key, take: "distinct" }, kwargs);
        },
    }),
};

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/expectations/src/map-question.js



/** Unexpected rows by a SQL condition, which is never true for a missing value. */
function whereRows(column, condition) {
    return {
        count: { of: "rows", sql: "count(*)", where: condition },
        sample: { of: "first", value: (0,src/* quoteName */.AB)(column.name), where: condition },
    };
}
/** Rows whose value occurs more than once: every occurrence counts. */
function repeatedRows(column) {
    const key = (0,src/* presentValue */.p)(column);
    return { count: { of: "groups", key, take: "repeated" }, sample: { of: "groups", key, take: "sample" } };
}
/** The question behind a rule about rows. */
function askRows(rule) {
    return {
        asks: {
            elements: { of: "rows", sql: "count(*)" },
            present: { of: "rows", sql: `count(${(0,src/* presentValue */.p)(rule.column)})` },
            unexpected: rule.unexpected.count,
            sample: rule.unexpected.sample,
        },
        judge: (answers) => judgeRows(rule, answers),
    };
}
/** The question whether there is any value that cannot be evaluated for the reason given. */
function askWhetherVacuous(column, { message, remedy }) {
    return {
        asks: {
            elements: { of: "rows", sql: "count(*)" },
            present: { of: "rows", sql: `count(${(0,src/* presentValue */.p)(column)})` },
        },
        judge: (answers) => {
            if (countOf(answers["present"]) > 0)
                return raise(message, remedy);
            const elements = countOf(answers["elements"]);
            const counts = { elements, missing: elements, tested: 0, unexpected: 0 };
            const why = tellNothing(column);
            return { success: true, observed: null, counts, samples: [], exception: null, why, remedy };
        },
    };
}
function tellNothing(column) {
    return `${tellName(column.name)}: there is no value to test.`;
}
function judgeRows(rule, answers) {
    const elements = countOf(answers["elements"]);
    const present = countOf(answers["present"]);
    const tested = rule.testsMissing ? elements : present;
    const unexpected = countOf(answers["unexpected"]);
    const counts = { elements, missing: rule.testsMissing ? null : elements - present, tested, unexpected };
    const samples = (0,src/* readFirstRows */.uC)(answers["sample"] ?? null).map(({ row, value }) => ({
        row,
        value: plain(value),
    }));
    return {
        success: tested === 0 || (tested - unexpected) / tested >= rule.mostly,
        observed: null,
        counts,
        samples,
        exception: null,
        why: tellRows(rule, counts, samples[0]),
        remedy: rule.remedy,
    };
}
function tellRows(rule, counts, first) {
    const name = tellName(rule.column.name);
    if (counts.tested === 0)
        return tellNothing(rule.column);
    const share = `${tellCount(counts.unexpected)} of ${tellCount(counts.tested)}`;
    const noun = rule.testsMissing ? "rows" : "values";
    const fault = rule.fault[counts.unexpected === 1 ? 0 : 1];
    const shown = first ? `; the first is ${tellValue(first.value)} in row ${first.row}` : "";
    const wanted = rule.mostly === 1 ? "at most 0" : `at most ${tellShare(1 - rule.mostly)}`;
    return `${name}: ${share} ${noun} ${fault}${shown}. Wanted: ${wanted}.`;
}
/** A value of the data as JSON; what JSON cannot say becomes text. */
function plain(value) {
    if (typeof value === "bigint")
        return `${value}`;
    if (typeof value === "number" && !Number.isFinite(value))
        return `${value}`;
    if (value === null || typeof value !== "object")
        return value;
    if (Array.isArray(value))
        return value.map(plain);
    return Object.fromEntries(Object.entries(value).map(([field, member]) => [field, plain(member)]));
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/expectations/src/map-expectations.js
/**
 * Expectations about the values of a column, row by row, as a table of data.
 *
 * @module
 */







const about = { column: required(kwarg_types_text), mostly: defaulting(fraction, 1) };
/** A definition whose rule needs only its own arguments and the column. */
function defineRows(parts) {
    return define_define({
        ...parts,
        kwargs: { ...about, ...parts.kwargs },
        ask: (kwargs, table) => {
            const common = kwargs;
            const column = findColumn(table, common.column);
            return unlessVacuous(column, () => {
                const rule = parts.rule(kwargs, column);
                return askRows({ testsMissing: false, ...rule, column, mostly: common.mostly });
            });
        },
    });
}
/** Values of the wrong kind are no obstacle where there are none: a column of nothing but missing values. */
function unlessVacuous(column, ask) {
    try {
        return ask();
    }
    catch (error) {
        if (error instanceof NotEvaluable && error.column === column)
            return askWhetherVacuous(column, error);
        throw error;
    }
}
const FIX_ROWS = "Correct these rows at their source, or let the suite say what is right now";
/** SQL that holds for values outside the limits. */
function outside(sql, { min, max, strictMin, strictMax }, write) {
    const below = min === null ? [] : [`${sql} ${strictMin ? "<=" : "<"} ${write(min)}`];
    const above = max === null ? [] : [`${sql} ${strictMax ? ">=" : ">"} ${write(max)}`];
    return [...below, ...above].join(" OR ");
}
/** SQL that holds for members. */
function isMember(column, members) {
    const literals = members.map((member) => literal(column, member));
    return literals.length === 0 ? "FALSE" : `${comparable(column).sql} IN (${literals.join(", ")})`;
}
/** SQL for the number of code points, which is what Python counts. */
function lengthOf(column) {
    return `length(${textOf(column)})`;
}
function matches(column, pattern) {
    return `regexp_matches(${textOf(column)}, ${(0,src/* quoteText */.ol)(pattern)})`;
}
const MAP_EXPECTATIONS = {
    expect_column_values_to_not_be_null: defineRows({
        kwargs: {},
        rule: (_, column) => ({
            testsMissing: true,
            unexpected: whereRows(column, `${(0,src/* presentValue */.p)(column)} IS NULL`),
            fault: ["is missing", "are missing"],
            remedy: "Find out why the values are missing; allow a share of them with `mostly` if that is right.",
        }),
    }),
    expect_column_values_to_be_null: defineRows({
        kwargs: {},
        rule: (_, column) => ({
            testsMissing: true,
            unexpected: whereRows(column, `${(0,src/* presentValue */.p)(column)} IS NOT NULL`),
            fault: ["holds a value", "hold a value"],
            remedy: "Find out who fills this column now, or drop the expectation if it may hold values.",
        }),
    }),
    expect_column_values_to_be_unique: defineRows({
        kwargs: {},
        rule: (_, column) => ({
            unexpected: repeatedRows(column),
            fault: ["occurs more than once", "occur more than once"],
            remedy: "Remove the repeated rows, or look for a join or an append that doubled them.",
        }),
    }),
    expect_column_values_to_be_between: defineRows({
        kwargs: betweenKwargs,
        findFaults: findRangeFaults,
        rule: (kwargs, column) => {
            const bounds = boundsOf(kwargs);
            const condition = outside(comparable(column).sql, bounds, (bound) => literal(column, bound));
            return {
                unexpected: whereRows(column, condition),
                fault: faultOf(bounds),
                remedy: "Look at these rows: another unit, a code for missing values or a shifted column is the usual cause." +
                    " If the values are right, widen the limits in the suite.",
            };
        },
    }),
    expect_column_values_to_be_in_set: defineRows({
        kwargs: { value_set: required(valueSet) },
        rule: ({ value_set }, column) => ({
            unexpected: whereRows(column, `${(0,src/* presentValue */.p)(column)} IS NOT NULL AND NOT (${isMember(column, value_set)})`),
            fault: inSet(value_set, ["is not one of", "are not one of"]),
            remedy: `${FIX_ROWS}: add categories that are real to value_set.`,
        }),
    }),
    expect_column_values_to_not_be_in_set: defineRows({
        kwargs: { value_set: required(valueSet) },
        rule: ({ value_set }, column) => ({
            unexpected: whereRows(column, isMember(column, value_set)),
            fault: inSet(value_set, ["is one of", "are one of"]),
            remedy: `${FIX_ROWS}: take values that are allowed out of value_set.`,
        }),
    }),
    expect_column_value_lengths_to_equal: defineRows({
        kwargs: { value: required(count) },
        rule: ({ value }, column) => ({
            unexpected: whereRows(column, `${lengthOf(column)} <> ${value}`),
            fault: [`does not have ${value} characters`, `do not have ${value} characters`],
            remedy: `${FIX_ROWS}: lost leading zeros and cut texts are the usual causes.`,
        }),
    }),
    expect_column_value_lengths_to_be_between: defineRows({
        kwargs: betweenOf(count),
        findFaults: findRangeFaults,
        rule: (kwargs, column) => {
            const bounds = boundsOf(kwargs);
            const wanted = `a length of ${tellBounds(bounds)}`;
            return {
                unexpected: whereRows(column, outside(lengthOf(column), bounds, String)),
                fault: [`does not have ${wanted}`, `do not have ${wanted}`],
                remedy: `${FIX_ROWS}: lost leading zeros and cut texts are the usual causes.`,
            };
        },
    }),
    expect_column_values_to_match_regex: defineRows({
        kwargs: { regex: required(regex) },
        rule: (kwargs, column) => ({
            unexpected: whereRows(column, `NOT ${matches(column, kwargs.regex)}`),
            fault: ["does not match the pattern", "do not match the pattern"],
            remedy: `${FIX_ROWS}: change the pattern if these values are right.`,
        }),
    }),
    expect_column_values_to_not_match_regex: defineRows({
        kwargs: { regex: required(regex) },
        rule: (kwargs, column) => ({
            unexpected: whereRows(column, matches(column, kwargs.regex)),
            fault: ["matches the forbidden pattern", "match the forbidden pattern"],
            remedy: `${FIX_ROWS}: change the pattern if these values are right.`,
        }),
    }),
};
function faultOf(bounds) {
    const closed = bounds.min !== null && bounds.max !== null && !bounds.strictMin && !bounds.strictMax;
    const wanted = tellBounds(bounds);
    return closed
        ? [`lies outside ${wanted}`, `lie outside ${wanted}`]
        : [`is not ${wanted}`, `are not ${wanted}`];
}
function inSet(members, [one, many]) {
    const listed = members.length === 0 ? "an empty set" : tellList(members);
    return [`${one} ${listed}`, `${many} ${listed}`];
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/expectations/src/table-expectations.js







const limits = { min_value: optional(count), max_value: optional(count) };
const table_expectations_closed = { strict_min: false, strict_max: false };
function exactly(value) {
    return boundsOf({ min_value: value, max_value: value, ...table_expectations_closed });
}
/** A question that the list of columns answers, without any query. */
function answer(parts) {
    const remedy = "Restore the column's name, place or type at the source, or change the suite if the change is meant.";
    const evaluated = { counts: null, samples: [], exception: null, remedy, ...parts };
    return { asks: {}, judge: () => evaluated };
}
function answerColumnCount(table, bounds) {
    const observed = table.columns.length;
    const why = `The table has ${tellCount(observed)} columns; wanted: ${tellBounds(bounds)}.`;
    return answer({ success: isWithin(observed, bounds), observed, why });
}
function askRowCount(bounds) {
    return askValue({
        subject: "The number of rows",
        ask: { of: "rows", sql: "count(*)" },
        kind: "number",
        rounded: false,
        bounds,
        wanted: tellBounds(bounds),
        tell: tellCount,
        remedy: "Look for rows lost or doubled on the way, or move the limits in the suite if the size is right.",
    });
}
function answerType(table, name, types) {
    const { sqlType } = findColumn(table, name);
    const success = types.some((type) => isOfType(sqlType, type));
    const wanted = types.join(" or ");
    return answer({
        success,
        observed: sqlType,
        why: `${tellName(name)}: the type is ${sqlType}; wanted: ${wanted}.`,
    });
}
function answerPlace(table, name, index) {
    const names = table.columns.map((column) => column.name);
    const place = names.indexOf(name);
    const wanted = index === null || index >= 0 ? index : names.length + index;
    const seen = place === -1 ? "is not there" : `is column ${place}, counted from 0`;
    return answer({
        success: place !== -1 && (wanted === null || wanted === place),
        observed: null,
        why: `The column ${tellName(name)} ${seen}; wanted: ${index === null ? "anywhere" : `at ${index}`}.`,
    });
}
function answerOrder(table, wanted) {
    const names = table.columns.map((column) => column.name);
    const success = wanted.length === names.length && wanted.every((name, index) => name === names[index]);
    const place = wanted.findIndex((name, index) => name !== names[index]);
    const first = place === -1 ? wanted.length : place;
    const why = success
        ? "The columns are the listed ones in the listed order."
        : `Column ${first}, counted from 0, is ${nameAt(names, first)}; wanted: ${nameAt(wanted, first)}.`;
    return answer({ success, observed: names, why });
}
function nameAt(names, index) {
    const name = names[index];
    return name === undefined ? "none" : tellName(name);
}
function answerSet(table, wanted, exact) {
    const names = table.columns.map((column) => column.name);
    const missing = wanted.filter((name) => !names.includes(name));
    const unlisted = exact ? names.filter((name) => !wanted.includes(name)) : [];
    const success = missing.length === 0 && unlisted.length === 0;
    const faults = [
        ...(missing.length === 0 ? [] : [`Missing columns: ${tellList(missing)}.`]),
        ...(unlisted.length === 0 ? [] : [`Columns that the suite does not list: ${tellList(unlisted)}.`]),
    ];
    const mode = exact ? "exactly the listed columns" : "at least the listed columns";
    return answer({ success, observed: names, why: [...faults, `Wanted: ${mode}.`].join(" ") });
}
const typed = { column: required(kwarg_types_text), mostly: defaulting(fraction, 1) };
const TABLE_EXPECTATIONS = {
    expect_column_to_exist: define_define({
        kwargs: { column: required(kwarg_types_text), column_index: optional(position) },
        ask: ({ column, column_index }, table) => answerPlace(table, column, column_index),
    }),
    expect_table_column_count_to_equal: define_define({
        kwargs: { value: required(count) },
        ask: ({ value }, table) => answerColumnCount(table, exactly(value)),
    }),
    expect_table_column_count_to_be_between: define_define({
        kwargs: limits,
        findFaults: (kwargs) => findBoundFaults({ ...kwargs, ...table_expectations_closed }),
        ask: (kwargs, table) => answerColumnCount(table, boundsOf({ ...kwargs, ...table_expectations_closed })),
    }),
    expect_table_row_count_to_equal: define_define({
        kwargs: { value: required(count) },
        boundsRows: true,
        ask: ({ value }) => askRowCount(exactly(value)),
    }),
    expect_table_row_count_to_be_between: define_define({
        kwargs: limits,
        boundsRows: true,
        findFaults: (kwargs) => findBoundFaults({ ...kwargs, ...table_expectations_closed }),
        ask: (kwargs) => askRowCount(boundsOf({ ...kwargs, ...table_expectations_closed })),
    }),
    expect_table_columns_to_match_ordered_list: define_define({
        kwargs: { column_list: required(columnNames) },
        ask: ({ column_list }, table) => answerOrder(table, column_list),
    }),
    expect_table_columns_to_match_set: define_define({
        kwargs: { column_set: required(columnNames), exact_match: defaulting(flag, true) },
        ask: ({ column_set, exact_match }, table) => answerSet(table, column_set, exact_match),
    }),
    expect_column_values_to_be_of_type: define_define({
        kwargs: { ...typed, type_: required(typeName) },
        ask: ({ column, type_ }, table) => answerType(table, column, [type_]),
    }),
    expect_column_values_to_be_in_type_list: define_define({
        kwargs: { ...typed, type_list: required(typeNames) },
        ask: ({ column, type_list }, table) => answerType(table, column, type_list),
    }),
};

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/expectations/src/definitions.js
/**
 * Every expectation this version evaluates, and those it knows by name only.
 *
 * @module
 */



const DEFINITIONS = {
    ...TABLE_EXPECTATIONS,
    ...MAP_EXPECTATIONS,
    ...AGGREGATE_EXPECTATIONS,
};
/** The names of the expectations that are evaluated. */
const EXPECTATION_NAMES = Object.keys(DEFINITIONS);
/** The definition of an expectation by its name in lower case; null for any other name. */
function findDefinition(name) {
    return Object.hasOwn(DEFINITIONS, name) ? (DEFINITIONS[name] ?? null) : null;
}
/** Expectations of Great Expectations that are not evaluated yet: known, so that a message can say which it is. */
const UNEVALUATED_NAMES = new Set([
    "expect_column_values_to_match_regex_list",
    "expect_column_values_to_not_match_regex_list",
    "expect_column_values_to_match_like_pattern",
    "expect_column_values_to_not_match_like_pattern",
    "expect_column_values_to_match_like_pattern_list",
    "expect_column_values_to_not_match_like_pattern_list",
    "expect_column_values_to_match_strftime_format",
    "expect_column_values_to_be_dateutil_parseable",
    "expect_column_values_to_be_json_parseable",
    "expect_column_values_to_match_json_schema",
    "expect_column_values_to_be_increasing",
    "expect_column_values_to_be_decreasing",
    "expect_column_value_z_scores_to_be_less_than",
    "expect_column_values_to_not_be_outliers",
    "expect_column_pair_values_a_to_be_greater_than_b",
    "expect_column_pair_values_to_be_equal",
    "expect_column_pair_values_to_be_in_set",
    "expect_compound_columns_to_be_unique",
    "expect_select_column_values_to_be_unique_within_record",
    "expect_multicolumn_sum_to_equal",
    "expect_multicolumn_values_to_be_equal",
    "expect_multicolumn_values_to_be_unique",
    "expect_column_proportion_of_unique_values_to_be_between",
    "expect_column_proportion_of_non_null_values_to_be_between",
    "expect_column_most_common_value_to_be_in_set",
    "expect_column_distinct_values_to_be_in_set",
    "expect_column_distinct_values_to_contain_set",
    "expect_column_distinct_values_to_equal_set",
    "expect_column_quantile_values_to_be_between",
    "expect_column_kl_divergence_to_be_less_than",
    "expect_table_row_count_to_equal_other_table",
    "expect_query_results_to_match_comparison",
    "expect_column_type_to_be",
    "unexpected_rows_expectation",
]);

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/expectations/src/plan-suite.js
/**
 * From a suite and a table to the few statements that answer it.
 *
 * @module
 */



/** Asked of every table, so that one without rows is never taken for a good one. */
const ROW_COUNT = { of: "rows", sql: "count(*)" };
/**
 * Plans a suite: at most one scan of aggregates, samples included, and one grouped query per column whose values
 * are compared with each other. Expectations about what the table has not are answered without a query.
 *
 * @example
 * planSuite(parseSuite('{"expectations": [{"type": "expect_table_row_count_to_equal", "kwargs": {"value": 3}}]}', "s.json"), { from: "t", columns: [], rowNumber: "r" }).statements.length; // => 1
 */
function planSuite(suite, table) {
    const planned = suite.expectations.map((expectation) => ({
        expectation,
        question: planExpectation(expectation, table),
    }));
    const asks = planned.flatMap(({ question }) => Object.values(question.asks));
    return {
        table,
        planned,
        boundsRows: suite.expectations.some(({ name }) => findDefinition(name)?.boundsRows ?? false),
        statements: (0,src/* planStatements */.Gu)(table, [ROW_COUNT, ...asks]),
    };
}
function planExpectation({ name, kwargs }, table) {
    const definition = findDefinition(name);
    if (definition === null)
        throw new RangeError(`${name} was not parsed by parseSuite`);
    return askDefinition(() => definition.ask(kwargs, table));
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/expectations/src/judge-suite.js
/**
 * From a suite's answers to one finding per expectation.
 *
 * @module
 */







/**
 * Judges a suite. An expectation that met an exception is `not-evaluable`. A table without rows is
 * `inconclusive: no-rows`, whatever vacuously holds for it, unless the suite bounds the number of rows.
 *
 * @example
 * judgeSuite(planSuite(parseSuite('{"expectations": [{"type": "expect_table_row_count_to_equal", "kwargs": {"value": 3}}]}', "s.json"), { from: "t", columns: [], rowNumber: "r" }), new Map([["count(*)", { value: 3 }]]))[0].why; // => "The number of rows is 3; wanted: 3."
 */
function judgeSuite(plan, answers) {
    const ids = identifyExpectations(plan);
    const rows = answers.get((0,src/* askId */.TO)(ROW_COUNT));
    const empty = rows !== undefined && "value" in rows && countOf(rows.value) === 0;
    return evaluateSuite(plan, answers).flatMap((evaluated, index) => {
        const planned = plan.planned[index];
        if (planned === undefined)
            return [];
        const withoutRows = empty && !plan.boundsRows && !failsByShape(evaluated, planned.question.asks);
        return [
            judge(ids[index] ?? "", planned.expectation, withoutRows ? inconclusive(evaluated) : outcome(evaluated)),
        ];
    });
}
function judge(id, expectation, { evaluated, ...judged }) {
    const { name, kwargs, severity, source } = expectation;
    return (0,gate_src/* finding */.gk)({
        id,
        kind: "expectation",
        check: { type: name, kwargs },
        severity,
        source,
        ...judged,
        observed: judge_suite_observedOf(evaluated),
        effect: effectOf(evaluated),
        n: evaluated.counts?.tested ?? null,
        samples: judged.outcome === "pass" ? [] : evaluated.samples,
        why: evaluated.why,
        remedy: judged.outcome === "pass" ? null : evaluated.remedy,
    });
}
function outcome(evaluated) {
    const word = evaluated.success ? "pass" : evaluated.exception === null ? "fail" : "not-evaluable";
    return { outcome: word, reason: evaluated.exception === null ? null : "exception", evaluated };
}
function inconclusive(evaluated) {
    const remedy = "Find out why the data holds no rows; bound the row count in the suite if that may be.";
    const told = { ...evaluated, why: `The table has no rows. ${evaluated.why}`, remedy };
    return { outcome: "inconclusive", reason: "no-rows", evaluated: told };
}
/** A wrong column is wrong with or without rows. */
function failsByShape(evaluated, asks) {
    return !evaluated.success && (evaluated.exception !== null || Object.keys(asks).length === 0);
}
function judge_suite_observedOf({ counts, observed }) {
    if (counts !== null)
        return shareOf(counts);
    return typeof observed === "number" ? roundExactly(observed) : null;
}
function effectOf({ counts, observed }) {
    const none = { low: null, high: null, confidence: null };
    if (counts !== null)
        return { kind: "fraction", value: shareOf(counts), ...none };
    return typeof observed === "number" ? { kind: "value", value: roundExactly(observed), ...none } : null;
}
function shareOf({ unexpected, tested }) {
    return tested === 0 ? null : (0,gate_src/* roundJudged */.KH)(unexpected / tested);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/expectations/src/measure-suite.js



/**
 * The measurements of a validation report, schema `validation/1`.
 *
 * @example
 * measureSuite(planSuite(parseSuite('{"expectations": [{"type": "expect_table_row_count_to_equal", "kwargs": {"value": 3}}]}', "s.json"), { from: "t", columns: [], rowNumber: "r" }), new Map([["count(*)", { value: 3 }]]), 3).data.results[0].observed_value; // => 3
 */
function measureSuite(plan, answers, rows) {
    const ids = identifyExpectations(plan);
    const results = evaluateSuite(plan, answers).map((evaluated, index) => resultOf(ids[index] ?? "", evaluated));
    const columns = plan.table.columns.map(({ name, sqlType }) => ({ name, type: sqlType }));
    return { schema: "validation/1", data: { rows, columns, results } };
}
function resultOf(id, { success, observed, counts, exception }) {
    return {
        id,
        success,
        observed_value: typeof observed === "number" ? roundExactly(observed) : observed,
        element_count: counts?.elements ?? null,
        missing_count: counts?.missing ?? null,
        unexpected_count: counts?.unexpected ?? null,
        exception,
    };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/expectations/src/parse-expectation.js
/**
 * From one written expectation to a typed one, or to everything that is wrong with it.
 *
 * @module
 */



const LEGAL_KEYS = [
    ...["type", "expectation_type", "kwargs", "severity", "meta", "id", "notes", "description"],
    ...["ge_cloud_id", "expectation_context", "rendered_content", "windows"],
];
/** Settings of Great Expectations' own machinery, which change no result. */
const IGNORED_KWARGS = new Set([
    ...["result_format", "catch_exceptions", "include_config", "include_rendered_content", "meta", "windows"],
    ...["batch_id", "ge_cloud_id", "auto", "profiler_config"],
]);
/** Arguments that change what is judged and are not evaluated; null and false leave the result as it is. */
const UNEVALUATED_KWARGS = {
    row_condition: "Judging part of the rows is not supported yet.",
    condition_parser: "Judging part of the rows is not supported yet.",
    parse_strings_as_datetimes: "Reading texts as dates is not supported yet.",
    allow_cross_type_comparisons: "Comparing values of different types is not supported.",
};
const SEVERITIES = {
    critical: "block",
    block: "block",
    warning: "warn",
    warn: "warn",
    info: "info",
};
/** Whether a value is an object. */
function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** Reads one expectation; null when any problem was found, each of which is in `problems` then. */
function parseExpectation(written, keyPath, { source, problems }) {
    const before = problems.length;
    const complain = (place, message, remedy) => problems.push({ message, remedy, ...source.locate([...keyPath, ...place]) });
    if (!isObject(written)) {
        complain([], `${(0,gate_src/* quote */.hD)(written)} is no expectation.`, "Write an object with type and kwargs.");
        return null;
    }
    refuseKeys(written, LEGAL_KEYS, complain);
    const { name, definition } = findNamed(written, complain);
    const severity = readSeverity(written, complain);
    const kwargs = definition === null ? {} : readWrittenKwargs(written["kwargs"] ?? null, definition, complain);
    if (problems.length > before)
        return null;
    const { path, line } = source.locate(keyPath);
    const generation = written["type"] === undefined ? "0.18" : "1.x";
    return { name, generation, kwargs, severity, source: { path, line } };
}
/** Complains about every key that is not legal, naming the nearest one that is. */
function refuseKeys(written, legal, complain) {
    for (const key of Object.keys(written)) {
        if (!legal.includes(key))
            complain([key], `${(0,gate_src/* quote */.hD)(key)} is not a legal key here.`, suggest(key, legal));
    }
}
function suggest(typed, legal) {
    const near = (0,gate_src/* nearestWord */.zZ)(typed, legal);
    return near === null ? `Legal are: ${legal.join(", ")}.` : `Is ${near} meant?`;
}
function findNamed(written, complain) {
    const key = written["type"] === undefined ? "expectation_type" : "type";
    const typed = written[key];
    if (written["type"] !== undefined && written["expectation_type"] !== undefined) {
        complain(["expectation_type"], "type and expectation_type both name the expectation.", "Keep one of the two.");
    }
    if (typeof typed !== "string") {
        const seen = typed === undefined ? "The expectation has no type" : `The type is ${(0,gate_src/* quote */.hD)(typed)}`;
        complain(typed === undefined ? [] : [key], `${seen}; wanted: its name as text.`, `Name it in ${key}.`);
        return { name: "", definition: null };
    }
    const name = typed.toLowerCase();
    const definition = findDefinition(name);
    if (definition === null)
        complainOfName(typed, key, complain);
    return { name, definition };
}
function complainOfName(typed, key, complain) {
    if (UNEVALUATED_NAMES.has(typed.toLowerCase())) {
        const remedy = "Take it out of the suite until it is supported.";
        complain([key], `${typed} is not evaluated by this version.`, remedy);
        return;
    }
    const near = (0,gate_src/* nearestWord */.zZ)(typed.toLowerCase(), EXPECTATION_NAMES);
    const remedy = near === null ? "See Great Expectations' gallery for the names." : `Is ${near} meant?`;
    complain([key], `${(0,gate_src/* quote */.hD)(typed)} is the name of no expectation.`, remedy);
}
function readSeverity(written, complain) {
    const typed = written["severity"] ?? "critical";
    const severity = typeof typed === "string" && Object.hasOwn(SEVERITIES, typed) ? SEVERITIES[typed] : undefined;
    if (severity)
        return severity;
    complain(["severity"], `The severity is ${(0,gate_src/* quote */.hD)(typed)}.`, "Write critical, warning or info.");
    return "block";
}
function readWrittenKwargs(written, definition, complain) {
    if (!isObject(written)) {
        const keyPath = written === null ? [] : ["kwargs"];
        complain(keyPath, `The kwargs are ${(0,gate_src/* quote */.hD)(written)}; wanted: an object.`, "Write { … }, with column if it is about one.");
        return {};
    }
    let complaints = 0;
    const complainOf = (name, message, remedy) => {
        complaints += 1;
        complain(name === null || !Object.hasOwn(written, name) ? ["kwargs"] : ["kwargs", name], message, remedy);
    };
    const kept = Object.entries(written).filter(([name]) => !IGNORED_KWARGS.has(name));
    const known = kept.filter(([name, value]) => acceptName(name, value, { definition, complainOf }));
    for (const [name, kwarg] of Object.entries(definition.kwargs)) {
        if (kwarg.required && (written[name] ?? null) === null) {
            complainOf(name, `The argument ${name} is missing.`, `Write ${name} into kwargs.`);
        }
    }
    for (const [name, value] of known)
        readValue(name, value, { definition, complainOf });
    const kwargs = Object.fromEntries(known);
    if (complaints === 0) {
        for (const fault of definition.findFaults(kwargs))
            complainOf(null, fault, "Correct the limits.");
    }
    return kwargs;
}
function acceptName(name, value, { definition, complainOf }) {
    if (Object.hasOwn(definition.kwargs, name))
        return true;
    const unevaluated = Object.hasOwn(UNEVALUATED_KWARGS, name) ? UNEVALUATED_KWARGS[name] : undefined;
    if (unevaluated === undefined) {
        const legal = Object.keys(definition.kwargs);
        complainOf(name, `${(0,gate_src/* quote */.hD)(name)} is no argument of this expectation.`, suggest(name, legal));
    }
    else if (value !== null && value !== false) {
        complainOf(name, `${name} is ${(0,gate_src/* quote */.hD)(value)}. ${unevaluated}`, `Take ${name} out of the suite.`);
    }
    return false;
}
function readValue(name, value, { definition, complainOf }) {
    if (value === null)
        return;
    if (isObject(value) && Object.hasOwn(value, "$PARAMETER")) {
        complainOf(name, `${name} is the parameter ${(0,gate_src/* quote */.hD)(value["$PARAMETER"])}. Parameters are not supported yet.`, "Write the value itself.");
        return;
    }
    const read = definition.kwargs[name]?.read(value);
    if (!isMisread(read))
        return;
    // JSON has no word for the infinity that 1e999 is read as.
    const seen = typeof value === "number" ? `${value}` : (0,gate_src/* quote */.hD)(value);
    complainOf(name, `${name} is ${seen}; wanted: ${read.wanted}.`, `Correct ${name}.`);
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/expectations/src/suite-text.js
/**
 * The text of a suite, JSON or YAML, as a plain value that remembers on which line everything stands.
 *
 * @module
 */


const MAX_CHARACTERS = 8 << 20;
/** One broken bracket is followed by many more errors, none of which says more. */
const MAX_ERRORS = 20;
/** Reads the text; JSON is a subset of YAML 1.2 here. @throws InputError for text that is neither, and for keys that stand twice. */
function parseSuiteText(text, path) {
    if (text.length > MAX_CHARACTERS) {
        throw unreadable(path, `holds ${text.length} characters; at most ${MAX_CHARACTERS} are read`);
    }
    try {
        return readText(text, path);
    }
    catch (error) {
        if (error instanceof gate_src/* InputError */.dz)
            throw error;
        // Nesting deeper than the parser's stack ends here.
        throw unreadable(path, `cannot be read: ${(0,gate_src/* quote */.hD)(error instanceof Error ? error.message : error)}`);
    }
}
function unreadable(path, seen) {
    const remedy = "Write a suite as Great Expectations writes it, or split it into several.";
    return new gate_src/* InputError */.dz([{ message: `The suite ${seen}.`, remedy, path, line: 1, column: 1 }]);
}
function readText(text, path) {
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, prettyErrors: false, merge: false });
    const placeAt = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { path, line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const problems = document.errors.slice(0, MAX_ERRORS).map(({ code, message, pos }) => ({
        ...describe(code, message),
        ...placeAt(pos[0]),
    }));
    (0,dist/* visit */.YR)(document, {
        Alias: (_key, node) => {
            const message = `The alias *${node.source} stands for text written elsewhere; a suite must say what it means in place.`;
            problems.push({ message, remedy: "Write the value out.", ...placeAt(node.range?.[0] ?? 0) });
        },
    });
    if (problems.length > 0)
        throw new gate_src/* InputError */.dz(problems);
    return {
        value: document.toJS(),
        locate: (keyPath) => placeAt(offsetOf(document.contents, keyPath)),
    };
}
function describe(code, message) {
    return code === "DUPLICATE_KEY"
        ? { message: "The same key stands twice in one object.", remedy: "Keep one of the two." }
        : { message: `Neither JSON nor YAML: ${message}.`, remedy: "Correct the text here." };
}
function offsetOf(root, keyPath) {
    let node = root;
    let offset = startOf(root) ?? 0;
    for (const part of keyPath) {
        const pair = (0,dist/* isMap */.jh)(node) ? node.items.find(({ key }) => (0,dist/* isScalar */.jn)(key) && key.value === part) : null;
        const next = pair ? pair.value : (0,dist/* isNode */.Ll)(node) && "get" in node ? node.get(part, true) : null;
        offset = startOf(pair?.key) ?? startOf(next) ?? offset;
        node = next;
    }
    return offset;
}
function startOf(node) {
    return (0,dist/* isNode */.Ll)(node) ? (node.range?.[0] ?? null) : null;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/expectations/src/parse-suite.js
/**
 * From the text of a Great Expectations suite, of either generation, to a typed suite.
 *
 * @module
 */



const parse_suite_LEGAL_KEYS = [
    ...["name", "expectation_suite_name", "expectations", "meta", "notes", "id", "ge_cloud_id"],
    ...["data_asset_type", "suite_parameters", "evaluation_parameters"],
];
/**
 * Parses a suite: JSON, or the same as YAML. The generation is told by each expectation (`type` or
 * `expectation_type`), so a file may mix them. Nothing is skipped: what cannot be evaluated is a problem.
 *
 * @throws InputError with every problem, each at its line and column.
 *
 * @example
 * parseSuite('{"expectations": [{"type": "expect_column_to_exist", "kwargs": {"column": "age"}}]}', "s.json").expectations[0].name; // => "expect_column_to_exist"
 */
function parseSuite(text, path) {
    const source = parseSuiteText(text, path);
    const written = source.value;
    const problems = [];
    const complain = (keyPath, message, remedy) => {
        problems.push({ message, remedy, ...source.locate(keyPath) });
    };
    if (!isObject(written)) {
        complain([], `The suite is ${(0,gate_src/* quote */.hD)(written)}; wanted: an object.`, 'Write { "name": …, "expectations": […] }.');
        throw new gate_src/* InputError */.dz(problems);
    }
    refuseKeys(written, parse_suite_LEGAL_KEYS, complain);
    const listed = written["expectations"];
    if (!Array.isArray(listed) || listed.length === 0) {
        complain(["expectations"], "The suite has no expectations.", "List at least one under expectations.");
        throw new gate_src/* InputError */.dz(problems);
    }
    const expectations = listed.map((each, index) => parseExpectation(each, ["expectations", index], { source, problems }));
    if (problems.length > 0)
        throw new gate_src/* InputError */.dz(problems);
    const name = written["name"] ?? written["expectation_suite_name"];
    return {
        name: typeof name === "string" ? name : null,
        expectations: expectations.filter((each) => each !== null),
    };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/expectations/src/render-suite-summary.js
/**
 * A validation in one sentence.
 *
 * @module
 */


/**
 * How many expectations hold, and the most severe of those that do not.
 *
 * @example
 * renderSuiteSummary("training rows", [], 12); // => "training rows: all 0 expectations hold on 12 rows"
 */
function renderSuiteSummary(name, findings, rows) {
    const unmet = findings.filter(({ outcome }) => outcome !== "pass");
    const on = `on ${tellCount(rows)} rows`;
    const [worst] = unmet.toSorted((left, right) => gate_src/* SEVERITIES */.oC.indexOf(left.severity) - gate_src/* SEVERITIES */.oC.indexOf(right.severity));
    if (worst === undefined)
        return `${name}: all ${findings.length} expectations hold ${on}`;
    return `${name}: ${unmet.length} of ${findings.length} expectations do not hold ${on}; first: ${worst.why}`;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/expectations/src/index.js








// EXTERNAL MODULE: ./build/node_modules/@ml-gates/runner/src/index.js + 39 modules
var runner_src = __webpack_require__(83662);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/validate-data/src/inputs.js
/** `config`, `report-dir` and `token` are read by the host. */
const INPUTS = {
    data: { path: ["data", 0, "path"], as: "text" },
    suite: { path: ["data", 0, "suite"], as: "text" },
    checks: { path: ["data", 0, "checks"], as: "yaml" },
    inconclusive: { path: ["inconclusive"], as: "text" },
    engine: { path: ["engine"], as: "yaml" },
};

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/validate-data/src/query-suite.js


/** The answers to a plan. A statement that fails is halved until only what is guilty has failed. */
async function querySuite(engine, { table, statements }) {
    const answers = new Map();
    for (const statement of statements) {
        for (const [id, answer] of await queryStatement(engine, table, statement))
            answers.set(id, answer);
    }
    return answers;
}
async function queryStatement(engine, table, statement) {
    try {
        return (0,src/* readAnswers */.Mr)(statement, await engine.query(statement.sql));
    }
    catch (error) {
        if (!(error instanceof gate_src/* EvidenceError */.oe))
            throw error;
        const halves = (0,src/* halveStatement */.K_)(table, statement);
        if (halves.length === 0)
            return (0,src/* failAnswers */.M1)(statement, error.problems[0]?.message ?? error.message);
        const answers = [];
        for (const half of halves)
            answers.push(...(await queryStatement(engine, table, half)));
        return new Map(answers);
    }
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/validate-data/src/validate-data.js





const ID = "validate-data";
/** Judges every data section of the gate file by its suite, one report each. */
const validateData = {
    id: ID,
    inconclusive: "warn",
    run: async (host) => {
        const gate = await (0,runner_src/* readGate */.cw)(host, INPUTS);
        const suites = await readSuites(gate);
        const judgements = await validate(host, gate, suites);
        return { judgements, inconclusive: gate.file.inconclusive };
    },
};
/** Reads every suite before any data, so that the faults of all are told at once. */
async function readSuites({ file, readPolicyFile }) {
    if (file.data.length === 0)
        throw nothingToValidate();
    const keys = keysOf(file.data);
    const entries = [];
    const problems = [];
    for (const [index, section] of file.data.entries()) {
        try {
            entries.push({ section, key: keys[index] ?? "", ...(await readSuite(section, readPolicyFile)) });
        }
        catch (error) {
            if (!(error instanceof gate_src/* InputError */.dz))
                throw error;
            problems.push(...error.problems);
        }
    }
    if (problems.length > 0)
        throw new gate_src/* InputError */.dz(problems);
    return entries;
}
async function readSuite(section, readPolicyFile) {
    if (section.checks !== null)
        return { suite: parseChecks(section, section.checks), evidence: null };
    if (section.suite === null)
        throw nothingToValidate();
    const { path, text, digest } = await readPolicyFile(section.suite);
    const evidence = { role: "suite", uri: path, digest, version: null, rows: null };
    return { suite: parseSuite(text, path), evidence };
}
/** Checks of the gate file stand where their section stands; those of an input stand in no file. */
function parseChecks({ source }, checks) {
    try {
        return parseSuite(checks, "input checks");
    }
    catch (error) {
        if (!(error instanceof gate_src/* InputError */.dz) || source === null)
            throw error;
        throw new gate_src/* InputError */.dz(error.problems.map(({ message, remedy }) => ({ message, remedy, ...source })));
    }
}
async function validate(host, gate, entries) {
    const engine = await (0,runner_src/* openEngine */.F5)(host, gate.file.engine);
    try {
        const judgements = [];
        for (const entry of entries)
            judgements.push(await validateEntry(engine, gate, entry));
        return judgements;
    }
    finally {
        engine.close();
    }
}
async function validateEntry(engine, gate, entry) {
    const { section, suite } = entry;
    const { path, types, missing } = section;
    const table = await engine.open({ path, types, ...(missing === null ? {} : { missing }) });
    const plan = planSuite(suite, table);
    const answers = await querySuite(engine, plan);
    const findings = [...judgeMisfits(table.misfits, section.source), ...judgeSuite(plan, answers)];
    return {
        gate: { id: ID, key: entry.key, mode: null },
        summary: renderSuiteSummary(section.name, findings, table.rows),
        subject: gate.subject,
        policy: gate.policy,
        evidence: [dataEvidence(path, table), ...(entry.evidence === null ? [] : [entry.evidence])],
        findings: entry.evidence === null ? findings.map((each) => ({ ...each, source: section.source })) : findings,
        measurements: measureSuite(plan, answers, table.rows),
    };
}
function dataEvidence(uri, { digest, rows }) {
    return { role: "data", uri, digest, version: null, rows };
}
/** A report's file is named for its key, so two sections never share one. */
function keysOf(sections) {
    const keys = [];
    for (const { name } of sections) {
        const slug = name
            .toLowerCase()
            .replaceAll(/[^a-z0-9]+/g, "-")
            .replaceAll(/^-|-$/g, "")
            .slice(0, 60) || "data";
        let key = slug;
        for (let number = 2; keys.includes(key); number++)
            key = `${slug}-${number}`;
        keys.push(key);
    }
    return keys;
}
function nothingToValidate() {
    const message = "There is nothing to validate: no data with a suite or checks is named.";
    const remedy = "Add a `data` section to the gate file, or give the inputs `data` and `suite`.";
    return new gate_src/* InputError */.dz([{ message, remedy }]);
}


/***/ })

};
