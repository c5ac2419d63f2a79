export const id = 898;
export const ids = [898];
export const modules = {

/***/ 33898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  detectDrift: () => (/* binding */ detectDrift)
});

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/asks-retraining.js
/**
 * Whether a listed column, objective or other check has drifted. A listed name is a column, an objective's metric,
 * `share`, `concept` or `classifier`; what only warned does not count.
 *
 * @example
 * asksRetraining({ retrain: ["age"] }, [{ id: "age/psi", outcome: "fail", reason: null, check: { column: "age" } }]); // => true
 * asksRetraining({ retrain: ["age"] }, [{ id: "age/psi", outcome: "pass", reason: null, check: { column: "age" } }]); // => false
 */
function asksRetraining({ retrain }, findings) {
    return findings.some(({ id, outcome, reason, check }) => {
        if (outcome !== "fail" || reason === "warning")
            return false;
        const names = [check["column"], check["metric"], id, id.replace(/^performance:/, "")];
        return retrain.some((name) => (check["column"] === undefined ? names : [check["column"]]).includes(name));
    });
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/choose-edges.js
const MOST_WHOLE = 1000;
const BINS = 400;
/**
 * One bin a value for whole numbers in a short range; else bins that each hold about as many of the sampled values of
 * both sides, so that the distribution functions are exact at 400 points spread by rank.
 *
 * @example
 * chooseEdges({ facts: { reference: { lowest: 1, highest: 2 }, current: { lowest: 1, highest: 3 } }, whole: true, sample: [] }); // => { edges: [1, 2, 3], exact: true, lowest: 1 }
 */
function chooseEdges({ facts: { reference, current }, whole, sample, }) {
    const lowest = least(reference.lowest, current.lowest, Math.min);
    const highest = least(reference.highest, current.highest, Math.max);
    if (whole && highest - lowest <= MOST_WHOLE) {
        const edges = Array.from({ length: highest - lowest + 1 }, (_, step) => lowest + step);
        return { edges, exact: true, lowest };
    }
    const sorted = sample.toSorted((left, right) => left - right);
    const cuts = Array.from({ length: BINS - 1 }, (_, cut) => sorted[Math.floor(((cut + 1) * sorted.length) / BINS)] ?? highest);
    const edges = [...new Set([lowest, ...cuts, highest])];
    return { edges: edges.toSorted((left, right) => left - right), exact: false, lowest };
}
function least(left, right, pick) {
    const known = [left, right].filter((value) => value !== null);
    return known.length === 0 ? 0 : pick(...known);
}

// EXTERNAL MODULE: ./build/node_modules/@ml-gates/gate/src/index.js + 27 modules
var src = __webpack_require__(87749);
// EXTERNAL MODULE: ./build/node_modules/@ml-gates/statistics/src/index.js + 37 modules
var statistics_src = __webpack_require__(49609);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/seeded-random.js
/**
 * Chance that is the same in every run.
 *
 * @module
 */
/**
 * A generator of numbers in 0..1 (1 excluded) from a seed: Steele, Lea & Flood's SplitMix (2014), 32 bits.
 *
 * @example
 * seededRandom(7)() === seededRandom(7)(); // => true
 */
function seededRandom(seed) {
    let state = seed | 0;
    return () => {
        state = (state + 0x9e3779b9) | 0;
        let mixed = state ^ (state >>> 16);
        mixed = Math.imul(mixed, 0x21f0aaad);
        mixed ^= mixed >>> 15;
        mixed = Math.imul(mixed, 0x735a2d97);
        mixed ^= mixed >>> 15;
        return (mixed >>> 0) / 2 ** 32;
    };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/classifier/bin-features.js
/**
 * Rows of mixed columns as small whole numbers, which is all that stumps ask for.
 *
 * @module
 */
const bin_features_BINS = 32;
/**
 * Bins a column of both sides together, about as many rows in each.
 *
 * @example
 * [...binFeature({ name: "a", values: [3, null, 1] }).bins]; // => [2, 0, 1]
 */
function binFeature({ name, values }) {
    const numbers = values.filter((value) => typeof value === "number");
    return numbers.length > 0 ? binNumbers(name, values) : binCategories(name, values);
}
function binNumbers(name, values) {
    const sorted = Float64Array.from(values.filter((value) => typeof value === "number")).sort();
    const cuts = Array.from({ length: bin_features_BINS - 1 }, (_, cut) => sorted[Math.floor(((cut + 1) * sorted.length) / bin_features_BINS)] ?? Number.POSITIVE_INFINITY);
    const edges = [...new Set(cuts)];
    const bins = Uint8Array.from(values, (value) => typeof value === "number" ? 1 + edges.filter((edge) => edge <= value).length : 0);
    const used = [...new Set(bins)].filter((bin) => bin > 0).sort((left, right) => left - right);
    return { name, bins: bins.map((bin) => (bin === 0 ? 0 : used.indexOf(bin) + 1)), size: used.length + 1 };
}
function binCategories(name, values) {
    const counts = new Map();
    for (const value of values)
        if (typeof value === "string")
            counts.set(value, (counts.get(value) ?? 0) + 1);
    const frequent = [...counts]
        .sort(([left, n], [right, m]) => m - n || (left < right ? -1 : 1))
        .slice(0, bin_features_BINS - 2)
        .map(([category]) => category);
    const order = new Map(frequent.map((category, index) => [category, index + 1]));
    const rest = frequent.length + 1;
    return {
        name,
        bins: Uint8Array.from(values, (value) => (typeof value === "string" ? (order.get(value) ?? rest) : 0)),
        size: rest + 1,
    };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/classifier/boost.js
const ROUNDS = 60;
const RATE = 0.3;
/** Newton steps are damped as if a bin held this much more of the loss's curvature. */
const RIDGE = 5;
/**
 * Fits the log-odds of "current" on some of the rows: in every round the column whose bins lower the logistic loss the
 * most takes a damped Newton step. Friedman (2001), with one step a bin.
 */
function fitAdditive(features, isCurrent, rows) {
    const model = features.map(({ size }) => new Float64Array(size));
    const share = rows.reduce((sum, row) => sum + (isCurrent[row] ?? 0), 0) / rows.length;
    const scores = new Float64Array(isCurrent.length).fill(Math.log(share / (1 - share)));
    for (let round = 0; round < ROUNDS; round++) {
        const steps = features.map((feature) => weighBins(feature, { isCurrent, rows, scores }));
        const best = steps.reduce((chosen, { gain }, index) => (gain > (steps[chosen]?.gain ?? 0) ? index : chosen), 0);
        const [feature, step] = [features[best], steps[best]];
        if (feature === undefined || step === undefined || step.gain <= 1e-9)
            break;
        for (const [bin, value] of step.values.entries()) {
            const sums = model[best];
            if (sums !== undefined)
                sums[bin] = (sums[bin] ?? 0) + RATE * value;
        }
        for (const row of rows)
            scores[row] = (scores[row] ?? 0) + RATE * (step.values[feature.bins[row] ?? 0] ?? 0);
    }
    return model;
}
function weighBins({ bins, size }, { isCurrent, rows, scores }) {
    const [slopes, curves] = [new Float64Array(size), new Float64Array(size)];
    for (const row of rows) {
        const probability = 1 / (1 + Math.exp(-(scores[row] ?? 0)));
        const bin = bins[row] ?? 0;
        slopes[bin] = (slopes[bin] ?? 0) + (isCurrent[row] ?? 0) - probability;
        curves[bin] = (curves[bin] ?? 0) + probability * (1 - probability);
    }
    const values = slopes.map((slope, bin) => slope / ((curves[bin] ?? 0) + RIDGE));
    return { values, gain: values.reduce((sum, value, bin) => sum + value * (slopes[bin] ?? 0), 0) };
}
/** The score of a row; larger is more like the current side. */
function scoreRow(model, features, row) {
    return model.reduce((sum, values, index) => sum + (values[features[index]?.bins[row] ?? 0] ?? 0), 0);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/classifier/domain-auc.js
/**
 * How well a model can tell the current rows from the reference's: drift that no single column may show.
 *
 * @module
 */





const SEED = 20_260_103;
/**
 * Trains on one half and scores the other, and the other way round. Given the trained half, the scored rows are
 * exchangeable when nothing has drifted, so each half has the null of Mann & Whitney (1947), one-sided; of the two p the
 * smaller counts, doubled.
 *
 * @param columns Of the reference's rows first, then of the current ones.
 *
 * @example
 * measureDomainAuc([{ name: "a", values: [1, 1, 1, 1, 9, 9, 9, 9] }], 4).auc; // => 1
 */
function measureDomainAuc(columns, reference) {
    const features = columns.map(binFeature);
    const rows = columns[0]?.values.length ?? 0;
    const isCurrent = Uint8Array.from({ length: rows }, (_, row) => (row < reference ? 0 : 1));
    const halves = halve(rows, reference);
    const tested = halves.map((test, index) => {
        const model = fitAdditive(features, isCurrent, halves[1 - index] ?? []);
        const scores = test.map((row) => ({
            score: scoreRow(model, features, row),
            current: isCurrent[row] === 1,
        }));
        return { model, ...compareScores(scores) };
    });
    return {
        auc: tested.reduce((sum, { auc }) => sum + auc, 0) / tested.length,
        p: Math.min(1, 2 * Math.min(...tested.map(({ p }) => p))),
        rows: { reference, current: rows - reference },
        tells: rankColumns(columns.map(({ name }) => name), tested.map(({ model }) => model)),
    };
}
/** Scores are rounded, so that what differs only in the order of a sum is a tie. */
function compareScores(scored) {
    const levels = new Map();
    for (const { score, current } of scored) {
        const key = Number(score.toFixed(9));
        const level = levels.get(key) ?? { reference: 0, current: 0 };
        level[current ? "current" : "reference"] += 1;
        levels.set(key, level);
    }
    const counts = [...levels].sort(([left], [right]) => left - right).map(([, level]) => level);
    const pair = {
        reference: counts.map(({ reference }) => reference),
        current: counts.map(({ current }) => current),
    };
    const test = (0,statistics_src/* mannWhitney */.Pi)({ ...pair, alternative: "less" });
    if ("undefined" in test)
        return { auc: 0.5, p: 1 };
    const current = scored.filter((each) => each.current).length;
    return { auc: 1 - test.statistic / (current * (scored.length - current)), p: test.p };
}
/** Half of each side's rows, drawn at random. */
function halve(rows, reference) {
    const random = seededRandom(SEED);
    const halves = [[], []];
    for (const [from, to] of [
        [0, reference],
        [reference, rows],
    ]) {
        const order = Array.from({ length: to - from }, (_, index) => ({ row: from + index, key: random() }));
        const shuffled = order.sort((left, right) => left.key - right.key);
        for (const [index, { row }] of shuffled.entries())
            halves[index % 2 === 0 ? 0 : 1].push(row);
    }
    return halves;
}
function rankColumns(names, models) {
    const weight = (index) => models.reduce((sum, model) => sum + Math.max(0, ...(model[index] ?? []).map(Math.abs)), 0);
    return names
        .map((name, index) => ({ name, weight: weight(index) }))
        .filter((each) => each.weight > 0)
        .toSorted((left, right) => right.weight - left.weight)
        .map(({ name }) => name);
}
const ALPHA = 0.05;
const SHOWN = 5;
/** The finding: two keys, as for columns. */
function judgeDomainAuc(measured, limit) {
    const { auc, p, rows, tells } = measured;
    const isBeyond = auc >= limit;
    const outcome = isBeyond ? (p < ALPHA ? "fail" : "inconclusive") : "pass";
    return (0,src/* finding */.gk)({
        id: "classifier",
        kind: "drift",
        check: { metric: "classifier", max: limit },
        severity: "block",
        outcome,
        reason: outcome === "inconclusive" ? "not-significant" : null,
        observed: (0,src/* roundJudged */.KH)(auc),
        effect: { kind: "value", value: (0,src/* roundJudged */.KH)(auc), low: null, high: null, confidence: null },
        method: "domain-classifier-mann-whitney",
        p: (0,src/* roundJudged */.KH)(p),
        n: rows.reference + rows.current,
        why: `A model tells ${rows.current} current rows from ${rows.reference} of the reference with an AUC of ${auc.toFixed(3)}, drift from ${limit}; p = ${p.toPrecision(2)}${tells.length > 0 && outcome !== "pass" ? `; most by ${tells.slice(0, SHOWN).join(", ")}` : ""}.`,
        remedy: outcome === "pass"
            ? null
            : "Look at the columns it tells them apart by, and at how they move together.",
    });
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/compat/as-peers-see.js
/**
 * Peers judge numbers and categories: a text is a category to them, a date is nothing they judge.
 *
 * @example
 * asPeersSee([{ name: "a", role: "feature", options: [] }]).planned.length; // => 1
 */
function asPeersSee(columns) {
    const seen = columns.map((column) => {
        if (!("options" in column))
            return column;
        return column.options[0]?.kind === "datetime" ? refuseDate(column) : column;
    });
    return {
        planned: seen
            .filter((column) => "options" in column)
            .map((column) => ({ ...column, options: column.options.slice(0, 1) })),
        unplanned: seen.filter((column) => !("options" in column)),
    };
}
function refuseDate({ name, role }) {
    return {
        name,
        role,
        reason: "type-unsupported",
        why: `${name} is a date or time, for which the peer has no statistic.`,
        remedy: "Exclude the column, or judge it without `compat`.",
    };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/distribution.js
/** A text with more distinct values than this is judged by the length of its values. */
const MOST_TEXT_CATEGORIES = 100;
/** A declared category with more is no category. */
const MOST_CATEGORIES = 5000;
/**
 * Settles which kind a column is judged as.
 *
 * @param facts Of each option, in the order of the options.
 *
 * @example
 * settleColumn({ name: "a", role: "feature", options: [] }, []); // => null
 */
function settleColumn({ name, role, options }, facts) {
    const chosen = options.length > 1 && facts[0] !== undefined && isSecondKind(facts[0]) ? 1 : 0;
    const [option, pair] = [options[chosen], facts[chosen]];
    return option === undefined || pair === undefined ? null : { name, role, option, facts: pair };
}
/** Texts of many values are judged by length; whole numbers of two neighbouring values, such as 0 and 1, as categories. */
function isSecondKind({ reference, current }) {
    if (reference.distinct !== null || current.distinct !== null) {
        return Math.max(reference.distinct ?? 0, current.distinct ?? 0) > MOST_TEXT_CATEGORIES;
    }
    const [lowest, highest] = [
        [reference.lowest, current.lowest].filter((value) => value !== null),
        [reference.highest, current.highest].filter((value) => value !== null),
    ];
    return lowest.length > 0 && Math.max(...highest) - Math.min(...lowest) <= 1;
}
/**
 * Whether a column has more categories than can be counted.
 *
 * @example
 * hasTooManyCategories({ reference: { distinct: 9999 }, current: { distinct: 1 } }); // => true
 */
function hasTooManyCategories({ reference, current, }) {
    return Math.max(reference.distinct ?? 0, current.distinct ?? 0) > MOST_CATEGORIES;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/unjudged.js
/**
 * Columns that have no distance, and why.
 *
 * @module
 */


/**
 * Why a settled column cannot be judged; null when it can. The minimum is tested first.
 *
 * @example
 * findUnjudged({ name: "a", facts: { reference: { rows: 9, present: 9, infinite: 0 }, current: { rows: 9, present: 9, infinite: 0 } }, option: { reference: { scale: "number" } } }, 100)?.reason; // => "too-few-rows"
 */
function findUnjudged(column, minimum) {
    const { name, facts, option } = column;
    const side = fewest(facts);
    if (side.values === 0 && side.rows >= minimum) {
        return {
            outcome: "not-evaluable",
            reason: "all-missing",
            why: `${name} has no value in any of the ${side.rows} rows of ${side.words}.`,
            remedy: "Look at the join or job that fills the column, or exclude it.",
        };
    }
    if (side.values < minimum) {
        return {
            outcome: "inconclusive",
            reason: "too-few-rows",
            why: `${name} has ${side.values} values in ${side.words}, fewer than the minimum of ${minimum}.`,
            remedy: `Judge at least ${minimum} rows with a value on each side.`,
        };
    }
    if (option.reference.scale === "number" || !hasTooManyCategories(facts))
        return null;
    return {
        outcome: "not-evaluable",
        reason: "too-many-categories",
        why: `${name} has more than ${MOST_CATEGORIES} distinct values: each is too rare to compare.`,
        remedy: `Exclude it, or judge it as ${option.kind === "categorical" ? "`text` (its length) or `numeric`" : "another kind"} under \`drift.columns.kinds\`, or bin it before.`,
    };
}
function fewest({ reference, current }) {
    const left = {
        values: reference.present - reference.infinite,
        rows: reference.rows,
        words: "the reference",
    };
    const right = { values: current.present - current.infinite, rows: current.rows, words: "the current data" };
    return left.values <= right.values ? left : right;
}
/** The finding of a settled column that cannot be judged. */
function reportUnjudged({ name, role }, told, { section, slice }) {
    return (0,src/* finding */.gk)({
        id: `${name}/drift${slice === null ? "" : `/${slice.column}=${slice.value}`}`,
        kind: "drift",
        check: { column: name },
        severity: severityOf(name, role, section),
        source: section.source,
        slice: slice === null ? null : { [slice.column]: slice.value },
        ...told,
        // A small group is no news; all rows together being too few is.
        ...(slice !== null && told.reason === "too-few-rows" ? { outcome: "skipped" } : {}),
    });
}
/** A column that was there and is not, or is of another type, blocks: what reads it is broken. A new one only warns. */
function reportUnplanned(column, section) {
    const { name, reason, why, remedy } = column;
    return (0,src/* finding */.gk)({
        id: `${name}/drift`,
        kind: "drift",
        check: { column: name },
        severity: reason === "column-added" || reason === "type-unsupported"
            ? severityOf(name, column.role, section)
            : "block",
        source: section.source,
        outcome: "not-evaluable",
        reason,
        why,
        remedy,
    });
}
function severityOf(name, role, { columns }) {
    return role !== "feature" || columns.critical.includes(name) ? "block" : "warn";
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/compat/alibi.js
/**
 * alibi-detect 0.13's `TabularDrift`: Kolmogorov-Smirnov or chi-square a column, Bonferroni over all.
 *
 * @module
 */

const alibi_ALPHA = 0.05;
/**
 * alibi-detect's verdict: the batch has drifted when some column's p is below 0.05 over the number of columns. Its
 * statistics are single-precision numbers.
 *
 * @example
 * judgeAsAlibi([]).drifted; // => false
 */
function judgeAsAlibi(columns) {
    const found = columns.map(judgeColumn);
    const threshold = alibi_ALPHA / found.length;
    return {
        columns: found,
        drifted: found.some(({ p }) => p !== null && p < threshold),
        rule: "the p-value of a column is below 0.05 over the number of columns",
    };
}
function judgeColumn({ name, numbers, categories }) {
    const pair = numbers ?? categories ?? { reference: [], current: [] };
    const test = numbers === null
        ? (0,statistics_src/* chiSquareContingency */.vD)({ table: [pair.reference, pair.current] })
        : (0,statistics_src/* kolmogorovSmirnov */.gJ)({ ...numbers, alternative: "two-sided", method: "asymptotic" });
    const { statistic, p } = "undefined" in test ? { statistic: Number.NaN, p: Number.NaN } : test;
    const single = Math.fround(p);
    return {
        name,
        method: numbers === null ? "chi2" : "ks",
        statistic: Math.fround(statistic),
        threshold: alibi_ALPHA,
        drifted: single < alibi_ALPHA,
        p: single,
        statistics: null,
    };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/paired-counts.js
/**
 * The values of both sides in one ascending list.
 *
 * @example
 * pairCounts({ values: [1, 2], counts: [3, 1] }, { values: [2], counts: [5] }); // => { values: [1, 2], reference: [3, 1], current: [0, 5], exact: true, lowest: 1 }
 */
function pairCounts(reference, current) {
    const values = [];
    const counts = { reference: [], current: [] };
    let [left, right] = [0, 0];
    while (left < reference.values.length || right < current.values.length) {
        const [own = Number.POSITIVE_INFINITY, other = Number.POSITIVE_INFINITY] = [
            reference.values[left],
            current.values[right],
        ];
        values.push(Math.min(own, other));
        counts.reference.push(own <= other ? (reference.counts[left++] ?? 0) : 0);
        counts.current.push(other <= own ? (current.counts[right++] ?? 0) : 0);
    }
    return { values, ...counts, exact: true, lowest: values[0] ?? 0 };
}
/** How many rows a side has. */
function total(counts) {
    return counts.reduce((sum, count) => sum + count, 0);
}
/** Both empirical distribution functions at every value, in 0..1. */
function distributionFunctions({ values, reference, current }) {
    const [n, m] = [total(reference), total(current)];
    let [r, c] = [0, 0];
    return values.map((value, index) => {
        r += reference[index] ?? 0;
        c += current[index] ?? 0;
        return { value, reference: r / n, current: c / m };
    });
}
const QUANTILE_BINS = 10;
/**
 * Both sides in bins that each hold about a tenth of the reference; values that are frequent share no bin more than
 * they must. The outer bins are open, so nothing is left out.
 *
 * @example
 * binByReference({ values: [1, 2, 3], reference: [5, 0, 5], current: [1, 1, 8], exact: true, lowest: 1 }); // => { values: [1, 3], reference: [5, 5], current: [1, 9] }
 */
function binByReference({ values, reference, current }, bins = QUANTILE_BINS) {
    const n = total(reference);
    const made = { values: [], reference: [], current: [] };
    let [r, c, seen, cut] = [0, 0, 0, 1];
    for (const [index, value] of values.entries()) {
        r += reference[index] ?? 0;
        c += current[index] ?? 0;
        seen += reference[index] ?? 0;
        const isLast = index === values.length - 1;
        if (!isLast && (seen < (cut * n) / bins || seen === n))
            continue;
        made.values.push(value);
        made.reference.push(r);
        made.current.push(c);
        [r, c] = [0, 0];
        while ((cut * n) / bins <= seen)
            cut += 1;
    }
    return made;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/ordered-distances.js
/**
 * Distances between two samples of ordered values, from their distribution functions.
 *
 * @module
 */

/**
 * Kolmogorov-Smirnov distance: largest gap between the distribution functions, in 0..1. From bins it is the largest gap
 * at their edges, at most the true one.
 *
 * @example
 * ksDistance({ values: [1, 2], reference: [1, 1], current: [0, 2], exact: true, lowest: 1 }); // => 0.5
 */
function ksDistance(pair) {
    return Math.max(0, ...distributionFunctions(pair).map(({ reference, current }) => Math.abs(reference - current)));
}
/**
 * Wasserstein distance of order 1 (earth mover's), the integral of |F - G|, in the column's own unit, from 0. From bins
 * the functions are taken to rise evenly within each.
 *
 * @example
 * wasserstein({ values: [0, 10], reference: [1, 0], current: [0, 1], exact: true, lowest: 0 }); // => 10
 */
function wasserstein(pair) {
    return integrate(pair, (gap) => Math.abs(gap));
}
/**
 * Energy distance, sqrt(2 · integral of (F - G)²), in the root of the column's unit, from 0. Székely & Rizzo (2013);
 * `scipy`'s `energy_distance`.
 *
 * @example
 * energyDistance({ values: [0, 2], reference: [1, 0], current: [0, 1], exact: true, lowest: 0 }); // => 2
 */
function energyDistance(pair) {
    return Math.sqrt(2 * integrate(pair, (gap) => gap ** 2));
}
/**
 * The least and the most the Wasserstein distance can be when only bins are known; the same twice where all is.
 *
 * @example
 * wassersteinBounds({ values: [1, 2], reference: [1, 0], current: [0, 1], exact: false, lowest: 0 }); // => { low: 0, high: 2 }
 */
function wassersteinBounds(pair) {
    if (pair.exact)
        return { low: wasserstein(pair), high: wasserstein(pair) };
    let before = { value: pair.lowest, reference: 0, current: 0 };
    let [low, high] = [0, 0];
    for (const after of distributionFunctions(pair)) {
        const width = after.value - before.value;
        low += width * Math.max(0, before.reference - after.current, before.current - after.reference);
        high += width * Math.max(after.reference - before.current, after.current - before.reference);
        before = after;
    }
    return { low, high };
}
/**
 * Standard deviation of the reference, n in the denominator, as `numpy.std`.
 *
 * @example
 * referenceDeviation({ values: [1, 3], reference: [1, 1], current: [0, 1], exact: true, lowest: 1 }); // => 1
 */
function referenceDeviation({ values, reference }) {
    const n = total(reference);
    const mean = values.reduce((sum, value, index) => sum + (value * (reference[index] ?? 0)) / n, 0);
    return Math.sqrt(values.reduce((sum, value, index) => sum + ((value - mean) ** 2 * (reference[index] ?? 0)) / n, 0));
}
/** The integral of a measure of F - G: of the steps where all values are known, else of straight lines between edges. */
function integrate(pair, measure) {
    let before = { value: pair.lowest, gap: 0 };
    let sum = 0;
    for (const { value, reference, current } of distributionFunctions(pair)) {
        const width = value - before.value;
        const gap = reference - current;
        sum += width * (pair.exact ? measure(before.gap) : (measure(before.gap) + measure(gap)) / 2);
        before = { value, gap };
    }
    return sum;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/compat/deepchecks.js
/**
 * deepchecks 0.19's `FeatureDrift`: the Kolmogorov-Smirnov distance, or Cramér's V with its bias corrected.
 *
 * @module
 */



const LIMIT = 0.2;
const LEAST_SHARE = 0.01;
/**
 * deepchecks' verdict: the condition fails when one column is at 0.2 or beyond.
 *
 * @example
 * judgeAsDeepchecks([]).drifted; // => false
 */
function judgeAsDeepchecks(columns) {
    const found = columns.map(deepchecks_judgeColumn);
    return {
        columns: found,
        drifted: found.some(({ drifted }) => drifted),
        rule: "the drift score of a column is at 0.2 or beyond",
    };
}
function deepchecks_judgeColumn({ name, numbers, categories }) {
    const statistic = numbers === null ? correctedCramersV(categories ?? { reference: [], current: [] }) : ksDistance(numbers);
    return {
        name,
        method: numbers === null ? "cramers_v" : "ks",
        statistic,
        threshold: LIMIT,
        drifted: !(statistic < LIMIT),
        p: null,
        statistics: null,
    };
}
/** Bergsma's correction (2013), on counts scaled down to the smaller side and rounded. */
function correctedCramersV(pair) {
    const { reference, current } = scaleDown(mergeRare(pair));
    const kept = reference
        .map((_, index) => index)
        .filter((index) => (reference[index] ?? 0) + (current[index] ?? 0) > 0);
    if (pair.reference.length < 2 || kept.length < 2)
        return 0;
    const take = (counts) => kept.map((index) => counts[index] ?? 0);
    const table = { reference: take(reference), current: take(current) };
    const n = total(table.reference) + total(table.current);
    const test = (0,statistics_src/* chiSquareContingency */.vD)({ table: [table.reference, table.current] });
    if ("undefined" in test)
        return Number.NaN;
    const [rows, columns] = [2, kept.length];
    const phi = Math.max(0, test.statistic / n - ((columns - 1) * (rows - 1)) / (n - 1));
    const corrected = (size) => size - (size - 1) ** 2 / (n - 1);
    return Math.sqrt(phi / Math.min(corrected(columns) - 1, corrected(rows) - 1));
}
/** Categories of less than 1 % of the reference are one; it is left out where it is as rare on both sides. */
function mergeRare({ reference, current }) {
    const [n, m] = [total(reference), total(current)];
    const isRare = (index) => (reference[index] ?? 0) < n * LEAST_SHARE;
    const all = reference.map((_, index) => index);
    const sumRare = (counts) => total(all.filter(isRare).map((index) => counts[index] ?? 0));
    const other = { reference: sumRare(reference), current: sumRare(current) };
    const keepsOther = other.reference > LEAST_SHARE * n || other.current > LEAST_SHARE * m;
    const take = (counts, rest) => [
        ...all.filter((index) => !isRare(index)).map((index) => counts[index] ?? 0),
        ...(keepsOther ? [rest] : []),
    ];
    return { reference: take(reference, other.reference), current: take(current, other.current) };
}
function scaleDown({ reference, current }) {
    const [n, m] = [total(reference), total(current)];
    const scale = (counts, factor) => counts.map((count) => roundHalfEven(count * factor));
    return {
        reference: scale(reference, n > m ? m / n : 1),
        current: scale(current, m > n ? n / m : 1),
    };
}
/** As NumPy rounds. */
function roundHalfEven(value) {
    const floor = Math.floor(value);
    if (value - floor !== 0.5)
        return Math.round(value);
    return floor % 2 === 0 ? floor : floor + 1;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/distances.js
/**
 * Distances between two distributions over the same bins or categories.
 *
 * Each takes counts or shares of the reference and of the current side, bin by bin; both are normalised to sum 1.
 *
 * @module
 */
/** Share that stands for an empty bin in PSI and KL, whose logarithms know no zero (Evidently's value). */
const EMPTY_SHARE = 1e-4;
/**
 * Population stability index, sum of (r - c) · ln(r / c), in nats, from 0 (the same) without an upper bound; an empty
 * bin counts as a share of 0.0001. Lewis (1994).
 *
 * @example
 * psi({ reference: [1, 1], current: [1, 1] }); // => 0
 * psi({ reference: [3, 1], current: [1, 3] }).toFixed(6); // => "1.098612"
 */
function psi(pair) {
    const { reference, current } = filled(pair);
    return sumOver(reference, current, (r, c) => (r - c) * Math.log(r / c));
}
/**
 * Kullback-Leibler divergence of the current side from the reference, sum of r · ln(r / c), in nats, from 0; an empty
 * bin counts as a share of 0.0001. Kullback & Leibler (1951).
 *
 * @example
 * klDivergence({ reference: [1, 1], current: [3, 1] }).toFixed(6); // => "0.143841"
 */
function klDivergence(pair) {
    const { reference, current } = filled(pair);
    const [r, c] = [normalise(reference), normalise(current)];
    return sumOver(r, c, (left, right) => left * Math.log(left / right));
}
/**
 * Jensen-Shannon distance: the root of the mean divergence of both sides from their middle; 0 for the same, and for
 * sides without a common bin 1 in base 2 and sqrt(ln 2) = 0.8326 in base e. Lin (1991); `scipy`'s `jensenshannon`.
 *
 * @example
 * jensenShannon({ reference: [1, 0], current: [0, 1] }, 2); // => 1
 * jensenShannon({ reference: [1, 0], current: [0, 1] }, Math.E).toFixed(4); // => "0.8326"
 */
function jensenShannon({ reference, current }, base) {
    const [r, c] = [normalise(reference), normalise(current)];
    const term = (share, middle) => (share === 0 ? 0 : share * Math.log(share / middle));
    const divergence = sumOver(r, c, (left, right) => {
        const middle = (left + right) / 2;
        return (term(left, middle) + term(right, middle)) / 2;
    });
    return Math.sqrt(Math.max(0, divergence) / Math.log(base));
}
/**
 * Hellinger distance, the root of 1 - sum of sqrt(r · c), in 0..1. Hellinger (1909).
 *
 * @example
 * hellinger({ reference: [1, 0], current: [0, 1] }); // => 1
 */
function hellinger({ reference, current }) {
    const [r, c] = [normalise(reference), normalise(current)];
    const squares = sumOver(r, c, (left, right) => (Math.sqrt(left) - Math.sqrt(right)) ** 2);
    return Math.sqrt(squares / 2);
}
/**
 * Total variation distance, half the sum of |r - c|, in 0..1: the share of rows that would have to move.
 *
 * @example
 * totalVariation({ reference: [3, 1], current: [1, 3] }); // => 0.5
 */
function totalVariation({ reference, current }) {
    return sumOver(normalise(reference), normalise(current), (r, c) => Math.abs(r - c)) / 2;
}
/**
 * Largest change of the share of one bin, in 0..1.
 *
 * @example
 * lInfinity({ reference: [2, 1, 1], current: [1, 1, 2] }); // => 0.25
 */
function lInfinity({ reference, current }) {
    const c = normalise(current);
    return Math.max(0, ...normalise(reference).map((share, index) => Math.abs(share - (c[index] ?? 0))));
}
/**
 * Counts as shares; without any rows all shares are NaN.
 *
 * @example
 * normalise([1, 3]); // => [0.25, 0.75]
 */
function normalise(counts) {
    const total = counts.reduce((sum, count) => sum + count, 0);
    return counts.map((count) => count / total);
}
/** Not normalised again, as Evidently has it. */
function filled({ reference, current }) {
    const fill = (counts) => normalise(counts).map((share) => (share === 0 ? EMPTY_SHARE : share));
    return { reference: fill(reference), current: fill(current) };
}
function sumOver(left, right, term) {
    return left.reduce((sum, value, index) => sum + term(value, right[index] ?? 0), 0);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/compat/defined.js
/**
 * The p-value of a test, where there is one.
 *
 * @module
 */
/** NaN where the test is not defined for the rows: a verdict made of it is no verdict. */
function pOf(test) {
    return "undefined" in test ? Number.NaN : test.p;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/compat/evidently.js
/**
 * Evidently 0.7's default drift: which test by size and number of values, its statistic, its limit.
 *
 * @module
 */





const SMALL_REFERENCE = 1000;
const FEW_VALUES = 5;
const DRIFT_SHARE = 0.5;
/** Evidently's floor of the reference's standard deviation. */
const LEAST_DEVIATION = 0.001;
/**
 * Evidently's verdict: a dataset has drifted when half of its columns have.
 *
 * @example
 * judgeAsEvidently([]).drifted; // => false
 */
function judgeAsEvidently(columns) {
    const found = columns.map(evidently_judgeColumn);
    const share = found.filter(({ drifted }) => drifted).length / found.length;
    return { columns: found, drifted: share >= DRIFT_SHARE, rule: "at least half of the columns have drifted" };
}
function evidently_judgeColumn({ name, numbers, categories }) {
    const pair = numbers ?? categories ?? { reference: [], current: [] };
    const isSmall = total(pair.reference) <= SMALL_REFERENCE;
    const values = pair.reference.length;
    const found = (method, statistic, [threshold, drifted]) => ({
        name,
        method,
        statistic,
        threshold,
        drifted,
        p: null,
        statistics: null,
    });
    if (numbers !== null && values > FEW_VALUES) {
        if (!isSmall) {
            const distance = wasserstein(numbers) / Math.max(referenceDeviation(numbers), LEAST_DEVIATION);
            return found("wasserstein", distance, [0.1, distance >= 0.1]);
        }
        const p = pOf((0,statistics_src/* kolmogorovSmirnov */.gJ)({ ...numbers, alternative: "two-sided" }));
        return found("ks", p, [0.05, p <= 0.05]);
    }
    if (!isSmall) {
        const distance = jensenShannon(pair, Math.E);
        return found("jensenshannon", distance, [0.1, distance >= 0.1]);
    }
    const p = values > 2 ? testOfFit(pair) : proportionsTest(pair);
    return found(values > 2 ? "chisquare" : "z", p, [0.05, p < 0.05]);
}
/** The reference, scaled to the size of the current side, is taken to be exact. */
function testOfFit({ reference, current }) {
    const scale = total(current) / total(reference);
    return pOf((0,statistics_src/* goodnessOfFit */.jn)({ observed: current, expected: reference.map((count) => count * scale) }));
}
/** Pooled two-proportion z of the larger of two values; a single value on both sides is no drift. */
function proportionsTest({ reference, current }) {
    const last = reference.length - 1;
    if (last < 1)
        return 1;
    const [n, m] = [total(reference), total(current)];
    const [before, after] = [normalise(reference)[last] ?? 0, normalise(current)[last] ?? 0];
    const pooled = (before * n + after * m) / (n + m);
    const z = (before - after) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
    return 2 * (0,statistics_src/* normalSurvival */.IL)(Math.abs(z));
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/compat/nannyml.js


/** Chunks of equal size; what remains is one more. */
const CHUNKS = 10;
const DEVIATIONS = 3;
/**
 * Rows of each of NannyML's default chunks.
 *
 * @example
 * chunkSize(68); // => 6
 */
function chunkSize(rows) {
    return Math.max(1, Math.floor(rows / CHUNKS));
}
/**
 * NannyML's verdict: a column has drifted when some chunk is beyond the mean of the reference's chunks by three
 * standard deviations.
 *
 * @example
 * judgeAsNannyml([]).drifted; // => false
 */
function judgeAsNannyml(columns) {
    const found = columns.map(nannyml_judgeColumn);
    return {
        columns: found,
        drifted: found.some(({ drifted }) => drifted),
        rule: "a chunk of a column is above the limit learned from the reference's chunks",
    };
}
function nannyml_judgeColumn(column) {
    const { name, chunks } = column;
    const distance = distanceFrom(column);
    const learned = (chunks?.reference ?? []).map(distance);
    const statistics = (chunks?.current ?? []).map(distance);
    const threshold = upperLimit(learned);
    return {
        name,
        method: "jensen_shannon",
        statistic: Math.max(...statistics),
        threshold,
        drifted: statistics.some((statistic) => statistic > threshold),
        p: null,
        statistics,
    };
}
function upperLimit(values) {
    const known = values.filter((value) => !Number.isNaN(value));
    const mean = total(known) / known.length;
    const variance = total(known.map((value) => (value - mean) ** 2)) / known.length;
    return mean + DEVIATIONS * Math.sqrt(variance);
}
function distanceFrom({ numbers, categories }) {
    if (categories !== null) {
        const reference = new Map(categories.categories.flatMap((category, index) => {
            const count = categories.reference[index] ?? 0;
            return count > 0 ? [[category, count]] : [];
        }));
        return (chunk) => categoryDistance(reference, chunk.categories ?? new Map());
    }
    const reference = { values: numbers?.values ?? [], counts: numbers?.reference ?? [] };
    const edges = doaneEdges(reference);
    const shares = sharesIn(edges, reference);
    return ({ numbers: counted }) => numberDistance(shares, sharesIn(edges, counted ?? { values: [], counts: [] }));
}
/** Categories that the reference lacks are one. */
function categoryDistance(reference, chunk) {
    const rows = total([...chunk.values()]);
    const known = [...reference.keys()].map((category) => (chunk.get(category) ?? 0) / rows);
    const left = 1 - total(known);
    const n = total([...reference.values()]);
    const shares = [...reference.values()].map((count) => count / n);
    return leftover({ reference: shares, current: known, left });
}
/** Values outside the reference's bins are one bin more. */
function numberDistance(reference, chunk) {
    return leftover({ reference, current: chunk, left: 1 - total(chunk) });
}
function leftover({ reference, current, left, }) {
    if (!(left > 0))
        return jensenShannon({ reference, current }, 2);
    return jensenShannon({ reference: [...reference, 0], current: [...current, left] }, 2);
}
/** NumPy's bin edges by Doane's rule (1976): Sturges' number of bins, widened by the skewness. */
function doaneEdges({ values, counts }) {
    const present = values.filter((_, index) => (counts[index] ?? 0) > 0);
    const [low = 0, high = 0] = [present[0], present.at(-1)];
    if (low === high)
        return [low - 0.5, high + 0.5];
    const n = total(counts);
    const weighted = (term) => values.reduce((sum, value, index) => sum + (counts[index] ?? 0) * term(value), 0) / n;
    const mean = weighted((value) => value);
    const deviation = Math.sqrt(weighted((value) => (value - mean) ** 2));
    const skewness = weighted((value) => ((value - mean) / deviation) ** 3);
    const scale = Math.sqrt((6 * (n - 2)) / ((n + 1) * (n + 3)));
    const width = n > 2 && deviation > 0
        ? (high - low) / (1 + Math.log2(n) + Math.log2(1 + Math.abs(skewness) / scale))
        : 0;
    const bins = width > 0 ? Math.ceil((high - low) / width) : 1;
    const step = (high - low) / bins;
    return Array.from({ length: bins + 1 }, (_, edge) => (edge === bins ? high : edge * step + low));
}
/** Half-open bins, the last of which holds its upper edge; shares of all values, those outside included. */
function sharesIn(edges, { values, counts }) {
    const bins = new Array(edges.length - 1).fill(0);
    const n = total(counts);
    const last = edges.at(-1) ?? 0;
    let bin = 0;
    for (const [index, value] of values.entries()) {
        if (value < (edges[0] ?? 0) || value > last)
            continue;
        while (bin < bins.length - 1 && value >= (edges[bin + 1] ?? last))
            bin += 1;
        bins[bin] = (bins[bin] ?? 0) + (counts[index] ?? 0);
    }
    return bins.map((count) => count / n);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/compat/judge-peer.js
/**
 * A peer's statistics and verdicts as findings of ours, for teams that come from it.
 *
 * @module
 */






/** The version whose numbers are reproduced, and how. */
const PEERS = {
    evidently: { version: "evidently 0.7.23", judge: judgeAsEvidently },
    nannyml: { version: "NannyML 0.13.1", judge: judgeAsNannyml },
    alibi: { version: "alibi-detect 0.13.0", judge: judgeAsAlibi },
    deepchecks: { version: "deepchecks 0.19.1", judge: judgeAsDeepchecks },
};
/** A peer is asked whatever the number of rows. */
const PEER_MINIMUM = 1;
/**
 * A peer's verdict as findings: one a column, one for the dataset. Columns that the peer has no statistic for are told,
 * not left out.
 *
 * @example
 * judgePeer("deepchecks", { columns: [], settled: [], unplanned: [] }, { source: null }).findings.map(({ id, outcome }) => [id, outcome]); // => [["share", "inconclusive"]]
 */
function judgePeer(peer, { columns, settled, unplanned }, section) {
    const { version, judge } = PEERS[peer];
    const verdict = judge(columns);
    const dataset = (0,src/* finding */.gk)({
        id: "share",
        kind: "drift",
        check: { compat: peer },
        severity: "block",
        source: section.source,
        outcome: columns.length === 0 ? "inconclusive" : verdict.drifted ? "fail" : "pass",
        n: columns.length,
        method: version,
        why: `${verdict.columns.filter(({ drifted }) => drifted).length} of ${columns.length} columns have drifted by the defaults of ${version}, which calls a dataset drifted when ${verdict.rule}.`,
        remedy: verdict.drifted ? "Find what changed at the source of these columns." : null,
    });
    return {
        findings: [
            ...unplanned.map((column) => reportUnplanned(column, section)),
            ...settled.flatMap((column) => {
                const told = findUnjudged(column, PEER_MINIMUM);
                return told === null ? [] : [reportUnjudged(column, told, { section, slice: null })];
            }),
            ...verdict.columns.map((column) => reportColumn(column, { peer, version, section })),
            dataset,
        ],
        measurements: { schema: "drift/1", data: { compat: version, columns: verdict.columns.map(listColumn) } },
    };
}
function reportColumn({ name, method, statistic, threshold, drifted, p }, { peer, version, section, }) {
    const known = Number.isFinite(statistic);
    return (0,src/* finding */.gk)({
        id: `${name}/${method}`,
        kind: "drift",
        check: { column: name, compat: peer, limit: (0,src/* roundJudged */.KH)(threshold) },
        severity: severityOf(name, "feature", section),
        source: section.source,
        outcome: known ? (drifted ? "fail" : "pass") : "not-evaluable",
        reason: known ? null : "no-number",
        observed: (0,src/* roundJudged */.KH)(statistic),
        method: version,
        p: p === null ? null : (0,src/* roundJudged */.KH)(p),
        why: `${name}: ${method} ${Number(statistic.toPrecision(4))}, limit ${Number(threshold.toPrecision(4))}: ${drifted ? "drifted" : "not drifted"} by the defaults of ${version}.`,
        remedy: drifted ? `Find what changed ${name} at its source.` : known ? null : "Exclude the column.",
    });
}
function listColumn(column) {
    const { name, method, statistic, threshold, p, drifted } = column;
    return {
        column: name,
        distance: method,
        effect: (0,src/* roundJudged */.KH)(statistic),
        limit: (0,src/* roundJudged */.KH)(threshold),
        p: p === null ? null : (0,src/* roundJudged */.KH)(p),
        outcome: drifted ? "fail" : "pass",
    };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/compat/index.js




;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/decide-trials.js
/**
 * The decision rule for drift: two keys, with the false discovery rate held over the columns.
 *
 * @module
 */

const decide_trials_ALPHA = 0.05;
/**
 * A column has drifted when its distance is at the limit or beyond **and** q < 0.05; the limit alone is inconclusive.
 * Features are one family; label and predictions are families of their own.
 */
function decideTrials(trials) {
    const qs = new Map(["feature", "label", "prediction"].flatMap((role) => adjustRole(trials, role)));
    return trials.map((trial) => decideTrial(trial, qs.get(trial) ?? null));
}
function adjustRole(trials, role) {
    const family = trials.flatMap((trial) => trial.test !== null && trial.distribution.role === role ? [{ trial, p: trial.test.p }] : []);
    const adjusted = (0,statistics_src/* benjaminiHochberg */.Uh)(family.map(({ p }) => p));
    return family.map(({ trial }, index) => [trial, adjusted[index] ?? 1]);
}
function decideTrial(trial, q) {
    const { distance, max, warn } = trial;
    if (distance === null || q === null) {
        return { trial, outcome: "not-evaluable", reason: "metric-undefined", q };
    }
    const isBeyond = distance >= max && distance > 0;
    const isWarned = warn !== null && distance >= warn && distance > 0;
    if (!isBeyond && !isWarned)
        return { trial, outcome: "pass", reason: null, q };
    if (q >= decide_trials_ALPHA) {
        // What is only warned of need not be settled by more rows.
        return {
            trial,
            outcome: isBeyond ? "inconclusive" : "pass",
            reason: isBeyond ? "not-significant" : null,
            q,
        };
    }
    if (!isBeyond)
        return { trial, outcome: "fail", reason: "warning", q };
    return { trial, outcome: "fail", reason: Number.isFinite(distance) ? null : "reference-constant", q };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/distribution-rows.js

/** Values of both sides. */
function rowsOf({ numbers, categories }) {
    const pair = numbers ?? categories;
    return { reference: total(pair?.reference ?? []), current: total(pair?.current ?? []) };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/paired-categories.js
/**
 * The categories of both sides in one list.
 *
 * @example
 * pairCategories(new Map([["b", 2]]), new Map([["a", 1], ["b", 3]])); // => { categories: ["a", "b"], reference: [0, 2], current: [1, 3] }
 */
function pairCategories(reference, current) {
    const categories = [...new Set([...reference.keys(), ...current.keys()])].sort();
    return {
        categories,
        reference: categories.map((category) => reference.get(category) ?? 0),
        current: categories.map((category) => current.get(category) ?? 0),
    };
}
/**
 * Rows of the current side whose category the reference lacks, and those categories.
 *
 * @example
 * findUnseen({ categories: ["a", "b"], reference: [0, 2], current: [1, 3] }); // => { rows: 1, categories: ["a"] }
 */
function findUnseen({ categories, reference, current }) {
    const unseen = categories.flatMap((category, index) => reference[index] === 0 ? [{ category, rows: current[index] ?? 0 }] : []);
    return {
        rows: unseen.reduce((sum, { rows }) => sum + rows, 0),
        categories: unseen.map(({ category }) => category),
    };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/judge-facts.js
/**
 * What the facts of a column say beside its distance: more values missing, infinite ones, categories never seen.
 *
 * @module
 */






/** Judges the shares of missing values and of unseen categories: two keys, as distances. */
function judgeShares(columns, distributions, section) {
    const missing = columns.flatMap((column) => missingOf(column, section));
    const unseen = distributions.flatMap((column) => unseenOf(column, section));
    return [missing, unseen].flatMap((family) => {
        const tests = family.map(({ reference, current }) => (0,statistics_src/* twoProportionTest */.jQ)({ a: current, b: reference }));
        const qs = (0,statistics_src/* benjaminiHochberg */.Uh)(tests.map(({ p }) => p));
        return family.map((trial, index) => {
            const { p, method } = tests[index] ?? { p: 1, method: "pooled-z" };
            return reportShare(trial, { p, method, q: qs[index] ?? 1 }, section);
        });
    });
}
/** Columns without a gap on either side have nothing to tell. */
function missingOf({ name, role, facts }, section) {
    const [reference, current] = [facts.reference, facts.current].map(({ rows, present }) => ({
        successes: rows - present,
        trials: rows,
    }));
    if (!reference || !current || reference.successes + current.successes === 0)
        return [];
    if (Math.min(reference.trials, current.trials) < section.minimum)
        return [];
    return [{ column: { name, role }, what: "missing", reference, current, max: section.missing, named: "" }];
}
function unseenOf({ name, role, categories }, section) {
    if (categories === null)
        return [];
    const unseen = findUnseen(categories);
    if (unseen.rows === 0)
        return [];
    const shown = unseen.categories.slice(0, 5).map((category) => JSON.stringify(category).slice(0, 60));
    const more = unseen.categories.length - shown.length;
    return [
        {
            column: { name, role },
            what: "unseen",
            reference: { successes: 0, trials: total(categories.reference) },
            current: { successes: unseen.rows, trials: total(categories.current) },
            max: section.unseen,
            named: `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
        },
    ];
}
function reportShare(trial, { p, q, method }, section) {
    const { column, what, reference, current, max } = trial;
    const [before, after] = [reference, current].map(({ successes, trials }) => successes / trials);
    const change = (after ?? 0) - (before ?? 0);
    const isBeyond = Math.abs(change) >= max && change !== 0;
    const outcome = isBeyond ? (q < decide_trials_ALPHA ? "fail" : "inconclusive") : "pass";
    return (0,src/* finding */.gk)({
        id: `${column.name}/${what}`,
        kind: "drift",
        check: { column: column.name, [what]: max },
        severity: severityOf(column.name, column.role, section),
        source: section.source,
        outcome,
        reason: outcome === "inconclusive" ? "not-significant" : null,
        baseline: (0,src/* roundJudged */.KH)(before ?? 0),
        observed: (0,src/* roundJudged */.KH)(after ?? 0),
        effect: { kind: "difference", value: (0,src/* roundJudged */.KH)(change), ...intervalOf(trial) },
        method,
        p: (0,src/* roundJudged */.KH)(p),
        pAdjusted: (0,src/* roundJudged */.KH)(q),
        n: reference.trials + current.trials,
        why: tellShare(trial, { before: before ?? 0, after: after ?? 0, outcome, q }),
        remedy: outcome === "pass" ? null : REMEDIES[what],
    });
}
function intervalOf({ reference, current }) {
    const { low, high, confidence } = (0,statistics_src/* newcombeInterval */.QW)({ a: current, b: reference, confidence: 0.95 });
    return { low: (0,src/* roundJudged */.KH)(low), high: (0,src/* roundJudged */.KH)(high), confidence };
}
const REMEDIES = {
    missing: "Look at the join or job that fills the column.",
    unseen: "Teach the encoding the new categories and retrain, or map them to known ones.",
};
function tellShare({ column, what, max, named }, seen) {
    const percent = (share) => `${(100 * share).toPrecision(3)} %`;
    const words = what === "missing"
        ? `${percent(seen.before)} of the reference and ${percent(seen.after)} of the current rows have no value`
        : `${percent(seen.after)} of the current values are of categories the reference lacks (${named})`;
    const decision = { pass: "within", fail: "beyond", inconclusive: "beyond, but noise could do that:" }[seen.outcome];
    return `${column.name}: ${words}; ${decision} the limit of ${percent(max)} (q = ${seen.q.toPrecision(2)}).`;
}
/** Infinite values are left out of every distance, so a column that begins to have them is told apart. */
function judgeInfinite(columns, section) {
    return columns.flatMap(({ name, role, facts: { reference, current } }) => {
        if (reference.infinite + current.infinite === 0)
            return [];
        const isNew = reference.infinite === 0;
        return [
            (0,src/* finding */.gk)({
                id: `${name}/infinite`,
                kind: "drift",
                check: { column: name },
                severity: severityOf(name, role, section),
                source: section.source,
                outcome: isNew ? "fail" : "pass",
                baseline: reference.infinite,
                observed: current.infinite,
                n: reference.rows + current.rows,
                why: `${name} has ${reference.infinite} infinite values in the reference and ${current.infinite} in the current data; distances leave them out.`,
                remedy: isNew ? "Look for a division by zero where the column is made." : null,
            }),
        ];
    });
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/judge-share.js
/**
 * How many of the columns have drifted: the one verdict over all of them.
 *
 * @module
 */

/**
 * Fails when the share of drifted features is at the limit or beyond; inconclusive when it would be if every open one
 * had drifted, or when none could be judged.
 */
function judgeShare(columns, decided, section) {
    const features = decided.filter(({ trial }) => trial.slice === null && trial.distribution.role === "feature");
    const names = new Set(features.map(({ trial }) => trial.distribution.name));
    const namesOf = (wanted) => new Set(features.filter(wanted).map(({ trial }) => trial.distribution.name));
    const drifted = namesOf(({ outcome, reason }) => outcome === "fail" && reason !== "warning");
    const few = columns.filter(({ reason, slice }) => reason === "too-few-rows" && slice === null).length;
    const open = new Set([...namesOf(({ outcome }) => outcome === "inconclusive")].filter((name) => !drifted.has(name)));
    const judged = names.size + few;
    if (judged === 0)
        return [];
    const share = drifted.size / judged;
    const isOpen = names.size === 0 || (drifted.size + open.size + few) / judged >= section.share;
    const isBeyond = drifted.size > 0 && share >= section.share;
    const outcome = isBeyond ? "fail" : isOpen ? "inconclusive" : "pass";
    return [
        (0,src/* finding */.gk)({
            id: "share",
            kind: "drift",
            check: { share: section.share },
            severity: "block",
            source: section.source,
            outcome,
            reason: outcome === "inconclusive" ? "open-columns" : null,
            observed: (0,src/* roundJudged */.KH)(share),
            effect: { kind: "fraction", value: (0,src/* roundJudged */.KH)(share), low: null, high: null, confidence: null },
            n: judged,
            why: `${drifted.size} of ${judged} columns have drifted${open.size + few === 0 ? "" : ` and ${open.size + few} are open`}; wanted fewer than ${100 * section.share} %.`,
            remedy: judge_share_REMEDIES[outcome],
        }),
    ];
}
const judge_share_REMEDIES = {
    pass: null,
    fail: "Find what changed at the source of these columns; retrain or take a newer reference if the change is meant.",
    inconclusive: "Judge more rows: too many columns are neither within their limit nor beyond it.",
};

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/critical-psi.js
/**
 * How large the population stability index gets by chance alone.
 *
 * @module
 */


/**
 * The PSI that undrifted data exceed in one of twenty draws, empty bins left out. Null where one bin holds all.
 */
function criticalPsi({ reference, current }) {
    const bins = reference.filter((count, index) => count + (current[index] ?? 0) > 0).length;
    if (bins < 2)
        return null;
    return (0,statistics_src/* psiCritical */.wA)({ reference: total(reference), current: total(current), bins, alpha: 0.05 });
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/display-bins.js

const display_bins_BINS = 16;
/** Values further out share the outer bins, else one outlier leaves a histogram of a single bar. */
const OUTER_SHARE = 0.005;
/**
 * Numbers in 16 bins of equal width between the 0.5 % and the 99.5 % point of both sides; categories by how frequent
 * they are in the reference, the rest in the last.
 */
function displayBins({ numbers, categories, }) {
    if (numbers !== null)
        return display_bins_binNumbers(numbers);
    if (categories === null)
        return { reference: [], current: [] };
    const order = categories.categories
        .map((_, index) => ({
        reference: categories.reference[index] ?? 0,
        current: categories.current[index] ?? 0,
    }))
        .toSorted((left, right) => right.reference - left.reference || right.current - left.current);
    const shown = order.length > display_bins_BINS ? order.slice(0, display_bins_BINS - 1) : order;
    const rest = order.slice(shown.length);
    const bins = rest.length === 0 ? shown : [...shown, sumOf(rest)];
    return { reference: bins.map((bin) => bin.reference), current: bins.map((bin) => bin.current) };
}
function sumOf(bins) {
    return {
        reference: total(bins.map((bin) => bin.reference)),
        current: total(bins.map((bin) => bin.current)),
    };
}
function display_bins_binNumbers(pair) {
    const { low, high } = rangeOf(pair);
    const reference = new Array(display_bins_BINS).fill(0);
    const current = new Array(display_bins_BINS).fill(0);
    for (const [index, value] of pair.values.entries()) {
        const at = high === low ? 0 : Math.floor(((value - low) / (high - low)) * display_bins_BINS);
        const bin = Math.min(display_bins_BINS - 1, Math.max(0, at));
        reference[bin] = (reference[bin] ?? 0) + (pair.reference[index] ?? 0);
        current[bin] = (current[bin] ?? 0) + (pair.current[index] ?? 0);
    }
    return { reference, current };
}
function rangeOf({ values, reference, current }) {
    const n = total(reference) + total(current);
    let seen = 0;
    let [low, high] = [values[0] ?? 0, values[0] ?? 0];
    for (const [index, value] of values.entries()) {
        const before = seen / n;
        seen += (reference[index] ?? 0) + (current[index] ?? 0);
        if (before <= OUTER_SHARE)
            low = value;
        if (before < 1 - OUTER_SHARE)
            high = value;
    }
    return low > high ? { low: high, high } : { low: Math.min(low, values[0] ?? low, high), high };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/cluster-test.js
/**
 * A test for rows that belong together: whole sessions, users or days change sides, never single rows.
 *
 * @module
 */


const PERMUTATIONS = 1999;
const cluster_test_SEED = 20_260_101;
/**
 * Share of relabellings whose distance is at least the observed one, itself counted (Phipson & Smyth 2010). A cluster on
 * one side is dealt to either, as many to each as there were; one on both sides swaps its two parts or does not. The
 * distance is the largest gap of the distribution functions for ordered bins, else Jensen-Shannon.
 *
 * @example
 * clusterPermutation([{ reference: [1, 0], current: [] }, { reference: [], current: [1, 0] }], "ordered"); // => 1
 */
function clusterPermutation(clusters, order) {
    const random = seededRandom(cluster_test_SEED);
    const divided = divideClusters(clusters);
    const labels = divided.single.map(({ reference }) => !isEmpty(reference));
    const observed = measureDeal(divided, { labels, isSwapped: () => false, order });
    let reached = 1;
    for (let round = 0; round < PERMUTATIONS; round++) {
        shuffle(labels, random);
        const distance = measureDeal(divided, { labels, isSwapped: () => random() < 0.5, order });
        if (distance >= observed - 1e-12)
            reached += 1;
    }
    return reached / (PERMUTATIONS + 1);
}
function divideClusters(clusters) {
    const isPaired = ({ reference, current }) => !isEmpty(reference) && !isEmpty(current);
    const isSingle = ({ reference, current }) => isEmpty(reference) !== isEmpty(current);
    const bins = clusters.map(({ reference, current }) => Math.max(reference.length, current.length));
    return {
        bins: bins.reduce((most, each) => Math.max(most, each), 0),
        single: clusters.filter(isSingle),
        paired: clusters.filter(isPaired),
    };
}
/** The distance of the two sides that a deal makes. */
function measureDeal({ bins, single, paired }, { labels, order, isSwapped }) {
    const [r, c] = [new Float64Array(bins), new Float64Array(bins)];
    for (const [index, { reference, current }] of single.entries())
        addTo(labels[index] === true ? r : c, isEmpty(reference) ? current : reference);
    for (const { reference, current } of paired) {
        const swapped = isSwapped();
        addTo(swapped ? c : r, reference);
        addTo(swapped ? r : c, current);
    }
    return distanceOf({ reference: [...r], current: [...c] }, order);
}
function isEmpty(counts) {
    return counts.every((count) => count === 0);
}
function addTo(sums, counts) {
    for (let bin = 0; bin < counts.length; bin++)
        sums[bin] = (sums[bin] ?? 0) + (counts[bin] ?? 0);
}
/** A relabelling that leaves one side without rows says nothing. */
function distanceOf(pair, order) {
    const distance = order === "ordered" ? largestGap(pair) : jensenShannon(pair, 2);
    return Number.isNaN(distance) ? 0 : distance;
}
function largestGap({ reference, current }) {
    const sum = (counts) => counts.reduce((total, count) => total + count, 0);
    const [n, m] = [sum(reference), sum(current)];
    let [gap, largest] = [0, 0];
    for (const [bin, count] of reference.entries()) {
        gap += count / n - (current[bin] ?? 0) / m;
        largest = Math.max(largest, Math.abs(gap));
    }
    return largest;
}
/** Fisher & Yates. */
function shuffle(labels, random) {
    for (let last = labels.length - 1; last > 0; last--) {
        const other = Math.floor(random() * (last + 1));
        const [kept = false, moved = false] = [labels[last], labels[other]];
        labels[last] = moved;
        labels[other] = kept;
    }
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/permute-categories.js


const permute_categories_PERMUTATIONS = 1999;
const permute_categories_SEED = 20_260_102;
/**
 * Share of random divisions of all rows into two sides of these sizes whose chi-square is at least the observed one,
 * itself counted (Phipson & Smyth 2010).
 *
 * @example
 * permuteCategories({ reference: [1, 1], current: [1, 1] }); // => 1
 */
function permuteCategories(pair) {
    const isSwapped = total(pair.reference) < total(pair.current);
    const [dealt, other] = isSwapped ? [pair.reference, pair.current] : [pair.current, pair.reference];
    const columns = dealt.map((count, index) => count + (other[index] ?? 0));
    const rows = Uint32Array.from(columns.flatMap((count, index) => new Array(count).fill(index)));
    const n = total(dealt);
    // With fixed margins chi-square rises with this sum alone.
    const measure = (counts) => columns.reduce((sum, column, index) => sum + (counts[index] ?? 0) ** 2 / column, 0);
    const observed = measure(dealt);
    const random = seededRandom(permute_categories_SEED);
    let reached = 1;
    for (let round = 0; round < permute_categories_PERMUTATIONS; round++) {
        if (measure(deal(rows, n, { random, categories: columns.length })) >= observed * (1 - 1e-12))
            reached += 1;
    }
    return reached / (permute_categories_PERMUTATIONS + 1);
}
/** Moves `n` rows drawn at random to the front and counts their categories. */
function deal(rows, n, { random, categories }) {
    const counts = new Uint32Array(categories);
    for (let index = 0; index < n; index++) {
        const other = index + Math.floor(random() * (rows.length - index));
        const drawn = rows[other] ?? 0;
        rows[other] = rows[index] ?? 0;
        rows[index] = drawn;
        counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    return counts;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/pool-rare.js

/** Cochran's rule (1954): the distribution holds where no expected count is below this. */
const LEAST_EXPECTED = 5;
/**
 * Joins the categories whose expected count is below 5 on a side; where they are too few together they join the rarest
 * of the others.
 *
 * @example
 * poolRare({ reference: [90, 4, 6], current: [92, 6, 2] }); // => { reference: [90, 10], current: [92, 8], rare: 0.04 }
 */
function poolRare({ reference, current }) {
    const [n, m] = [total(reference), total(current)];
    const least = Math.min(n, m) / (n + m);
    const cells = reference.map((count, index) => ({ reference: count, current: current[index] ?? 0 }));
    const isRare = (cell) => (cell.reference + cell.current) * least < LEAST_EXPECTED;
    const rare = cells.filter(isRare);
    const kept = cells
        .filter((cell) => !isRare(cell))
        .toSorted((left, right) => right.reference + right.current - left.reference - left.current);
    const joined = join(rare);
    const pooled = rare.length === 0
        ? kept
        : isRare(joined) && kept.length > 0
            ? [...kept.slice(0, -1), join([...kept.slice(-1), joined])]
            : [...kept, joined];
    return {
        reference: pooled.map((cell) => cell.reference),
        current: pooled.map((cell) => cell.current),
        rare: (joined.reference + joined.current) / (n + m),
    };
}
function join(cells) {
    return {
        reference: total(cells.map((cell) => cell.reference)),
        current: total(cells.map((cell) => cell.current)),
    };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/test-columns.js





/** The default: Kolmogorov-Smirnov for numbers and chi-square for categories. */
const DEFAULT_NUMBERS = "ks";
const DEFAULT_CATEGORIES = "chi_square";
/**
 * Tests a counted column: whole clusters where there are some, else by the test that is asked for. Null where that test
 * is not defined for the column.
 */
function testColumn({ numbers, categories, clusters }, test) {
    if (clusters !== null) {
        const p = clusterPermutation(clusters, numbers === null ? "unordered" : "ordered");
        return { method: "cluster-permutation", p };
    }
    if (numbers !== null)
        return testNumbers(numbers, test ?? DEFAULT_NUMBERS);
    return categories === null ? null : testCategories(categories, test ?? DEFAULT_CATEGORIES);
}
/** Above this many steps of the exact law the asymptotic one is as good and takes no time. */
const MOST_EXACT = 2e6;
function testNumbers(pair, test) {
    const tested = { ...pair, alternative: "two-sided" };
    const size = total(pair.reference) * total(pair.current);
    switch (test) {
        case "ks": {
            const method = size <= MOST_EXACT ? "exact" : "asymptotic";
            return tell(`ks-${method}`, (0,statistics_src/* kolmogorovSmirnov */.gJ)({ ...tested, method }));
        }
        case "mann_whitney":
            return tell("mann-whitney", (0,statistics_src/* mannWhitney */.Pi)(tested));
        case "cramer_von_mises":
            return tell("cramer-von-mises", (0,statistics_src/* cramerVonMises */.Xk)(pair));
        case "anderson_darling":
            return tell("anderson-darling", (0,statistics_src/* andersonDarling */.om)(pair));
        default:
            return null;
    }
}
/** A test without an answer, such as one of a single value on both sides, has nothing against "no change". */
function tell(method, test) {
    return { method, p: "undefined" in test ? 1 : test.p };
}
/** Above this share of rows in rare categories, joining them would hide what moves between them. */
const MOST_RARE = 0.2;
function testCategories(pair, test) {
    if (test !== "chi_square" && test !== "g_test")
        return null;
    const pooled = poolRare(pair);
    if (pooled.rare > MOST_RARE && pair.categories.length > 2)
        return { method: "chi-square-permutation", p: permuteCategories(pair) };
    const [r = 0, ...others] = pooled.reference;
    const [c = 0] = pooled.current;
    if (others.length === 0)
        return { method: "single-category", p: 1 };
    if (others.length > 1)
        return testTable(pooled, test);
    return (0,statistics_src/* twoProportionTest */.jQ)({
        a: { successes: c, trials: total(pooled.current) },
        b: { successes: r, trials: total(pooled.reference) },
    });
}
function testTable({ reference, current }, test) {
    const table = [reference, current];
    return test === "g_test"
        ? tell("g-test", (0,statistics_src/* chiSquareContingency */.vD)({ table, divergence: "log-likelihood" }))
        : tell("chi-square", (0,statistics_src/* chiSquareContingency */.vD)({ table }));
}
/** Cramér's V in 0..1; 0 where one category holds all. */
function cramersVOf({ reference, current }) {
    const v = (0,statistics_src/* cramersV */.o1)({ table: [reference, current], biasCorrected: false });
    return typeof v === "number" ? v : 0;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/metrics.js




const ofNumbers = (measure) => ({ numbers }) => numbers === null ? null : measure(numbers);
/** Numbers are binned by the tenths of the reference. */
const ofBins = (measure) => (distribution) => {
    const bins = binsOf(distribution);
    return bins === null ? null : measure(bins);
};
const MEASURES = {
    wasserstein_normed: ofNumbers((pair) => normed(wasserstein(pair), referenceDeviation(pair))),
    wasserstein: ofNumbers(wasserstein),
    energy: ofNumbers(energyDistance),
    ks: ofNumbers(ksDistance),
    jensenshannon: ofBins((pair) => jensenShannon(pair, 2)),
    jensenshannon_nats: ofBins((pair) => jensenShannon(pair, Math.E)),
    psi: ofBins(psi),
    kl_div: ofBins(klDivergence),
    hellinger: ofBins(hellinger),
    tvd: ofBins(totalVariation),
    l_infinity: ofBins(lInfinity),
    cramers_v: ({ categories }) => (categories === null ? null : cramersVOf(categories)),
};
/** Any change of a constant is beyond every multiple of its deviation, which is 0. */
function normed(distance, deviation) {
    return distance === 0 ? 0 : distance / deviation;
}
/** Both sides of a column in bins or categories. */
function binsOf({ numbers, categories }) {
    return numbers === null ? categories : binByReference(numbers);
}
/** The distance, from 0; null where it is not defined for the column; infinite where a constant has changed. */
function measureDistance(metric, distribution) {
    return MEASURES[metric](distribution);
}
const NUMBERS = { metric: "wasserstein_normed", warn: 0.1, max: 0.25 };
const CATEGORIES = { metric: "jensenshannon", warn: 0.1, max: 0.2 };
/** Half of the limits for label and predictions, whose drift touches every decision. */
function defaultLimit({ numbers, role }) {
    const limit = numbers === null ? CATEGORIES : NUMBERS;
    return role === "feature" ? limit : { ...limit, warn: limit.warn / 2, max: limit.max / 2 };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/sparkline.js
/**
 * A distribution as a line of text.
 *
 * @module
 */
const BLOCKS = "▁▂▃▄▅▆▇█";
/**
 * One block a bin, as high as its share of the highest bin of both sides; an empty bin is a space.
 *
 * @example
 * sparkline([0, 1, 8], 8); // => " ▁█"
 */
function sparkline(shares, highest) {
    return shares
        .map((share) => {
        if (!(share > 0) || !(highest > 0))
            return " ";
        return BLOCKS[Math.min(BLOCKS.length, Math.ceil((share / highest) * BLOCKS.length)) - 1] ?? " ";
    })
        .join("");
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/list-drift.js
/**
 * What was measured of every column, for the report: the worst first.
 *
 * @module
 */








const DISTANCES = [
    "psi",
    "jensenshannon",
    "hellinger",
    "tvd",
    "l_infinity",
    "ks",
    "wasserstein_normed",
];
/** The measurements of the report, schema `drift/1`. */
function listDrift(decided, { minimum, share }) {
    const worst = decided.toSorted((left, right) => rank(right) - rank(left));
    const shown = new Set(worst.map(({ trial }) => trial.distribution));
    return {
        schema: "drift/1",
        data: {
            minimum,
            share,
            columns: worst.map(listTrial),
            distances: [...shown].map(listDistances),
        },
    };
}
/** How many times the limit the distance is; what failed comes first. */
function rank({ trial, outcome, reason }) {
    const order = { fail: 3e6, inconclusive: 2e6, "not-evaluable": 1e6, pass: 0 }[outcome];
    const ratio = Math.min(1e5, (trial.distance ?? 0) / Math.max(trial.max, 1e-9));
    return ratio + (reason === "warning" ? 2.5e6 : order);
}
function listTrial({ trial, outcome, reason, q }) {
    const { distribution, metric, max, distance, test, slice } = trial;
    return {
        column: distribution.name,
        ...(slice === null ? {} : { group: `${slice.column}=${slice.value}` }),
        kind: distribution.kind,
        role: distribution.role,
        distance: metric,
        effect: distance === null ? null : (0,src/* roundJudged */.KH)(distance),
        limit: max,
        p: test === null ? null : (0,src/* roundJudged */.KH)(test.p),
        q: q === null ? null : (0,src/* roundJudged */.KH)(q),
        outcome: reason === "warning" ? "warning" : outcome,
        ...histograms(distribution),
    };
}
/** The same bins and the same height on both sides. */
function histograms(distribution) {
    const bins = displayBins(distribution);
    const [reference, current] = [normalise(bins.reference), normalise(bins.current)];
    const highest = Math.max(0, ...reference, ...current);
    return { reference: sparkline(reference, highest), current: sparkline(current, highest) };
}
function listDistances(distribution) {
    const { reference, current } = rowsOf(distribution);
    const { numbers } = distribution;
    const distances = DISTANCES.map((metric) => {
        const value = measureDistance(metric, distribution);
        return [metric, value === null ? null : (0,src/* roundJudged */.KH)(value)];
    });
    const bounds = numbers === null || numbers.exact ? null : wassersteinBounds(numbers);
    return {
        column: distribution.name,
        values: `${reference} / ${current}`,
        ...Object.fromEntries(distances),
        psiCritical: (0,src/* roundJudged */.KH)(criticalPsi(binsOf(distribution) ?? { reference: [], current: [] }) ?? Number.NaN),
        wassersteinBounds: bounds === null ? null : { low: (0,src/* roundJudged */.KH)(bounds.low), high: (0,src/* roundJudged */.KH)(bounds.high) },
    };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/plan-trials.js


/** Every limit on one column, measured. */
function planTrials(distribution, section, slice) {
    const { name } = distribution;
    return limitsOf(distribution, section.checks).map(({ metric, max, warn, check }) => ({
        id: `${name}/${metric}${slice === null ? "" : `/${slice.column}=${slice.value}`}`,
        distribution,
        slice,
        metric,
        max,
        warn,
        severity: plan_trials_severityOf(distribution, section.columns.critical, check),
        check,
        distance: measureDistance(metric, distribution),
        test: testColumn(distribution, check?.test ?? null),
    }));
}
/** A check that names the column comes before one of the same distance for all columns. */
function limitsOf(distribution, checks) {
    const named = checks.filter(({ columns }) => columns?.includes(distribution.name));
    const general = checks.filter(({ columns, metric }) => columns === null &&
        measureDistance(metric, distribution) !== null &&
        named.every((check) => check.metric !== metric));
    const stated = [...named, ...general].map((check) => ({
        metric: check.metric,
        max: check.max,
        warn: check.warn,
        check,
    }));
    return stated.length > 0 ? stated : [{ ...defaultLimit(distribution), check: null }];
}
/** One column of many may move; a named one, the label and the predictions may not. */
function plan_trials_severityOf({ name, role }, critical, check) {
    if (check?.severity)
        return check.severity;
    return role !== "feature" || critical.includes(name) || check?.columns ? "block" : "warn";
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/tell-trial.js

/** Words for a decided trial. */
function tellTrial(decided) {
    const { trial, outcome } = decided;
    const { distribution, metric } = trial;
    const { name, kind, role } = distribution;
    const who = role === "feature" ? name : `The ${role} ${name}`;
    if (outcome === "not-evaluable") {
        return {
            why: `${trial.distance === null ? metric : `The test ${trial.check?.test}`} is not defined for ${name}, a ${kind} column.`,
            remedy: "Name another distance or test for it under `drift.checks`.",
        };
    }
    return { why: `${who}: ${tellSeen(decided)}; ${tellDecision(decided)}.`, remedy: tellRemedy(decided) };
}
function tellSeen({ trial }) {
    const { metric, distance, max, distribution } = trial;
    const { reference, current } = rowsOf(distribution);
    const seen = distance === null || Number.isFinite(distance)
        ? `${metric} ${sayDistance(distance ?? 0, max)}`
        : "constant in the reference, and no longer so";
    return `${seen} between ${reference} and ${current} values, drift from ${max}`;
}
function tellDecision(decided) {
    const { outcome, reason, trial } = decided;
    if (reason === "warning")
        return `at the warning limit of ${trial.warn} and not noise (${sayTest(decided)})`;
    if (outcome === "fail")
        return `drifted, and not noise (${sayTest(decided)})`;
    if (outcome === "inconclusive")
        return `beyond the limit, but noise could do that (${sayTest(decided)})`;
    return `below the limit (${sayTest(decided)})`;
}
function sayTest({ trial, q }) {
    return `q = ${(q ?? 1).toPrecision(2)}, ${trial.test?.method ?? ""}`;
}
function tellRemedy({ outcome, reason, trial }) {
    if (outcome === "pass")
        return null;
    if (outcome === "inconclusive")
        return "Judge more rows, or choose another limit on the base branch first.";
    if (reason === "warning")
        return `Watch ${trial.distribution.name}; find what moved before it reaches ${trial.max}.`;
    return `Find what changed ${trial.distribution.name} at its source; retrain or take a newer reference if the change is meant.`;
}
const FEWEST_DIGITS = 3;
const MOST_DIGITS = 12;
/** With as many digits as it takes to look different from the limit when it is. */
function sayDistance(distance, limit) {
    for (let digits = FEWEST_DIGITS; digits < MOST_DIGITS; digits++) {
        const text = String(Number(distance.toPrecision(digits)));
        if (Number(text) !== limit)
            return text;
    }
    return String(distance);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/judge-drift.js
/**
 * Judges how far the current data have moved away from the reference.
 *
 * @module
 */










/**
 * Judges every column of both tables, in all rows and in every group: one finding for each limit, one for the share of
 * drifted columns.
 *
 * @example
 * judgeDrift({ columns: { critical: [] }, checks: [], minimum: 100, share: 0.3, missing: 0.02, unseen: 0.01, classifier: null, source: null }, { unplanned: [], counted: [], classifier: null }).findings; // => []
 */
function judgeDrift(section, { unplanned, counted, classifier }) {
    const trials = counted.flatMap(({ slice, distributions }) => distributions.flatMap((distribution) => planTrials(distribution, section, slice)));
    const decided = decideTrials(trials);
    const overall = counted.find(({ slice }) => slice === null);
    const columns = [
        ...unplanned.map((column) => reportUnplanned(column, section)),
        ...counted.flatMap((each) => reportUncounted(each, section)),
        ...decided.map((each) => reportTrial(each, section)),
    ];
    const findings = [
        ...columns,
        ...judgeShares(overall?.settled ?? [], overall?.distributions ?? [], section),
        ...judgeInfinite(overall?.settled ?? [], section),
        ...judgeShare(columns, decided, section),
        ...(classifier === null || section.classifier === null
            ? []
            : [judgeDomainAuc(classifier, section.classifier)]),
    ];
    return { findings, measurements: listDrift(decided, section) };
}
function reportUncounted({ settled, slice }, section) {
    return settled.flatMap((column) => {
        const told = findUnjudged(column, section.minimum);
        return told === null ? [] : [reportUnjudged(column, told, { section, slice })];
    });
}
function reportTrial(decided, section) {
    const { trial, outcome, reason, q } = decided;
    const { slice, metric, max, warn, test, distribution } = trial;
    const { reference, current } = rowsOf(distribution);
    const value = trial.distance === null ? null : (0,src/* roundJudged */.KH)(trial.distance);
    return (0,src/* finding */.gk)({
        id: trial.id,
        kind: "drift",
        check: { column: distribution.name, metric, max, ...(warn === null ? {} : { warn }) },
        // What is beyond the warning limit alone never fails the gate.
        severity: reason === "warning" && trial.severity === "block" ? "warn" : trial.severity,
        source: trial.check?.source ?? section.source,
        slice: slice === null ? null : { [slice.column]: slice.value },
        outcome,
        reason,
        observed: value,
        effect: { kind: "value", value, low: null, high: null, confidence: null },
        method: test?.method ?? null,
        p: test === null ? null : (0,src/* roundJudged */.KH)(test.p),
        pAdjusted: q === null ? null : (0,src/* roundJudged */.KH)(q),
        n: reference + current,
        ...tellTrial(decided),
    });
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/judge-skew.js
/**
 * Judges train/serve skew: the same entity's features, as trained on and as served; and features from the future.
 *
 * @module
 */


/**
 * What keeps a join from saying anything: repeated keys, no common key.
 *
 * @example
 * findSkewProblems({ offline: "a.csv", online: "b.csv", key: "id" }, { joined: 0, onlyOffline: 1, onlyOnline: 1, duplicated: { offline: 0, online: 0 } }).length; // => 1
 */
function findSkewProblems({ offline, online, key }, { joined, duplicated }) {
    const repeated = [
        { path: offline, rows: duplicated.offline },
        { path: online, rows: duplicated.online },
    ].filter(({ rows }) => rows > 0);
    const problems = repeated.map(({ path, rows }) => ({
        message: `${(0,src/* quote */.hD)(path)} has ${rows} rows beyond the first of their ${(0,src/* quote */.hD)(key)}: they cannot be joined one to one.`,
        remedy: "Name a key that is unique, or keep one row an entity.",
    }));
    if (joined > 0 || problems.length > 0)
        return problems;
    const message = `${(0,src/* quote */.hD)(offline)} and ${(0,src/* quote */.hD)(online)} have no ${(0,src/* quote */.hD)(key)} in common.`;
    return [{ message, remedy: "Name the column under which both files know an entity." }];
}
/**
 * One finding a column, beside those of the join and of leakage. A column fails when more entities than the limit allows
 * differ beyond the tolerance, and chance alone would not have drawn so many.
 *
 * @example
 * judgeSkew({ tolerance: 0, max: 0.01 }, { joined: 9, onlyOffline: 0, onlyOnline: 0, duplicated: { offline: 0, online: 0 }, columns: [{ column: "a", different: 9, beyond: 9 }] }, null).map(({ outcome }) => outcome); // => ["fail", "pass"]
 */
function judgeSkew(section, facts, leakage) {
    const trials = facts.columns.map((counts) => ({
        counts,
        p: (0,statistics_src/* binomialTest */.WK)({
            successes: counts.beyond,
            trials: facts.joined,
            against: section.max,
            alternative: "greater",
        }),
    }));
    const decided = (0,statistics_src/* screen */.nj)(trials.map(({ counts, p }) => ({
        breached: counts.beyond > section.max * facts.joined,
        p,
        blocking: true,
    })));
    const columns = trials.map(({ counts, p }, index) => {
        const { outcome, pAdjusted } = decided[index] ?? { outcome: "inconclusive", pAdjusted: null };
        return (0,src/* finding */.gk)({
            id: `skew:${counts.column}`,
            kind: "drift",
            check: { skew: counts.column, max: section.max, tolerance: section.tolerance },
            severity: "block",
            outcome,
            reason: outcome === "inconclusive" ? "not-significant" : null,
            ...measureMismatch(counts, facts),
            method: "binomial-exact",
            p: (0,src/* roundJudged */.KH)(p),
            pAdjusted: pAdjusted === null ? null : (0,src/* roundJudged */.KH)(pAdjusted),
            n: facts.joined,
            why: tellMismatch(counts, facts, section),
            remedy: outcome === "pass"
                ? null
                : `Compute ${counts.column} with one piece of code for training and serving; look at time zones, defaults and stale values.`,
        });
    });
    return [...columns, judgeJoin(facts), ...(leakage === null ? [] : [judgeLeakage(leakage)])];
}
function measureMismatch({ beyond }, { joined }) {
    const value = (0,src/* roundJudged */.KH)(beyond / joined);
    const { low, high, confidence } = (0,statistics_src/* wilsonInterval */.YV)({ successes: beyond, trials: joined, confidence: 0.95 });
    return {
        observed: value,
        effect: { kind: "fraction", value, low: (0,src/* roundJudged */.KH)(low), high: (0,src/* roundJudged */.KH)(high), confidence },
    };
}
function tellMismatch({ column, different, beyond }, { joined }, { max, tolerance }) {
    const percent = (count) => `${((100 * count) / joined).toPrecision(3)} %`;
    return `${column} as served differs from what was trained on in ${different} of ${joined} entities (${percent(different)}), beyond the tolerance of ${tolerance} in ${beyond} (${percent(beyond)}); wanted at most ${100 * max} %.`;
}
/** Entities that only one side knows say nothing about skew, so they are told and do not decide. */
function judgeJoin({ joined, onlyOffline, onlyOnline }) {
    const only = onlyOffline + onlyOnline;
    return (0,src/* finding */.gk)({
        id: "skew:join",
        kind: "drift",
        check: { skew: "join" },
        severity: "warn",
        outcome: only > joined ? "fail" : "pass",
        observed: joined,
        n: joined + only,
        why: `${joined} entities are in both files, ${onlyOffline} only offline, ${onlyOnline} only online.`,
        remedy: only > joined ? "Most entities cannot be compared: take files of the same time and population." : null,
    });
}
function judgeLeakage({ rows, late, untimed }) {
    const outcome = late > 0 ? "fail" : untimed === rows ? "not-evaluable" : "pass";
    const remedy = "Join features as of the time before the label; a feature from after it gives the answer away.";
    return (0,src/* finding */.gk)({
        id: "skew:leakage",
        kind: "drift",
        check: { skew: "leakage" },
        severity: "block",
        outcome,
        reason: outcome === "not-evaluable" ? "no-times" : null,
        observed: late,
        effect: { kind: "count", value: late, low: null, high: null, confidence: null },
        n: rows,
        why: `${late} of ${rows} rows have features stamped after their label${untimed > 0 ? `; ${untimed} lack one of the two times` : ""}.`,
        remedy: outcome === "pass" ? null : outcome === "fail" ? remedy : "Write both times, or remove the two keys.",
    });
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/performance/judge-concept.js
/**
 * Concept drift: whether decisions on like rows are wrong more, or less, often than they were.
 *
 * A change of the rows alone moves rows between strata; a change of what the label means moves the error rate within.
 *
 * @module
 */


const judge_concept_ALPHA = 0.05;
/**
 * The change of P(error | x) between two sets of labelled rows, stratum by stratum; null where no stratum is on both
 * sides.
 *
 * @example
 * measureConcept([{ stratum: "0", rows: 10, errors: 1 }], [{ stratum: "0", rows: 10, errors: 3 }])?.change.toFixed(2); // => "0.20"
 */
function measureConcept(reference, current) {
    const strata = current.flatMap((after) => {
        const before = reference.find(({ stratum }) => stratum === after.stratum);
        return before === undefined || before.rows === 0 || after.rows === 0 ? [] : [{ before, after }];
    });
    if (strata.length === 0)
        return null;
    const rows = strata.reduce((sum, { after }) => sum + after.rows, 0);
    const weigh = (term) => strata.reduce((sum, each) => sum + term(each), 0);
    const rate = ({ errors, rows: n }) => errors / n;
    const excess = weigh(({ before, after }) => after.errors - (after.rows * (before.errors + after.errors)) / (before.rows + after.rows));
    const variance = weigh(varianceOf);
    return {
        change: weigh(({ before, after }) => (after.rows / rows) * (rate(after) - rate(before))),
        standardError: Math.sqrt(weigh(({ before, after }) => {
            const spread = (side) => (rate(side) * (1 - rate(side))) / side.rows;
            return (after.rows / rows) ** 2 * (spread(before) + spread(after));
        })),
        p: variance === 0 ? 1 : 2 * (0,statistics_src/* normalSurvival */.IL)(Math.abs(excess) / Math.sqrt(variance)),
        rows: rows + weigh(({ before }) => before.rows),
    };
}
/** Of the errors on the current side, all four margins given: hypergeometric. */
function varianceOf({ before, after }) {
    const n = before.rows + after.rows;
    const errors = before.errors + after.errors;
    return n < 2 ? 0 : (before.rows * after.rows * errors * (n - errors)) / (n * n * (n - 1));
}
/**
 * Concept drift as a finding: it warns, since what to do is to label, look and retrain.
 *
 * @example
 * judgeConcept({ concept: 0.05 }, { change: 0.1, standardError: 0.01, p: 0.001, rows: 900 }).outcome; // => "fail"
 */
function judgeConcept({ concept }, change) {
    const base = { id: "performance:concept", kind: "drift", check: { concept }, severity: "warn" };
    if (change === null) {
        const why = "No labelled rows of like scores are in both the reference and the current predictions.";
        return (0,src/* finding */.gk)({
            ...base,
            outcome: "not-evaluable",
            reason: "no-common-rows",
            why,
            remedy: "Give a reference with labels and scores of the same model.",
        });
    }
    const isBeyond = Math.abs(change.change) >= concept;
    const outcome = !isBeyond ? "pass" : change.p < judge_concept_ALPHA ? "fail" : "inconclusive";
    const half = (0,statistics_src/* normalQuantile */.Zl)(0.975) * change.standardError;
    const points = (value) => `${(100 * value).toFixed(2)} points`;
    return (0,src/* finding */.gk)({
        ...base,
        outcome,
        reason: outcome === "inconclusive" ? "not-significant" : null,
        observed: (0,src/* roundJudged */.KH)(change.change),
        effect: {
            kind: "difference",
            value: (0,src/* roundJudged */.KH)(change.change),
            low: (0,src/* roundJudged */.KH)(change.change - half),
            high: (0,src/* roundJudged */.KH)(change.change + half),
            confidence: 0.95,
        },
        method: "cochran-mantel-haenszel",
        p: (0,src/* roundJudged */.KH)(change.p),
        n: change.rows,
        why: `The error rate at like scores has moved by ${points(change.change)} (95 % ${points(change.change - half)} … ${points(change.change + half)}), concept drift from ${points(concept)}; p = ${change.p.toPrecision(2)}.`,
        remedy: outcome === "pass" ? null : "Label recent rows, look at what the label has come to mean, and retrain.",
    });
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/performance/isotonic.js
/**
 * Isotonic calibration: the rising step function of the score that is nearest to the labels.
 *
 * @module
 */
/**
 * Pool-adjacent-violators (Ayer et al. 1955) on rows grouped by score, in ascending order of the score; scikit-learn's
 * `IsotonicRegression`.
 *
 * @example
 * fitIsotonic([{ score: 0.1, rows: 2, positives: 1 }, { score: 0.6, rows: 2, positives: 0 }]); // => { scores: [0.1, 0.6], probabilities: [0.25, 0.25] }
 */
function fitIsotonic(scored) {
    const merged = mergeScores(scored);
    const blocks = [];
    for (const { rows, positives } of merged) {
        blocks.push({ rows, positives, scores: 1 });
        for (;;) {
            const [before, last] = [blocks.at(-2), blocks.at(-1)];
            if (!before || !last || before.positives * last.rows < last.positives * before.rows)
                break;
            blocks.pop();
            before.rows += last.rows;
            before.positives += last.positives;
            before.scores += last.scores;
        }
    }
    return {
        scores: merged.map(({ score }) => score),
        probabilities: blocks.flatMap(({ rows, positives, scores }) => new Array(scores).fill(positives / rows)),
    };
}
/**
 * The calibrated probability of a score, in 0..1: straight between the fitted scores, as at the ends outside them.
 *
 * @example
 * calibrate({ scores: [0, 1], probabilities: [0.2, 0.4] }, 0.5).toFixed(2); // => "0.30"
 */
function calibrate({ scores, probabilities }, score) {
    let [low, high] = [0, scores.length - 1];
    if (score <= (scores[low] ?? 0))
        return probabilities[low] ?? Number.NaN;
    if (score >= (scores[high] ?? 0))
        return probabilities[high] ?? Number.NaN;
    while (high - low > 1) {
        const middle = (low + high) >> 1;
        if ((scores[middle] ?? 0) <= score)
            low = middle;
        else
            high = middle;
    }
    const [from = 0, to = 1] = [scores[low], scores[high]];
    const [start = 0, end = 0] = [probabilities[low], probabilities[high]];
    return start + ((end - start) * (score - from)) / (to - from);
}
/**
 * Rows with the same score as one, in ascending order.
 *
 * @example
 * mergeScores([{ score: 2, rows: 1, positives: 1 }, { score: 1, rows: 1, positives: 0 }, { score: 2, rows: 3, positives: 1 }]).map(({ rows }) => rows); // => [1, 4]
 */
function mergeScores(scored) {
    const merged = new Map();
    for (const { score, rows, positives } of scored) {
        const found = merged.get(score) ?? { score, rows: 0, positives: 0 };
        found.rows += rows;
        found.positives += positives;
        merged.set(score, found);
    }
    return [...merged.values()].sort((left, right) => left.score - right.score);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/performance/estimate-binary.js

const ESTIMATED = ["accuracy", "precision", "recall", "specificity", "f1"];
/**
 * Expected confusion counts of decided rows: with q the probability of the positive value, a positive decision is right
 * with q and wrong with 1 - q.
 *
 * @param calibration Null to take the scores as they are.
 *
 * @example
 * expectCells([{ score: 0.9, decided: true, rows: 2 }], null).truePositives; // => 1.8
 */
function expectCells(scored, calibration) {
    const cells = { truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 };
    for (const { score, decided, rows } of scored) {
        const q = calibration === null ? score : calibrate(calibration, score);
        cells[decided ? "truePositives" : "falseNegatives"] += rows * q;
        cells[decided ? "falsePositives" : "trueNegatives"] += rows * (1 - q);
    }
    return cells;
}
/**
 * A metric from confusion counts, in 0..1; 0 where its denominator is 0, as NannyML has it.
 *
 * @example
 * metricOf("f1", { truePositives: 3, falsePositives: 1, falseNegatives: 1, trueNegatives: 5 }); // => 0.75
 */
function metricOf(metric, cells) {
    const { truePositives, falsePositives, falseNegatives, trueNegatives } = cells;
    const share = (part, whole) => (whole === 0 ? 0 : part / whole);
    switch (metric) {
        case "accuracy":
            return share(truePositives + trueNegatives, truePositives + trueNegatives + falsePositives + falseNegatives);
        case "precision":
            return share(truePositives, truePositives + falsePositives);
        case "recall":
            return share(truePositives, truePositives + falseNegatives);
        case "specificity":
            return share(trueNegatives, trueNegatives + falsePositives);
        case "f1":
            return share(truePositives, truePositives + (falsePositives + falseNegatives) / 2);
    }
}
/**
 * The realised confusion counts of labelled rows.
 *
 * @example
 * realisedCells([{ score: 0.5, decided: true, rows: 3, positives: 2, fold: 0 }]).falsePositives; // => 1
 */
function realisedCells(scored) {
    const cells = { truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 };
    for (const { decided, rows, positives } of scored) {
        cells[decided ? "truePositives" : "falseNegatives"] += positives;
        cells[decided ? "falsePositives" : "trueNegatives"] += rows - positives;
    }
    return cells;
}
/**
 * Standard error of a metric on `rows` rows like the reference's: the deviation of what a row adds to it, over the root
 * of the rows that count for it.
 *
 * @example
 * samplingError("accuracy", { truePositives: 40, falsePositives: 5, falseNegatives: 5, trueNegatives: 50 }, 400); // => 0.015
 */
function samplingError(metric, reference, rows) {
    const { truePositives, falsePositives, falseNegatives, trueNegatives } = reference;
    const all = truePositives + falsePositives + falseNegatives + trueNegatives;
    const of = (right, wrong) => {
        const share = right / (right + wrong);
        return Math.sqrt((share * (1 - share)) / ((rows * (right + wrong)) / all));
    };
    switch (metric) {
        case "accuracy":
            return of(truePositives + trueNegatives, falsePositives + falseNegatives);
        case "precision":
            return of(truePositives, falsePositives);
        case "recall":
            return of(truePositives, falseNegatives);
        case "specificity":
            return of(trueNegatives, falsePositives);
        case "f1": {
            const counted = truePositives + falsePositives + falseNegatives;
            const scale = counted / (truePositives + (falsePositives + falseNegatives) / 2);
            return scale * of(truePositives, falsePositives + falseNegatives);
        }
    }
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/performance/needs-calibration.js
/**
 * Whether calibrated scores say more about the labels than the scores themselves.
 *
 * @module
 */

const needs_calibration_BINS = 10;
/**
 * Calibrates every fold by the others and compares the expected calibration error before and after. NumPy's shuffled
 * splits, which NannyML takes, cannot be had here: folds are every tenth row.
 *
 * @example
 * needsCalibration([{ score: 0.5, rows: 4, positives: 4, fold: 0 }]); // => false
 */
function needsCalibration(scored) {
    const positives = scored.reduce((sum, each) => sum + each.positives, 0);
    const rows = scored.reduce((sum, each) => sum + each.rows, 0);
    if (positives === 0 || positives === rows)
        return false;
    const tested = [...new Set(scored.map(({ fold }) => fold))].flatMap((fold) => {
        const calibration = fitIsotonic(scored.filter((each) => each.fold !== fold));
        const test = scored.filter((each) => each.fold === fold);
        return calibration.scores.length === 0
            ? []
            : test.map((each) => ({ ...each, calibrated: calibrated(calibration, each) }));
    });
    const before = calibrationError(tested);
    const after = calibrationError(tested.map(({ calibrated: score, ...each }) => ({ ...each, score })));
    return before > after;
}
function calibrated(calibration, { score }) {
    return calibrate(calibration, score);
}
/**
 * Expected calibration error over ten bins of equally many rows in the order of the score: the mean distance of a bin's
 * mean score from its share of positives. Naeini, Cooper & Hauskrecht (2015).
 *
 * @example
 * calibrationError([{ score: 0.25, rows: 4, positives: 1 }]); // => 0
 */
function calibrationError(scored) {
    const sorted = scored.toSorted((left, right) => left.score - right.score);
    const total = sorted.reduce((sum, { rows }) => sum + rows, 0);
    let [error, seen] = [0, 0];
    let bin = { score: 0, positives: 0 };
    for (const { score, rows, positives } of sorted) {
        let left = rows;
        while (left > 1e-9) {
            const room = (Math.floor((seen * needs_calibration_BINS) / total + 1e-9) + 1) * (total / needs_calibration_BINS) - seen;
            const taken = Math.min(left, Math.max(room, 1e-9));
            bin = { score: bin.score + taken * score, positives: bin.positives + (taken * positives) / rows };
            seen += taken;
            left -= taken;
            if (taken < room - 1e-9 && seen < total - 1e-9)
                continue;
            error += Math.abs(bin.score - bin.positives) / total;
            bin = { score: 0, positives: 0 };
        }
    }
    return error;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/performance/estimate-classes.js



/**
 * Fits every class against the rest on labelled rows, where it is needed.
 *
 * @example
 * calibrateClasses([{ scores: [0.5], decided: "a", label: "a", rows: 2 }], ["a"]); // => [null]
 */
function calibrateClasses(labelled, classes, isNeeded = needsCalibration) {
    return classes.map((name, index) => {
        const scored = labelled.map(({ scores, label, rows }, at) => ({
            score: scores[index] ?? 0,
            rows,
            positives: label === name ? rows : 0,
            fold: at % 10,
        }));
        return isNeeded(scored, index) ? fitIsotonic(scored) : null;
    });
}
/** Probabilities of all classes, made to sum to 1; all alike where none has any. */
function calibrateRow(scores, calibrations) {
    const raw = scores.map((score, index) => {
        const calibration = calibrations[index] ?? null;
        return calibration === null ? score : calibrate(calibration, score);
    });
    const sum = raw.reduce((total, probability) => total + probability, 0);
    return raw.map((probability) => (sum === 0 ? 1 / raw.length : probability / sum));
}
/**
 * A metric expected on rows without labels: accuracy is the mean probability of the decided class, the others the mean
 * over classes of each against the rest.
 *
 * @example
 * estimateClasses("accuracy", { rows: [{ scores: [0.75, 0.25], decided: "a", label: null, rows: 1 }], classes: ["a", "b"], calibrations: [null, null] }); // => 0.75
 */
function estimateClasses(metric, estimated) {
    const { classes } = estimated;
    const cells = expectClassCells(estimated);
    if (metric !== "accuracy") {
        return cells.reduce((sum, each) => sum + metricOf(metric, each), 0) / classes.length;
    }
    const right = cells.reduce((sum, { truePositives }) => sum + truePositives, 0);
    return right / estimated.rows.reduce((sum, { rows }) => sum + rows, 0);
}
function expectClassCells({ rows, classes, calibrations, }) {
    const cells = classes.map(() => ({
        truePositives: 0,
        falsePositives: 0,
        falseNegatives: 0,
        trueNegatives: 0,
    }));
    for (const row of rows) {
        const probabilities = calibrateRow(row.scores, calibrations);
        for (const [index, cell] of cells.entries()) {
            const q = probabilities[index] ?? 0;
            const decided = row.decided === classes[index];
            cell[decided ? "truePositives" : "falseNegatives"] += row.rows * q;
            cell[decided ? "falsePositives" : "trueNegatives"] += row.rows * (1 - q);
        }
    }
    return cells;
}
/** The realised counts of each class against the rest. */
function realisedClassCells(labelled, classes) {
    return classes.map((name) => {
        const cells = { truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 };
        for (const { decided, label, rows } of labelled) {
            const isRight = (decided === name) === (label === name);
            cells[decided === name
                ? isRight
                    ? "truePositives"
                    : "falsePositives"
                : isRight
                    ? "trueNegatives"
                    : "falseNegatives"] += rows;
        }
        return cells;
    });
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/performance/estimate-roc-auc.js

/**
 * Expected area under the ROC curve: each row is positive with its calibrated probability, rows are ranked by the score
 * itself, equal scores as one. NannyML ranks them in the order NumPy happens to leave them in.
 *
 * @example
 * estimateRocAuc([{ score: 0.9, rows: 1 }, { score: 0.1, rows: 1 }], null).toFixed(2); // => "0.90"
 */
function estimateRocAuc(scored, calibration) {
    const expected = scored.map(({ score, rows }) => ({
        score,
        rows,
        positives: rows * (calibration === null ? score : calibrate(calibration, score)),
    }));
    return rocAuc(expected);
}
/** Area under the ROC curve of counted rows; equal scores are worth a half. */
function rocAuc(scored) {
    let [positives, negatives, area] = [0, 0, 0];
    for (const each of mergeScores(scored)) {
        const others = each.rows - each.positives;
        area += each.positives * (negatives + others / 2);
        positives += each.positives;
        negatives += others;
    }
    return area / (positives * negatives);
}
/**
 * Standard error of the area on `rows` rows like the reference's: the deviation, over positive rows, of the share of
 * negative ones ranked below.
 */
function rocAucError(reference, rows) {
    const all = reference.reduce((sum, each) => sum + each.rows, 0);
    const found = reference.reduce((sum, each) => sum + each.positives, 0);
    // The rarer label is the one whose rows are followed.
    const flipped = found * 2 > all;
    const scored = flipped
        ? reference.map((each) => ({ ...each, score: -each.score, positives: each.rows - each.positives }))
        : reference;
    const positives = flipped ? all - found : found;
    let [below, sum, squares] = [0, 0, 0];
    for (const each of mergeScores(scored)) {
        const others = each.rows - each.positives;
        const share = (below + others / 2) / (all - positives);
        sum += each.positives * share;
        squares += each.positives * share ** 2;
        below += others;
    }
    const variance = squares / positives - (sum / positives) ** 2;
    return Math.sqrt(Math.max(0, variance) / ((rows * positives) / all));
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/performance/judge-estimates.js
/**
 * Performance estimated without labels, as lines that advise and state what they assume.
 *
 * @module
 */






/**
 * Estimates a binary classifier's metrics.
 *
 * @example
 * estimateBinary([{ score: 0.9, decided: true, rows: 4, positives: 4, fold: 0 }], [{ score: 0.75, decided: true, rows: 4, positives: 0, fold: 0 }]).estimates[0]?.value; // => 0.75
 */
function estimateBinary(reference, current) {
    const calibrated = needsCalibration(reference);
    const calibration = calibrated ? fitIsotonic(reference) : null;
    const [expected, realised] = [expectCells(current, calibration), realisedCells(reference)];
    const rows = current.reduce((sum, each) => sum + each.rows, 0);
    const referenceRows = reference.reduce((sum, each) => sum + each.rows, 0);
    const positives = reference.reduce((sum, each) => sum + each.positives, 0);
    return {
        estimates: [
            ...ESTIMATED.map((metric) => ({
                metric,
                value: metricOf(metric, expected),
                standardError: samplingError(metric, realised, rows),
                realised: metricOf(metric, realised),
            })),
            {
                metric: "roc_auc",
                value: estimateRocAuc(current, calibration),
                standardError: rocAucError(reference, rows),
                realised: rocAuc(reference),
            },
        ],
        calibrated,
        calibrationError: calibrationError(reference.map((each) => ({
            ...each,
            score: calibration === null ? each.score : calibrate(calibration, each.score),
        }))),
        referenceRows,
        rarest: Math.min(positives, referenceRows - positives),
        rows,
    };
}
/**
 * Estimates the metrics of a classifier of several classes.
 *
 * @example
 * estimateMulticlass([{ scores: [1, 0], decided: "a", label: "a", rows: 2 }], [{ scores: [0.75, 0.25], decided: "a", label: null, rows: 2 }], ["a", "b"]).estimates[0]?.value; // => 0.75
 */
function estimateMulticlass(reference, current, classes) {
    const labelled = reference.filter(({ label }) => label !== null);
    const calibrations = calibrateClasses(labelled, classes);
    const cells = realisedClassCells(labelled, classes);
    const rows = current.reduce((sum, each) => sum + each.rows, 0);
    const referenceRows = labelled.reduce((sum, each) => sum + each.rows, 0);
    const right = cells.reduce((sum, { truePositives }) => sum + truePositives, 0) / referenceRows;
    const byClass = classes.map((name) => labelled.reduce((sum, each) => sum + (each.label === name ? each.rows : 0), 0));
    return {
        estimates: ESTIMATED.map((metric) => ({
            metric,
            value: estimateClasses(metric, { rows: current, classes, calibrations }),
            standardError: metric === "accuracy"
                ? Math.sqrt((right * (1 - right)) / rows)
                : Math.hypot(...cells.map((each) => classError(metric, each, rows))) / classes.length,
            realised: metric === "accuracy"
                ? right
                : cells.reduce((sum, each) => sum + metricOf(metric, each), 0) / classes.length,
        })),
        calibrated: calibrations.some((each) => each !== null),
        calibrationError: Math.max(...classes.map((name, index) => calibrationError(labelled.map(({ scores, label, rows: count }) => ({
            score: calibrateRow(scores, calibrations)[index] ?? 0,
            rows: count,
            positives: label === name ? count : 0,
        }))))),
        referenceRows,
        rarest: Math.min(...byClass),
        rows,
    };
}
/** NannyML leaves F1's scale out where there are several classes. */
function classError(metric, cells, rows) {
    if (metric !== "f1")
        return samplingError(metric, cells, rows);
    const { truePositives, falsePositives, falseNegatives } = cells;
    const counted = truePositives + falsePositives + falseNegatives;
    const scale = counted / (truePositives + (falsePositives + falseNegatives) / 2);
    return samplingError("f1", cells, rows) / scale;
}
const LEAST = { rows: 1000, rarest: 50, error: 0.05 };
const BAND = 3;
/**
 * One advisory line a metric; where the reference is too small or not calibrated, one that says so.
 *
 * @example
 * judgeEstimates({ estimates: [], calibrated: true, calibrationError: 0, referenceRows: 9, rarest: 4, rows: 9 }).map(({ outcome }) => outcome); // => ["skipped"]
 */
function judgeEstimates(estimates) {
    const told = { kind: "drift", severity: "info", method: "cbpe", n: estimates.rows };
    const lacking = findLacking(estimates);
    if (lacking !== null) {
        const why = `Performance is not estimated without labels: ${lacking}.`;
        return [
            (0,src/* finding */.gk)({
                ...told,
                id: "estimate",
                check: { estimate: true },
                outcome: "skipped",
                reason: "reference-unfit",
                why,
                remedy: "Give a larger or newer reference with labels.",
            }),
        ];
    }
    return estimates.estimates.map(({ metric, value, standardError, realised }) => {
        const [low, high] = [
            Math.max(0, value - BAND * standardError),
            Math.min(1, value + BAND * standardError),
        ];
        return (0,src/* finding */.gk)({
            ...told,
            id: `estimate:${metric}`,
            check: { estimate: metric },
            outcome: "pass",
            baseline: (0,src/* roundJudged */.KH)(realised),
            observed: (0,src/* roundJudged */.KH)(value),
            effect: {
                kind: "value",
                value: (0,src/* roundJudged */.KH)(value),
                low: (0,src/* roundJudged */.KH)(low),
                high: (0,src/* roundJudged */.KH)(high),
                confidence: 0.9973,
            },
            why: `${metric} without labels is estimated at ${value.toFixed(3)} (${low.toFixed(3)} … ${high.toFixed(3)} by sampling), ${realised.toFixed(3)} on the reference; this assumes that P(label | x) has not changed since the reference, and cannot see it if it has.`,
        });
    });
}
function findLacking({ referenceRows, rarest, calibrationError: error }) {
    if (referenceRows < LEAST.rows)
        return `the reference has ${referenceRows} labelled rows, wanted ${LEAST.rows}`;
    if (rarest < LEAST.rarest)
        return `the rarest label has ${rarest} rows, wanted ${LEAST.rarest}`;
    return error > LEAST.error
        ? `the calibration error is ${error.toFixed(3)}, wanted at most ${LEAST.error}`
        : null;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/performance/rates.js
/**
 * The proportion a metric is, or for F1 the one it rises with: of the rows that are positive or decided so, those that
 * are both (J, the Jaccard index), F1 = 2J / (1 + J).
 *
 * @example
 * countPerformance("recall", { labelled: 9, correct: 5, truePositives: 3, falsePositives: 0, falseNegatives: 1, trueNegatives: 2 }); // => { successes: 3, trials: 4 }
 */
function countPerformance(metric, cells) {
    const { truePositives, falsePositives, falseNegatives, trueNegatives } = cells;
    const of = (successes, others) => ({ successes, trials: successes + others });
    switch (metric) {
        case "accuracy":
            return { successes: cells.correct, trials: cells.labelled };
        case "precision":
            return of(truePositives, falsePositives);
        case "recall":
            return of(truePositives, falseNegatives);
        case "specificity":
            return of(trueNegatives, falsePositives);
        case "f1":
            return of(truePositives, falsePositives + falseNegatives);
    }
}
/**
 * A metric's value from its proportion's.
 *
 * @example
 * toMetric("f1", 0.5).toFixed(4); // => "0.6667"
 * toMetric("recall", 0.5); // => 0.5
 */
function toMetric(metric, proportion) {
    return metric === "f1" ? (2 * proportion) / (1 + proportion) : proportion;
}
/**
 * The proportion at which a metric has a value.
 *
 * @example
 * toProportion("f1", 1); // => 1
 */
function toProportion(metric, value) {
    return metric === "f1" ? value / (2 - value) : value;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/performance/judge-windows.js
/**
 * Judges performance over time: each window against each objective.
 *
 * @module
 */



/**
 * Every window a finding for every objective. The newest decides; what is older can only warn, since no change of today
 * mends it.
 *
 * @example
 * judgeWindows({ objectives: [], coverage: 0.8, windowHours: 24 }, []); // => []
 */
function judgeWindows(section, windows) {
    const trials = section.objectives.flatMap((objective) => windows.map((window) => weigh(objective, window)));
    const decided = (0,statistics_src/* screen */.nj)(trials.map(({ objective, counted, p, severity, coverage }) => ({
        breached: isBreached(objective, counted),
        p: coverage < section.coverage ? null : p,
        blocking: severity === "block",
    })));
    const blocking = trials.filter(({ severity }) => severity === "block").length;
    return trials.map((trial, index) => report(trial, { ...(decided[index] ?? { outcome: "inconclusive", pAdjusted: null }), section, blocking }));
}
function weigh(objective, window) {
    const counted = countPerformance(objective.metric, window);
    const against = toProportion(objective.metric, objective.min);
    return {
        objective,
        window,
        counted,
        severity: window.window === 0 || objective.severity !== "block" ? objective.severity : "warn",
        p: counted.trials === 0 ? null : (0,statistics_src/* binomialTest */.WK)({ ...counted, against, alternative: "less" }),
        coverage: window.labelled / window.rows,
    };
}
function isBreached({ metric, min }, { successes, trials }) {
    return toMetric(metric, successes / trials) < min;
}
function report(trial, deciding) {
    const { objective, window, counted, severity, p } = trial;
    const { metric, min } = objective;
    const told = settle(trial, deciding);
    const value = counted.trials === 0 ? null : toMetric(metric, counted.successes / counted.trials);
    return (0,src/* finding */.gk)({
        id: `performance:${metric}/${sayTime(window.last)}`,
        kind: "drift",
        check: { metric, min, window: `${deciding.section.windowHours}h` },
        severity,
        source: objective.source,
        ...told,
        baseline: min,
        observed: value === null ? null : (0,src/* roundJudged */.KH)(value),
        effect: value === null ? null : effectOf(trial, value),
        method: "binomial-exact",
        p: p === null ? null : (0,src/* roundJudged */.KH)(p),
        pAdjusted: deciding.pAdjusted === null ? null : (0,src/* roundJudged */.KH)(deciding.pAdjusted),
        n: counted.trials,
        requiredN: told.outcome === "inconclusive" ? rowsToSettle(trial, deciding.blocking) : null,
        why: `${judge_windows_tellSeen(trial, value)}; ${told.why}.`,
    });
}
function effectOf({ objective: { metric }, counted }, value) {
    const { low, high, confidence } = (0,statistics_src/* wilsonInterval */.YV)({ ...counted, confidence: 0.95 });
    return {
        kind: "value",
        value: (0,src/* roundJudged */.KH)(value),
        low: (0,src/* roundJudged */.KH)(toMetric(metric, low)),
        high: (0,src/* roundJudged */.KH)(toMetric(metric, high)),
        confidence,
    };
}
function settle({ counted, coverage, objective }, { outcome, section }) {
    if (coverage < section.coverage) {
        const why = `too few labels have come to judge it, wanted ${100 * section.coverage} %`;
        const remedy = "Judge it again when the labels have come, or lower `coverage` on the base branch first.";
        return { outcome: "inconclusive", reason: "labels-late", why, remedy };
    }
    if (counted.trials === 0) {
        const why = `no labelled row says anything about ${objective.metric}`;
        return { outcome: "not-evaluable", reason: "zero-denominator", why, remedy: "Widen the window." };
    }
    if (outcome === "pass")
        return { outcome, reason: null, why: "the objective is met", remedy: null };
    if (outcome === "fail") {
        const remedy = "Find what changed in the rows of this window; retrain if it is the world.";
        return { outcome, reason: null, why: "below the objective, and not noise", remedy };
    }
    const why = "below the objective, but noise could do that";
    return { outcome, reason: "not-significant", why, remedy: "Widen the window, or wait for more rows." };
}
function judge_windows_tellSeen({ objective, window, counted, coverage }, value) {
    const interval = (0,statistics_src/* wilsonInterval */.YV)({ ...counted, confidence: 0.95 });
    const bounds = [interval.low, interval.high].map((bound) => toMetric(objective.metric, bound).toFixed(3));
    const seen = value === null ? "has no value" : `is ${value.toFixed(3)} (95 % ${bounds.join(" … ")})`;
    const share = `${(100 * coverage).toFixed(1)} % of its ${window.rows} predictions labelled`;
    return `${objective.metric} from ${sayTime(window.first)} to ${sayTime(window.last)} ${seen}, wanted at least ${objective.min}; ${share}`;
}
/** From which trials on this shortfall is itself significant. */
function rowsToSettle({ objective: { metric, min }, counted }, blocking) {
    const against = toProportion(metric, min);
    const gap = against - counted.successes / counted.trials;
    if (!(gap > 0))
        return null;
    const standardError = Math.sqrt((against * (1 - against)) / counted.trials);
    const rows = (0,statistics_src/* requiredN */.ij)({ n: counted.trials, standardError, limit: gap, blocking });
    return rows !== null && rows > counted.trials ? rows : null;
}
/** ISO 8601 without the seconds' fraction, UTC. */
function sayTime(seconds) {
    return `${new Date(Math.round(seconds) * 1000).toISOString().slice(0, 19)}Z`;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/performance/index.js










// EXTERNAL MODULE: ./build/node_modules/@ml-gates/queries/src/index.js + 41 modules
var queries_src = __webpack_require__(21367);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/plan-columns.js
/**
 * Which columns two tables are compared in, and what each is judged as.
 *
 * @module
 */


/**
 * Every column of either table that is to be judged.
 *
 * @example
 * planColumns({ reference: { columns: [] }, current: { columns: [] }, columns: { include: null, exclude: [], kinds: {}, critical: [], label: null, predictions: [] }, apart: [] }); // => []
 */
function planColumns(tables) {
    const { reference, current, columns, apart } = tables;
    const names = [...new Set([...reference.columns, ...current.columns].map(({ name }) => name))];
    return names
        .filter((name) => columns.include === null || columns.include.includes(name) || isTarget(columns, name))
        .filter((name) => !columns.exclude.includes(name) && !apart.includes(name))
        .map((name) => planColumn(name, tables));
}
/**
 * Names under `drift` that neither table has.
 *
 * @example
 * findUnknownNames(["agee"], [{ columns: [{ name: "age", family: "integer", sqlType: "BIGINT" }] }])[0]?.remedy; // => "Did you mean `age`?"
 */
function findUnknownNames(names, tables) {
    const known = tables.flatMap(({ columns }) => columns.map(({ name }) => name));
    return [...new Set(names)]
        .filter((name) => !known.includes(name))
        .map((name) => {
        const near = (0,src/* nearestWord */.zZ)(name, known);
        return {
            message: `\`drift\` names the column ${(0,src/* quote */.hD)(name)}, which the data do not have.`,
            remedy: near === null ? "Correct or remove the name." : `Did you mean \`${near}\`?`,
        };
    });
}
function isTarget({ label, predictions }, name) {
    return label === name || predictions.includes(name);
}
function roleOf({ label, predictions }, name) {
    if (label === name)
        return "label";
    return predictions.includes(name) ? "prediction" : "feature";
}
function planColumn(name, { reference, current, columns }) {
    const role = roleOf(columns, name);
    const left = reference.columns.find((column) => column.name === name);
    const right = current.columns.find((column) => column.name === name);
    if (left === undefined || right === undefined)
        return tellAbsent(name, role, left === undefined);
    const declared = columns.kinds[name];
    const kinds = declared === undefined ? sharedKinds(left, right) : [declared];
    const options = kinds.flatMap((kind) => optionOf(kind, left, right) ?? []);
    if (options.length > 0)
        return { name, role, options };
    const isSame = left.family === right.family;
    return {
        name,
        role,
        reason: isSame ? "type-unsupported" : "type-differs",
        why: isSame
            ? `${name} is of type ${left.sqlType}, which cannot be judged${kinds[0] ? ` as ${kinds[0]}` : ""}.`
            : `${name} is of type ${left.sqlType} in the reference and ${right.sqlType} in the current data.`,
        remedy: isSame
            ? "Exclude the column, or name a kind its type has under `drift.columns.kinds`."
            : "Write the column with one type, or declare it `categorical` under `drift.columns.kinds`.",
    };
}
function tellAbsent(name, role, isAdded) {
    return {
        name,
        role,
        reason: isAdded ? "column-added" : "column-missing",
        why: isAdded
            ? `${name} is in the current data, but not in the reference.`
            : `${name} is in the reference, but not in the current data.`,
        remedy: isAdded
            ? "Exclude the column, or take a reference that has it."
            : "Restore the column, or exclude it under `drift.columns.exclude`.",
    };
}
const KINDS = {
    integer: ["numeric", "categorical"],
    float: ["numeric"],
    boolean: ["boolean"],
    text: ["categorical", "text"],
    date: ["datetime"],
    timestamp: ["datetime"],
    other: [],
};
/** Of types that are alike: 1 and "1" could both be categories, but one of them is a mistake. */
function sharedKinds(reference, current) {
    const [left, right] = [KINDS[reference.family], KINDS[current.family]];
    return left[0] === right[0] ? left : [];
}
/** Families whose values can be read as a kind. Whatever can be written as text can be a category. */
const FAMILIES = {
    numeric: ["integer", "float"],
    boolean: ["boolean"],
    text: ["text"],
    datetime: ["date", "timestamp", "text"],
    categorical: ["integer", "float", "boolean", "text", "date", "timestamp"],
};
function optionOf(kind, reference, current) {
    const families = FAMILIES[kind];
    if (!families.includes(reference.family) || !families.includes(current.family))
        return null;
    const measured = (column) => kind === "categorical" || kind === "boolean" ? (0,queries_src/* categoryColumn */.dv)(column) : (0,queries_src/* numberColumn */.sA)(column, kind);
    const whole = kind === "text" || (reference.family === "integer" && current.family === "integer");
    return { kind, reference: measured(reference), current: measured(current), whole };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/summarize.js
const WORST_FIRST = [
    { outcome: "fail", one: "check has drifted", many: "checks have drifted" },
    { outcome: "not-evaluable", one: "check cannot be evaluated", many: "checks cannot be evaluated" },
    { outcome: "inconclusive", one: "check is open", many: "checks are open" },
];
/**
 * One sentence: how many of the checks drifted, cannot be evaluated or are open, and the first of the worst.
 *
 * @example
 * summarizeDrift([]); // => "nothing was compared"
 */
function summarizeDrift(findings) {
    if (findings.length === 0)
        return "nothing was compared";
    const worst = WORST_FIRST.map((each) => ({
        ...each,
        found: findings.filter(({ outcome }) => outcome === each.outcome),
    })).find(({ found }) => found.length > 0);
    if (worst === undefined)
        return `no drift in ${findings.length} checks`;
    const { found, one, many } = worst;
    const [first] = found.toSorted((left, right) => Number(right.severity === "block") - Number(left.severity === "block"));
    return `${found.length} of ${findings.length} ${found.length === 1 ? one : many}: ${first?.why ?? ""}`;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/drift/src/index.js



















// EXTERNAL MODULE: ./build/node_modules/@ml-gates/runner/src/index.js + 53 modules
var runner_src = __webpack_require__(19082);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/detect-drift/src/compare-features.js
/**
 * Joins offline and online feature values and judges their skew.
 *
 * @module
 */



/** @throws EvidenceError when a file cannot be read, lacks a column, or the files cannot be joined. */
async function compareFeatures(engine, section) {
    const offline = await engine.open({ path: section.offline });
    const online = await engine.open({ path: section.online });
    const { key, featureTime, labelTime, tolerance } = section;
    const named = [key, ...(section.columns ?? [])];
    const times = featureTime === null || labelTime === null ? null : { featureTime, labelTime };
    refuse([
        ...findUnknownNames([...named, ...Object.values(times ?? {})], [offline]),
        ...findUnknownNames(named, [online]),
    ]);
    const shared = offline.columns
        .map(({ name }) => name)
        .filter((name) => name !== key && online.columns.some((column) => column.name === name));
    const plan = (0,queries_src/* planSkew */.YD)({ offline, online, key, tolerance, columns: section.columns ?? shared });
    const facts = plan.read(await engine.query(plan.sql));
    refuse(findSkewProblems(section, facts));
    const late = times === null ? null : (0,queries_src/* planLeakage */.oL)(offline, times);
    const leakage = late === null ? null : late.read(await engine.query(late.sql));
    return {
        findings: judgeSkew(section, facts, leakage),
        evidence: [
            { role: "offline", uri: section.offline, digest: offline.digest, version: null, rows: offline.rows },
            { role: "online", uri: section.online, digest: online.digest, version: null, rows: online.rows },
        ],
    };
}
function refuse(problems) {
    if (problems.length > 0)
        throw new src/* EvidenceError */.oe(problems);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/detect-drift/src/add-clusters.js


const MOST_BINS = 50;
/** @throws EvidenceError when there are too many clusters to deal out, or too few. */
async function addClusters(engine, tables, { cluster, counted }) {
    if (cluster === null || counted.distributions.length === 0)
        return counted;
    const bins = counted.distributions.map(add_clusters_binsOf);
    const count = async (side) => {
        const columns = counted.distributions.map(({ name }, index) => {
            const option = counted.settled.find((column) => column.name === name)?.option;
            if (option === undefined)
                throw new RangeError(`${name} was counted but not settled`);
            return { column: option[side], bins: bins[index] ?? [] };
        });
        const column = tables[side].columns.find(({ name }) => name === cluster);
        if (column === undefined)
            throw new RangeError(`the table has no column ${cluster}`);
        const plan = (0,queries_src/* planClusterCounts */.Ep)({ table: tables[side], cluster: (0,queries_src/* categoryColumn */.dv)(column), columns });
        return plan.read(await engine.query(plan.sql));
    };
    const sides = { reference: await count("reference"), current: await count("current") };
    const keys = [...new Set([...sides.reference.keys(), ...sides.current.keys()])].sort();
    refuseTooMany(cluster, keys.length);
    return {
        ...counted,
        distributions: counted.distributions.map((distribution, index) => ({
            ...distribution,
            clusters: keys.map((key) => add_clusters_rowsOf(sides, key, index)),
        })),
    };
}
function add_clusters_rowsOf(sides, key, index) {
    return {
        reference: sides.reference.get(key)?.[index] ?? [],
        current: sides.current.get(key)?.[index] ?? [],
    };
}
/** Every category; of numbers at most 50 upper edges, spread by rank. */
function add_clusters_binsOf({ numbers, categories }) {
    if (numbers === null)
        return categories?.categories ?? [];
    const { values } = numbers;
    if (values.length <= MOST_BINS)
        return values;
    const edges = Array.from({ length: MOST_BINS }, (_, bin) => values[Math.ceil(((bin + 1) * values.length) / MOST_BINS) - 1] ?? 0);
    return [...new Set(edges)];
}
function refuseTooMany(cluster, clusters) {
    if (clusters <= queries_src/* MOST_CLUSTERS */.IJ)
        return;
    const message = `${(0,src/* quote */.hD)(cluster)} has more than ${queries_src/* MOST_CLUSTERS */.IJ} clusters: dealing them out anew would take too long.`;
    const remedy = "Name a coarser cluster, such as the day, or none: so many clusters behave almost as single rows do.";
    throw new src/* EvidenceError */.oe([{ message, remedy }]);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/detect-drift/src/classify-rows.js
/**
 * Samples rows of both sides and measures how well a model tells them apart.
 *
 * @module
 */


const SAMPLED_ROWS = 5000;
/** Of the columns that could be counted; null where there are none. Every n-th row, so the answer is the same each time. */
async function classifyRows(engine, tables, counted) {
    const names = new Set(counted?.distributions.flatMap(({ name, role }) => (role === "feature" ? [name] : [])));
    const columns = (counted?.settled ?? []).filter(({ name }) => names.has(name));
    if (columns.length === 0)
        return null;
    const sample = async (side) => {
        const table = tables[side];
        const every = Math.max(1, Math.floor(table.rows / SAMPLED_ROWS));
        const plan = (0,queries_src/* planRowSample */.Cu)({ table, columns: columns.map(({ option }) => option[side]), every });
        return plan.read(await engine.query(plan.sql));
    };
    const [reference, current] = [await sample("reference"), await sample("current")];
    return measureDomainAuc(columns.map(({ name }, index) => ({
        name,
        values: [...(reference[index] ?? []), ...(current[index] ?? [])],
    })), reference[0]?.length ?? 0);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/detect-drift/src/count-columns.js
/**
 * Counts the columns of two tables in SQL: facts first, then distinct values where they can be sorted, bins and
 * categories of all columns in one scan a side.
 *
 * @module
 */


const count_columns_SAMPLED_ROWS = 4000;
/** Runs one statement after the other: each takes the engine's whole memory. */
async function countColumns(engine, counting) {
    const settled = await settleColumns(engine, counting);
    const judged = settled.filter((column) => findUnjudged(column, counting.minimum) === null);
    const numbers = judged.filter(({ option }) => option.reference.scale === "number");
    const categories = judged.filter(({ option }) => option.reference.scale === "category");
    const rowsOf = ({ facts }) => Math.max(facts.reference.present, facts.current.present);
    const sorted = numbers.filter((column) => rowsOf(column) <= counting.mostSorted);
    const binned = numbers.filter((column) => rowsOf(column) > counting.mostSorted);
    const counted = [
        ...(await countSorted(engine, counting, sorted)),
        ...(await countBins(engine, counting, binned)),
        ...(await countCategories(engine, counting, categories)),
    ];
    const byName = new Map(counted.map((distribution) => [distribution.name, distribution]));
    return { settled, distributions: judged.flatMap(({ name }) => byName.get(name) ?? []) };
}
/** Asks both sides the same. */
async function askSides(engine, { reference, current, }) {
    return {
        reference: reference.read(await engine.query(reference.sql)),
        current: current.read(await engine.query(current.sql)),
    };
}
async function settleColumns(engine, { tables, planned }) {
    const options = planned.flatMap((column) => column.options);
    const facts = await askSides(engine, {
        reference: (0,queries_src/* planColumnFacts */.dZ)(tables.reference, options.map(({ reference }) => reference)),
        current: (0,queries_src/* planColumnFacts */.dZ)(tables.current, options.map(({ current }) => current)),
    });
    let at = 0;
    return planned.flatMap((column) => {
        const pairs = column.options.flatMap(() => {
            const [reference, current] = [facts.reference[at], facts.current[at]];
            at += 1;
            return reference === undefined || current === undefined ? [] : [{ reference, current }];
        });
        return settleColumn(column, pairs) ?? [];
    });
}
async function countSorted(engine, { tables }, columns) {
    const counted = [];
    for (const column of columns) {
        const { reference, current } = await askSides(engine, {
            reference: (0,queries_src/* planValueCounts */.P8)(tables.reference, column.option.reference),
            current: (0,queries_src/* planValueCounts */.P8)(tables.current, column.option.current),
        });
        counted.push({ ...describe(column), numbers: pairCounts(reference, current), categories: null });
    }
    return counted;
}
async function countBins(engine, { tables }, columns) {
    if (columns.length === 0)
        return [];
    const everyNth = (side) => ({
        table: tables[side],
        columns: columns.map(({ option }) => option[side]),
        every: Math.max(1, Math.floor(Math.max(...columns.map(({ facts }) => facts[side].rows)) / count_columns_SAMPLED_ROWS)),
    });
    const samples = await askSides(engine, {
        reference: (0,queries_src/* planValueSample */.ff)(everyNth("reference")),
        current: (0,queries_src/* planValueSample */.ff)(everyNth("current")),
    });
    const chosen = columns.map(({ facts, option }, index) => chooseEdges({
        facts,
        whole: option.whole,
        sample: [...(samples.reference[index] ?? []), ...(samples.current[index] ?? [])],
    }));
    const bins = (side) => columns.map(({ option, facts }, index) => ({
        // Looking for infinite values again costs a fifth of the scan.
        column: { ...option[side], infinite: facts[side].infinite > 0 },
        edges: chosen[index]?.edges ?? [],
    }));
    const counts = await askSides(engine, {
        reference: (0,queries_src/* planBinCounts */.Xs)(tables.reference, bins("reference")),
        current: (0,queries_src/* planBinCounts */.Xs)(tables.current, bins("current")),
    });
    return columns.map((column, index) => {
        const { edges = [], exact = false, lowest = 0 } = chosen[index] ?? {};
        const [reference = [], current = []] = [counts.reference[index], counts.current[index]];
        refuseLost(column, { reference, current });
        return {
            ...describe(column),
            numbers: { values: edges, reference, current, exact, lowest },
            categories: null,
        };
    });
}
/** Every finite value lies in a bin, since the last edge is the highest value: anything else is our defect. */
function refuseLost({ name, facts }, counts) {
    for (const side of ["reference", "current"]) {
        const counted = counts[side].reduce((sum, count) => sum + count, 0);
        const present = facts[side].present - facts[side].infinite;
        if (counted !== present)
            throw new RangeError(`${present} values of ${name} were counted as ${counted}`);
    }
}
async function countCategories(engine, { tables }, columns) {
    if (columns.length === 0)
        return [];
    const plan = (side) => (0,queries_src/* planCategoryCounts */.Au)(tables[side], columns.map(({ option }) => option[side]));
    const counts = await askSides(engine, { reference: plan("reference"), current: plan("current") });
    return columns.map((column, index) => ({
        ...describe(column),
        numbers: null,
        categories: pairCategories(counts.reference[index] ?? new Map(), counts.current[index] ?? new Map()),
    }));
}
function describe({ name, role, facts, option }) {
    return { name, role, facts, kind: option.kind, clusters: null };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/detect-drift/src/compare-as-peer.js
/**
 * Counts the columns of two tables the way a peer looks at them: every distinct value, and chunks in file order.
 *
 * @module
 */



/** Counts every column that a peer has a statistic for. */
async function countAsPeer(engine, tables, { peer, planned }) {
    const counting = { tables, planned, minimum: PEER_MINIMUM, mostSorted: Number.POSITIVE_INFINITY };
    const { settled, distributions } = await countColumns(engine, counting);
    const columns = [];
    for (const { name, numbers, categories } of distributions) {
        const option = planned.find((column) => column.name === name)?.options[0];
        const isChunked = peer === "nannyml" && option !== undefined;
        const chunks = isChunked ? await countChunks(engine, tables, option) : null;
        columns.push({ name, numbers, categories, chunks });
    }
    return { columns, settled };
}
async function countChunks(engine, tables, option) {
    const ask = async (side) => {
        const table = tables[side];
        const plan = (0,queries_src/* planChunkCounts */.RV)({ table, column: option[side], size: chunkSize(table.rows) });
        return plan.read(await engine.query(plan.sql)).map((counts) => toChunk(counts, option[side]));
    };
    return { reference: await ask("reference"), current: await ask("current") };
}
function toChunk({ values, counts }, { scale }) {
    return scale === "number"
        ? { numbers: { values: values.map(Number), counts }, categories: null }
        : {
            numbers: null,
            categories: new Map(values.map((value, index) => [String(value), counts[index] ?? 0])),
        };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/detect-drift/src/list-groups.js


const MOST_GROUPS = 50;
/** Groups of either side, by column and then in text order. */
async function listGroups(engine, tables, by) {
    const slices = [];
    for (const name of by) {
        const values = new Set();
        for (const table of [tables.reference, tables.current]) {
            const column = table.columns.find((each) => each.name === name);
            if (column === undefined)
                continue;
            const plan = (0,queries_src/* planCategoryCounts */.Au)(table, [(0,queries_src/* categoryColumn */.dv)(column)]);
            const [counts] = plan.read(await engine.query(plan.sql));
            for (const value of counts?.keys() ?? [])
                values.add(value);
        }
        if (values.size > MOST_GROUPS)
            throw tooManyGroups(name, values.size);
        slices.push(...[...values].sort().map((value) => ({ column: name, value })));
    }
    return slices;
}
function tooManyGroups(name, groups) {
    const message = `${(0,src/* quote */.hD)(name)} has ${groups} groups, more than ${MOST_GROUPS}: no group would have the rows to be judged.`;
    const remedy = `Write a binned column beside it, such as \`floor(${name} / 10) * 10\` in SQL or \`pandas.cut(df["${name}"], 10)\`, and name that under \`by\`.`;
    return new src/* EvidenceError */.oe([{ message, remedy }]);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/detect-drift/src/compare-tables.js
/**
 * Opens reference and current data and counts their columns, over all rows and in each group.
 *
 * @module
 */








/** Up to this many rows a side all distinct values are sorted; beyond, they are counted in bins. */
const MOST_SORTED = 100_000;
/** @throws EvidenceError when a file cannot be read, or lacks a column that is named. */
async function compareTables(engine, section) {
    const tables = {
        reference: await engine.open({ path: section.reference }),
        current: await engine.open({ path: section.current }),
    };
    refuseUnknownNames(section, tables);
    const apart = section.cluster === null ? [] : [section.cluster];
    const columns = planColumns({ ...tables, columns: section.columns, apart });
    const evidence = [
        compare_tables_tell("reference", section.reference, tables.reference),
        compare_tables_tell("current", section.current, tables.current),
    ];
    if (section.compat !== null) {
        const { planned, unplanned } = asPeersSee(columns);
        const counted = await countAsPeer(engine, tables, { peer: section.compat, planned });
        return { peer: section.compat, ...counted, unplanned, evidence };
    }
    const planned = columns.filter((column) => "options" in column);
    const unplanned = columns.filter((column) => !("options" in column));
    const counted = await countGroups(engine, tables, { section, planned });
    const classifier = section.classifier === null ? null : await classifyRows(engine, tables, counted[0]);
    return { peer: null, unplanned, counted, classifier, evidence };
}
/** All rows first, then each group's. */
async function countGroups(engine, tables, { section, planned }) {
    const counting = { minimum: section.minimum, mostSorted: MOST_SORTED };
    const count = async (sides, columns) => addClusters(engine, sides, {
        cluster: section.cluster,
        counted: await countColumns(engine, { ...counting, planned: columns, tables: sides }),
    });
    const counted = [{ slice: null, ...(await count(tables, planned)) }];
    for (const slice of await listGroups(engine, tables, section.by)) {
        const rows = {
            reference: (0,queries_src/* rowsOfGroup */.sn)(tables.reference, slice),
            current: (0,queries_src/* rowsOfGroup */.sn)(tables.current, slice),
        };
        const others = planned.filter(({ name }) => name !== slice.column);
        counted.push({ slice, ...(await count(rows, others)) });
    }
    return counted;
}
function compare_tables_tell(role, uri, { digest, rows }) {
    return { role, uri, digest, version: null, rows };
}
function refuseUnknownNames(section, tables) {
    const { include, exclude, kinds, critical, label, predictions } = section.columns;
    const named = [
        ...(include ?? []),
        ...exclude,
        ...Object.keys(kinds),
        ...critical,
        ...(label === null ? [] : [label]),
        ...predictions,
        ...section.by,
        ...(section.cluster === null ? [] : [section.cluster]),
        ...section.checks.flatMap(({ columns }) => columns ?? []),
    ];
    const everywhere = [...section.by, ...(section.cluster === null ? [] : [section.cluster])];
    const problems = [
        ...findUnknownNames(named, [tables.reference, tables.current]),
        ...findUnknownNames(everywhere, [tables.reference]),
        ...findUnknownNames(everywhere, [tables.current]),
    ];
    if (problems.length > 0)
        throw new src/* EvidenceError */.oe(problems);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/detect-drift/src/inputs.js
/** `config`, `report-dir` and `token` are read by the host. */
const INPUTS = {
    reference: { path: ["drift", "reference"], as: "text" },
    current: { path: ["drift", "current"], as: "text" },
    columns: { path: ["drift", "columns"], as: "yaml" },
    by: { path: ["drift", "by"], as: "list" },
    compat: { path: ["drift", "compat"], as: "text" },
    checks: { path: ["drift", "checks"], as: "yaml" },
    inconclusive: { path: ["inconclusive"], as: "text" },
    engine: { path: ["engine"], as: "yaml" },
};

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/detect-drift/src/judge-performance.js
/**
 * Opens served predictions and their labels and judges performance over time, concept drift and estimates.
 *
 * @module
 */



/** @throws EvidenceError when a file cannot be read, lacks a column, or its rows cannot be told apart. */
async function judgePerformance(engine, section) {
    const { served, reference, evidence } = await openServed(engine, section);
    const ask = async (plan) => plan.read(await engine.query(plan.sql));
    judge_performance_refuse(findServedProblems(section, await ask((0,queries_src/* planServedFacts */.iz)(served))));
    const findings = [];
    if (section.objectives.length > 0) {
        findings.push(...judgeWindows(section, await ask((0,queries_src/* planWindows */.pr)(served, section.windowHours))));
    }
    if (reference !== null) {
        const hasLabels = served.labels !== null || hasColumn(served, section.columns.label);
        if (hasLabels)
            findings.push(await judgeChange(ask, { section, served, reference }));
        if (section.estimate)
            findings.push(...(await estimate(ask, { section, served, reference })));
    }
    return { findings, evidence };
}
/** Strata are the tenths of the reference's scores, or the decisions where there are no scores. */
async function judgeChange(ask, { section, served, reference }) {
    const scores = section.columns.score === null ? null : await ask((0,queries_src/* planScores */.Jy)(reference, "labelled"));
    const edges = scores === null ? null : tenths(scores);
    const before = await ask((0,queries_src/* planErrorsByStratum */.ob)(reference, edges));
    return judgeConcept(section, measureConcept(before, await ask((0,queries_src/* planErrorsByStratum */.ob)(served, edges))));
}
function tenths(scores) {
    const total = scores.reduce((sum, { rows }) => sum + rows, 0);
    const edges = new Set();
    let seen = 0;
    for (const { score, rows } of scores) {
        const before = Math.floor((seen * 10) / total);
        seen += rows;
        if (Math.floor((seen * 10) / total) > before && seen < total)
            edges.add(score);
    }
    return [...edges];
}
async function estimate(ask, { section, served, reference }) {
    const { scores } = section.columns;
    if (scores === null) {
        const labelled = await ask((0,queries_src/* planScores */.Jy)(reference, "labelled"));
        return judgeEstimates(estimateBinary(labelled, await ask((0,queries_src/* planScores */.Jy)(served, "all"))));
    }
    const classes = Object.keys(scores);
    const columns = Object.values(scores);
    const labelled = await ask((0,queries_src/* planClassScores */.$1)(reference, columns));
    return judgeEstimates(estimateMulticlass(labelled, await ask((0,queries_src/* planClassScores */.$1)(served, columns)), classes));
}
async function openServed(engine, section) {
    const { columns } = section;
    const open = async (role, uri) => {
        const table = await engine.open({ path: uri });
        const evidence = { role, uri, digest: table.digest, version: null, rows: table.rows };
        return { table, evidence };
    };
    const predictions = await open("predictions", section.predictions);
    const labels = section.labels === null ? null : await open("labels", section.labels);
    const reference = section.reference === null ? null : await open("reference-predictions", section.reference);
    const scores = [...(columns.score === null ? [] : [columns.score]), ...Object.values(columns.scores ?? {})];
    const decided = [columns.key, columns.prediction, ...scores];
    const needsLabel = section.labels === null && section.objectives.length > 0 ? [columns.label] : [];
    const unknown = (names, table) => table === undefined ? [] : findUnknownNames(names, [table]);
    judge_performance_refuse([
        ...unknown([...decided, ...needsLabel, ...(columns.time === null ? [] : [columns.time])], predictions.table),
        ...unknown([columns.key, columns.label], labels?.table),
        ...unknown([...decided, columns.label], reference?.table),
    ]);
    return {
        served: { predictions: predictions.table, labels: labels?.table ?? null, columns },
        reference: reference === null
            ? null
            : { predictions: reference.table, labels: null, columns: { ...columns, time: null } },
        evidence: [predictions, labels, reference].flatMap((each) => each?.evidence ?? []),
    };
}
function hasColumn({ predictions }, name) {
    return predictions.columns.some((column) => column.name === name);
}
function findServedProblems({ predictions, labels, columns }, facts) {
    const problems = [
        {
            rows: facts.duplicatedKeys,
            path: predictions,
            what: `beyond the first of their ${(0,src/* quote */.hD)(columns.key)}`,
        },
        { rows: facts.duplicatedLabels, path: labels, what: `beyond the first of their ${(0,src/* quote */.hD)(columns.key)}` },
        { rows: facts.undecided, path: predictions, what: `without a ${(0,src/* quote */.hD)(columns.prediction)}` },
        { rows: facts.untimed, path: predictions, what: `without a time in ${(0,src/* quote */.hD)(columns.time)}` },
    ];
    return problems
        .filter(({ rows }) => rows > 0)
        .map(({ rows, path, what }) => ({
        message: `${(0,src/* quote */.hD)(path)} has ${rows} rows ${what}.`,
        remedy: "Give one complete row an example, or leave these rows out and say so.",
    }));
}
function judge_performance_refuse(problems) {
    if (problems.length > 0)
        throw new src/* EvidenceError */.oe(problems);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/detect-drift/src/detect-drift.js
/**
 * detect-drift: has the data, the label or the prediction moved away from the reference?
 *
 * This file wires and decides nothing: parse, gather, judge; the boundary tells.
 *
 * @module
 */







/** Has the current data moved away from the reference? */
const detectDrift = { id: "detect-drift", inconclusive: "warn", run };
async function run(host) {
    const gate = await (0,runner_src/* readGate */.cw)(host, INPUTS);
    const section = requireSection(gate.file);
    const engine = await (0,runner_src/* openEngine */.F5)(host, gate.file.engine);
    try {
        const { findings, measurements, evidence } = await judgeParts(engine, section);
        return {
            inconclusive: gate.file.inconclusive,
            outputs: { retrain: String(asksRetraining(section, findings)) },
            judgements: [
                {
                    gate: { id: "detect-drift", key: gate.file.model, mode: "screen" },
                    summary: summarizeDrift(findings),
                    subject: gate.subject,
                    policy: gate.policy,
                    evidence,
                    findings,
                    measurements,
                },
            ],
        };
    }
    finally {
        engine.close();
    }
}
/** One part after the other: each takes the engine's whole memory. */
async function judgeParts(engine, section) {
    const columns = await judgeColumns(engine, section);
    const skew = section.skew === null ? null : await compareFeatures(engine, section.skew);
    const { performance } = section;
    const judged = performance === null ? null : await judgePerformance(engine, performance);
    const parts = [columns, skew, judged].filter((part) => part !== null);
    return {
        findings: parts.flatMap(({ findings }) => findings),
        evidence: parts.flatMap(({ evidence }) => evidence),
        measurements: columns?.measurements ?? null,
    };
}
async function judgeColumns(engine, section) {
    const { reference, current } = section;
    if (reference === null || current === null)
        return null;
    const compared = await compareTables(engine, { ...section, reference, current });
    const judged = compared.peer === null ? judgeDrift(section, compared) : judgePeer(compared.peer, compared, section);
    return { ...judged, evidence: compared.evidence };
}
function requireSection({ drift }) {
    if (drift !== null)
        return drift;
    const message = "The gate file has no `drift`, and no input stands for it: there is nothing to compare.";
    const remedy = "Add `drift` with `reference` and `current`, or the inputs of these names.";
    throw new src/* InputError */.dz([{ message, remedy }]);
}


/***/ })

};
