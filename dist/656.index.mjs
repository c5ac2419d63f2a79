export const id = 656;
export const ids = [656];
export const modules = {

/***/ 92656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  validateData: () => (/* binding */ validateData)
});

// EXTERNAL MODULE: ./build/node_modules/@ml-gates/expectations/src/index.js + 107 modules
var src = __webpack_require__(75893);
// EXTERNAL MODULE: ./build/node_modules/@ml-gates/runner/src/index.js + 53 modules
var runner_src = __webpack_require__(19082);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/validate-data/src/diff-data.js

/** Columns that changed most are looked at for swaps; more would be too many pairs. */
const SWAP_CANDIDATES = 12;
/** Compares two opened tables. */
async function diffData(engine, versions) {
    const { base, candidate } = versions;
    const [before, now] = [await summarize(engine, base), await summarize(engine, candidate)];
    const key = await findKey(engine, versions, (0,src/* listKeys */.TH)(before, now));
    const match = key === null ? null : await matchRows(engine, versions, key);
    const codes = await compareCodes(engine, versions);
    const swaps = match === null ? [] : await findSwaps(engine, versions, match);
    return (0,src/* toDataDiff */.LI)({ base: before, candidate: now, match, swaps, codes });
}
async function queryRow(engine, sql) {
    return (await engine.query(sql))[0] ?? {};
}
async function summarize(engine, table) {
    return (0,src/* readSummaries */.$2)(table, await queryRow(engine, (0,src/* planSummaries */.yF)(table)));
}
async function findKey(engine, { base, candidate }, keys) {
    for (const key of keys) {
        const unique = await Promise.all([base, candidate].map((table) => queryRow(engine, (0,src/* planUnique */.z9)(table, key))));
        if (unique.every((row) => row["unique"] === true))
            return key;
    }
    return null;
}
async function matchRows(engine, versions, key) {
    const match = await queryRow(engine, (0,src/* planMatch */.JX)(versions, key));
    const shares = (0,src/* planShares */.uj)(versions, key, match);
    return (0,src/* readMatch */.iV)(versions, key, { ...match, ...(shares === null ? {} : await queryRow(engine, shares)) });
}
async function findSwaps(engine, versions, match) {
    const changed = match.columns
        .filter(({ same }) => same < 0.5)
        .slice(0, SWAP_CANDIDATES)
        .map(({ name }) => name);
    const pairs = changed.flatMap((one, index) => changed.slice(index + 1).map((other) => [one, other]));
    const sql = (0,src/* planSwaps */.cU)(versions, match.key, pairs);
    const row = sql === null ? {} : await queryRow(engine, sql);
    return pairs.map((columns, index) => ({
        columns,
        share: match.both === 0 ? 0 : Number(row[`swapped${index}`]) / match.both,
    }));
}
async function compareCodes(engine, { base, candidate }) {
    const [before, now] = await Promise.all([base, candidate].map((table) => queryCodes(engine, table)));
    return (now ?? []).map(({ column, code, count }) => ({
        column,
        code,
        candidate: count,
        base: before?.find((other) => other.column === column && other.code === code)?.count ?? 0,
    }));
}
async function queryCodes(engine, table) {
    const sql = (0,src/* planMissingCodes */.SI)(table);
    return sql === null ? [] : (0,src/* readMissingCodes */.Vn)(table, await engine.query(sql));
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/validate-data/src/compare-base.js


/** Null when no base is named, or when the named one is not there yet: the log then says so. */
async function compareBase(engine, { host, gate, section, table }) {
    const { base: source, types, missing, name } = section;
    if (source === null)
        return null;
    const fetched = await (0,runner_src/* fetchBaseline */.gX)(host, gate.file, { source, which: "predictions" });
    if ("absent" in fetched) {
        host.log(`${name}: nothing to compare with yet: ${fetched.absent}.`);
        return null;
    }
    const { path, uri, digest, version } = fetched;
    const base = await engine.open({ path, types, ...(missing === null ? {} : { missing }) });
    const diff = await diffData(engine, { base, candidate: table });
    return { diff, evidence: { role: "base", uri, digest, version, rows: base.rows } };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/validate-data/src/declare-tables.js
function declareTables(engine, sections) {
    const opened = new Map();
    const openSection = (section) => {
        const table = opened.get(section) ?? engine.open(sourceOf(section));
        opened.set(section, table);
        return table;
    };
    return {
        names: sections.map(({ name }) => name),
        openSection,
        draftSection: async (section) => opened.has(section) || section.base !== null ? null : engine.draft(sourceOf(section)),
        keepSection: (section, table) => opened.set(section, Promise.resolve(table)),
        open: (name) => {
            const section = sections.find((each) => each.name === name);
            if (section === undefined)
                throw new RangeError(`${name} is not declared`);
            return openSection(section);
        },
    };
}
function sourceOf({ path, types, missing }) {
    return { path, types, ...(missing === null ? {} : { missing }) };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/validate-data/src/inputs.js
/** `config`, `report-dir` and `token` are read by the host, `explain` by the action. */
const INPUTS = {
    data: { path: ["data", 0, "path"], as: "text" },
    suite: { path: ["data", 0, "suite"], as: "text" },
    checks: { path: ["data", 0, "checks"], as: "yaml" },
    parameters: { path: ["data", 0, "parameters"], as: "yaml" },
    unsupported: { path: ["data", 0, "unsupported"], as: "text" },
    "result-format": { path: ["data", 0, "result-format"], as: "text" },
    "result-path": { path: ["data", 0, "result-path"], as: "text" },
    "index-columns": { path: ["data", 0, "index-columns"], as: "list" },
    inconclusive: { path: ["inconclusive"], as: "text" },
    engine: { path: ["engine"], as: "yaml" },
};

// EXTERNAL MODULE: ./build/node_modules/@ml-gates/gate/src/index.js + 27 modules
var gate_src = __webpack_require__(87749);
// EXTERNAL MODULE: ./build/node_modules/@ml-gates/queries/src/index.js + 41 modules
var queries_src = __webpack_require__(21367);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/validate-data/src/write-result.js
/**
 * Writes a validation's result JSON where the user wants it.
 *
 * @module
 */




/**
 * Writes the JSON, making the folders on the way. A path that a gate file names must lie within the working
 * directory: a stranger's gate file chooses no other place.
 *
 * @throws EvidenceError when it cannot be written.
 */
async function writeResult(host, path, result) {
    const absolute = (0,runner_src/* resolvePath */.o1)(host, path);
    const given = (host.inputs["result-path"] ?? "") === path;
    if (!given && leaves((0,external_node_path_.relative)(host.directory, absolute)))
        throw outside(path);
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(absolute), { recursive: true });
        const folder = await (0,promises_.realpath)((0,external_node_path_.dirname)(absolute));
        if (!given && leaves((0,external_node_path_.relative)(await (0,promises_.realpath)(host.directory), folder)))
            throw outside(path);
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, (0,external_node_path_.basename)(absolute)), `${JSON.stringify(result, null, 2)}\n`);
    }
    catch (error) {
        if (error instanceof gate_src/* EvidenceError */.oe)
            throw error;
        const message = `The result cannot be written to ${(0,gate_src/* quote */.hD)(path)}: ${(0,gate_src/* quote */.hD)(error instanceof Error ? error.message : error)}.`;
        throw new gate_src/* EvidenceError */.oe([
            { message, remedy: "Let the job write there, or set `result-path` to another file." },
        ]);
    }
}
function leaves(path) {
    return path === ".." || path.startsWith("../") || path.startsWith("..\\") || (0,external_node_path_.isAbsolute)(path);
}
function outside(path) {
    const message = `The gate file's \`result-path\` is ${(0,gate_src/* quote */.hD)(path)}, which lies outside the working directory.`;
    return new gate_src/* EvidenceError */.oe([
        { message, remedy: "Name a file within it, or give the path as the input `result-path`." },
    ]);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/validate-data/src/keep-result.js





/** Writes the result JSON; does nothing when no path was given. */
async function keepResult(engine, queried) {
    const { host, section, suite, plan, answers } = queried;
    if (section.resultPath === null)
        return;
    const evaluated = (0,src/* evaluateSuite */.wA)(plan, answers);
    const valueCounts = await countValues(engine, queried, evaluated);
    const result = (0,src/* renderValidationResult */.Pu)(suite, evaluated, { ...factsOf(queried), valueCounts });
    await writeResult(host, section.resultPath, result);
}
/** A value that cannot be counted is none: the counts of the listed rows then stand, and say so. */
async function countValues(engine, { section, plan }, evaluated) {
    const counts = new Map();
    if (section.resultFormat === "BOOLEAN_ONLY" || section.resultFormat === "BASIC")
        return counts;
    for (const { index, sql } of (0,src/* planValueCounts */.P8)(plan, evaluated)) {
        try {
            counts.set(index, (0,queries_src/* readCounts */.ZQ)(await engine.query(sql)));
        }
        catch (error) {
            if (!(error instanceof gate_src/* EvidenceError */.oe))
                throw error;
        }
    }
    return counts;
}
function factsOf({ host, section, table }) {
    const { resultFormat, indexColumns, parameters, path, name } = section;
    return {
        format: resultFormat,
        columns: table.columns,
        indexColumns,
        parameters,
        run: {
            toolVersion: runner_src/* TOOL_VERSION */.wr,
            data: path,
            dataName: name,
            digest: table.digest,
            startedAt: host.now().toISOString(),
        },
    };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/validate-data/src/samples-later.js
/**
 * Counts first, then the samples of what was counted: a bounded arg-min costs about 20 ns a row and 2 ms a statement
 * even where it finds nothing, more than the count beside it.
 *
 * @module
 */

/** One scan: the aggregates that are asked for, and the counts that tell whether the rest has anything to find. */
function planCounts(table, asks) {
    return (0,queries_src/* planStatements */.Gu)(table, asks.flatMap((ask) => {
        if (ask.of === "rows")
            return [ask];
        if (ask.of === "first")
            return [countOf(ask)];
        return ask.of === "groups" && table.numbersDear === true ? [distinctOf(ask), presentOf(ask)] : [];
    }));
}
/** The answers that follow from the counts: no sample of nothing, and no repeated value where all are different. */
function answerUncounted(asks, counted) {
    const answers = new Map();
    for (const ask of asks) {
        const answer = ask.of === "first" ? firstOf(ask, counted) : ask.of === "groups" ? groupOf(ask, counted) : null;
        if (answer !== null)
            answers.set((0,queries_src/* askId */.TO)(ask), answer);
    }
    return answers;
}
function firstOf(ask, counted) {
    const count = counted.get((0,queries_src/* askId */.TO)(countOf(ask)));
    if (count === undefined || "failure" in count)
        return count ?? null;
    return Number(count.value) === 0 ? { value: null } : null;
}
function groupOf(ask, counted) {
    const distinct = counted.get((0,queries_src/* askId */.TO)(distinctOf(ask)));
    const present = counted.get((0,queries_src/* askId */.TO)(presentOf(ask)));
    if (distinct === undefined || "failure" in distinct)
        return null;
    if (ask.take === "distinct")
        return distinct;
    if (present === undefined || "failure" in present || present.value !== distinct.value)
        return null;
    return { value: ask.take === "sample" ? null : 0 };
}
function countOf({ where }) {
    return { of: "rows", sql: "count(*)", where };
}
function distinctOf({ key, where }) {
    return { of: "rows", sql: `count(DISTINCT ${key})`, ...(where === undefined ? {} : { where }) };
}
function presentOf({ key, where }) {
    return { of: "rows", sql: `count(${key})`, ...(where === undefined ? {} : { where }) };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/validate-data/src/answer-statements.js



/** The answers: first what one scan counts, then what the counts leave open, such as the rows that show a fault. */
async function answerStatements(engine, table, statements) {
    const asks = statements.flatMap((statement) => statement.asks);
    const counted = await answerEach(engine, table, planCounts(table, asks));
    return answerLater(engine, table, { statements, counted });
}
/** What the counts leave open. */
async function answerLater(engine, table, { statements, counted }) {
    const asks = statements.flatMap((statement) => statement.asks);
    const known = new Map([...counted, ...answerUncounted(asks, counted)]);
    const open = (0,queries_src/* planStatements */.Gu)(table, asks.filter((ask) => !known.has((0,queries_src/* askId */.TO)(ask))));
    await engine.prepare(open.map(({ sql }) => sql));
    for (const [id, answer] of await answerEach(engine, table, open))
        known.set(id, answer);
    return known;
}
async function answerEach(engine, table, statements) {
    const answers = new Map();
    for (const statement of statements) {
        for (const [id, answer] of await answerOne(engine, table, statement))
            answers.set(id, answer);
    }
    return answers;
}
async function answerOne(engine, table, statement) {
    try {
        return (0,queries_src/* readAnswers */.Mr)(statement, await engine.query(statement.sql));
    }
    catch (error) {
        if (!(error instanceof gate_src/* EvidenceError */.oe))
            throw error;
        const halves = (0,queries_src/* halveStatement */.K_)(table, statement);
        if (halves.length === 0)
            return (0,queries_src/* failAnswers */.M1)(statement, error.problems[0]?.message ?? error.message);
        return answerEach(engine, table, halves);
    }
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/validate-data/src/explain.js
const OWN = "the suite's own query";
/** Listens to an engine. The statements are told as they ran, those of a check that failed included. */
function explainStatements(engine, { from }) {
    const statements = [];
    const listening = {
        ...engine,
        get statements() {
            return engine.statements;
        },
        query: (sql) => {
            statements.push({ sql, scans: sql.split(from).length - 1 });
            return engine.query(sql);
        },
        queryUntrusted: (sql, scope) => {
            statements.push({ sql, scans: null });
            return engine.queryUntrusted(sql, scope);
        },
    };
    return {
        engine: listening,
        tell: () => {
            const total = statements.reduce((sum, { scans }) => sum + (scans ?? 0), 0);
            return [
                `${tellNumber(statements.length, "statement")}, ${tellNumber(total, "scan")} of the table:`,
                ...statements.map(({ sql, scans }) => `[${scans === null ? OWN : tellNumber(scans, "scan")}] ${sql};`),
            ];
        },
    };
}
function tellNumber(count, noun) {
    return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/validate-data/src/name-rows.js
/**
 * How the rows of a table are sampled for its result JSON.
 *
 * @module
 */

/** A complete result lists 200 rows, and values are counted over as many; a reviewer reads 20. */
const RESULT_ROWS = 200;
const FEW_ROWS = 20;
const FEW = ["BOOLEAN_ONLY", "BASIC"];
/** The table, sampled as the data section asks. @throws InputError for an index column that the table has not. */
function nameRows(table, section) {
    const { indexColumns, resultFormat, resultPath } = section;
    if (resultPath === null)
        return table;
    const names = indexColumns.flatMap((name) => table.columns.find((column) => column.name === name) ?? []);
    if (names.length < indexColumns.length)
        throw new gate_src/* InputError */.dz(findUnknown(table, section));
    return { ...table, sampling: { rows: FEW.includes(resultFormat) ? FEW_ROWS : RESULT_ROWS, names } };
}
function findUnknown({ columns }, { indexColumns, source }) {
    const known = columns.map(({ name }) => name);
    return indexColumns
        .filter((name) => !known.includes(name))
        .map((name) => {
        const near = (0,gate_src/* nearestWord */.zZ)(name, known.slice(0, 200));
        return {
            message: `The index column ${(0,gate_src/* quote */.hD)(name)} is not in the data.`,
            remedy: near === null ? "Name a column of the data." : `Is ${(0,gate_src/* quote */.hD)(near)} meant?`,
            ...source,
        };
    });
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/validate-data/src/query-apart.js

const TIME_LIMIT_SECONDS = 60;
/** The rows of a query; whatever is refused, fails or lasts too long is the failure of that query alone. */
async function queryApart(engine, ask, sight) {
    const unknown = ask.tables.find((name) => !sight.tables.names.includes(name));
    if (unknown !== undefined)
        return { failure: tellUnknown(unknown, sight.tables.names) };
    try {
        const tables = { batch: sight.batch };
        for (const name of namesIn(ask, sight.tables.names))
            tables[name] ??= await sight.tables.open(name);
        const rows = await engine.queryUntrusted(ask.sql, { tables, timeLimitSeconds: TIME_LIMIT_SECONDS });
        return { value: rows };
    }
    catch (error) {
        if (!(error instanceof gate_src/* EvidenceError */.oe))
            throw error;
        return { failure: error.problems[0]?.message ?? error.message };
    }
}
/** A table costs its reading, so only those are opened whose name stands in the query, whatever it means there. */
function namesIn({ sql, tables }, names) {
    const text = sql.toLowerCase();
    return names.filter((name) => tables.includes(name) || text.includes(name.toLowerCase()));
}
function tellUnknown(name, names) {
    const known = names.length === 0
        ? "none is declared"
        : `declared are ${names
            .slice(0, 20)
            .map((each) => (0,gate_src/* quote */.hD)(each))
            .join(", ")}`;
    return `There is no table ${(0,gate_src/* quote */.hD)(name)}: ${known} in the gate file's data.`;
}

// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(30714);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/validate-data/src/test-values.js
/**
 * Runs tests of single values in JavaScript, each under a time limit, so that no pattern can hang the gate.
 *
 * @module
 */



const LIMITS = { millisecondsPerValue: 1000, millisecondsPerTest: 60_000 };
/** Values tested between two looks at the clock. */
const BATCH = 1000;
/** The answer to a tested ask, out of the answer to the ask of its values. */
function testValues(test, values, limits = LIMITS) {
    if ("failure" in values)
        return values;
    try {
        return { value: tally(test, (0,queries_src/* readGroupValues */.m$)(values.value), limits) };
    }
    catch (error) {
        if (error instanceof TestFault)
            return { failure: error.message };
        throw error;
    }
}
/** Why a value could not be tested. */
class TestFault extends Error {
    name = "TestFault";
}
function tally(test, groups, limits) {
    const clock = startClock(limits);
    const isUnexpected = within(clock, null, () => test.compile());
    // By place, because a batch can be ended between any two steps and is then taken up again.
    const found = new Set();
    let next = 0;
    let slow = null;
    while (next < groups.length) {
        // After a batch that took too long its unfinished value is tried alone, with all the time a value has.
        const end = slow === null ? Math.min(next + BATCH, groups.length) : next + 1;
        const runBatch = () => {
            for (; next < end; next++) {
                const group = groups[next];
                if (group !== undefined && isUnexpected(group.value))
                    found.add(next);
            }
        };
        const finished = attempt(clock, () => groups[next] ?? null, runBatch);
        if (!finished && slow !== null)
            throw tooSlow(slow, limits);
        slow = finished ? null : (groups[next] ?? null);
    }
    const unexpected = groups.filter((_, index) => found.has(index));
    return {
        unexpected: unexpected.reduce((sum, { count }) => sum + count, 0),
        values: unexpected.slice(0, queries_src/* MOST_TESTED_VALUES */.FK).map(({ value }) => value),
    };
}
function startClock(limits) {
    return { limits, started: performance.now() };
}
const CALL = new external_node_vm_.Script("run()");
/** Runs work under the limit of one value; false when it was ended. */
function attempt({ limits, started }, current, work) {
    if (performance.now() - started > limits.millisecondsPerTest) {
        throw new TestFault(`testing the values took longer than ${limits.millisecondsPerTest / 1000} seconds in all`);
    }
    const context = (0,external_node_vm_.createContext)({ run: work });
    try {
        CALL.runInContext(context, { timeout: limits.millisecondsPerValue });
        return true;
    }
    catch (error) {
        if (isTimeout(error))
            return false;
        throw new TestFault(tellFault(error, current()));
    }
}
function within(clock, group, work) {
    const done = [];
    const finished = attempt(clock, () => group, () => void done.push(work()));
    const [result] = done;
    if (!finished || result === undefined)
        throw new TestFault("the test itself could not be made in time");
    return result;
}
/** The error may be one of another realm, which is no instance of this one's Error. */
function isTimeout(error) {
    return isThing(error) && error["code"] === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}
function isThing(value) {
    return typeof value === "object" && value !== null;
}
function tellFault(error, group) {
    const reason = isThing(error) ? `${error["message"]}` : `${error}`;
    return group === null ? reason : `${reason}: ${tellGroup(group)}`;
}
function tooSlow(group, { millisecondsPerValue }) {
    return new TestFault(`testing a value took longer than ${millisecondsPerValue / 1000} s: ${tellGroup(group)}`);
}
function tellGroup({ value, firstRow }) {
    return `${(0,gate_src/* quote */.hD)(`${value}`)} in row ${firstRow}`;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/validate-data/src/query-suite.js





/** The answers to a plan, round by round. */
async function querySuite(engine, plan, sight = null) {
    const answers = await answerStatements(engine, plan.table, plan.statements);
    return continueSuite(engine, plan, { sight, answers });
}
/** The answers to a plan whose first round has been run. */
async function continueSuite(engine, plan, { sight, answers: first }) {
    const answers = new Map(first);
    for (;;) {
        const apart = (0,src/* planApart */.Ud)(plan, answers);
        for (const ask of apart)
            answers.set((0,queries_src/* askId */.TO)(ask), await answerApart(ask, answers, { engine, sight }));
        const statements = (0,src/* planNext */.n)(plan, answers);
        if (statements.length === 0 && apart.length === 0)
            return answers;
        for (const [id, answer] of await answerStatements(engine, plan.table, statements))
            answers.set(id, answer);
    }
}
async function answerApart(ask, answers, { engine, sight }) {
    if (ask.of === "tested")
        return testValues(ask.test, answers.get((0,queries_src/* askId */.TO)((0,queries_src/* valuesFor */.Ec)(ask))) ?? NOT_FETCHED);
    return sight === null ? NO_QUERIES : queryApart(engine, ask, sight);
}
const NO_QUERIES = { failure: "Queries of the suite are not run here." };
const NOT_FETCHED = { failure: "The values were not fetched." };

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/validate-data/src/query-section.js








/** One scan both proves a large text file's types and answers the suite; whatever goes wrong there is told by opening. */
async function querySection(asking) {
    const { engine, tables, section, suite } = asking;
    const drafted = await queryDraft(asking);
    const table = nameRows(drafted?.table ?? (await tables.openSection(section)), section);
    const plan = drafted?.plan ?? (0,src/* planSuite */.Y0)(suite, table);
    const explanation = drafted?.explanation ?? explainStatements(engine, table);
    const sight = { batch: table, tables };
    const answers = drafted === null
        ? await querySuite(explanation.engine, plan, sight)
        : await continueSuite(explanation.engine, plan, { sight, answers: drafted.answers });
    return { table, plan, answers, explanation };
}
async function queryDraft(asking) {
    let draft = await asking.tables.draftSection(asking.section);
    while (draft !== null) {
        const plan = (0,src/* planSuite */.Y0)(asking.suite, nameRows(draft.table, asking.section));
        const explanation = explainStatements(asking.engine, draft.table);
        const answers = await answerDraft(explanation.engine, plan, draft);
        const settled = answers === null ? null : await draft.settle(readChecks(draft, answers));
        if (answers === null || settled === null)
            return null;
        if ("digest" in settled) {
            asking.tables.keepSection(asking.section, settled);
            return { table: settled, plan, answers, explanation };
        }
        draft = settled;
    }
    return null;
}
/** Null when the scan fails: opening the file then says whether the file or a check is at fault. */
async function answerDraft(engine, plan, draft) {
    const { table, statements } = plan;
    const asks = [...statements.flatMap((statement) => statement.asks), ...checksOf(draft)];
    try {
        const counted = new Map();
        for (const scan of planCounts(table, asks)) {
            for (const [id, answer] of (0,queries_src/* readAnswers */.Mr)(scan, await engine.query(scan.sql)))
                counted.set(id, answer);
        }
        return await answerLater(engine, table, { statements, counted });
    }
    catch (error) {
        if (error instanceof gate_src/* EvidenceError */.oe)
            return null;
        throw error;
    }
}
function checksOf({ checks }) {
    return checks.map((sql) => ({ of: "rows", sql }));
}
function readChecks(draft, answers) {
    return checksOf(draft).map((ask) => {
        const answer = answers.get((0,queries_src/* askId */.TO)(ask));
        return answer === undefined || "failure" in answer ? null : answer.value;
    });
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/validate-data/src/read-suites.js
/**
 * The suites of all data sections, read and parsed before any data.
 *
 * @module
 */



/** Reads every suite before any data, so that the faults of all are told at once. */
async function readSuites({ file, readPolicyFile }, now) {
    if (file.data.length === 0)
        throw nothingToValidate();
    const keys = keysOf(file.data);
    const entries = [];
    const problems = [];
    for (const [index, section] of file.data.entries()) {
        try {
            const options = { ...optionsOf(section), now: now.getTime() };
            const read = await readSuite(section, options, readPolicyFile);
            entries.push({ section, key: keys[index] ?? "", ...read });
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
async function readSuite(section, options, readPolicyFile) {
    if (section.checks !== null)
        return { suite: parseChecks(section.checks, options, section), evidence: null };
    if (section.suite === null)
        throw nothingToValidate();
    const { path, text, digest } = await readPolicyFile(section.suite);
    const evidence = { role: "suite", uri: path, digest, version: null, rows: null };
    return { suite: (0,src/* parseSuite */.El)(text, path, options), evidence };
}
/** A file that describes several tables names them by the section's name, or by the data file's. */
function optionsOf({ name, path, parameters, unsupported }) {
    const file = (0,external_node_path_.basename)(path).replace(/\..*$/, "");
    return { parameters, unsupported, tables: [...new Set([name, file])] };
}
/** Checks of the gate file stand where their section stands; those of an input stand in no file. */
function parseChecks(checks, options, { source }) {
    try {
        return (0,src/* parseSuite */.El)(checks, "input checks", options);
    }
    catch (error) {
        if (!(error instanceof gate_src/* InputError */.dz) || source === null)
            throw error;
        throw new gate_src/* InputError */.dz(error.problems.map(({ message, remedy }) => ({ message, remedy, ...source })));
    }
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/validate-data/src/watch-scan.js
/**
 * Shows how far a long scan has come, where somebody watches.
 *
 * @module
 */


const PERIOD_MILLISECONDS = 500;
/** Runs work on one table and meanwhile shows a line; what takes less than half a second shows none. */
async function watchScan({ host, engine, section }, work) {
    if (host.showProgress === undefined)
        return work();
    const size = (0,external_node_fs_.statSync)((0,external_node_path_.resolve)(host.directory, section.path), { throwIfNoEntry: false });
    const watched = { name: section.name, bytes: size?.isFile() ? size.size : null };
    let start = { percent: 0, at: performance.now() };
    const timer = setInterval(() => {
        const progress = engine.progress();
        if (progress === null)
            return;
        // A smaller share belongs to the next statement.
        if (progress.percent < start.percent)
            start = { percent: 0, at: performance.now() };
        start = { ...start, percent: progress.percent };
        host.showProgress?.(renderProgress(watched, progress, (performance.now() - start.at) / 1000));
    }, PERIOD_MILLISECONDS);
    try {
        return await work();
    }
    finally {
        clearInterval(timer);
        host.showProgress("");
    }
}
/** Such as `people: 42 %, 4,200,000 rows, 310 MB/s`. */
function renderProgress({ name, bytes }, { percent, rows }, seconds) {
    const share = Math.floor(percent);
    const speed = bytes === null || seconds === 0 ? [] : [`${Math.round((bytes * percent) / 100 / seconds / 1e6)} MB/s`];
    return [`${name}: ${share} %`, `${rows.toLocaleString("en-US")} rows`, ...speed].join(", ");
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/validate-data/src/validate-data.js









const ID = "validate-data";
/** Judges every data section of the gate file by its suite, one report each. */
const validateData = {
    id: ID,
    inconclusive: "warn",
    run: async (host) => {
        const gate = await (0,runner_src/* readGate */.cw)(host, INPUTS);
        const suites = await readSuites(gate, host.now());
        const judgements = await validate(host, gate, suites);
        return { judgements, inconclusive: gate.file.inconclusive, rules: gate.file };
    },
};
async function validate(host, gate, entries) {
    const engine = await (0,runner_src/* openEngine */.F5)(host, gate.file.engine);
    try {
        const judgements = [];
        const tables = declareTables(engine, gate.file.data);
        for (const entry of entries)
            judgements.push(await validateEntry({ host, gate, engine, tables }, entry));
        return judgements;
    }
    finally {
        engine.close();
    }
}
async function validateEntry({ host, gate, engine, tables }, entry) {
    const { section, suite } = entry;
    const { path } = section;
    const { table, plan, answers, explanation } = await watchScan({ host, engine, section }, () => querySection({ engine, tables, section, suite }));
    await keepResult(explanation.engine, { host, section, table, suite, plan, answers });
    if (host.inputs["explain"] === "true")
        for (const line of explanation.tell())
            host.log(line);
    const base = await compareBase(engine, { host, gate, section, table });
    const findings = [...(0,src/* judgeMisfits */.t$)(table.misfits, section.source), ...(0,src/* judgeSuite */.CA)(plan, answers)];
    return {
        gate: { id: ID, key: entry.key, mode: null },
        summary: (0,src/* renderSuiteSummary */.jx)(section.name, findings, table.rows) + tellChange(base),
        subject: gate.subject,
        policy: gate.policy,
        evidence: [dataEvidence(path, table), base?.evidence, entry.evidence].filter((each) => each != null),
        findings: entry.evidence === null ? findings.map((each) => ({ ...each, source: section.source })) : findings,
        measurements: withDiff((0,src/* measureSuite */.bt)(plan, answers, table.rows), base),
    };
}
/** What explains a failure best is often what changed. */
function tellChange(base) {
    const [cause] = base?.diff.causes ?? [];
    return cause === undefined ? "" : `; since its base: ${cause.why}`;
}
function withDiff({ schema, data }, base) {
    return { schema, data: base === null ? data : { ...data, diff: { ...base.diff } } };
}
function dataEvidence(uri, { digest, rows }) {
    return { role: "data", uri, digest, version: null, rows };
}


/***/ })

};
