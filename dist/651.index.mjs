export const id = 651;
export const ids = [651];
export const modules = {

/***/ 24651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wL: () => (/* reexport */ chooseClasses),
  FR: () => (/* reexport */ directionOf),
  PW: () => (/* reexport */ drawCurves),
  YV: () => (/* reexport */ findColumnProblems),
  Wf: () => (/* reexport */ findPairingProblems),
  a0: () => (/* reexport */ findPredictionsProblems),
  L2: () => (/* reexport */ findValueProblems),
  dZ: () => (/* reexport */ judgeBehaviour),
  tk: () => (/* reexport */ judgeComparison),
  TH: () => (/* reexport */ listKeys),
  Bq: () => (/* reexport */ parseCases),
  Bm: () => (/* reexport */ parseMetrics),
  _A: () => (/* reexport */ parseParameters),
  N1: () => (/* reexport */ planMeasures),
  uy: () => (/* reexport */ ranksDecide),
  Y1: () => (/* reexport */ summarizeFindings)
});

// UNUSED EXPORTS: decideChecks

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/behaviour/behaviour-case.js
/**
 * Behaviour tests: what single predictions must be, whatever the metrics over all rows say.
 *
 * @module
 */
/**
 * Every row that the cases speak of, once.
 *
 * @example
 * listKeys([{ key: "b", group: "g", wanted: { kind: "direction", other: "a", by: 0 } }]); // => ["b", "a"]
 */
function listKeys(cases) {
    const keys = cases.flatMap(({ key, wanted }) => ("other" in wanted ? [key, wanted.other] : [key]));
    return [...new Set(keys)];
}

// EXTERNAL MODULE: ./build/node_modules/@ml-gates/gate/src/index.js + 27 modules
var src = __webpack_require__(87749);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/behaviour/judge-behaviour.js
/**
 * Judges behaviour cases: one finding a group, with how many of its cases fail and which are the first.
 *
 * @module
 */

/** Sums of doubles differ in their last digits: a miss smaller than this share of the numbers is none. */
const EPSILON = 1e-12;
const MOST_SAMPLES = 10;
/**
 * One requirement a group: it fails when a case of it does, and is not evaluable when a row is missing, stands twice or
 * has no prediction.
 *
 * @example
 * judgeBehaviour({ cases: [{ key: "7", group: "exact", wanted: { kind: "exact", prediction: "1" } }], rows: [{ key: "7", prediction: "0", score: null }], severity: "block", showIds: true })[0].samples; // => [{ row: null, value: "7" }]
 */
function judgeBehaviour(behaviour) {
    const byKey = new Map();
    for (const row of behaviour.rows)
        byKey.set(row.key, byKey.has(row.key) ? null : row);
    const groups = new Map();
    for (const each of behaviour.cases) {
        const judged = groups.get(each.group) ?? [];
        judged.push({ key: each.key, ...judgeCase(each, byKey) });
        groups.set(each.group, judged);
    }
    return [...groups].map(([group, judged]) => tellGroup(group, judged, behaviour));
}
function judgeCase({ key, wanted }, rows) {
    const row = rows.get(key) ?? null;
    const other = "other" in wanted ? (rows.get(wanted.other) ?? null) : row;
    if (row === null || other === null)
        return { outcome: "not-evaluable", told: "a row is missing or stands twice" };
    if (wanted.kind === "exact")
        return equal(row.prediction, wanted.prediction);
    if (wanted.kind === "tolerance")
        return near(row.score, wanted.score, wanted.within);
    if (wanted.kind === "direction")
        return above(row.score, other.score, wanted.by);
    return wanted.within === null
        ? equal(row.prediction, other.prediction)
        : near(row.score, other.score, wanted.within);
}
function equal(seen, wanted) {
    if (seen === null || wanted === null)
        return NO_PREDICTION;
    return verdictOf(seen === wanted, `prediction ${seen}, wanted ${wanted}`);
}
function near(seen, wanted, within) {
    if (seen === null || wanted === null)
        return NO_SCORE;
    const distance = Math.abs(seen - wanted);
    const slack = EPSILON * Math.max(Math.abs(seen), Math.abs(wanted));
    return verdictOf(distance <= within + slack, `score ${show(seen)}, wanted ${show(wanted)} within ${within}`);
}
function above(seen, other, by) {
    if (seen === null || other === null)
        return NO_SCORE;
    const least = other + by;
    const slack = EPSILON * Math.max(Math.abs(seen), Math.abs(least));
    return verdictOf(seen >= least - slack, `score ${show(seen)}, wanted at least ${show(least)}`);
}
const NO_PREDICTION = { outcome: "not-evaluable", told: "a row has no prediction" };
const NO_SCORE = { outcome: "not-evaluable", told: "a row has no finite score" };
function verdictOf(holds, told) {
    return { outcome: holds ? "pass" : "fail", told };
}
function show(value) {
    return String((0,src/* roundJudged */.KH)(value));
}
function tellGroup(group, judged, { severity, showIds }) {
    const failed = judged.filter(({ outcome }) => outcome === "fail");
    const unseen = judged.filter(({ outcome }) => outcome === "not-evaluable");
    const outcome = failed.length > 0 ? "fail" : unseen.length > 0 ? "not-evaluable" : "pass";
    const shown = failed.length > 0 ? failed : unseen;
    const name = (key) => (showIds ? key : (0,src/* digestOf */.ol)(key).slice(0, "sha256:".length + 12));
    return (0,src/* finding */.gk)({
        id: `behaviour/${group}`,
        kind: "requirement",
        check: { behaviour: group },
        severity,
        outcome,
        reason: outcome === "not-evaluable" ? "missing-prediction" : null,
        effect: { kind: "count", value: failed.length, low: null, high: null, confidence: null },
        n: judged.length,
        samples: shown.slice(0, MOST_SAMPLES).map(({ key }) => ({ row: null, value: name(key) })),
        why: tellWhy(group, { judged, failed, unseen }),
        remedy: outcome === "pass" ? null : REMEDIES[outcome],
    });
}
function tellWhy(group, { judged, failed, unseen }) {
    const first = failed[0] ?? unseen[0];
    const all = judged.length === 1 ? "The one case" : `All ${judged.length} cases`;
    if (first === undefined)
        return `${all} of ${group} hold${judged.length === 1 ? "s" : ""}.`;
    const counts = [
        failed.length > 0 ? `${failed.length} of ${judged.length} cases of ${group} fail` : "",
        unseen.length > 0 ? `${unseen.length} of ${judged.length} cases of ${group} cannot be evaluated` : "",
    ].filter((part) => part !== "");
    return `${counts.join(", ")}; the first: ${first.told}.`;
}
const REMEDIES = {
    fail: "Look at the rows named; correct the model, or the cases on the base branch first.",
    "not-evaluable": "Score the rows of the cases file with the candidate too, each once, in the predictions file that is judged.",
};

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/behaviour/parse-cases.js
/**
 * From the lines of a cases file to cases, or to every problem at once.
 *
 * @module
 */

const MOST_CASES = 50_000;
const MOST_GROUPS = 500;
const MOST_PROBLEMS = 50;
const LONGEST_TEXT = 200;
/**
 * Parses JSON lines: `key` and one of `prediction`, `score` with `within`, `same-as` (with `within` for scores) or
 * `at-least` (with `by`); `group` names the finding, which is the kind of the case when it is not given.
 *
 * @throws InputError with every line that is none.
 *
 * @example
 * parseCases('{ "key": 7, "prediction": 1 }', "cases.jsonl")[0].wanted; // => { kind: "exact", prediction: "1" }
 * parseCases('{ "key": "b", "at-least": "a", "by": 0.1, "group": "age" }', "cases.jsonl")[0].group; // => "age"
 */
