export const id = 937;
export const ids = [937];
export const modules = {

/***/ 71937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCompare: () => (/* binding */ runCompare)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/node_modules/@ml-gates/gate/src/index.js + 27 modules
var src = __webpack_require__(87749);
// EXTERNAL MODULE: ./build/node_modules/@ml-gates/runner/src/index.js + 53 modules
var runner_src = __webpack_require__(19082);
// EXTERNAL MODULE: ./build/node_modules/@ml-gates/cli/src/actions.js
var actions = __webpack_require__(83983);
// EXTERNAL MODULE: ./build/node_modules/@ml-gates/metrics/src/index.js + 72 modules
var metrics_src = __webpack_require__(24651);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/cli/src/compare/compare-metrics.js
/**
 * Two metrics files, compared by the judge of compare-models.
 *
 * @module
 */


/** Every number of either file: judged when its direction is known, and told otherwise. */
async function planMetrics(host, { baseline, candidate }) {
    const [before, after] = await Promise.all([baseline, candidate].map(async (path) => (0,metrics_src/* parseMetrics */.Bm)((await (0,runner_src/* readTextFile */.Gu)(host, path)).text, path).values));
    const names = [...(before?.keys() ?? [])].filter((name) => after?.has(name));
    const judged = names.filter((name) => (0,metrics_src/* directionOf */.FR)(name) !== null);
    const open = names.filter((name) => (0,metrics_src/* directionOf */.FR)(name) === null);
    const alone = [
        ...[...(before?.keys() ?? [])]
            .filter((name) => !after?.has(name))
            .map((name) => `${name}  is in a only.`),
        ...[...(after?.keys() ?? [])]
            .filter((name) => !before?.has(name))
            .map((name) => `${name}  is in b only.`),
    ];
    const told = open.map((name) => `${name}  ${before?.get(name)} → ${after?.get(name)}: whether higher or lower is better is not known.`);
    const checks = judged.map((metric) => ({ metric, "max-drop": 0 }));
    return {
        inputs: checks.length === 0 ? null : { baseline, candidate, checks: JSON.stringify(checks) },
        told: [...told, ...alone],
    };
}

// EXTERNAL MODULE: ./build/node_modules/@ml-gates/queries/src/index.js + 41 modules
var queries_src = __webpack_require__(21367);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./build/node_modules/@ml-gates/cli/src/default-engine.js
var default_engine = __webpack_require__(89640);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/cli/src/compare/guess-columns.js
/**
 * Which columns of two predictions files mean what, by their names and their values. What is not plain is asked.
 *
 * @module
 */

/** Names in use in public notebooks and tools, lower case, without `_`, `-`, `.` and blanks; the surest first. */
const NAMES = {
    key: ["key", "id", "rowid", "exampleid", "sampleid", "index", "uid", "uuid", "idx", "unnamed:0"],
    label: ["label", "ytrue", "target", "truth", "groundtruth", "gold", "actual", "y", "class"],
    prediction: ["prediction", "ypred", "pred", "predicted", "predictedlabel", "decision", "output", "p"],
    score: ["score", "yscore", "yprob", "probability", "proba", "prob", "confidence", "ypredproba", "s"],
};
/**
 * The columns of each role; what the user said stands. A name of the table that one column alone has is taken; a key
 * may also be the only column with a value of its own in every row.
 *
 * @returns the columns, or a question for every role that cannot be told, with the columns that it may be.
 *
 * @example
 * guessColumns([{ name: "id", isNumber: true, isUnique: true }, { name: "y_true", isNumber: true, isUnique: false }, { name: "y_pred", isNumber: true, isUnique: false }], {}); // => { columns: { key: "id", label: "y_true", prediction: "y_pred" } }
 */
function guessColumns(seen, said) {
    const taken = new Map();
    for (const role of ["label", "prediction", "score", "key"]) {
        const written = said[role];
        const free = seen.filter(({ name }) => ![...taken.values(), ...Object.values(said)].includes(name));
        const found = typeof written === "string" ? written : (findByName(role, free) ?? findOnly(role, free));
        if (found !== null)
            taken.set(role, found);
    }
    const [key, label] = [taken.get("key"), taken.get("label")];
    const [prediction, score] = [taken.get("prediction"), taken.get("score")];
    if (key === undefined || label === undefined || (prediction ?? score) === undefined) {
        return { problems: askRoles(seen, taken) };
    }
    return {
        columns: {
            key,
            label,
            ...(prediction === undefined ? {} : { prediction }),
            ...(score === undefined ? {} : { score }),
        },
    };
}
function findByName(role, seen) {
    for (const word of NAMES[role]) {
        const [first, ...others] = seen.filter((column) => plain(column.name) === word && fits(role, column));
        if (first !== undefined)
            return others.length === 0 ? first.name : null;
    }
    return null;
}
function findOnly(role, seen) {
    const [only, ...others] = role === "key" ? seen.filter((column) => fits(role, column)) : [];
    return only === undefined || others.length > 0 ? null : only.name;
}
function fits(role, { isNumber, isUnique }) {
    if (role === "key")
        return isUnique;
    return role === "score" ? isNumber : true;
}
function plain(name) {
    return name.toLowerCase().replaceAll(/[_\-. ]/g, "");
}
/** One question a role, with the columns that are left for it. */
function askRoles(seen, taken) {
    const free = seen.filter(({ name }) => ![...taken.values()].includes(name));
    const open = ["key", "label"].filter((role) => !taken.has(role));
    const needsOutput = !taken.has("prediction") && !taken.has("score");
    return [...open, ...(needsOutput ? ["prediction"] : [])].map((role) => {
        const candidates = free.filter((column) => fits(role, column)).map(({ name }) => (0,src/* quote */.hD)(name));
        const what = role === "prediction" ? "`prediction` (the decision) or `score`" : `\`${role}\``;
        const told = candidates.length === 0
            ? "no column of both files could be it"
            : `it could be ${candidates.slice(0, 20).join(", ")}`;
        const found = [...taken].map(([known, name]) => `${known}: ${name}, `).join("");
        return {
            message: `Which column is the ${what} cannot be told by its name: ${told}.`,
            remedy: `Say it: \`--columns "{ ${found}${role}: <column> }"\`.`,
        };
    });
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/cli/src/compare/compare-predictions.js
/**
 * Two predictions files, compared by the judge of compare-models.
 *
 * @module
 */






/** The inputs of compare-models that stand for two predictions files. @throws InputError with a question for what cannot be told. */
async function planPredictions(host, { baseline, candidate }) {
    const said = readColumns(host.inputs["columns"] ?? "");
    const engine = await (0,runner_src/* openEngine */.F5)(host, default_engine/* DEFAULT_ENGINE */.T);
    try {
        const tables = [await engine.open({ path: baseline }), await engine.open({ path: candidate })];
        const [first, second] = tables;
        const common = (second?.columns ?? []).filter(({ name }) => first?.columns.some((column) => column.name === name) ?? false);
        const counts = await Promise.all(tables.map(async ({ from, rows }) => ({
            rows,
            row: (await engine.query(countDistinct(from, common)))[0] ?? {},
        })));
        const seen = common.map(({ name, family }, index) => ({
            name,
            isNumber: family === "integer" || family === "float",
            isUnique: counts.every(({ rows, row }) => Number(row[`u${index}`]) === rows),
        }));
        const guessed = guessColumns(seen, said);
        if ("problems" in guessed)
            throw new src/* InputError */.dz(guessed.problems);
        const label = common.find(({ name }) => name === guessed.columns.label);
        const labels = label === undefined || second === undefined ? [] : await engine.query(listLabels(second.from, label));
        const positive = said["positive"] ??
            findPositive(guessed.columns, labels.map(({ y }) => String(y)));
        return planChecks(baseline, candidate, { ...guessed.columns, positive });
    }
    finally {
        engine.close();
    }
}
function readColumns(written) {
    const value = written.trim() === "" ? {} : (0,dist/* parse */.qg)(written);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
        return value;
    const message = `--columns is ${(0,src/* quote */.hD)(written)}: wanted a YAML map.`;
    throw new src/* InputError */.dz([{ message, remedy: 'Write it as `--columns "{ key: id, label: y }"`.' }]);
}
function countDistinct(from, columns) {
    const counted = columns.map(({ name }, index) => `count(DISTINCT ${(0,queries_src/* quoteName */.AB)(name)}) AS u${index}`);
    return `SELECT ${["count(*) AS n", ...counted].join(", ")} FROM ${from}`;
}
function listLabels(from, label) {
    return `SELECT DISTINCT ${(0,queries_src/* comparableText */.uN)(label)} AS y FROM ${from} ORDER BY y LIMIT 3`;
}
/** Of two labels in use the one that says yes; only a score needs to know. */
function findPositive({ score, label }, labels) {
    const positive = labels.find((text) => /^(1|true|yes|positive|pos)$/i.test(text));
    if (positive !== undefined || score === undefined)
        return positive ?? "1";
    const message = `Which value of ${(0,src/* quote */.hD)(label)} the score is for cannot be told; there are ${labels.map((text) => (0,src/* quote */.hD)(text)).join(", ")}.`;
    const remedy = `Say it: \`--columns "{ positive: ${labels[1] ?? "1"} }"\`.`;
    throw new src/* InputError */.dz([{ message, remedy }]);
}
/** What each column lets be computed. */
const METRICS = { prediction: ["accuracy"], score: ["roc_auc"] };
function planChecks(baseline, candidate, columns) {
    const metrics = ["prediction", "score"].flatMap((column) => columns[column] === undefined ? [] : METRICS[column]);
    return {
        "baseline-predictions": baseline,
        "candidate-predictions": candidate,
        columns: JSON.stringify(columns),
        checks: JSON.stringify(metrics.map((metric) => ({ metric, "max-drop": 0 }))),
    };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/cli/src/compare/interval-bar.js
/**
 * An interval as a bar of text, with the place where nothing changed.
 *
 * @module
 */
const WIDTH = 41;
/**
 * The bar `├───●──┤` on an axis that holds the interval and zero, with `┊` at zero.
 *
 * @example
 * renderBar({ value: -1, low: -2, high: 0 }); // => "├───────────────────●───────────────────┤"
 * renderBar({ value: 3, low: 2, high: 4 }); // => "┊                   ├─────────●─────────┤"
 */
function renderBar({ value, low, high }) {
    const [left, right] = [Math.min(low, 0), Math.max(high, 0)];
    const width = right > left ? WIDTH : 1;
    const at = (point) => width === 1 ? 0 : Math.round(((point - left) / (right - left)) * (width - 1));
    const cells = Array.from({ length: width }, () => " ");
    cells[at(0)] = "┊";
    for (let cell = at(low); cell <= at(high); cell++)
        cells[cell] = cells[cell] === "┊" ? "┼" : "─";
    if (at(low) < at(high)) {
        cells[at(low)] = "├";
        cells[at(high)] = "┤";
    }
    cells[at(value)] = "●";
    return cells.join("").trimEnd();
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/cli/src/compare/render-comparison.js


/**
 * A sentence and, where there is an interval, a bar: one metric of the candidate against the baseline. The finding is
 * that of a check `max-drop: 0`, so it fails when the candidate is worse beyond noise.
 *
 * @example
 * renderFinding({ check: { metric: "accuracy" }, outcome: "fail", baseline: 0.9, observed: 0.8, effect: { value: -0.1, low: -0.15, high: -0.05, confidence: 0.9 }, n: 500, pAdjusted: 0.001 })[0]; // => "accuracy  0.9 → 0.8: b is worse, and that is not noise (p = 0.0010, n = 500)."
 */
function renderFinding(finding) {
    const { baseline, observed, effect } = finding;
    const metric = String(finding.check["metric"]);
    const value = effect?.value ?? null;
    if (baseline === null || observed === null || value === null)
        return [`${metric}  ${finding.why}`];
    const head = `${metric}  ${show(baseline)} → ${show(observed)}: ${sayChange(finding, metric, value)}.`;
    const { low = null, high = null } = effect ?? {};
    if (low === null || high === null)
        return [head];
    const confidence = Math.round((effect?.confidence ?? 0) * 100);
    return [
        head,
        `  ${show(low)} ${renderBar({ value, low, high })} ${show(high)}   (b - a, ${confidence} % interval; ┊ no change)`,
    ];
}
function sayChange(finding, metric, value) {
    const { outcome, effect, n, requiredN, method } = finding;
    if (value === 0)
        return method === null ? "the same" : `no change${sayRows(n)}`;
    const sign = (0,metrics_src/* directionOf */.FR)(metric) === "lower" ? -1 : 1;
    const better = value * sign > 0;
    if (method === null)
        return `b is ${better ? "better" : "worse"} by ${show(Math.abs(value))}; the files hold no uncertainty, so whether that is noise cannot be said`;
    if (outcome === "fail")
        return `b is worse, and that is not noise${sayEvidence(finding)}`;
    if (!better) {
        const rows = requiredN === null ? "" : `; about ${requiredN.toLocaleString("en")} rows would settle it`;
        return `b looks worse, but noise alone could do that${sayEvidence(finding)}${rows}`;
    }
    const bound = sign > 0 ? effect?.low : effect?.high;
    const shown = bound !== null && bound !== undefined && bound * sign > 0;
    return shown
        ? `b is better, beyond noise${sayRows(n)}`
        : `b looks better, but noise alone could do that${sayRows(n)}`;
}
function sayEvidence({ p, pAdjusted, n }) {
    const shown = pAdjusted ?? p;
    const parts = [shown === null ? "" : `p = ${shown.toPrecision(2)}`, n === null ? "" : `n = ${n}`];
    const told = parts.filter((part) => part !== "").join(", ");
    return told === "" ? "" : ` (${told})`;
}
function sayRows(n) {
    return n === null ? "" : ` (n = ${n})`;
}
/** Four significant digits tell a reader enough; zeros at the end tell nothing. */
function show(value) {
    return String(Number(value.toPrecision(4)));
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/cli/src/compare/run-compare.js
/**
 * The command `compare`: two files, no configuration, plain sentences.
 *
 * @module
 */









/** Compares and tells. It blocks nothing. @throws InputError or EvidenceError when it could not compare. */
async function runCompare(host) {
    const { a = "", b = "" } = host.inputs;
    if (a === "" || b === "") {
        const message = "Two files are compared, and not two are named.";
        throw new src/* InputError */.dz([{ message, remedy: "Write `ml-gates compare <baseline> <candidate>`." }]);
    }
    const files = { baseline: (0,runner_src/* resolvePath */.o1)(host, a), candidate: (0,runner_src/* resolvePath */.o1)(host, b) };
    const lines = await compareFiles(host, files);
    host.log(`a ${a} (baseline), b ${b} (candidate)`);
    for (const line of lines)
        host.log(line);
}
async function compareFiles(host, files) {
    const kinds = await Promise.all([readKind(files.baseline), readKind(files.candidate)]);
    if (kinds[0] !== kinds[1]) {
        const message = `The first file holds ${kinds[0]} and the second ${kinds[1]}.`;
        throw new src/* InputError */.dz([{ message, remedy: "Name two files of one kind." }]);
    }
    if (kinds[0] === "predictions")
        return judge(host, await planPredictions(host, files));
    const { inputs, told } = await planMetrics(host, files);
    if (inputs === null && told.length === 0)
        return ["The files have no number in common."];
    return [...(inputs === null ? [] : await judge(host, inputs)), ...told];
}
/** The action's own judge, in an empty folder: a gate file of the working directory says nothing here. */
async function judge(host, inputs) {
    const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "ml-gates-compare-"));
    try {
        const compareModels = await (0,actions/* loadAction */.d)("compare-models");
        const { judgements } = await compareModels.run({ ...host, directory, inputs });
        return judgements.flatMap(({ findings }) => findings.flatMap(renderFinding));
    }
    finally {
        await (0,promises_.rm)(directory, { recursive: true, force: true });
    }
}
const TABLE = /\.(csv|tsv|parquet|jsonl|ndjson)(\.gz)?$/i;
/** A table is predictions; a JSON list is one too. Everything else is taken for metrics, whose reader says when it is not. */
async function readKind(path) {
    const start = await readStart(path);
    return TABLE.test(path) || /^\s*\[/.test(start) ? "predictions" : "metrics";
}
async function readStart(path) {
    try {
        const file = await (0,promises_.open)(path);
        const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0).finally(() => file.close());
        return buffer.toString("utf8", 0, bytesRead);
    }
    catch (error) {
        const seen = error instanceof Error ? error.message : String(error);
        const message = `${(0,src/* quote */.hD)(path)} cannot be read: ${(0,src/* quote */.hD)(seen)}.`;
        throw new src/* EvidenceError */.oe([{ message, remedy: "Name a file that is there." }]);
    }
}


/***/ })

};
