export const id = 327;
export const ids = [327];
export const modules = {

/***/ 50327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  assessFairness: () => (/* binding */ assessFairness)
});

// EXTERNAL MODULE: ./build/node_modules/@ml-gates/gate/src/index.js + 22 modules
var src = __webpack_require__(34804);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/columns-problems.js
/**
 * What of a predictions file's columns keeps it from being counted by group.
 *
 * @module
 */

const MOST_NAMES = 20;
/**
 * Columns that are named but not in the file.
 *
 * @example
 * findAbsentColumns("p.csv", { table: { from: "t", columns: [], rowNumber: "r" }, columns: { label: "y", prediction: null }, by: ["SEX"] }).length; // => 2
 */
function findAbsentColumns(uri, predictions) {
    const { table, columns, by } = predictions;
    const names = table.columns.map(({ name }) => name);
    const wanted = new Set([columns.label, columns.prediction, ...by]);
    return [...wanted].flatMap((name) => name === null || names.includes(name) ? [] : [describeAbsent(uri, name, names)]);
}
function describeAbsent(uri, name, names) {
    const near = (0,src/* nearestWord */.zZ)(name, names);
    const listed = `${names.slice(0, MOST_NAMES).map(src/* quote */.hD).join(", ")}${names.length > MOST_NAMES ? ", …" : ""}`;
    return {
        message: `${(0,src/* quote */.hD)(uri)} has no column ${(0,src/* quote */.hD)(name)}; it has ${listed}.`,
        remedy: `${near === null ? "" : `Did you mean ${(0,src/* quote */.hD)(near)}? `}Correct \`columns\` or \`by\`.`,
    };
}

// EXTERNAL MODULE: ./build/node_modules/@ml-gates/queries/src/index.js + 25 modules
var queries_src = __webpack_require__(5464);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/metric-frame.js
/** What rows without a group are called when they are a group of their own. */
const MISSING_GROUP = "(missing)";
/**
 * The counts of one column as a frame. Rows without a group become the group `(missing)`.
 *
 * @example
 * toMetricFrame("SEX", { byGroup: [{ column: "SEX", value: null, rows: 3, counts: {} }] }).byGroup; // => [{ name: "(missing)", n: 3, counts: {} }]
 */
