export const id = 818;
export const ids = [818];
export const modules = {

/***/ 83818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishReport: () => (/* binding */ publishReport)
});

// EXTERNAL MODULE: ./build/node_modules/@ml-gates/gate/src/index.js + 27 modules
var src = __webpack_require__(87749);
// EXTERNAL MODULE: ./build/node_modules/@ml-gates/report/src/index.js + 40 modules
var report_src = __webpack_require__(83192);
// EXTERNAL MODULE: ./build/node_modules/@ml-gates/runner/src/index.js + 53 modules
var runner_src = __webpack_require__(19082);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/publish-report/src/find-change.js
/**
 * The pull request to tell, and the rules it is held to: the event names them, but for a run after a fork's.
 *
 * @module
 */

/** @throws EvidenceError when the base's rules cannot be read: then nothing can be judged again. */
async function findChange(host, inputs, client) {
    const { run } = host;
    if (run.event !== "workflow_run")
        return { pullRequest: run.pullRequest, strange: false, base: null };
    if (run.head == null || run.commit === null || run.repository === null)
        return { pullRequest: null, strange: true, base: null };
    if (client === null)
        throw withoutToken();
    const { findPullRequest } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(631)]).then(__webpack_require__.bind(__webpack_require__, 59631));
    const found = await findPullRequest(client, {
        ...run.head,
        repository: run.repository,
        commit: run.commit,
    });
    if (found === null) {
        host.log(`No open pull request has ${run.commit} as its head: nothing is commented.`);
        return { pullRequest: null, strange: true, base: null };
    }
    const base = await readBase(client, {
        repository: run.repository,
        commit: found.base,
        config: inputs.config,
    });
    return { pullRequest: found.number, strange: true, base };
}
async function readBase(client, { repository, commit, config, }) {
    const { readContent } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(631)]).then(__webpack_require__.bind(__webpack_require__, 59631));
    for (const path of config === null ? [".github/ml-gates.yml", "ml-gates.yml"] : [config]) {
        const content = await readContent(client, { repository, commit, path });
        if ("text" in content)
            return { path, text: content.text };
    }
    return null;
}
function withoutToken() {
    const message = "There is no token, and the pull request of a workflow that has ended can only be asked for.";
    return new src/* EvidenceError */.oe([
        { message, remedy: "Set `token`, and give the job `contents: read` and `pull-requests: write`." },
    ]);
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/publish-report/src/gather-reports.js
/**
 * Gathering what there is to tell: reports of gates, and of other tools.
 *
 * @module
 */



/** @throws EvidenceError when there is nothing to tell: no evidence is never a pass. */
async function gatherReports(host, { reports: pattern, expect }) {
    const texts = await (0,runner_src/* readReportTexts */.vd)(host, pattern);
    const found = (0,runner_src/* parseReports */.jk)(texts.filter(({ text }) => (0,report_src/* isGateReport */.aK)(text)));
    refuseOthers(host, found);
    const foreign = texts.filter(({ text }) => !(0,report_src/* isGateReport */.aK)(text));
    const imported = foreign.map((each) => (0,report_src/* importReport */.ow)(each, host.run.commit));
    if (texts.length === 0 && expect.length === 0)
        throw nothingFound(pattern);
    const kept = (0,report_src/* mergeReports */.C1)(found.map(({ report }) => report));
    // An import of an earlier run stands in the folder too: the one made now takes its place.
    const gates = kept.filter(({ gate }) => !imported.some((each) => each.gate.id === gate.id && each.gate.key === gate.key));
    return { gates, imported, reports: [...gates, ...imported.map((each) => seal(host, each))] };
}
/** As the run seals it when it is kept: the digest leaves `run` out. */
function seal({ run, now }, judgement) {
    const record = {
        url: run.url,
        attempt: run.attempt,
        leg: run.leg,
        startedAt: now().toISOString(),
        seconds: 0,
    };
    return (0,src/* reportJudgement */.qV)(judgement, { toolVersion: runner_src/* TOOL_VERSION */.wr, run: record, inconclusive: "warn" });
}
function nothingFound(pattern) {
    const message = `No report was found at ${(0,src/* quote */.hD)(pattern)}; at least one was wanted.`;
    const remedy = "Run a gate before this step, or download its reports, or correct `reports`.";
    return new src/* EvidenceError */.oe([{ message, remedy }]);
}
/** A report of another commit vouches for nothing here: a change could bring one along. */
function refuseOthers({ run }, found) {
    if (run.commit === null || run.event === "local")
        return;
    const others = found.filter(({ report }) => report.subject.commit !== null && report.subject.commit !== run.commit);
    if (others.length === 0)
        return;
    throw new src/* EvidenceError */.oe(others.map(({ path, report }) => ({
        message: `The report ${(0,src/* quote */.hD)(path)} is of commit ${report.subject.commit}; this run judges ${run.commit}.`,
        remedy: "Let this run's own gates write their reports, and keep no report in the repository.",
    })));
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/publish-report/src/post-review.js
/**
 * Posting the comment where there is a pull request and a token. Whatever goes wrong here leaves the verdict alone.
 *
 * @module
 */



const PERMISSION = "Set `token`, and add `pull-requests: write` to the job's `permissions`; a run for a fork is never given it.";
/** The comment's web address; null when none was written, which one notice explains where one was wanted. */
async function postReview(host, inputs, telling) {
    const { repository } = host.run;
    const { client, pullRequest } = telling;
    if (inputs.comment === "false" || pullRequest === null || repository === null)
        return null;
    if (client === null)
        return explain(host, `there is no token. ${PERMISSION}`);
    try {
        const { openReview, postComment } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(631)]).then(__webpack_require__.bind(__webpack_require__, 59631));
        const review = openReview(client, { repository, pullRequest });
        const posting = await postComment(review, draftOf(inputs, telling), pause);
        if (posting.change === "removed-by-person")
            return explain(host, REMOVED);
        host.log(`The comment was ${posting.change}: ${posting.comment.url}`);
        return posting.comment.url;
    }
    catch (error) {
        return explain(host, sayError(error));
    }
}
const REMOVED = "a person deleted a comment of this author here. Set `comment: always` to have it again.";
function draftOf({ key, comment }, { reports, facts }) {
    return {
        marker: (0,report_src/* commentMarker */.Ql)(key),
        compose: (standing, budget) => (0,report_src/* renderComment */.wQ)(reports, { ...facts, key }, { standing, budget }),
        stands: (body) => (0,report_src/* standsIn */.Bl)(body, reports, facts.commit),
        isShared: (body) => (0,report_src/* isShared */.yM)(body, reports, facts.commit),
        budget: report_src/* COMMENT_BYTES */.GJ,
        insist: comment === "always",
    };
}
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5000;
/** Longer from turn to turn, and never the same for two jobs. */
async function pause(turn) {
    await (0,promises_.setTimeout)(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * (turn + 1)) * (0.5 + Math.random()));
}
/** One notice for what was not told, and why. */
function explain(host, why, what = "comment") {
    const message = `No ${what} was written: ${why} The verdict stands; the summary and the page hold the whole report.`;
    host.annotate({ level: "notice", message });
    return null;
}
/** An error in one line. */
function sayError(error) {
    if (!(error instanceof src/* EvidenceError */.oe))
        return error instanceof Error ? error.message : String(error);
    return error.problems.map(({ message, remedy }) => `${message} ${remedy}`).join(" ");
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/publish-report/src/hold-check.js

/** Does the work; its check ends as `endOf` says, and fails when the work does. */
async function holdCheck(host, { inputs, client }, { work, endOf }) {
    const check = inputs.checkRun && client !== null ? await begin(host, inputs, client) : null;
    try {
        const result = await work();
        await end(host, check, endOf(result));
        return result;
    }
    catch (error) {
        await end(host, check, { blocks: true, title: "did not run", summary: sayError(error) });
        throw error;
    }
}
async function begin({ run, ...host }, { key }, client) {
    if (run.repository === null || run.commit === null)
        return null;
    const name = key === "default" ? "ml-gates" : `ml-gates (${key})`;
    try {
        const { startCheck } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(631)]).then(__webpack_require__.bind(__webpack_require__, 59631));
        return await startCheck(client, { repository: run.repository, commit: run.commit, name, url: run.url });
    }
    catch (error) {
        return explain({ run, ...host }, sayError(error), "check");
    }
}
async function end(host, check, said) {
    await check?.complete(said).catch((error) => explain(host, sayError(error), "check"));
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/publish-report/src/inputs.js
/**
 * The inputs of publish-report, typed.
 *
 * @module
 */

/** @throws InputError listing every input that is wrong. */
function parseInputs(inputs) {
    const given = (name) => inputs[name]?.trim() || null;
    const reportDir = given("report-dir") ?? "ml-gates-report";
    const key = given("key") ?? "default";
    const comment = given("comment") ?? "true";
    const checkRun = given("check-run") ?? "false";
    const problems = [
        ...judgeKey(key),
        ...judgeWord("comment", comment, COMMENT),
        ...judgeWord("check-run", checkRun, SWITCH),
    ];
    if (problems.length > 0)
        throw new src/* InputError */.dz(problems);
    return {
        config: given("config"),
        reportDir,
        reports: given("reports") ?? reportDir,
        proposed: given("proposed"),
        expect: (given("expect") ?? "")
            .split(/[\n,]/)
            .map((name) => name.trim())
            .filter(Boolean),
        key,
        comment: COMMENT.find((word) => word === comment) ?? "true",
        checkRun: checkRun === "true",
        junit: given("junit") ?? `${reportDir}/junit.xml`,
        html: given("html") ?? `${reportDir}/report.html`,
        token: given("token"),
    };
}
/** The key stands inside an HTML comment, which these characters cannot end. */
function judgeKey(key) {
    if (/^[A-Za-z0-9._-]{1,64}$/.test(key))
        return [];
    const message = `The input \`key\` is ${(0,src/* quote */.hD)(key)}; at most 64 letters, digits, \`.\`, \`_\` and \`-\` were wanted.`;
    return [{ message, remedy: "Write a short name, such as `employment`." }];
}
const COMMENT = ["true", "false", "always"];
const SWITCH = ["true", "false"];
function judgeWord(name, word, words) {
    if (words.includes(word))
        return [];
    const message = `The input \`${name}\` is ${(0,src/* quote */.hD)(word)}; ${words.map((each) => `\`${each}\``).join(" or ")} was wanted.`;
    return [{ message, remedy: "Leave it out for the default." }];
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/publish-report/src/recompute-verdict.js
/**
 * Reports of a fork's run, judged again as far as their numbers allow: by which rules they were judged, whether each
 * outcome follows from its numbers, and whether every gate of the base's rules is there. The numbers may be forged all
 * the same: the point of trust is the merge queue.
 *
 * @module
 */

/** Which gate answers for which section of the gate file. */
const SECTIONS = [
    ["data", "validate-data"],
    ["drift", "detect-drift"],
    ["metrics", "compare-models"],
    ["fairness", "assess-fairness"],
];
/** The gates that the base's gate file asks for. */
function listAsked(base) {
    if (base === null)
        return [];
    const file = { ...(0,src/* parseGateFile */.P5)(base, []) };
    const isAsked = (section) => Array.isArray(section) ? section.length > 0 : section != null;
    return SECTIONS.filter(([section]) => isAsked(file[section])).map(([, gate]) => gate);
}
/** The report, or that its gate did not run where it was judged by other rules or says what its numbers do not. */
function recomputeVerdict(report, base) {
    if (report.verdict === "error")
        return report;
    const problems = [...judgePolicy(report, base), ...report.findings.flatMap(judgeFinding)];
    if (problems.length === 0)
        return report;
    const { gate, tool, run, subject } = report;
    return (0,src/* reportError */.N7)(gate, { kind: "evidence", problems }, { toolVersion: tool.version, run, subject });
}
function judgePolicy({ policy, gate }, base) {
    const isAsked = SECTIONS.some(([, id]) => id === gate.id);
    if (base === null || !isAsked || policy?.digest === (0,src/* digestOf */.ol)(base.text))
        return [];
    const message = `The report of ${gate.id} was judged by rules with digest ${(0,src/* quote */.hD)(policy?.digest ?? null)}; the base's ${base.path} has ${(0,src/* digestOf */.ol)(base.text)}.`;
    return [
        {
            message,
            remedy: "Run the gates again on the base as it is now, with the gate file and not with inputs.",
        },
    ];
}
/** A pass beyond its own plain limit is none: what noise explains is `inconclusive`, in every mode. */
function judgeFinding({ id, check, outcome, observed }) {
    if (outcome !== "pass" || observed === null)
        return [];
    const parts = id.split("/");
    const isBeyond = (kind, beyond) => {
        const limit = check[kind];
        return parts.includes(kind) && typeof limit === "number" && beyond(limit);
    };
    if (!isBeyond("min", (limit) => observed < limit) && !isBeyond("max", (limit) => observed > limit))
        return [];
    const message = `The finding ${(0,src/* quote */.hD)(id)} says pass, but ${observed} is beyond its limit.`;
    return [{ message, remedy: "Let the gate write the report again, and leave it as it is." }];
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/publish-report/src/publish-report.js
/**
 * publish-report: one comment, one summary and one page for everything the gates found.
 *
 * @module
 */









/** Tells the reports of a chain, and stops the job when one of them blocks or is missing. */
const publishReport = {
    id: "publish-report",
    inconclusive: "warn",
    run: async (host) => {
        const inputs = parseInputs(host.inputs);
        const client = await openClient(host, inputs);
        const work = () => publish(host, inputs, client);
        return holdCheck(host, { inputs, client }, { work, endOf });
    },
};
async function publish(host, inputs, client) {
    const change = await findChange(host, inputs, client);
    const gathered = await gatherReports(host, inputs);
    const judged = (reports) => change.strange ? reports.map((report) => recomputeVerdict(report, change.base)) : reports;
    const [gates, reports] = [judged(gathered.gates), judged(gathered.reports)];
    const facts = await gatherFacts(host, inputs, { reports, change });
    await writeFiles(host, inputs, { reports, facts });
    const url = await postReview(host, inputs, { reports, facts, client, pullRequest: change.pullRequest });
    return {
        judgements: gathered.imported,
        reports: gates,
        missing: facts.missing,
        outputs: { "evidence-digest": (0,src/* digestReports */.G4)(reports), "comment-url": url ?? "" },
        summary: (0,report_src/* renderSummary */.Br)(reports, facts),
    };
}
/** The API's client takes longer to load than all the rest: a run without a token does without it. */
async function openClient(host, { token }) {
    if (token === null)
        return null;
    host.mask(token);
    const { createClient } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(631)]).then(__webpack_require__.bind(__webpack_require__, 59631));
    return createClient({ token, apiUrl: host.run.apiUrl, userAgent: `ml-gates/${runner_src/* TOOL_VERSION */.wr}` });
}
async function writeFiles(host, { reportDir, key, html, junit }, { reports, facts }) {
    await (0,runner_src/* writeText */.x3)(host, `${reportDir}/comment.md`, (0,report_src/* renderComment */.wQ)(reports, { ...facts, key }));
    await (0,runner_src/* writeText */.x3)(host, html, await (0,report_src/* renderHtml */.K2)(reports, facts));
    await (0,runner_src/* writeText */.x3)(host, junit, (0,report_src/* renderJunit */.RV)(reports, facts.missing));
    await (0,runner_src/* writeText */.x3)(host, `${reportDir}/metrics.txt`, (0,report_src/* renderOpenMetrics */.TQ)(reports));
    await (0,runner_src/* writeText */.x3)(host, `${reportDir}/messages/slack.json`, (0,report_src/* renderSlack */.DW)(reports, facts));
    await (0,runner_src/* writeText */.x3)(host, `${reportDir}/messages/teams.json`, (0,report_src/* renderTeams */.he)(reports, facts));
}
async function gatherFacts(host, { config, expect, proposed }, { reports, change }) {
    const { commit, url, repository, serverUrl } = host.run;
    const shown = proposed === null ? [] : await (0,runner_src/* readReports */.oh)(host, proposed);
    return {
        missing: (0,report_src/* expectedReports */.Yt)(reports, [...expect, ...listAsked(change.base)]),
        commit,
        command: config === null ? "npx ml-gates run" : `npx ml-gates run ${config}`,
        runUrl: url,
        repositoryUrl: repository === null ? null : `${serverUrl}/${repository}`,
        proposed: shown.map(({ report }) => report),
    };
}
/** What the check of the head commit ends with. */
function endOf({ reports = [], missing = [], summary = "" }) {
    const title = (0,report_src/* summariseReports */.cG)(reports, missing);
    return { blocks: (0,report_src/* foldReports */.h2)(reports, missing).blocks, title, summary };
}


/***/ })

};