function parseCases(text, path) {
    const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
    const problems = [];
    const cases = lines.flatMap((line, index) => {
        if (line.trim() === "" || problems.length >= MOST_PROBLEMS)
            return [];
        const parsed = parseLine(line);
        if (typeof parsed !== "string")
            return [parsed];
        problems.push({ path, line: index + 1, message: `The case ${parsed}.`, remedy: REMEDY });
        return [];
    });
    const groups = new Set(cases.map(({ group }) => group)).size;
    if (problems.length > 0)
        throw new src/* InputError */.dz(problems);
    if (cases.length > 0 && cases.length <= MOST_CASES && groups <= MOST_GROUPS)
        return cases;
    const message = `${path} holds ${cases.length} cases in ${groups} groups: wanted 1 to ${MOST_CASES} in at most ${MOST_GROUPS}.`;
    throw new src/* InputError */.dz([{ path, message, remedy: "Keep the cases that say most, in fewer groups." }]);
}
const REMEDY = 'Write it as one JSON object a line, such as `{ "key": 7, "prediction": 1 }` (docs/gate-file.md).';
/** The case, or what is wrong with the line. */
function parseLine(text) {
    const line = parseObject(text);
    if (line === null)
        return `is no JSON object: ${(0,src/* quote */.hD)(text)}`;
    const [name, ...others] = Object.keys(KINDS).filter((word) => line[word] !== undefined);
    if (name === undefined || others.length > 0)
        return `has ${others.length === 0 ? "none" : "more than one"} of ${Object.keys(KINDS).join(", ")}`;
    const kind = KINDS[name];
    const legal = ["key", "group", name, ...(kind?.also ?? [])];
    const unknown = Object.keys(line).find((word) => !legal.includes(word));
    if (unknown !== undefined)
        return describeUnknown(unknown, legal);
    const key = nameRow(line["key"]);
    if (key === null)
        return `has ${(0,src/* quote */.hD)(line["key"])} as \`key\`: wanted a text or a number`;
    const wanted = kind?.read(line) ?? null;
    if (wanted === null)
        return `has a value that \`${name}\` does not take: ${(0,src/* quote */.hD)(line)}`;
    if ("other" in wanted && wanted.other === key)
        return `compares the row ${(0,src/* quote */.hD)(key)} with itself`;
    const group = line["group"] ?? wanted.kind;
    if (typeof group !== "string" || group === "" || group.length > LONGEST_TEXT)
        return `has ${(0,src/* quote */.hD)(group)} as \`group\`: wanted a text of at most ${LONGEST_TEXT} characters`;
    return { key, group, wanted };
}
const KINDS = {
    prediction: {
        also: [],
        read(line) {
            const { prediction } = line;
            const isPlain = nameRow(prediction) !== null || typeof prediction === "boolean";
            return isPlain ? { kind: "exact", prediction: String(prediction) } : null;
        },
    },
    score: {
        also: ["within"],
        read({ score, within }) {
            return isFiniteNumber(score) && isTolerance(within) ? { kind: "tolerance", score, within } : null;
        },
    },
    "same-as": {
        also: ["within"],
        read({ "same-as": same, within = null }) {
            const other = nameRow(same);
            if (other === null || !(within === null || isTolerance(within)))
                return null;
            return { kind: "invariance", other, within };
        },
    },
    "at-least": {
        also: ["by"],
        read({ "at-least": least, by = 0 }) {
            const other = nameRow(least);
            return other !== null && isTolerance(by) ? { kind: "direction", other, by } : null;
        },
    },
};
function describeUnknown(word, legal) {
    const near = (0,src/* nearestWord */.zZ)(word, legal);
    return `has the unknown key ${(0,src/* quote */.hD)(word)}${near === null ? "" : ` (did you mean \`${near}\`?)`}; legal here: ${legal.join(", ")}`;
}
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return (0,src/* isJsonObject */.OW)(value) ? value : null;
    }
    catch {
        return null;
    }
}
/** A NUL character has no place in SQL text, so no row is called so. */
function nameRow(value) {
    if (isFiniteNumber(value))
        return String(value);
    return typeof value === "string" && value.length <= LONGEST_TEXT && !value.includes("\0") ? value : null;
}
function isFiniteNumber(value) {
    return typeof value === "number" && Number.isFinite(value);
}
function isTolerance(value) {
    return isFiniteNumber(value) && value >= 0;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/comparison.js
/** The baseline's metrics file; null where none is named, or none is there yet. */
function baselineFile({ baseline }) {
    return baseline === null || "absent" in baseline ? null : baseline;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/directions.js

const HIGHER = [
    ...["accuracy", "balanced_accuracy", "top_k_accuracy", "f1", "f1_score", "fbeta", "precision", "recall"],
    ...["sensitivity", "specificity", "roc_auc", "auroc", "pr_auc", "average_precision", "jaccard", "r2"],
    ...["explained_variance", "matthews_corrcoef", "mcc", "cohen_kappa", "ndcg", "mrr", "bleu", "rouge"],
    ...["exact_match", "throughput", "acc", "acc_norm", "auc", "iou", "rouge1", "rouge2", "rougel", "chrf"],
    ...["binary_accuracy", "categorical_accuracy", "sparse_categorical_accuracy", "pass_rate", "win_rate"],
    ...["roc_auc_ovr", "roc_auc_ovo"],
    ...["precision", "recall", "f1"].flatMap((name) => ["macro", "micro", "weighted"].map((way) => `${name}_${way}`)),
];
const LOWER = [
    ...["loss", "log_loss", "cross_entropy", "hinge_loss", "brier_score", "brier_score_loss", "brier", "mae"],
    ...["mse", "rmse", "rmsle", "mape", "smape", "mean_absolute_error", "mean_squared_error", "perplexity"],
    ...["root_mean_squared_error", "mean_absolute_percentage_error", "median_absolute_error", "max_error"],
    ...["mean_pinball_loss", "churn", "latency_p50", "latency_p95", "latency_p99", "gpu_minutes", "bytes"],
    ...[
        "error_rate",
        "wer",
        "cer",
        "ece",
        "latency",
        "latency_ms",
        "false_positive_rate",
        "false_negative_rate",
        "binary_crossentropy",
        "categorical_crossentropy",
        "word_perplexity",
        "byte_perplexity",
        "bits_per_byte",
        "nll",
        "ter",
        "fid",
    ],
];
const DIRECTIONS = new Map([
    ...HIGHER.map((name) => [name, "higher"]),
    ...LOWER.map((name) => [name, "lower"]),
]);
/**
 * The direction of a metric by its name's last part, without the prefix of a split (`train_`, `val_`, `valid_`,
 * `eval_`, `test_`), a filter behind a comma or arguments in parentheses; null when the table does not know it.
 *
 * @example
 * directionOf("test.roc_auc"); // => "higher"
 * directionOf("val_loss"); // => "lower"
 * directionOf("RocAuc(classification_name=default)"); // => "higher"
 * directionOf("speed"); // => null
 */
function directionOf(metric) {
    const depth = metric.search(/@[\d.]+$/);
    const named = (depth === -1 ? metric : metric.slice(0, depth))
        .replace(/\s*\(.*$/s, "")
        .replace(/["'\]]+$/, "");
    const last = named.slice(Math.max(...[".", "/", '"', "'"].map((mark) => named.lastIndexOf(mark))) + 1);
    const [name = ""] = last.split(",");
    const word = name
        .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
        .toLowerCase()
        .replaceAll(/[ -]/g, "_");
    return DIRECTIONS.get(word) ?? DIRECTIONS.get(word.replace(/^(train|val|valid|eval|test)_/, "")) ?? null;
}
/**
 * The direction of a metric: the check's own word, else what the files state, else the table's. Files and table that
 * contradict each other leave it unknown: a candidate's file must not turn the judgement round.
 *
 * @example
 * findDirection("val_loss", { checks: [], comparison: { candidate: null, baseline: null, predictions: null } }).source; // => "table"
 */
function findDirection(metric, { checks, comparison }) {
    const stated = checks.find((check) => check.metric === metric && Object.hasOwn(check.written, "direction"));
    if (stated?.direction)
        return { direction: stated.direction, source: "check", conflict: null };
    const files = [baselineFile(comparison), comparison.candidate];
    const sources = [...files.flatMap((file) => sourceOf(file, metric)), ...tableSource(metric)];
    const [first] = sources;
    const other = sources.find(({ direction }) => direction !== first?.direction);
    if (first === undefined)
        return { direction: null, source: null, conflict: null };
    if (other !== undefined)
        return { direction: null, source: null, conflict: [first, other] };
    return { direction: first.direction, source: first.source, conflict: null };
}
function sourceOf(file, metric) {
    const direction = file?.details.get(metric)?.direction ?? null;
    return file === null || direction === null ? [] : [{ source: "file", path: file.path, direction }];
}
function tableSource(metric) {
    const direction = directionOf(metric);
    return direction === null ? [] : [{ source: "table", path: null, direction }];
}
/** A source as the start of a sentence that ends with "is better". */
function describeSource({ path, direction }) {
    return `${path === null ? "the table of known names says" : `${path} says`} that ${direction}`;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/draw-curves.js
/**
 * What a report draws of the scores: ROC and calibration points, and histograms.
 *
 * @module
 */

/** A curve has at most this many points. */
const MOST_POINTS = 200;
const CALIBRATION_BINS = 20;
const HISTOGRAM_BINS = 50;
/**
 * Draws one model's scores from their counts by bin, in ascending order.
 *
 * @example
 * drawCurves({ bins: 2, low: 0, high: 1, rows: [{ bin: 0, positives: 0, negatives: 2, sum: 0.4 }, { bin: 1, positives: 2, negatives: 0, sum: 1.6 }] }).roc; // => [[0, 0], [0, 1], [1, 1]]
 */
function drawCurves(scores) {
    return { roc: drawRoc(scores), calibration: drawCalibration(scores), histogram: drawHistogram(scores) };
}
function round(value) {
    return (0,src/* roundJudged */.KH)(value) ?? 0;
}
function drawRoc({ rows }) {
    const positives = rows.reduce((sum, row) => sum + row.positives, 0);
    const negatives = rows.reduce((sum, row) => sum + row.negatives, 0);
    if (!(positives > 0 && negatives > 0))
        return [];
    const points = [[0, 0]];
    let [right, wrong, last] = [0, 0, 0];
    for (const row of rows.toReversed()) {
        right += row.positives / positives;
        wrong += row.negatives / negatives;
        // Equal steps along the curve: what lies closer cannot be told apart in a drawing.
        if (right + wrong - last < 2 / (MOST_POINTS - 2))
            continue;
        last = right + wrong;
        points.push([round(Math.min(1, wrong)), round(Math.min(1, right))]);
    }
    const [x, y] = points.at(-1) ?? [0, 0];
    return x === 1 && y === 1 ? points : [...points, [1, 1]];
}
function drawCalibration({ rows, bins, low, high }) {
    if (low < 0 || high > 1)
        return [];
    const groups = Array.from({ length: CALIBRATION_BINS }, (_, group) => rows.filter(({ bin }) => Math.floor((bin / bins) * CALIBRATION_BINS) === group));
    return groups
        .filter((group) => group.length > 0)
        .map((group) => {
        const all = group.reduce((sum, row) => sum + row.positives + row.negatives, 0);
        const positives = group.reduce((sum, row) => sum + row.positives, 0);
        return [round(group.reduce((sum, row) => sum + row.sum, 0) / all), round(positives / all)];
    });
}
function drawHistogram({ rows, bins }) {
    const counts = new Array(HISTOGRAM_BINS).fill(0);
    for (const { bin, positives, negatives } of rows) {
        const at = Math.floor((bin / bins) * HISTOGRAM_BINS);
        counts[at] = (counts[at] ?? 0) + positives + negatives;
    }
    return counts.map(round);
}

// EXTERNAL MODULE: ./build/node_modules/@ml-gates/statistics/src/index.js + 37 modules
var statistics_src = __webpack_require__(49609);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/limit-rules.js
const same = (limit) => limit;
const none = () => 0;
const improve = "Improve the candidate; if the loss is accepted, raise the limit on the base branch first, alone.";
const drop = {
    about: "change",
    breach: "below",
    bound: (limit) => -limit,
    hypothesis: none,
    tolerance: true,
    breached: (limit) => `more than the ${limit} allowed`,
    met: (limit) => `within the ${limit} allowed`,
    remedy: improve,
};
/** The rule of every kind of limit. */
const LIMIT_RULES = {
    min: {
        about: "level",
        breach: "below",
        bound: same,
        hypothesis: same,
        tolerance: false,
        breached: (limit) => `below the ${limit} wanted`,
        met: (limit) => `at least the ${limit} wanted`,
        remedy: "Improve the candidate, or lower `min` on the base branch first, alone.",
    },
    max: {
        about: "level",
        breach: "above",
        bound: same,
        hypothesis: same,
        tolerance: false,
        breached: (limit) => `above the ${limit} allowed`,
        met: (limit) => `at most the ${limit} allowed`,
        remedy: "Improve the candidate, or raise `max` on the base branch first, alone.",
    },
    "max-drop": drop,
    "max-drop-rel": drop,
    // A wanted gain is a floor: against no change, a gain that is real but too small could never fail.
    "min-gain": {
        about: "change",
        breach: "below",
        bound: same,
        hypothesis: same,
        tolerance: false,
        breached: (limit) => `short of the gain of ${limit} wanted`,
        met: (limit) => `the gain of ${limit} wanted is there`,
        remedy: "Improve the candidate, or keep the baseline.",
    },
    "max-gain": {
        about: "change",
        breach: "above",
        bound: same,
        hypothesis: none,
        tolerance: true,
        breached: (limit) => `a larger gain than the ${limit} expected: check for leakage`,
        met: (limit) => `within the gain of ${limit} expected`,
        remedy: "Check for leaked labels, rows shared with training and a changed evaluation; if the gain is real, raise `max-gain`.",
    },
};

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/decide.js


const ALPHA = 0.05;
const POWER = 0.8;
/**
 * Decides all trials of a gate together. `screen`: fail when the limit is breached and the change is significant
 * after Holm over the blocking trials; breached only is inconclusive. `prove`: pass only when the interval excludes
 * the limit. Without uncertainty plain limits decide.
 */
function decide(all, mode) {
    const screened = (0,statistics_src/* screen */.nj)(all.map(({ breached, p, trial }) => ({ breached, p, blocking: trial.check.severity === "block" })), ALPHA);
    const family = all.filter(({ p, trial }) => p !== null && trial.check.severity === "block").length;
    return all.map((weighed, index) => {
        const { outcome: first = "inconclusive", pAdjusted = null } = screened[index] ?? {};
        const outcome = mode === "prove" ? decideByProof(weighed, first) : first;
        const blocking = weighed.trial.check.severity === "block" ? Math.max(1, family) : 1;
        const { standardError } = weighed.estimate;
        return {
            weighed,
            outcome,
            p: weighed.p,
            pAdjusted,
            requiredN: rowsToSettle(weighed, { mode, blocking }),
            detectable: standardError ? (0,statistics_src/* detectable */.ke)({ standardError, blocking, alpha: ALPHA }) : null,
        };
    });
}
function decideByProof({ estimate, leastSlack }, screened) {
    // The same output on every row is no sample of a difference: there is none.
    if (estimate.method === null || estimate.identical)
        return screened;
    return (0,statistics_src/* prove */.zn)({ screened, low: leastSlack ?? Number.NEGATIVE_INFINITY, margin: 0 });
}
/** In screen the rows from which such a breach is significant; in prove those at which an equal model passes. */
function rowsToSettle({ estimate, trial, limit, slack, breached }, { mode, blocking }) {
    const { n } = trial.measure;
    const { standardError } = estimate;
    if (n === null || !standardError)
        return null;
    const distance = LIMIT_RULES[trial.limit.kind].tolerance ? limit : Math.abs(slack);
    if (mode === "screen" || breached) {
        return (0,statistics_src/* requiredN */.ij)({ n, standardError, limit: distance, blocking, alpha: ALPHA });
    }
    if (distance === 0)
        return null;
    const z = (0,statistics_src/* normalQuantile */.Zl)(1 - ALPHA) + (0,statistics_src/* normalQuantile */.Zl)(POWER);
    return Math.ceil(n * ((z * standardError) / distance) ** 2);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/estimate.js
/**
 * A number with what is known of its uncertainty, and its mirror image.
 *
 * @module
 */

/** Confidence of every interval: two-sided 90 % is one-sided 95 %, the level of the tests. */
const CONFIDENCE = 0.9;
/** A number without uncertainty: plain limits decide on it. */
function bareEstimate(value) {
    return { value, interval: null, standardError: null, method: null, identical: false, test: () => null };
}
/** The estimate turned so that larger is better. */
function orient(estimate, direction) {
    if (direction === "higher")
        return estimate;
    return {
        ...estimate,
        value: -estimate.value,
        get interval() {
            const { interval } = estimate;
            return interval && { ...interval, low: -interval.high, high: -interval.low };
        },
        test: (hypothesis, alternative) => estimate.test(-hypothesis, alternative === "less" ? "greater" : "less"),
    };
}
/** Whether a number could not be had. */
function isUnmeasured(value) {
    return typeof value === "object" && value !== null && "reason" in value;
}
/** One-sided p by the normal approximation; null without any spread. */
function testNormal({ value, standardError }, hypothesis, alternative) {
    if (!(standardError > 0))
        return value === hypothesis ? 1 : null;
    const z = (value - hypothesis) / standardError;
    return (0,statistics_src/* normalSurvival */.IL)(alternative === "greater" ? z : -z);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/compare-facts.js
/**
 * The facts that both sides state, and state differently; what only one side states tells nothing.
 *
 * @example
 * compareFacts([{ name: "limit", value: "10" }], [{ name: "limit", value: "none" }]); // => [{ name: "limit", baseline: "none", candidate: "10" }]
 */
function compareFacts(candidate, baseline) {
    const before = collect(baseline);
    return [...collect(candidate)].flatMap(([name, value]) => {
        const other = before.get(name);
        return other === undefined || other === value ? [] : [{ name, baseline: other, candidate: value }];
    });
}
function collect(facts) {
    const byName = Map.groupBy(facts, ({ name }) => name);
    return new Map([...byName].map(([name, found]) => [name, found.map(({ value }) => value).join(", ")]));
}
/** What a file states of one metric's evaluation: the file's own facts and the metric's. */
function factsOf(file, metric) {
    return [...file.facts, ...(file.details.get(metric)?.facts ?? [])];
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/estimate-stated.js
/**
 * A number that a file states with its standard error, as an estimate.
 *
 * @module
 */



/** With fewer seeds or rounds than this the normal approximation would claim too much. */
const FEWEST = 30;
/** The value with the standard error its file states; without one, and for few repetitions, the bare number. */
function estimateStated(value, uncertainty) {
    const standardError = standardErrorOf(uncertainty);
    return standardError === null
        ? bareEstimate(value)
        : normalEstimate({ value, standardError, method: "stated-standard-error" });
}
/**
 * Candidate - baseline from the files alone. With both standard errors their squares add up: the two evaluations are
 * taken as independent, which is weaker than pairing them by example, and the method's name says so.
 */
function changeStated(comparison, metric) {
    const { candidate } = comparison;
    const baseline = baselineFile(comparison);
    const value = numberIn(candidate, metric) - numberIn(baseline, metric);
    const [own, other] = [candidate, baseline].map((file) => standardErrorOf(file?.details.get(metric)?.uncertainty ?? null));
    if (own === null || own === undefined || other === null || other === undefined)
        return bareEstimate(value);
    return normalEstimate({
        value,
        standardError: Math.hypot(own, other),
        method: "stated-standard-errors-unpaired",
    });
}
function numberIn(file, metric) {
    return file?.values.get(metric) ?? Number.NaN;
}
function standardErrorOf(uncertainty) {
    const { standardError = null, n = null } = uncertainty ?? {};
    if (standardError === null || !Number.isFinite(standardError) || standardError <= 0)
        return null;
    return n !== null && n < FEWEST ? null : standardError;
}
function normalEstimate({ value, standardError, method, }) {
    const reach = (0,statistics_src/* normalQuantile */.Zl)((1 + CONFIDENCE) / 2) * standardError;
    const interval = { low: value - reach, high: value + reach, confidence: CONFIDENCE };
    return {
        value,
        interval,
        standardError,
        method,
        identical: false,
        test: (hypothesis, alternative) => testNormal({ value, standardError }, hypothesis, alternative),
    };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/parse-selector.js
/**
 * Names a metric whose own name holds dots, slashes, commas or spaces.
 *
 * @module
 */
/**
 * The keys of a selector: a JSON Pointer (RFC 6901), or keys in brackets and quotes, with plain ones before and
 * between them. Null for a text that is neither: it is a name to the letter.
 *
 * @example
 * parseSelector("/hellaswag/acc,none"); // => ["hellaswag", "acc,none"]
 * parseSelector('hellaswag["acc,none"]'); // => ["hellaswag", "acc,none"]
 * parseSelector("accuracy"); // => null
 */
function parseSelector(text) {
    if (text.startsWith("/")) {
        return text
            .slice(1)
            .split("/")
            .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
    }
    return SELECTOR.test(text) && text.includes("[") ? [...text.matchAll(KEY)].map(keyOf) : null;
}
const QUOTED = String.raw `\["(?:[^"\\]|\\.)*"\]|\['[^']*'\]|\[\d+\]`;
const SELECTOR = new RegExp(String.raw `^(?:[^\[\]."']+)?(?:${QUOTED}|\.[^\[\]."']+)*$`);
const KEY = new RegExp(String.raw `${QUOTED}|[^\[\]."']+`, "g");
function keyOf([key]) {
    if (key.startsWith('["'))
        return String(JSON.parse(key.slice(1, -1)));
    if (key.startsWith("['"))
        return key.slice(2, -2);
    return key.startsWith("[") ? key.slice(1, -1) : key;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/find-name.js
/**
 * The name under which a file holds a metric, and the nearest ones where it does not.
 *
 * @module
 */


/** The file's own name of a metric, given to the letter or as a selector; null when it has none. */
function findName(file, metric) {
    if (file.values.has(metric) || file.aside.has(metric))
        return metric;
    const keys = parseSelector(metric);
    if (keys === null)
        return null;
    for (const [name, { path }] of file.details) {
        if (path.length === keys.length && path.every((key, index) => key === keys[index]))
            return name;
    }
    return null;
}
/** More suggestions than this are no help. */
const MOST = 3;
/** Comparing a name with every one of a large file would take longer than reading it. */
const MOST_COMPARED = 2000;
/** What the file has instead, in parentheses; empty when nothing is alike. */
function suggestNames(file, reported) {
    const metric = reported.replace(/ \([^()]*\)$/, "");
    const last = lastKey(metric);
    const names = [...file.values.keys()].slice(0, MOST_COMPARED);
    const ending = names.filter((name) => lastKey(name) === last || name.endsWith(`.${metric}`));
    const nearest = (0,src/* nearestWord */.zZ)(metric, names);
    const told = [...new Set([...ending, ...(nearest === null ? [] : [nearest])])].slice(0, MOST);
    return told.length === 0 ? "" : ` (nearest: ${told.map(src/* quote */.hD).join(", ")})`;
}
function lastKey(name) {
    const keys = parseSelector(name) ?? name.split(".");
    return (keys.at(-1) ?? name).split(",")[0] ?? name;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/find-measure.js
/**
 * Where a checked metric's numbers are: in the predictions when they can be computed, else in the files.
 *
 * @module
 */






/** The metric on all rows: computed when it can be, with the baseline's stated value where no rows are paired. */
function findMeasure(comparison, computed, metric) {
    const measured = computed.find((measure) => measure.metric === metric && measure.slice === null);
    const baseline = readBaseline(comparison, metric);
    if (measured === undefined)
        return measureStated(comparison, metric, baseline);
    const paired = !isUnmeasured(measured.baseline) || comparison.predictions?.baseline === "paired";
    if (paired || isUnmeasured(measured.level))
        return measured;
    // On a first run of both sources the predictions' word for it stands; else the file's does.
    const unstated = isUnmeasured(baseline) && comparison.baseline === null;
    return unstated ? measured : { ...measured, ...changeFrom(baseline, measured.level.value) };
}
function measureStated(comparison, metric, baseline) {
    const { candidate } = comparison;
    const value = readCandidate(candidate, metric);
    const common = { metric, slice: null, n: null, denominator: null };
    if (isUnmeasured(value))
        return { ...common, level: value, baseline, change: value };
    const uncertainty = candidate?.details.get(metric)?.uncertainty ?? null;
    const level = estimateStated(value, uncertainty);
    if (isUnmeasured(baseline))
        return { ...common, level, baseline, change: baseline };
    const change = findDifference(comparison, metric) ?? changeStated(comparison, metric);
    return { ...common, level, baseline, change };
}
/** A comparison of two different evaluations says nothing of the models. */
function findDifference(comparison, metric) {
    const { candidate } = comparison;
    const baseline = baselineFile(comparison);
    if (candidate === null || baseline === null)
        return null;
    const differences = compareFacts(factsOf(candidate, metric), factsOf(baseline, metric));
    if (differences.length === 0)
        return null;
    const told = differences.map(({ name, ...side }) => `${name} is ${(0,src/* quote */.hD)(side.candidate)} and was ${(0,src/* quote */.hD)(side.baseline)} in the baseline`);
    return { reason: "not-comparable", told: `cannot be compared: ${told.join("; ")}` };
}
function changeFrom(baseline, candidate) {
    if (isUnmeasured(baseline))
        return { baseline, change: baseline };
    return { baseline, change: bareEstimate(candidate - baseline) };
}
function readCandidate(file, metric) {
    if (file === null)
        return { reason: "missing-in-candidate", told: "cannot be computed from the predictions" };
    return readMetric(file, metric, "missing-in-candidate");
}
function readBaseline({ baseline }, metric) {
    if (baseline === null)
        return { reason: "missing-in-baseline", told: "has no baseline: no metrics file of it is named" };
    if (isAbsent(baseline))
        return { reason: "no-baseline", told: baseline.absent };
    return readMetric(baseline, metric, "missing-in-baseline");
}
/** Whether there is no baseline yet. */
function isAbsent(baseline) {
    return "absent" in baseline;
}
function readMetric(file, metric, missing) {
    const value = file.values.get(metric);
    if (value === undefined) {
        const kind = file.aside.get(metric);
        if (kind === undefined)
            return { reason: missing, told: `is not in ${file.path}${suggestNames(file, metric)}` };
        return { reason: "not-a-number", told: `is ${kind} in ${file.path}` };
    }
    if (Number.isNaN(value))
        return { reason: "nan", told: `is NaN in ${file.path}: it was not measured` };
    return Number.isFinite(value) ? value : { reason: "infinite", told: `is infinite in ${file.path}` };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/tell-numbers.js
/**
 * Numbers and names as a reviewer reads them in a sentence.
 *
 * @module
 */

const FEWEST_DECIMALS = 3;
const MOST_DECIMALS = 12;
/**
 * A writer of numbers with as many decimals, at least three, as make all of these numbers look different from
 * each other and from zero when they are.
 *
 * @example
 * writerFor([0.78, 0.779996])(0.779996); // => "0.779996"
 * writerFor([0.871, 0.859])(0.871); // => "0.871"
 */
function writerFor(numbers) {
    const different = new Set([0, ...numbers.map(exact)]);
    for (let decimals = FEWEST_DECIMALS; decimals <= MOST_DECIMALS; decimals++) {
        const shown = new Set([...different].map((value) => Number(value.toFixed(decimals))));
        if (shown.size === different.size)
            return (value) => exact(value).toFixed(decimals);
    }
    return (value) => String(exact(value));
}
/** A count with its thousands apart. */
function writeCount(count) {
    return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
/** The metric, and the group it is about. */
function describeSubject({ metric, slice }, against = "baseline") {
    const subject = slice === null ? metric : `${metric} in ${slice.column}=${slice.value}`;
    return against === "baseline" ? subject : `${subject}, against the ${against},`;
}
function exact(value) {
    return (0,src/* roundJudged */.KH)(value) ?? value;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/judge-stated.js
/**
 * A metric that stands in a file and can be computed must be the same number.
 *
 * @module
 */




/** Largest difference between a stated and a computed metric that is arithmetic, not another evaluation. */
const STATED_TOLERANCE = 1e-6;
/** One blocking finding for every metric whose stated value is not what the predictions give. */
function judgeStated(comparison, computed) {
    const { candidate, baseline } = comparison;
    return computed
        .filter(({ slice }) => slice === null)
        .flatMap(({ metric, level, baseline: before }) => [
        ...differ({
            role: "candidate",
            metric,
            file: candidate,
            computed: isUnmeasured(level) ? null : level.value,
        }),
        ...differ({
            role: "baseline",
            metric,
            file: baseline === null || isAbsent(baseline) ? null : baseline,
            computed: isUnmeasured(before) ? null : before,
        }),
    ]);
}
function differ({ role, metric, file, computed }) {
    const stated = file?.values.get(metric);
    if (file === null || stated === undefined || computed === null)
        return [];
    // False for NaN: a metric that was stated as unmeasured is not the computed one.
    if (Math.abs(stated - computed) <= STATED_TOLERANCE)
        return [];
    const write = writerFor([stated, computed].filter(Number.isFinite));
    return [
        (0,src/* finding */.gk)({
            id: `${metric}/stated-differs${role === "candidate" ? "" : "/baseline"}`,
            kind: "metric",
            check: { metric, "stated-in": file.path },
            severity: "block",
            outcome: "fail",
            reason: "stated-differs",
            baseline: (0,src/* roundJudged */.KH)(stated),
            observed: (0,src/* roundJudged */.KH)(computed),
            effect: {
                kind: "difference",
                value: (0,src/* roundJudged */.KH)(computed - stated),
                low: null,
                high: null,
                confidence: null,
            },
            why: `${metric} of the ${role} is ${write(computed)} by its predictions, but ${file.path} says ${Number.isFinite(stated) ? write(stated) : stated}; they may differ by ${STATED_TOLERANCE}.`,
            remedy: "Write metrics and predictions in one evaluation of the same rows, with all digits; or leave the metric out of the file.",
        }),
    ];
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/lint-margins.js
/**
 * Margins that this data could not have judged: below its noise floor.
 *
 * @module
 */



/** One finding for every tolerance on all rows that is smaller than the smallest change these rows could show. */
function lintMargins(decisions) {
    return decisions.filter(isBelowNoise).map(({ weighed, detectable, requiredN }) => {
        const { trial, limit } = weighed;
        const write = writerFor([limit, detectable ?? 0]);
        const rows = requiredN === null
            ? ""
            : ` A breach of ${write(limit)} shows from about ${writeCount(requiredN)} rows.`;
        return (0,src/* finding */.gk)({
            id: `lint/${trial.id}`,
            kind: "requirement",
            check: trial.check.written,
            severity: "info",
            source: trial.check.source,
            // It says nothing of the candidate: the check itself does.
            outcome: "pass",
            reason: "below-noise-floor",
            n: trial.measure.n,
            requiredN,
            detectable: detectable === null ? null : (0,src/* roundJudged */.KH)(detectable),
            why: `\`${trial.limit.kind}\` of ${trial.check.metric} is ${write(limit)}, below the noise floor of this data: the smallest change that could have been shown is ${write(detectable ?? 0)}.${rows}`,
            remedy: "Evaluate on more rows, or choose a margin that these rows can show.",
        });
    });
}
function isBelowNoise({ weighed, detectable }) {
    const { trial, limit, estimate } = weighed;
    if (!LIMIT_RULES[trial.limit.kind].tolerance || trial.measure.slice !== null || limit === 0)
        return false;
    return detectable !== null && !estimate.identical && detectable > limit;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/list-facts.js
/**
 * What the files state beside their numbers, as rows of the report.
 *
 * @module
 */



/** Rows a report can show; the rest of a long list says no more. */
const MOST_ROWS = 100;
/** The formats the files were read as, the facts that make them incomparable, the parameters that differ. */
function listFileFacts(comparison) {
    const { candidate, baseline } = sidesOf(comparison);
    const differences = candidate && baseline ? compareFacts(candidate.facts, baseline.facts) : [];
    const changed = candidate && baseline ? compareFacts(candidate.parameters, baseline.parameters) : [];
    return {
        formats: { candidate: candidate?.format ?? null, baseline: baseline?.format ?? null },
        comparability: differences.slice(0, MOST_ROWS).map((row) => ({ ...row })),
        parameters: changed.slice(0, MOST_ROWS).map((row) => ({ ...row })),
    };
}
/** The uncertainty both files state of a metric, and what makes its two values incomparable. */
function listMetricFacts(comparison, metric) {
    const { candidate, baseline } = sidesOf(comparison);
    const facts = (file) => (file === null ? [] : factsOf(file, metric));
    const uncertainty = (file) => toRow(file?.details.get(metric)?.uncertainty ?? null);
    return {
        stated: { candidate: uncertainty(candidate), baseline: uncertainty(baseline) },
        differences: compareFacts(facts(candidate), facts(baseline)).map((row) => ({ ...row })),
    };
}
function sidesOf(comparison) {
    return { candidate: comparison.candidate, baseline: baselineFile(comparison) };
}
function toRow(uncertainty) {
    if (uncertainty === null)
        return null;
    const { seeds = [], rounds: _rounds, ...numbers } = uncertainty;
    const rounded = Object.entries(numbers).flatMap(([key, value]) => Number.isFinite(value) ? [[key, (0,src/* roundJudged */.KH)(value)]] : []);
    const shown = seeds.slice(0, MOST_ROWS).filter(({ value }) => Number.isFinite(value));
    return {
        ...Object.fromEntries(rounded),
        seeds: shown.map(({ name, value }) => ({ name, value: (0,src/* roundJudged */.KH)(value) })),
    };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/decision-metrics.js
/**
 * Metrics of decisions as functions of a confusion table, as scikit-learn defines them.
 *
 * @module
 */
const precision = ({ right, decided }, at) => (right[at] ?? 0) / (decided[at] ?? 0);
const recall = ({ right, labelled }, at) => (right[at] ?? 0) / (labelled[at] ?? 0);
const f1 = ({ right, labelled, decided }, at) => (2 * (right[at] ?? 0)) / ((labelled[at] ?? 0) + (decided[at] ?? 0));
function accuracy({ right, total }) {
    return sum(right) / total;
}
/** Mean recall of the classes that are labels. */
function balanced(confusion) {
    let [recalls, classes] = [0, 0];
    for (let at = 0; at < confusion.labelled.length; at++) {
        if (!((confusion.labelled[at] ?? 0) > 0))
            continue;
        recalls += recall(confusion, at);
        classes += 1;
    }
    return recalls / classes;
}
/** Mean over the classes that are labels or decisions; a class whose denominator is zero counts as 0. */
function macro(ratio) {
    return (confusion) => {
        let [ratios, classes] = [0, 0];
        for (let at = 0; at < confusion.labelled.length; at++) {
            if (!((confusion.labelled[at] ?? 0) > 0 || (confusion.decided[at] ?? 0) > 0))
                continue;
            ratios += ratio(confusion, at) || 0;
            classes += 1;
        }
        return ratios / classes;
    };
}
/** Mean over the classes, weighted by their labels. */
function weighted(ratio) {
    return (confusion) => {
        let ratios = 0;
        for (let at = 0; at < confusion.labelled.length; at++) {
            ratios += (confusion.labelled[at] ?? 0) * (ratio(confusion, at) || 0);
        }
        return ratios / confusion.total;
    };
}
function sum(values) {
    return values.reduce((all, value) => all + value, 0);
}
const RATIOS = { precision, recall, f1 };
/** By name; metrics of the positive class alone are in {@link POSITIVE_METRICS}. */
const DECISION_METRICS = {
    accuracy,
    balanced_accuracy: balanced,
    ...RATIOS,
    ...Object.fromEntries(Object.entries(RATIOS).flatMap(([name, ratio]) => [
        [`${name}_macro`, macro(ratio)],
        // Over all classes every wrong row is one false positive and one false negative.
        [`${name}_micro`, accuracy],
        [`${name}_weighted`, weighted(ratio)],
    ])),
};
/** Metrics that only mean something where there is a positive class, among two. */
const POSITIVE_METRICS = Object.keys(RATIOS);

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/estimate-smooth.js
/**
 * Estimates of smooth statistics: a value, its standard error, and a test by Student's t or the normal distribution.
 *
 * @module
 */


/** Beyond this many degrees of freedom Student's t is the normal distribution to six digits. */
const MANY = 1e6;
/** The interval and the tests that the standard error gives. */
function estimateSmooth(smooth) {
    const { value, standardError, method, identical } = smooth;
    const degrees = smooth.degrees !== null && smooth.degrees < MANY ? smooth.degrees : null;
    const p = (1 + CONFIDENCE) / 2;
    const known = Number.isFinite(standardError) && (degrees === null || degrees >= 1);
    const half = known
        ? (degrees === null ? (0,statistics_src/* normalQuantile */.Zl)(p) : (0,statistics_src/* studentQuantile */.FI)(p, degrees)) * standardError
        : 0;
    return {
        value,
        // Without spread the interval would be a point, and a point proves nothing.
        interval: half > 0 ? { low: value - half, high: value + half, confidence: CONFIDENCE } : null,
        standardError: known ? standardError : null,
        method,
        identical,
        test(hypothesis, alternative) {
            if (!known || !(standardError > 0))
                return value === hypothesis ? 1 : null;
            const z = ((value - hypothesis) / standardError) * (alternative === "greater" ? 1 : -1);
            return degrees === null ? (0,statistics_src/* normalSurvival */.IL)(z) : (0,statistics_src/* studentSurvival */.WJ)(z, degrees);
        },
    };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/measure-accuracy.js
/**
 * Shares of rows, and the change of accuracy on the same rows, by exact methods.
 *
 * @module
 */


/** A share of n rows, with Wilson's interval and the exact binomial test. */
function estimateShare(right, n) {
    const value = right / n;
    return {
        value,
        interval: (0,statistics_src/* wilsonInterval */.YV)({ successes: right, trials: n, confidence: CONFIDENCE }),
        standardError: Math.sqrt((value * (1 - value)) / n),
        method: "binomial-exact",
        identical: false,
        test: (hypothesis, alternative) => testShare({ right, n }, hypothesis, alternative),
    };
}
function testShare({ right, n }, hypothesis, alternative) {
    // No probability lies outside 0..1: a limit there is met or missed for certain.
    if (hypothesis < 0 || hypothesis > 1)
        return null;
    return (0,statistics_src/* binomialTest */.WK)({ successes: right, trials: n, against: hypothesis, alternative });
}
/** (gained - lost) / n, with Tango's score interval (1998) and McNemar's mid-p test of no change. */
function estimateChange({ gained, lost, flipped }, n) {
    const value = (gained - lost) / n;
    const standardError = Math.sqrt(Math.max(0, gained + lost - (gained - lost) ** 2 / n)) / n;
    return {
        value,
        interval: (0,statistics_src/* tangoInterval */.B9)({ gained, lost, n, confidence: CONFIDENCE }),
        standardError,
        method: "mcnemar-mid-p",
        identical: flipped === 0,
        test: (hypothesis, alternative) => hypothesis === 0
            ? (0,statistics_src/* mcnemarMidP */.km)({ gained, lost, alternative })
            : testNormal({ value, standardError }, hypothesis, alternative),
    };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/measure-decisions.js





/** Replicates of every resampling: p-values down to 0.0002. */
const RESAMPLES = 4999;
/** Fewer rows than this under a ratio leave more than one resample in a hundred without a value: exp(-4.6) = 0.01. */
const measure_decisions_FEWEST = 5;
/** Every metric of decisions, and churn, on the rows of one slice. */
function measureDecisions(counts, reading) {
    const positive = reading.classes.indexOf(reading.positive);
    const binary = reading.classes.length <= 2 && positive !== -1;
    const names = Object.keys(DECISION_METRICS).filter((name) => binary || !POSITIVE_METRICS.includes(name));
    const table = { counts: addMirrors(counts), reading, positive, paired: isPaired(counts) };
    return [
        ...names.map((metric) => measureMetric(metric, table)),
        ...(table.paired ? [measureChurn(table)] : []),
    ];
}
function isPaired({ cells }) {
    return cells.length > 0 && cells.every(({ baseline }) => baseline !== null);
}
/** Whether every row is a unit of weight 1: then exact methods hold. */
function isPlain({ counts, reading }) {
    return !reading.weighted && counts.clusters === null;
}
function measureMetric(metric, table) {
    const { counts, paired, reading, positive } = table;
    const { slice, n, cells } = counts;
    const of = (side) => statisticOf(metric, { cells, side, table });
    const weights = cells.map(({ weight }) => weight);
    const value = of("candidate")(weights);
    const smaller = POSITIVE_METRICS.includes(metric) ? countSmaller(cells, positive) : n;
    const common = { metric, slice, n, denominator: smaller, ...countEffective(cells, n) };
    const unmeasured = findUnmeasured(metric, value, table);
    if (unmeasured !== null)
        return { ...common, level: unmeasured, baseline: unmeasured, change: unmeasured };
    const before = paired ? of("baseline")(weights) : null;
    const none = before === null ? reading.absent : findUndefined(before);
    const change = () => {
        const [after, earlier] = [of("candidate"), of("baseline")];
        return estimateFrom((all) => after(all) - earlier(all), { metric, table, isChange: true });
    };
    return {
        ...common,
        level: estimateFrom(of("candidate"), { metric, table, isChange: false }),
        baseline: none ?? before ?? reading.absent,
        change: none ?? change(),
    };
}
function findUnmeasured(metric, value, { counts, positive }) {
    const { n, cells } = counts;
    if (n === 0)
        return { reason: "no-rows", told: "has no rows to be measured on" };
    if (cells.every(({ weight }) => weight === 0))
        return { reason: "no-weight", told: "has no value: all weights are 0" };
    if (!POSITIVE_METRICS.includes(metric))
        return findUndefined(value);
    const under = cells.filter((cell) => metric === "precision" ? cell.candidate === positive : cell.label === positive);
    const rows = under.reduce((sum, { count }) => sum + count, 0);
    if (rows >= measure_decisions_FEWEST || (rows > 0 && metric === "f1"))
        return findUndefined(value);
    const what = metric === "precision" ? "decided as positive" : "labelled positive";
    return {
        reason: "undefined",
        told: `has no value to rely on: ${rows} rows are ${what}; ${measure_decisions_FEWEST} are needed`,
    };
}
function findUndefined(value) {
    return Number.isNaN(value) ? { reason: "undefined", told: "has no value: its denominator is 0" } : null;
}
function countSmaller(cells, positive) {
    const counts = [0, 0];
    for (const { label, count } of cells)
        counts[label === positive ? 1 : 0] = (counts[label === positive ? 1 : 0] ?? 0) + count;
    return Math.min(...counts);
}
function countEffective(cells, n) {
    const total = cells.reduce((sum, { weight }) => sum + weight, 0);
    const effective = total ** 2 / cells.reduce((sum, { squares }) => sum + squares, 0);
    return Math.abs(effective - n) > 1e-6 * n ? { effectiveN: effective } : {};
}
/** The metric of one side as a function of the cells' weights. */
function statisticOf(metric, { cells, side, table, }) {
    const formula = DECISION_METRICS[metric] ?? (() => Number.NaN);
    const classes = table.reading.classes.length;
    const tally = createTally(cells.map((cell) => ({ label: cell.label, decision: cell[side] ?? 0 })), classes);
    return (weights) => formula(tally(weights), table.positive);
}
/** Counts weights into one confusion table that every call fills anew: resampling calls it thousands of times. */
function createTally(places, classes) {
    const labels = Uint16Array.from(places, ({ label }) => label);
    const decisions = Uint16Array.from(places, ({ decision }) => decision);
    const [right, labelled, decided] = [
        new Float64Array(classes),
        new Float64Array(classes),
        new Float64Array(classes),
    ];
    return (weights) => {
        right.fill(0);
        labelled.fill(0);
        decided.fill(0);
        let total = 0;
        for (let cell = 0; cell < labels.length; cell++) {
            const label = labels[cell] ?? 0;
            const decision = decisions[cell] ?? 0;
            const weight = weights[cell] ?? 0;
            total += weight;
            labelled[label] = (labelled[label] ?? 0) + weight;
            decided[decision] = (decided[decision] ?? 0) + weight;
            if (label === decision)
                right[label] = (right[label] ?? 0) + weight;
        }
        return { right, labelled, decided, total };
    };
}
function estimateFrom(statistic, { metric, table, isChange }) {
    const { cells } = table.counts;
    const identical = isChange && cells.every(({ candidate, baseline }) => candidate === baseline);
    if (!isPlain(table))
        return estimateLinear(statistic, { table, isChange, identical });
    const { n } = table.counts;
    if (metric === "accuracy" || metric.endsWith("_micro")) {
        return isChange ? estimateChange(countDiscordant(cells), n) : estimateShare(countRight(cells), n);
    }
    return estimateResampled(statistic, { table, metric, isChange, identical });
}
function countRight(cells) {
    return countWhere(cells, ({ label, candidate }) => label === candidate);
}
/** Rows that one model alone decides rightly, and those whose decision differs. */
function countDiscordant(cells) {
    return {
        gained: countWhere(cells, ({ label, candidate, baseline }) => label === candidate && label !== baseline),
        lost: countWhere(cells, ({ label, candidate, baseline }) => label !== candidate && label === baseline),
        flipped: countWhere(cells, ({ candidate, baseline }) => candidate !== baseline),
    };
}
function countWhere(cells, test) {
    return cells.reduce((sum, cell) => sum + (test(cell) ? cell.count : 0), 0);
}
/** Weights or clusters: the variance of the linear part. */
function estimateLinear(statistic, { table, isChange, identical }) {
    const { cells, clusters, n } = table.counts;
    const units = clusters?.units ?? n;
    const value = statistic(cells.map(({ weight }) => weight));
    const kind = clusters === null ? "sandwich-t" : "cluster-robust-t";
    return estimateSmooth({
        value: identical ? 0 : value,
        standardError: identical ? 0 : Math.sqrt((varianceOf(statistic, table) * units) / (units - 1)),
        degrees: units - 1,
        method: isChange ? `paired-${kind}` : kind,
        identical,
    });
}
/** Σ g² Σw², or over clusters Σ g_a g_b Σ w_a w_b, with g the derivative by each cell's weight. */
function varianceOf(statistic, { counts: { cells, clusters } }) {
    const weights = cells.map(({ weight }) => weight);
    const gradient = weights.map((weight, cell) => slopeAt(statistic, weights, { cell, step: weight * 1e-4 }));
    if (clusters === null) {
        return cells.reduce((sum, { squares }, cell) => sum + (gradient[cell] ?? 0) ** 2 * squares, 0);
    }
    return Math.max(0, clusters.products.reduce((sum, { a, b, product }) => sum + (gradient[a] ?? 0) * (gradient[b] ?? 0) * product, 0));
}
function slopeAt(statistic, weights, { cell, step }) {
    if (!(step > 0))
        return 0;
    const at = (distance) => statistic(weights.map((weight, index) => (index === cell ? weight + distance : weight)));
    return (at(step) - at(-step)) / (2 * step);
}
/** Resampled once, when an interval or a test is asked for: most numbers of a report are only shown. */
function estimateResampled(statistic, { table, metric, isChange, identical }) {
    const { cells, slice } = table.counts;
    const counts = cells.map(({ count }) => count);
    // The seed is what is resampled: the same counts give the same numbers, whatever order rows come in.
    const seed = JSON.stringify([metric, isChange, slice, cells]);
    const resampling = { counts, resamples: RESAMPLES, seed };
    let kept = null;
    const replicates = () => (kept ??= (0,statistics_src/* bootstrapCounts */.nv)(resampling, statistic));
    const value = statistic(counts);
    const standardError = Math.sqrt(varianceOf(statistic, table));
    return {
        value,
        get interval() {
            return (0,statistics_src/* bcaInterval */.GA)(replicates(), CONFIDENCE);
        },
        standardError,
        method: isChange ? "permutation-bca" : "bootstrap-bca",
        resamples: RESAMPLES,
        identical,
        test(hypothesis, alternative) {
            if (identical)
                return testNormal({ value, standardError }, hypothesis, alternative);
            if (!isChange || hypothesis !== 0)
                return (0,statistics_src/* bcaTest */.$v)(replicates(), hypothesis, alternative);
            return (0,statistics_src/* permuteCounts */.fB)({ ...resampling, swapped: placeMirrors(cells) }, statistic, alternative);
        },
    };
}
const nameCell = (label, one, other) => `${label}/${one}/${other}`;
/** Adds, without rows, the cells that rows move to when the two models' decisions are swapped. */
function addMirrors(counts) {
    const there = new Set(counts.cells.map((cell) => nameCell(cell.label, cell.candidate, cell.baseline)));
    const mirrors = counts.cells.flatMap(({ label, candidate, baseline }) => baseline === null || there.has(nameCell(label, baseline, candidate))
        ? []
        : [{ label, candidate: baseline, baseline: candidate, count: 0, weight: 0, squares: 0 }]);
    return { ...counts, cells: [...counts.cells, ...mirrors] };
}
/** For each cell the place of the one that its rows move to. */
function placeMirrors(cells) {
    const places = new Map(cells.map((cell, place) => [nameCell(cell.label, cell.candidate, cell.baseline), place]));
    return cells.map(({ label, candidate, baseline }, place) => baseline === null ? place : (places.get(nameCell(label, baseline, candidate)) ?? place));
}
/** The share of rows whose decision flips; there is no baseline to compare it with. */
function measureChurn({ counts, reading }) {
    const { slice, n, cells } = counts;
    const flips = (cell) => cell.candidate !== cell.baseline;
    const none = { reason: "missing-in-baseline", told: "is itself a comparison: limit it with `max`" };
    const table = { counts, reading, positive: -1, paired: true };
    const share = (weights) => {
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        return (weights.reduce((sum, weight, at) => sum + (flips(cells[at]) ? weight : 0), 0) / total);
    };
    const level = isPlain(table)
        ? estimateShare(countWhere(cells, flips), n)
        : estimateLinear(share, { table, isChange: false, identical: false });
    return { metric: "churn", slice, n, denominator: n, level, baseline: none, change: none };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/list-metrics.js
/**
 * Every metric of the two files and of the predictions as rows: what only the report shows, and nothing judges.
 *
 * @module
 */







/** Rows a report can show; the rest are counted. */
const list_metrics_MOST_ROWS = 500;
/**
 * The measurements `comparison/1`: `metrics` (rows with baseline, candidate, change and its interval, direction and
 * where it comes from), `slices` (the worst lower bounds first), `pairs` (gained, lost, churn = share of decisions
 * that flip, with its interval), `examples` (rows that only one model decides rightly), `curves` (ROC and calibration
 * points, histograms), `omitted` rows, `formats`, `comparability` (facts that differ) and `parameters` (that differ)
 * of the files.
 */
function listMetrics(comparison, computed, checks) {
    const names = listNames(comparison, computed, checks);
    const shown = names.slice(0, list_metrics_MOST_ROWS);
    const { predictions } = comparison;
    const [overall] = predictions?.decisions ?? [];
    return {
        schema: "comparison/1",
        data: {
            metrics: shown.map((name) => list_metrics_toRow(findMeasure(comparison, computed, name), { comparison, checks })),
            omitted: names.length - shown.length,
            slices: listSlices(computed, checks).slice(0, list_metrics_MOST_ROWS),
            pairs: overall === undefined ? null : toPairs(overall),
            ...listFileFacts(comparison),
            examples: (predictions?.examples ?? []).map((example) => ({ ...example })),
            curves: toCurves(predictions?.curves ?? null),
        },
    };
}
function toCurves(curves) {
    return (curves && { candidate: toLists(curves.candidate), baseline: curves.baseline && toLists(curves.baseline) });
}
function toLists({ roc, calibration, histogram }) {
    return {
        roc: roc.map((point) => [...point]),
        calibration: calibration.map((point) => [...point]),
        histogram: [...histogram],
    };
}
/** Resampling is for what is judged; what is only shown has the interval of its standard error. */
function boundsOf(estimate, judged) {
    if (isUnmeasured(estimate))
        return { low: null, high: null };
    const { value, standardError, resamples } = estimate;
    if (resamples && !judged) {
        const half = (0,statistics_src/* normalQuantile */.Zl)((1 + CONFIDENCE) / 2) * (standardError ?? 0);
        return half > 0
            ? { low: (0,src/* roundJudged */.KH)(value - half), high: (0,src/* roundJudged */.KH)(value + half) }
            : { low: null, high: null };
    }
    const { interval } = estimate;
    return { low: interval && (0,src/* roundJudged */.KH)(interval.low), high: interval && (0,src/* roundJudged */.KH)(interval.high) };
}
/** Every group of every metric, the one whose change may be worst first. */
function listSlices(computed, checks) {
    const rows = computed
        .filter(({ slice, level }) => slice !== null && !isUnmeasured(level))
        .map((measure) => {
        const judged = checks.some(({ metric, by }) => metric === measure.metric && by.includes(measure.slice?.column ?? ""));
        const lower = directionOf(measure.metric) === "lower";
        const bounds = boundsOf(measure.change, judged);
        return {
            measure,
            bounds,
            worst: lower ? -(bounds.high ?? Number.NEGATIVE_INFINITY) : (bounds.low ?? Number.POSITIVE_INFINITY),
        };
    });
    return rows
        .sort((left, right) => left.worst - right.worst || 0)
        .map(({ measure, bounds }) => toSliceRow(measure, bounds));
}
function listNames({ candidate, baseline }, computed, checks) {
    const stated = baseline === null || isAbsent(baseline) ? [] : baseline.values.keys();
    const checked = new Set(checks.map(({ metric }) => metric));
    // A metric that these columns cannot give is told only where it is asked for.
    const measured = computed.filter(({ level }) => !isUnmeasured(level));
    const others = new Set([
        ...measured.map(({ metric }) => metric),
        ...(candidate?.values.keys() ?? []),
        ...stated,
    ]);
    const unchecked = [...others].filter((name) => !checked.has(name));
    return [...checked, ...unchecked.sort()];
}
function list_metrics_toRow({ metric, level, baseline, change, n, effectiveN }, { comparison, checks }) {
    const { direction, source: directionFrom } = findDirection(metric, { checks, comparison });
    return {
        metric,
        baseline: numberOf(baseline),
        candidate: numberOf(level),
        change: numberOf(change),
        ...boundsOf(isUnmeasured(baseline) ? level : change, checks.some((check) => check.metric === metric)),
        status: describeStatus(comparison, { level, baseline }),
        direction,
        directionFrom,
        ...listMetricFacts(comparison, metric),
        from: n === null ? "file" : "predictions",
        n,
        ...(effectiveN === undefined ? {} : { effectiveN: (0,src/* roundJudged */.KH)(effectiveN) }),
    };
}
function describeStatus({ baseline: file }, { level, baseline }) {
    if (isUnmeasured(level))
        return level.reason === "missing-in-candidate" && !isUnmeasured(baseline) ? "removed" : level.reason;
    if (!isUnmeasured(baseline))
        return "both";
    return baseline.reason === "missing-in-baseline" && file !== null ? "added" : baseline.reason;
}
function toSliceRow({ metric, slice, n, level, baseline, change }, bounds) {
    return {
        metric,
        column: slice?.column ?? null,
        value: slice?.value ?? null,
        n,
        baseline: numberOf(baseline),
        candidate: numberOf(level),
        change: numberOf(change),
        ...bounds,
    };
}
function toPairs({ n, cells }) {
    if (cells.some(({ baseline }) => baseline === null))
        return null;
    const { gained, lost, flipped } = countDiscordant(cells);
    if (n === 0)
        return { n, gained, lost, flipped, churn: null };
    const { low, high } = (0,statistics_src/* wilsonInterval */.YV)({ successes: flipped, trials: n, confidence: CONFIDENCE });
    const interval = { low: (0,src/* roundJudged */.KH)(low), high: (0,src/* roundJudged */.KH)(high) };
    return { n, gained, lost, flipped, churn: (0,src/* roundJudged */.KH)(flipped / n), ...interval };
}
function numberOf(number) {
    if (typeof number === "number")
        return (0,src/* roundJudged */.KH)(number);
    return "value" in number && typeof number.value === "number" ? (0,src/* roundJudged */.KH)(number.value) : null;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/measure-folds.js
/**
 * Metrics that vary over cross-validation folds: the change is judged over folds, not rows.
 *
 * @module
 */


/** With fewer folds than this a spread is no spread. */
const measure_folds_FEWEST = 3;
/**
 * Replaces each change on all rows by the mean change over folds and the corrected resampled t-test (Nadeau & Bengio
 * 2003): variance (1/k + 1/(k - 1)) s², because the k training sets overlap. The folds themselves are left out.
 */
function measureFolds(measures, fold) {
    const isFold = ({ slice }) => slice?.column === fold;
    return measures
        .filter((measure) => !isFold(measure))
        .map((measure) => {
        if (measure.slice !== null || isUnmeasured(measure.change))
            return measure;
        const folds = measures.filter((each) => isFold(each) && each.metric === measure.metric);
        return { ...measure, change: measure.change.identical ? measure.change : changeOver(folds) };
    });
}
function changeOver(folds) {
    const changes = folds.flatMap(({ change }) => (isUnmeasured(change) ? [] : [change.value]));
    const k = changes.length;
    if (k < folds.length || k < measure_folds_FEWEST)
        return tooFew(k, folds.length);
    const value = changes.reduce((sum, change) => sum + change, 0) / k;
    const variance = changes.reduce((sum, change) => sum + (change - value) ** 2, 0) / (k - 1);
    return estimateSmooth({
        value,
        standardError: Math.sqrt((1 / k + 1 / (k - 1)) * variance),
        degrees: k - 1,
        method: "corrected-resampled-t",
        identical: false,
    });
}
function tooFew(measured, folds) {
    const told = `has a value in ${measured} of ${folds} folds; all of them, and at least ${measure_folds_FEWEST}, are wanted`;
    return { reason: "few-folds", told };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/measure-ranks.js

/** Fewer rows of a class than this have no spread. */
const measure_ranks_FEWEST = 2;
/**
 * The area under the ROC curve by midranks, its error by DeLong, DeLong and Clarke-Pearson (1988) on the same rows;
 * average precision by its linear part.
 */
function measureRanks({ area, precision }, all, absent) {
    const areas = all.map((sums) => measureStatistic({
        metric: area,
        sums,
        found: sums.area,
        bound: sums.areaBound,
        absent,
        method: "delong",
    }));
    if (precision === null)
        return areas;
    return [
        ...areas,
        ...all.map((sums) => measureStatistic({
            metric: precision,
            sums,
            found: sums.precision,
            bound: sums.precisionBound,
            absent,
            method: "linearized",
        })),
    ];
}
function measureStatistic({ metric, sums, found, bound, absent, method }) {
    const { slice, n, smaller } = sums;
    const common = { metric, slice, n, denominator: smaller, ...(bound > 0 ? { bound } : {}) };
    const unmeasured = measure_ranks_findUnmeasured(sums, found);
    if (unmeasured !== null || found === null) {
        const none = unmeasured ?? NO_ROWS;
        return { ...common, level: none, baseline: none, change: none };
    }
    const { candidate: value, baseline } = found;
    const standardError = Math.sqrt(found.levelVariance);
    return {
        ...common,
        level: estimateSmooth({ value, standardError, degrees: null, method, identical: false }),
        baseline: baseline ?? absent,
        change: baseline === null
            ? absent
            : estimateSmooth({
                value: sums.gap === 0 ? 0 : value - baseline,
                standardError: sums.gap === 0 ? 0 : Math.sqrt(found.changeVariance),
                degrees: null,
                method: `${method}-paired`,
                identical: sums.gap === 0,
            }),
    };
}
const NO_ROWS = { reason: "no-rows", told: "has no rows to be measured on" };
function measure_ranks_findUnmeasured({ n, smaller }, found) {
    if (n === 0)
        return NO_ROWS;
    if (smaller >= measure_ranks_FEWEST && found !== null)
        return null;
    const told = `has no value: ${smaller} rows of a class; ${measure_ranks_FEWEST} of each are needed`;
    return { reason: "undefined", told };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/measure-sums.js

/** Outputs closer than this, as a share of the larger one, are the same but for the noise of arithmetic. */
const NOISE = 1e-9;
const FORMULAS = {
    absolute: { mean_absolute_error: mean },
    percentage: { mean_absolute_percentage_error: mean },
    squared: { root_mean_squared_error: root, mean_squared_error: mean, r2: determination },
};
/** Every metric that the sums of one loss give, on all rows and in every group. */
function measureLoss(loss, all, reading) {
    const formulas = Object.entries(FORMULAS[loss] ?? { [loss]: mean });
    return formulas.flatMap(([metric, formula]) => all.map((sums) => measureSums({ metric, sums, formula, ...reading })));
}
/** A metric of rankings: a mean over queries. */
function measureRanking(metric, all, reading) {
    return all.map((sums) => {
        const measure = measureSums({
            metric,
            sums: { ...sums, shift: 0, centre: 0 },
            formula: mean,
            ...reading,
        });
        return { ...measure, n: sums.units, denominator: sums.units };
    });
}
function measureSums({ metric, sums, formula, absent, method }) {
    const { slice, n } = sums;
    const unmeasured = measure_sums_findUnmeasured(sums);
    const common = { metric, slice, n, denominator: n, ...measure_sums_countEffective(sums) };
    if (unmeasured !== null)
        return { ...common, level: unmeasured, baseline: unmeasured, change: unmeasured };
    const level = formula(sums, "a");
    if (!Number.isFinite(level.value)) {
        const constant = { reason: "constant-label", told: "has no value: all labels are the same" };
        return { ...common, level: constant, baseline: constant, change: constant };
    }
    const before = "b" in sums.totals ? formula(sums, "b") : null;
    return {
        ...common,
        level: estimate(level, sums, { method: method.replace("paired-", ""), identical: false }),
        baseline: before === null ? absent : before.value,
        change: before === null ? absent : measure_sums_estimateChange(level, before, { sums, method }),
    };
}
function measure_sums_estimateChange(level, before, { sums, method }) {
    const identical = (sums.largest["gap"] ?? 1) <= NOISE;
    const names = [...new Set([...Object.keys(level.gradient), ...Object.keys(before.gradient)])];
    const of = (linear, name) => linear.gradient[name] ?? 0;
    const gradient = Object.fromEntries(names.map((name) => [name, of(level, name) - of(before, name)]));
    if (identical)
        return estimate({ value: 0, gradient: {} }, sums, { method, identical });
    return estimate({ value: level.value - before.value, gradient }, sums, { method, identical });
}
function measure_sums_findUnmeasured({ n, totals, largest }) {
    if (n === 0)
        return { reason: "no-rows", told: "has no rows to be measured on" };
    if (!((totals["w"] ?? 0) > 0))
        return { reason: "no-weight", told: "has no value: all weights are 0" };
    const outside = "has no value: scores lie outside 0 to 1, and a probability is needed";
    return largest["outside"] === 1 ? { reason: "no-probability", told: outside } : null;
}
function measure_sums_countEffective({ n, totals, products }) {
    const effective = (totals["w"] ?? 0) ** 2 / (products["w*w"] ?? 1);
    return Math.abs(effective - n) > 1e-6 * n ? { effectiveN: effective } : {};
}
function estimate({ value, gradient }, { units, products }, how) {
    let variance = 0;
    for (const [pair, product] of Object.entries(products)) {
        const [a = "", b = ""] = pair.split("*");
        variance += (a === b ? 1 : 2) * (gradient[a] ?? 0) * (gradient[b] ?? 0) * product;
    }
    const standardError = Math.sqrt((Math.max(0, variance) * units) / (units - 1));
    return estimateSmooth({ value, standardError, degrees: units - 1, ...how });
}
function mean({ totals, shift }, side) {
    const { w = 0, [side]: sum = 0 } = totals;
    return { value: shift + sum / w, gradient: { [side]: 1 / w, w: -sum / w ** 2 } };
}
function root(sums, side) {
    const { value, gradient } = mean(sums, side);
    const scale = value > 0 ? 1 / (2 * Math.sqrt(value)) : 0;
    return { value: Math.sqrt(Math.max(0, value)), gradient: scaled(gradient, scale) };
}
/** 1 - mean squared error / variance of the label. */
function determination(sums, side) {
    const { value: error, gradient } = mean(sums, side);
    const { w = 0, v = 0, z = 0 } = sums.totals;
    const spread = v / w - (z / w) ** 2;
    if (!(spread > 1e-12 * (v / w)))
        return { value: Number.NaN, gradient: {} };
    const share = error / spread ** 2;
    const fall = scaled(gradient, -1 / spread);
    return {
        value: 1 - error / spread,
        gradient: {
            [side]: fall[side] ?? 0,
            v: share / w,
            z: (-2 * share * z) / w ** 2,
            w: (fall["w"] ?? 0) + share * (-v / w ** 2 + (2 * z ** 2) / w ** 3),
        },
    };
}
function scaled(gradient, scale) {
    return Object.fromEntries(Object.entries(gradient).map(([name, value]) => [name, value * scale]));
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/measure-predictions.js




/** Metrics of decisions, mean losses, areas under curves and rankings, whichever the columns allow. */
function measurePredictions(evidence) {
    const { columns, classes, decisions, losses, ranks, rankings } = evidence;
    const absent = describeAbsence(evidence.baseline);
    const weighted = columns.weight !== null;
    const { positive } = columns;
    const method = columns.cluster ? "paired-cluster-robust-t" : weighted ? "paired-sandwich-t" : "paired-t";
    const measures = [
        ...(decisions ?? []).flatMap((counts) => measureDecisions(counts, { classes: classes ?? [], positive, weighted, absent })),
        ...Object.entries(losses).flatMap(([loss, sums]) => measureLoss(loss, sums, { absent, method })),
        ...ranks.flatMap(({ plan, sums }) => measureRanks(plan, sums, absent)),
        ...Object.entries(rankings).flatMap(([metric, sums]) => measureRanking(metric, sums, { absent, method })),
    ];
    return columns.fold ? measureFolds(measures, columns.fold) : measures;
}
function describeAbsence(baseline) {
    if (baseline !== null && baseline !== "paired")
        return { reason: "no-baseline", told: baseline.absent };
    return { reason: "missing-in-baseline", told: "is not in the baseline's predictions" };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/plan-trials.js
/**
 * Which judgements the checks ask for: one for every limit, on all rows and in every group.
 *
 * @module
 */





/**
 * Trials of the limits against the anchor, each beside the baseline's own.
 *
 * @throws InputError as {@link planTrials} does.
 */
function planAnchorTrials(checks, comparison, computed) {
    const anchored = checks.flatMap((check) => check.anchor?.length ? [{ ...check, limits: check.anchor, anchor: [], unless: null }] : []);
    return planTrials(anchored, comparison, computed).map((trial) => ({
        ...trial,
        id: `${trial.id}/anchor`,
        against: "anchor",
    }));
}
/** @throws InputError for metrics of unknown direction and for limits that are given twice. */
function planTrials(checks, comparison, computed) {
    const pointless = checks.filter(needsDirection);
    if (pointless.length > 0)
        throw new src/* InputError */.dz(pointless.map(askDirection));
    const claimed = claimOverall(checks);
    const trials = checks.flatMap((check) => check.limits.flatMap((written) => {
        const trade = written.kind === "max-drop" ? settleTrade(check, comparison, computed) : null;
        const limit = trade?.holds
            ? { ...written, value: check.unless?.["max-drop"] ?? written.value }
            : written;
        const overall = claimed.get(claimKey(check, limit.kind)) === check;
        const measures = [
            ...(overall ? [findMeasure(comparison, computed, check.metric)] : []),
            ...findSlices(check, comparison, computed),
        ];
        return measures.map((measure) => toTrial(check, limit, { measure, trade }));
    }));
    refuseTwins(trials);
    return trials;
}
/** The direction that decides: the check's own, else the table's. */
function resolveDirection(check) {
    return check.direction ?? directionOf(check.metric);
}
function needsDirection(check) {
    return (resolveDirection(check) === null && check.limits.some(({ kind }) => LIMIT_RULES[kind].about === "change"));
}
function askDirection({ metric, source }) {
    return {
        message: `A change of ${(0,src/* quote */.hD)(metric)} is limited, but whether higher or lower is better is not known.`,
        remedy: "Add `direction: higher` or `direction: lower` to the check.",
        ...(source ?? {}),
    };
}
/** All rows are judged by the check without groups; else by the first of that metric and limit. */
function claimOverall(checks) {
    const claimed = new Map();
    const plainFirst = [...checks].sort((left, right) => Math.min(1, left.by.length) - Math.min(1, right.by.length));
    for (const check of plainFirst) {
        for (const { kind } of check.limits) {
            const key = claimKey(check, kind);
            if (!claimed.has(key) || check.by.length === 0)
                claimed.set(key, check);
        }
    }
    return claimed;
}
function claimKey({ metric }, kind) {
    return JSON.stringify([metric, kind]);
}
function findSlices(check, comparison, computed) {
    const ofMetric = computed.filter(({ metric }) => metric === check.metric);
    if (ofMetric.length > 0)
        return ofMetric.filter(({ slice }) => slice !== null && check.by.includes(slice.column));
    // A group list meant for the whole section says nothing about metrics that only stand in a file.
    if (!Object.hasOwn(check.written, "by") || comparison.candidate === null)
        return [];
    const unsliced = {
        reason: "unsupported",
        told: "cannot be judged by group: the predictions do not give it",
    };
    return check.by.map((column) => ({
        metric: check.metric,
        slice: { column, value: "*" },
        n: null,
        denominator: null,
        level: unsliced,
        baseline: unsliced,
        change: unsliced,
    }));
}
function toTrial(check, limit, { measure, trade }) {
    const { slice } = measure;
    const suffix = slice === null ? "" : `/${slice.column}=${slice.value}`;
    return {
        id: `${check.metric}/${limit.kind}${suffix}`,
        check,
        limit,
        direction: resolveDirection(check),
        measure,
        against: "baseline",
        trade,
    };
}
/** Whether the cost that the check names fell by as much as it asks for. */
function settleTrade({ unless }, comparison, computed) {
    if (!unless)
        return null;
    const { level, baseline } = findMeasure(comparison, computed, unless.metric);
    const known = !isUnmeasured(level) && !isUnmeasured(baseline) && baseline > 0;
    const fell = known ? (baseline - level.value) / baseline : null;
    const wanted = unless["falls-by"];
    return { metric: unless.metric, wanted, fell, holds: fell !== null && fell >= wanted - 1e-12 };
}
function refuseTwins(trials) {
    const seen = new Set();
    const twins = trials.filter(({ id }) => seen.size === seen.add(id).size);
    if (twins.length === 0)
        return;
    throw new src/* InputError */.dz(twins.slice(0, 20).map(({ id, check }) => ({
        message: `Two limits would be reported as ${(0,src/* quote */.hD)(id)}.`,
        remedy: "Keep one of the checks, or give them different metrics, limits or groups.",
        ...(check.source ?? {}),
    })));
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/reduce-series.js
/**
 * Reduces a series. Without a reducer: the last value of a series by step, the mean over seeds or folds; with both,
 * each seed is reduced by step first, and the seeds are averaged. A value that was not measured makes `min`, `max`
 * and `mean` unmeasured too. The mean of seeds comes with each seed's value, its standard deviation (n - 1) and its
 * standard error.
 *
 * @example
 * reduceSeries([{ step: 1, seed: null, value: 0.9 }, { step: 2, seed: null, value: 0.4 }], null).value; // => 0.4
 * reduceSeries([{ step: null, seed: "1", value: 2 }, { step: null, seed: "2", value: 4 }], null).value; // => 3
 */
function reduceSeries(points, reducer, companion = null) {
    const bySeed = Map.groupBy(points, ({ seed }) => seed);
    const seeded = !bySeed.has(null) && points.length > 0;
    const kind = reducer?.kind ?? "last";
    if (!seeded) {
        if (kind === "mean-of-seeds")
            return bare("a series without seeds or folds");
        return bare(reduceSteps(points, reducer ?? LAST, companion));
    }
    const stepless = points.every(({ step }) => step === null);
    if (stepless && reducer !== null)
        return reduceSeeds(points, reducer);
    const perStep = reducer === null || kind === "mean-of-seeds" ? LAST : reducer;
    const reduced = [...bySeed].map(([seed, own]) => ({
        name: String(seed),
        value: reduceSteps(own, perStep, companionOf(companion, seed)),
    }));
    return meanOfSeeds(reduced);
}
const LAST = { kind: "last" };
function bare(value) {
    return { value, uncertainty: null };
}
function companionOf(companion, seed) {
    return companion && { ...companion, points: companion.points.filter((point) => point.seed === seed) };
}
/** One value a seed: only what needs no steps can be asked of them. */
function reduceSeeds(points, reducer) {
    const values = points.map(({ value }) => value);
    if (reducer.kind === "min")
        return bare(least(values));
    if (reducer.kind === "max")
        return bare(-least(values.map((value) => -value)));
    if (reducer.kind === "mean" || reducer.kind === "mean-of-seeds")
        return meanOfSeeds(points.map(({ seed, value }) => ({ name: String(seed), value })));
    return bare("a value a seed or fold, without steps");
}
function meanOfSeeds(named) {
    const odd = named.find(({ value }) => typeof value === "string");
    if (odd !== undefined)
        return bare(odd.value);
    const values = named.map(({ name, value }) => ({ name, value: Number(value) }));
    const n = values.length;
    const mean = meanOf(values.map(({ value }) => value));
    if (n < 2)
        return { value: mean, uncertainty: { n, seeds: values } };
    const squares = values.reduce((sum, { value }) => sum + (value - mean) ** 2, 0);
    const standardDeviation = Math.sqrt(squares / (n - 1));
    return {
        value: mean,
        uncertainty: { n, standardDeviation, standardError: standardDeviation / Math.sqrt(n), seeds: values },
    };
}
function reduceSteps(points, reducer, companion) {
    const ordered = lastWords(points);
    const last = ordered.at(-1);
    if (last === undefined)
        return "an empty series";
    const values = ordered.map(({ value }) => value);
    switch (reducer.kind) {
        case "last":
            return last.value;
        case "min":
            return least(values);
        case "max":
            return -least(values.map((value) => -value));
        case "mean":
            return meanOf(values);
        case "at":
            return valueAt(ordered, reducer.step);
        case "at-best":
            return valueAtBest(ordered, reducer.metric, companion);
        case "mean-of-seeds":
            return "a series without seeds or folds";
    }
}
/** By step; of a step that was logged twice, as after a resumed training, the last word. */
function lastWords(points) {
    const byStep = new Map(points.map((point, row) => [point.step ?? `row ${row}`, point]));
    return [...byStep.values()].sort((left, right) => (left.step ?? Number.NEGATIVE_INFINITY) - (right.step ?? Number.NEGATIVE_INFINITY));
}
function valueAt(points, step) {
    return points.find((point) => point.step === step)?.value ?? `a series without step ${step}`;
}
function valueAtBest(points, metric, companion) {
    if (companion === null)
        return `a series, but ${metric} is none`;
    const others = lastWords(companion.points);
    const sign = companion.direction === "lower" ? 1 : -1;
    const best = least(others.map(({ value }) => sign * value));
    if (Number.isNaN(best))
        return `a series, but ${metric} was not measured at every step`;
    const step = others.find(({ value }) => sign * value === best)?.step ?? null;
    return step === null ? `a series, but ${metric} has no steps` : valueAt(points, step);
}
function least(values) {
    return values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
}
function meanOf(values) {
    return values.reduce((sum, value) => sum + value, 0) / values.length;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/select-metrics.js
/**
 * Finds each checked metric in the files, reduces its series, and settles which way it points.
 *
 * @module
 */







/**
 * Resolves selectors and reducers of all checks against both files. A reduced metric is told with its reducer, such
 * as `val_loss (min)`, so that two reducers of one metric are two metrics.
 *
 * @throws InputError when two sources state different directions of a metric whose change is limited.
 */
function selectMetrics(checks, comparison) {
    const { candidate } = comparison;
    const baseline = baselineFile(comparison);
    const selected = {
        ...comparison,
        candidate: candidate && addSelections(candidate, checks),
        baseline: baseline === null ? comparison.baseline : addSelections(baseline, checks),
    };
    const problems = checks.flatMap((check) => findConflict(check, selected));
    if (problems.length > 0)
        throw new src/* InputError */.dz(problems);
    return { checks: checks.map((check) => resolveCheck(check, selected)), comparison: selected };
}
function resolveCheck(check, comparison) {
    const metric = labelOf(check);
    const { direction } = findDirection(metric, { checks: [check], comparison });
    return { ...check, metric, direction: check.direction ?? direction };
}
function findConflict(check, comparison) {
    if (check.direction !== null)
        return [];
    if (check.limits.every(({ kind }) => LIMIT_RULES[kind].about === "level"))
        return [];
    const { conflict } = findDirection(labelOf(check), { checks: [check], comparison });
    if (conflict === null)
        return [];
    return [
        {
            message: `A change of ${(0,src/* quote */.hD)(check.metric)} is limited, but ${conflict.map(describeSource).join(" and ")} is better.`,
            remedy: "Add `direction: higher` or `direction: lower` to the check: it decides.",
            ...(check.source ?? {}),
        },
    ];
}
/** The name a check's metric is reported under. */
function labelOf({ metric, reduce }) {
    return reduce === undefined ? metric : `${metric} (${tellReducer(reduce)})`;
}
function tellReducer(reducer) {
    if (reducer.kind === "at")
        return `at step ${reducer.step}`;
    if (reducer.kind === "at-best")
        return `at best ${reducer.metric}`;
    return reducer.kind === "mean-of-seeds" ? "mean of seeds" : reducer.kind;
}
function addSelections(file, checks) {
    const values = new Map(file.values);
    const aside = new Map(file.aside);
    const details = new Map(file.details);
    for (const check of checks) {
        const label = labelOf(check);
        const found = selectMetric(file, check);
        if (found === null)
            continue;
        if (typeof found.value === "number")
            values.set(label, found.value);
        else
            aside.set(label, found.value);
        details.set(label, { ...found.detail, uncertainty: found.uncertainty });
    }
    return { ...file, values, aside, details };
}
const NO_DETAIL = { path: [], direction: null, uncertainty: null, points: null, facts: [] };
/** Null where the file's own entry serves, or where it has none. */
function selectMetric(file, check) {
    const name = findName(file, check.metric);
    if (name === check.metric && check.reduce === undefined)
        return null;
    const isNumber = name !== null && file.values.has(name);
    const raw = check.reduce === undefined && !isNumber ? selectRaw(file, check.metric) : null;
    if (raw !== null || name === null)
        return raw;
    const detail = file.details.get(name) ?? NO_DETAIL;
    const stated = file.values.get(name) ?? file.aside.get(name) ?? "nothing";
    if (check.reduce === undefined)
        return { value: stated, uncertainty: detail.uncertainty, detail };
    return { ...reduceMetric(file, { detail, stated, reduce: check.reduce }), detail };
}
function reduceMetric(file, { detail, stated, reduce, }) {
    if (detail.points !== null)
        return reduceSeries(detail.points, reduce, findCompanion(file, reduce));
    const isPlain = ["last", "min", "max", "mean"].includes(reduce.kind);
    if (isPlain && typeof stated === "number")
        return { value: stated, uncertainty: detail.uncertainty };
    const told = typeof stated === "number" ? "a single number and no series" : stated;
    return { value: told, uncertainty: null };
}
function findCompanion(file, reduce) {
    if (reduce.kind !== "at-best")
        return null;
    const name = findName(file, reduce.metric);
    const points = name === null ? null : (file.details.get(name)?.points ?? null);
    return points && { points, direction: reduce.direction };
}
/** A JSON Pointer may name what is no metric by itself, such as a boolean, which then counts as 1 or 0. */
function selectRaw({ root }, selector) {
    if (root === null || !selector.startsWith("/"))
        return null;
    const tree = (parseSelector(selector) ?? []).reduce(stepInto, root);
    if (tree?.kind !== "scalar")
        return null;
    const { value } = tree;
    if (typeof value === "boolean")
        return { value: value ? 1 : 0, uncertainty: null, detail: NO_DETAIL };
    return { value: typeof value === "number" ? value : "no number", uncertainty: null, detail: NO_DETAIL };
}
function stepInto(tree, key) {
    if (tree?.kind === "map")
        return tree.entries.get(key);
    return tree?.kind === "list" && /^\d+$/.test(key) ? tree.items[Number(key)] : undefined;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/settle-trial.js



/** Smallest denominator a group is judged on: below it an interval of a rate is wider than 0.3. */
const MINIMUM = 30;
/** The judgement of a trial without a number to judge; null when there is one. */
function settleTrial(trial) {
    const { measure, limit } = trial;
    return (settleSmall(trial) ??
        settleUnmeasured(trial, measure.level) ??
        (LIMIT_RULES[limit.kind].about === "change"
            ? (settleUnmeasured(trial, measure.change) ?? settleRelative(trial))
            : null));
}
function settleSmall({ measure }) {
    const { slice, denominator } = measure;
    if (slice === null || denominator === null || denominator >= MINIMUM)
        return null;
    const counted = denominator === measure.n ? "rows" : "rows of the smaller class";
    return {
        outcome: "skipped",
        reason: "below-minimum",
        why: `${describeSubject(measure)} was not judged: ${denominator} ${counted}, and ${MINIMUM} are wanted.`,
        remedy: "Evaluate on more rows of this group.",
    };
}
function settleUnmeasured({ measure, limit, against }, number) {
    if (!isUnmeasured(number))
        return null;
    const { outcome, remedy } = ENDINGS[number.reason] ?? UNKNOWN_ENDING;
    const subject = describeSubject(measure, against);
    const why = number.reason === "no-baseline"
        ? `${subject} has no baseline to be compared with yet (${number.told}); \`${limit.kind}\` was not judged.`
        : `${subject} ${number.told}.`;
    return { outcome, reason: number.reason, why, remedy };
}
function settleRelative({ measure, limit }) {
    if (limit.kind !== "max-drop-rel" || isUnmeasured(measure.baseline) || isUnmeasured(measure.level))
        return null;
    const { baseline, level } = measure;
    if (baseline !== 0 && Math.sign(baseline) === Math.sign(level.value || baseline))
        return null;
    const seen = baseline === 0 ? "is 0 in the baseline" : `changes sign, from ${baseline} to ${level.value}`;
    return {
        outcome: "not-evaluable",
        reason: baseline === 0 ? "zero-baseline" : "sign-change",
        why: `${describeSubject(measure)} ${seen}: a relative change means nothing there.`,
        remedy: "Use an absolute limit, `max-drop`.",
    };
}
const UNKNOWN_ENDING = {
    outcome: "not-evaluable",
    remedy: "Correct the evaluation so that it gives a number.",
};
const ENDINGS = {
    "no-baseline": {
        outcome: "skipped",
        remedy: "Promote a first version; from then on changes are judged.",
    },
    "no-rows": { outcome: "inconclusive", remedy: "Evaluate on some rows." },
    "missing-in-candidate": {
        outcome: "not-evaluable",
        remedy: "Write the metric to the candidate's metrics file under that name, or name the columns it is computed from.",
    },
    "missing-in-baseline": {
        outcome: "not-evaluable",
        remedy: "Evaluate the baseline with this metric too, or limit the value itself with `min` or `max`.",
    },
    "not-comparable": {
        outcome: "not-evaluable",
        remedy: "Evaluate candidate and baseline in the same way, on the same data; then compare.",
    },
    "not-a-number": { outcome: "not-evaluable", remedy: "Write the metric as a number." },
    undefined: {
        outcome: "not-evaluable",
        remedy: "Evaluate on rows of both classes, and check that `columns.positive` names the positive label.",
    },
    "no-probability": {
        outcome: "not-evaluable",
        remedy: "Write scores as probabilities, or judge their order alone with roc_auc.",
    },
    "constant-label": { outcome: "not-evaluable", remedy: "Evaluate on rows whose labels differ." },
    "few-folds": { outcome: "not-evaluable", remedy: "Predict every row in one of at least three folds." },
    "no-weight": { outcome: "not-evaluable", remedy: "Give some rows a weight above 0." },
    unsupported: {
        outcome: "not-evaluable",
        remedy: "Name in `columns` what the metric is computed from (`prediction`, `score`, `scores`, `query`), or drop the check.",
    },
};

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/tell-decision.js
/**
 * A decision as sentences: what was seen, what was wanted, what to do now.
 *
 * @module
 */




/** Tells a decision to a reviewer. */
function tellDecision(decision, mode) {
    const { weighed, outcome } = decision;
    const notes = [describeTrade(weighed.trial), describeBinning(weighed.trial), describeResamples(weighed)];
    return {
        why: [`${describeNumbers(weighed)}; ${describeDecision(decision, mode)}`, ...notes.filter(Boolean)].join(" "),
        remedy: outcome === "pass" ? null : describeRemedy(decision),
    };
}
function describeNumbers({ trial, estimate, limit }) {
    const { measure } = trial;
    const subject = describeSubject(measure, trial.against);
    const { value, interval } = estimate;
    const candidate = isUnmeasured(measure.level) ? value : measure.level.value;
    const baseline = isUnmeasured(measure.baseline) ? candidate : measure.baseline;
    const isChange = LIMIT_RULES[trial.limit.kind].about === "change";
    const told = isChange ? [candidate, baseline, Math.abs(value), Math.abs(limit)] : [candidate, limit];
    const write = writerFor([...told, ...(interval ? [Math.abs(interval.low), Math.abs(interval.high)] : [])]);
    const between = describeInterval(interval, write);
    if (!isChange)
        return `${subject} is ${write(value)}${between && ` (${between})`}`;
    const movement = value === 0
        ? `stayed at ${write(candidate)}`
        : `${value < 0 ? "fell" : "rose"} from ${write(baseline)} to ${write(candidate)}`;
    const change = `${value > 0 ? "+" : ""}${write(value)}`;
    return `${subject} ${movement} (${change}${between && `, ${between}`})`;
}
function describeTrade({ trade, limit }) {
    if (trade === null)
        return "";
    const { metric, wanted, fell, holds } = trade;
    const percent = (share) => `${(0,src/* roundJudged */.KH)(share * 100)} %`;
    if (fell === null)
        return `The trade for ${metric} was not made: it is not known in both versions.`;
    const seen = fell < 0 ? `rose by ${percent(-fell)}` : `fell by ${percent(fell)}`;
    return holds
        ? `${metric} ${seen}, at least the ${percent(wanted)} wanted: a drop of ${limit.value} is allowed in exchange.`
        : `${metric} ${seen}; ${percent(wanted)} were wanted for a larger drop.`;
}
function describeBinning({ measure: { bound } }) {
    if (!bound)
        return "";
    return `Ranks come from binned scores: off by at most ${bound.toPrecision(2)}, which changes no outcome.`;
}
function describeResamples({ estimate: { resamples, identical } }) {
    return resamples && !identical ? `(${writeCount(resamples)} resamples.)` : "";
}
function describeInterval(interval, write) {
    if (interval === null)
        return "";
    return `${Math.round(interval.confidence * 100)} % interval ${write(interval.low)} … ${write(interval.high)}`;
}
function describeDecision(decision, mode) {
    const { weighed, outcome } = decision;
    const { trial, estimate, breached } = weighed;
    const rule = LIMIT_RULES[trial.limit.kind];
    const words = breached ? rule.breached(describeLimit(weighed)) : rule.met(describeLimit(weighed));
    const size = trial.measure.n === null ? "" : ` at n = ${writeCount(trial.measure.n)}`;
    if (estimate.method === null)
        return `${words}. No uncertainty available: plain limits decide.`;
    if (estimate.identical)
        return `${words}: identical predictions${size}.`;
    if (outcome === "fail")
        return `${words}, ${describeEvidence(decision)}${size}.`;
    if (outcome === "inconclusive")
        return `${words}, but ${describeDoubt(weighed)}${size}.`;
    return `${words}${mode === "prove" ? `, and the interval excludes the limit${size}` : describePower(decision, size)}.`;
}
function describeLimit({ trial, limit }) {
    const { kind, value } = trial.limit;
    if (kind !== "max-drop-rel")
        return String(value);
    return `${value} of the baseline (${writerFor([limit])(limit)})`;
}
function describeEvidence({ p, pAdjusted }) {
    if (p === null)
        return "and nothing varies: the plain limit decides";
    const shown = pAdjusted ?? p;
    return `and not noise (p = ${shown.toPrecision(2)}${pAdjusted === null ? "" : " after Holm"})`;
}
function describeDoubt({ breached, leastSlack }) {
    if (breached)
        return "not separable from noise";
    return leastSlack === null
        ? "nothing varies, so nothing is proven"
        : "the interval does not exclude the limit";
}
function describePower({ detectable }, size) {
    if (detectable === null)
        return "";
    return `; a difference of ${writerFor([detectable])(detectable)} could have been shown${size}`;
}
function describeRemedy({ weighed, outcome, requiredN }) {
    const { limit, measure } = weighed.trial;
    if (outcome === "fail")
        return LIMIT_RULES[limit.kind].remedy;
    const rows = requiredN === null ? "more rows" : `about ${writeCount(requiredN)} rows`;
    const group = measure.slice === null ? "" : " of this group";
    return `Evaluate on ${rows}${group} to settle it, or choose another \`${limit.kind}\` on the base branch first.`;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/weigh-trial.js
/**
 * A trial as numbers: how far inside its limit the value stands, and what a test says of it.
 *
 * @module
 */


/** Sums of doubles differ in their last digits: a breach smaller than this share of the numbers is none. */
const weigh_trial_EPSILON = 1e-12;
/** Holds a measured trial against its bound. */
function weighTrial(trial) {
    const { kind, value } = trial.limit;
    const rule = LIMIT_RULES[kind];
    const estimate = rule.about === "level" ? trial.measure.level : trial.measure.change;
    if (isUnmeasured(estimate))
        throw new RangeError(`${trial.id} has no number to weigh`);
    const baseline = isUnmeasured(trial.measure.baseline) ? null : trial.measure.baseline;
    const limit = kind === "max-drop-rel" ? value * Math.abs(baseline ?? Number.NaN) : value;
    const gain = rule.about === "level" ? estimate : orient(estimate, trial.direction ?? "higher");
    const bound = rule.bound(limit);
    const below = rule.breach === "below";
    const slack = below ? gain.value - bound : bound - gain.value;
    const scale = Math.max(Math.abs(gain.value), Math.abs(bound), Math.abs(baseline ?? 0));
    return {
        trial,
        estimate,
        limit,
        slack,
        // Only a proof asks for the interval, which may have to be resampled.
        get leastSlack() {
            const { interval } = gain;
            return interval && (below ? interval.low - bound : bound - interval.high);
        },
        breached: !(slack >= -weigh_trial_EPSILON * scale),
        p: gain.test(rule.hypothesis(limit), below ? "less" : "greater"),
    };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/judge-comparison.js
/**
 * Judges the candidate against its limits and its baseline.
 *
 * @module
 */













/**
 * Judges every check of the section. A metric that predictions can give is computed; the rest are read from the
 * files, where plain limits decide.
 *
 * @throws InputError when a change is limited on a metric of unknown direction, or one limit stands twice.
 *
 * @example
 * judgeComparison({ mode: "screen", checks: [] }, { candidate: null, baseline: null, predictions: null }).findings; // => []
 */
function judgeComparison({ checks: written, mode }, gathered) {
    const { checks, comparison } = selectAll(written, gathered);
    const computed = measureAll(comparison);
    return {
        findings: judgeMeasured({ checks, mode }, comparison, computed),
        measurements: listMetrics(comparison, computed, checks),
    };
}
/**
 * What the checks come to, without the words and intervals of findings; checks that no test can decide are left out.
 *
 * @throws InputError as {@link judgeComparison} does.
 *
 * @example
 * decideChecks({ mode: "screen", checks: [] }, { candidate: null, baseline: null, predictions: null }); // => []
 */
function decideChecks({ checks: written, mode }, gathered) {
    const { checks, comparison } = selectAll(written, gathered);
    return decideTrials(planAll({ checks }, comparison, measureAll(comparison)), mode).decisions;
}
/** The metrics that the checks name, found in the files of the baseline and of the anchor. */
function selectAll(written, gathered) {
    const { checks, comparison } = selectMetrics(written, gathered);
    const { anchor } = gathered;
    return {
        checks,
        comparison: anchor ? { ...comparison, anchor: selectMetrics(written, anchor).comparison } : comparison,
    };
}
function measureAll({ predictions }) {
    return predictions === null ? [] : measurePredictions(predictions);
}
function judgeMeasured({ checks, mode }, comparison, computed) {
    const trials = planAll({ checks }, comparison, computed);
    const { settled, decisions } = decideTrials(trials, mode);
    const decided = new Map(decisions.map((decision) => [decision.weighed.trial.id, decision]));
    const judged = trials.map((trial) => {
        const decision = decided.get(trial.id);
        return decision
            ? toFinding(decision, mode)
            : (0,src/* finding */.gk)({ ...describe(trial), ...required(settled, trial) });
    });
    return [...judged, ...judgeStated(comparison, computed), ...lintMargins(decisions)];
}
function planAll({ checks }, comparison, computed) {
    const { anchor } = comparison;
    const pinned = anchor ? planAnchorTrials(checks, anchor, measureAll(anchor)) : [];
    return [...planTrials(checks, comparison, computed), ...pinned];
}
function decideTrials(trials, mode) {
    const settled = new Map(trials.map((trial) => [trial.id, settleTrial(trial)]));
    const weighed = trials.filter(({ id }) => settled.get(id) === null).map(weighTrial);
    return { settled, decisions: decide(weighed, mode) };
}
function required(settled, { id }) {
    const found = settled.get(id);
    if (found === null || found === undefined)
        throw new RangeError(`${id} was neither settled nor decided`);
    return found;
}
/** What a finding says of its trial whatever came out. */
function describe({ id, check, measure }) {
    const { slice, n, level, baseline } = measure;
    return {
        id,
        kind: "metric",
        check: check.written,
        severity: check.severity,
        source: check.source,
        slice: slice && { [slice.column]: slice.value },
        n,
        observed: isUnmeasured(level) ? null : (0,src/* roundJudged */.KH)(level.value),
        baseline: isUnmeasured(baseline) ? null : (0,src/* roundJudged */.KH)(baseline),
    };
}
function toFinding(decision, mode) {
    const { weighed, outcome, p, pAdjusted, requiredN, detectable } = decision;
    const { trial, estimate } = weighed;
    const { value, interval, method } = estimate;
    const isChange = LIMIT_RULES[trial.limit.kind].about === "change";
    return (0,src/* finding */.gk)({
        ...describe(trial),
        outcome,
        reason: describeReason(decision),
        effect: {
            kind: isChange ? "difference" : "value",
            value: (0,src/* roundJudged */.KH)(value),
            low: interval && (0,src/* roundJudged */.KH)(interval.low),
            high: interval && (0,src/* roundJudged */.KH)(interval.high),
            confidence: interval?.confidence ?? null,
        },
        method,
        p: p === null ? null : (0,src/* roundJudged */.KH)(p),
        pAdjusted: pAdjusted === null ? null : (0,src/* roundJudged */.KH)(pAdjusted),
        requiredN,
        detectable: detectable === null ? null : (0,src/* roundJudged */.KH)(detectable),
        ...tellDecision(decision, mode),
    });
}
function describeReason({ outcome, weighed }) {
    if (outcome !== "inconclusive")
        return null;
    return weighed.breached ? "not-significant" : "not-proven";
}

// EXTERNAL MODULE: ./build/node_modules/@ml-gates/queries/src/index.js + 41 modules
var queries_src = __webpack_require__(21367);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/pairing-problems.js
/**
 * What keeps predictions from being judged, in sentences with counts.
 *
 * @module
 */


/** A longer value than this is no name of a group. */
const LONGEST_GROUP = 200;
/**
 * Columns that are named but not there, and scores that are not numbers.
 *
 * @example
 * findColumnProblems({ uri: "p.csv", predictions: { table: { from: "t", columns: [{ name: "id", family: "integer", sqlType: "BIGINT" }], rowNumber: "r" }, columns: { key: "Id", label: null, prediction: null, score: null, weight: null, positive: "1" }, by: [] } }, { labelled: false, rows: 3 })[0].remedy; // => 'Did you mean "id"? Correct `columns` or `by`.'
 */
function findColumnProblems({ uri, predictions }, { labelled, rows }) {
    const { columns, by, table } = predictions;
    const scores = [columns.score, ...Object.values(columns.scores ?? {})];
    // Weights, clusters and queries are the candidate's: the baseline's rows are the same.
    const labelling = [columns.label, columns.weight, columns.cluster, columns.query];
    const wanted = [columns.key, columns.prediction, ...scores, ...(labelled ? labelling : []), ...by];
    const names = table.columns.map(({ name }) => name);
    const absent = [...new Set(wanted)].flatMap((name) => name === null || name === undefined || names.includes(name) ? [] : [describeAbsent(uri, name, names)]);
    // A text file without rows says nothing of its columns' types.
    const texts = table.columns.filter(({ name, family }) => rows > 0 &&
        [...scores, columns.weight].includes(name) &&
        !["integer", "float", "other"].includes(family));
    return [...absent, ...texts.map(({ name, sqlType }) => describeText(uri, name, sqlType))];
}
function describeAbsent(uri, name, names) {
    const near = (0,src/* nearestWord */.zZ)(name, names);
    return {
        message: `${(0,src/* quote */.hD)(uri)} has no column ${(0,src/* quote */.hD)(name)}; it has ${names.slice(0, 20).map(src/* quote */.hD).join(", ")}${names.length > 20 ? ", …" : ""}.`,
        remedy: near === null
            ? "Correct `columns` or `by`."
            : `Did you mean ${(0,src/* quote */.hD)(near)}? Correct \`columns\` or \`by\`.`,
    };
}
function describeText(uri, name, sqlType) {
    return {
        message: `The score column ${(0,src/* quote */.hD)(name)} of ${(0,src/* quote */.hD)(uri)} holds ${sqlType}, not numbers.`,
        remedy: "Write scores as numbers, or name another column as `score`.",
    };
}
/**
 * Null and duplicated keys, missing values, too many groups of one file.
 *
 * @example
 * findPredictionsProblems("p.csv", { rows: 3, nullKeys: 1, duplicatedKeys: 0, missing: {}, negativeWeights: 0, groups: {} })[0].message; // => '"p.csv" has 1 row without a key; wanted one in every row.'
 */
function findPredictionsProblems(uri, facts) {
    const { nullKeys, duplicatedKeys, missing, negativeWeights, groups } = facts;
    return [
        ...count(nullKeys, (rows) => ({
            message: `${(0,src/* quote */.hD)(uri)} has ${rows} without a key; wanted one in every row.`,
            remedy: "Give every row a key, or name another column as `key`.",
        })),
        ...count(duplicatedKeys, (rows) => ({
            message: `${(0,src/* quote */.hD)(uri)} has ${rows} with the key of another row; wanted unique keys.`,
            remedy: "Write one row for each example, or name another column as `key`.",
        })),
        ...Object.entries(missing).flatMap(([column, absent]) => count(absent, (rows) => ({
            message: `${(0,src/* quote */.hD)(uri)} has ${rows} without a value in ${(0,src/* quote */.hD)(column)}; wanted a finite one in every row.`,
            remedy: "Write a value for every row: a row that was not predicted cannot be left out silently.",
        }))),
        ...count(negativeWeights, (rows) => ({
            message: `${(0,src/* quote */.hD)(uri)} has ${rows} with a weight below 0; wanted none.`,
            remedy: "Write weights of 0 or more, or name another column as `weight`.",
        })),
        ...Object.entries(groups).flatMap(([column, sizes]) => findGroupProblems(uri, column, sizes)),
    ];
}
function findGroupProblems(uri, column, { distinct, longest }) {
    const remedy = "Name a column of few short values in `by`.";
    const seen = `The group column ${(0,src/* quote */.hD)(column)} of ${(0,src/* quote */.hD)(uri)} holds`;
    const many = `${seen} ${distinct} distinct values; at most ${queries_src/* MOST_GROUPS */.xL} are judged.`;
    const long = `${seen} a value of ${longest} characters; at most ${LONGEST_GROUP} are told.`;
    return [
        ...(distinct > queries_src/* MOST_GROUPS */.xL ? [{ message: many, remedy }] : []),
        ...(longest > LONGEST_GROUP ? [{ message: long, remedy }] : []),
    ];
}
/**
 * Decisions that are never a label: such a model is not wrong, its file speaks of other values. Labels and decisions
 * outside the classes that have a score.
 *
 * @example
 * findValueProblems({ labels: ["0", "1"], candidate: ["0"], baseline: null, classes: null }); // => []
 * findValueProblems({ labels: ["0", "1"], candidate: ["no"], baseline: null, classes: null })[0].message; // => 'No decision of the candidate is the label of any row: labels such as "0", decisions such as "no".'
 */
function findValueProblems(texts) {
    const { labels, classes } = texts;
    if (labels.length === 0)
        return [];
    const strangers = ["candidate", "baseline"]
        .filter((role) => texts[role]?.length && !texts[role].some((decision) => labels.includes(decision)))
        .map((role) => ({
        message: `No decision of the ${role} is the label of any row: labels such as ${(0,src/* quote */.hD)(labels[0])}, decisions such as ${(0,src/* quote */.hD)(texts[role]?.[0])}.`,
        remedy: "Write decisions in the values of the label, or name another column as `prediction`.",
    }));
    return classes === null ? strangers : [...strangers, ...findOutsiders(texts, classes)];
}
function findOutsiders(texts, classes) {
    return ["labels", "candidate", "baseline"].flatMap((role) => {
        const outside = (texts[role] ?? []).filter((value) => !classes.includes(value));
        if (outside.length === 0)
            return [];
        const what = role === "labels" ? "labels" : `decisions of the ${role}`;
        return [
            {
                message: `${outside.length} of the ${what} are no class of \`scores\`: ${outside.slice(0, 5).map(src/* quote */.hD).join(", ")}.`,
                remedy: "Name a score column for every class in `columns.scores`.",
            },
        ];
    });
}
/**
 * Keys that do not meet and labels that differ.
 *
 * @example
 * findPairingProblems({ missing: 0, extra: 0, disagreeing: 2 })[0].message; // => "Candidate and baseline disagree on the label of 2 rows."
 */
function findPairingProblems(facts) {
    const { missing, extra, disagreeing } = facts;
    const remedy = "Evaluate both models on the same rows.";
    return [
        ...count(missing, (rows) => ({
            message: `The candidate lacks ${rows} of the baseline; wanted the same keys in both.`,
            remedy,
        })),
        ...count(extra, (rows) => ({
            message: `The baseline lacks ${rows} of the candidate; wanted the same keys in both.`,
            remedy,
        })),
        ...count(disagreeing, (rows) => ({
            message: `Candidate and baseline disagree on the label of ${rows}.`,
            remedy,
        })),
    ];
}
function count(found, describe) {
    return found === 0 ? [] : [describe(found === 1 ? "1 row" : `${found} rows`)];
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/syntax/tree.js
/**
 * A text as maps, lists and scalars that remember where they stand.
 *
 * @module
 */
/** Maps and lists nested deeper than this are refused. */
const MAX_DEPTH = 32;
/** More values than this are refused. */
const MAX_VALUES = 1_000_000;
const NO_ENTRIES = new Map();
/** What stands under these keys; undefined where one is missing. */
function at(tree, ...keys) {
    return keys.reduce((found, key) => entriesOf(found).get(key), tree);
}
/** The entries of a map; none of anything else. */
function entriesOf(tree) {
    return tree?.kind === "map" ? tree.entries : NO_ENTRIES;
}
/** The items of a list; none of anything else. */
function itemsOf(tree) {
    return tree?.kind === "list" ? tree.items : [];
}
/** The text that stands there; null for anything else. */
function textOf(tree) {
    return tree?.kind === "scalar" && typeof tree.value === "string" ? tree.value : null;
}
/** The number that stands there; null for anything else. */
function tree_numberOf(tree) {
    return tree?.kind === "scalar" && typeof tree.value === "number" ? tree.value : null;
}
/** A scalar as a fact or parameter shows it, `none` for null; null for anything else, and for what is missing. */
function wordOf(tree) {
    if (tree?.kind !== "scalar")
        return null;
    return tree.value === null ? "none" : String(tree.value);
}
/** Whether every key stands in the map. */
function hasKeys(tree, ...keys) {
    const entries = entriesOf(tree);
    return keys.every((key) => entries.has(key));
}
/** The tree as text that is the same for the same content, whatever the order of its keys. */
function canonicalText(tree) {
    if (tree === undefined)
        return "";
    if (tree.kind === "list")
        return `[${tree.items.map(canonicalText).join(",")}]`;
    if (tree.kind === "scalar")
        return JSON.stringify(tree.value);
    const entries = [...tree.entries].sort(([left], [right]) => (left < right ? -1 : 1));
    return `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${canonicalText(value)}`).join(",")}}`;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/formats/format-reader.js
/**
 * What every format's reader is, and the leaves they all read.
 *
 * @module
 */


/** A reader of trees only. */
function treeReader(recognises, read) {
    return {
        recognises: (document) => document.kind === "tree" && recognises(document.root),
        read: (document, path) => (document.kind === "tree" ? read(document.root, path) : { metrics: [] }),
    };
}
/** Every scalar and list below, named by its keys. */
function flatten(tree, path = []) {
    if (tree.kind === "map")
        return [...tree.entries].flatMap(([key, value]) => flatten(value, [...path, key]));
    return [stateLeaf(tree, path)];
}
/** A scalar, or a list, whose numbers are a series once a reducer is stated. */
function stateLeaf(tree, path) {
    const { offset } = tree;
    if (tree.kind === "scalar")
        return { path, value: leafOf(tree), offset };
    if (tree.kind === "map")
        return { path, value: "a map", offset };
    const numbers = tree.items.map(leafNumber);
    const isSeries = numbers.length > 0 && numbers.every((number) => number !== null);
    return { path, value: "a list", offset, ...(isSeries ? { points: toPoints(numbers) } : {}) };
}
/** A series whose steps are positions, from 0. */
function toPoints(values) {
    return values.map((value, step) => ({ step, seed: null, value: value ?? Number.NaN }));
}
/** The number a leaf is, Python's words included; else what it is, in words that follow "is". */
function leafOf({ value }) {
    if (typeof value === "number")
        return value;
    if (typeof value === "boolean")
        return "a boolean";
    if (value === null)
        return "null";
    if (/^\s*[+-]?\d[\d.]*\s*(?:±|\+\/-|\+-)/.test(value))
        return "a number and its spread in one text, of unknown meaning,";
    return unmeasuredOf(value) ?? "text";
}
function unmeasuredOf(text) {
    if (!/^[+-]?(nan|inf|infinity)$/i.test(text))
        return null;
    if (/nan/i.test(text))
        return Number.NaN;
    return text.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
/** The number a tree is, Python's words included; null for anything else. */
function leafNumber(tree) {
    const leaf = tree?.kind === "scalar" ? leafOf(tree) : null;
    return typeof leaf === "number" ? leaf : null;
}
/** A fact, where the file states it. */
function factOf(name, tree) {
    const value = wordOf(tree);
    return value === null ? [] : [{ name: shorten(name), value: shorten(value) }];
}
const LONGEST_FACT = 200;
/** A text as it is, or its start and its digest: a report shows it, and two that differ still differ. */
function shorten(text) {
    return text.length <= LONGEST_FACT ? text : `${text.slice(0, 100)}… ${(0,src/* digestOf */.ol)(text)}`;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/formats/read-benchmarks.js


const TIMES = ["min", "max", "mean", "stddev", "median", "iqr", "q1", "q3", "total"];
/** Times in seconds, lower is better; `ops` a second, higher; `extra_info` beside them. */
const pytestBenchmark = treeReader((root) => itemsOf(at(root, "benchmarks")).length > 0 &&
    itemsOf(at(root, "benchmarks")).every((entry) => hasKeys(entry, "fullname", "stats")), (root) => ({
    metrics: itemsOf(at(root, "benchmarks")).flatMap(readBenchmark),
    // A shared runner's processor changes between two runs: it is shown, and does not forbid the comparison.
    parameters: ["machine", "python_version", "system"].flatMap((name) => factOf(`machine.${name}`, at(root, "machine_info", name))),
}));
function readBenchmark(entry) {
    const name = textOf(at(entry, "fullname")) ?? "";
    const stats = [...entriesOf(at(entry, "stats"))].filter(([key]) => key === "ops" || TIMES.includes(key));
    const extra = at(entry, "extra_info");
    return [
        ...stats.map(([key, tree]) => ({
            ...stateLeaf(tree, [name, key]),
            direction: key === "ops" ? "higher" : "lower",
            uncertainty: key === "mean" ? spreadOf(at(entry, "stats")) : null,
        })),
        ...(extra === undefined ? [] : flatten(extra, [name])),
    ];
}
function spreadOf(stats) {
    const n = leafNumber(at(stats, "rounds"));
    const standardDeviation = leafNumber(at(stats, "stddev"));
    if (n === null || standardDeviation === null || n < 2)
        return null;
    const rounds = itemsOf(at(stats, "data")).flatMap((entry) => leafNumber(entry) ?? []);
    return { n, standardDeviation, standardError: standardDeviation / Math.sqrt(n), rounds };
}
/** `[{name, unit, value, range, extra}]`. */
const githubActionBenchmark = treeReader((root) => itemsOf(root).length > 0 && itemsOf(root).every((item) => hasKeys(item, "name", "unit", "value")), (root) => ({
    metrics: itemsOf(root).flatMap((item) => {
        const value = at(item, "value");
        if (value === undefined)
            return [];
        const metric = stateLeaf(value, [textOf(at(item, "name")) ?? ""]);
        const facts = factOf("unit", at(item, "unit"));
        return { ...metric, facts, direction: directionOfUnit(facts), uncertainty: rangeOf(item, metric) };
    }),
}));
/** The tool takes the direction for a whole file from its workflow; a unit of time, size or rate tells it too. */
function directionOfUnit([unit]) {
    const word = unit?.value.toLowerCase() ?? "";
    if (/(?:\/s|\/sec|\/second|ps)$/.test(word))
        return "higher";
    return /^(?:[nmuµ]?s|sec|secs|seconds?|milliseconds?|min|minutes?|[kmgt]?i?b|bytes?)(?:\/(?:iter|op|call|request))?$/.test(word)
        ? "lower"
        : null;
}
/** Free text such as `± 3` or `±2.00%`: a half-width of unknown confidence. */
function rangeOf(item, { value }) {
    const [, number, percent] = /^\s*(?:±|\+\/-|\+-)\s*([0-9.]+)\s*(%?)\s*$/.exec(wordOf(at(item, "range")) ?? "") ?? [];
    if (number === undefined || typeof value !== "number")
        return null;
    const half = percent === "%" ? (Math.abs(value) * Number(number)) / 100 : Number(number);
    return Number.isFinite(half) ? { low: value - half, high: value + half } : null;
}
/** `{benchmark: {measure: {value, lower_value, upper_value}}}`. */
const bencher = treeReader((root) => entriesOf(root).size > 0 &&
    [...entriesOf(root).values()].every((measures) => entriesOf(measures).size > 0 && [...entriesOf(measures).values()].every(isMeasure)), (root) => ({
    metrics: [...entriesOf(root)].flatMap(([benchmark, measures]) => [...entriesOf(measures)].flatMap(([measure, tree]) => {
        const value = at(tree, "value");
        if (value === undefined)
            return [];
        return { ...stateLeaf(value, [benchmark, measure]), uncertainty: read_benchmarks_boundsOf(tree) };
    })),
}));
function isMeasure(tree) {
    const keys = [...entriesOf(tree).keys()];
    return (leafNumber(at(tree, "value")) !== null &&
        keys.every((key) => key === "value" || key === "lower_value" || key === "upper_value"));
}
function read_benchmarks_boundsOf(tree) {
    const low = leafNumber(at(tree, "lower_value"));
    const high = leafNumber(at(tree, "upper_value"));
    if (low === null && high === null)
        return null;
    return { ...(low === null ? {} : { low }), ...(high === null ? {} : { high }) };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/formats/read-classification-report.js


const RATES = ["precision", "recall", "f1-score"];
const AVERAGES = /^(?:micro|macro|weighted|samples) avg$/;
const classificationReport = treeReader((root) => {
    const entries = [...entriesOf(root)];
    const rows = entries.filter(([, tree]) => isRow(tree));
    return rows.length > 0 && entries.every(([key, tree]) => key === "accuracy" || isRow(tree));
}, readReport);
function isRow(tree) {
    const entries = entriesOf(tree);
    return entries.size === 4 && [...RATES, "support"].every((key) => entries.has(key));
}
function readReport(root) {
    const labels = [...entriesOf(root)].filter(([key]) => key !== "accuracy" && !AVERAGES.test(key));
    const support = labels.map(([, row]) => String(tree_numberOf(at(row, "support"))));
    return {
        metrics: flatten(root).map((metric) => read_classification_report_describe(metric, root)),
        facts: [
            { name: "labels", value: shorten(labels.map(([label]) => label).join(", ")) },
            { name: "support", value: shorten(support.join(", ")) },
        ],
    };
}
function read_classification_report_describe(metric, root) {
    const [row = "", rate = row] = metric.path;
    if (rate === "support")
        return metric;
    return { ...metric, direction: "higher", uncertainty: uncertaintyOf(metric, root, { row, rate }) };
}
/** Recall and accuracy are shares of the support; precision is a share of what was predicted, which is not stated. */
function uncertaintyOf({ value }, root, { row, rate }) {
    const isAccuracy = rate === "accuracy";
    const n = tree_numberOf(at(root, isAccuracy ? "weighted avg" : row, "support"));
    const isShare = isAccuracy || (rate === "recall" && !AVERAGES.test(row));
    if (!isShare || n === null || n <= 0)
        return null;
    if (typeof value !== "number" || !(value >= 0 && value <= 1))
        return { n };
    return { n, standardError: Math.sqrt((value * (1 - value)) / n) };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/formats/read-dvc.js
/**
 * What `dvc metrics show --json` and `dvc metrics diff --json` print.
 *
 * @module
 */



/** `{file: {metric: {old, new, diff}}}`: both sides in one file. */
const dvcMetricsDiff = treeReader((root) => entriesOf(root).size > 0 &&
    [...entriesOf(root).values()].every((file) => entriesOf(file).size > 0 && [...entriesOf(file).values()].every(isChange)), (root) => ({ metrics: readSide(root, "new"), baseline: readSide(root, "old") }));
function isChange(tree) {
    const keys = [...entriesOf(tree).keys()];
    return keys.includes("old") && keys.includes("new") && keys.every((key) => /^(?:old|new|diff)$/.test(key));
}
function readSide(root, side) {
    const files = entriesOf(root);
    return [...files].flatMap(([file, metrics]) => [...entriesOf(metrics)].flatMap(([name, change]) => {
        const found = at(change, side);
        const isMissing = found === undefined || (found.kind === "scalar" && found.value === null);
        const path = files.size === 1 ? [name] : [file, name];
        // DVC writes null for a metric or file that this side does not have.
        return isMissing ? [] : [stateLeaf(found, path)];
    }));
}
/** `{revision: {data: {file: {data: {…}}}}}`; DVC ends with success where `error` stands for `data`. */
const dvcMetricsShow = treeReader((root) => {
    const revisions = [...entriesOf(root).values()];
    return (revisions.length > 0 &&
        revisions.every(isAnswer) &&
        revisions.every((revision) => [...entriesOf(at(revision, "data")).values()].every(isAnswer)));
}, readShow);
function isAnswer(tree) {
    const [key, ...others] = entriesOf(tree).keys();
    return others.length === 0 && (key === "data" || key === "error") && at(tree, key)?.kind === "map";
}
function readShow(root, path) {
    const [revision, ...others] = entriesOf(root).values();
    if (others.length > 0) {
        const message = `${path} holds the metrics of ${others.length + 1} revisions.`;
        throw new src/* InputError */.dz([{ message, remedy: "Run `dvc metrics show --json` without `-a`, `-A` or `-T`." }]);
    }
    refuseErrors(revision, path);
    const files = entriesOf(at(revision, "data"));
    return {
        metrics: [...files].flatMap(([file, answer]) => {
            const data = at(answer, "data");
            return data === undefined ? [] : flatten(data, files.size === 1 ? [] : [file]);
        }),
    };
}
function refuseErrors(revision, path) {
    const answers = [revision, ...entriesOf(at(revision, "data")).values()];
    const errors = answers.flatMap((answer) => at(answer, "error") ?? []);
    if (errors.length === 0)
        return;
    throw new src/* EvidenceError */.oe(errors.map((error) => ({
        message: `DVC could not read the metrics in ${path}: ${(0,src/* quote */.hD)(textOf(at(error, "msg")) ?? "no reason given")}.`,
        remedy: "Correct the file it names, and let DVC show the metrics again.",
    })));
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/formats/read-evidently.js
/**
 * Evidently: the metrics of a report's JSON.
 *
 * @module
 */


const evidently = treeReader((root) => itemsOf(at(root, "metrics")).length > 0 &&
    itemsOf(at(root, "metrics")).every((metric) => hasKeys(metric, "metric_name", "value")), (root) => ({
    metrics: itemsOf(at(root, "metrics")).flatMap((metric) => {
        const value = at(metric, "value");
        return value === undefined ? [] : flatten(value, [textOf(at(metric, "metric_name")) ?? ""]);
    }),
}));

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/formats/read-hugging-face.js


/** `trainer_state.json`: rows of training and of evaluation, mixed, by step. */
const trainerState = treeReader((root) => at(root, "log_history")?.kind === "list" && hasKeys(root, "global_step"), (root) => ({
    metrics: [
        ...readHistory(itemsOf(at(root, "log_history"))),
        ...[at(root, "best_metric")].flatMap((best) => (best ? stateLeaf(best, ["best_metric"]) : [])),
    ],
    parameters: ["num_train_epochs", "max_steps", "train_batch_size"].flatMap((name) => factOf(name, at(root, name))),
}));
function readHistory(rows) {
    const cells = rows.flatMap((row) => [...entriesOf(row)]
        .filter(([key]) => key !== "step" && key !== "epoch")
        .map(([key, tree]) => ({ key, tree, step: leafNumber(at(row, "step")) })));
    return [...Map.groupBy(cells, ({ key }) => key)].map(([key, found]) => ({
        path: [key],
        points: found.map(({ tree, step }) => ({ step, seed: null, value: leafNumber(tree) ?? Number.NaN })),
        offset: found[0]?.tree.offset ?? 0,
    }));
}
/** The YAML head of a model's README. */
const modelIndex = treeReader((root) => at(root, "model-index")?.kind === "list", (root) => ({ metrics: nameShortly(itemsOf(at(root, "model-index")).flatMap(readModel)) }));
function readModel(model) {
    return itemsOf(at(model, "results")).flatMap((result) => itemsOf(at(result, "metrics")).map((metric) => {
        const type = textOf(at(metric, "type")) ?? textOf(at(metric, "name")) ?? "";
        const word = (...keys) => textOf(at(result, ...keys)) ?? "";
        const dataset = word("dataset", "type") || word("dataset", "name");
        const part = [word("dataset", "config"), word("dataset", "split")].filter((text) => text !== "");
        const value = at(metric, "value");
        return {
            names: [
                [type],
                [dataset, type],
                [dataset, ...part, type],
                [word("task", "type"), dataset, ...part, textOf(at(metric, "name")) ?? "", type],
            ],
            leaves: value === undefined ? [] : flatten(value),
            facts: datasetFacts(at(result, "dataset")),
        };
    }));
}
/** The shortest kind of name under which all metrics of the file differ; the longest where none does. */
function nameShortly(found) {
    const [first] = found;
    const kinds = first?.names.keys() ?? [];
    const distinct = [...kinds].find((kind) => new Set(found.map(({ names }) => JSON.stringify(names[kind]))).size === found.length);
    return found.flatMap(({ names, leaves, facts }) => {
        const name = names[distinct ?? names.length - 1] ?? [];
        return leaves.map((leaf) => ({ ...leaf, path: [...name, ...leaf.path], facts }));
    });
}
function datasetFacts(dataset) {
    return ["type", "id", "config", "split", "revision"].flatMap((key) => factOf(`dataset ${key}`, at(dataset, key)));
}
/** `eval_results.yaml`: a list of one value a benchmark. */
const evalResults = treeReader((root) => itemsOf(root).length > 0 &&
    itemsOf(root).every((item) => hasKeys(item, "value") && textOf(at(item, "dataset", "id")) !== null), (root) => ({
    metrics: itemsOf(root).flatMap((item) => {
        const value = at(item, "value");
        const words = ["id", "task_id", "config", "split"].flatMap((key) => textOf(at(item, "dataset", key)) ?? []);
        return value === undefined
            ? []
            : { ...stateLeaf(value, words), facts: datasetFacts(at(item, "dataset")) };
    }),
}));

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/formats/read-inspect.js
/**
 * Inspect AI: an evaluation's log as JSON.
 *
 * @module
 */



const inspect = treeReader((root) => hasKeys(root, "status", "eval") && hasKeys(at(root, "eval"), "task", "dataset", "model"), (root, path) => {
    refuseUnfinished(root, path);
    const scores = itemsOf(at(root, "results", "scores"));
    return {
        metrics: scores.flatMap(readScore),
        facts: read_inspect_factsOf(at(root, "eval")),
        parameters: parametersOf(at(root, "eval")),
    };
});
function refuseUnfinished(root, path) {
    const status = textOf(at(root, "status"));
    if (status === "success")
        return;
    const reason = textOf(at(root, "error", "message"));
    const message = `The evaluation in ${path} has status ${(0,src/* quote */.hD)(status)}${reason === null ? "" : `: ${(0,src/* quote */.hD)(reason)}`}.`;
    throw new src/* EvidenceError */.oe([{ message, remedy: "Run the evaluation again until its status is success." }]);
}
function readScore(score) {
    const name = textOf(at(score, "name")) ?? "";
    const reducer = textOf(at(score, "reducer"));
    const metrics = at(score, "metrics");
    const n = leafNumber(at(score, "scored_samples"));
    const standardError = leafNumber(at(metrics, "stderr", "value"));
    return [...entriesOf(metrics)]
        .filter(([metric]) => metric !== "stderr")
        .flatMap(([metric, tree]) => {
        const value = at(tree, "value");
        if (value === undefined)
            return [];
        const isMean = metric === "accuracy" || metric === "mean";
        const uncertainty = {
            ...(n === null ? {} : { n }),
            ...(isMean && standardError !== null ? { standardError } : {}),
        };
        return { ...stateLeaf(value, [name, ...(reducer === null ? [] : [reducer]), metric]), uncertainty };
    });
}
function read_inspect_factsOf(evaluation) {
    const ids = at(evaluation, "dataset", "sample_ids");
    return [
        ...factOf("task", at(evaluation, "task")),
        ...factOf("task version", at(evaluation, "task_version")),
        ...factOf("dataset", at(evaluation, "dataset", "name")),
        ...factOf("samples", at(evaluation, "dataset", "samples")),
        ...(ids === undefined ? [] : [{ name: "sample ids", value: (0,src/* digestOf */.ol)(canonicalText(ids)) }]),
        { name: "limit", value: canonicalText(at(evaluation, "config", "limit")) || "none" },
        ...factOf("epochs", at(evaluation, "config", "epochs")),
    ];
}
function parametersOf(evaluation) {
    const maps = ["task_args", "model_args", "model_generate_config"].flatMap((key) => {
        const tree = at(evaluation, key);
        return tree === undefined ? [] : flatten(tree).map(({ path }) => [key, ...path]);
    });
    return [["model"], ...maps].flatMap((path) => factOf(path.join("."), at(evaluation, ...path)));
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/formats/read-keras.js
/**
 * Keras: a training's history, a list of values an epoch for every metric.
 *
 * @module
 */


const kerasHistory = treeReader((root) => {
    const lists = [...entriesOf(root).values()];
    const length = itemsOf(lists[0]).length;
    // A training has a loss; lists without one may be folds, whose last is no result.
    return (hasKeys(root, "loss") &&
        length > 0 &&
        lists.every((list) => itemsOf(list).length === length && isSeries(list)));
}, (root) => ({
    metrics: [...entriesOf(root)].map(([name, list]) => ({
        path: [name],
        points: toPoints(itemsOf(list).map(leafNumber)),
        offset: list.offset,
    })),
}));
function isSeries(list) {
    return itemsOf(list).every((item) => leafNumber(item) !== null);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/formats/read-kubeflow.js


/** `{metrics: [{name, numberValue, format}]}`. */
const kfpV1 = treeReader((root) => itemsOf(at(root, "metrics")).length > 0 &&
    itemsOf(at(root, "metrics")).every((metric) => hasKeys(metric, "name", "numberValue")), (root) => ({
    metrics: itemsOf(at(root, "metrics")).flatMap((metric) => {
        const value = at(metric, "numberValue");
        return value === undefined ? [] : stateLeaf(value, [textOf(at(metric, "name")) ?? ""]);
    }),
}));
/** An executor's output with its artifacts, or one artifact. */
const kfpV2 = treeReader((root) => executorArtifacts(root).length > 0 || isArtifact(root), (root) => {
    const artifacts = executorArtifacts(root);
    const read = artifacts.length > 0 ? artifacts : [{ name: null, metadata: at(root, "metadata") }];
    return merge(read.map(({ name, metadata }) => readMetadata(metadata, name === null ? [] : [name])));
});
function executorArtifacts(root) {
    const outputs = [...entriesOf(at(root, "artifacts"))];
    return outputs.flatMap(([name, output]) => itemsOf(at(output, "artifacts"))
        .filter((artifact) => hasKeys(artifact, "metadata"))
        .map((artifact) => ({ name, metadata: at(artifact, "metadata") })));
}
function isArtifact(root) {
    const title = textOf(at(root, "type", "schemaTitle")) ?? textOf(at(root, "schemaTitle")) ?? "";
    return at(root, "metadata")?.kind === "map" && /Metrics$/.test(title);
}
function merge(all) {
    return {
        metrics: all.flatMap(({ metrics }) => metrics),
        facts: all.flatMap(({ facts = [] }) => facts),
    };
}
const TABLES = new Set(["confusionMatrix", "confidenceMetrics", "evaluationSlices"]);
function readMetadata(metadata, path) {
    const plain = [...entriesOf(metadata)].filter(([key]) => !TABLES.has(key));
    const slices = itemsOf(at(metadata, "evaluationSlices")).map((slice) => readMetadata(at(slice, "sliceClassificationMetrics"), [...path, textOf(at(slice, "slice")) ?? ""]));
    return merge([
        { metrics: plain.flatMap(([key, value]) => flatten(value, [...path, key])) },
        readMatrix(at(metadata, "confusionMatrix"), path),
        ...slices,
    ]);
}
/** Rows are the true classes, columns what was predicted (Vertex AI's ConfusionMatrix). */
function readMatrix(matrix, path) {
    if (matrix === undefined)
        return { metrics: [] };
    const labels = itemsOf(at(matrix, "annotationSpecs")).map((spec) => textOf(at(spec, "displayName")) ?? "");
    const rows = itemsOf(at(matrix, "rows")).map((row) => itemsOf(row.kind === "list" ? row : at(row, "row")).map((cell) => tree_numberOf(cell) ?? Number.NaN));
    const total = read_kubeflow_sum(rows.flat());
    const right = read_kubeflow_sum(labels.map((_, index) => rows[index]?.[index] ?? Number.NaN));
    const share = (hits, n, name) => ({
        path: [...path, ...name],
        value: hits / n,
        direction: "higher",
        uncertainty: n > 0 ? { n } : null,
        offset: matrix.offset,
    });
    const byClass = labels.flatMap((label, index) => {
        const hits = rows[index]?.[index] ?? Number.NaN;
        const predicted = read_kubeflow_sum(rows.map((row) => row[index] ?? Number.NaN));
        return [
            share(hits, read_kubeflow_sum(rows[index] ?? []), ["recall", label]),
            share(hits, predicted, ["precision", label]),
        ];
    });
    const facts = [
        { name: shorten([...path, "labels"].join(".")), value: shorten(labels.join(", ")) },
    ];
    return { metrics: [share(right, total, ["accuracy"]), ...byClass], facts };
}
function read_kubeflow_sum(numbers) {
    return numbers.reduce((total, number) => total + number, 0);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/formats/read-lm-eval.js


const lmEval = treeReader((root) => at(root, "results")?.kind === "map" &&
    hasKeys(root, "versions") &&
    (hasKeys(root, "configs") || hasKeys(root, "config")), readResults);
/** Where few-shot examples are drawn from a seed, another seed asks other questions. */
const FACTS = ["chat_template_sha", "system_instruction_sha", "fewshot_as_multiturn"];
function readResults(root) {
    const tasks = new Map([...entriesOf(at(root, "groups")), ...entriesOf(at(root, "results"))]);
    return {
        metrics: [...tasks].flatMap(([task, row]) => readTask(root, task, row)),
        facts: [
            ...factOf("limit", at(root, "config", "limit")),
            ...factOf("fewshot_seed", at(root, "config", "fewshot_seed")),
            ...FACTS.flatMap((name) => factOf(name, at(root, name))),
        ],
        parameters: readParameters(root),
    };
}
function readTask(root, task, row) {
    const facts = read_lm_eval_factsOf(root, task);
    const n = leafNumber(at(root, "n-samples", task, "effective")) ?? leafNumber(at(row, "sample_len"));
    return [...entriesOf(row)]
        .filter(([key]) => key !== "alias" && key !== "name" && key !== "sample_len" && !isError(row, key))
        .map(([key, tree]) => {
        const [metric = key, filter] = key.split(",");
        const error = leafNumber(at(row, errorKey(metric, filter)));
        const uncertainty = {
            ...(n === null ? {} : { n }),
            ...(error === null ? {} : { standardError: error }),
        };
        const direction = read_lm_eval_directionOf(root, task, metric);
        return { ...stateLeaf(tree, [task, key]), direction, uncertainty, facts };
    });
}
function errorKey(metric, filter) {
    return `${metric}_stderr${filter === undefined ? "" : `,${filter}`}`;
}
/** A standard error belongs to its metric, and may be the text "N/A". */
function isError(row, key) {
    const [name = "", filter] = key.split(",");
    const metric = name.replace(/_stderr$/, "");
    return metric !== name && entriesOf(row).has(filter === undefined ? metric : `${metric},${filter}`);
}
function read_lm_eval_directionOf(root, task, metric) {
    const listed = itemsOf(at(root, "configs", task, "metric_list")).find((entry) => textOf(at(entry, "metric")) === metric);
    const higher = at(root, "higher_is_better", task, metric) ?? at(listed, "higher_is_better");
    if (higher?.kind !== "scalar" || typeof higher.value !== "boolean")
        return null;
    return higher.value ? "higher" : "lower";
}
function read_lm_eval_factsOf(root, task) {
    return [
        ...factOf("task version", at(root, "versions", task)),
        ...factOf("n-shot", at(root, "n-shot", task)),
        ...factOf("n-samples", at(root, "n-samples", task, "effective")),
        ...factOf("task hash", at(root, "task_hashes", task)),
    ];
}
const NO_PARAMETERS = new Set(["limit", "fewshot_seed", "batch_sizes", "use_cache", "bootstrap_iters"]);
function readParameters(root) {
    const config = at(root, "config");
    const leaves = config === undefined ? [] : flatten(config);
    return leaves
        .filter(({ path: [key = ""] }) => !NO_PARAMETERS.has(key))
        .flatMap(({ path }) => factOf(path.join("."), at(config, ...path)));
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/formats/read-mlflow.js


/** The body of `runs/get` or of `logged-models/<id>`, or its `run` or `model` alone. */
const mlflowRun = treeReader((root) => {
    const run = bodyOf(root);
    const info = at(run, "info");
    return hasKeys(run, "info", "data") && ["run_id", "run_uuid", "model_id"].some((key) => hasKeys(info, key));
}, readRun);
function bodyOf(root) {
    return at(root, "run") ?? at(root, "model") ?? root;
}
function readRun(root) {
    const run = bodyOf(root);
    return {
        metrics: gatherHistory(itemsOf(at(run, "data", "metrics")), { lastOnly: true }),
        facts: itemsOf(at(run, "inputs", "dataset_inputs")).flatMap(evaluationDataset),
        parameters: itemsOf(at(run, "data", "params")).flatMap((entry) => factOf(textOf(at(entry, "key")) ?? "", at(entry, "value"))),
    };
}
/** Training data may differ between two models; what they are evaluated on may not. */
function evaluationDataset(input) {
    const context = itemsOf(at(input, "tags")).find((tag) => textOf(at(tag, "key")) === "mlflow.data.context");
    const word = textOf(at(context, "value")) ?? "";
    if (!/^(?:eval|evaluation|test|testing|validation|val)$/i.test(word))
        return [];
    return factOf(`dataset digest (${word})`, at(input, "dataset", "digest"));
}
/** The body of `metrics/get-history`, or a file of the file store, which is named for its metric. */
const mlflowHistory = {
    recognises: (document) => document.kind === "rows" ? document.history : isHistory(at(document.root, "metrics")),
    read: (document, path) => ({
        metrics: gatherHistory(historyOf(document), { name: path.split(/[/\\]/).at(-1) ?? path }),
    }),
};
function isHistory(metrics) {
    const items = itemsOf(metrics);
    return items.length > 0 && items.every((item) => hasKeys(item, "key", "value", "timestamp"));
}
function historyOf(document) {
    return document.kind === "rows" ? document.rows : itemsOf(at(document.root, "metrics"));
}
function gatherHistory(entries, { lastOnly = false, name }) {
    const byKey = Map.groupBy(entries, (entry) => textOf(at(entry, "key")) ?? name ?? "");
    return [...byKey].map(([key, found]) => {
        const ordered = found.toSorted((left, right) => orderOf(left) - orderOf(right));
        const last = ordered.at(-1);
        const common = { path: [key], offset: last?.offset ?? 0, facts: datasetOf(last) };
        if (lastOnly)
            return { ...common, value: onOneDataset(found) ? measuredValue(last) : SEVERAL };
        const points = ordered.map((entry) => ({
            step: leafNumber(at(entry, "step")) ?? 0,
            seed: null,
            value: measuredValue(entry),
        }));
        return { ...common, points };
    });
}
const SEVERAL = "a value on each of several data sets";
/** A logged model keeps a value for every data set; none of them is the metric's. */
function onOneDataset(entries) {
    return new Set(entries.map((entry) => wordOf(at(entry, "dataset_digest")))).size <= 1;
}
function orderOf(entry) {
    return leafNumber(at(entry, "timestamp")) ?? 0;
}
/** The database store writes the largest double for infinity (mlflow/mlflow#22826). */
function measuredValue(entry) {
    const value = leafNumber(at(entry, "value")) ?? Number.NaN;
    return Math.abs(value) >= Number.MAX_VALUE ? Math.sign(value) * Number.POSITIVE_INFINITY : value;
}
function datasetOf(entry) {
    const digest = wordOf(at(entry, "dataset_digest"));
    return digest === null || digest === "none" ? [] : [{ name: "dataset digest", value: digest }];
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/formats/read-nested.js


/** The fallback of every map: it claims nothing. */
const nested = treeReader(() => false, readNested);
function readNested(root) {
    return { metrics: root.kind === "map" ? flatten(root) : [] };
}
/** `all_results.json` and `eval_results.json` of the Trainer: flat, prefixed, with its clock beside. */
const trainerResults = treeReader((root) => ["eval", "train", "predict", "test"].some((prefix) => entriesOf(root).has(`${prefix}_runtime`) && entriesOf(root).has(`${prefix}_samples_per_second`)), (root) => ({
    ...readNested(root),
    facts: ["eval_samples", "predict_samples", "test_samples"].flatMap((name) => factOf(name, entriesOf(root).get(name))),
    parameters: factOf("train_samples", entriesOf(root).get("train_samples")),
}));

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/formats/read-promptfoo.js
/**
 * promptfoo: the results of an evaluation, counts and scores a prompt.
 *
 * @module
 */



const promptfoo = treeReader((root) => itemsOf(at(root, "results", "prompts")).length > 0 && at(root, "results", "stats")?.kind === "map", (root) => {
    const prompts = itemsOf(at(root, "results", "prompts"));
    const named = (index) => (prompts.length === 1 ? [] : [`prompt ${index + 1}`]);
    const stats = at(root, "results", "stats");
    const counts = { pass: "successes", fail: "failures", error: "errors" };
    return {
        metrics: [
            ...(prompts.length === 1 ? [] : shares(stats, counts, [])),
            ...prompts.flatMap((prompt, index) => readPrompt(at(prompt, "metrics"), named(index))),
        ],
        facts: testsOf(root),
        parameters: prompts.flatMap((prompt, index) => describePrompt(prompt, index)),
    };
});
/** A test that broke did not pass: it stays in the denominator. */
function shares(tree, keys, path) {
    const count = (key) => leafNumber(at(tree, key)) ?? 0;
    const pass = leafNumber(at(tree, keys.pass)) ?? Number.NaN;
    const n = pass + count(keys.fail) + count(keys.error);
    const rate = n > 0 ? pass / n : Number.NaN;
    const standardError = Math.sqrt((rate * (1 - rate)) / n);
    const offset = tree?.offset ?? 0;
    return [
        {
            path: [...path, "pass_rate"],
            value: rate,
            direction: "higher",
            uncertainty: n > 0 ? { n, standardError } : null,
            offset,
        },
        { path: [...path, "errors"], value: count(keys.error), direction: "lower", offset },
    ];
}
const COUNTS = { pass: "testPassCount", fail: "testFailCount", error: "testErrorCount" };
/** promptfoo states sums over tests; means are what two evaluations can be compared by. */
function readPrompt(metrics, path) {
    const tests = Object.values(COUNTS).reduce((sum, key) => sum + (leafNumber(at(metrics, key)) ?? 0), 0);
    const mean = (name, sum, count) => {
        const total = leafNumber(sum);
        if (total === null)
            return [];
        return [
            { path: [...path, ...name], value: total / count, uncertainty: { n: count }, offset: sum?.offset ?? 0 },
        ];
    };
    const scores = [...entriesOf(at(metrics, "namedScores"))];
    return [
        ...shares(metrics, COUNTS, path),
        ...mean(["score"], at(metrics, "score"), tests).map(upwards),
        ...scores.flatMap(([name, sum]) => mean(["named", name], sum, leafNumber(at(metrics, "namedScoresCount", name)) ?? tests).map(upwards)),
        ...mean(["latency_ms"], at(metrics, "totalLatencyMs"), tests),
        ...mean(["cost"], at(metrics, "cost"), tests),
    ];
}
function upwards(metric) {
    return { ...metric, direction: "higher" };
}
/** Prompts and providers are what a change is about; the tests must be the same. */
function testsOf(root) {
    const tests = at(root, "config", "tests");
    if (tests === undefined)
        return [];
    return [{ name: "tests", value: (0,src/* digestOf */.ol)(canonicalText(tests)) }];
}
function describePrompt(prompt, index) {
    const name = `prompt ${index + 1}`;
    const provider = textOf(at(prompt, "provider"));
    return [
        ...factOf(name, at(prompt, "raw")),
        ...(provider === null ? [] : [{ name: `${name} provider`, value: shorten(provider) }]),
    ];
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/formats/read-tables.js
/**
 * Rows of numbers, long (`metric,value`) or wide (a column a metric): CSV, TSV, JSON lines, lists of maps; so also
 * the logs of Keras and Lightning.
 *
 * @module
 */



/** Columns that say when, the finest first. */
const STEPS = ["step", "_step", "global_step", "trainer/global_step", "iteration", "epoch"];
/** Columns that say which repetition. */
const SEEDS = ["seed", "random_state", "fold", "cv_fold", "repeat"];
const NAMES = ["metric", "metric_name", "name"];
const VALUES = ["value", "metric_value"];
/** A table of metrics. */
const table = {
    recognises: () => false,
    read: (document, path) => readRows(rowsOf(document), path),
};
/** The rows of a table, or of a tree that is a list of maps. */
function rowsOf(document) {
    if (document.kind === "rows")
        return document.rows;
    const { root } = document;
    if (root.kind !== "list")
        return [root];
    return root.items.every(({ kind }) => kind === "map") ? root.items : [];
}
function readRows(trees, path) {
    const rows = trees.map(read_tables_toRow);
    const name = NAMES.find((column) => rows.every((row) => textOf(row.get(column)?.tree) !== null));
    const value = VALUES.find((column) => rows.some((row) => row.has(column)));
    const cells = rows.length > 0 && name !== undefined && value !== undefined
        ? rows.map((row) => longCell(row, name, value))
        : rows.flatMap(wideCells);
    return { metrics: gather(cells, path) };
}
function read_tables_toRow(tree) {
    return new Map(flatten(tree).map((leaf) => {
        const found = leaf.path.reduce((node, key) => (node.kind === "map" ? (node.entries.get(key) ?? node) : node), tree);
        return [leaf.path.join("."), { ...leaf, tree: found }];
    }));
}
function longCell(row, name, value) {
    const slice = wordOf((row.get("slice") ?? row.get("group"))?.tree);
    const cell = row.get(value);
    return {
        path: [textOf(row.get(name)?.tree) ?? "", ...(slice === null || slice === "none" ? [] : [slice])],
        value: cell?.value ?? "blank",
        offset: cell?.offset ?? row.get(name)?.offset ?? 0,
        ...placeOf(row),
    };
}
function wideCells(row) {
    const place = placeOf(row);
    return [...row]
        .filter(([column]) => !STEPS.includes(column) && !SEEDS.includes(column))
        .map(([, { path, value = "null", offset }]) => ({ path, value, offset, ...place }));
}
function placeOf(row) {
    const step = STEPS.find((column) => row.has(column));
    const seeds = SEEDS.filter((column) => row.has(column)).map((column) => wordOf(row.get(column)?.tree));
    return {
        step: step === undefined ? null : leafNumber(row.get(step)?.tree),
        seed: seeds.length === 0 ? null : seeds.join("/"),
    };
}
/** One metric for all cells of a name, in the order of their first ones. */
function gather(cells, path) {
    const byName = new Map();
    for (const cell of cells) {
        const key = JSON.stringify(cell.path);
        const known = byName.get(key);
        if (known === undefined)
            byName.set(key, [cell]);
        else
            known.push(cell);
    }
    return [...byName.values()].map((found) => toMetric(found, path));
}
function toMetric(cells, file) {
    const [first] = cells;
    if (first === undefined)
        throw new RangeError("a metric has at least one cell");
    const { path, offset } = first;
    const odd = cells.find(({ value }) => typeof value === "string");
    if (odd !== undefined)
        return { path, value: odd.value, offset: odd.offset };
    const placed = cells.some(({ step, seed }) => step !== null || seed !== null);
    if (cells.length === 1 && !placed)
        return { path, value: first.value, offset };
    read_tables_refuseTwins(cells, file);
    const points = cells.map(({ step, seed, value }, row) => ({
        step: placed ? step : row,
        seed,
        value: Number(value),
    }));
    if (placed)
        return { path, points, offset };
    const told = `a column of ${cells.length} rows without a step, epoch, seed or fold`;
    return { path, points, value: told, offset };
}
/** A repeated step is a resumed training, whose last word counts; a repeated seed is one too many. */
function read_tables_refuseTwins(cells, file) {
    const seen = new Set();
    const twin = cells.find(({ seed, step }) => {
        const key = JSON.stringify([seed, step]);
        const known = seen.has(key);
        seen.add(key);
        return known && step === null && seed !== null;
    });
    if (twin === undefined)
        return;
    const message = `${(0,src/* quote */.hD)(twin.path.join("."))} has two values of seed or fold ${(0,src/* quote */.hD)(twin.seed)}.`;
    throw new src/* InputError */.dz([
        { message, remedy: "Keep one row a seed or fold, or add a column `step`.", path: file },
    ]);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/metrics-fault.js
/**
 * The one way a metrics file is refused: at its line, with what to do.
 *
 * @module
 */

/** The error of a metrics file that cannot be read as one. */
function refuseMetrics({ text, path }, faults) {
    return new src/* InputError */.dz(faults.map(({ offset, message, remedy }) => ({ message, remedy, path, line: lineAt(text, offset) })));
}
/** The line of an offset, from 1. */
function lineAt(text, offset) {
    let line = 1;
    for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1))
        line += 1;
    return line;
}
/** The offset at which a line starts, counted from 1. */
function lineStart(text, line) {
    let start = 0;
    for (let seen = 1; seen < line && start !== -1; seen += 1)
        start = text.indexOf("\n", start) + 1 || -1;
    return Math.max(0, start);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/syntax/parse-json.js
/**
 * Reads JSON as Python writes it: bare NaN and Infinity are values, duplicate keys are faults.
 *
 * `JSON.parse` refuses the first, hides the second, and says neither line nor depth.
 *
 * @module
 */



/** One JSON value, and nothing behind it. @throws InputError at the line of the first fault. */
function parseJson(source) {
    const [first, second] = parseJsonSequence(source);
    if (first === undefined)
        throw refuse({ source, at: 0, values: 0 }, "a value is wanted here");
    if (second !== undefined)
        throw refuse({ source, at: second.offset, values: 0 }, "more text follows");
    return first;
}
/** JSON values one behind the other, as in a file of JSON lines. @throws InputError at the first fault. */
function parseJsonSequence(source) {
    const reader = { source, at: 0, values: 0 };
    const found = [];
    skipSpace(reader);
    while (reader.at < source.text.length) {
        if (found.length > 0 &&
            !/[\r\n][ \t\r\n]*$/.test(source.text.slice(Math.max(0, reader.at - 99), reader.at)))
            throw refuse(reader, "more text follows");
        found.push(readValue(reader, 0));
        skipSpace(reader);
    }
    return found;
}
function readValue(reader, depth) {
    if (depth > MAX_DEPTH)
        throw refuse(reader, `it is nested deeper than ${MAX_DEPTH}`);
    reader.values += 1;
    if (reader.values > MAX_VALUES)
        throw refuse(reader, `it holds more than ${MAX_VALUES} values`);
    const offset = reader.at;
    const first = reader.source.text[offset];
    if (first === "{")
        return { kind: "map", entries: readMap(reader, depth), offset };
    if (first === "[")
        return { kind: "list", items: readList(reader, depth), offset };
    return { kind: "scalar", value: first === '"' ? readString(reader) : readWord(reader), offset };
}
function readMap(reader, depth) {
    const entries = new Map();
    readMembers(reader, "{}", () => {
        const start = reader.at;
        const key = readString(reader);
        if (entries.has(key))
            throw refuse(reader, `the key ${(0,src/* quote */.hD)(key)} stands twice in one map`, start);
        skipSpace(reader);
        expect(reader, ":");
        skipSpace(reader);
        entries.set(key, readValue(reader, depth + 1));
    });
    return entries;
}
function readList(reader, depth) {
    const items = [];
    readMembers(reader, "[]", () => items.push(readValue(reader, depth + 1)));
    return items;
}
/** Comma-separated members between a pair of brackets. */
function readMembers(reader, [open, close], readMember) {
    expect(reader, open ?? "");
    skipSpace(reader);
    if (reader.source.text[reader.at] === close) {
        reader.at += 1;
        return;
    }
    for (;;) {
        readMember();
        skipSpace(reader);
        if (reader.source.text[reader.at] !== ",")
            break;
        reader.at += 1;
        skipSpace(reader);
    }
    expect(reader, close ?? "");
}
const WORD = /-?Infinity|NaN|true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
function readWord(reader) {
    WORD.lastIndex = reader.at;
    const [word] = WORD.exec(reader.source.text) ?? [];
    if (word === undefined)
        throw refuse(reader, "a value is wanted here");
    reader.at += word.length;
    if (word === "true" || word === "false")
        return word === "true";
    return word === "null" ? null : Number(word);
}
function readString(reader) {
    const { text } = reader.source;
    const start = reader.at;
    if (text[start] !== '"')
        throw refuse(reader, "a text in double quotes is wanted here");
    let end = start + 1;
    while (end < text.length && text[end] !== '"')
        end += text[end] === "\\" ? 2 : 1;
    reader.at = end + 1;
    try {
        return String(JSON.parse(text.slice(start, end + 1)));
    }
    catch {
        throw refuse(reader, "a text is not closed or not escaped as JSON wants it", start);
    }
}
const SPACE = /[ \t\r\n]*/y;
function skipSpace(reader) {
    SPACE.lastIndex = reader.at;
    reader.at += SPACE.exec(reader.source.text)?.[0].length ?? 0;
}
function expect(reader, letter) {
    if (reader.source.text[reader.at] !== letter)
        throw refuse(reader, `${(0,src/* quote */.hD)(letter)} is wanted here`);
    reader.at += 1;
}
function refuse(reader, seen, offset = reader.at) {
    const message = `The metrics file is not JSON: ${seen}.`;
    return refuseMetrics(reader.source, [{ offset, message, remedy: "Correct it here, or write it again." }]);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/formats/read-wandb.js



/** The answers of the API nest the run no deeper. */
const DEEPEST = 5;
const wandbSummary = treeReader((root) => isSummary(root) || findText(root, DEEPEST) !== null, (root, path) => {
    const text = findText(root, DEEPEST);
    return readSummary(text === null ? root : parseJson({ text: String(text.value), path: `${path} (summaryMetrics)` }));
});
function isSummary(root) {
    return (hasKeys(root, "_wandb") ||
        (hasKeys(root, "_step") && (hasKeys(root, "_runtime") || hasKeys(root, "_timestamp"))));
}
function findText(tree, depth) {
    const found = entriesOf(tree).get("summaryMetrics");
    if (found?.kind === "scalar" && typeof found.value === "string")
        return found;
    if (depth === 0)
        return null;
    for (const child of entriesOf(tree).values()) {
        const below = findText(child, depth - 1);
        if (below !== null)
            return below;
    }
    return null;
}
/** Keys with a leading underscore are the client's own; maps with `_type` are media. */
function readSummary(root) {
    const entries = [...entriesOf(root)].filter(([key, value]) => !key.startsWith("_") && !hasKeys(value, "_type"));
    return { metrics: entries.flatMap(([key, value]) => flatten(value, [key])) };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/formats/formats.js














const FORMATS = {
    nested: nested,
    table: table,
    bencher: bencher,
    "classification-report": classificationReport,
    "dvc-metrics-diff": dvcMetricsDiff,
    "dvc-metrics-show": dvcMetricsShow,
    "eval-results": evalResults,
    evidently: evidently,
    "github-action-benchmark": githubActionBenchmark,
    inspect: inspect,
    "keras-history": kerasHistory,
    "kfp-v1": kfpV1,
    "kfp-v2": kfpV2,
    "lm-eval": lmEval,
    "mlflow-history": mlflowHistory,
    "mlflow-run": mlflowRun,
    "model-index": modelIndex,
    promptfoo: promptfoo,
    "pytest-benchmark": pytestBenchmark,
    "trainer-results": trainerResults,
    "trainer-state": trainerState,
    "wandb-summary": wandbSummary,
};

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/syntax/parse-table.js
/**
 * Reads CSV and TSV (RFC 4180) into one map a row; an empty cell is not an entry: nothing was logged there.
 *
 * @module
 */



/** @throws InputError at its line: a ragged row, a column named twice, a quote that is not closed. */
function parseTable(source, delimiter) {
    const [header, ...rows] = parse_table_readRows(source, delimiter);
    if (header === undefined)
        throw parse_table_refuse(source, 0, "it has no header");
    const names = header.map(({ text }) => text.trim());
    const seen = new Set();
    const twice = names.findIndex((name) => seen.size === seen.add(name).size);
    if (twice !== -1)
        throw parse_table_refuse(source, header[twice]?.offset ?? 0, `two columns are called ${(0,src/* quote */.hD)(names[twice])}`);
    return rows.map((cells) => parse_table_toRow(source, names, cells));
}
function parse_table_toRow(source, names, cells) {
    const offset = cells[0]?.offset ?? 0;
    if (cells.length !== names.length)
        throw parse_table_refuse(source, offset, `a row has ${cells.length} cells and the header ${names.length}`);
    const filled = cells.flatMap((cell, index) => {
        const name = names[index] ?? "";
        return cell.text.trim() === "" ? [] : [[name, toScalar(cell)]];
    });
    return { kind: "map", entries: new Map(filled), offset };
}
const NUMBER = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
function toScalar({ text, offset }) {
    const trimmed = text.trim();
    if (NUMBER.test(trimmed))
        return { kind: "scalar", value: Number(trimmed), offset };
    const isBoolean = /^(?:true|false)$/i.test(trimmed);
    return { kind: "scalar", value: isBoolean ? trimmed.toLowerCase() === "true" : trimmed, offset };
}
const PLAIN = {
    ",": /[^,\r\n]*/y,
    "\t": /[^\t\r\n]*/y,
    ";": /[^;\r\n]*/y,
};
const parse_table_QUOTED = /"((?:[^"]|"")*)"/y;
const LINE_END = /\r\n|\n|\r/y;
function parse_table_readRows(source, delimiter) {
    const rows = [];
    let count = 0;
    for (let offset = 0; offset < source.text.length;) {
        const { cells, end } = readLine(source, offset, delimiter);
        count += cells.length;
        if (count > MAX_VALUES)
            throw parse_table_refuse(source, offset, `it holds more than ${MAX_VALUES} cells`);
        if (cells.length > 1 || cells[0]?.text !== "")
            rows.push(cells);
        offset = end;
    }
    return rows;
}
/** The cells up to the end of the line, and where the next one starts. */
function readLine(source, start, delimiter) {
    const cells = [];
    for (let offset = start;; offset += 1) {
        const { cell, end } = readCell(source, offset, delimiter);
        cells.push(cell);
        offset = end;
        if (source.text[end] === delimiter)
            continue;
        const [lineEnd = null] = matchAt(LINE_END, source.text, end) ?? [];
        if (lineEnd === null && end < source.text.length)
            throw parse_table_refuse(source, end, "text follows a quoted cell");
        return { cells, end: end + (lineEnd?.length ?? 0) };
    }
}
function readCell(source, offset, delimiter) {
    const isQuoted = source.text[offset] === '"';
    const match = matchAt(isQuoted ? parse_table_QUOTED : PLAIN[delimiter], source.text, offset);
    if (match === null)
        throw parse_table_refuse(source, offset, "a quoted cell is not closed");
    const text = isQuoted ? (match[1] ?? "").replaceAll('""', '"') : match[0];
    return { cell: { text, offset }, end: offset + match[0].length };
}
function matchAt(pattern, text, offset) {
    pattern.lastIndex = offset;
    return pattern.exec(text);
}
function parse_table_refuse(source, offset, seen) {
    const message = `The metrics file cannot be read as a table: ${seen}.`;
    return refuseMetrics(source, [{ offset, message, remedy: "Correct it here, or write it again." }]);
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/error.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
function getLineColFromPtr(string, ptr) {
    let lines = string.slice(0, ptr).split(/\r?\n/);
    return [lines.length, lines.pop().length + 1];
}
function makeCodeBlock(string, line, column) {
    let lines = string.split(/\r?\n/);
    let codeblock = '';
    let numberLen = (Math.log10(line + 1) | 0) + 1;
    for (let i = line - 1; i <= line + 1; i++) {
        let l = lines[i - 1];
        if (!l)
            continue;
        codeblock += i.toString().padEnd(numberLen, ' ');
        codeblock += ':  ';
        codeblock += l;
        codeblock += '\n';
        if (i === line) {
            codeblock += ' '.repeat(numberLen + column + 2);
            codeblock += '^\n';
        }
    }
    return codeblock;
}
class TomlError extends Error {
    line;
    column;
    codeblock;
    constructor(message, options) {
        const [line, column] = getLineColFromPtr(options.toml, options.ptr);
        const codeblock = makeCodeBlock(options.toml, line, column);
        super(`Invalid TOML document: ${message}\n\n${codeblock}`, options);
        this.line = line;
        this.column = column;
        this.codeblock = codeblock;
    }
    /** @internal */
    static x(message, ctx, ptr) {
        throw new TomlError(message, { toml: ctx.s, ptr: ptr ?? ctx.p });
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/primitive.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */

/** @internal */
function parseString(ctx) {
    let startPtr = ctx.p;
    let c = ctx.s.charCodeAt(ctx.p++);
    let first = c;
    let isLiteral = c === 0x27; /* ' */
    let isMultiline = c === ctx.s.charCodeAt(ctx.p) && c === ctx.s.charCodeAt(ctx.p + 1);
    if (isMultiline) {
        // Trim initial newline
        if ((c = ctx.s.charCodeAt(ctx.p += 2)) === 0xa /* \n */)
            ctx.p++;
        else if (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */)
            ctx.p += 2;
    }
    // For the record: it is not worth it to use a fast-path for literal strings using `indexOf`.
    // Doing a char-by-char iteration ends up dispatching less instructions, for the same wall-clock runtime.
    let parsed = '';
    let sliceStart = ctx.p;
    // states:
    //   0 - decoding
    //   1 - decoding escape
    //   2 - whitespace escape (no newline encountered yet, must fail on non-whitespace)
    //   3 - whitespace escape (newline encountered, allowed to transition back to normal decode)
    let state = 0;
    for (; ctx.p < ctx.s.length; ctx.p++) {
        c = ctx.s.charCodeAt(ctx.p);
        // Deal with newlines first, since that simplifies control character checking and handling across all states
        if (isMultiline && (c === 0xa /* \n */ || (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */))) {
            state = state && 3;
        }
        // Control characters are banned in TOML, so we throw an error if we encounter them
        else if ((c < 0x20 && c !== 0x9 /* \t */) || c === 0x7f) {
            TomlError.x('control characters are not allowed in strings', ctx);
        }
        // The string might terminate while we're parsing through a newline escape.
        // It must have encountered a newline; otherwise, it'll simply fail in another branch.
        else if ((!state || state === 3) && c === first && (!isMultiline || (ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first))) {
            if (isMultiline) {
                // If the string ends with 4-5 quotes, then the first 1-2 are part of the string
                if (ctx.s.charCodeAt(ctx.p + 3) === first)
                    ctx.p++;
                if (ctx.s.charCodeAt(ctx.p + 3) === first)
                    ctx.p++;
            }
            // If we're in a newline escape still, then there's nothing to add.
            if (!state) {
                // Avoid a useless concat operation if the string can be used as-is.
                let s = ctx.s.slice(sliceStart, ctx.p);
                parsed = parsed ? parsed + s : s;
            }
            ctx.p += isMultiline ? 3 : 1;
            return parsed;
        }
        // Baseline state; keep moving forward unless an escape sequence starts
        else if (!state) {
            if (!isLiteral && c === 0x5c /* \ */) {
                parsed += ctx.s.slice(sliceStart, (sliceStart = ctx.p));
                state = 1;
            }
        }
        else if (state === 1) {
            if (c === 0x78 /* x */ || c === 0x75 /* u */ || c === 0x55 /* U */) { // Unicode escape
                let errPtr = ctx.p++ - 1;
                let value = 0;
                let len = c === 0x78 /* x */ ? 2 : c === 0x75 /* u */ ? 4 : 8;
                for (let j = 0; j < len; j++, ctx.p++) {
                    let hex = ctx.s.charCodeAt(ctx.p);
                    let digit = 
                    /* 0-9 */ hex >= 0x30 && hex <= 0x39 ? hex - 0x30 :
                        /* A-F */ hex >= 0x41 && hex <= 0x46 ? hex - 0x41 + 10 :
                            /* a-f */ hex >= 0x61 && hex <= 0x66 ? hex - 0x61 + 10 : -1;
                    if (digit < 0)
                        TomlError.x('invalid non-hex character in unicode escape', ctx);
                    value = (value << 4) | digit;
                }
                // Because JS does bitwise on signed 32bit integers, all 0xfzzzzzzz values are actually seen as negative
                if (value < 0 || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) {
                    TomlError.x('invalid unicode escape', ctx, errPtr);
                }
                parsed += String.fromCodePoint(value);
                sliceStart = ctx.p--;
                state = 0;
            }
            // Newline escape sequence. We only need to care about spaces and tabs; newlines are dealt with earlier
            else if (isMultiline && (c === 0x20 || c === 0x9 /* \t */)) {
                state = 2;
            }
            // Basic escape sequence
            else {
                if (c === 0x62 /* b */)
                    parsed += '\b';
                else if (c === 0x74 /* t */)
                    parsed += '\t';
                else if (c === 0x6e /* n */)
                    parsed += '\n';
                else if (c === 0x66 /* f */)
                    parsed += '\f';
                else if (c === 0x72 /* r */)
                    parsed += '\r';
                else if (c === 0x65 /* e */)
                    parsed += '\x1b';
                else if (c === 0x22 /* " */)
                    parsed += '"';
                else if (c === 0x5c /* \ */)
                    parsed += '\\';
                else
                    TomlError.x('unrecognised escape sequence', ctx);
                sliceStart = ctx.p + 1;
                state = 0;
            }
        }
        // Newline escape continuation: keep moving forward until the first non-whitespace char
        else if (c !== 0x20 && c !== 0x9 /* \t */) {
            if (state === 2)
                TomlError.x('invalid escape: only line-ending whitespace may be escaped', ctx, sliceStart);
            // State cannot be zero, or we'd have branched earlier already.
            // If it's a backslash, immediately transition to the escape state so it can be processed.
            state = !isLiteral && c === 0x5c /* \ */ ? 1 : 0;
            sliceStart = ctx.p;
        }
    }
    TomlError.x('unfinished string', ctx, startPtr);
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/date.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
let DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i;
class TomlDate extends Date {
    #hasDate = false;
    #hasTime = false;
    #offset = null;
    constructor(date, fasttype, unsafeDelim) {
        let hasDate = true;
        let hasTime = true;
        let offset = 'Z';
        let c;
        if (typeof date === 'string') {
            if (fasttype)
                prep: {
                    // Date-time
                    if (fasttype < 3) {
                        if (+date.slice(11, 13) > 23) {
                            date = '';
                            break prep;
                        }
                        // Local
                        if (fasttype === 2) {
                            offset = null;
                            date += 'Z';
                        }
                        // Offset; keep track of offset if not Z
                        else if ((c = date.charCodeAt(date.length - 1)) !== 0x5a /* Z */ && c !== 0x7a /* z */) {
                            offset = date.slice(date.length - 6);
                        }
                        if (unsafeDelim)
                            date = date.slice(0, 10) + 'T' + date.slice(11);
                    }
                    // Time
                    else if (fasttype === 4) {
                        date = +date.slice(0, 2) > 23 ? '' : `0000-01-01T${date}Z`;
                    }
                    hasDate = fasttype !== 4;
                    hasTime = fasttype !== 3;
                }
            else {
                let match = date.match(DATE_TIME_RE);
                if (match) {
                    if (!match[1]) {
                        hasDate = false;
                        date = `0000-01-01T${date}`;
                    }
                    hasTime = !!match[2];
                    // Make sure to use T instead of a space. Breaks in case of extreme values otherwise.
                    hasTime && date[10] === ' ' && (date = date.replace(' ', 'T'));
                    // Do not allow rollover hours.
                    if (match[2] && +match[2] > 23) {
                        date = '';
                    }
                    else {
                        offset = match[3] || null;
                        if (!offset && hasTime)
                            date += 'Z';
                    }
                }
                else {
                    date = '';
                }
            }
        }
        super(date);
        if (!isNaN(this.getTime())) {
            this.#hasDate = hasDate;
            this.#hasTime = hasTime;
            this.#offset = offset;
        }
    }
    isDateTime() {
        return this.#hasDate && this.#hasTime;
    }
    isLocal() {
        return !this.#hasDate || !this.#hasTime || !this.#offset;
    }
    isDate() {
        return this.#hasDate && !this.#hasTime;
    }
    isTime() {
        return this.#hasTime && !this.#hasDate;
    }
    isValid() {
        return this.#hasDate || this.#hasTime;
    }
    toISOString() {
        let iso = super.toISOString();
        // Local Date
        if (this.isDate())
            return iso.slice(0, 10);
        // Local Time
        if (this.isTime())
            return iso.slice(11, 23);
        // Local DateTime
        if (this.#offset === null)
            return iso.slice(0, -1);
        // Offset DateTime
        if (this.#offset === 'Z' || this.#offset === 'z')
            return iso;
        // This part is quite annoying: JS strips the original timezone from the ISO string representation
        // Instead of using a "modified" date and "Z", we restore the representation "as authored"
        let offset = (+(this.#offset.slice(1, 3)) * 60) + +(this.#offset.slice(4, 6));
        offset = this.#offset[0] === '-' ? offset : -offset;
        let offsetDate = new Date(this.getTime() - (offset * 60e3));
        return offsetDate.toISOString().slice(0, -1) + this.#offset;
    }
    static wrapAsOffsetDateTime(jsDate, offset = 'Z') {
        let date = new TomlDate(jsDate);
        date.#offset = offset;
        return date;
    }
    static wrapAsLocalDateTime(jsDate) {
        let date = new TomlDate(jsDate);
        date.#offset = null;
        return date;
    }
    static wrapAsLocalDate(jsDate) {
        let date = new TomlDate(jsDate);
        date.#hasTime = false;
        date.#offset = null;
        return date;
    }
    static wrapAsLocalTime(jsDate) {
        let date = new TomlDate(jsDate);
        date.#hasDate = false;
        date.#offset = null;
        return date;
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/extract.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */




function isDigit(char, base = 10) {
    return base === 16
        ? (char > 0x2f && char < 0x3a) || (char > 0x40 && char < 0x47) || (char > 0x60 && char < 0x67)
        : (char > 0x2f && char < 0x30 + base);
}
function isEndOfValue(char, delim) {
    // Whitespace -- we're permissive on `\r` for performance; it'll be dealt with later anyway
    return char === 0x20 || char === 0x9 /* \t */ || char === 0xa /* \n */ || char === 0xd /* \r */ ||
        // Structure end or next value delimiter
        (delim && (char === delim || char === 0x2c /* , */)) ||
        // Comment
        char === 0x23; /* # */
}
/** @internal */
function extractValue(ctx, end) {
    let errPtr = ctx.p;
    let c = ctx.s.charCodeAt(ctx.p);
    // Structs
    if (c === 0x5b /* [ */ || c === 0x7b /* { */) {
        ctx.d-- || TomlError.x('document contains excessively nested structures. aborting.', ctx);
        let value = c === 0x5b /* [ */
            ? parseArray(ctx)
            : parseInlineTable(ctx);
        ctx.d++;
        return value;
    }
    // Strings
    if (c === 0x22 /* " */ || c === 0x27 /* ' */) {
        return parseString(ctx);
    }
    // Booleans
    // We can fast-path because the first character is enough to know the only possible value
    if (c === 0x74 /* t */) { // Only possible valid value is `true`
        if (ctx.s.charCodeAt(++ctx.p) !== 0x72 || ctx.s.charCodeAt(++ctx.p) !== 0x75 || ctx.s.charCodeAt(++ctx.p) !== 0x65)
            TomlError.x('invalid value', ctx, errPtr);
        return ctx.p++, true;
    }
    if (c === 0x66 /* f */) { // Only possible valid value is `false`
        if (ctx.s.charCodeAt(++ctx.p) !== 0x61 || ctx.s.charCodeAt(++ctx.p) !== 0x6c || ctx.s.charCodeAt(++ctx.p) !== 0x73 || ctx.s.charCodeAt(++ctx.p) !== 0x65)
            TomlError.x('invalid value', ctx, errPtr);
        return ctx.p++, false;
    }
    if (c === 0x2b /* + */ || c === 0x2d /* - */) {
        return parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 0x2c - c, end);
    }
    // Rough heuristic, but `parseDate` falls back to number parsing if it's a false positive.
    // e.g.: `a = 1\n-------------- = 1` would match this heuristic, but gracefully fallback to numbers.
    if (ctx.s.charCodeAt(ctx.p + 4) === 0x2d /* - */ && ctx.s.charCodeAt(ctx.p + 7) === 0x2d /* - */) {
        return parseDate(ctx, c, end);
    }
    // Same logic as above; `parseTime` falls back to number parsing if it's a false positive.
    if (ctx.s.charCodeAt(ctx.p + 2) === 0x3a /* : */) {
        return parseTime(ctx, c, end);
    }
    return parseNumber(ctx, ctx.p, c, 0, end);
}
// State:
// 0: init
// 1: integer
// 2: fractional dot
// 3: fractional
// 4: exponent letter
// 5: exponent
// 6: exponent sign
// 7: exponent with sign
// >9: underscore; see below
//     -> 12: was integer
//     -> 14: was fractional
//     -> 16: was exponent
// states 2-5, 14, 16 are ONLY permitted iif base === 10
function parseNumber(ctx, startPtr, startChr, sign, endChr) {
    let c = startChr;
    let state = 0;
    let hasUnderscores = false;
    // (+/-)inf
    if (c === 0x69 /* i */) {
        if (ctx.s.charCodeAt(++ctx.p) !== 0x6e || ctx.s.charCodeAt(++ctx.p) !== 0x66)
            TomlError.x('invalid value', ctx, startPtr);
        return ctx.p++, (sign || 1) / 0;
    }
    // (+/-)nan
    if (c === 0x6e /* n */) {
        if (ctx.s.charCodeAt(++ctx.p) !== 0x61 || ctx.s.charCodeAt(++ctx.p) !== 0x6e)
            TomlError.x('invalid value', ctx, startPtr);
        return ctx.p++, NaN;
    }
    // Leading zero
    // Only allowed cases: `0<EOV>`, `0.(...)`, `0e(...)`, `0x(...)`, `0b(...)`, `0o(...)`
    // FWIW, `0e(...)` is a stupid case, but it's not banned per-se so we have to parse it
    if (c === 0x30 /* 0 */) {
        if (++ctx.p >= ctx.s.length || isEndOfValue(c = ctx.s.charCodeAt(ctx.p), endChr))
            return ctx.bi === true ? 0n : 0; // note: conveniently deals with `-0`
        if (!sign) {
            if (c === 0x78 /* x */)
                return parseIntegerBaseN(ctx, startPtr, 16, endChr);
            else if (c === 0x62 /* b */)
                return parseIntegerBaseN(ctx, startPtr, 2, endChr);
            else if (c === 0x6f /* o */)
                return parseIntegerBaseN(ctx, startPtr, 8, endChr);
        }
        if (c === 0x2e /* . */)
            state = 2;
        else if (c === 0x65 /* e */ || c === 0x45 /* E */)
            state = 4;
        else
            TomlError.x('illegal leading zero', ctx, startPtr);
    }
    // If the 1st char is not a digit by now, then it's not a valid TOML value at all
    else if (!isDigit(c))
        TomlError.x('invalid value', ctx, startPtr);
    while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
        if (!state)
            state = 1; // Detects single-digit numbers we can use a fast parse path for
        // The way the states are numbered is not random: underscores are always permitted in odd-numbered states and
        // never permitted in even-numbered ones.
        if (c === 0x5f /* _ */) {
            if (!(state & 1))
                TomlError.x('illegal underscore', ctx);
            state += 11; // 11 is a marker that makes the state even and greater than 9; see the numbering + rationale above
            hasUnderscores = true;
        }
        // Transition to fractional part.
        else if (state === 1 && c === 0x2e /* . */)
            state = 2;
        // Transition to exponent part.
        else if ((state === 1 || state === 3) && (c === 0x65 /* e */ || c === 0x45 /* E */))
            state = 4;
        // + and - are permitted in state 4 only (handled before entering the function for state 0)
        else if (state === 4 && (c === 0x2b /* + */ || c === 0x2d /* - */)) {
            state = 6;
        }
        // All special cases have been handled; only digits are allowed here
        else if (!isDigit(c))
            TomlError.x(`illegal character in numeric literal`, ctx);
        // Clear state flags
        else if (state > 9)
            state -= 11;
        else if (!(state & 1))
            state++;
    }
    // Single-char number; we can fast-path these very easily.
    if (!state) {
        let val = (startChr - 0x30 /* 0 */) * (sign || 1);
        return ctx.bi === true ? BigInt(val) : val;
    }
    // Even-numbered states absolutely require a digit next; not even end of value is permitted
    if (!(state & 1))
        TomlError.x('unfinished numeric value', ctx, startPtr);
    let str = ctx.s.slice(startPtr, ctx.p);
    if (hasUnderscores)
        str = str.replaceAll('_', ''); // perf: replaceAll 1.25x faster than replace with a regex
    return state > 1
        ? parseFloat(str)
        : parseInteger(ctx, str, 10, startPtr);
}
function parseIntegerBaseN(ctx, startPtr, base, endChr) {
    let c, underscore = 1;
    while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
        if (c === 0x5f /* _ */) {
            if (underscore & 1)
                TomlError.x('illegal underscore', ctx);
            underscore = 3;
        }
        // We only need to check if the number is a valid digit, nothing else is permitted
        else if (!isDigit(c, base))
            TomlError.x(`illegal character in numeric literal`, ctx);
        // Clear underscore flag
        else if (underscore & 1)
            underscore--;
    }
    // Trailing underscore is not allowed
    if (underscore & 1)
        TomlError.x('unfinished numeric value', ctx);
    let str = ctx.s.slice(startPtr + 2, ctx.p);
    if (underscore)
        str = str.replaceAll('_', ''); // perf: replaceAll 1.25x faster than replace with a regex
    return parseInteger(ctx, str, base, startPtr);
}
function parseInteger(ctx, str, base, startPtr) {
    if (ctx.bi !== true)
        int: {
            let val = parseInt(str, base);
            if (!Number.isSafeInteger(val)) {
                if (ctx.bi)
                    break int;
                TomlError.x('integer value cannot be represented losslessly', ctx, startPtr);
            }
            return val;
        }
    return base === 10 ? BigInt(str) : BigInt((base === 2 ? '0b' : base === 8 ? '0o' : '0x') + str);
}
function parseDate(ctx, c, endChr) {
    let startPtr = ctx.p++, unsafeSeparator;
    if (!isDigit(c) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++)) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++)) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++))) {
        return parseNumber(ctx, ctx.p = startPtr, c, 0, endChr);
    }
    ctx.p += 5;
    if (!isDigit(ctx.s.charCodeAt(ctx.p++)))
        TomlError.x('invalid date-time: date part is malformed', ctx, startPtr);
    if (ctx.p >= ctx.s.length || (((c = ctx.s.charCodeAt(ctx.p)) !== 0x20 || (unsafeSeparator = true, !isDigit(ctx.s.charCodeAt(ctx.p + 1)))) && c !== 0x54 /* T */ && c !== 0x74 /* t */)) {
        let t = ctx.s.slice(startPtr, ctx.p);
        return readDate(ctx, t, 3, false, startPtr);
    }
    if (ctx.s.charCodeAt(ctx.p += 3) !== 0x3a /* : */)
        TomlError.x('invalid date-time: time part is malformed', ctx, startPtr);
    if (ctx.s.charCodeAt(ctx.p += 3) === 0x3a /* : */)
        ctx.p += 3;
    if (ctx.s.charCodeAt(ctx.p) === 0x2e /* . */)
        while (isDigit(ctx.s.charCodeAt(++ctx.p)))
            ;
    if (c = ctx.s.charCodeAt(ctx.p)) {
        if (c === 0x5a /* Z */ || c === 0x7a /* z */) {
            let t = ctx.s.slice(startPtr, ++ctx.p);
            return readDate(ctx, t, 1, unsafeSeparator, startPtr, '[+00:00]');
        }
        if (c === 0x2b /* + */ || c === 0x2d /* - */) {
            // Temporal's ZonedDateTime is weird asf when it comes to dealing with traditional offsets...
            // It's 1.2x faster to allocate a new string to pass to ZDT than use Instant.toZonedDateTimeISO
            let t = ctx.s.slice(startPtr, ctx.p += 6);
            return readDate(ctx, t, 1, unsafeSeparator, startPtr, !ctx.ld && ('[' + ctx.s.slice(ctx.p - 6, ctx.p) + ']'));
        }
    }
    let t = ctx.s.slice(startPtr, ctx.p);
    return readDate(ctx, t, 2, unsafeSeparator, startPtr);
}
function parseTime(ctx, c, endChr) {
    let start = ctx.p;
    if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(++ctx.p))) {
        return parseNumber(ctx, --ctx.p, c, 0, endChr);
    }
    if (ctx.s.charCodeAt(ctx.p += 4) === 0x3a /* : */)
        ctx.p += 3;
    if (ctx.s.charCodeAt(ctx.p) === 0x2e /* . */)
        while (isDigit(ctx.s.charCodeAt(++ctx.p)))
            ;
    let t = ctx.s.slice(start, ctx.p);
    return readDate(ctx, t, 4, false, start);
}
function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
    if (ctx.ld) {
        let date = new TomlDate(str, type, unsafeDelim);
        if (!date.isValid())
            TomlError.x('invalid date', ctx, errPtr);
        return date;
    }
    try {
        if (temporalSuffix)
            str += temporalSuffix;
        switch (type) {
            case 1: return Temporal.ZonedDateTime.from(str);
            case 2: return Temporal.PlainDateTime.from(str);
            case 3: return Temporal.PlainDate.from(str);
            case 4: return Temporal.PlainTime.from(str);
        }
    }
    catch (e) {
        TomlError.x(e instanceof Error ? e.message : '' + e, ctx, errPtr);
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/util.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */

/** @internal */
function skipComment(ctx) {
    for (; ctx.p < ctx.s.length; ctx.p++) {
        let c = ctx.s.charCodeAt(ctx.p);
        if (c === 0xa /* \n */)
            break;
        if (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */) {
            ctx.p++;
            break;
        }
        if ((c < 0x20 && c !== 0x9 /* \t */) || c === 0x7f) {
            TomlError.x('control characters are not allowed in comments', ctx);
        }
    }
}
/** @internal */
function skipVoid(ctx, banNewLines, banComments) {
    let c;
    while (ctx.p < ctx.s.length) {
        while (ctx.p < ctx.s.length && ((c = ctx.s.charCodeAt(ctx.p)) === 0x20 ||
            c === 0x9 /* \t */ ||
            (!banNewLines &&
                (c === 0xa /* \n */ || (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */)))))
            ctx.p++;
        if (banComments || c !== 0x23 /* # */)
            break;
        skipComment(ctx);
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/struct.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */




/** @internal */
function parseKey(ctx, end = 0x3d /* = */) {
    // States:
    // 0: before first char
    // 1: parsing bare key
    // 2: after key component
    let startPtr;
    let state = 0;
    let parsed = [];
    let sliceStart;
    let c = ctx.s.charCodeAt(startPtr = ctx.p);
    do {
        // End of key
        if (c === end) {
            if (!state)
                TomlError.x('unexpected end of key', ctx);
            if (state === 1)
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
            return ctx.p++, parsed;
        }
        // Dotted key separator
        else if (c === 0x2e /* . */) {
            if (!state)
                TomlError.x('illegal empty bare key', ctx);
            if (state === 1)
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
            state = 0;
        }
        // Quoted key
        else if (!state && (c === 0x22 /* " */ || c === 0x27 /* ' */)) {
            if (c === ctx.s.charCodeAt(ctx.p + 1) && c === ctx.s.charCodeAt(ctx.p + 2))
                TomlError.x('illegal quoted key: multiline strings are not allowed', ctx);
            parsed.push(parseString(ctx));
            state = 2;
            ctx.p--;
        }
        // Whitespace; no-op in state 0 and 2, end of bare key in state 1
        else if (c === 0x20 || c === 0x9 /* \t */) {
            if (state === 1) {
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
                state = 2;
            }
        }
        // If state is post-key, no character is allowed; otherwise ensure it's a bare-key component
        else if (state === 2 || (c < 0x30 && c !== 0x2d /* - */) || (c > 0x39 && c < 0x41) || (c > 0x5a && c < 0x61 && c !== 0x5f /* _ */) || c > 0x7a) {
            TomlError.x('illegal character in key', ctx);
        }
        // Illegal character
        else if (!state) {
            state = 1;
            sliceStart = ctx.p;
        }
    } while (c = ctx.s.charCodeAt(++ctx.p));
    TomlError.x('incomplete key-value: cannot find end of key', ctx, startPtr);
}
/** @internal */
function parseInlineTable(ctx) {
    let startPtr = ctx.p++;
    let res = Object.create(null);
    let seen = new Set();
    let c;
    while (ctx.p < ctx.s.length) {
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p)) === 0x7d /* } */) {
            ctx.p++;
            return res;
        }
        let k;
        let t = res;
        let hasOwn = false;
        let errPtr = ctx.p;
        let key = parseKey(ctx);
        for (let i = 0; i < key.length; i++) {
            if (i)
                t = hasOwn ? t[k] : (t[k] = Object.create(null));
            k = key[i];
            if ((hasOwn = Object.hasOwn(t, k)) && (typeof t[k] !== 'object' || seen.has(t[k]))) {
                TomlError.x('trying to redefine an already defined value', ctx, errPtr);
            }
            let unsafe = k === '__proto__';
            if (ctx.uk && (unsafe || k === 'constructor')) {
                t = ctx.uk !== 1 && TomlError.x('document contains an unsafe property', ctx, errPtr);
                break;
            }
            if (!hasOwn && unsafe) {
                Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
            }
        }
        if (hasOwn) {
            TomlError.x('trying to redefine an already defined value', ctx, errPtr);
        }
        skipVoid(ctx, true, true);
        let value = extractValue(ctx, 0x7d /* } */);
        if (t && typeof (t[k] = value) === 'object')
            seen.add(value);
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p++)) === 0x7d /* } */) {
            return res;
        }
        if (c !== 0x2c /* , */)
            TomlError.x('expected comma or end of structure', ctx, ctx.p - 1);
    }
    TomlError.x('unfinished table', ctx, startPtr);
}
/** @internal */
function parseArray(ctx) {
    let startPtr = ctx.p++;
    let res = [];
    let c;
    while (ctx.p < ctx.s.length) {
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p)) === 0x5d /* ] */) {
            ctx.p++;
            return res;
        }
        res.push(extractValue(ctx, 0x5d /* ] */));
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p++)) === 0x5d /* ] */) {
            return res;
        }
        if (c !== 0x2c /* , */)
            TomlError.x('expected comma or end of structure', ctx, ctx.p - 1);
    }
    TomlError.x('unfinished array', ctx, startPtr);
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/parse.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */




function peekTable(ctx, key, table, meta, type) {
    let t = table;
    let m = meta;
    let k;
    let hasOwn = false;
    let state;
    for (let i = 0; i < key.length; i++) {
        if (i) {
            t = hasOwn ? t[k] : (t[k] = Object.create(null));
            m = (state = m[k]).c;
            if (type === 0 /* Type.DOTTED */ && (state.t === 1 /* Type.EXPLICIT */ || state.t === 2 /* Type.ARRAY */)) {
                return null;
            }
            if (state.t === 2 /* Type.ARRAY */) {
                let l = t.length - 1;
                t = t[l];
                m = m[l].c;
            }
        }
        k = key[i];
        if ((hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 /* Type.DOTTED */ && m[k]?.d) {
            return null;
        }
        if (!hasOwn) {
            let unsafe = k === '__proto__';
            if (ctx.uk && (unsafe || k === 'constructor'))
                return false;
            if (unsafe) {
                Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
                Object.defineProperty(m, k, { enumerable: true, configurable: true, writable: true });
            }
            m[k] = {
                t: i < key.length - 1 && type === 2 /* Type.ARRAY */
                    ? 3 /* Type.ARRAY_DOTTED */ : type,
                d: false,
                i: 0,
                c: Object.create(null),
            };
        }
    }
    state = m[k];
    if (state.t !== type && !(type === 1 /* Type.EXPLICIT */ && state.t === 3 /* Type.ARRAY_DOTTED */)) {
        // Bad key type!
        return null;
    }
    if (type === 2 /* Type.ARRAY */) {
        if (!state.d) {
            state.d = true;
            t[k] = [];
        }
        t[k].push(t = Object.create(null));
        state.c[state.i++] = (state = { t: 1 /* Type.EXPLICIT */, d: false, i: 0, c: Object.create(null) });
    }
    if (state.d) {
        // Redefining a table!
        return null;
    }
    state.d = true;
    if (type === 1 /* Type.EXPLICIT */) {
        t = hasOwn ? t[k] : (t[k] = Object.create(null));
    }
    else if (type === 0 /* Type.DOTTED */ && hasOwn) {
        return null;
    }
    return [k, t, state.c];
}
function validateTablePeek(ctx, peek, ptr) {
    if (peek === null || ctx.uk === 2)
        TomlError.x(peek === null
            ? 'trying to redefine an already defined table or value'
            : 'document contains an unsafe property', ctx, ptr);
}
function parse(toml, options = {}) {
    let ctx = {
        s: toml,
        p: 0,
        d: options.maxDepth ?? 1000,
        bi: options.integersAsBigInt ?? false,
        ld: options.useLegacyDate ?? true,
        uk: options.unsafeKeyBehaviour === 'throw' ? 2 : options.unsafeKeyBehaviour === 'drop' ? 1 : 0,
    };
    let res = Object.create(null);
    let meta = Object.create(null);
    let tmp;
    let skipping = false;
    let tbl = res;
    let m = meta;
    // BOM is allowed, skip.
    // JS is UTF-16, so we have to check for the UTF-16 BOM instead of the UTF-8 BOM sequence!
    if (toml.charCodeAt(0) === 0xfeff)
        ctx.p++;
    skipVoid(ctx);
    while (ctx.p < toml.length) {
        if (toml.charCodeAt(ctx.p) === 0x5b /* [ */) {
            let isTableArray = toml.charCodeAt(++ctx.p) === 0x5b; /* [ */
            tmp = ctx.p += +isTableArray;
            skipping = false;
            let k = parseKey(ctx, 0x5d /* ] */);
            if (isTableArray) {
                if (toml.charCodeAt(ctx.p) !== 0x5d /* ] */) {
                    TomlError.x('expected end of table array declaration', ctx);
                }
                ctx.p++;
            }
            let p = peekTable(ctx, k, res, meta, isTableArray ? 2 /* Type.ARRAY */ : 1 /* Type.EXPLICIT */);
            if (!p) {
                validateTablePeek(ctx, p, tmp);
                skipping = true;
            }
            else {
                m = p[2];
                tbl = p[1];
            }
        }
        else {
            tmp = ctx.p;
            let k = parseKey(ctx);
            let p = peekTable(ctx, k, tbl, m, 0 /* Type.DOTTED */);
            if (!p && !skipping)
                validateTablePeek(ctx, p, tmp);
            skipVoid(ctx, true, true);
            let v = extractValue(ctx, void 0);
            if (p && !skipping)
                p[1][p[0]] = v;
        }
        skipVoid(ctx, true);
        if (ctx.p < toml.length && (tmp = toml.charCodeAt(ctx.p)) !== 0xa /* \n */ && (tmp !== 0xd /* \r */ || toml.charCodeAt(ctx.p + 1) !== 0xa /* \n */)) {
            TomlError.x('each key-value declaration must be followed by an end-of-line', ctx);
        }
        skipVoid(ctx);
    }
    return res;
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/stringify.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
let BARE_KEY = /^[a-z0-9-_]+$/i;
let HAS_WELLFORMED = !!(''.isWellFormed);
function extendedTypeOf(obj) {
    let type = typeof obj;
    if (type === 'object') {
        if (Array.isArray(obj))
            return 'array';
        if (typeof obj.getUTCDate === 'function' && obj instanceof Date)
            return 'date';
        if (globalThis.Temporal) {
            if (obj.until) {
                if (obj instanceof Temporal.ZonedDateTime)
                    return 'temporal/tz+uc';
                if (obj instanceof Temporal.PlainDateTime || obj instanceof Temporal.PlainDate)
                    return 'temporal/uc';
                if (obj instanceof Temporal.PlainTime || obj instanceof Temporal.Instant)
                    return 'temporal';
                if (obj instanceof Temporal.PlainYearMonth)
                    return 'temporal/x';
            }
            else if ((obj.toPlainDate && obj instanceof Temporal.PlainMonthDay) ||
                (obj.negated && obj instanceof Temporal.Duration)) {
                return 'temporal/x';
            }
        }
    }
    return type;
}
function isArrayOfTables(obj) {
    for (let i = 0; i < obj.length; i++) {
        if (extendedTypeOf(obj[i]) !== 'object')
            return false;
    }
    return obj.length != 0;
}
function formatWellFormedStringUnchecked(s) {
    return JSON.stringify(s).replaceAll('\x7f', '\\u007f');
}
function formatString(s) {
    return formatWellFormedStringUnchecked(HAS_WELLFORMED ? s.toWellFormed() : s);
}
function formatKey(s) {
    if (BARE_KEY.test(s))
        return s;
    if (HAS_WELLFORMED && !s.isWellFormed())
        throw new RangeError('key contains illegal lone surrogates');
    return formatWellFormedStringUnchecked(s);
}
function stringifyValue(val, type, depth, numberAsFloat, strictTemporal) {
    if (depth === 0) {
        throw new Error('Could not stringify the object: maximum object depth exceeded');
    }
    switch (type) {
        // @ts-expect-error -- intentional fallthrough case
        case 'number':
            if (isNaN(val))
                return 'nan';
            if (val === Infinity)
                return 'inf';
            if (val === -Infinity)
                return '-inf';
            if (Number.isInteger(val) && (numberAsFloat || !Number.isSafeInteger(val)))
                return val.toFixed(1);
        case 'bigint':
        case 'boolean':
        case 'temporal':
            return val.toString();
        case 'string':
            return formatString(val);
        case 'date':
            if (isNaN(val.getTime()))
                throw new TypeError('cannot serialize invalid date');
            return val.toISOString();
        case 'object':
            return stringifyInlineTable(val, depth, numberAsFloat, strictTemporal);
        case 'array':
            return stringifyArray(val, depth, numberAsFloat, strictTemporal);
        // @ts-expect-error -- intentional fallthrough case
        case 'temporal/tz+uc':
            if (strictTemporal) {
                let tz = val.timeZoneId;
                let tzc = tz.charCodeAt(0);
                if (
                // Classic offset
                tzc !== 0x2b /* + */ && tzc !== 0x2d /* - */ &&
                    (
                    // Fast pre-check pass; see below for the actually accepted values
                    (tzc !== 0x55 /* U */ && tzc !== 0x47 /* G */ && tzc !== 0x5a /* Z */ && tzc !== 0x45 /* E */) ||
                        (
                        // UTC and its aliases; Temporal implementations don't all canonicalise unfortunately
                        tz !== 'UTC' && tz !== 'UCT' && tz !== 'Universal' && tz !== 'Zulu' &&
                            // GMT is a TZ but it's for all intents and purposes equivalent to UTC. Safe to downgrade.
                            !tz.startsWith('GMT') && tz !== 'Greenwich' &&
                            // Etc/* are all safe to downgrade to offset (either UTC, GMT, or offset)
                            !tz.startsWith('Etc/')))) {
                    throw new TypeError('Temporal objects with an IANA timezone are not allowed in Temporal strict mode');
                }
            }
        case 'temporal/uc':
            if (strictTemporal && val.calendarId !== 'iso8601')
                throw new TypeError('Temporal objects with a non-default calendar are not allowed in Temporal strict mode');
            return val.toString({
                calendarName: 'never',
                timeZoneName: 'never',
            });
        case 'temporal/x':
            throw new TypeError('Unsupported ' + val[Symbol.toStringTag]);
    }
}
function stringifyInlineTable(obj, depth, numberAsFloat, strictTemporal) {
    let keys = Object.keys(obj);
    if (keys.length === 0)
        return '{}';
    let res = '{ ';
    for (let i = 0; i < keys.length; i++) {
        let k = keys[i];
        if (i)
            res += ', ';
        res += formatKey(k) + ' = ' + stringifyValue(obj[k], extendedTypeOf(obj[k]), depth - 1, numberAsFloat, strictTemporal);
    }
    return res + ' }';
}
function stringifyArray(array, depth, numberAsFloat, strictTemporal) {
    if (array.length === 0)
        return '[]';
    let res = '[ ';
    for (let i = 0; i < array.length; i++) {
        if (i)
            res += ', ';
        if (array[i] === null || array[i] === void 0) {
            throw new TypeError('arrays cannot contain null or undefined values');
        }
        res += stringifyValue(array[i], extendedTypeOf(array[i]), depth - 1, numberAsFloat, strictTemporal);
    }
    return res + ' ]';
}
function stringifyArrayTable(array, key, depth, numberAsFloat, strictTemporal) {
    if (depth === 0) {
        throw new Error('Could not stringify the object: maximum object depth exceeded');
    }
    let res = '';
    for (let i = 0; i < array.length; i++) {
        res += `${res && '\n'}[[${key}]]\n`;
        res += stringifyTable(0, array[i], key, depth, numberAsFloat, strictTemporal);
    }
    return res;
}
function stringifyTable(tableKey, obj, prefix, depth, numberAsFloat, strictTemporal) {
    if (depth === 0) {
        throw new Error('Could not stringify the object: maximum object depth exceeded');
    }
    let preamble = '';
    let tables = '';
    let keys = Object.keys(obj);
    for (let i = 0; i < keys.length; i++) {
        let k = keys[i];
        if (obj[k] !== null && obj[k] !== void 0) {
            let type = extendedTypeOf(obj[k]);
            if (type === 'symbol' || type === 'function') {
                throw new TypeError(`cannot serialize values of type '${type}'`);
            }
            let key = formatKey(k);
            if (type === 'array' && isArrayOfTables(obj[k])) {
                tables += (tables && '\n') + stringifyArrayTable(obj[k], prefix ? `${prefix}.${key}` : key, depth - 1, numberAsFloat, strictTemporal);
            }
            else if (type === 'object') {
                let tblKey = prefix ? `${prefix}.${key}` : key;
                tables += (tables && '\n') + stringifyTable(tblKey, obj[k], tblKey, depth - 1, numberAsFloat, strictTemporal);
            }
            else {
                preamble += key;
                preamble += ' = ';
                preamble += stringifyValue(obj[k], type, depth, numberAsFloat, strictTemporal);
                preamble += '\n';
            }
        }
    }
    if (tableKey && (preamble || !tables)) // Create table only if necessary
        preamble = preamble ? `[${tableKey}]\n${preamble}` : `[${tableKey}]`;
    return preamble && tables
        ? `${preamble}\n${tables}`
        : preamble || tables;
}
function stringify(obj, { maxDepth = 1000, numbersAsFloat = false, strictTemporal = false } = {}) {
    if (extendedTypeOf(obj) !== 'object') {
        throw new TypeError('stringify can only be called with an object');
    }
    let str = stringifyTable(0, obj, '', maxDepth, numbersAsFloat, strictTemporal);
    if (str[str.length - 1] !== '\n')
        return str + '\n';
    return str;
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/index.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */





/** @deprecated use `import * as ... from 'smol-toml'` instead */
/* harmony default export */ const dist = ({ parse: parse, stringify: stringify, TomlDate: TomlDate, TomlError: TomlError });

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/syntax/parse-toml.js



/** @throws InputError at the line of the first fault, such as a duplicate key. */
function parseTomlTree(source) {
    try {
        return toTree(parse(source.text, { integersAsBigInt: true, maxDepth: MAX_DEPTH }), 0);
    }
    catch (error) {
        if (error instanceof RangeError)
            throw tooDeep(source);
        if (!(error instanceof TomlError))
            throw error;
        const [reason = ""] = error.message.split("\n");
        const message = `The metrics file is not TOML: ${reason}.`;
        const offset = lineStart(source.text, error.line);
        throw refuseMetrics(source, [{ offset, message, remedy: "Correct it here, or write it again." }]);
    }
}
function tooDeep(source) {
    const message = `The metrics file cannot be read: it is nested deeper than ${MAX_DEPTH}.`;
    return refuseMetrics(source, [{ offset: 0, message, remedy: "Write a flatter file." }]);
}
/** The parser does not say where a value stands. */
function toTree(value, depth) {
    if (depth > MAX_DEPTH)
        throw new RangeError("too deep");
    if (Array.isArray(value))
        return { kind: "list", items: value.map((item) => toTree(item, depth + 1)), offset: 0 };
    if (typeof value === "object" && value !== null && !(value instanceof Date)) {
        const entries = Object.entries(value).map(([key, entry]) => [key, toTree(entry, depth + 1)]);
        return { kind: "map", entries: new Map(entries), offset: 0 };
    }
    if (typeof value === "bigint")
        return { kind: "scalar", value: Number(value), offset: 0 };
    const isPlain = typeof value === "number" || typeof value === "boolean";
    return { kind: "scalar", value: isPlain ? value : String(value), offset: 0 };
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/syntax/parse-yaml.js
/**
 * Reads YAML into a tree: unique keys, few aliases, no depth that could exhaust the reader.
 *
 * @module
 */




/** The YAML parser needs about 200 bytes of memory a character: a stranger's file must not take them all. */
const MAX_CHARACTERS = 4 << 20;
/** Aliases multiply: each use is walked again. */
const parse_yaml_MAX_VALUES = 200_000;
/** Each alias costs a search of the document, and aliases of aliases multiply. */
const MAX_ALIASES = 100;
/** @throws InputError with every fault, each at its line. */
function parseYamlTree(source) {
    if (source.text.length > MAX_CHARACTERS) {
        const seen = `it holds ${source.text.length} characters; at most ${MAX_CHARACTERS} are read as YAML`;
        throw parse_yaml_refuse(source, 0, seen);
    }
    const document = readDocument(source);
    return walk({ source, document, values: 0, aliases: 0 }, document.contents, { offset: 0, depth: 0 });
}
function readDocument(source) {
    try {
        // Unique keys are checked while walking: the parser's own check takes time square in their number.
        const document = (0,yaml_dist/* parseDocument */.Tp)(source.text, { prettyErrors: false, merge: false, uniqueKeys: false });
        if (document.errors.length === 0)
            return document;
        throw refuseMetrics(source, document.errors.slice(0, 20).map(({ message, pos: [offset] }) => ({
            offset,
            message: `The metrics file is not YAML: ${message}.`,
            remedy: "Correct it here, or write it again.",
        })));
    }
    catch (error) {
        if (error instanceof RangeError)
            throw parse_yaml_refuse(source, 0, `it is nested deeper than ${MAX_DEPTH}`);
        throw error;
    }
}
function walk(reader, given, { offset, depth }) {
    const node = resolveAlias(reader, given, offset);
    if (depth > MAX_DEPTH)
        throw parse_yaml_refuse(reader.source, offset, `it is nested deeper than ${MAX_DEPTH}`);
    reader.values += 1;
    if (reader.values > parse_yaml_MAX_VALUES)
        throw parse_yaml_refuse(reader.source, offset, `it holds more than ${parse_yaml_MAX_VALUES} values`);
    if ((0,yaml_dist/* isMap */.jh)(node))
        return { kind: "map", entries: walkMap(reader, node, depth), offset };
    if ((0,yaml_dist/* isSeq */.oP)(node)) {
        const place = (item) => ({ offset: offsetOf(item) || offset, depth: depth + 1 });
        return { kind: "list", items: node.items.map((item) => walk(reader, item, place(item))), offset };
    }
    return { kind: "scalar", value: scalarOf(node), offset };
}
function walkMap(reader, map, depth) {
    const entries = new Map();
    for (const { key, value } of map.items) {
        const offset = offsetOf(key);
        if (!(0,yaml_dist/* isScalar */.jn)(key))
            throw parse_yaml_refuse(reader.source, offset, "a key is not a plain text");
        const name = key.source ?? String(key.value);
        if (entries.has(name))
            throw parse_yaml_refuse(reader.source, offset, `the key ${(0,src/* quote */.hD)(name)} stands twice in one map`);
        entries.set(name, walk(reader, value, { offset, depth: depth + 1 }));
    }
    return entries;
}
function resolveAlias(reader, node, offset) {
    if (!(0,yaml_dist/* isAlias */.Vj)(node))
        return node;
    reader.aliases += 1;
    if (reader.aliases > MAX_ALIASES)
        throw parse_yaml_refuse(reader.source, offset, `it holds more than ${MAX_ALIASES} aliases`);
    return node.resolve(reader.document);
}
function scalarOf(node) {
    const value = (0,yaml_dist/* isScalar */.jn)(node) ? node.value : null;
    if (typeof value === "bigint")
        return Number(value);
    if (typeof value === "number" || typeof value === "boolean" || value === null)
        return value;
    return String(value);
}
function offsetOf(node) {
    return node?.range?.[0] ?? 0;
}
function parse_yaml_refuse(source, offset, seen) {
    const message = `The metrics file cannot be read: ${seen}.`;
    const remedy = "Write a map of names and numbers, such as `accuracy: 0.91`.";
    return refuseMetrics(source, [{ offset, message, remedy }]);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/syntax/read-document.js
/**
 * What kind of text a metrics file is, told from the text alone, and its content as a tree or as rows.
 *
 * @module
 */





/** @throws InputError when the text is not what it starts as. */
function read_document_readDocument(source) {
    refuseBinary(source);
    const { text } = source;
    const frontMatter = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text)?.[0];
    if (frontMatter !== undefined)
        return readFrontMatter(source, frontMatter);
    if (read_document_isHistory(text))
        return { kind: "rows", rows: read_document_readHistory(text), history: true };
    if (isToml(text))
        return tree(parseTomlTree(source));
    if (/^\s*(?:\{\s*["}]|\[\s*(?:[{[\]"0-9-]|NaN|Infinity))/.test(text))
        return readJson(source);
    const delimiter = findDelimiter(text);
    if (delimiter !== null)
        return { kind: "rows", rows: parseTable(source, delimiter), history: false };
    return tree(parseYamlTree(source));
}
function tree(root) {
    return { kind: "tree", root, frontMatter: false };
}
function refuseBinary(source) {
    const { text } = source;
    const offset = 0;
    if (text.startsWith("PK\u0003\u0004")) {
        const message = "The metrics file is a packed archive, such as an `.eval` log of Inspect.";
        throw refuseMetrics(source, [{ offset, message, remedy: "Unpack it first: `inspect log dump`." }]);
    }
    if (!text.includes("\u0000"))
        return;
    const message = "The metrics file is binary, or UTF-16: it holds zero bytes.";
    throw refuseMetrics(source, [{ offset, message, remedy: "Write it as UTF-8 text." }]);
}
/** The head of a Markdown file; a YAML file that starts and ends with a marker has nothing behind it. */
function readFrontMatter({ text, path }, block) {
    const root = parseYamlTree({ text: block.replace(/\r?\n---[ \t]*(?:\r?\n)?$/, "\n"), path });
    if (/\S/.test(text.slice(block.length)) && !(root.kind === "map" && root.entries.has("model-index"))) {
        const message = "The text between the `---` lines has no `model-index`, and more text follows it.";
        const remedy = "Name a model card with results, or keep one YAML document in the file.";
        throw refuseMetrics({ text, path }, [{ offset: 0, message, remedy }]);
    }
    return { kind: "tree", root, frontMatter: true };
}
/** One JSON value, or a map a line. */
function readJson(source) {
    const isLines = /^\s*\{[^\r\n]*\}[ \t]*\r?\n\s*\{/.test(source.text);
    if (!isLines)
        return tree(parseJson(source));
    const found = parseJsonSequence(source);
    const maps = found.filter((value) => value.kind === "map");
    const odd = found.find(({ kind }) => kind !== "map");
    if (odd === undefined)
        return { kind: "rows", rows: maps, history: false };
    const message = "A line of the metrics file is not a JSON map.";
    throw refuseMetrics(source, [{ offset: odd.offset, message, remedy: "Write one map a line." }]);
}
const read_document_KEY = String.raw `(?:[\w-]+|"[^"\n]*"|'[^'\n]*')(?:\s*\.\s*(?:[\w-]+|"[^"\n]*"|'[^'\n]*'))*\s*`;
const TOML_HEAD = new RegExp(String.raw `^\[\[?\s*${read_document_KEY}\]\]?\s*(?:#.*)?$`);
const TOML_ENTRY = new RegExp(`^${read_document_KEY}=`);
/** The first line that says anything is `key =`, or a table's head with such a line or another head behind it. */
function isToml(text) {
    const [first = "", second = ""] = text
        .slice(0, 100_000)
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "" && !line.startsWith("#"));
    if (TOML_ENTRY.test(first))
        return true;
    return TOML_HEAD.test(first) && (TOML_ENTRY.test(second) || TOML_HEAD.test(second));
}
const HISTORY_LINE = /^\d{10,16} (\S+) -?\d+(?: (\S+) (\S+))?$/;
/** MLflow's file store: `timestamp value step`, and in newer versions the dataset's name and digest. */
function read_document_isHistory(text) {
    const lines = text.trimEnd().split(/\r?\n/);
    return lines.every((line) => HISTORY_LINE.test(line));
}
function read_document_readHistory(text) {
    let offset = 0;
    return text
        .trimEnd()
        .split("\n")
        .map((line) => {
        const [timestamp = "", value = "", step = "", name = null, digest = null] = line.trim().split(" ");
        const number = Number(value);
        const scalar = (given) => ({ kind: "scalar", value: given, offset });
        const entries = new Map([
            ["timestamp", scalar(Number(timestamp))],
            ["value", scalar(Number.isNaN(number) ? value : number)],
            ["step", scalar(Number(step))],
            ["dataset_name", scalar(name)],
            ["dataset_digest", scalar(digest)],
        ]);
        const row = { kind: "map", entries, offset };
        offset += line.length + 1;
        return row;
    });
}
/** The letter that parts the first line into cells; null where that line reads as `key: value`. */
function findDelimiter(text) {
    const [first = ""] = text.split(/\r?\n/, 1);
    if (/^[^"]*:(?:\s|$)/.test(first) || /^\s*[#{[-]/.test(first))
        return null;
    const delimiters = ["\t", ",", ";"];
    return delimiters.find((delimiter) => first.includes(delimiter)) ?? null;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/parse-metrics.js
/**
 * From the text of a metrics file to numbers by name.
 *
 * @module
 */






/** More metrics than this are no metrics file. */
const MOST_METRICS = 200_000;
/** A longer name could fill a report by itself. */
const LONGEST_NAME = 1000;
/**
 * Reads a metrics file of any known format, told by its content, with nested names joined by dots. Python's NaN and
 * Infinity are kept as numbers that were not measured; texts, booleans, lists and nulls are kept aside. A series
 * stands for its last value, several seeds for their mean.
 *
 * @param format the format, where the content fits more than one or none.
 *
 * @throws InputError at its line: no metrics, a duplicate key, two entries of one name, too deep, two formats that
 * fit; EvidenceError when the file says that its tool failed.
 *
 * @example
 * parseMetrics('{"test": {"accuracy": 0.91, "f1": NaN}}', "metrics.json").values.get("test.accuracy"); // => 0.91
 * parseMetrics("epoch,loss\n0,0.9\n1,0.4\n", "log.csv").values.get("loss"); // => 0.4
 */
function parseMetrics(text, path, format = null) {
    const source = { text: text.replace(/^\uFEFF/, ""), path };
    const document = read_document_readDocument(source);
    const chosen = format ?? recogniseFormat(document, source);
    const stated = FORMATS[chosen].read(document, path);
    if (format !== null && stated.metrics.length === 0)
        throw refuseFormat(source, format);
    const root = document.kind === "tree" ? document.root : null;
    const common = { format: chosen, root, facts: stated.facts ?? [], parameters: stated.parameters ?? [] };
    return {
        path,
        ...common,
        ...nameMetrics(stated.metrics, source),
        baseline: readOtherSide(stated, source, common),
    };
}
function readOtherSide({ baseline }, source, common) {
    if (baseline === undefined)
        return null;
    return { path: source.path, ...common, root: null, ...nameMetrics(baseline, source), baseline: null };
}
function recogniseFormat(document, source) {
    const fitting = src/* METRIC_FORMATS */.YK.filter((name) => FORMATS[name].recognises(document));
    const [first, second] = fitting;
    if (first !== undefined && second !== undefined)
        throw refuseTwoFormats(source, fitting);
    if (first !== undefined)
        return first;
    if (document.kind === "tree" && document.root.kind === "map")
        return "nested";
    if (rowsOf(document).some(({ kind }) => kind === "map"))
        return "table";
    const message = "The metrics file cannot be read: wanted a map of metrics, or a table of them.";
    const remedy = "Write a map of names and numbers, such as `accuracy: 0.91`.";
    throw refuseMetrics(source, [{ offset: 0, message, remedy }]);
}
function refuseTwoFormats(source, fitting) {
    const names = fitting.map((name) => `\`${name}\``);
    const message = `The metrics file can be read as ${names.slice(0, -1).join(", ")} and as ${names.at(-1)}.`;
    const remedy = `Say which one it is: \`metrics: { format: ${fitting[0]} }\`.`;
    return refuseMetrics(source, [{ offset: 0, message, remedy }]);
}
function refuseFormat(source, format) {
    const message = `The metrics file was read as \`${format}\`, as the gate file says, and holds no metrics then.`;
    const remedy = "Correct `metrics: { format }`, or leave it out: the format is told by the content.";
    return refuseMetrics(source, [{ offset: 0, message, remedy }]);
}
function nameMetrics(metrics, source) {
    refuseTooMany(metrics, source);
    refuseLongNames(metrics, source);
    refuseCollisions(metrics, source);
    const values = new Map();
    const aside = new Map();
    const details = new Map();
    for (const metric of metrics) {
        const name = nameOf(metric);
        const { value, uncertainty } = settleValue(metric);
        if (typeof value === "number")
            values.set(name, value);
        else
            aside.set(name, value);
        const { path, direction = null, points = null, facts = [] } = metric;
        details.set(name, { path, direction, uncertainty, points, facts });
    }
    return { values, aside, details };
}
function settleValue({ value, points, uncertainty }) {
    if (value !== undefined)
        return { value, uncertainty: uncertainty ?? null };
    return reduceSeries(points ?? [], null);
}
function nameOf({ path }) {
    return path.join(".");
}
function refuseTooMany(metrics, source) {
    const first = metrics[MOST_METRICS];
    if (first === undefined)
        return;
    const message = `The metrics file holds ${metrics.length} entries; at most ${MOST_METRICS} are read.`;
    throw refuseMetrics(source, [{ offset: first.offset, message, remedy: "Write the metrics alone." }]);
}
function refuseLongNames(metrics, source) {
    const long = metrics.find((metric) => nameOf(metric).length > LONGEST_NAME);
    if (long === undefined)
        return;
    const message = `A metric's name has ${nameOf(long).length} characters; at most ${LONGEST_NAME} are read.`;
    throw refuseMetrics(source, [{ offset: long.offset, message, remedy: "Give it a shorter name." }]);
}
function refuseCollisions(metrics, source) {
    const seen = new Map();
    const faults = metrics.flatMap((metric) => {
        const name = nameOf(metric);
        const first = seen.get(name);
        seen.set(name, first ?? metric);
        if (first === undefined)
            return [];
        const message = `Two entries are both called ${(0,src/* quote */.hD)(name)} once nested names are joined with dots; the first is on line ${lineAt(source.text, first.offset)}.`;
        return [{ offset: metric.offset, message, remedy: "Rename one of the two." }];
    });
    if (faults.length > 0)
        throw refuseMetrics(source, faults.slice(0, 20));
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/parse-parameters.js
/**
 * From the text of a parameters file, such as DVC's `params.yaml`, to words by name.
 *
 * @module
 */




/**
 * Reads nested maps in JSON, YAML or TOML; names are joined with dots, lists are kept as JSON.
 *
 * @throws InputError at its line when it is no such map.
 *
 * @example
 * parseParameters("train: { lr: 0.01, optimizer: adam }", "params.yaml"); // => [{ name: "train.lr", value: "0.01" }, { name: "train.optimizer", value: "adam" }]
 */
function parseParameters(text, path) {
    const source = { text: text.replace(/^\uFEFF/, ""), path };
    const document = read_document_readDocument(source);
    if (document.kind !== "tree" || document.root.kind !== "map") {
        const message = "The parameters file cannot be read: wanted a map of parameters.";
        const remedy = "Write a map of names and values, such as `lr: 0.01`.";
        throw refuseMetrics(source, [{ offset: 0, message, remedy }]);
    }
    const { root } = document;
    return flatten(root).flatMap(({ path: keys }) => {
        const tree = at(root, ...keys);
        const name = keys.join(".");
        if (tree?.kind !== "list")
            return factOf(name, tree);
        return factOf(name, { kind: "scalar", value: canonicalText(tree), offset: tree.offset });
    });
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/plan-measures.js

/** Losses of a predicted number, by metric; those of squared errors share their sums. */
const REGRESSION = {
    mean_absolute_error: "absolute",
    root_mean_squared_error: "squared",
    mean_squared_error: "squared",
    r2: "squared",
    mean_absolute_percentage_error: "percentage",
};
const PINBALL = /^mean_pinball_loss(?:@(0?\.\d+))?$/;
const RANKING = /^(ndcg|mrr)(?:@([1-9]\d{0,5}))?$/;
/**
 * Whether a metric is one of predicted numbers: then labels are numbers, not classes.
 *
 * @example
 * isRegressionMetric("r2"); // => true
 * isRegressionMetric("mean_pinball_loss@0.9"); // => true
 */
function isRegressionMetric(metric) {
    return Object.hasOwn(REGRESSION, metric) || PINBALL.test(metric);
}
/**
 * What the columns allow, and what the checks ask for beside.
 *
 * @example
 * planMeasures({ key: "k", label: "y", prediction: "p", score: null, weight: null, positive: "1" }, ["0", "1"], []).decisions; // => true
 */
function planMeasures(columns, classes, checks) {
    const asked = checks.map(({ metric }) => metric);
    const none = { decisions: false, losses: {}, ranks: [], rankings: {} };
    if (columns.query)
        return { ...none, rankings: columns.score === null ? {} : planRankings(asked) };
    if (classes === null)
        return { ...none, losses: columns.prediction === null ? {} : planErrors(asked) };
    const byClass = Boolean(columns.scores);
    const scored = columns.score !== null || byClass;
    return {
        decisions: columns.prediction !== null,
        losses: scored ? { log_loss: { kind: "log" }, brier_score: { kind: "brier" } } : {},
        ranks: scored ? planRanks(byClass, asked) : [],
        rankings: {},
    };
}
function planErrors(asked) {
    const pinballs = asked.flatMap((metric) => {
        const found = PINBALL.exec(metric);
        return found === null ? [] : [[metric, { kind: "pinball", alpha: Number(found[1] ?? 0.5) }]];
    });
    return {
        absolute: { kind: "absolute" },
        squared: { kind: "squared" },
        percentage: { kind: "percentage" },
        ...Object.fromEntries(pinballs),
    };
}
function planRanks(byClass, asked) {
    if (!byClass)
        return [{ tasks: "binary", area: "roc_auc", precision: "average_precision" }];
    const ovr = { tasks: "ovr", area: "roc_auc_ovr", precision: "average_precision" };
    const ovo = { tasks: "ovo", area: "roc_auc_ovo", precision: null };
    return asked.includes(ovo.area) ? [ovr, ovo] : [ovr];
}
function planRankings(asked) {
    const named = ["ndcg", "mrr", ...asked].flatMap((metric) => {
        const [, kind, k] = RANKING.exec(metric) ?? [];
        if (kind !== "ndcg" && kind !== "mrr")
            return [];
        return [[metric, { kind, k: k === undefined ? null : Number(k) }]];
    });
    return Object.fromEntries(named);
}
/**
 * All labels and decisions as classes; null where labels are numbers: too many of them, not whole, gains of a
 * ranking, or named so by a metric of predicted numbers.
 *
 * @example
 * chooseClasses({ after: { labels: ["0", "1"], decisions: ["1"], groups: {} }, before: null }, { columns: { key: "k", label: "y", prediction: "p", score: null, weight: null, positive: "1" }, checks: [] }); // => ["0", "1"]
 * chooseClasses({ after: { labels: ["0.5", "1"], decisions: ["0.7"], groups: {} }, before: null }, { columns: { key: "k", label: "y", prediction: "p", score: null, weight: null, positive: "1" }, checks: [] }); // => null
 */
function chooseClasses({ after, before }, { columns, checks }) {
    if (columns.query || checks.some(({ metric }) => isRegressionMetric(metric)))
        return null;
    if (columns.scores)
        return Object.keys(columns.scores).sort();
    const classes = [
        ...new Set([
            ...after.labels,
            ...after.decisions,
            ...(before?.labels ?? []),
            ...(before?.decisions ?? []),
        ]),
    ].sort();
    const fractions = after.labels.some((label) => /^-?\d*\.\d+(e-?\d+)?$/i.test(label));
    return classes.length > queries_src/* MOST_CLASSES */.Dl || fractions ? null : classes;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/ranks-decide.js

/**
 * True when moving the areas by the largest error that binning can have made, either way, changes any outcome: then
 * ranks must be exact.
 *
 * @example
 * ranksDecide({ checks: [], mode: "screen" }, { columns: { key: "k", label: "y", prediction: null, score: "s", weight: null, positive: "1" }, classes: null, decisions: null, losses: {}, rankings: {}, ranks: [], curves: null, examples: [], baseline: null }); // => false
 */
function ranksDecide(section, evidence) {
    const outcomes = [0, -1, 1].map((side) => {
        const predictions = moveRanks(evidence, side);
        const decisions = decideChecks(section, { candidate: null, baseline: null, predictions });
        return decisions.map(({ weighed, outcome }) => `${weighed.trial.id} ${outcome}`).join("\n");
    });
    return new Set(outcomes).size > 1;
}
function moveRanks(evidence, side) {
    const move = (found, bound) => found && { ...found, candidate: found.candidate + side * bound };
    return {
        ...evidence,
        ranks: evidence.ranks.map(({ plan, sums }) => ({
            plan,
            sums: sums.map((each) => ({
                ...each,
                area: move(each.area, each.areaBound),
                precision: move(each.precision, each.precisionBound),
            })),
        })),
    };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/summarize.js
const WORDS = {
    fail: "fail",
    "not-evaluable": "cannot be evaluated",
    inconclusive: "are inconclusive",
    skipped: "were skipped",
};
const WORST_FIRST = Object.keys(WORDS);
/**
 * The worst finding's own sentence, and how many are like it; what blocks comes before what warns.
 *
 * @example
 * summarizeFindings([]); // => "nothing was judged"
 */
function summarizeFindings(findings) {
    const short = findings
        .filter(({ outcome }) => outcome !== "pass")
        .toSorted((left, right) => rank(left) - rank(right));
    const [first] = short;
    if (first === undefined || first.outcome === "pass") {
        if (findings.length === 0)
            return "nothing was judged";
        return findings.length === 1 ? (findings[0]?.why ?? "") : `all ${findings.length} checks pass`;
    }
    const alike = short.filter(({ outcome }) => outcome === first.outcome).length;
    return alike === 1
        ? first.why
        : `${alike} of ${findings.length} checks ${WORDS[first.outcome]}: ${first.why}`;
}
function rank({ severity, outcome }) {
    return WORST_FIRST.indexOf(outcome) + (severity === "block" ? 0 : WORST_FIRST.length);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/index.js














/***/ })

};