function toMetricFrame(column, counted) {
    return {
        column,
        overall: counted.overall,
        byGroup: counted.byGroup
            .filter((group) => group.column === column)
            .map(({ value, counts, rows }) => ({ name: value ?? MISSING_GROUP, counts, n: rows })),
    };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/counts-problems.js
/**
 * What keeps counts from being judged, in sentences with numbers.
 *
 * @module
 */



const LONGEST_GROUP = 200;
/**
 * Rows without label, decision or group; more than two values; too many groups, or too long a name of one.
 *
 * @example
 * findCountsProblems({ uri: "p.csv", columns: { label: "y", prediction: "d", positive: "1" }, counts: { byGroup: [], missing: { label: 2, prediction: 0 }, others: { label: [], prediction: [] } } }, { missing: "error" }).length; // => 1
 */
function findCountsProblems(counted, { missing }) {
    return [...findMissing(counted), ...findManyValues(counted), ...findBadGroups(counted, missing)];
}
function findMissing({ uri, columns, counts }) {
    return ["label", "prediction"].flatMap((role) => {
        const absent = counts.missing[role];
        if (absent === 0)
            return [];
        return {
            message: `${sayRows(absent)} of ${(0,src/* quote */.hD)(uri)} ${absent === 1 ? "has" : "have"} no value in the ${role} column ${(0,src/* quote */.hD)(columns[role])}.`,
            remedy: "Write a value for every row: a row that is not counted cannot be left out silently.",
        };
    });
}
function findManyValues({ uri, columns, counts }) {
    const { label, prediction } = counts.others;
    const others = [...new Set([...label, ...prediction])];
    if (others.length < 2)
        return [];
    const where = `the label column ${(0,src/* quote */.hD)(columns.label)} and the prediction column ${(0,src/* quote */.hD)(columns.prediction)} of ${(0,src/* quote */.hD)(uri)}`;
    return [
        {
            message: `Beside the positive value ${(0,src/* quote */.hD)(columns.positive)}, ${where} hold ${others.slice(0, 4).map(src/* quote */.hD).join(", ")}; two values in all were wanted.`,
            remedy: "Name the positive value as `positive` under `columns`, and write the same two values in both columns.",
        },
    ];
}
function findBadGroups({ uri, counts: { byGroup } }, missing) {
    const columns = [...new Set(byGroup.map(({ column }) => column))];
    return columns.flatMap((column) => {
        const groups = byGroup.filter((group) => group.column === column);
        const where = `the group column ${(0,src/* quote */.hD)(column)} of ${(0,src/* quote */.hD)(uri)}`;
        const nameless = groups.find(({ value }) => value === null);
        const long = groups.find(({ value }) => (value?.length ?? 0) > LONGEST_GROUP);
        return [
            ...(groups.length > queries_src/* MOST_GROUPS */.xL ? [tooMany(where)] : []),
            ...(nameless && missing === "error" ? [groupless(nameless.rows, where)] : []),
            ...(nameless && groups.some(({ value }) => value === MISSING_GROUP) ? [ambiguous(where)] : []),
            ...(long ? [tooLong(long.value, where)] : []),
        ];
    });
}
function tooMany(where) {
    const message = `More than ${queries_src/* MOST_GROUPS */.xL} distinct values stand in ${where}; at most ${queries_src/* MOST_GROUPS */.xL} groups are judged.`;
    return {
        message,
        remedy: "Name a column with fewer groups in `by`; bin numbers before, such as ages by decade.",
    };
}
function groupless(rows, where) {
    return {
        message: `${sayRows(rows)} ${rows === 1 ? "has" : "have"} no value in ${where}.`,
        remedy: "Write a group for every row, or set `missing: own-group` under `fairness` to judge them as a group.",
    };
}
function ambiguous(where) {
    const message = `Rows without a value would be called ${(0,src/* quote */.hD)(MISSING_GROUP)}, but that text stands in ${where} too.`;
    return { message, remedy: "Write one or the other." };
}
function tooLong(value, where) {
    const message = `The group ${(0,src/* quote */.hD)(value)} in ${where} is longer than ${LONGEST_GROUP} characters.`;
    return { message, remedy: "Name a column of groups in `by`, not one of texts." };
}
function sayRows(count) {
    return count === 1 ? "1 row" : `${count} rows`;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/rates.js
const rows = {
    denominator: (counts) => countPositives(counts) + countNegatives(counts),
    unit: "rows",
    empty: "no-rows",
};
const positives = {
    denominator: countPositives,
    unit: "rows with a positive label",
    empty: "no-positives",
};
const negatives = {
    denominator: countNegatives,
    unit: "rows with a negative label",
    empty: "no-negatives",
};
/** Rates by fairlearn's names, all in 0..1. */
const RATES = {
    selection_rate: { ...rows, numerator: countSelected },
    true_positive_rate: { ...positives, numerator: ({ truePositives }) => truePositives },
    false_positive_rate: { ...negatives, numerator: ({ falsePositives }) => falsePositives },
    true_negative_rate: { ...negatives, numerator: ({ trueNegatives }) => trueNegatives },
    false_negative_rate: { ...positives, numerator: ({ falseNegatives }) => falseNegatives },
    accuracy: { ...rows, numerator: ({ truePositives, trueNegatives }) => truePositives + trueNegatives },
};
/** The names of all rates. */
const RATE_NAMES = Object.keys(RATES);
/**
 * A rate as successes out of trials; `trials` may be 0.
 *
 * @example
 * countRate("true_positive_rate", { truePositives: 3, falsePositives: 9, falseNegatives: 1, trueNegatives: 9 }); // => { successes: 3, trials: 4 }
 */
function countRate(name, counts) {
    const { numerator, denominator } = RATES[name];
    return { successes: numerator(counts), trials: denominator(counts) };
}
/**
 * A rate in 0..1; null when its denominator is 0, where fairlearn says 0.
 *
 * @example
 * measureRate("accuracy", { truePositives: 1, falsePositives: 0, falseNegatives: 0, trueNegatives: 1 }); // => 1
 * measureRate("true_positive_rate", { truePositives: 0, falsePositives: 1, falseNegatives: 0, trueNegatives: 1 }); // => null
 */
function measureRate(name, counts) {
    const { successes, trials } = countRate(name, counts);
    return trials === 0 ? null : successes / trials;
}
/**
 * Rows with a positive label.
 *
 * @example
 * countPositives({ truePositives: 3, falsePositives: 9, falseNegatives: 1, trueNegatives: 9 }); // => 4
 */
function countPositives({ truePositives, falseNegatives }) {
    return truePositives + falseNegatives;
}
/**
 * Rows with a negative label.
 *
 * @example
 * countNegatives({ truePositives: 3, falsePositives: 9, falseNegatives: 1, trueNegatives: 9 }); // => 18
 */
function countNegatives({ falsePositives, trueNegatives }) {
    return falsePositives + trueNegatives;
}
/**
 * Rows decided positively.
 *
 * @example
 * countSelected({ truePositives: 3, falsePositives: 9, falseNegatives: 1, trueNegatives: 9 }); // => 12
 */
function countSelected({ truePositives, falsePositives }) {
    return truePositives + falsePositives;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/disparities.js

const NAMED = {
    demographic_parity: ["selection_rate"],
    equal_opportunity: ["true_positive_rate"],
    equalized_odds: ["true_positive_rate", "false_positive_rate"],
};
/** The stems of fairlearn's generated metrics, each with its rate. */
const GENERATED = {
    selection_rate: ["selection_rate"],
    true_positive_rate: ["true_positive_rate"],
    false_positive_rate: ["false_positive_rate"],
    true_negative_rate: ["true_negative_rate"],
    false_negative_rate: ["false_negative_rate"],
    accuracy_score: ["accuracy"],
};
/** Every disparity by fairlearn's name: its three, and the differences and ratios it generates. */
const DISPARITIES = new Map(Object.entries({ ...NAMED, ...GENERATED }).flatMap(([name, rates]) => ["difference", "ratio"].map((comparison) => [`${name}_${comparison}`, { rates, comparison }])));
/** The names of the disparities every report states. */
const NAMED_DISPARITIES = Object.keys(NAMED).flatMap((name) => [
    `${name}_difference`,
    `${name}_ratio`,
]);
/**
 * A disparity over groups, as fairlearn's `between_groups`: largest rate - smallest rate, or smallest / largest.
 * A group whose rate has no denominator is left out (fairlearn takes it as 0). Null when fewer than two groups
 * have the rate, or when all rates of a ratio are 0.
 *
 * @example
 * measureDisparity({ rates: ["accuracy"], comparison: "ratio" }, [{ truePositives: 1, falsePositives: 1, falseNegatives: 0, trueNegatives: 0 }, { truePositives: 1, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 }]); // => 0.5
 */
function measureDisparity({ rates, comparison }, groups) {
    const each = rates.map((rate) => compareExtremes(comparison, groups.flatMap((counts) => measureRate(rate, counts) ?? [])));
    const measured = each.filter((value) => value !== null);
    if (measured.length < each.length)
        return null;
    return comparison === "ratio" ? Math.min(...measured) : Math.max(...measured);
}
function compareExtremes(comparison, rates) {
    if (rates.length < 2)
        return null;
    const [least, most] = [Math.min(...rates), Math.max(...rates)];
    if (comparison === "difference")
        return most - least;
    return most === 0 ? null : least / most;
}

// EXTERNAL MODULE: ./build/node_modules/@ml-gates/statistics/src/index.js + 32 modules
var statistics_src = __webpack_require__(60406);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/decide-contrasts.js
/**
 * The decision rule for disparities: two keys to fail, and in mode `prove` a proof to pass.
 *
 * @module
 */


const ALPHA = 0.05;
/** Contrasts are two-sided: each side has half. */
const ONE_SIDE = ALPHA / 2;
const POWER = 0.8;
/**
 * Decides all contrasts of a gate together: one Holm family over those whose check blocks. Proving every group is
 * an intersection of claims, which needs no correction.
 */
function decideContrasts(contrasts, mode) {
    const weighed = contrasts.map(weighContrast);
    const screened = (0,statistics_src/* screen */.nj)(weighed.map(({ p, breached, blocking }) => ({ breached, p, blocking })), ALPHA);
    const family = weighed.filter(({ blocking }) => blocking).length;
    return weighed.map(({ blocking, ...each }, index) => {
        const { limit, parts } = each.contrast;
        const { outcome: first, pAdjusted } = screened[index] ?? { outcome: "inconclusive", pAdjusted: null };
        const low = slackOfInterval(each.weakest, limit);
        const outcome = mode === "prove" ? (0,statistics_src/* prove */.zn)({ screened: first, low, margin: 0 }) : first;
        const power = { mode, blocking: (blocking ? family : 1) * parts.length };
        return {
            ...each,
            outcome,
            pAdjusted,
            requiredN: outcome === "inconclusive" ? rowsToSettle(each, power) : null,
            detectable: smallestShown(each.decisive, limit, power.blocking),
        };
    });
}
function weighContrast(contrast) {
    const { limit, parts } = contrast;
    const decisive = chooseDecisive(parts, limit);
    const weakest = leastBy(parts, (part) => slackOfInterval(part, limit));
    const breached = slackOf(decisive.value, limit) < 0;
    // Whoever looks at two rates and takes one of them sees noise twice as often.
    const p = Math.min(1, decisive.p * parts.length);
    return { contrast, decisive, weakest, p, breached, blocking: limit.check.severity === "block" };
}
/** A gap that is wide but noisy must not hide one that is narrower, beyond the limit and significant. */
function chooseDecisive(parts, limit) {
    const slack = ({ value }) => slackOf(value, limit);
    const beyond = parts.filter((part) => slack(part) < 0);
    if (beyond.length === 0)
        return leastBy(parts, slack);
    const surest = Math.min(...beyond.map(({ p }) => p));
    return leastBy(beyond.filter(({ p }) => p === surest), slack);
}
/** Distance inside the limit; a breach is negative. Sums of doubles differ in their last digits, hence rounded. */
function slackOf(value, { disparity, limit }) {
    const slack = disparity.comparison === "ratio" ? value - limit.value : limit.value - value;
    return Math.abs(slack) < EPSILON ? 0 : slack;
}
const EPSILON = 1e-12;
/** The least distance inside the limit that the interval allows. */
function slackOfInterval({ interval }, limit) {
    return slackOf(limit.disparity.comparison === "ratio" ? interval.low : interval.high, limit);
}
/** Least by a measure; of equals the one with the smaller p. */
function leastBy(parts, measure) {
    const [least] = parts.toSorted((left, right) => measure(left) - measure(right) || left.p - right.p);
    if (least === undefined)
        throw new RangeError("a disparity has no rates");
    return least;
}
/** The limit as a difference of rates: a ratio's is that share of the larger rate. */
function limitAsDifference({ group, reference }, { disparity, limit }) {
    const larger = Math.max(group.successes / group.trials, reference.successes / reference.trials);
    return disparity.comparison === "ratio" ? (1 - limit.value) * larger : limit.value;
}
/** In screen the rows from which a breach is significant; in prove those at which equal groups pass. */
function rowsToSettle({ contrast, decisive, weakest, breached, }, { mode, blocking }) {
    const basis = mode === "prove" && !breached ? weakest : decisive;
    const { standardError } = basis;
    const n = basis.group.trials + basis.reference.trials;
    const limit = limitAsDifference(basis, contrast.limit);
    if (standardError === 0 || limit === 0)
        return null;
    const z = (0,statistics_src/* normalQuantile */.Zl)(1 - ALPHA) + (0,statistics_src/* normalQuantile */.Zl)(1 - (1 - POWER) / 2);
    const rows = mode === "prove" && !breached
        ? Math.ceil(n * ((z * standardError) / limit) ** 2)
        : (0,statistics_src/* requiredN */.ij)({ n, standardError, limit, blocking, alpha: ONE_SIDE });
    return rows !== null && rows > n ? rows : null;
}
function smallestShown(decisive, limit, blocking) {
    const { standardError, group, reference } = decisive;
    if (standardError === 0)
        return null;
    const difference = (0,statistics_src/* detectable */.ke)({ standardError, blocking, alpha: ONE_SIDE });
    if (limit.disparity.comparison === "difference")
        return (0,src/* roundJudged */.KH)(Math.min(1, difference));
    const larger = Math.max(group.successes / group.trials, reference.successes / reference.trials);
    return (0,src/* roundJudged */.KH)(Math.max(0, 1 - difference / larger));
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/measure-contrast.js
/**
 * One rate of two groups: how far apart, how sure, and whether the gap could be noise.
 *
 * @module
 */

const CONFIDENCE = 0.9;
/**
 * Compares one rate of two groups. Null when both rates of a ratio are 0: there is no share of nothing.
 * Newcombe's interval for a difference, Walter's for a ratio; Fisher's test or the pooled z test.
 *
 * @example
 * measureContrast({ rate: "selection_rate", comparison: "ratio", group: { successes: 12, trials: 40 }, reference: { successes: 48, trials: 80 } })?.value; // => 0.5
 * measureContrast({ rate: "selection_rate", comparison: "ratio", group: { successes: 0, trials: 40 }, reference: { successes: 0, trials: 80 } }); // => null
 */
function measureContrast({ rate, comparison, group, reference, }) {
    const [a, b] = [group.successes / group.trials, reference.successes / reference.trials];
    if (comparison === "ratio" && Math.max(a, b) === 0)
        return null;
    const pair = { a: group, b: reference };
    const value = comparison === "ratio" ? Math.min(a, b) / Math.max(a, b) : Math.abs(a - b);
    const interval = comparison === "ratio"
        ? foldRatio((0,statistics_src/* ratioInterval */.zr)({ ...pair, confidence: CONFIDENCE }))
        : foldDifference((0,statistics_src/* newcombeInterval */.QW)({ ...pair, confidence: CONFIDENCE }));
    return {
        rate,
        group,
        reference,
        value,
        interval: widen(interval, value),
        ...(0,statistics_src/* twoProportionTest */.jQ)(pair),
        standardError: pooledError(pair),
    };
}
/** |a - b|: an interval that holds 0 starts there. */
function foldDifference({ low, high, confidence }) {
    const [nearer, farther] = [
        Math.min(Math.abs(low), Math.abs(high)),
        Math.max(Math.abs(low), Math.abs(high)),
    ];
    return { low: low <= 0 && high >= 0 ? 0 : nearer, high: farther, confidence };
}
/** min(a, b) / max(a, b): an interval that holds 1 ends there. */
function foldRatio({ low, high, confidence }) {
    const [first, second] = [Math.min(low, 1 / low), Math.min(high, 1 / high)];
    return {
        low: Math.min(first, second),
        high: low <= 1 && high >= 1 ? 1 : Math.max(first, second),
        confidence,
    };
}
/** The half success that keeps a ratio's logarithm finite pulls its interval off a value of 0. */
function widen({ low, high, confidence }, value) {
    return { low: Math.min(low, value), high: Math.max(high, value), confidence };
}
function pooledError({ a, b }) {
    const pooled = (a.successes + b.successes) / (a.trials + b.trials);
    return Math.sqrt(pooled * (1 - pooled) * (1 / a.trials + 1 / b.trials));
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/unjudged.js

/** The ways a limit cannot be judged. */
const unjudged = {
    noRows: (limit) => tell(limit, null, {
        outcome: "inconclusive",
        reason: "no-rows",
        n: 0,
        why: `${limit.check.metric} by ${limit.column} cannot be judged: the predictions hold no rows.`,
        remedy: "Write the predictions of at least some rows.",
    }),
    oneGroup: (limit, name) => tell(limit, null, {
        outcome: "not-evaluable",
        reason: "one-group",
        n: null,
        why: `${limit.check.metric} by ${limit.column} cannot be judged: one group present (${limit.column}=${name}), and at least two were wanted.`,
        remedy: "Evaluate on rows of every group, or remove this column from `by`.",
    }),
    referenceAbsent: (limit, name, present) => tell(limit, null, {
        outcome: "not-evaluable",
        reason: "reference-absent",
        n: null,
        why: `${limit.check.metric} by ${limit.column} cannot be judged: the reference group ${limit.column}=${name} is absent; present are ${listNames(present)}.`,
        remedy: "Evaluate on rows of the reference group too, or name another one under `reference`.",
    }),
    groupAbsent: (limit, name, present) => tell(limit, name, {
        outcome: "not-evaluable",
        reason: "group-absent",
        n: 0,
        why: `${limit.check.metric} of ${limit.column}=${name} cannot be judged: the group is declared under \`expect\` but absent; present are ${listNames(present)}.`,
        remedy: "Evaluate on rows of that group too, or remove it from `expect`.",
    }),
    belowMinimum: (limit, groupName, small) => tell(limit, groupName, {
        outcome: "skipped",
        reason: "below-minimum",
        n: small.trials,
        why: `${limit.check.metric} of ${limit.column}=${groupName} was skipped: ${saySmall(limit, small)}, fewer than the minimum of ${small.minimum}.`,
        remedy: "Evaluate on more rows of that group, merge rare groups, or state another `minimum`.",
    }),
    nothingJudged: (limit, small, minimum) => tell(limit, null, {
        outcome: "inconclusive",
        reason: "nothing-judged",
        n: Math.min(...small.map(({ trials }) => trials)),
        why: `${limit.check.metric} by ${limit.column} judged nobody: every group was skipped, below the minimum of ${minimum}; ${listSmallest(limit, small)}.`,
        remedy: "Evaluate on more rows of these groups, merge rare groups, state another `minimum`, or remove this column from `by`.",
    }),
    emptyEverywhere: (limit, rate) => tell(limit, null, {
        outcome: "not-evaluable",
        reason: RATES[rate].empty,
        n: 0,
        why: `${limit.check.metric} by ${limit.column} cannot be judged: ${rate} needs ${RATES[rate].unit}, and no group has any.`,
        remedy: "Look at the label column, how it was joined, and the value named as `positive`; evaluate on rows that hold both labels.",
    }),
    emptyDenominator: (limit, groupName, empty) => tell(limit, groupName, {
        outcome: "not-evaluable",
        reason: empty.empty,
        n: 0,
        why: `${limit.check.metric} of ${limit.column}=${groupName} cannot be judged: ${limit.column}=${empty.name} has no ${empty.unit}.`,
        remedy: "Evaluate on rows that hold both labels in every group, or merge rare groups.",
    }),
    zeroRates: (limit, groupName, { reference, rate }) => tell(limit, groupName, {
        outcome: "not-evaluable",
        reason: "zero-rates",
        n: null,
        why: `${limit.check.metric} of ${limit.column}=${groupName} cannot be judged: ${rate} is 0 there and in ${limit.column}=${reference}, and 0 / 0 is no ratio.`,
        remedy: `Limit the difference instead of the ratio, such as ${limit.check.metric.replace(/_ratio$/, "_difference")}, or evaluate on more rows.`,
    }),
};
const unjudged_MOST_NAMES = 10;
function tell(limit, groupName, telling) {
    const id = groupName === null ? limit.id : `${limit.id}=${groupName}`;
    return { id, limit, groupName, ...telling };
}
/** How few there are of what a rate is made of: "SEX=b has 9 rows with a positive label". */
function saySmall({ column }, { name, rate, trials }) {
    return `${column}=${name} has ${sayCount(trials, RATES[rate].unit)}`;
}
function listSmallest(limit, small) {
    const said = [
        ...new Set(small.toSorted((left, right) => left.trials - right.trials).map((side) => saySmall(limit, side))),
    ];
    return `${said.slice(0, unjudged_MOST_NAMES).join(", ")}${said.length > unjudged_MOST_NAMES ? ", …" : ""}`;
}
function sayCount(count, unit) {
    return `${count} ${count === 1 ? unit.replace("rows", "row") : unit}`;
}
function listNames(groups) {
    const names = groups.slice(0, unjudged_MOST_NAMES).map(({ name }) => name);
    return `${names.join(", ")}${groups.length > unjudged_MOST_NAMES ? ", …" : ""}`;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/plan-pair.js



/** The minimum is tested first, rate by rate: a rate below it is left out, and with no rate left the pair is skipped. */
function planPair(pair) {
    const { limit, group, reference, minimum } = pair;
    const { rates, comparison } = limit.disparity;
    const small = listSmall(pair);
    const [smallest] = small;
    const enough = rates.filter((rate) => !small.some((side) => side.rate === rate));
    if (smallest !== undefined && enough.length === 0)
        return unjudged.belowMinimum(limit, group.name, { ...smallest, minimum });
    const empty = enough.map((rate) => smallerSide(pair, rate)).find(({ trials }) => trials === 0);
    if (empty)
        return unjudged.emptyDenominator(limit, group.name, { ...empty, ...RATES[empty.rate] });
    const parts = enough.map((rate) => measureContrast({
        rate,
        comparison,
        group: countRate(rate, group.counts),
        reference: countRate(rate, reference.counts),
    }));
    const zero = enough[parts.indexOf(null)];
    if (zero !== undefined)
        return unjudged.zeroRates(limit, group.name, { reference: reference.name, rate: zero });
    return { ...pair, id: `${limit.id}=${group.name}`, parts: parts.flatMap((part) => part ?? []), small };
}
/** The denominators below the minimum, the smaller of both groups for each rate; smallest first. */
function listSmall(pair) {
    return pair.limit.disparity.rates
        .map((rate) => smallerSide(pair, rate))
        .filter(({ trials }) => trials < pair.minimum)
        .toSorted((left, right) => left.trials - right.trials);
}
function smallerSide({ group, reference }, rate) {
    const own = { name: group.name, rate, ...countRate(rate, group.counts) };
    const other = { name: reference.name, rate, ...countRate(rate, reference.counts) };
    return other.trials < own.trials ? other : own;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/plan-contrasts.js




/**
 * Every contrast of a limit: each group against the reference, the minimum tested first; one finding more when that
 * leaves nobody to judge; and the groups that were declared but are not there.
 */
function planContrasts(limit, frame, policy) {
    const { byGroup } = frame;
    if (byGroup.length === 0)
        return [unjudged.noRows(limit)];
    const declared = policy.expect[limit.column] ?? [];
    const absent = declared.filter((name) => !byGroup.some((group) => group.name === name));
    return [
        ...planPresent(limit, frame, policy),
        ...absent.map((name) => unjudged.groupAbsent(limit, name, byGroup)),
    ];
}
function planPresent(limit, frame, policy) {
    const { byGroup } = frame;
    const named = policy.reference[limit.column];
    const reference = chooseReference(byGroup, named);
    if (reference === null)
        return [unjudged.referenceAbsent(limit, named ?? "", byGroup)];
    const others = byGroup.filter(({ name }) => name !== reference.name);
    if (others.length === 0)
        return [unjudged.oneGroup(limit, reference.name)];
    const empty = findEmptyRate(limit, frame);
    if (empty !== undefined)
        return [unjudged.emptyEverywhere(limit, empty)];
    const { minimum } = policy;
    const pairs = others.map((group) => ({ limit, frame, group, reference, minimum }));
    const planned = pairs.map(planPair);
    const skipped = planned.every((each) => "outcome" in each && each.outcome === "skipped");
    if (!skipped)
        return planned;
    return [...planned, unjudged.nothingJudged(limit, pairs.flatMap(listSmall), minimum)];
}
/** The named group; else the largest, of equals the first by name. Rows without a group are nobody's measure. */
function chooseReference(groups, named) {
    if (named !== undefined) {
        const found = groups.find(({ name }) => name === named);
        return found === undefined ? null : { ...found, chosen: "named" };
    }
    const known = groups.filter(({ name }) => name !== MISSING_GROUP);
    const [largest] = (known.length === 0 ? groups : known).toSorted((left, right) => right.n - left.n);
    return largest === undefined ? null : { ...largest, chosen: "largest" };
}
/** A rate that no group has, as after a join that lost its labels, is no matter of group sizes. */
function findEmptyRate(limit, { byGroup }) {
    return limit.disparity.rates.find((rate) => byGroup.every(({ counts }) => countRate(rate, counts).trials === 0));
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/list-disparities.js
/**
 * Rates of every group and fairlearn's disparities as rows: what only the report shows, and nothing judges.
 *
 * @module
 */





const list_disparities_CONFIDENCE = 0.95;
/**
 * The measurements `fairness/1`: the rates of all rows; by column the reference, the groups with their counts and rates, the rates' 95 %
 * Wilson intervals, and the disparities over all groups as fairlearn computes them.
 *
 * @example
 * listDisparities([], { reference: {}, checks: [] }); // => { schema: "fairness/1", data: { overall: null, columns: {} } }
 */
function listDisparities(frames, section) {
    const columns = Object.fromEntries(frames.map((frame) => [frame.column, describeFrame(frame, section)]));
    const [first] = frames;
    return {
        schema: "fairness/1",
        data: { overall: first === undefined ? null : describeCounts(first.overall), columns },
    };
}
function describeFrame({ column, byGroup }, { reference, checks }) {
    const names = new Set([...NAMED_DISPARITIES, ...checks.map(({ metric }) => metric)]);
    const counts = byGroup.map((group) => group.counts);
    return {
        reference: chooseReference(byGroup, reference[column])?.name ?? null,
        groups: byGroup.map(describeGroup),
        intervals: byGroup.map(describeIntervals),
        disparities: Object.fromEntries([...names].flatMap((name) => {
            const disparity = DISPARITIES.get(name);
            return disparity === undefined ? [] : [[name, round(measureDisparity(disparity, counts))]];
        })),
    };
}
function describeGroup({ name, counts, n }) {
    return { group: name, n, ...describeCounts(counts) };
}
function describeCounts(counts) {
    const rates = RATE_NAMES.map((rate) => [rate, round(measureRate(rate, counts))]);
    return {
        positives: countPositives(counts),
        negatives: countNegatives(counts),
        selected: countSelected(counts),
        ...Object.fromEntries(rates),
    };
}
function describeIntervals({ name, counts }) {
    const intervals = RATE_NAMES.map((rate) => {
        const { successes, trials } = countRate(rate, counts);
        if (trials === 0)
            return [rate, null];
        const { low, high } = (0,statistics_src/* wilsonInterval */.YV)({ successes, trials, confidence: list_disparities_CONFIDENCE });
        return [rate, { low: (0,src/* roundJudged */.KH)(low), high: (0,src/* roundJudged */.KH)(high) }];
    });
    return { group: name, confidence: list_disparities_CONFIDENCE, ...Object.fromEntries(intervals) };
}
function round(value) {
    return value === null ? null : (0,src/* roundJudged */.KH)(value);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/plan-limits.js
/**
 * From the checks as written to limits on known disparities.
 *
 * @module
 */


/** A ratio is limited from below, a difference from above. */
const KINDS = { ratio: "min", difference: "max" };
/**
 * Every limit of the section, one for each group column.
 *
 * @throws InputError for unknown disparities, limits that do not fit them, limits given twice, and columns that are
 * described but not judged.
 *
 * @example
 * planLimits({ by: ["SEX"], expect: {}, reference: {}, checks: [{ metric: "demographic_parity_ratio", limits: [{ kind: "min", value: 0.8 }], by: ["SEX"], source: null }] }).map(({ id }) => id); // => ["demographic_parity_ratio/min/SEX"]
 */
function planLimits(section) {
    const problems = [...section.checks.flatMap(findCheckProblems), ...findStrayColumns(section)];
    if (problems.length > 0)
        throw new src/* InputError */.dz(problems);
    const limits = section.checks.flatMap(expandCheck);
    const twins = limits.filter(({ id }, index) => limits.findIndex((other) => other.id === id) !== index);
    if (twins.length > 0)
        throw new src/* InputError */.dz(twins.map(describeTwin));
    return limits;
}
/**
 * The group columns of a section: its own, and those its checks name.
 *
 * @example
 * listColumns({ by: ["SEX"], checks: [{ by: ["RAC1P"] }] }); // => ["SEX", "RAC1P"]
 */
function listColumns({ by, checks }) {
    return [...new Set([...by, ...checks.flatMap((check) => check.by)])];
}
function expandCheck(check) {
    const disparity = DISPARITIES.get(check.metric);
    if (disparity === undefined)
        return [];
    return check.by.flatMap((column) => check.limits.map((limit) => ({
        check,
        column,
        disparity,
        limit,
        id: `${check.metric}/${limit.kind}/${column}`,
    })));
}
function findCheckProblems(check) {
    const place = check.source ?? {};
    const disparity = DISPARITIES.get(check.metric);
    if (disparity === undefined)
        return [{ ...describeUnknown(check.metric), ...place }];
    const kind = KINDS[disparity.comparison];
    return check.limits.flatMap((limit) => {
        const misfit = describeMisfit(check.metric, limit, kind);
        return misfit === null ? [] : [{ ...misfit, ...place }];
    });
}
function describeUnknown(metric) {
    const names = [...DISPARITIES.keys()];
    const near = (0,src/* nearestWord */.zZ)(metric, names);
    return {
        message: `${(0,src/* quote */.hD)(metric)} is no disparity that is known here; known are ${names.join(", ")}.`,
        remedy: near === null ? "Name one of these." : `Did you mean \`${near}\`?`,
    };
}
function describeMisfit(metric, limit, kind) {
    if (limit.kind !== kind) {
        const remedy = `Write \`${kind}\`: a ratio is limited from below, a difference from above.`;
        return { message: `${metric} has the limit \`${limit.kind}\`; \`${kind}\` was wanted.`, remedy };
    }
    if (limit.value >= 0 && limit.value <= 1)
        return null;
    const message = `${metric} has the limit \`${kind}: ${(0,src/* quote */.hD)(limit.value)}\`; a number from 0 to 1 was wanted.`;
    return { message, remedy: "Write a fraction, such as 0.8 for four fifths." };
}
function findStrayColumns(section) {
    const columns = listColumns(section);
    return ["expect", "reference"].flatMap((key) => Object.keys(section[key]).flatMap((column) => {
        if (columns.includes(column))
            return [];
        const near = (0,src/* nearestWord */.zZ)(column, columns);
        const message = `\`${key}\` names the column ${(0,src/* quote */.hD)(column)}, which is not judged; judged are ${columns.map(src/* quote */.hD).join(", ")}.`;
        return [
            { message, remedy: near === null ? "Add it to `by`, or remove it." : `Did you mean ${(0,src/* quote */.hD)(near)}?` },
        ];
    }));
}
function describeTwin({ id, check }) {
    const message = `Two limits would be reported as ${(0,src/* quote */.hD)(id)}.`;
    return { message, remedy: "Keep one of the checks.", ...(check.source ?? {}) };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/tell-contrast.js



/** Words for a decided contrast. */
function tellContrast(decided, mode) {
    const why = `${tellSeen(decided)}; ${tellDecision(decided, mode)}${tellLeftOut(decided)}.`;
    if (decided.outcome === "pass")
        return { why, remedy: null };
    return { why: `${why}${tellOverall(decided)}`, remedy: tellRemedy(decided) };
}
function tellSeen({ contrast, decisive }) {
    const { group, reference, limit } = contrast;
    const { comparison } = limit.disparity;
    const choice = reference.chosen === "largest" ? "the largest group" : "the reference";
    const [own, other] = [sayRate(decisive.group), sayRate(decisive.reference)];
    const wanted = comparison === "ratio" ? "at least" : "at most";
    return (`${decisive.rate} of ${limit.column}=${group.name} is ${own} against ${other} of ` +
        `${limit.column}=${reference.name} (${choice}): ${comparison} ${sayBeside(decisive.value, limit.limit.value)}, ` +
        `wanted ${wanted} ${limit.limit.value}`);
}
function tellDecision(decided, mode) {
    const { outcome, breached, decisive, weakest } = decided;
    if (outcome === "fail")
        return `the disparity is beyond the stated limit and not noise (${sayTest(decided)})`;
    if (breached)
        return `beyond the stated limit, but not separable from noise (${sayTest(decided)})`;
    if (outcome === "pass")
        return `the disparity is within the stated limit${mode === "prove" ? ", and so is its whole interval" : ""}`;
    const whose = weakest.rate === decisive.rate ? "" : ` of ${weakest.rate}`;
    return `within the stated limit, but the 90 % interval${whose} ${sayInterval(weakest)} does not exclude a breach`;
}
function tellLeftOut({ contrast: { limit, minimum, small } }) {
    return small
        .map((side) => `; ${side.rate} was not judged, ${saySmall(limit, side)}, fewer than the minimum of ${minimum}`)
        .join("");
}
/** With more than two groups the number fairlearn prints is another one than the contrast's. */
function tellOverall({ contrast: { limit, frame, minimum } }) {
    const { check, column, disparity } = limit;
    const { length } = frame.byGroup;
    const value = measureDisparity(disparity, frame.byGroup.map(({ counts }) => counts));
    if (length < 3 || value === null)
        return "";
    const few = frame.byGroup.some(({ counts }) => disparity.rates.some((rate) => countRate(rate, counts).trials < minimum));
    const which = `all ${length} groups of ${column}${few ? ", those too small to judge included," : ""}`;
    return ` fairlearn's ${check.metric} over ${which} is ${value.toFixed(3)}.`;
}
function sayTest({ decisive, p: own, pAdjusted }) {
    const p = (pAdjusted ?? own).toPrecision(2);
    const n = `n = ${decisive.group.trials} against ${decisive.reference.trials}`;
    return `p = ${p}${pAdjusted === null ? "" : " after Holm"}, ${n}`;
}
function tellRemedy({ contrast, outcome, decisive, requiredN }) {
    const { limit, group } = contrast;
    const { kind } = limit.limit;
    if (outcome === "fail") {
        return `Look at the rows, labels and threshold behind ${decisive.rate} of ${limit.column}=${group.name} and mend the candidate; or choose another \`${kind}\` on the base branch first.`;
    }
    const rows = requiredN === null ? "more rows" : `about ${requiredN} rows`;
    return `Evaluate on ${rows} of these two groups, or choose another \`${kind}\` on the base branch first.`;
}
function sayRate({ successes, trials }) {
    return (successes / trials).toFixed(3);
}
function sayInterval({ interval }) {
    return `${interval.low.toFixed(3)} … ${interval.high.toFixed(3)}`;
}
const FEWEST_DECIMALS = 3;
const MOST_DECIMALS = 12;
/** With as many decimals as it takes to look different from the limit when it is. */
function sayBeside(value, limit) {
    for (let decimals = FEWEST_DECIMALS; decimals < MOST_DECIMALS; decimals++) {
        const text = value.toFixed(decimals);
        if (text !== limit.toFixed(decimals))
            return text;
    }
    return value.toFixed(FEWEST_DECIMALS);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/judge-fairness.js
/**
 * Judges the disparities between groups against their limits.
 *
 * @module
 */







/**
 * Judges every check of the section in every group but the reference: one finding for each.
 *
 * @throws InputError when a check cannot be judged as written.
 *
 * @example
 * judgeFairness({ by: [], mode: "screen", minimum: 30, missing: "error", expect: {}, reference: {}, checks: [] }, { rows: 0, byGroup: [] }).findings; // => []
 */
function judgeFairness(section, counted) {
    const planned = planLimits(section).flatMap((limit) => planContrasts(limit, toMetricFrame(limit.column, counted), section));
    const contrasts = planned.filter((each) => "parts" in each);
    const decided = new Map(decideContrasts(contrasts, section.mode).map((each) => [each.contrast, each]));
    const findings = planned.map((each) => {
        if (!("parts" in each))
            return reportUnjudged(each);
        const decision = decided.get(each);
        if (decision === undefined)
            throw new RangeError(`${each.id} was not decided`);
        return reportDecided(decision, section.mode);
    });
    const frames = listColumns(section).map((column) => toMetricFrame(column, counted));
    return { findings, measurements: listDisparities(frames, section) };
}
function describe({ check, column }, groupName) {
    return {
        kind: "disparity",
        check: check.written,
        severity: check.severity,
        source: check.source,
        slice: groupName === null ? null : { [column]: groupName },
    };
}
function reportUnjudged({ id, limit, groupName, ...told }) {
    return (0,src/* finding */.gk)({ id, ...describe(limit, groupName), ...told });
}
function reportDecided(decided, mode) {
    const { contrast, decisive, p, outcome, breached, pAdjusted } = decided;
    const { limit, group, id } = contrast;
    const { why, remedy } = tellContrast(decided, mode);
    return (0,src/* finding */.gk)({
        id,
        ...describe(limit, group.name),
        outcome,
        reason: outcome === "inconclusive" ? (breached ? "not-significant" : "not-proven") : null,
        observed: (0,src/* roundJudged */.KH)(decisive.value),
        effect: {
            kind: limit.disparity.comparison,
            value: (0,src/* roundJudged */.KH)(decisive.value),
            low: (0,src/* roundJudged */.KH)(decisive.interval.low),
            high: (0,src/* roundJudged */.KH)(decisive.interval.high),
            confidence: decisive.interval.confidence,
        },
        method: decisive.method,
        p: (0,src/* roundJudged */.KH)(p),
        pAdjusted: pAdjusted === null ? null : (0,src/* roundJudged */.KH)(pAdjusted),
        n: decisive.group.trials + decisive.reference.trials,
        requiredN: decided.requiredN,
        detectable: decided.detectable,
        why,
        remedy,
    });
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/summarize.js
const WORST_FIRST = [
    { outcome: "fail", words: "disparities are beyond the stated limits" },
    { outcome: "not-evaluable", words: "disparities cannot be evaluated" },
    { outcome: "inconclusive", words: "disparities are inconclusive" },
];
/**
 * The worst finding's own sentence, blocking ones first, and how many are like it.
 *
 * @example
 * summarizeDisparities([]); // => "nothing was judged"
 */
function summarizeDisparities(findings) {
    const judged = findings.filter(({ outcome }) => outcome !== "skipped");
    const skipped = findings.length - judged.length;
    if (judged.length === 0)
        return `nothing was judged${skipped === 0 ? "" : `: ${saySkipped(skipped)}`}`;
    for (const { outcome, words } of WORST_FIRST) {
        const alike = judged.filter((each) => each.outcome === outcome);
        const [first] = alike.toSorted((left, right) => rank(left) - rank(right));
        if (first !== undefined)
            return alike.length === 1 ? first.why : `${alike.length} of ${judged.length} ${words}: ${first.why}`;
    }
    const passed = judged.length === 1
        ? "the disparity is within the stated limit"
        : `all ${judged.length} disparities are within the stated limits`;
    return skipped === 0 ? passed : `${passed}; ${saySkipped(skipped)}`;
}
function saySkipped(count) {
    return `${count === 1 ? "1 contrast is" : `${count} contrasts are`} skipped, below the minimum`;
}
function rank({ severity }) {
    return severity === "block" ? 0 : 1;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/index.js











// EXTERNAL MODULE: ./build/node_modules/@ml-gates/runner/src/index.js + 45 modules
var runner_src = __webpack_require__(25114);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/assess-fairness/src/count-predictions.js
/**
 * Opens the predictions and counts labels and decisions by group, in SQL.
 *
 * @module
 */




/** @throws EvidenceError when the file cannot be read, lacks a column, or holds rows that cannot be counted. */
async function countPredictions(host, { engine: settings, predictions, by, missing }) {
    const { candidate: uri, columns } = predictions;
    const engine = await (0,runner_src/* openEngine */.F5)(host, settings);
    try {
        const table = await engine.open({ path: uri });
        const opened = { table, columns, by };
        refuse(findAbsentColumns(uri, opened));
        const plan = (0,queries_src/* planCountsByGroup */.cC)(opened);
        const counts = plan.read(await engine.query(plan.sql));
        refuse(findCountsProblems({ uri, columns, counts }, { missing }));
        const { digest, rows } = table;
        return { counts, evidence: { role: "predictions", uri, digest, version: null, rows } };
    }
    finally {
        engine.close();
    }
}
function refuse(problems) {
    if (problems.length > 0)
        throw new src/* EvidenceError */.oe(problems);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/assess-fairness/src/inputs.js
/** `config`, `report-dir` and `token` are read by the host. */
const INPUTS = {
    predictions: { path: ["predictions", "candidate"], as: "text" },
    columns: { path: ["predictions", "columns"], as: "yaml" },
    by: { path: ["fairness", "by"], as: "list" },
    mode: { path: ["fairness", "mode"], as: "text" },
    checks: { path: ["fairness", "checks"], as: "yaml" },
    inconclusive: { path: ["inconclusive"], as: "text" },
    engine: { path: ["engine"], as: "yaml" },
};

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/assess-fairness/src/assess-fairness.js
/**
 * assess-fairness: stops a merge when the disparities between groups are beyond the stated limits.
 *
 * This file wires and decides nothing: parse, gather, judge; the boundary tells.
 *
 * @module
 */





/** Are the disparities between groups within the stated limits? */
const assessFairness = { id: "assess-fairness", inconclusive: "warn", run };
async function run(host) {
    const gate = await (0,runner_src/* readGate */.cw)(host, INPUTS);
    const { fairness, predictions } = requireSections(gate.file);
    // Before the data are read: a wrong check is told at once.
    planLimits(fairness);
    const { counts, evidence } = await countPredictions(host, {
        engine: gate.file.engine,
        predictions,
        by: listColumns(fairness),
        missing: fairness.missing,
    });
    const { findings, measurements } = judgeFairness(fairness, counts);
    return {
        inconclusive: gate.file.inconclusive,
        judgements: [
            {
                gate: { id: "assess-fairness", key: gate.file.model, mode: fairness.mode },
                summary: summarizeDisparities(findings),
                subject: gate.subject,
                policy: gate.policy,
                evidence: [evidence],
                findings,
                measurements,
            },
        ],
    };
}
/** The gate file's rules see to it that `fairness` comes with predictions, labels and decisions. */
function requireSections({ fairness, predictions }) {
    if (fairness === null || predictions === null) {
        const message = "The gate file has no `fairness`, and no input stands for it: there is nothing to assess.";
        const remedy = "Add `fairness` with `by` and `checks`, or the inputs `by` and `checks`.";
        throw new src/* InputError */.dz([{ message, remedy }]);
    }
    const { weight } = predictions.columns;
    if (weight === null)
        return { fairness, predictions };
    // An unweighted number in place of a weighted one would be a wrong number.
    const message = `The weight column ${(0,src/* quote */.hD)(weight)} is named, but assess-fairness cannot weigh rows.`;
    const remedy = "Remove `weight` from `predictions.columns` to judge rows as they are.";
    throw new src/* InputError */.dz([{ message, remedy }]);
}


/***/ })

};
