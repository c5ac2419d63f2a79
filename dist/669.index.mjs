export const id = 669;
export const ids = [669];
export const modules = {

/***/ 75669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  assessFairness: () => (/* binding */ assessFairness)
});

// EXTERNAL MODULE: ./build/node_modules/@ml-gates/statistics/src/index.js + 37 modules
var src = __webpack_require__(49609);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/measure-contrast.js
/**
 * One rate of two groups: how far apart, how sure, and whether the gap could be noise.
 *
 * @module
 */

/** Of every interval that is judged. */
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
        ? foldRatio((0,src/* ratioInterval */.zr)({ ...pair, confidence: CONFIDENCE }))
        : foldDifference((0,src/* newcombeInterval */.QW)({ ...pair, confidence: CONFIDENCE }));
    return {
        rate,
        group: { value: a, trials: group.trials },
        reference: { value: b, trials: reference.trials },
        change: null,
        value,
        interval: widen(interval, value),
        ...testProportions(pair),
        standardError: pooledError(pair),
    };
}
/** Effective numbers of weighted rows are no whole numbers, which Fisher's test needs: they are rounded for the test. */
function testProportions({ a, b }) {
    return (0,src/* twoProportionTest */.jQ)({ a: rounded(a), b: rounded(b) });
}
function rounded({ successes, trials }) {
    const whole = Math.max(1, Math.round(trials));
    return { successes: Math.min(whole, Math.round((successes / trials) * whole)), trials: whole };
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
const selected = {
    denominator: countSelected,
    unit: "rows decided positively",
    empty: "none-selected",
};
const rejected = {
    denominator: ({ falseNegatives, trueNegatives }) => falseNegatives + trueNegatives,
    unit: "rows decided negatively",
    empty: "all-selected",
};
/** Rates by the names of fairlearn and scikit-learn, those of AIF360 and aequitas beside them, all in 0..1. */
const RATES = {
    selection_rate: { ...rows, numerator: countSelected },
    true_positive_rate: { ...positives, numerator: ({ truePositives }) => truePositives },
    false_positive_rate: { ...negatives, numerator: ({ falsePositives }) => falsePositives },
    true_negative_rate: { ...negatives, numerator: ({ trueNegatives }) => trueNegatives },
    false_negative_rate: { ...positives, numerator: ({ falseNegatives }) => falseNegatives },
    accuracy: { ...rows, numerator: ({ truePositives, trueNegatives }) => truePositives + trueNegatives },
    zero_one_loss: {
        ...rows,
        numerator: ({ falsePositives, falseNegatives }) => falsePositives + falseNegatives,
    },
    base_rate: { ...rows, numerator: countPositives },
    precision: { ...selected, numerator: ({ truePositives }) => truePositives },
    false_discovery_rate: { ...selected, numerator: ({ falsePositives }) => falsePositives },
    false_omission_rate: { ...rejected, numerator: ({ falseNegatives }) => falseNegatives },
    negative_predictive_value: { ...rejected, numerator: ({ trueNegatives }) => trueNegatives },
};
/** The names of all rates. */
const RATE_NAMES = Object.keys(RATES);
/**
 * A rate as successes out of trials; `trials` may be 0. With the sums of squared weights both are effective numbers:
 * trials are (Σw)² / Σw² of the denominator's rows (Kish 1965), and the share is the weighted one.
 *
 * @example
 * countRate("true_positive_rate", { truePositives: 3, falsePositives: 9, falseNegatives: 1, trueNegatives: 9 }); // => { successes: 3, trials: 4 }
 * countRate("accuracy", { truePositives: 2, falsePositives: 2, falseNegatives: 0, trueNegatives: 0 }, { truePositives: 4, falsePositives: 4, falseNegatives: 0, trueNegatives: 0 }); // => { successes: 1, trials: 2 }
 */
function countRate(name, counts, squares = counts) {
    const { numerator, denominator } = RATES[name];
    const [share, weight, square] = [numerator(counts), denominator(counts), denominator(squares)];
    if (weight === square || weight === 0)
        return { successes: share, trials: weight };
    const trials = (weight * weight) / square;
    return { successes: (share / weight) * trials, trials };
}
/**
 * A rate in 0..1; null when its denominator is 0, where fairlearn says 0.
 *
 * @example
 * measureRate("accuracy", { truePositives: 1, falsePositives: 0, falseNegatives: 0, trueNegatives: 1 }); // => 1
 * measureRate("true_positive_rate", { truePositives: 0, falsePositives: 1, falseNegatives: 0, trueNegatives: 1 }); // => null
 */
function measureRate(name, counts) {
    const { numerator, denominator } = RATES[name];
    const trials = denominator(counts);
    return trials === 0 ? null : numerator(counts) / trials;
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

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/adverse-impact.js
/**
 * The four-fifths rule's companions: what a ratio of selection rates comes to in people, and how little would turn it.
 *
 * A rule of thumb of employment selection (29 CFR 1607.4 D), and no verdict of law.
 *
 * @module
 */


/** Whether a limit is one on the ratio of selection rates. */
function isFourFifths({ disparity: { rates, comparison }, judges, }) {
    return (judges === "between" && comparison === "ratio" && rates.length === 1 && rates[0] === "selection_rate");
}
/**
 * The companions of one group against the reference, both with rows.
 *
 * @example
 * measureAdverseImpact({ counts: { truePositives: 12, falsePositives: 0, falseNegatives: 28, trueNegatives: 0 } }, { counts: { truePositives: 48, falsePositives: 0, falseNegatives: 32, trueNegatives: 0 } }, 0.8).shortfall; // => 8
 */
function measureAdverseImpact(group, reference, limit) {
    const [own, other] = [
        countRate("selection_rate", group.counts),
        countRate("selection_rate", reference.counts),
    ];
    const pooled = (own.successes + other.successes) / (own.trials + other.trials);
    const [a, b] = [own.successes / own.trials, other.successes / other.trials];
    const effective = {
        a: countRate("selection_rate", group.counts, group.squares),
        b: countRate("selection_rate", reference.counts, reference.squares),
    };
    const error = Math.sqrt(pooled * (1 - pooled) * (1 / effective.a.trials + 1 / effective.b.trials));
    const [lower, upper] = a <= b ? [own, other] : [other, own];
    const moved = (lower.successes + 1) / lower.trials / (Math.max(0, upper.successes - 1) / upper.trials);
    const ratio = Math.min(a, b) / Math.max(a, b);
    return {
        impactRatio: b === 0 ? null : a / b,
        shortfall: own.trials * pooled - own.successes,
        z: error === 0 ? null : (a - b) / error,
        ...testProportions(effective),
        flipFlop: ratio < limit && moved >= limit,
    };
}
/** In a sentence. */
function sayAdverseImpact({ shortfall, flipFlop }, breached) {
    const people = Math.abs(shortfall).toFixed(1);
    const sentence = ` That is ${people} selections ${shortfall < 0 ? "more" : "fewer"} than at the rate of both groups together`;
    if (!breached)
        return `${sentence}: within the limit, and not noise.`;
    return flipFlop ? `${sentence}; one selection moved between them would meet the limit.` : `${sentence}.`;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/calibration.js
/** The mean of |N(0, 1)|. */
const FOLDED = Math.sqrt(2 / Math.PI);
/**
 * The expected calibration error over bins of equal width: Σ (bin's share) · |mean score - share of positives| (Guo et al. 2017),
 * in 0..1, 0 is perfect. `noise` is what bins as small as these would show of perfect scores. Null without rows.
 *
 * @example
 * measureCalibration([{ bin: 2, weight: 4, square: 4, scores: 1, positives: 2, gap: -1, gapSquared: 1 }]).value; // => 0.25
 */
function measureCalibration(bins) {
    const weight = bins.reduce((sum, bin) => sum + bin.weight, 0);
    const square = bins.reduce((sum, bin) => sum + bin.square, 0);
    if (weight === 0)
        return null;
    const parts = bins.filter((bin) => bin.weight > 0).map((bin) => measureBin(bin, weight));
    const value = parts.reduce((sum, { error }) => sum + error, 0);
    // One sign for each bin makes the error a mean; its variance is that of the gaps within the bins.
    const variance = parts.reduce((sum, part) => sum + part.variance, 0);
    const noise = parts.reduce((sum, part) => sum + FOLDED * Math.sqrt(part.variance), 0);
    return {
        value,
        trials: (weight * weight) / square,
        standardError: Math.sqrt(variance),
        proportion: null,
        noise: Math.min(value, noise),
    };
}
function measureBin({ weight, square, scores, positives, gap, gapSquared }, total) {
    const mean = (scores - positives) / weight;
    const spread = Math.max(0, gapSquared - 2 * mean * gap + mean * mean * square);
    return { error: Math.abs(scores - positives) / total, variance: spread / (total * total) };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/delta-method.js
const STEP = 1e-6;
/** sqrt(gᵀ C g), with the gradient g by central differences. */
function deltaError(measure, rows) {
    const names = Object.keys(rows.means);
    const gradient = names.map((name) => slopeOf(measure, rows, name));
    let variance = 0;
    names.forEach((left, i) => {
        names.forEach((right, j) => {
            variance += (gradient[i] ?? 0) * (gradient[j] ?? 0) * rows.covariance(left, right);
        });
    });
    return Math.sqrt(Math.max(0, variance));
}
function slopeOf(measure, { means }, name) {
    const at = means[name] ?? 0;
    const step = STEP * Math.max(1, Math.abs(at));
    const [above, below] = [at + step, at - step].map((value) => measure({ ...means, [name]: value }));
    if (above === undefined || above === null || below === undefined || below === null)
        return 0;
    return (above - below) / (2 * step);
}
/** Moments as the engine gave them. */
function meansOfMoments({ means, covariances }) {
    return {
        means,
        covariance: (left, right) => covariances[`${left} ${right}`] ?? covariances[`${right} ${left}`] ?? 0,
    };
}
/** Shares of a confusion table's cells. */
function meansOfCounts(counts, squares) {
    const cells = Object.keys(counts).map((name) => ({
        name,
        weight: counts[name],
        square: squares[name],
    }));
    return meansOfCells(cells);
}
/** Shares of the eight cells of label, candidate and baseline. */
function meansOfPairs(pairs) {
    return meansOfCells(pairs.map(({ label, candidate, baseline, weight, square }) => ({
        name: pairedName({ label, candidate, baseline }),
        weight,
        square,
    })));
}
/** What a cell's share is called. */
function pairedName({ label, candidate, baseline, }) {
    return [label, candidate, baseline].map(Number).join("");
}
/** Of indicators: Σw²(x - p)(y - q) / W², where no row lies in two cells. */
function meansOfCells(cells) {
    const total = cells.reduce((sum, { weight }) => sum + weight, 0);
    const squares = cells.reduce((sum, { square }) => sum + square, 0);
    const byName = new Map(cells.map((cell) => [cell.name, cell]));
    const shareOf = (name) => (byName.get(name)?.weight ?? 0) / total;
    const squareOf = (name) => byName.get(name)?.square ?? 0;
    return {
        means: Object.fromEntries(cells.map(({ name }) => [name, shareOf(name)])),
        covariance: (left, right) => {
            const [p, q] = [shareOf(left), shareOf(right)];
            const own = left === right ? squareOf(left) : 0;
            return (own - p * squareOf(right) - q * squareOf(left) + p * q * squares) / (total * total);
        },
    };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/entropy.js
/**
 * The generalized entropy index (Speicher et al. 2018) of the benefits b = 1 + decision - label, which are 0, 1 or 2:
 * mean((b/μ)^α - 1) / (α(α - 1)), at α = 1 Theil's index mean((b/μ) ln(b/μ)). 0 is equality. Null without rows, and when nobody
 * has any benefit.
 *
 * @example
 * generalizedEntropy({ truePositives: 5, falsePositives: 0, falseNegatives: 0, trueNegatives: 5 }, 2); // => 0
 * generalizedEntropy({ truePositives: 0, falsePositives: 1, falseNegatives: 1, trueNegatives: 0 }, 2); // => 0.5
 */
function generalizedEntropy(counts, alpha) {
    const { truePositives, falsePositives, falseNegatives, trueNegatives } = counts;
    const n = truePositives + falsePositives + falseNegatives + trueNegatives;
    const benefits = [
        [0, falseNegatives / n],
        [1, (truePositives + trueNegatives) / n],
        [2, falsePositives / n],
    ];
    const mean = benefits.reduce((sum, [benefit, share]) => sum + benefit * share, 0);
    if (!(n > 0) || mean === 0)
        return null;
    return benefits.reduce((sum, [benefit, share]) => sum + share * unequal(benefit / mean, alpha), 0);
}
function unequal(relative, alpha) {
    if (alpha === 1)
        return relative === 0 ? 0 : relative * Math.log(relative);
    return (relative ** alpha - 1) / (alpha * (alpha - 1));
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/measures.js




function ofRate(name) {
    const { unit, empty } = RATES[name];
    return {
        needs: "decisions",
        unit,
        empty,
        range: "unit",
        trials: ({ counts, squares }) => countRate(name, counts, squares).trials,
        estimate: ({ counts, squares }) => {
            const value = measureRate(name, counts);
            if (value === null)
                return null;
            const proportion = countRate(name, counts, squares);
            const standardError = Math.sqrt((value * (1 - value)) / proportion.trials);
            return { value, trials: proportion.trials, standardError, proportion, noise: 0 };
        },
        of: (shares) => measureRate(name, shares),
    };
}
/** A smooth function of the confusion table; its denominators are those of the rates it is made of. */
function ofTable(rates, of, range = "unit") {
    const trials = ({ counts, squares }) => Math.min(...rates.map((rate) => countRate(rate, counts, squares).trials));
    const ofShares = (shares) => of(shares);
    return {
        needs: "decisions",
        unit: rates.map((rate) => RATES[rate].unit).at(-1) ?? "rows",
        empty: RATES[rates[0]].empty,
        range,
        trials,
        estimate: (rows) => {
            const value = trials(rows) === 0 ? null : of(rows.counts);
            if (value === null)
                return null;
            const standardError = deltaError(ofShares, meansOfCounts(rows.counts, rows.squares));
            return { value, trials: trials(rows), standardError, proportion: null, noise: 0 };
        },
        of: ofShares,
    };
}
function meanOfRates(rates) {
    return ofTable(rates, (counts) => {
        const [first, second] = rates.map((rate) => measureRate(rate, counts));
        return first === null || second === null || first === undefined || second === undefined
            ? null
            : (first + second) / 2;
    });
}
function ofMoments(family, of, range) {
    const momentsOf = ({ moments }) => moments[family] ?? null;
    return {
        needs: family,
        unit: "rows",
        empty: "no-rows",
        range,
        trials: (rows) => momentsOf(rows)?.effective ?? 0,
        estimate: (rows) => {
            const moments = momentsOf(rows);
            const value = moments === null ? null : of(moments.means);
            if (moments === null || value === null)
                return null;
            const standardError = deltaError(of, meansOfMoments(moments));
            return { value, trials: moments.effective, standardError, proportion: null, noise: 0 };
        },
        of,
    };
}
const mean = (name) => (means) => means[name] ?? null;
function means(family, names) {
    return Object.fromEntries(Object.entries(names).map(([name, range]) => [name, ofMoments(family, mean(name), range)]));
}
/** 1 - squared error / variance of the label. */
const determination = (found) => {
    const label = found["label"] ?? 0;
    const variance = (found["squared_label"] ?? 0) - label * label;
    return variance > 0 ? 1 - (found["mean_squared_error"] ?? 0) / variance : null;
};
const CALIBRATION = {
    needs: "bins",
    unit: "rows",
    empty: "no-rows",
    range: "unit",
    trials: ({ bins }) => measureCalibration(bins)?.trials ?? 0,
    estimate: ({ bins }) => measureCalibration(bins),
    of: null,
};
const AREA = {
    needs: "areas",
    unit: "rows with the rarer label",
    empty: "no-positives",
    range: "unit",
    trials: ({ area }) => area?.rarer ?? 0,
    estimate: ({ area }) => {
        if (area === null || area.area === null)
            return null;
        const standardError = Math.sqrt(area.variance);
        return { value: area.area, trials: area.rarer, standardError, proportion: null, noise: 0 };
    },
    of: null,
};
const F1 = ofTable(["true_positive_rate"], ({ truePositives, falsePositives, falseNegatives }) => {
    const both = 2 * truePositives + falsePositives + falseNegatives;
    return both === 0 ? null : (2 * truePositives) / both;
});
/** Every measure by name. */
const MEASURES = new Map([
    ...RATE_NAMES.map((name) => [name, ofRate(name)]),
    ["balanced_accuracy", meanOfRates(["true_positive_rate", "true_negative_rate"])],
    ["f1", F1],
    ["average_odds", meanOfRates(["true_positive_rate", "false_positive_rate"])],
    ["average_predictive_value", meanOfRates(["precision", "false_omission_rate"])],
    ["generalized_entropy_index", ofTable(["accuracy"], (counts) => generalizedEntropy(counts, 2), "positive")],
    ["theil_index", ofTable(["accuracy"], (counts) => generalizedEntropy(counts, 1), "positive")],
    [
        "coefficient_of_variation",
        ofTable(["accuracy"], (counts) => {
            const entropy = generalizedEntropy(counts, 2);
            return entropy === null ? null : Math.sqrt(2 * Math.max(0, entropy));
        }, "positive"),
    ],
    ...Object.entries({
        ...means("values", {
            mean_prediction: "signed",
            mean_error: "signed",
            mean_absolute_error: "positive",
            mean_squared_error: "positive",
        }),
        ...means("scores", {
            mean_score: "unit",
            calibration_in_the_large: "signed",
            brier_score_loss: "unit",
            log_loss: "positive",
        }),
        ...means("ranks", { exposure: "unit", selection_at_k: "unit" }),
    }),
    ["r2", ofMoments("values", determination, "signed")],
    ["expected_calibration_error", CALIBRATION],
    ["roc_auc", AREA],
]);
/** The measure of that name; a name that is not in the table is our defect. */
function findMeasure(name) {
    const measure = MEASURES.get(name);
    if (measure === undefined)
        throw new RangeError(`${name} is not measured`);
    return measure;
}
/**
 * A measure's value in a group; null where it has none.
 *
 * @example
 * measureValue("balanced_accuracy", { counts: { truePositives: 3, falsePositives: 0, falseNegatives: 1, trueNegatives: 4 }, squares: { truePositives: 3, falsePositives: 0, falseNegatives: 1, trueNegatives: 4 } }); // => 0.875
 */
function measureValue(name, rows) {
    return findMeasure(name).estimate(rows)?.value ?? null;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/aggregates.js


/**
 * `MetricFrame.difference`: the largest distance from the smallest value, or from the value of all rows; NaN are skipped.
 *
 * @example
 * aggregateDifference({ byGroup: [0.2, 0.5, NaN], overall: 0.4 }, "to_overall"); // => 0.2
 */
function aggregateDifference({ byGroup, overall }, method) {
    const known = byGroup.filter((value) => !Number.isNaN(value));
    const subtract = method === "between_groups" ? Math.min(...known) : overall;
    return known.length === 0 ? Number.NaN : Math.max(...known.map((value) => Math.abs(value - subtract)));
}
/**
 * `MetricFrame.ratio`: smallest / largest, or the smallest of the values' ratios to that of all rows, each folded to
 * at most 1; 0 / 0 is NaN, and skipped among ratios to all rows.
 *
 * @example
 * aggregateRatio({ byGroup: [0.2, 0.5], overall: 0.4 }, "to_overall"); // => 0.5
 */
function aggregateRatio({ byGroup, overall }, method) {
    const known = byGroup.filter((value) => !Number.isNaN(value));
    if (method === "between_groups")
        return Math.min(...known) / Math.max(...known);
    const folded = known
        .map((value) => value / overall)
        .map((ratio) => (ratio > 1 ? 1 / ratio : ratio))
        .filter((ratio) => !Number.isNaN(ratio));
    return folded.length === 0 ? Number.NaN : Math.min(...folded);
}
/** fairlearn's three disparities of several calls, with the rates behind them. */
const FAIRLEARN = {
    demographic_parity: ["selection_rate"],
    equal_opportunity: ["true_positive_rate"],
    equalized_odds: ["true_positive_rate", "false_positive_rate"],
};
/**
 * fairlearn's own numbers for a frame, zeros for rates without a denominator included: by name, then by `method`; null for
 * its NaN. `equalized_odds` has its `mean` beside the worst case.
 *
 * @example
 * measureFairlearn({ byGroup: [], overall: { counts: { truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 } } }).demographic_parity_ratio.between_groups; // => null
 */
function measureFairlearn(frame) {
    const valuesOf = (rate) => ({
        byGroup: frame.byGroup.map(({ counts }) => zeroed(rate, counts)),
        overall: zeroed(rate, frame.overall.counts),
    });
    const found = Object.entries(FAIRLEARN).flatMap(([stem, rates]) => {
        const values = rates.map(valuesOf);
        const differences = both((method) => worst(values.map((each) => aggregateDifference(each, method)), Math.max));
        const ratios = both((method) => worst(values.map((each) => aggregateRatio(each, method)), Math.min));
        const means = [
            [
                `${stem}_difference_mean`,
                both((method) => average(values.map((each) => aggregateDifference(each, method)))),
            ],
            [`${stem}_ratio_mean`, both((method) => average(values.map((each) => aggregateRatio(each, method))))],
        ];
        return [
            [`${stem}_difference`, differences],
            [`${stem}_ratio`, ratios],
            ...(rates.length > 1 ? means : []),
        ];
    });
    return Object.fromEntries(found);
}
/**
 * `MetricFrame.group_min` and `group_max` of every measure that some group has.
 *
 * @example
 * measureExtremes([]); // => {}
 */
function measureExtremes(groups) {
    return Object.fromEntries([...MEASURES].flatMap(([name, measure]) => {
        const values = groups.flatMap((rows) => measure.estimate(rows)?.value ?? []);
        return values.length === 0
            ? []
            : [[name, { group_min: Math.min(...values), group_max: Math.max(...values) }]];
    }));
}
/** fairlearn's rates come from a normalised confusion matrix whose NaN are set to 0. */
function zeroed(rate, counts) {
    return RATES[rate].denominator(counts) === 0 ? 0 : (measureRate(rate, counts) ?? 0);
}
/** Python's `max` and `min` of a list: a NaN in the first place stays, one behind it is passed over. */
function worst(values, pick) {
    const [first = Number.NaN, ...rest] = values;
    if (Number.isNaN(first))
        return first;
    return pick(first, ...rest.filter((value) => !Number.isNaN(value)));
}
function average(values) {
    const known = values.filter((value) => !Number.isNaN(value));
    return known.reduce((sum, value) => sum + value, 0) / known.length;
}
function both(measure) {
    const finite = (value) => (Number.isFinite(value) ? value : null);
    return { between_groups: finite(measure("between_groups")), to_overall: finite(measure("to_overall")) };
}

// EXTERNAL MODULE: ./build/node_modules/@ml-gates/gate/src/index.js + 27 modules
var gate_src = __webpack_require__(87749);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/attributions-problems.js
/**
 * What of an attribution file's columns keeps it from being audited.
 *
 * @module
 */

/**
 * Key, base value and features of a file of attributions; every column that is neither key nor base value is a feature.
 *
 * @example
 * readAttributions("a.csv", { table: { from: "a", columns: [{ name: "k", family: "integer", sqlType: "BIGINT" }, { name: "age", family: "float", sqlType: "DOUBLE" }], rowNumber: "r" }, key: "k", baseValue: 0.5 }).attributions.features.map(({ name }) => name); // => ["age"]
 */
function readAttributions(uri, { table, key, baseValue }) {
    const find = (name) => table.columns.find((column) => column.name === name) ?? null;
    const keyed = find(key);
    const base = typeof baseValue === "number" ? baseValue : find(baseValue);
    const features = table.columns.filter((column) => column !== keyed && column !== base);
    const absent = [...(keyed === null ? [key] : []), ...(base === null ? [String(baseValue)] : [])];
    const problems = [
        ...absent.map((name) => ({
            message: `${(0,gate_src/* quote */.hD)(uri)} has no column ${(0,gate_src/* quote */.hD)(name)}; the key of the predictions and the base value were wanted.`,
            remedy: "Write it, or correct `key` under `columns` and `base-value` under `explanations`.",
        })),
        ...features.filter(isText).map(({ name, sqlType }) => ({
            message: `The column ${(0,gate_src/* quote */.hD)(name)} of ${(0,gate_src/* quote */.hD)(uri)} is ${sqlType}; attributions are numbers.`,
            remedy: "Leave out what is no attribution: every column beside key and base value is a feature.",
        })),
        ...(features.length === 0
            ? [{ message: `${(0,gate_src/* quote */.hD)(uri)} holds no attributions.`, remedy: "Write one column for each feature." }]
            : []),
    ];
    if (keyed === null || base === null || problems.length > 0)
        return { attributions: null, problems };
    return { attributions: { table, key: keyed, features, base }, problems };
}
function isText({ family }) {
    return family !== "integer" && family !== "float" && family !== "other";
}

// EXTERNAL MODULE: ./build/node_modules/@ml-gates/queries/src/index.js + 41 modules
var queries_src = __webpack_require__(21367);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/columns-problems.js
/**
 * What of a predictions file's columns keeps it from being counted by group.
 *
 * @module
 */


const MOST_NAMES = 20;
/**
 * Columns that are named but not in the file, and columns of text where numbers are wanted.
 *
 * @example
 * findAbsentColumns("p.csv", { table: { from: "t", columns: [], rowNumber: "r" }, columns: { label: "y", prediction: null, score: null, weight: null }, by: ["SEX"], intersections: [], control: [], bins: {} }).length; // => 2
 */
function findAbsentColumns(uri, predictions) {
    const { table, columns, bins } = predictions;
    const names = table.columns.map(({ name }) => name);
    const { label, prediction, score, weight } = columns;
    const wanted = new Set([label, prediction, score, weight, ...(0,queries_src/* listGroupColumns */.re)(predictions)]);
    const absent = [...wanted].flatMap((name) => name === null || names.includes(name) ? [] : [describeAbsent(uri, name, names)]);
    return [...absent, ...findTexts(uri, predictions, [score, weight, ...Object.keys(bins)])];
}
/** A text file without rows says nothing of its columns' types. */
function findTexts(uri, { table }, wanted) {
    return table.columns.flatMap(({ name, family, sqlType }) => {
        if (!wanted.includes(name) || family !== "text" || ("rows" in table && table.rows === 0))
            return [];
        const message = `The column ${(0,gate_src/* quote */.hD)(name)} of ${(0,gate_src/* quote */.hD)(uri)} is ${sqlType}; numbers were wanted.`;
        return [{ message, remedy: "Write numbers in every row, or name another column." }];
    });
}
/**
 * Columns that the checks need and `columns` does not name.
 *
 * @example
 * findUnnamedColumns({ label: "y", prediction: null, score: "s" }, new Set(["scores"])); // => []
 */
function findUnnamedColumns(columns, needs) {
    const wanted = new Set([...needs].flatMap((need) => WANTED[need]));
    const unnamed = [...wanted].filter((role) => columns[role] === null);
    return unnamed.map((role) => ({
        message: `The checks need the column \`${role}\`, which \`columns\` does not name.`,
        remedy: `Add \`${role}\` to \`predictions.columns\`, or limit something that does not need it.`,
    }));
}
const WANTED = {
    decisions: ["label", "prediction"],
    values: ["label", "prediction"],
    scores: ["label", "score"],
    bins: ["label", "score"],
    areas: ["label", "score"],
    ranks: ["score"],
};
function describeAbsent(uri, name, names) {
    const near = (0,gate_src/* nearestWord */.zZ)(name, names);
    const listed = `${names.slice(0, MOST_NAMES).map(gate_src/* quote */.hD).join(", ")}${names.length > MOST_NAMES ? ", …" : ""}`;
    return {
        message: `${(0,gate_src/* quote */.hD)(uri)} has no column ${(0,gate_src/* quote */.hD)(name)}; it has ${listed}.`,
        remedy: `${near === null ? "" : `Did you mean ${(0,gate_src/* quote */.hD)(near)}? `}Correct \`columns\` or \`by\`.`,
    };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/metric-frame.js
/** What rows without a group are called when they are a group of their own. */
const MISSING_GROUP = "(missing)";
/**
 * What an intersection is called, and its groups.
 *
 * @example
 * joinNames(["SEX", "RAC1P"]); // => "SEX×RAC1P"
 */
function joinNames(names) {
    return names.join("×");
}
/**
 * The frames of one grouping, one for each control cell. Rows without a group become the group `(missing)`.
 *
 * @example
 * toMetricFrames({ columns: ["SEX"], control: [] }, { counts: { within: [{ within: [], rows: 3 }], byGroup: [{ columns: ["SEX"], values: [null], within: [], rows: 3 }] }, moments: {}, bins: [], areas: [] })[0].byGroup.map(({ name, n }) => [name, n]); // => [["(missing)", 3]]
 */
function toMetricFrames({ columns, control }, evidence) {
    const find = indexEvidence(evidence);
    const groups = evidence.counts.byGroup.filter((group) => sameNames(group.columns, columns));
    const products = product(columns.map((_, index) => distinct(groups.map(({ values }) => nameOf(values[index])))));
    return evidence.counts.within.map((overall) => {
        const cell = groups.filter(({ within }) => sameNames(within.map(nameOf), overall.within.map(nameOf)));
        const within = toRecord(control, overall.within);
        const byGroup = cell.map((group) => ({
            ...find(group),
            ...countsOf(group),
            name: joinNames(group.values.map(nameOf)),
            slice: { ...within, ...toRecord(columns, group.values) },
            n: group.rows,
        }));
        const present = new Set(byGroup.map(({ name }) => name));
        const absent = products.map(joinNames).filter((name) => !present.has(name));
        return {
            column: joinNames(columns),
            within,
            overall: { ...find(overall), ...countsOf(overall) },
            byGroup,
            absent,
        };
    });
}
function countsOf({ rows, counts, squares, pairs }) {
    return { rows, counts, squares, pairs };
}
/** Whatever else was measured of the same rows. */
function indexEvidence({ moments, bins, areas }) {
    const families = Object.entries(moments).map(([family, found]) => [family, indexByKey([...found.byGroup, ...found.overall])]);
    const [byBins, byArea] = [indexByKey(bins), indexByKey(areas)];
    return (key) => {
        const id = idOf(key);
        return {
            moments: Object.fromEntries(families.flatMap(([family, found]) => {
                const own = found.get(id);
                return own === undefined ? [] : [[family, own]];
            })),
            bins: byBins.get(id)?.bins ?? [],
            area: byArea.get(id) ?? null,
        };
    };
}
function indexByKey(all) {
    return new Map(all.map((each) => [idOf(each), each]));
}
function idOf({ columns, values, within }) {
    return JSON.stringify([columns, values, within]);
}
function nameOf(value) {
    return value ?? MISSING_GROUP;
}
function toRecord(names, values) {
    return Object.fromEntries(names.map((name, index) => [name, nameOf(values[index])]));
}
function sameNames(left, right) {
    return left.length === right.length && left.every((name, index) => name === right[index]);
}
function distinct(names) {
    return [...new Set(names)];
}
function product(lists) {
    return lists.reduce((rows, list) => rows.flatMap((row) => list.map((name) => [...row, name])), [[]]);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/counts-problems.js
/**
 * What keeps counts from being judged, in sentences with numbers.
 *
 * @module
 */



const LONGEST_GROUP = 200;
/** More cells than this in one grouping are no groups, and its absent cells no list. */
const MOST_CELLS = 1000;
/**
 * Rows without label, decision, weight or group; weights below 0, or all 0; more than two values; too many groups, or
 * too long a name of one.
 *
 * @example
 * findCountsProblems({ uri: "p.csv", columns: { label: "y", prediction: "d", weight: null, positive: "1" }, cuts: {}, faulty: 0, counts: { byGroup: [], levels: {}, lightest: null, missing: { label: 2, prediction: 0, weight: 0 }, others: { label: [], prediction: [] } } }, { missing: "error", by: [], intersections: [], control: [], bins: {} }).length; // => 1
 */
function findCountsProblems(counted, policy) {
    return [
        ...findFaulty(counted),
        ...findMissing(counted),
        ...findBadWeights(counted),
        ...findManyValues(counted),
        ...findManyGroups(counted),
        ...(0,queries_src/* listGroupings */.f5)(policy).flatMap((columns) => findManyCells(counted, [...policy.control, ...columns])),
        ...findBadGroups(counted, policy),
    ];
}
function findFaulty({ uri, faulty }) {
    if (faulty === 0)
        return [];
    const message = `${sayRows(faulty)} of ${(0,gate_src/* quote */.hD)(uri)} ${faulty === 1 ? "holds" : "hold"} a count that is missing, negative or no whole number.`;
    return [{ message, remedy: "Write whole numbers of rows, 0 or more; `selected` is at most `n`." }];
}
function findMissing({ uri, columns, counts }) {
    return ["label", "prediction"].flatMap((role) => {
        const absent = counts.missing[role];
        if (absent === 0 || columns[role] === null)
            return [];
        return {
            message: `${sayRows(absent)} of ${(0,gate_src/* quote */.hD)(uri)} ${absent === 1 ? "has" : "have"} no value in the ${role} column ${(0,gate_src/* quote */.hD)(columns[role])}.`,
            remedy: "Write a value for every row: a row that is not counted cannot be left out silently.",
        };
    });
}
function findBadWeights({ uri, columns, counts }) {
    const where = `the weight column ${(0,gate_src/* quote */.hD)(columns.weight)} of ${(0,gate_src/* quote */.hD)(uri)}`;
    const remedy = "Write a finite weight of 0 or more for every row; a row of weight 0 counts nowhere.";
    const { weight } = counts.missing;
    if (columns.weight === null)
        return [];
    if (weight > 0)
        return [
            { message: `${sayRows(weight)} ${weight === 1 ? "has" : "have"} no finite value in ${where}.`, remedy },
        ];
    if ((counts.lightest ?? 0) < 0)
        return [
            {
                message: `The least value in ${where} is ${(0,gate_src/* quote */.hD)(counts.lightest)}; none below 0 was wanted.`,
                remedy,
            },
        ];
    const { truePositives, falsePositives, falseNegatives, trueNegatives } = counts.overall.counts;
    const weighed = truePositives + falsePositives + falseNegatives + trueNegatives > 0;
    const decided = columns.label !== null && columns.prediction !== null;
    if (counts.rows === 0 || weighed || !decided)
        return [];
    return [{ message: `Every value in ${where} is 0: no row counts.`, remedy }];
}
function findManyValues({ uri, columns, counts }) {
    const { label, prediction } = counts.others;
    const others = [...new Set([...label, ...prediction])];
    if (others.length < 2)
        return [];
    const where = `the label column ${(0,gate_src/* quote */.hD)(columns.label)} and the prediction column ${(0,gate_src/* quote */.hD)(columns.prediction)} of ${(0,gate_src/* quote */.hD)(uri)}`;
    return [
        {
            message: `Beside the positive value ${(0,gate_src/* quote */.hD)(columns.positive)}, ${where} hold ${others.slice(0, 4).map(gate_src/* quote */.hD).join(", ")}; two values in all were wanted.`,
            remedy: "Name the positive value as `positive` under `columns`, and write the same two values in both columns.",
        },
    ];
}
function findManyGroups({ uri, counts, cuts }) {
    return Object.entries(counts.levels).flatMap(([column, levels]) => {
        if (levels <= queries_src/* MOST_GROUPS */.xL)
            return [];
        const where = `the group column ${(0,gate_src/* quote */.hD)(column)} of ${(0,gate_src/* quote */.hD)(uri)}`;
        const message = `${levels} distinct values stand in ${where}; at most ${queries_src/* MOST_GROUPS */.xL} groups are judged.`;
        const bins = cuts[column];
        const remedy = bins === undefined
            ? "Name a column with fewer groups in `by`, or write a column of coarser groups."
            : `It is numeric: bin it under \`fairness\`, such as \`bins: { ${column}: [${bins.join(", ")}] }\`.`;
        return [{ message, remedy }];
    });
}
function findManyCells({ uri, counts: { levels } }, columns) {
    if (columns.length === 1)
        return [];
    const cells = columns.reduce((product, column) => product * (levels[column] ?? 0), 1);
    if (cells <= MOST_CELLS)
        return [];
    const message = `The columns ${columns.map(gate_src/* quote */.hD).join(", ")} in ${(0,gate_src/* quote */.hD)(uri)} have ${cells} cells together; at most ${MOST_CELLS} are judged.`;
    return [{ message, remedy: "Cross fewer columns, or merge rare groups first." }];
}
function findBadGroups({ uri, counts }, policy) {
    return (0,queries_src/* listGroupColumns */.re)(policy).flatMap((column) => {
        const cells = listCells(counts, policy.control, column);
        const where = `the group column ${(0,gate_src/* quote */.hD)(column)} of ${(0,gate_src/* quote */.hD)(uri)}`;
        const rows = cells.reduce((sum, cell) => sum + (cell.value === null ? cell.rows : 0), 0);
        const long = cells.find(({ value }) => (value?.length ?? 0) > LONGEST_GROUP);
        const clash = rows > 0 && cells.some(({ value }) => value === MISSING_GROUP);
        return [
            ...(rows > 0 && policy.missing === "error" ? [groupless(rows, where)] : []),
            ...(clash ? [ambiguous(where)] : []),
            ...(long === undefined ? [] : [tooLong(long.value, where)]),
        ];
    });
}
/** The values of one column with their rows, from the first grouping (or the control cells) that has it. */
function listCells({ within, byGroup }, control, column) {
    const place = control.indexOf(column);
    if (place >= 0)
        return within.map((cell) => ({ value: cell.within[place] ?? null, rows: cell.rows }));
    const { columns } = byGroup.find((group) => group.columns.includes(column)) ?? {};
    return byGroup
        .filter((group) => group.columns === columns || group.columns.join("\0") === columns?.join("\0"))
        .map((group) => ({ value: group.values[group.columns.indexOf(column)] ?? null, rows: group.rows }));
}
function groupless(rows, where) {
    return {
        message: `${sayRows(rows)} ${rows === 1 ? "has" : "have"} no value in ${where}.`,
        remedy: "Write a group for every row, or set `missing: own-group` under `fairness` to judge them as a group.",
    };
}
function ambiguous(where) {
    const message = `Rows without a value would be called ${(0,gate_src/* quote */.hD)(MISSING_GROUP)}, but that text stands in ${where} too.`;
    return { message, remedy: "Write one or the other." };
}
function tooLong(value, where) {
    const message = `The group ${(0,gate_src/* quote */.hD)(value)} in ${where} is longer than ${LONGEST_GROUP} characters.`;
    return { message, remedy: "Name a column of groups in `by`, not one of texts." };
}
function sayRows(count) {
    return count === 1 ? "1 row" : `${count} rows`;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/counts-table-problems.js
/**
 * What keeps a table of counts from being judged.
 *
 * @module
 */



const CONFUSION = ["tp", "fp", "fn", "tn"];
const SELECTION = ["n", "selected"];
/**
 * Which counts a table holds, and what is wrong with it: columns that are missing, limits that its counts cannot meet.
 *
 * @example
 * findCountsTableProblems("c.csv", { table: { from: "t", columns: [{ name: "n" }, { name: "selected" }], rowNumber: "r" }, by: [], intersections: [], control: [], bins: {} }, []); // => { holds: "selection", problems: [] }
 */
function findCountsTableProblems(uri, table, limits) {
    const names = table.table.columns.map(({ name }) => name);
    const has = (wanted) => wanted.every((name) => names.includes(name));
    const holds = has(CONFUSION) || !has(SELECTION) ? "confusion" : "selection";
    const listed = names.slice(0, 20).map(gate_src/* quote */.hD).join(", ");
    const counts = [CONFUSION, SELECTION].some(has)
        ? []
        : [
            {
                message: `${(0,gate_src/* quote */.hD)(uri)} has the columns ${listed}; \`tp\`, \`fp\`, \`fn\`, \`tn\` were wanted, or \`n\` and \`selected\`.`,
                remedy: "Name the columns of counts so.",
            },
        ];
    const groups = (0,queries_src/* listGroupColumns */.re)(table)
        .filter((name) => !names.includes(name))
        .map((name) => ({
        message: `${(0,gate_src/* quote */.hD)(uri)} has no column ${(0,gate_src/* quote */.hD)(name)}; it has ${listed}.`,
        remedy: "Correct `by`, or add the column of groups.",
    }));
    return { holds, problems: [...counts, ...groups, ...findUnmet(uri, holds, limits)] };
}
/** Rates need labels, and whatever is made of scores needs rows. */
function findUnmet(uri, holds, limits) {
    const unmet = limits.filter(({ disparity }) => disparity.rates.some((rate) => holds === "selection" ? rate !== "selection_rate" : findMeasure(rate).needs !== "decisions"));
    const metrics = [...new Set(unmet.map(({ check }) => check.metric))];
    return metrics.map((metric) => ({
        message: `${metric} cannot be had from ${(0,gate_src/* quote */.hD)(uri)}, which holds counts of ${holds === "selection" ? "selections alone" : "labels and decisions"}.`,
        remedy: holds === "selection"
            ? "Write `tp`, `fp`, `fn`, `tn` in place of `n` and `selected`, or limit selection rates."
            : "Name `predictions` in place of `counts`.",
    }));
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/disparities.js
/**
 * Every disparity as one table of data: which measures are compared, and how.
 *
 * @module
 */

/** Stems of differences and ratios whose names are not those of one measure. */
const NAMED = {
    demographic_parity: ["selection_rate"],
    equal_opportunity: ["true_positive_rate"],
    equalized_odds: ["true_positive_rate", "false_positive_rate"],
    predictive_parity: ["precision"],
};
/** scikit-learn's names of measures that have another one here. */
const SCORES = {
    accuracy_score: "accuracy",
    balanced_accuracy_score: "balanced_accuracy",
    precision_score: "precision",
    recall_score: "true_positive_rate",
    f1_score: "f1",
    roc_auc_score: "roc_auc",
    r2_score: "r2",
    error_rate: "zero_one_loss",
};
/** Measures that go by scikit-learn's name alone. */
const RENAMED = new Set([
    "accuracy",
    "balanced_accuracy",
    "precision",
    "f1",
    "roc_auc",
    "r2",
]);
/** aequitas' disparities: a group's metric over the reference's, here folded to 0..1. */
const AEQUITAS = {
    pprev: "selection_rate",
    precision: "precision",
    fdr: "false_discovery_rate",
    for: "false_omission_rate",
    fpr: "false_positive_rate",
    fnr: "false_negative_rate",
    tpr: "true_positive_rate",
    tnr: "true_negative_rate",
    npv: "negative_predictive_value",
};
/** Names that fit no pattern, AIF360's. */
const ODD = {
    statistical_parity_difference: { rates: ["selection_rate"], comparison: "difference" },
    disparate_impact: { rates: ["selection_rate"], comparison: "ratio" },
    smoothed_differential_fairness: { rates: ["selection_rate"], comparison: "log_ratio" },
};
/** A ratio of numbers that may be negative says nothing. */
function comparisonsOf(rate) {
    const { range } = findMeasure(rate);
    return range === "signed"
        ? ["difference", "group_min", "group_max"]
        : ["difference", "ratio", "group_min", "group_max"];
}
const STEMS = [
    ...[...MEASURES.keys()].filter((name) => !RENAMED.has(name)).map((name) => [name, name]),
    ...Object.entries(SCORES),
];
/** Every disparity by its name. */
const DISPARITIES = new Map([
    ...Object.entries(NAMED).flatMap(([stem, rates]) => ["difference", "ratio"].map((comparison) => [`${stem}_${comparison}`, { rates, comparison }])),
    ...STEMS.flatMap(([stem, rate]) => comparisonsOf(rate).map((comparison) => [`${stem}_${comparison}`, { rates: [rate], comparison }])),
    ...Object.entries(AEQUITAS).map(([stem, rate]) => [`${stem}_disparity`, { rates: [rate], comparison: "ratio" }]),
    ...Object.entries(ODD),
]);
/** The names of the disparities every report states. */
const NAMED_DISPARITIES = [
    "demographic_parity",
    "equal_opportunity",
    "equalized_odds",
].flatMap((name) => [`${name}_difference`, `${name}_ratio`]);
/**
 * A disparity over groups, as fairlearn's `between_groups`: largest - smallest, or smallest / largest. A group whose
 * measure has no denominator is left out (fairlearn takes it as 0). Null when fewer than two groups have the
 * measure (`group_min` and `group_max`: none), or when all values of a ratio are 0.
 *
 * @example
 * measureDisparity({ rates: ["accuracy"], comparison: "ratio" }, [{ truePositives: 1, falsePositives: 1, falseNegatives: 0, trueNegatives: 0 }, { truePositives: 1, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 }].map((counts) => ({ counts, squares: counts }))); // => 0.5
 */
function measureDisparity({ rates, comparison }, groups) {
    const each = rates.map((rate) => compareExtremes(comparison, comparison === "log_ratio"
        ? groups.flatMap(smoothed)
        : groups.flatMap((rows) => measureValue(rate, rows) ?? [])));
    const measured = each.filter((value) => value !== null);
    if (measured.length < each.length)
        return null;
    return comparison === "ratio" ? Math.min(...measured) : Math.max(...measured);
}
function compareExtremes(comparison, rates) {
    const [least, most] = [Math.min(...rates), Math.max(...rates)];
    if (comparison === "group_min")
        return rates.length === 0 ? null : least;
    if (comparison === "group_max")
        return rates.length === 0 ? null : most;
    if (rates.length < 2)
        return null;
    if (comparison === "difference")
        return most - least;
    if (comparison === "log_ratio")
        return Math.max(Math.log(most / least), Math.log((1 - least) / (1 - most)));
    return most === 0 ? null : least / most;
}
/** Selection rates as Foulds et al. (2020) smooth them: half a selection and one row more. */
function smoothed({ counts }) {
    const selected = counts.truePositives + counts.falsePositives;
    const rows = selected + counts.falseNegatives + counts.trueNegatives;
    return rows === 0 ? [] : [(selected + 0.5) / (rows + 1)];
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/evidence-problems.js
/**
 * What keeps scores, numbers and pairs of rows from being judged.
 *
 * @module
 */

/**
 * Rows without a number, and scores that are no probabilities where probabilities are wanted.
 *
 * @example
 * findMomentProblems("p.csv", "scores", { missing: 0, extremes: { low: -1, high: 1 } }).length; // => 1
 */
function findMomentProblems(uri, family, { missing, extremes }) {
    const what = family === "values" ? "label and prediction" : family === "scores" ? "label and score" : "score";
    if (missing > 0) {
        const message = `${missing} ${missing === 1 ? "row" : "rows"} of ${(0,gate_src/* quote */.hD)(uri)} ${missing === 1 ? "has" : "have"} no finite number as ${what}.`;
        return [
            {
                message,
                remedy: "Write a number for every row: a row that is not measured cannot be left out silently.",
            },
        ];
    }
    if (family !== "scores" || extremes === null || (extremes.low >= 0 && extremes.high <= 1))
        return [];
    const message = `The scores of ${(0,gate_src/* quote */.hD)(uri)} lie between ${extremes.low} and ${extremes.high}; probabilities from 0 to 1 were wanted.`;
    return [
        { message, remedy: "Write the probability of the positive value, or limit something that needs none." },
    ];
}
/**
 * Keys that are missing, repeated, or not in both files: a change is judged on the same rows only.
 *
 * @example
 * findPairProblems([{ uri: "b.csv", facts: { nullKeys: 0, duplicatedKeys: 0 } }], { missing: 0, extra: 2, disagreeing: 0 }).length; // => 1
 */
function findPairProblems(files, { missing, extra, disagreeing }) {
    const keys = files.flatMap(({ uri, facts: { nullKeys, duplicatedKeys } }) => nullKeys + duplicatedKeys === 0
        ? []
        : [
            {
                message: `${(0,gate_src/* quote */.hD)(uri)} has ${nullKeys} rows without a key and ${duplicatedKeys} rows of a key that stood before.`,
                remedy: "Write one row for each key.",
            },
        ]);
    if (keys.length > 0)
        return keys;
    const unpaired = `${missing} keys of the baseline are not in the candidate, and ${extra} of the candidate are not in the baseline.`;
    const labels = `${disagreeing} rows have another label in the baseline than in the candidate.`;
    return [
        ...(missing + extra > 0
            ? [
                {
                    message: unpaired,
                    remedy: "Score both models on the same rows: a change is judged on nothing else.",
                },
            ]
            : []),
        ...(disagreeing > 0
            ? [{ message: labels, remedy: "Join both models' predictions to the same labels." }]
            : []),
    ];
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/judge-explanations.js
/**
 * Whether attributions explain the predictions they came with, and as the baseline's did.
 *
 * The audit is of these rows and knows no sampling: plain limits decide.
 *
 * @module
 */

/**
 * One finding for coverage, for additivity, for the stability of the most important features, and for each ceiling.
 *
 * @example
 * judgeExplanations({ tolerance: 1e-6, top: 2, minStability: null, maxShare: { SEX: 0.1 }, source: null }, { uri: "shap.csv", facts: { rows: 4, uncovered: 0, stray: 0, repeated: 0, holes: 0, beyond: 0, farthest: 0, importances: [{ feature: "SEX", importance: 1 }, { feature: "AGE", importance: 3 }] }, baseline: null }).map(({ id, outcome }) => [id, outcome]); // => [["explanations/coverage", "pass"], ["explanations/additivity", "pass"], ["explanations/max-share/SEX", "fail"]]
 */
function judgeExplanations(section, found) {
    const { minStability, maxShare } = section;
    return [
        judgeCoverage(section, found),
        judgeAdditivity(section, found),
        ...(minStability === null ? [] : [judgeStability(section, found, minStability)]),
        ...Object.entries(maxShare).map(([column, limit]) => judgeShare(section, found, { column, limit })),
    ];
}
function report({ source }, name, { check, ...told }) {
    const remedy = told.outcome === "pass"
        ? null
        : (told.remedy ?? "Explain the candidate's own predictions anew, then run the gate.");
    return (0,gate_src/* finding */.gk)({
        id: `explanations/${name}`,
        kind: "requirement",
        check,
        severity: "block",
        source,
        ...told,
        remedy,
    });
}
function judgeCoverage(section, { uri, facts }) {
    const { rows, uncovered, stray, repeated, holes } = facts;
    const whole = uncovered + stray + repeated + holes === 0;
    const faults = [
        [uncovered, "predictions have no attributions"],
        [stray, "rows explain no prediction"],
        [repeated, "rows repeat a key or lack one"],
        [holes, "rows hold what is no finite number"],
    ];
    const listed = faults.flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`])).join(", ");
    return report(section, "coverage", {
        check: { requirement: "coverage" },
        outcome: whole && rows > 0 ? "pass" : "fail",
        n: rows,
        observed: uncovered,
        why: whole
            ? `Each of ${rows} predictions has its attributions in ${uri}.`
            : `Of ${uri}, ${listed}; one row for each prediction was wanted.`,
    });
}
function judgeAdditivity(section, { facts }) {
    const { rows, beyond, farthest } = facts;
    const distance = `the farthest is ${farthest.toPrecision(3)} away, at most ${section.tolerance} was wanted`;
    return report(section, "additivity", {
        check: { requirement: "additivity", tolerance: section.tolerance },
        outcome: beyond === 0 && rows > 0 ? "pass" : "fail",
        n: rows,
        observed: (0,gate_src/* roundJudged */.KH)(farthest),
        why: `Base value and attributions miss the score in ${beyond} of ${rows} rows; ${distance}.`,
        remedy: "Explain the score that is in the predictions (its scale, its model), or name the right `base-value`.",
    });
}
function judgeStability(section, { facts, baseline }, limit) {
    const check = { requirement: "rank-stability", top: section.top, "min-stability": limit };
    if (baseline === null || "absent" in baseline) {
        const absent = baseline === null ? "no `baseline` is named" : baseline.absent;
        return report(section, "rank-stability", {
            check,
            outcome: "skipped",
            reason: "no-baseline",
            why: `Ranks were not compared: there is no baseline yet, ${absent}.`,
        });
    }
    const [own, other] = [rankFeatures(facts.importances, section.top), rankFeatures(baseline, section.top)];
    const kept = own.filter((feature) => other.includes(feature)).length;
    const share = own.length === 0 ? 0 : kept / own.length;
    const gone = other.filter((feature) => !own.includes(feature));
    return report(section, "rank-stability", {
        check,
        outcome: share >= limit ? "pass" : "fail",
        observed: (0,gate_src/* roundJudged */.KH)(share),
        why: `${kept} of the ${own.length} most important features are among the baseline's, wanted at least ${limit} of them${gone.length === 0 ? "" : `; gone are ${gone.slice(0, 10).join(", ")}`}.`,
        remedy: "Look at what the model now relies on; or state another `min-stability` on the base branch first.",
    });
}
function judgeShare(section, { facts: { importances } }, { column, limit }) {
    const check = { requirement: "max-share", column, "max-share": limit };
    const own = importances.find(({ feature }) => feature === column);
    const total = importances.reduce((sum, { importance }) => sum + importance, 0);
    if (own === undefined || total === 0) {
        const why = own === undefined ? `There are no attributions of ${column}.` : "Every attribution is 0.";
        const remedy = "Name a feature of the attributions under `max-share`.";
        return report(section, `max-share/${column}`, {
            check,
            outcome: "not-evaluable",
            reason: "no-share",
            why,
            remedy,
        });
    }
    const share = own.importance / total;
    return report(section, `max-share/${column}`, {
        check,
        outcome: share <= limit ? "pass" : "fail",
        observed: (0,gate_src/* roundJudged */.KH)(share),
        why: `${column} holds ${share.toPrecision(3)} of all absolute attribution, wanted at most ${limit}.`,
        remedy: `Look at why the score leans on ${column}; or state another \`max-share\` on the base branch first.`,
    });
}
/** By importance, of equals by name. */
function rankFeatures(importances, top) {
    const order = (left, right) => right.importance - left.importance || (left.feature < right.feature ? -1 : 1);
    return importances
        .toSorted(order)
        .slice(0, top)
        .map(({ feature }) => feature);
}
/**
 * The features in the order of their importance, with their shares: what the report shows.
 *
 * @example
 * listImportances([{ feature: "AGE", importance: 3 }, { feature: "SEX", importance: 1 }], 1); // => [{ feature: "AGE", importance: 3, share: 0.75 }]
 */
function listImportances(importances, top) {
    const total = importances.reduce((sum, { importance }) => sum + importance, 0);
    return rankFeatures(importances, top).map((feature) => {
        const importance = importances.find((each) => each.feature === feature)?.importance ?? 0;
        return {
            feature,
            importance: (0,gate_src/* roundJudged */.KH)(importance),
            share: total === 0 ? null : (0,gate_src/* roundJudged */.KH)(importance / total),
        };
    });
}

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
    const screened = (0,src/* screen */.nj)(weighed.map(({ p, breached, blocking }) => ({ breached, p, blocking })), ALPHA);
    const family = weighed.filter(({ blocking }) => blocking).length;
    return weighed.map(({ blocking, ...each }, index) => {
        const { limit, parts } = each.contrast;
        const alpha = limit.judges === "between" ? ONE_SIDE : ALPHA;
        const { outcome: first, pAdjusted } = screened[index] ?? { outcome: "inconclusive", pAdjusted: null };
        const low = slackOfInterval(each.weakest, limit);
        const outcome = mode === "prove" ? (0,src/* prove */.zn)({ screened: first, low, margin: 0 }) : first;
        const power = { mode, alpha, blocking: (blocking ? family : 1) * parts.length };
        return {
            ...each,
            outcome,
            pAdjusted,
            requiredN: outcome === "inconclusive" ? rowsToSettle(each, power) : null,
            detectable: smallestShown(each.decisive, limit, power),
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
function slackOf(value, { bound, limit }) {
    const slack = bound === "floor" ? value - limit.value : limit.value - value;
    return Math.abs(slack) < EPSILON ? 0 : slack;
}
const EPSILON = 1e-12;
/** The least distance inside the limit that the interval allows. */
function slackOfInterval({ interval }, limit) {
    return slackOf(limit.bound === "floor" ? interval.low : interval.high, limit);
}
/** Least by a measure; of equals the one with the smaller p. */
function leastBy(parts, measure) {
    const [least] = parts.toSorted((left, right) => measure(left) - measure(right) || left.p - right.p);
    if (least === undefined)
        throw new RangeError("a disparity has no rates");
    return least;
}
/** The limit in the unit of the standard error: a ratio's is that share of the larger rate, a level's the distance to it. */
function limitAsDifference({ group, reference, value }, limit) {
    if (limit.judges === "level")
        return Math.abs(value - limit.limit.value);
    if (limit.judges === "change" || limit.disparity.comparison !== "ratio")
        return limit.limit.value;
    return (1 - limit.limit.value) * Math.max(group.value, reference?.value ?? 0);
}
/** Effective rows of what is compared. */
function countTrials({ group, reference }) {
    return group.trials + (reference?.trials ?? 0);
}
/** In screen the rows from which a breach is significant; in prove those at which equal groups pass. */
function rowsToSettle({ contrast, decisive, weakest, breached, }, { mode, blocking, alpha }) {
    const basis = mode === "prove" && !breached ? weakest : decisive;
    const { standardError } = basis;
    const n = countTrials(basis);
    const limit = limitAsDifference(basis, contrast.limit);
    if (standardError === 0 || limit === 0)
        return null;
    const z = (0,src/* normalQuantile */.Zl)(1 - ALPHA) + (0,src/* normalQuantile */.Zl)(1 - (1 - POWER) / 2);
    const rows = mode === "prove" && !breached
        ? Math.ceil(n * ((z * standardError) / limit) ** 2)
        : (0,src/* requiredN */.ij)({ n, standardError, limit, blocking, alpha });
    return rows !== null && rows > n ? rows : null;
}
function smallestShown({ standardError, group, reference }, { judges, disparity }, { blocking, alpha }) {
    if (standardError === 0)
        return null;
    const difference = (0,src/* detectable */.ke)({ standardError, blocking, alpha });
    if (judges !== "between" || reference === null)
        return (0,gate_src/* roundJudged */.KH)(difference);
    const larger = Math.max(group.value, reference.value);
    if (disparity.comparison === "ratio")
        return (0,gate_src/* roundJudged */.KH)(Math.max(0, 1 - difference / larger));
    const unit = disparity.rates.every((rate) => findMeasure(rate).range === "unit");
    return (0,gate_src/* roundJudged */.KH)(unit && disparity.comparison === "difference" ? Math.min(1, difference) : difference);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/peers.js
/**
 * A group against the reference in the words of AIF360 and aequitas: signed differences and unfolded ratios.
 *
 * @module
 */


/**
 * AIF360's differences, group less reference: null where a rate has no denominator, where AIF360 has NaN or 0.
 *
 * @example
 * Object.keys(measureAif360({ counts: { truePositives: 1, falsePositives: 1, falseNegatives: 1, trueNegatives: 1 }, squares: { truePositives: 1, falsePositives: 1, falseNegatives: 1, trueNegatives: 1 } }, { counts: { truePositives: 1, falsePositives: 1, falseNegatives: 1, trueNegatives: 1 }, squares: { truePositives: 1, falsePositives: 1, falseNegatives: 1, trueNegatives: 1 } })).length; // => 11
 */
function measureAif360(group, reference) {
    const gap = (name) => subtract(measureValue(name, group), measureValue(name, reference));
    const [tpr, fpr] = [gap("true_positive_rate"), gap("false_positive_rate")];
    const [ppv, omission] = [gap("precision"), gap("false_omission_rate")];
    const both = (left, right, combine) => left === null || right === null ? null : combine(left, right);
    return {
        statistical_parity_difference: gap("selection_rate"),
        disparate_impact: divide(measureValue("selection_rate", group), measureValue("selection_rate", reference)),
        equal_opportunity_difference: tpr,
        average_odds_difference: both(fpr, tpr, (a, b) => (a + b) / 2),
        average_abs_odds_difference: both(fpr, tpr, (a, b) => (Math.abs(a) + Math.abs(b)) / 2),
        equalized_odds_difference: both(fpr, tpr, (a, b) => Math.max(Math.abs(a), Math.abs(b))),
        average_predictive_value_difference: both(ppv, omission, (a, b) => (a + b) / 2),
        error_rate_difference: gap("zero_one_loss"),
        false_discovery_rate_difference: gap("false_discovery_rate"),
        false_omission_rate_difference: gap("false_omission_rate"),
        differential_fairness_bias_amplification: amplification(group, reference),
    };
}
const peers_AEQUITAS = {
    pprev: "selection_rate",
    precision: "precision",
    fdr: "false_discovery_rate",
    for: "false_omission_rate",
    fpr: "false_positive_rate",
    fnr: "false_negative_rate",
    tpr: "true_positive_rate",
    tnr: "true_negative_rate",
    npv: "negative_predictive_value",
};
/**
 * aequitas' disparities, group over reference; null for 0 / 0 and for a reference of 0, where aequitas puts 10.
 *
 * @example
 * measureAequitas({ counts: { truePositives: 1, falsePositives: 1, falseNegatives: 1, trueNegatives: 1 }, squares: { truePositives: 1, falsePositives: 1, falseNegatives: 1, trueNegatives: 1 } }, { counts: { truePositives: 1, falsePositives: 1, falseNegatives: 1, trueNegatives: 1 }, squares: { truePositives: 1, falsePositives: 1, falseNegatives: 1, trueNegatives: 1 } }).ppr_disparity; // => 1
 */
function measureAequitas(group, reference) {
    return {
        ppr_disparity: divide(countSelected(group.counts), countSelected(reference.counts)),
        ...Object.fromEntries(Object.entries(peers_AEQUITAS).map(([name, rate]) => [
            `${name}_disparity`,
            divide(measureValue(rate, group), measureValue(rate, reference)),
        ])),
    };
}
/** ε of the decisions less ε of the labels, both smoothed by half a row (Foulds et al. 2020). */
function amplification(group, reference) {
    const rows = [group, reference];
    const [decided, labelled] = ["selection_rate", "base_rate"].map((rate) => {
        const [a = Number.NaN, b = Number.NaN] = rows.map(({ counts }) => {
            const { numerator, denominator } = RATES[rate];
            return (numerator(counts) + 0.5) / (denominator(counts) + 1);
        });
        return Math.max(Math.abs(Math.log(a / b)), Math.abs(Math.log((1 - a) / (1 - b))));
    });
    return subtract(decided ?? null, labelled ?? null);
}
function subtract(left, right) {
    return left === null || right === null ? null : left - right;
}
function divide(left, right) {
    return left === null || right === null || right === 0 ? null : left / right;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/describe-peers.js
/**
 * The same groups in the words and numbers of fairlearn, AIF360 and aequitas, and the four-fifths rule's companions.
 *
 * @module
 */





const FOUR_FIFTHS = 0.8;
/** Whether rows were counted by label and decision. */
function hasDecisions({ counts }) {
    return countPositives(counts) + countNegatives(counts) > 0;
}
/** Of counts of selections only selection rates are known. */
function isKnown(measure, known) {
    return known === "confusion" || measure === "selection_rate";
}
/** Tables of the frame's decisions: what peers print, beside what is judged. */
function describePeers(frame, reference, known) {
    const others = reference === null ? [] : frame.byGroup.filter(({ name }) => name !== reference.name);
    const rows = (describe) => others.flatMap((group) => reference === null ? [] : { group: group.name, ...describe(group, reference) });
    const fairlearn = Object.entries(measureFairlearn(frame)).filter(([name]) => known === "confusion" || name.startsWith("demographic_parity"));
    const labelled = {
        aif360: rows((group, other) => roundEach(measureAif360(group, other))),
        aequitas: rows((group, other) => roundEach(measureAequitas(group, other))),
    };
    return {
        fairlearn: Object.fromEntries(fairlearn.map(([name, row]) => [name, roundEach(row)])),
        fourFifths: rows(describeImpact),
        ...(known === "confusion" ? labelled : {}),
    };
}
function describeImpact(group, reference) {
    const { method, flipFlop, ...numbers } = measureAdverseImpact(group, reference, FOUR_FIFTHS);
    return { ...roundEach(numbers), method, flipFlop };
}
function roundEach(row) {
    return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? null : (0,gate_src/* roundJudged */.KH)(value)]));
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/compare-estimates.js
/**
 * Any measure of two groups, compared: rates by exact tests and score intervals, the rest by their standard errors.
 *
 * @module
 */


/** Quantile of the judged intervals: 90 %, two-sided. */
const Z = (0,src/* normalQuantile */.Zl)(1 - (1 - CONFIDENCE) / 2);
/** Null when there is no ratio: both values are 0. */
function compareEstimates({ rate, comparison, group, reference, }) {
    const [a, b] = [group.proportion, reference.proportion];
    if (a === null || b === null)
        return compareNormal({ rate, comparison, group, reference });
    if (comparison === "log_ratio")
        return compareLogs({ rate, a, b });
    const kind = comparison === "ratio" ? "ratio" : "difference";
    return measureContrast({ rate, comparison: kind, group: a, reference: b });
}
function compareNormal({ rate, comparison, group, reference }) {
    const [a, b] = [group.value, reference.value];
    if (comparison === "ratio" && Math.max(a, b) <= 0)
        return null;
    const standardError = Math.hypot(group.standardError, reference.standardError);
    const gap = Math.abs(a - b);
    // A small group's error of calibration is high by noise alone: what noise would bring is no evidence.
    const beyondNoise = Math.max(0, gap - Math.abs(group.noise - reference.noise));
    const value = comparison === "ratio" ? Math.max(0, Math.min(a, b) / Math.max(a, b)) : gap;
    const interval = comparison === "ratio" ? ratioOfMeans(group, reference) : differenceOf(a - b, standardError);
    return {
        rate,
        group,
        reference,
        change: null,
        value,
        interval: widen(interval, value),
        p: testNormal(beyondNoise, standardError, 2),
        method: "normal",
        standardError,
    };
}
function differenceOf(difference, standardError) {
    const half = Z * standardError;
    return foldDifference({ low: difference - half, high: difference + half, confidence: CONFIDENCE });
}
function ratioOfMeans(group, reference) {
    if (Math.min(group.value, reference.value) <= 0)
        return { low: 0, high: 0, confidence: CONFIDENCE };
    const relative = Math.hypot(group.standardError / group.value, reference.standardError / reference.value);
    const centre = Math.log(group.value / reference.value);
    const [low, high] = [Math.exp(centre - Z * relative), Math.exp(centre + Z * relative)];
    return foldRatio({ low, high, confidence: CONFIDENCE });
}
/** P(|Z| ≥ distance / error), or one tail of it. Without any spread, what is apart is surely apart. */
function testNormal(distance, standardError, tails) {
    if (standardError === 0)
        return distance > 0 ? 0 : 1;
    return Math.min(1, tails * (0,src/* normalSurvival */.IL)(distance / standardError));
}
/** The larger |ln| of the ratio of selection rates and of the ratio of their complements, smoothed. */
function compareLogs({ rate, a, b, }) {
    const arms = [
        [a, b],
        [complement(a), complement(b)],
    ].map(([left = a, right = b]) => ({
        value: Math.abs(Math.log(smooth(left) / smooth(right))),
        interval: foldLog((0,src/* ratioInterval */.zr)({ a: left, b: right, confidence: CONFIDENCE })),
    }));
    const value = Math.max(...arms.map((arm) => arm.value));
    const low = Math.max(...arms.map(({ interval }) => interval.low));
    const high = Math.max(...arms.map(({ interval }) => interval.high));
    return {
        rate,
        group: { value: a.successes / a.trials, trials: a.trials },
        reference: { value: b.successes / b.trials, trials: b.trials },
        change: null,
        value,
        interval: widen({ low, high, confidence: CONFIDENCE }, value),
        ...testProportions({ a, b }),
        standardError: (high - value) / Z,
    };
}
function foldLog({ low, high, confidence }) {
    return foldDifference({ low: Math.log(low), high: Math.log(high), confidence });
}
function complement({ successes, trials }) {
    return { successes: trials - successes, trials };
}
function smooth({ successes, trials }) {
    return (successes + 0.5) / (trials + 1);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/measure-change.js





const measure_change_Z = (0,src/* normalQuantile */.Zl)(1 - (1 - CONFIDENCE) / 2);
/**
 * The candidate's disparity less the baseline's, turned so that worse is positive. Both models decide the same rows, so
 * the standard error comes from the joint counts (or means) of each group, by the delta method; groups are independent.
 * Null where either model's disparity has no number.
 */
function measureChange(changed) {
    const { rate, comparison, measure, group, reference } = changed;
    const own = jointMeans(measure, group);
    const other = reference === null ? null : jointMeans(measure, reference);
    if (own === null || (reference !== null && other === null))
        return null;
    const change = disparities(changed, own.means, other?.means ?? null);
    if (change === null)
        return null;
    const lossOf = (mine, theirs) => {
        const found = disparities(changed, mine, theirs);
        return found === null ? null : worsening(comparison, found.candidate - found.baseline);
    };
    const standardError = Math.hypot(deltaError((mine) => lossOf(mine, other?.means ?? null), own), other === null ? 0 : deltaError((theirs) => lossOf(own.means, theirs), other));
    const value = worsening(comparison, change.candidate - change.baseline);
    const levelOf = (rows, { means }) => ({
        value: ofModel(measure, "candidate", means) ?? 0,
        trials: measure.trials(rows),
    });
    return {
        rate,
        group: levelOf(group, own),
        reference: other === null || reference === null ? null : levelOf(reference, other),
        change,
        value,
        interval: { low: value - measure_change_Z * standardError, high: value + measure_change_Z * standardError, confidence: CONFIDENCE },
        p: testNormal(value, standardError, 1),
        method: "delta-paired",
        standardError,
    };
}
function disparities(changed, mine, theirs) {
    const [candidate, baseline] = ["candidate", "baseline"].map((model) => compareMeans(changed, { model, mine, theirs }));
    return candidate === null || candidate === undefined || baseline === null || baseline === undefined
        ? null
        : { candidate, baseline };
}
/** A ratio or a least group that falls is worse; a difference or a greatest group that rises is. */
function worsening(comparison, change) {
    const loss = comparison === "ratio" || comparison === "group_min" ? -change : change;
    return loss === 0 ? 0 : loss;
}
function compareMeans({ comparison, measure }, { model, mine, theirs }) {
    const own = ofModel(measure, model, mine);
    if (theirs === null || own === null)
        return own;
    const other = ofModel(measure, model, theirs);
    if (other === null)
        return null;
    if (comparison !== "ratio")
        return Math.abs(own - other);
    const most = Math.max(own, other);
    return most <= 0 ? null : Math.min(own, other) / most;
}
function ofModel({ of, needs }, model, means) {
    if (of === null)
        return null;
    return of(needs === "decisions" ? { ...marginal(means, model) } : renamed(means, model));
}
/** The shares of one model's confusion table out of the eight of both. */
function marginal(means, model) {
    const share = (label, decision) => [false, true].reduce((sum, other) => {
        const [candidate, baseline] = model === "candidate" ? [decision, other] : [other, decision];
        return sum + (means[pairedName({ label, candidate, baseline })] ?? 0);
    }, 0);
    return {
        truePositives: share(true, true),
        falsePositives: share(false, true),
        falseNegatives: share(true, false),
        trueNegatives: share(false, false),
    };
}
/** The baseline's means under the candidate's names; the labels' own are both models'. */
function renamed(means, model) {
    if (model === "candidate")
        return means;
    const before = Object.entries(means).flatMap(([name, value]) => name.startsWith(queries_src/* BEFORE */.GV) ? [[name.slice(queries_src/* BEFORE */.GV.length), value]] : []);
    return { ...means, ...Object.fromEntries(before) };
}
function jointMeans({ needs, of }, rows) {
    if (of === null)
        return null;
    if (needs === "decisions")
        return rows.pairs === null ? null : meansOfPairs(rows.pairs);
    const moments = needs === "values" || needs === "scores" || needs === "ranks" ? rows.moments[needs] : undefined;
    return moments === undefined ? null : meansOfMoments(moments);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/measure-level.js
/**
 * A group's own measure against a floor or a ceiling.
 *
 * @module
 */



/** One-sided, of "the measure is at its limit": the exact binomial test for a rate, else by the standard error. */
function measureLevel({ rate, estimate, limit, bound }) {
    const { value, trials, standardError, proportion, noise } = estimate;
    const beyond = bound === "floor" ? limit - value : value - noise - limit;
    const test = proportion === null
        ? { p: testNormal(beyond, standardError, 1), method: "normal" }
        : { p: testRate(proportion, limit, bound), method: "exact-binomial" };
    return {
        rate,
        group: { value, trials },
        reference: null,
        change: null,
        value,
        interval: intervalOf(estimate),
        ...test,
        standardError,
    };
}
function testRate({ successes, trials }, limit, bound) {
    const whole = Math.max(1, Math.round(trials));
    const rounded = Math.min(whole, Math.round((successes / trials) * whole));
    const alternative = bound === "floor" ? "less" : "greater";
    return (0,src/* binomialTest */.WK)({ successes: rounded, trials: whole, against: limit, alternative });
}
function intervalOf({ value, standardError, proportion }) {
    if (proportion !== null)
        return (0,src/* wilsonInterval */.YV)({ ...proportion, confidence: CONFIDENCE });
    const half = (0,src/* normalQuantile */.Zl)(1 - (1 - CONFIDENCE) / 2) * standardError;
    return { low: value - half, high: value + half, confidence: CONFIDENCE };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/unjudged.js
/**
 * Why a group is not judged, in a word for machines and a sentence for people.
 *
 * @module
 */

/** The ways a limit cannot be judged. */
const unjudged = {
    noRows: (limit) => tell(limit, null, {
        outcome: "inconclusive",
        reason: "no-rows",
        n: 0,
        why: `${limit.check.metric} by ${limit.column} cannot be judged: the predictions hold no rows.`,
        remedy: "Write the predictions of at least some rows.",
    }),
    noBaseline: (limit, absent) => tell(limit, null, {
        outcome: "skipped",
        reason: "no-baseline",
        n: null,
        why: `${limit.check.metric} by ${limit.column} was not compared: there is no baseline yet, ${absent}.`,
        remedy: "Promote a first version, or name another `baseline` under `predictions`.",
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
        reason: findMeasure(rate).empty,
        n: 0,
        why: `${limit.check.metric} by ${limit.column} cannot be judged: ${rate} needs ${findMeasure(rate).unit}, and no group has any.`,
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
    return { id, limit, groupName, ...telling, why: `${sayWithin(limit)}${telling.why}` };
}
/** "Within region=west: "; nothing without control columns. */
function sayWithin({ within }) {
    const cells = Object.entries(within).map(([column, value]) => `${column}=${value}`);
    return cells.length === 0 ? "" : `Within ${cells.join(", ")}: `;
}
/** How few there are of what a rate is made of: "SEX=b has 9 rows with a positive label". */
function saySmall({ column }, { name, rate, trials }) {
    return `${column}=${name} has ${sayCount(trials, findMeasure(rate).unit)}`;
}
function listSmallest(limit, small) {
    const said = [
        ...new Set(small.toSorted((left, right) => left.trials - right.trials).map((side) => saySmall(limit, side))),
    ];
    return `${said.slice(0, unjudged_MOST_NAMES).join(", ")}${said.length > unjudged_MOST_NAMES ? ", …" : ""}`;
}
function sayCount(count, unit) {
    if (!Number.isInteger(count))
        return `an effective ${count.toFixed(1)} ${unit}`;
    return `${count} ${count === 1 ? unit.replace("rows", "row") : unit}`;
}
function listNames(groups) {
    const names = groups.slice(0, unjudged_MOST_NAMES).map(({ name }) => name);
    return `${names.join(", ")}${groups.length > unjudged_MOST_NAMES ? ", …" : ""}`;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/plan-pair.js
/**
 * One group held against the reference, or by itself: which measures of the disparity can be judged.
 *
 * @module
 */





/** The minimum is tested first, measure by measure: one below it is left out, and with none left the pair is skipped. */
function planPair(pair) {
    const { limit, group, minimum } = pair;
    const { rates } = limit.disparity;
    const small = listSmall(pair);
    const [smallest] = small;
    const enough = rates.filter((rate) => !small.some((side) => side.rate === rate));
    if (smallest !== undefined && enough.length === 0)
        return unjudged.belowMinimum(limit, group.name, { ...smallest, minimum });
    const empty = enough.map((rate) => smallerSide(pair, rate)).find(({ trials }) => trials === 0);
    if (empty)
        return unjudged.emptyDenominator(limit, group.name, { ...empty, ...findMeasure(empty.rate) });
    const parts = enough.map((rate) => measurePart(pair, rate));
    const zero = enough[parts.indexOf(null)];
    if (zero !== undefined)
        return unjudged.zeroRates(limit, group.name, {
            reference: pair.reference?.name ?? group.name,
            rate: zero,
        });
    return { ...pair, id: `${limit.id}=${group.name}`, parts: parts.flatMap((part) => part ?? []), small };
}
function measurePart({ limit, group, reference }, rate) {
    const measure = findMeasure(rate);
    const { comparison } = limit.disparity;
    if (limit.judges === "change")
        return measureChange({ rate, comparison, measure, group, reference });
    const own = measure.estimate(group);
    if (own === null)
        return null;
    if (limit.judges === "level" || reference === null)
        return measureLevel({ rate, estimate: own, limit: limit.limit.value, bound: limit.bound });
    const other = measure.estimate(reference);
    return other === null ? null : compareEstimates({ rate, comparison, group: own, reference: other });
}
/** The denominators below the minimum, the smaller of both groups for each measure; smallest first. */
function listSmall(pair) {
    return pair.limit.disparity.rates
        .map((rate) => smallerSide(pair, rate))
        .filter(({ trials }) => trials < pair.minimum)
        .toSorted((left, right) => left.trials - right.trials);
}
function smallerSide({ group, reference }, rate) {
    const { trials } = findMeasure(rate);
    const own = { name: group.name, rate, trials: trials(group) };
    if (reference === null)
        return own;
    const other = { name: reference.name, rate, trials: trials(reference) };
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
    if (limit.judges === "change" && policy.baselineAbsent !== null)
        return [unjudged.noBaseline(limit, policy.baselineAbsent)];
    const declared = policy.expect[limit.column] ?? [];
    const absent = declared.filter((name) => !byGroup.some((group) => group.name === name));
    return [
        ...planPresent(limit, frame, policy),
        ...absent.map((name) => unjudged.groupAbsent(limit, name, byGroup)),
    ];
}
function planPresent(limit, frame, policy) {
    const { byGroup } = frame;
    const alone = isAlone(limit);
    const named = policy.reference[limit.column];
    const reference = chooseReference(byGroup, named);
    if (reference === null && !alone)
        return [unjudged.referenceAbsent(limit, named ?? "", byGroup)];
    const others = alone ? byGroup : byGroup.filter(({ name }) => name !== reference?.name);
    if (others.length === 0)
        return [unjudged.oneGroup(limit, reference?.name ?? "")];
    const empty = findEmptyRate(limit, frame);
    if (empty !== undefined)
        return [unjudged.emptyEverywhere(limit, empty)];
    const { minimum } = policy;
    const pairs = others.map((group) => ({
        ...{ limit, frame, group, minimum },
        reference: alone ? null : reference,
    }));
    const planned = pairs.map(planPair);
    const skipped = planned.every((each) => "outcome" in each && each.outcome === "skipped");
    if (!skipped)
        return planned;
    return [...planned, unjudged.nothingJudged(limit, pairs.flatMap(listSmall), minimum)];
}
/** `group_min` and `group_max` are of each group by itself, whether a value or its change is judged. */
function isAlone({ disparity: { comparison } }) {
    return comparison === "group_min" || comparison === "group_max";
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
    return limit.disparity.rates.find((rate) => {
        const { trials } = findMeasure(rate);
        return byGroup.every((group) => trials(group) === 0);
    });
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/list-disparities.js
/**
 * What of every group was measured, and what fairlearn, AIF360 and aequitas make of it: only the report shows this, and
 * nothing judges it.
 *
 * @module
 */








const list_disparities_CONFIDENCE = 0.95;
/**
 * The measurements `fairness/1`: the rates of all rows; by column (or intersection, or control cell) the reference, the groups with
 * their counts and rates, the absent cells of an intersection, the rates' 95 % intervals, the disparities over all groups,
 * the same as fairlearn prints them, and the companions of the four-fifths rule.
 *
 * @example
 * listDisparities([], { reference: {}, checks: [], known: "confusion" }); // => { schema: "fairness/1", data: { overall: null, columns: {}, beside: {} } }
 */
function listDisparities(frames, section) {
    const named = (describe) => Object.fromEntries(frames.map((frame) => [nameFrame(frame), describe(frame, section)]));
    const [first] = frames;
    return {
        schema: "fairness/1",
        data: {
            overall: first === undefined ? null : describeRows(first.overall, section.known),
            columns: named(describeFrame),
            beside: named(describeBeside),
        },
    };
}
function nameFrame({ column, within }) {
    const cells = Object.entries(within).map(([name, value]) => `${name}=${value}`);
    return cells.length === 0 ? column : `${column} within ${cells.join(", ")}`;
}
function describeFrame(frame, section) {
    const { column, byGroup, absent } = frame;
    const reference = chooseReference(byGroup, section.reference[column]);
    return {
        reference: reference?.name ?? null,
        groups: [
            ...byGroup.map((group) => describeGroup(group, section)),
            ...absent.map((group) => ({ group, n: 0 })),
        ],
        intervals: byGroup.map((group) => describeIntervals(group, section)),
        disparities: describeDisparities(byGroup, section),
    };
}
/** Beside the columns, not in them: a page shows the first tables of what was measured. */
function describeBeside(frame, { reference, known }) {
    const chosen = chooseReference(frame.byGroup, reference[frame.column]);
    return {
        extremes: describeExtremes(frame.byGroup, known),
        ...(hasDecisions(frame.overall) ? describePeers(frame, chosen, known) : {}),
    };
}
function describeDisparities(byGroup, { checks, known }) {
    const names = new Set([...NAMED_DISPARITIES, ...checks.map(({ metric }) => metric)]);
    return Object.fromEntries([...names].flatMap((name) => {
        const disparity = DISPARITIES.get(name);
        const shown = disparity?.rates.every((rate) => isKnown(rate, known)) ?? false;
        return disparity === undefined || !shown ? [] : [[name, round(measureDisparity(disparity, byGroup))]];
    }));
}
function describeGroup(group, { known }) {
    return { group: group.name, n: group.n, ...describeRows(group, known) };
}
/** What was not asked for is not there; a rate without a denominator is there, and null. */
function describeRows(rows, known) {
    const { counts } = rows;
    const decided = hasDecisions(rows);
    const labels = { positives: countPositives(counts), negatives: countNegatives(counts) };
    return {
        ...(decided && known === "confusion" ? labels : {}),
        ...(decided ? { selected: countSelected(counts) } : {}),
        ...Object.fromEntries([...MEASURES].flatMap(([name, measure]) => {
            const value = isKnown(name, known) ? (measure.estimate(rows)?.value ?? null) : null;
            const there = value !== null || (decided && measure.needs === "decisions" && isKnown(name, known));
            return there ? [[name, round(value)]] : [];
        })),
    };
}
function describeIntervals(group, { known }) {
    const intervals = [...MEASURES].flatMap(([name, measure]) => {
        if (!isKnown(name, known))
            return [];
        const interval = list_disparities_intervalOf(measure, group);
        const rate = RATE_NAMES.some((each) => each === name) && hasDecisions(group);
        return interval === null && !rate ? [] : [[name, interval]];
    });
    return { group: group.name, confidence: list_disparities_CONFIDENCE, ...Object.fromEntries(intervals) };
}
const list_disparities_Z = (0,src/* normalQuantile */.Zl)(1 - (1 - list_disparities_CONFIDENCE) / 2);
/** Wilson's for a rate; for the rest, its standard errors on each side, cut to the measure's range. */
function list_disparities_intervalOf(measure, rows) {
    const estimate = measure.estimate(rows);
    if (estimate === null)
        return null;
    const { value, standardError, proportion } = estimate;
    const { low, high } = proportion === null
        ? { low: value - list_disparities_Z * standardError, high: value + list_disparities_Z * standardError }
        : (0,src/* wilsonInterval */.YV)({ ...proportion, confidence: list_disparities_CONFIDENCE });
    const floor = measure.range === "signed" ? low : Math.max(0, low);
    return { low: (0,gate_src/* roundJudged */.KH)(floor), high: (0,gate_src/* roundJudged */.KH)(measure.range === "unit" ? Math.min(1, high) : high) };
}
function describeExtremes(byGroup, known) {
    const found = Object.entries(measureExtremes(byGroup)).filter(([name]) => isKnown(name, known));
    return Object.fromEntries(found.map(([name, { group_min, group_max }]) => [
        name,
        { group_min: (0,gate_src/* roundJudged */.KH)(group_min), group_max: (0,gate_src/* roundJudged */.KH)(group_max) },
    ]));
}
function round(value) {
    return value === null ? null : (0,gate_src/* roundJudged */.KH)(value);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/plan-limits.js
/**
 * From the checks as written to limits on known disparities.
 *
 * @module
 */




/** What a limit of each comparison is called, and which way it holds. */
const KINDS = {
    ratio: "min",
    difference: "max",
    group_min: "min",
    group_max: "max",
    log_ratio: "max",
};
/**
 * Every limit of the section, one for each group column.
 *
 * @throws InputError for unknown disparities, limits that do not fit them, limits given twice, and columns that are
 * described but not judged.
 *
 * @example
 * planLimits({ by: ["SEX"], intersections: [], control: [], bins: {}, expect: {}, reference: {}, checks: [{ metric: "demographic_parity_ratio", limits: [{ kind: "min", value: 0.8 }], by: ["SEX"], source: null }] }).map(({ id }) => id); // => ["demographic_parity_ratio/min/SEX"]
 */
function planLimits(section) {
    const problems = [
        ...section.checks.flatMap(findCheckProblems),
        ...findStrayColumns(section),
        ...findIdleIntersections(section),
    ];
    if (problems.length > 0)
        throw new gate_src/* InputError */.dz(problems);
    const limits = section.checks.flatMap((check) => expandCheck(check, section));
    const twins = limits.filter(({ id }, index) => limits.findIndex((other) => other.id === id) !== index);
    if (twins.length > 0)
        throw new gate_src/* InputError */.dz(twins.map(describeTwin));
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
/**
 * What must be counted and measured for these limits.
 *
 * @example
 * [...listNeeds([{ disparity: { rates: ["accuracy", "roc_auc"] } }])]; // => ["decisions", "areas"]
 */
function listNeeds(limits) {
    return new Set(limits.flatMap(({ disparity }) => disparity.rates.map((rate) => findMeasure(rate).needs)));
}
/** An intersection is judged by every check that judges all of its columns. */
function expandCheck(check, { intersections }) {
    const disparity = DISPARITIES.get(check.metric);
    if (disparity === undefined)
        return [];
    const crossed = intersections.filter((columns) => columns.every((column) => check.by.includes(column)));
    return [...check.by.map((column) => [column]), ...crossed].flatMap((columns) => check.limits.map((limit) => ({
        check,
        column: joinNames(columns),
        columns,
        within: {},
        disparity,
        limit,
        ...directionOf(limit, disparity),
        id: `${check.metric}/${limit.kind}/${joinNames(columns)}`,
    })));
}
function directionOf(limit, { comparison }) {
    if (limit.kind === "max-drop")
        return { judges: "change", bound: "ceiling" };
    const judges = comparison === "group_min" || comparison === "group_max" ? "level" : "between";
    return { judges, bound: KINDS[comparison] === "min" ? "floor" : "ceiling" };
}
function findCheckProblems(check) {
    const place = check.source ?? {};
    const disparity = DISPARITIES.get(check.metric);
    if (disparity === undefined)
        return [{ ...describeUnknown(check.metric), ...place }];
    return check.limits.flatMap((limit) => {
        const misfit = limit.kind === "max-drop"
            ? describeUnpaired(check.metric, disparity)
            : describeMisfit(check.metric, limit, disparity);
        return misfit === null ? [] : [{ ...misfit, ...place }];
    });
}
const plan_limits_MOST_NAMES = 8;
function describeUnknown(metric) {
    const names = [...DISPARITIES.keys()];
    const near = (0,gate_src/* nearestWord */.zZ)(metric, names);
    return {
        message: `${(0,gate_src/* quote */.hD)(metric)} is no disparity that is known here; known are ${names.slice(0, plan_limits_MOST_NAMES).join(", ")} and ${names.length - plan_limits_MOST_NAMES} more.`,
        remedy: near === null ? "Name one of those in the action's README." : `Did you mean \`${near}\`?`,
    };
}
function describeMisfit(metric, limit, { rates, comparison }) {
    const kind = KINDS[comparison];
    if (limit.kind !== kind) {
        const remedy = `Write \`${kind}\`: ratios and the least group are limited from below, differences and the greatest from above.`;
        return { message: `${metric} has the limit \`${limit.kind}\`; \`${kind}\` was wanted.`, remedy };
    }
    const ranges = rates.map((rate) => findMeasure(rate).range);
    const unit = comparison === "ratio" || (comparison !== "log_ratio" && ranges.every((range) => range === "unit"));
    const signed = (comparison === "group_min" || comparison === "group_max") && ranges.includes("signed");
    const fits = signed || (limit.value >= 0 && (!unit || limit.value <= 1));
    if (fits)
        return null;
    const wanted = unit ? "a number from 0 to 1" : "a number that is not negative";
    const message = `${metric} has the limit \`${kind}: ${(0,gate_src/* quote */.hD)(limit.value)}\`; ${wanted} was wanted.`;
    return { message, remedy: "Write a fraction, such as 0.8 for four fifths." };
}
/** Ranks and bins of two models do not pair row by row. */
function describeUnpaired(metric, { rates, comparison }) {
    const unpaired = rates.some((rate) => findMeasure(rate).of === null);
    if (!unpaired && comparison !== "log_ratio")
        return null;
    const message = `${metric} has the limit \`max-drop\`, but its change on the same rows has no standard error here.`;
    return { message, remedy: `Write \`${KINDS[comparison]}\`, or limit the change of a rate or a mean.` };
}
function findStrayColumns(section) {
    const { intersections, control } = section;
    const judged = [...listColumns(section), ...intersections.map(joinNames)];
    const binned = [...judged, ...intersections.flat(), ...control];
    return ["expect", "reference", "bins"].flatMap((key) => Object.keys(section[key]).flatMap((column) => {
        const columns = key === "bins" ? binned : judged;
        if (columns.includes(column))
            return [];
        const near = (0,gate_src/* nearestWord */.zZ)(column, columns);
        const message = `\`${key}\` names the column ${(0,gate_src/* quote */.hD)(column)}, which is not judged; judged are ${columns.map(gate_src/* quote */.hD).join(", ")}.`;
        return [
            { message, remedy: near === null ? "Add it to `by`, or remove it." : `Did you mean ${(0,gate_src/* quote */.hD)(near)}?` },
        ];
    }));
}
/** An intersection is judged where a check judges each of its columns; one that no check does would pass unseen. */
function findIdleIntersections({ intersections, checks }) {
    return intersections.flatMap((columns) => {
        if (checks.some(({ by }) => columns.every((column) => by.includes(column))))
            return [];
        const message = `No check judges every column of the intersection ${joinNames(columns)}.`;
        return [{ message, remedy: "Name all of its columns in `by`, of the section or of one check." }];
    });
}
function describeTwin({ id, check }) {
    const message = `Two limits would be reported as ${(0,gate_src/* quote */.hD)(id)}.`;
    return { message, remedy: "Keep one of the checks.", ...(check.source ?? {}) };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/fairness/src/tell-contrast.js




/** Disparities that fairlearn has under the same name. */
const FAIRLEARN_NAMES = /^(?:demographic_parity|equal_opportunity|equalized_odds|selection_rate|accuracy_score|zero_one_loss|(?:true|false)_(?:positive|negative)_rate)_(?:difference|ratio)$/;
/** Words for a decided contrast. */
function tellContrast(decided, mode) {
    const why = `${tellSeen(decided)}; ${tellDecision(decided, mode)}${tellLeftOut(decided)}.`;
    const people = tellPeople(decided);
    if (decided.outcome === "pass")
        return { why: `${why}${people}`, remedy: null };
    return { why: `${why}${people}${tellOverall(decided)}`, remedy: tellRemedy(decided) };
}
function tellSeen({ contrast, decisive }) {
    const { limit } = contrast;
    if (limit.judges === "change")
        return tellChange(contrast, decisive);
    const wanted = `wanted ${limit.bound === "floor" ? "at least" : "at most"} ${limit.limit.value}`;
    const own = `${sayWithin(limit)}${decisive.rate} of ${limit.column}=${contrast.group.name} is ${sayLevel(decisive.group)}`;
    if (limit.judges === "level")
        return `${sayWithin(limit)}${decisive.rate} of ${limit.column}=${contrast.group.name} is ${sayBeside(decisive.value, limit.limit.value)}, ${wanted}`;
    const word = WORDS[limit.disparity.comparison];
    return `${own} against ${sayReference(contrast, decisive)}: ${word} ${sayBeside(decisive.value, limit.limit.value)}, ${wanted}`;
}
const WORDS = {
    difference: "difference",
    ratio: "ratio",
    group_min: "value",
    group_max: "value",
    log_ratio: "largest log ratio",
};
function sayReference({ limit, reference }, { reference: level }) {
    if (reference === null || level === null)
        return "nothing";
    const choice = reference.chosen === "largest" ? "the largest group" : "the reference";
    return `${sayLevel(level)} of ${limit.column}=${reference.name} (${choice})`;
}
function tellChange({ limit, group, reference }, decisive) {
    const { candidate = Number.NaN, baseline = Number.NaN } = decisive.change ?? {};
    const whose = `${limit.column}=${group.name}${reference === null ? "" : ` against ${limit.column}=${reference.name}`}`;
    const word = WORDS[limit.disparity.comparison];
    return (`${sayWithin(limit)}${decisive.rate} of ${whose}: ${word} ${sayBeside(candidate, baseline)}, the baseline's on the same rows ` +
        `${sayBeside(baseline, candidate)}: worse by ${sayBeside(decisive.value, limit.limit.value)}, wanted at most ${limit.limit.value}`);
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
/** The four-fifths rule's companions: what the ratio comes to in people, and whether one decision would turn it. */
function tellPeople({ contrast, breached, p, pAdjusted }) {
    const { limit, group, reference } = contrast;
    const notable = breached || (pAdjusted ?? p) < NOTABLE;
    if (!isFourFifths(limit) || reference === null || !notable)
        return "";
    return sayAdverseImpact(measureAdverseImpact(group, reference, limit.limit.value), breached);
}
const NOTABLE = 0.05;
/** With more than two groups the number fairlearn prints is another one than the contrast's. */
function tellOverall({ contrast: { limit, frame, minimum } }) {
    const { check, column, disparity } = limit;
    const { length } = frame.byGroup;
    if (limit.judges !== "between" || !FAIRLEARN_NAMES.test(check.metric))
        return "";
    const value = measureDisparity(disparity, frame.byGroup);
    if (length < 3 || value === null)
        return "";
    const few = frame.byGroup.some((group) => disparity.rates.some((rate) => findMeasure(rate).trials(group) < minimum));
    const which = `all ${length} groups of ${column}${few ? ", those too small to judge included," : ""}`;
    return ` fairlearn's ${check.metric} over ${which} is ${value.toFixed(3)}.`;
}
function sayTest({ decisive, p: own, pAdjusted }) {
    const p = (pAdjusted ?? own).toPrecision(2);
    const sizes = [decisive.group, ...(decisive.reference === null ? [] : [decisive.reference])];
    const n = `n = ${sizes.map(({ trials }) => sayTrials(trials)).join(" against ")}`;
    return `p = ${p}${pAdjusted === null ? "" : " after Holm"}, ${n}`;
}
function tellRemedy({ contrast, outcome, decisive, requiredN }) {
    const { limit, group } = contrast;
    const { kind } = limit.limit;
    if (outcome === "fail") {
        return `Look at the rows, labels and threshold behind ${decisive.rate} of ${limit.column}=${group.name} and mend the candidate; or choose another \`${kind}\` on the base branch first.`;
    }
    const rows = requiredN === null ? "more rows" : `about ${requiredN} rows`;
    return `Evaluate on ${rows} of ${contrast.reference === null ? "this group" : "these two groups"}, or choose another \`${kind}\` on the base branch first.`;
}
function sayLevel({ value }) {
    return value.toFixed(FEWEST_DECIMALS);
}
/** Effective numbers of weighted rows are no whole numbers. */
function sayTrials(trials) {
    return Number.isInteger(trials) ? String(trials) : `${trials.toFixed(1)} effective`;
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
 * judgeFairness({ by: [], intersections: [], control: [], bins: {}, mode: "screen", minimum: 30, missing: "error", expect: {}, reference: {}, checks: [] }, { counts: { rows: 0, within: [], byGroup: [] }, moments: {}, bins: [], areas: [], known: "confusion", baselineAbsent: null }).findings; // => []
 */
function judgeFairness(section, evidence) {
    const { control } = section;
    const { baselineAbsent } = evidence;
    const planned = planLimits(section).flatMap((limit) => toMetricFrames({ columns: limit.columns, control }, evidence).flatMap((frame) => planContrasts(within(limit, frame), frame, { ...section, baselineAbsent })));
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
    const groupings = [...listColumns(section).map((column) => [column]), ...section.intersections];
    const frames = groupings.flatMap((columns) => toMetricFrames({ columns, control }, evidence));
    return { findings, measurements: listDisparities(frames, { ...section, known: evidence.known }) };
}
/** The limit as it holds in one control cell: its findings name the cell. */
function within(limit, frame) {
    const cells = Object.entries(frame.within).map(([column, value]) => `${column}=${value}/`);
    const [metric = "", kind = ""] = limit.id.split("/");
    return { ...limit, within: frame.within, id: `${metric}/${kind}/${cells.join("")}${limit.column}` };
}
function describe({ check, column, within }, group) {
    const slice = group === null ? within : typeof group === "string" ? { ...within, [column]: group } : group.slice;
    return {
        kind: "disparity",
        check: check.written,
        severity: check.severity,
        source: check.source,
        slice: Object.keys(slice).length === 0 ? null : slice,
    };
}
function reportUnjudged({ id, limit, groupName, ...told }) {
    return (0,gate_src/* finding */.gk)({ id, ...describe(limit, groupName), ...told });
}
function reportDecided(decided, mode) {
    const { contrast, decisive, p, outcome, breached, pAdjusted } = decided;
    const { limit, group, id } = contrast;
    const { why, remedy } = tellContrast(decided, mode);
    return (0,gate_src/* finding */.gk)({
        id,
        ...describe(limit, group),
        outcome,
        reason: outcome === "inconclusive" ? (breached ? "not-significant" : "not-proven") : null,
        baseline: decisive.change === null ? null : (0,gate_src/* roundJudged */.KH)(decisive.change.baseline),
        observed: (0,gate_src/* roundJudged */.KH)(decisive.change?.candidate ?? decisive.value),
        effect: {
            kind: effectOf(limit),
            value: (0,gate_src/* roundJudged */.KH)(decisive.value),
            low: (0,gate_src/* roundJudged */.KH)(decisive.interval.low),
            high: (0,gate_src/* roundJudged */.KH)(decisive.interval.high),
            confidence: decisive.interval.confidence,
        },
        method: decisive.method,
        p: (0,gate_src/* roundJudged */.KH)(p),
        pAdjusted: pAdjusted === null ? null : (0,gate_src/* roundJudged */.KH)(pAdjusted),
        n: Math.round(countTrials(decisive)),
        requiredN: decided.requiredN,
        detectable: decided.detectable,
        why,
        remedy,
    });
}
function effectOf({ judges, disparity: { comparison } }) {
    if (judges === "change" || comparison === "difference")
        return "difference";
    return comparison === "ratio" ? "ratio" : "value";
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





















// EXTERNAL MODULE: ./build/node_modules/@ml-gates/runner/src/index.js + 53 modules
var runner_src = __webpack_require__(19082);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/assess-fairness/src/audit-explanations.js




/** @throws EvidenceError when a file of attributions cannot be read: then the gate did not run. */
async function auditExplanations(surroundings, { explanations }) {
    if (explanations === null)
        return { findings: [], evidence: [], measured: {} };
    const { predictions } = surroundings.gate;
    if (predictions === null || predictions.columns.score === null) {
        const message = "`explanations` need the column `score`, which `predictions.columns` does not name.";
        throw new gate_src/* InputError */.dz([{ message, remedy: "Add `score`: the number that the attributions add up to." }]);
    }
    return await audit(surroundings, explanations, predictions);
}
async function audit({ host, gate, engine }, explanations, { candidate, columns }) {
    const { candidate: uri, baseValue, tolerance, top } = explanations;
    const meaning = { key: columns.key, baseValue };
    const scored = { table: await engine.open({ path: candidate }), columns, by: [] };
    const own = await openAttributions(engine, { uri, path: uri, version: null }, meaning);
    const facts = await ask(engine, (0,queries_src/* planAttributions */.S6)(own.attributions, { predictions: scored, tolerance }));
    const source = explanations.baseline;
    const fetched = source === null ? null : await (0,runner_src/* fetchBaseline */.gX)(host, gate, { source, which: "predictions" });
    const other = fetched === null || "absent" in fetched ? fetched : await openAttributions(engine, fetched, meaning);
    const opened = other !== null && "attributions" in other ? other : null;
    const baseline = opened === null
        ? other
        : await ask(engine, (0,queries_src/* planImportances */.bZ)(opened.attributions));
    return {
        findings: judgeExplanations(explanations, { uri, facts, baseline }),
        evidence: [
            audit_explanations_describe("attributions", own),
            ...(opened === null ? [] : [audit_explanations_describe("baseline-attributions", opened)]),
        ],
        measured: { explanations: { importances: listImportances(facts.importances, top) } },
    };
}
async function openAttributions(engine, { uri, path, version }, meaning) {
    const table = await engine.open({ path });
    const { attributions, problems } = readAttributions(uri, { table, ...meaning });
    if (attributions === null)
        throw new gate_src/* EvidenceError */.oe(problems);
    return { attributions, uri, version, digest: table.digest, rows: table.rows };
}
async function ask(engine, { sql, read }) {
    return read(await engine.query(sql));
}
function audit_explanations_describe(role, { uri, digest, version, rows }) {
    return { role, uri, digest, version, rows };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/assess-fairness/src/gather-baseline.js




/** @throws EvidenceError when the rows of both files are not the same. */
async function gatherBaseline({ host, engine, gate, candidate, }) {
    const source = gate.predictions?.baseline ?? null;
    if (source === null)
        return { predictions: null, absent: "no `baseline` is named", evidence: [] };
    const fetched = await (0,runner_src/* fetchBaseline */.gX)(host, gate, { source, which: "predictions" });
    if ("absent" in fetched)
        return { predictions: null, absent: fetched.absent, evidence: [] };
    const { uri, path, version } = fetched;
    const table = await engine.open({ path });
    const own = { ...candidate.predictions, by: [] };
    // The baseline may lack labels, weights and groups: the candidate's are those of the same rows.
    const columns = { ...own.columns, label: labelIn(table, own.columns.label), weight: null };
    const predictions = { table, columns, by: [] };
    refuse(findAbsentColumns(uri, { ...predictions, intersections: [], control: [], bins: {} }));
    const keyless = [candidate.uri, uri].filter((_, index) => ![own.table, table][index]?.columns.some(({ name }) => name === columns.key));
    refuse(keyless.map((name) => ({
        message: `${name} has no key column ${columns.key}: rows of both models cannot be paired.`,
        remedy: "Write the key of every row, or correct `columns`.",
    })));
    const files = [
        { uri: candidate.uri, facts: await gather_baseline_ask(engine, (0,queries_src/* planPredictionsFacts */.JX)(own)) },
        { uri, facts: await gather_baseline_ask(engine, (0,queries_src/* planPredictionsFacts */.JX)(predictions)) },
    ];
    refuse(findPairProblems(files, await gather_baseline_ask(engine, (0,queries_src/* planFilePairing */.M3)(own, predictions))));
    return {
        predictions,
        absent: null,
        evidence: [{ role: "baseline-predictions", uri, digest: table.digest, version, rows: table.rows }],
    };
}
function labelIn({ columns }, label) {
    return columns.some(({ name }) => name === label) ? label : null;
}
async function gather_baseline_ask(engine, { sql, read }) {
    return read(await engine.query(sql));
}
function refuse(problems) {
    if (problems.length > 0)
        throw new gate_src/* EvidenceError */.oe(problems);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/assess-fairness/src/gather-evidence.js
/**
 * Opens the predictions, or a table of counts, and lets the engine count and measure what the checks need.
 *
 * @module
 */




const FAMILIES = ["values", "scores", "ranks"];
/** @throws EvidenceError when a file cannot be read, lacks a column, or holds rows that cannot be counted. */
async function gatherEvidence(surroundings, assessment) {
    const { counts } = assessment.fairness;
    return counts === null
        ? await measurePredictions(surroundings, assessment)
        : await readCounts(surroundings.engine, assessment, counts);
}
function groupingsOf(fairness) {
    const { intersections, control, bins } = fairness;
    return { by: listColumns(fairness), intersections, control, bins };
}
async function readCounts(engine, { fairness, limits }, uri) {
    const table = await engine.open({ path: uri });
    const groupings = groupingsOf(fairness);
    const { holds, problems } = findCountsTableProblems(uri, { table, ...groupings }, limits);
    gather_evidence_refuse(problems);
    const { faulty, ...counts } = await gather_evidence_ask(engine, (0,queries_src/* planCountsTable */.ES)({ table, holds, ...groupings }));
    const columns = { key: "", label: null, prediction: null, score: null, weight: null, positive: "" };
    const cuts = await suggestCuts(engine, table.from, { ...groupings, levels: counts.levels });
    gather_evidence_refuse(findCountsProblems({ uri, columns, counts, cuts, faulty }, { ...groupings, missing: fairness.missing }));
    const found = {
        counts,
        moments: {},
        bins: [],
        areas: [],
        known: holds,
        baselineAbsent: "counts have no baseline",
    };
    return {
        found,
        evidence: [{ role: "counts", uri, digest: table.digest, version: null, rows: counts.rows }],
    };
}
async function measurePredictions({ host, gate, engine }, { fairness, limits }) {
    const { predictions } = gate;
    if (predictions === null)
        throw new TypeError("the gate file's rules want predictions");
    const { candidate: uri, columns } = predictions;
    const needs = listNeeds(limits);
    gather_evidence_refuse(findUnnamedColumns(columns, needs));
    const table = await engine.open({ path: uri });
    const groupings = groupingsOf(fairness);
    gather_evidence_refuse(findAbsentColumns(uri, { table, columns, ...groupings }));
    // Numeric labels are as many cells as rows: they are counted only where a rate is judged.
    const decided = needs.has("decisions") || !needs.has("values");
    const counted = decided ? columns : { ...columns, label: null, prediction: null };
    const own = { table, columns, ...groupings, baseline: null };
    const changes = limits.some(({ judges }) => judges === "change");
    const before = changes
        ? await gatherBaseline({ host, engine, gate, candidate: { uri, predictions: own } })
        : null;
    const grouped = { ...own, baseline: before?.predictions ?? null };
    const counts = await gather_evidence_ask(engine, (0,queries_src/* planCountsByGroup */.cC)({ ...grouped, columns: counted }));
    const cuts = await suggestCuts(engine, table.from, { ...groupings, levels: counts.levels });
    gather_evidence_refuse(findCountsProblems({ uri, columns: counted, counts, cuts, faulty: 0 }, { ...groupings, missing: fairness.missing }));
    const measured = await measureOthers(engine, { uri, grouped, needs, top: fairness.topK });
    const origin = { role: "predictions", uri, digest: table.digest, version: null, rows: table.rows };
    return {
        found: { counts, ...measured, known: "confusion", baselineAbsent: before?.absent ?? null },
        evidence: [origin, ...(before?.evidence ?? [])],
    };
}
async function measureOthers(engine, { uri, grouped, needs, top }) {
    const moments = {};
    // Errors of calibration rest on the same probabilities as the means of scores.
    const families = FAMILIES.filter((family) => needs.has(family) || (family === "scores" && needs.has("bins")));
    for (const family of families) {
        const found = await gather_evidence_ask(engine, (0,queries_src/* planMomentsByGroup */.TF)(grouped, { family, top }));
        gather_evidence_refuse(findMomentProblems(uri, family, found));
        moments[family] = found;
    }
    return {
        moments: moments,
        bins: needs.has("bins") ? await gather_evidence_ask(engine, (0,queries_src/* planBinsByGroup */.mY)(grouped)) : [],
        areas: needs.has("areas") ? await gather_evidence_ask(engine, (0,queries_src/* planAreasByGroup */.m2)(grouped)) : [],
    };
}
/** Asked only when a gate is about to refuse: the bins to write are part of the message. */
async function suggestCuts(engine, from, { levels, bins }) {
    const many = Object.keys(levels).filter((column) => (levels[column] ?? 0) > queries_src/* MOST_GROUPS */.xL && !(column in bins));
    return many.length === 0 ? {} : await gather_evidence_ask(engine, (0,queries_src/* planCutPoints */.VW)(from, many));
}
async function gather_evidence_ask(engine, { sql, read }) {
    return read(await engine.query(sql));
}
function gather_evidence_refuse(problems) {
    if (problems.length > 0)
        throw new gate_src/* EvidenceError */.oe(problems);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/assess-fairness/src/inputs.js
/** `config`, `report-dir` and `token` are read by the host. */
const INPUTS = {
    predictions: { path: ["predictions", "candidate"], as: "text" },
    "baseline-predictions": { path: ["predictions", "baseline"], as: "text" },
    counts: { path: ["fairness", "counts"], as: "text" },
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
    const fairness = requireFairness(gate.file);
    // Before the data are read: a wrong check is told at once.
    const limits = planLimits(fairness);
    const file = await (0,runner_src/* evaluateModels */.eq)(host, gate.file);
    const { found, evidence, audit } = await gather(host, file, { fairness, limits });
    const { findings, measurements } = judgeFairness(fairness, found);
    const all = [...findings, ...audit.findings];
    return {
        inconclusive: gate.file.inconclusive,
        rules: gate.file,
        judgements: [
            {
                gate: { id: "assess-fairness", key: gate.file.model, mode: fairness.mode },
                summary: summarizeDisparities(all),
                subject: gate.subject,
                policy: gate.policy,
                evidence: [...evidence, ...audit.evidence],
                findings: all,
                measurements: { ...measurements, data: { ...measurements.data, ...audit.measured } },
            },
        ],
    };
}
async function gather(host, gate, assessment) {
    const engine = await (0,runner_src/* openEngine */.F5)(host, gate.engine);
    try {
        const surroundings = { host, gate, engine };
        const gathered = await gatherEvidence(surroundings, assessment);
        return { ...gathered, audit: await auditExplanations(surroundings, assessment.fairness) };
    }
    finally {
        engine.close();
    }
}
function requireFairness({ fairness }) {
    if (fairness !== null)
        return fairness;
    const message = "The gate file has no `fairness`, and no input stands for it: there is nothing to assess.";
    const remedy = "Add `fairness` with `by` and `checks`, or the inputs `by` and `checks`.";
    throw new gate_src/* InputError */.dz([{ message, remedy }]);
}


/***/ })

};
