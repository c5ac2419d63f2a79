export const id = 833;
export const ids = [833];
export const modules = {

/***/ 34833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  compareModels: () => (/* binding */ compareModels)
});

// EXTERNAL MODULE: ./build/node_modules/@ml-gates/gate/src/index.js + 22 modules
var src = __webpack_require__(34804);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/directions.js
/**
 * Which way a metric points: a small reviewed table, and never a guess.
 *
 * @module
 */
const HIGHER = [
    ...["accuracy", "balanced_accuracy", "top_k_accuracy", "f1", "f1_score", "fbeta", "precision", "recall"],
    ...["sensitivity", "specificity", "roc_auc", "auroc", "pr_auc", "average_precision", "jaccard", "r2"],
    ...["explained_variance", "matthews_corrcoef", "mcc", "cohen_kappa", "ndcg", "mrr", "bleu", "rouge"],
    ...["exact_match", "throughput"],
];
const LOWER = [
    ...["loss", "log_loss", "cross_entropy", "hinge_loss", "brier_score", "brier_score_loss", "brier", "mae"],
    ...["mse", "rmse", "rmsle", "mape", "smape", "mean_absolute_error", "mean_squared_error", "perplexity"],
    ...["root_mean_squared_error", "mean_absolute_percentage_error", "median_absolute_error", "max_error"],
    ...[
        "error_rate",
        "wer",
        "cer",
        "ece",
        "latency",
        "latency_ms",
        "false_positive_rate",
        "false_negative_rate",
    ],
];
const DIRECTIONS = new Map([
    ...HIGHER.map((name) => [name, "higher"]),
    ...LOWER.map((name) => [name, "lower"]),
]);
/**
 * The direction of a metric by its name's last part, without the prefix of a split (`train_`, `val_`, `valid_`,
 * `eval_`, `test_`); null when the table does not know it.
 *
 * @example
 * directionOf("test.roc_auc"); // => "higher"
 * directionOf("val_loss"); // => "lower"
 * directionOf("speed"); // => null
 */
function directionOf(metric) {
    const last = metric.slice(Math.max(metric.lastIndexOf("."), metric.lastIndexOf("/")) + 1);
    const word = last.toLowerCase().replaceAll(/[ -]/g, "_");
    return DIRECTIONS.get(word) ?? DIRECTIONS.get(word.replace(/^(train|val|valid|eval|test)_/, "")) ?? null;
}

