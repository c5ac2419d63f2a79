export const id = 881;
export const ids = [881];
export const modules = {

/***/ 88881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  compareModels: () => (/* binding */ compareModels)
});

// EXTERNAL MODULE: ./build/node_modules/@ml-gates/gate/src/index.js + 27 modules
var src = __webpack_require__(87749);
// EXTERNAL MODULE: ./build/node_modules/@ml-gates/metrics/src/index.js + 72 modules
var metrics_src = __webpack_require__(24651);
// EXTERNAL MODULE: ./build/node_modules/@ml-gates/runner/src/index.js + 53 modules
var runner_src = __webpack_require__(19082);
// EXTERNAL MODULE: ./build/node_modules/@ml-gates/queries/src/index.js + 41 modules
var queries_src = __webpack_require__(21367);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/compare-models/src/gather-behaviour.js



/**
 * Nothing when the gate file names no cases. The cases are policy, so the base's decide; the rows are the candidate's.
 *
 * @throws InputError with every line that is no case; EvidenceError when a file cannot be read.
 */
async function gatherBehaviour(host, gate) {
    const { predictions, engine: settings } = gate.file;
    if (predictions === null || predictions.behaviour === null)
        return { findings: [], evidence: [] };
    const { columns, behaviour, candidate } = predictions;
    const { path, text, digest } = await gate.readPolicyFile(behaviour.cases);
    const cases = (0,metrics_src/* parseCases */.Bq)(text, path);
    const engine = await (0,runner_src/* openEngine */.F5)(host, settings);
    try {
        const table = await engine.open({ path: candidate });
        const { sql, read } = (0,queries_src/* planNamedPredictions */.BR)({ table, columns, by: [] }, (0,metrics_src/* listKeys */.TH)(cases));
        const rows = read(await engine.query(sql));
        return {
            findings: (0,metrics_src/* judgeBehaviour */.dZ)({ ...behaviour, cases, rows }),
            evidence: [{ role: "behaviour", uri: path, digest, version: null, rows: cases.length }],
        };
    }
    finally {
        engine.close();
    }
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/compare-models/src/gather-metrics.js


/** A metrics file holds names and numbers; anything larger is another file. */
const MAX_BYTES = 16 << 20;
/** @throws EvidenceError when a file cannot be read; InputError when it is no metrics file. */
async function gatherMetrics(host, gate, section) {
    const candidate = await readCandidate(host, section);
    const named = await readBaseline(host, gate, { section, source: section.baseline, role: "baseline" });
    const baseline = named ?? candidate?.otherSide ?? null;
    const anchor = await readBaseline(host, gate, { section, source: section.anchor, role: "anchor" });
    const parameters = await readParameters(host, gate, section);
    const before = baseline?.values ?? null;
    return {
        candidate: candidate && addParameters(candidate.values, parameters.candidate),
        baseline: before === null || "absent" in before ? before : addParameters(before, parameters.baseline),
        anchor: anchor?.values ?? null,
        evidence: [candidate?.evidence ?? [], baseline?.evidence ?? [], anchor?.evidence ?? []].flat(),
    };
}
function addParameters(file, parameters) {
    return { ...file, parameters: [...file.parameters, ...parameters] };
}
/** The parameters file beside the metrics: the candidate's own, and the baseline's where its source has one. */
async function readParameters(host, gate, { parameters: path, baseline }) {
    if (path === null)
        return { candidate: [], baseline: [] };
    const { text } = await (0,runner_src/* readTextFile */.Gu)(host, path, MAX_BYTES);
    const candidate = (0,metrics_src/* parseParameters */._A)(text, path);
    const source = baseline && besides(baseline, path);
    const fetched = source && (await (0,runner_src/* fetchBaseline */.gX)(host, gate, { source, which: "metrics" }));
    if (fetched === null || "absent" in fetched)
        return { candidate, baseline: [] };
    const before = await (0,runner_src/* readTextFile */.Gu)(host, fetched.path, MAX_BYTES);
    return { candidate, baseline: (0,metrics_src/* parseParameters */._A)(before.text, fetched.uri) };
}
/** A registry's version says its parameters itself, or not at all. */
function besides(baseline, path) {
    if (baseline.kind === "registry")
        return null;
    return baseline.kind === "git" ? { ...baseline, path } : { kind: "file", path };
}
async function readCandidate(host, { candidate: path, format }) {
    if (path === null)
        return null;
    const { text, digest } = await (0,runner_src/* readTextFile */.Gu)(host, path, MAX_BYTES);
    const evidence = { role: "candidate", uri: path, digest, version: null, rows: null };
    const values = (0,metrics_src/* parseMetrics */.Bm)(text, path, format);
    // A file with both sides, such as DVC's diff, is its own baseline where no other is named.
    const otherSide = values.baseline && {
        values: values.baseline,
        evidence: { ...evidence, role: "baseline" },
    };
    return { values, evidence, otherSide };
}
async function readBaseline(host, gate, { section: { format }, source, role, }) {
    if (source === null)
        return null;
    const fetched = await (0,runner_src/* fetchBaseline */.gX)(host, gate, { source, which: "metrics" });
    if ("absent" in fetched)
        return { values: fetched, evidence: [] };
    const { path, uri, digest, version, origin } = fetched;
    const { text } = await (0,runner_src/* readTextFile */.Gu)(host, path, MAX_BYTES);
    const evidence = { role, uri, digest, version, rows: null, ...origin };
    return { values: (0,metrics_src/* parseMetrics */.Bm)(text, uri, format), evidence };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/compare-models/src/query-measures.js



/** Above this many rows ranks come from binned scores, as long as that decides nothing. */
const MOST_EXACT = 1_000_000;
const BINS = 1 << 14;
/** Rows shown as examples, lost and gained each. */
const MOST_EXAMPLES = 20;
/** Runs one plan. */
async function ask(engine, { sql, read }) {
    return read(await engine.query(sql));
}
/** Everything but the origin of the rows. The table `pairs` must be there. */
async function queryMeasures(engine, asked) {
    const { paired, section, predictions, rows } = asked;
    const plan = (0,metrics_src/* planMeasures */.N1)(predictions.columns, paired.vocabulary.classes, section.checks);
    const both = paired.pair.baseline !== null;
    const exact = { kind: "exact" };
    const coarse = rows > MOST_EXACT && !predictions.columns.scores;
    const found = {
        decisions: plan.decisions ? await queryDecisions(engine, paired) : null,
        losses: await queryEach(plan.losses, async (loss) => {
            const shift = await ask(engine, (0,queries_src/* planLossShift */.Xg)(paired, loss));
            return await ask(engine, (0,queries_src/* planLossSums */.Dj)(paired, loss, shift));
        }),
        rankings: await queryEach(plan.rankings, (metric) => ask(engine, (0,queries_src/* planRankingSums */.Ub)(paired, metric))),
        ranks: await queryRanks(engine, asked, {
            plans: plan.ranks,
            steps: coarse ? { kind: "binned", bins: BINS } : exact,
        }),
        curves: plan.ranks[0]?.tasks === "binary" ? await queryCurves(engine, paired, both) : null,
        examples: plan.decisions && both ? await queryExamples(engine, asked) : [],
    };
    const { columns } = predictions;
    const evidence = {
        columns,
        classes: paired.vocabulary.classes,
        baseline: both ? "paired" : null,
        ...found,
    };
    if (!coarse || !(0,metrics_src/* ranksDecide */.uy)(section, evidence))
        return found;
    return { ...found, ranks: await queryRanks(engine, asked, { plans: plan.ranks, steps: exact }) };
}
async function queryEach(named, query) {
    const answers = [];
    for (const [name, asked] of Object.entries(named))
        answers.push([name, await query(asked)]);
    return Object.fromEntries(answers);
}
async function queryDecisions(engine, paired) {
    const counts = await ask(engine, (0,queries_src/* planDecisionCounts */.C0)(paired));
    if (!paired.pair.candidate.columns.cluster)
        return counts;
    return (0,queries_src/* addClusters */.H_)(counts, await ask(engine, (0,queries_src/* planClusterProducts */.e2)(paired)));
}
async function queryRanks(engine, { paired }, { plans, steps }) {
    if (plans.length === 0)
        return [];
    const largest = await ask(engine, (0,queries_src/* planScoreRange */.pu)(paired));
    const ranks = [];
    for (const plan of plans) {
        const sums = await ask(engine, (0,queries_src/* planRankSums */.wD)(paired, { tasks: plan.tasks, steps, only: null, largest }));
        ranks.push({ plan, sums });
    }
    return ranks;
}
async function queryCurves(engine, paired, both) {
    return {
        candidate: (0,metrics_src/* drawCurves */.PW)(await ask(engine, (0,queries_src/* planScoreBins */.at)(paired, "candidate"))),
        baseline: both ? (0,metrics_src/* drawCurves */.PW)(await ask(engine, (0,queries_src/* planScoreBins */.at)(paired, "baseline"))) : null,
    };
}
async function queryExamples(engine, { paired, predictions }) {
    const rows = await ask(engine, (0,queries_src/* planFlippedRows */.xv)(paired, MOST_EXAMPLES));
    return rows.map(({ key, ...row }) => ({ id: predictions.showIds ? key : (0,src/* digestOf */.ol)(key), ...row }));
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/compare-models/src/gather-predictions.js





/**
 * Null when the gate file names no predictions, or no columns that a metric can be computed from.
 *
 * @throws EvidenceError with counts when the rows of the files cannot be paired one to one.
 */
async function gatherPredictions(host, { predictions, ...gate }, section) {
    if (predictions === null || !isComputable(predictions.columns))
        return null;
    const file = { ...gate, predictions };
    const baseline = await fetchNamed(host, file, predictions.baseline);
    const anchor = await fetchNamed(host, file, predictions.anchor);
    const engine = await (0,runner_src/* openEngine */.F5)(host, gate.engine);
    try {
        const { fold } = predictions.columns;
        const by = [...new Set([...section.checks.flatMap((check) => check.by), ...(fold ? [fold] : [])])];
        const candidate = { path: predictions.candidate, uri: predictions.candidate, version: null, origin: {} };
        const after = await openPredictions(engine, candidate, {
            columns: predictions.columns,
            by,
            labelled: true,
        });
        const asked = { engine, section, predictions, after };
        const found = await compareWith(asked, baseline);
        const pinned = anchor === null ? null : await compareWith(asked, anchor);
        return {
            found: found.evidence,
            anchor: pinned?.evidence ?? null,
            evidence: [
                describeOrigin("candidate-predictions", after),
                ...(found.before === null ? [] : [describeOrigin("baseline-predictions", found.before)]),
                ...(pinned?.before ? [describeOrigin("anchor-predictions", pinned.before)] : []),
            ],
        };
    }
    finally {
        engine.close();
    }
}
function isComputable({ label, prediction, score, scores }) {
    return label !== null && (prediction !== null || score !== null || Boolean(scores));
}
async function fetchNamed(host, gate, source) {
    return source === null ? null : await (0,runner_src/* fetchBaseline */.gX)(host, gate, { source, which: "predictions" });
}
async function openPredictions(engine, { path, uri, version, origin }, meaning) {
    const table = await engine.open({ path });
    const predictions = { table, ...meaning };
    // The baseline may lack labels: the candidate's are those of the same rows.
    refuse((0,metrics_src/* findColumnProblems */.YV)({ uri, predictions }, { ...meaning, rows: table.rows }));
    refuse((0,metrics_src/* findPredictionsProblems */.a0)(uri, await ask(engine, (0,queries_src/* planPredictionsFacts */.JX)(predictions))));
    const texts = await ask(engine, (0,queries_src/* planPredictionsTexts */._k)(predictions));
    return { uri, version, digest: table.digest, rows: table.rows, predictions, texts, origin };
}
/** Measures the candidate beside one other version of the model, or alone when that is not there. */
async function compareWith({ engine, section, predictions, after }, other) {
    const { columns } = predictions;
    const pairable = other === null || "absent" in other ? null : other;
    const before = pairable && (await openPredictions(engine, pairable, { columns, by: [], labelled: false }));
    const paired = pairUp({ section, after, before });
    await engine.query((0,queries_src/* planPairs */.PG)(paired));
    if (before !== null) {
        const rows = { candidate: after.rows, baseline: before.rows };
        refuse((0,metrics_src/* findPairingProblems */.Wf)(await ask(engine, (0,queries_src/* planPairing */.Ay)(rows))));
    }
    const found = await queryMeasures(engine, { section, predictions, paired, rows: after.rows });
    const baseline = other !== null && "absent" in other ? other : before && "paired";
    const evidence = { columns, classes: paired.vocabulary.classes, baseline, ...found };
    return { evidence, before };
}
function pairUp({ section, after, before, }) {
    const { texts, predictions } = after;
    const classes = (0,metrics_src/* chooseClasses */.wL)({ after: texts, before: before?.texts ?? null }, { ...predictions, checks: section.checks });
    if (classes !== null) {
        const { labels, decisions } = texts;
        const named = predictions.columns.scores ? classes : null;
        refuse((0,metrics_src/* findValueProblems */.L2)({
            labels,
            candidate: decisions,
            baseline: before?.texts.decisions ?? null,
            classes: named,
        }));
    }
    const pair = { candidate: predictions, baseline: before?.predictions ?? null };
    return (0,queries_src/* describePairs */.d_)(pair, { classes, groups: texts.groups });
}
function refuse(problems) {
    if (problems.length > 0)
        throw new src/* EvidenceError */.oe(problems);
}
function describeOrigin(role, { uri, digest, version, rows, origin }) {
    return { role, uri, digest, version, rows, ...origin };
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
    const file = await (0,runner_src/* evaluateModels */.eq)(host, gate.file);
    const files = await gatherMetrics(host, file, section);
    const predictions = await gatherPredictions(host, file, section);
    const { candidate, baseline } = files;
    const behaviour = await gatherBehaviour(host, gate);
    const { findings: compared, measurements } = (0,metrics_src/* judgeComparison */.tk)(section, {
        candidate,
        baseline,
        predictions: predictions?.found ?? null,
        anchor: describeAnchor(files, predictions),
    });
    const findings = [...compared, ...behaviour.findings];
    return {
        inconclusive: gate.file.inconclusive,
        rules: gate.file,
        judgements: [
            {
                gate: { id: "compare-models", key: gate.file.model, mode: section.mode },
                summary: (0,metrics_src/* summarizeFindings */.Y1)(findings),
                subject: gate.subject,
                policy: gate.policy,
                evidence: [...files.evidence, ...(predictions?.evidence ?? []), ...behaviour.evidence],
                findings,
                measurements,
            },
        ],
    };
}
/** The same candidate beside the pinned anchor; null when none is named. */
function describeAnchor(files, predictions) {
    const paired = predictions?.anchor ?? null;
    if (files.anchor === null && paired === null)
        return null;
    return { candidate: files.candidate, baseline: files.anchor, predictions: paired };
}
function requireSection(section) {
    if (section !== null)
        return section;
    const message = "The gate file has no `metrics`, and no input stands for it: there is nothing to compare.";
    throw new src/* InputError */.dz([{ message, remedy: "Add `metrics` with `checks`, or the input `checks`." }]);
}


/***/ })

};