// EXTERNAL MODULE: ./build/node_modules/@ml-gates/statistics/src/index.js + 32 modules
var statistics_src = __webpack_require__(60406);
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
            requiredN: outcome === "inconclusive" ? rowsToSettle(weighed, { mode, blocking }) : null,
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
    const { interval } = estimate;
    return {
        ...estimate,
        value: -estimate.value,
        interval: interval && { ...interval, low: -interval.high, high: -interval.low },
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

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/find-measure.js

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
    const value = readCandidate(comparison.candidate, metric);
    const common = { metric, slice: null, n: null, denominator: null };
    if (isUnmeasured(value))
        return { ...common, level: value, baseline, change: value };
    return { ...common, level: bareEstimate(value), ...changeFrom(baseline, value) };
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
            return { reason: missing, told: `is not in ${file.path}` };
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
function describeSubject({ metric, slice }) {
    return slice === null ? metric : `${metric} in ${slice.column}=${slice.value}`;
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

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/list-metrics.js
/**
 * Every metric of the two files and of the predictions as rows: what only the report shows, and nothing judges.
 *
 * @module
 */




/** Rows a report can show; the rest are counted. */
const MOST_ROWS = 500;
/**
 * The measurements `comparison/1`: `metrics` (rows with baseline, candidate, change, direction and where it comes
 * from), `slices`, `pairs` (gained, lost, churn = share of decisions that flip), `omitted` rows.
 */
function listMetrics(comparison, computed, checks) {
    const names = listNames(comparison, computed, checks);
    const shown = names.slice(0, MOST_ROWS);
    const slices = computed.filter(({ slice }) => slice !== null);
    const [overall] = comparison.predictions?.decisions ?? [];
    return {
        schema: "comparison/1",
        data: {
            metrics: shown.map((name) => toRow(findMeasure(comparison, computed, name), { comparison, checks })),
            omitted: names.length - shown.length,
            slices: slices.slice(0, MOST_ROWS).map(toSliceRow),
            pairs: overall === undefined ? null : toPairs(overall),
        },
    };
}
function listNames({ candidate, baseline }, computed, checks) {
    const stated = baseline === null || isAbsent(baseline) ? [] : baseline.values.keys();
    const checked = new Set(checks.map(({ metric }) => metric));
    const others = new Set([
        ...computed.map(({ metric }) => metric),
        ...(candidate?.values.keys() ?? []),
        ...stated,
    ]);
    const unchecked = [...others].filter((name) => !checked.has(name));
    return [...checked, ...unchecked.sort()];
}
function toRow({ metric, level, baseline, change, n }, { comparison, checks }) {
    const declared = checks.find((check) => check.metric === metric && check.direction !== null)?.direction;
    const direction = declared ?? directionOf(metric);
    return {
        metric,
        baseline: numberOf(baseline),
        candidate: numberOf(level),
        change: numberOf(change),
        status: describeStatus(comparison, { level, baseline }),
        direction,
        directionFrom: declared ? "check" : direction && "table",
        from: n === null ? "file" : "predictions",
        n,
    };
}
function describeStatus({ baseline: file }, { level, baseline }) {
    if (isUnmeasured(level))
        return level.reason === "missing-in-candidate" && !isUnmeasured(baseline) ? "removed" : level.reason;
    if (!isUnmeasured(baseline))
        return "both";
    return baseline.reason === "missing-in-baseline" && file !== null ? "added" : baseline.reason;
}
function toSliceRow({ metric, slice, n, level, baseline, change }) {
    return {
        metric,
        column: slice?.column ?? null,
        value: slice?.value ?? null,
        n,
        baseline: numberOf(baseline),
        candidate: numberOf(level),
        change: numberOf(change),
    };
}
function toPairs({ n, paired }) {
    if (paired === null)
        return null;
    return { n, ...paired, churn: n === 0 ? null : (0,src/* roundJudged */.KH)(paired.flipped / n) };
}
function numberOf(number) {
    if (typeof number === "number")
        return (0,src/* roundJudged */.KH)(number);
    return "value" in number && typeof number.value === "number" ? (0,src/* roundJudged */.KH)(number.value) : null;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/measure-accuracy.js


/**
 * Accuracy = right / n, with Wilson's interval and the exact binomial test. The change on the same rows =
 * (gained - lost) / n, with Tango's score interval (Tango 1998) and McNemar's mid-p test of no change.
 */
function measureAccuracy(counts, absent) {
    const { slice, n, right, paired } = counts;
    const none = { reason: "no-rows", told: "has no rows to be measured on" };
    const both = paired && n > 0 ? paired : null;
    return {
        metric: "accuracy",
        slice,
        n,
        denominator: n,
        level: n === 0 ? none : estimateAccuracy(right, n),
        baseline: both === null ? absent : (right - both.gained + both.lost) / n,
        change: both === null ? absent : estimateChange(both, n),
    };
}
function estimateAccuracy(right, n) {
    const value = right / n;
    return {
        value,
        interval: (0,statistics_src/* wilsonInterval */.YV)({ successes: right, trials: n, confidence: CONFIDENCE }),
        standardError: Math.sqrt((value * (1 - value)) / n),
        method: "binomial-exact",
        identical: false,
        test: (hypothesis, alternative) => testAccuracy({ right, n }, hypothesis, alternative),
    };
}
function testAccuracy({ right, n }, hypothesis, alternative) {
    // No probability lies outside 0..1: a limit there is met or missed for certain.
    if (hypothesis < 0 || hypothesis > 1)
        return null;
    return (0,statistics_src/* binomialTest */.WK)({ successes: right, trials: n, against: hypothesis, alternative });
}
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

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/measure-roc-auc.js


/** Digits of the largest score that ranks see: what lies below is noise of the arithmetic that made the scores. */
const SCORE_DIGITS = 9;
/** ROC AUC by midranks; the change and its error by DeLong, DeLong and Clarke-Pearson (1988) on the same rows. */
function measureRocAuc({ slice, rows }, absent) {
    const labels = rows.map(({ positive }) => (positive ? 1 : 0));
    const scores = roundScores(rows.map(({ candidate }) => candidate));
    const positives = rows.filter(({ positive }) => positive).length;
    const { baseline, change } = compare(rows, { labels, scores }, absent);
    return {
        metric: "roc_auc",
        slice,
        n: rows.length,
        denominator: Math.min(positives, rows.length - positives),
        level: rows.length === 0 ? NO_ROWS : estimateAuc((0,statistics_src/* rocAuc */.X0)({ labels, scores })),
        baseline,
        change,
    };
}
const NO_ROWS = { reason: "no-rows", told: "has no rows to be measured on" };
function compare(rows, { labels, scores }, absent) {
    const paired = roundScores(rows.flatMap(({ baseline }) => baseline ?? []));
    if (paired.length === 0 || paired.length < rows.length)
        return { baseline: absent, change: absent };
    const found = (0,statistics_src/* delong */.Cu)({ labels, candidate: scores, baseline: paired });
    if ("undefined" in found)
        return { baseline: undefinedAuc(found), change: undefinedAuc(found) };
    const identical = scores.every((score, index) => score === paired[index]);
    return {
        baseline: found.baseline,
        change: {
            ...estimateNormal(found.difference, found.standardError),
            method: "delong-paired",
            identical,
        },
    };
}
function estimateAuc(found) {
    return "undefined" in found ? undefinedAuc(found) : estimateNormal(found.auc, found.standardError);
}
function undefinedAuc(found) {
    return { reason: "undefined", told: `has no value: ${found.undefined}` };
}
function estimateNormal(value, standardError) {
    const half = (0,statistics_src/* normalQuantile */.Zl)((1 + CONFIDENCE) / 2) * standardError;
    const interval = { low: value - half, high: value + half, confidence: CONFIDENCE };
    return {
        value,
        // Without spread the interval would be a point, and a point proves nothing.
        interval: standardError > 0 ? interval : null,
        standardError,
        method: "delong",
        identical: false,
        test: (hypothesis, alternative) => testNormal({ value, standardError }, hypothesis, alternative),
    };
}
/** Scores as whole numbers of the smallest step that counts; only their order matters. */
function roundScores(scores) {
    const largest = scores.reduce((most, score) => Math.max(most, Math.abs(score)), 0);
    const digits = largest === 0 ? 0 : SCORE_DIGITS - Math.ceil(Math.log10(largest));
    const scale = 10 ** Math.min(digits, 300);
    return scores.map((score) => Math.round(score * scale));
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/measure-predictions.js


/** Accuracy where there are decisions, ROC AUC where there are scores. */
function measurePredictions(evidence) {
    const absent = describeAbsence(evidence.baseline);
    const measures = [
        ...(evidence.decisions ?? []).map((counts) => measureAccuracy(counts, absent)),
        ...splitBySlice(evidence).map((slice) => measureRocAuc(slice, absent)),
    ];
    return evidence.columns.weight === null ? measures : measures.map(refuseWeights);
}
function describeAbsence(baseline) {
    if (baseline !== null && baseline !== "paired")
        return { reason: "no-baseline", told: baseline.absent };
    return { reason: "missing-in-baseline", told: "is not in the baseline's predictions" };
}
function splitBySlice({ scores, by }) {
    if (scores === null)
        return [];
    const groups = by.flatMap((column, index) => {
        const byValue = new Map();
        for (const row of scores) {
            const value = row.groups[index] ?? "";
            const rows = byValue.get(value) ?? [];
            rows.push(row);
            byValue.set(value, rows);
        }
        const sorted = [...byValue].sort(([left], [right]) => (left < right ? -1 : 1));
        return sorted.map(([value, rows]) => ({ slice: { column, value }, rows }));
    });
    return [{ slice: null, rows: scores }, ...groups];
}
/** An unweighted number in place of a weighted one would be a wrong number. */
function refuseWeights(measure) {
    const weighted = { reason: "unsupported", told: "cannot be computed with row weights yet" };
    return { ...measure, level: weighted, change: weighted };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/plan-trials.js
/**
 * Which judgements the checks ask for: one for every limit, on all rows and in every group.
 *
 * @module
 */




/** @throws InputError for metrics of unknown direction and for limits that are given twice. */
function planTrials(checks, comparison, computed) {
    const pointless = checks.filter(needsDirection);
    if (pointless.length > 0)
        throw new src/* InputError */.dz(pointless.map(askDirection));
    const claimed = claimOverall(checks);
    const trials = checks.flatMap((check) => check.limits.flatMap((limit) => {
        const overall = claimed.get(claimKey(check, limit.kind)) === check;
        const measures = [
            ...(overall ? [findMeasure(comparison, computed, check.metric)] : []),
            ...findSlices(check, comparison, computed),
        ];
        return measures.map((measure) => toTrial(check, limit, measure));
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
function toTrial(check, limit, measure) {
    const { slice } = measure;
    const suffix = slice === null ? "" : `/${slice.column}=${slice.value}`;
    return {
        id: `${check.metric}/${limit.kind}${suffix}`,
        check,
        limit,
        direction: resolveDirection(check),
        measure,
    };
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
    const counted = measure.metric === "roc_auc" ? "rows of the smaller class" : "rows";
    return {
        outcome: "skipped",
        reason: "below-minimum",
        why: `${describeSubject(measure)} was not judged: ${denominator} ${counted}, and ${MINIMUM} are wanted.`,
        remedy: "Evaluate on more rows of this group.",
    };
}
function settleUnmeasured({ measure, limit }, number) {
    if (!isUnmeasured(number))
        return null;
    const { outcome, remedy } = ENDINGS[number.reason] ?? UNKNOWN_ENDING;
    const subject = describeSubject(measure);
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
    "not-a-number": { outcome: "not-evaluable", remedy: "Write the metric as a number." },
    undefined: {
        outcome: "not-evaluable",
        remedy: "Evaluate on rows of both classes, and check that `columns.positive` names the positive label.",
    },
    unsupported: {
        outcome: "not-evaluable",
        remedy: "Name `prediction` or `score` in `columns` for accuracy or roc_auc without `weight`, or drop the check.",
    },
};

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/tell-decision.js



/** Tells a decision to a reviewer. */
function tellDecision(decision, mode) {
    const { weighed, outcome } = decision;
    return {
        why: `${describeNumbers(weighed)}; ${describeDecision(decision, mode)}`,
        remedy: outcome === "pass" ? null : describeRemedy(decision),
    };
}
function describeNumbers({ trial, estimate, limit }) {
    const { measure } = trial;
    const subject = describeSubject(measure);
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
const EPSILON = 1e-12;
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
        leastSlack: gain.interval && (below ? gain.interval.low - bound : bound - gain.interval.high),
        breached: !(slack >= -EPSILON * scale),
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
function judgeComparison({ checks, mode }, comparison) {
    const computed = comparison.predictions === null ? [] : measurePredictions(comparison.predictions);
    const trials = planTrials(checks, comparison, computed);
    const settled = new Map(trials.map((trial) => [trial.id, settleTrial(trial)]));
    const weighed = trials.filter(({ id }) => settled.get(id) === null).map(weighTrial);
    const decided = new Map(decide(weighed, mode).map((decision) => [decision.weighed.trial.id, decision]));
    const judged = trials.map((trial) => {
        const decision = decided.get(trial.id);
        return decision
            ? toFinding(decision, mode)
            : (0,src/* finding */.gk)({ ...describe(trial), ...required(settled, trial) });
    });
    return {
        findings: [...judged, ...judgeStated(comparison, computed)],
        measurements: listMetrics(comparison, computed, checks),
    };
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

// EXTERNAL MODULE: ./build/node_modules/@ml-gates/queries/src/index.js + 25 modules
var queries_src = __webpack_require__(5464);
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
    const wanted = [
        columns.key,
        columns.prediction,
        columns.score,
        ...(labelled ? [columns.label] : []),
        ...by,
    ];
    const names = table.columns.map(({ name }) => name);
    const absent = [...new Set(wanted)].flatMap((name) => name === null || names.includes(name) ? [] : [describeAbsent(uri, name, names)]);
    const score = table.columns.find(({ name }) => name === columns.score);
    // A text file without rows says nothing of its columns' types.
    const numeric = score === undefined || rows === 0 || ["integer", "float", "other"].includes(score.family);
    return numeric ? absent : [...absent, describeText(uri, score.name, score.sqlType)];
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
 * findPredictionsProblems("p.csv", { rows: 3, nullKeys: 1, duplicatedKeys: 0, missing: {}, groups: {} })[0].message; // => '"p.csv" has 1 row without a key; wanted one in every row.'
 */
function findPredictionsProblems(uri, facts) {
    const { nullKeys, duplicatedKeys, missing, groups } = facts;
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
 * Decisions that are never a label: such a model is not wrong, its file speaks of other values.
 *
 * @example
 * findValueProblems(9, { recognised: { candidate: 9, baseline: null }, first: { label: "0", candidate: "0", baseline: null } }); // => []
 */
function findValueProblems(rows, { recognised, first }) {
    if (rows === 0)
        return [];
    return ["candidate", "baseline"]
        .filter((role) => recognised[role] === 0)
        .map((role) => ({
        message: `No decision of the ${role} is the label of any row: labels such as ${(0,src/* quote */.hD)(first.label)}, decisions such as ${(0,src/* quote */.hD)(first[role])}.`,
        remedy: "Write decisions in the values of the label, or name another column as `prediction`.",
    }));
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

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/metric-values.js
/**
 * The numbers of a metrics file, by name.
 *
 * @module
 */
/** Maps nested deeper than this are refused. */
const MAX_DEPTH = 32;
/** More entries than this are refused. */
const MAX_ENTRIES = 200_000;
/** A text's meaning: Python's words for what was not measured, or just text. */
function textLeaf(text) {
    return /^[+-]?(nan|inf|infinity)$/i.test(text) ? unmeasured(text) : "text";
}
function unmeasured(text) {
    if (/nan/i.test(text))
        return Number.NaN;
    return text.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/parse-json-metrics.js
/**
 * Reads a JSON metrics file as Python writes it: bare NaN and Infinity are values, duplicate keys are faults.
 *
 * `JSON.parse` refuses the first, hides the second, and says neither line nor depth.
 *
 * @module
 */



/** @throws InputError at the line of the first fault. */
function parseJsonMetrics(source) {
    const reader = { source, at: 0, leaves: [] };
    skipSpace(reader);
    readMap(reader, []);
    skipSpace(reader);
    if (reader.at < source.text.length)
        throw refuse(reader, "more text follows the map");
    return reader.leaves;
}
function readMap(reader, path) {
    if (path.length > MAX_DEPTH)
        throw refuse(reader, `maps are nested deeper than ${MAX_DEPTH}`);
    const seen = new Set();
    readMembers(reader, "{}", () => {
        const start = reader.at;
        const key = readString(reader);
        if (seen.has(key))
            throw refuse(reader, `the key ${(0,src/* quote */.hD)(key)} stands twice in one map`, start);
        seen.add(key);
        skipSpace(reader);
        expect(reader, ":");
        skipSpace(reader);
        readValue(reader, [...path, key]);
    });
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
function readValue(reader, path) {
    const start = reader.at;
    const first = reader.source.text[start];
    if (first === "{")
        readMap(reader, path);
    else
        keep(reader, path, { value: readLeaf(reader, first), offset: start });
}
function readLeaf(reader, first) {
    if (first === '"')
        return textLeaf(readString(reader));
    if (first !== "[")
        return readWord(reader);
    skipList(reader);
    return "a list";
}
function keep(reader, path, leaf) {
    if (reader.leaves.length >= MAX_ENTRIES)
        throw refuse(reader, `it holds more than ${MAX_ENTRIES} entries`);
    reader.leaves.push({ name: path.join("."), ...leaf });
}
/** Lists hold no metrics: brackets are counted, strings stepped over, nothing is kept. */
function skipList(reader) {
    const { text } = reader.source;
    let depth = 0;
    do {
        const letter = text[reader.at];
        if (letter === undefined)
            throw refuse(reader, "a list is not closed");
        if (letter === '"') {
            readString(reader);
            continue;
        }
        if (letter === "[" || letter === "{")
            depth += 1;
        if (letter === "]" || letter === "}")
            depth -= 1;
        reader.at += 1;
    } while (depth > 0);
}
const WORD = /-?Infinity|NaN|true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
function readWord(reader) {
    WORD.lastIndex = reader.at;
    const [word] = WORD.exec(reader.source.text) ?? [];
    if (word === undefined)
        throw refuse(reader, "a value is wanted here");
    reader.at += word.length;
    if (word === "true" || word === "false")
        return "a boolean";
    return word === "null" ? "null" : Number(word);
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
    const message = `The metrics file is not a JSON map of metrics: ${seen}.`;
    return refuseMetrics(reader.source, [{ offset, message, remedy: "Correct it here, or write it again." }]);
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/parse-yaml-metrics.js
/**
 * Reads a YAML metrics file: a map of maps of numbers.
 *
 * @module
 */




/** The YAML parser needs about 200 bytes of memory a character: a stranger's file must not take them all. */
const MAX_CHARACTERS = 4 << 20;
/** Each alias costs a search of the document, and aliases of aliases multiply. */
const MAX_ALIASES = 100;
/** @throws InputError with every fault, each at its line. */
function parseYamlMetrics(source) {
    if (source.text.length > MAX_CHARACTERS) {
        throw parse_yaml_metrics_refuse(source, 0, `it holds ${source.text.length} characters; at most ${MAX_CHARACTERS} are read as YAML`);
    }
    const document = readDocument(source);
    if (!(0,dist/* isMap */.jh)(document.contents))
        throw parse_yaml_metrics_refuse(source, 0, "wanted a map of metrics at its top");
    const walk = { source, document, leaves: [], visits: 0, aliases: 0 };
    walkMap(walk, document.contents, []);
    return walk.leaves;
}
function readDocument(source) {
    try {
        // Unique keys are checked while walking: the parser's own check takes time square in their number.
        const document = (0,dist/* parseDocument */.Tp)(source.text, { prettyErrors: false, merge: false, uniqueKeys: false });
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
            throw parse_yaml_metrics_refuse(source, 0, `it is nested deeper than ${MAX_DEPTH}`);
        throw error;
    }
}
function walkMap(walk, map, path) {
    const seen = new Set();
    for (const { key, value } of map.items) {
        const offset = offsetOf(key);
        if (!(0,dist/* isScalar */.jn)(key))
            throw parse_yaml_metrics_refuse(walk.source, offset, "a key is not a plain text");
        const name = key.source ?? String(key.value);
        if (seen.has(name))
            throw parse_yaml_metrics_refuse(walk.source, offset, `the key ${(0,src/* quote */.hD)(name)} stands twice in one map`);
        seen.add(name);
        walkValue(walk, resolveAlias(walk, value, offset), { path: [...path, name], offset });
    }
}
function walkValue(walk, node, { path, offset }) {
    if (path.length > MAX_DEPTH)
        throw parse_yaml_metrics_refuse(walk.source, offset, `maps are nested deeper than ${MAX_DEPTH}`);
    walk.visits += 1;
    if (walk.visits > MAX_ENTRIES)
        throw parse_yaml_metrics_refuse(walk.source, offset, `it holds more than ${MAX_ENTRIES} entries`);
    if ((0,dist/* isMap */.jh)(node))
        walkMap(walk, node, path);
    else
        walk.leaves.push({ name: path.join("."), value: leafOf(node), offset });
}
function resolveAlias(walk, node, offset) {
    if (!(0,dist/* isAlias */.Vj)(node))
        return node;
    walk.aliases += 1;
    if (walk.aliases > MAX_ALIASES)
        throw parse_yaml_metrics_refuse(walk.source, offset, `it holds more than ${MAX_ALIASES} aliases`);
    return node.resolve(walk.document);
}
function leafOf(node) {
    if ((0,dist/* isSeq */.oP)(node))
        return "a list";
    const value = (0,dist/* isScalar */.jn)(node) ? node.value : null;
    if (typeof value === "number")
        return value;
    if (typeof value === "bigint")
        return Number(value);
    if (typeof value === "boolean")
        return "a boolean";
    return typeof value === "string" ? textLeaf(value) : "null";
}
function offsetOf(node) {
    return node?.range?.[0] ?? 0;
}
function parse_yaml_metrics_refuse(source, offset, seen) {
    const message = `The metrics file cannot be read: ${seen}.`;
    const remedy = "Write a map of names and numbers, such as `accuracy: 0.91`.";
    return refuseMetrics(source, [{ offset, message, remedy }]);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/metrics/src/parse-metrics.js
/**
 * From the text of a metrics file to numbers by name.
 *
 * @module
 */




/** A longer name could fill a report by itself. */
const LONGEST_NAME = 1000;
/**
 * Reads nested maps of numbers, JSON or YAML, with names joined by dots. Python's NaN and Infinity are kept as
 * numbers that were not measured; texts, booleans, lists and nulls are kept aside.
 *
 * @throws InputError at its line: not a map, a duplicate key, two entries that flatten to one name, too deep.
 *
 * @example
 * parseMetrics('{"test": {"accuracy": 0.91, "f1": NaN}}', "metrics.json").values.get("test.accuracy"); // => 0.91
 */
function parseMetrics(text, path) {
    const source = { text: text.replace(/^\uFEFF/, ""), path };
    const isJson = /^[ \t\r\n]*(?:\{[ \t\r\n]*["}])/.test(source.text);
    const leaves = isJson ? parseJsonMetrics(source) : parseYamlMetrics(source);
    refuseLongNames(leaves, source);
    refuseCollisions(leaves, source);
    const values = new Map();
    const aside = new Map();
    for (const { name, value } of leaves) {
        if (typeof value === "number")
            values.set(name, value);
        else
            aside.set(name, value);
    }
    return { path, values, aside };
}
function refuseLongNames(leaves, source) {
    const long = leaves.find(({ name }) => name.length > LONGEST_NAME);
    if (long === undefined)
        return;
    const message = `A metric's name has ${long.name.length} characters; at most ${LONGEST_NAME} are read.`;
    throw refuseMetrics(source, [{ offset: long.offset, message, remedy: "Give it a shorter name." }]);
}
function refuseCollisions(leaves, source) {
    const seen = new Map();
    const faults = leaves.flatMap((leaf) => {
        const first = seen.get(leaf.name);
        seen.set(leaf.name, first ?? leaf);
        if (first === undefined)
            return [];
        const message = `Two entries are both called ${(0,src/* quote */.hD)(leaf.name)} once nested names are joined with dots; the first is on line ${lineAt(source.text, first.offset)}.`;
        return [{ offset: leaf.offset, message, remedy: "Rename one of the two." }];
    });
    if (faults.length > 0)
        throw refuseMetrics(source, faults.slice(0, 20));
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






// EXTERNAL MODULE: ./build/node_modules/@ml-gates/runner/src/index.js + 45 modules
var runner_src = __webpack_require__(25114);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/compare-models/src/gather-metrics.js


/** A metrics file holds names and numbers; anything larger is another file. */
const MAX_BYTES = 16 << 20;
/** @throws EvidenceError when a file cannot be read; InputError when it is no metrics file. */
async function gatherMetrics(host, gate, section) {
    const candidate = await gather_metrics_readCandidate(host, section);
    const baseline = await gather_metrics_readBaseline(host, gate, section);
    return {
        candidate: candidate?.values ?? null,
        baseline: baseline?.values ?? null,
        evidence: [candidate?.evidence ?? [], baseline?.evidence ?? []].flat(),
    };
}
async function gather_metrics_readCandidate(host, { candidate: path }) {
    if (path === null)
        return null;
    const { text, digest } = await (0,runner_src/* readTextFile */.Gu)(host, path, MAX_BYTES);
    const evidence = { role: "candidate", uri: path, digest, version: null, rows: null };
    return { values: parseMetrics(text, path), evidence };
}
async function gather_metrics_readBaseline(host, gate, { baseline: source }) {
    if (source === null)
        return null;
    const fetched = await (0,runner_src/* fetchBaseline */.gX)(host, gate, { source, which: "metrics" });
    if ("absent" in fetched)
        return { values: fetched, evidence: [] };
    const { path, uri, digest, version } = fetched;
    const { text } = await (0,runner_src/* readTextFile */.Gu)(host, path, MAX_BYTES);
    const evidence = { role: "baseline", uri, digest, version, rows: null };
    return { values: parseMetrics(text, uri), evidence };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/compare-models/src/gather-predictions.js




/**
 * Null when the gate file names no predictions, or no columns that a metric can be computed from.
 *
 * @throws EvidenceError with counts when the rows of the files cannot be paired one to one.
 */
async function gatherPredictions(host, { predictions, ...gate }, { checks }) {
    if (predictions === null || !isComputable(predictions.columns))
        return null;
    const by = [...new Set(checks.flatMap((check) => check.by))];
    const { columns } = predictions;
    const baseline = await fetchNamed(host, { ...gate, predictions }, predictions.baseline);
    const engine = await (0,runner_src/* openEngine */.F5)(host, gate.engine);
    try {
        const candidate = { path: predictions.candidate, uri: predictions.candidate, version: null };
        const after = await openPredictions(engine, candidate, { columns, by, labelled: true });
        const pairable = baseline === null || "absent" in baseline ? null : baseline;
        const before = pairable && (await openPredictions(engine, pairable, { columns, by: [], labelled: false }));
        const state = baseline !== null && "absent" in baseline ? baseline : before && "paired";
        return {
            found: { columns, by, baseline: state, ...(await queryPair(engine, after, before)) },
            evidence: [
                describeOrigin("candidate-predictions", after),
                ...(before === null ? [] : [describeOrigin("baseline-predictions", before)]),
            ],
        };
    }
    finally {
        engine.close();
    }
}
function isComputable({ label, prediction, score }) {
    return label !== null && (prediction !== null || score !== null);
}
async function fetchNamed(host, gate, source) {
    return source === null ? null : await (0,runner_src/* fetchBaseline */.gX)(host, gate, { source, which: "predictions" });
}
async function openPredictions(engine, { path, uri, version }, meaning) {
    const table = await engine.open({ path });
    const predictions = { table, ...meaning };
    // The baseline may lack labels: the candidate's are those of the same rows.
    gather_predictions_refuse(findColumnProblems({ uri, predictions }, { ...meaning, rows: table.rows }));
    gather_predictions_refuse(findPredictionsProblems(uri, await ask(engine, (0,queries_src/* planPredictionsFacts */.JX)(predictions))));
    return { uri, version, digest: table.digest, rows: table.rows, predictions };
}
async function queryPair(engine, after, before) {
    const pair = { candidate: after.predictions, baseline: before?.predictions ?? null };
    if (pair.baseline !== null) {
        gather_predictions_refuse(findPairingProblems(await ask(engine, (0,queries_src/* planPairing */.Ay)(pair.candidate, pair.baseline))));
    }
    const { prediction, score } = pair.candidate.columns;
    if (prediction !== null) {
        gather_predictions_refuse(findValueProblems(after.rows, await ask(engine, (0,queries_src/* planDecisionValues */.Sv)(pair))));
    }
    return {
        decisions: prediction === null ? null : await ask(engine, (0,queries_src/* planDecisionCounts */.C0)(pair)),
        scores: score === null ? null : await ask(engine, (0,queries_src/* planScoredRows */.jJ)(pair)),
    };
}
async function ask(engine, { sql, read }) {
    return read(await engine.query(sql));
}
function gather_predictions_refuse(problems) {
    if (problems.length > 0)
        throw new src/* EvidenceError */.oe(problems);
}
function describeOrigin(role, { uri, digest, version, rows }) {
    return { role, uri, digest, version, rows };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/compare-models/src/inputs.js
/** `config`, `report-dir` and `token` are read by the host. */
const INPUTS = {
    candidate: { path: ["metrics", "candidate"], as: "text" },
    baseline: { path: ["metrics", "baseline"], as: "text" },
    "candidate-predictions": { path: ["predictions", "candidate"], as: "text" },
    "baseline-predictions": { path: ["predictions", "baseline"], as: "text" },
    columns: { path: ["predictions", "columns"], as: "yaml" },
    by: { path: ["metrics", "by"], as: "list" },
    mode: { path: ["metrics", "mode"], as: "text" },
    checks: { path: ["metrics", "checks"], as: "yaml" },
    inconclusive: { path: ["inconclusive"], as: "text" },
    engine: { path: ["engine"], as: "yaml" },
};

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/compare-models/src/compare-models.js
/**
 * compare-models: stops a merge when the candidate model is worse than the production baseline.
 *
 * This file wires and decides nothing: parse, gather, judge; the boundary tells.
 *
 * @module
 */






/** Is the candidate no worse than the production baseline? */
const compareModels = { id: "compare-models", inconclusive: "warn", run };
async function run(host) {
    const gate = await (0,runner_src/* readGate */.cw)(host, INPUTS);
    const section = requireSection(gate.file.metrics);
    const files = await gatherMetrics(host, gate.file, section);
    const predictions = await gatherPredictions(host, gate.file, section);
    const { candidate, baseline } = files;
    const { findings, measurements } = judgeComparison(section, {
        candidate,
        baseline,
        predictions: predictions?.found ?? null,
    });
    return {
        inconclusive: gate.file.inconclusive,
        judgements: [
            {
                gate: { id: "compare-models", key: gate.file.model, mode: section.mode },
                summary: summarizeFindings(findings),
                subject: gate.subject,
                policy: gate.policy,
                evidence: [...files.evidence, ...(predictions?.evidence ?? [])],
                findings,
                measurements,
            },
        ],
    };
}
function requireSection(section) {
    if (section !== null)
        return section;
    const message = "The gate file has no `metrics`, and no input stands for it: there is nothing to compare.";
    throw new src/* InputError */.dz([{ message, remedy: "Add `metrics` with `checks`, or the input `checks`." }]);
}


/***/ })

};
