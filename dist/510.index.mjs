export const id = 510;
export const ids = [510];
export const modules = {

/***/ 34510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishReport: () => (/* binding */ publishReport)
});

// EXTERNAL MODULE: ./build/node_modules/@ml-gates/gate/src/index.js + 22 modules
var src = __webpack_require__(34804);
// EXTERNAL MODULE: ./build/node_modules/@ml-gates/report/src/index.js + 20 modules
var report_src = __webpack_require__(57603);
// EXTERNAL MODULE: ./build/node_modules/@ml-gates/runner/src/index.js + 45 modules
var runner_src = __webpack_require__(25114);
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
    const problems = [...judgeKey(key), ...judgeComment(comment)];
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
        comment: comment === "true",
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
function judgeComment(comment) {
    if (comment === "true" || comment === "false")
        return [];
    const message = `The input \`comment\` is ${(0,src/* quote */.hD)(comment)}; \`true\` or \`false\` was wanted.`;
    return [{ message, remedy: "Leave it out to comment wherever there is a pull request." }];
}

// EXTERNAL MODULE: ./build/node_modules/@ml-gates/github/src/index.js + 34 modules
var github_src = __webpack_require__(27301);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/publish-report/src/post-review.js
/**
 * Posting the comment where there is a pull request and a token. Whatever goes wrong here leaves the verdict alone.
 *
 * @module
 */



const PERMISSION = "Set `token`, and add `pull-requests: write` to the job's `permissions`; a run for a fork is never given it.";
/** The comment's web address; null when none was written, which one notice explains where one was wanted. */
async function postReview(host, { comment, token }, body) {
    const { pullRequest, repository, apiUrl } = host.run;
    if (!comment || pullRequest === null || repository === null)
        return null;
    if (token === null)
        return explain(host, `there is no token. ${PERMISSION}`);
    host.mask(token);
    const client = (0,github_src/* createClient */.UU)({ token, apiUrl, userAgent: `ml-gates/${runner_src/* TOOL_VERSION */.wr}` });
    try {
        const posting = await (0,github_src/* postComment */.Gy)((0,github_src/* openReview */.py)(client, { repository, pullRequest }), body);
        host.log(`The comment was ${posting.change}: ${posting.comment.url}`);
        return posting.comment.url;
    }
    catch (error) {
        return explain(host, sayError(error));
    }
}
function explain(host, why) {
    const message = `No comment was written: ${why} The verdict stands; the summary and the page hold the whole report.`;
    host.annotate({ level: "notice", message });
    return null;
}
function sayError(error) {
    if (!(error instanceof src/* EvidenceError */.oe))
        return error instanceof Error ? error.message : String(error);
    return error.problems.map(({ message, remedy }) => `${message} ${remedy}`).join(" ");
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
        const reports = await gatherReports(host, inputs);
        const proposed = inputs.proposed === null ? [] : await (0,runner_src/* readReports */.oh)(host, inputs.proposed);
        const facts = { ...gatherFacts(host, inputs, reports), proposed: proposed.map(({ report }) => report) };
        const comment = (0,report_src/* renderComment */.wQ)(reports, { ...facts, key: inputs.key });
        await (0,runner_src/* writeText */.x3)(host, `${inputs.reportDir}/comment.md`, comment);
        await (0,runner_src/* writeText */.x3)(host, inputs.html, (0,report_src/* renderHtml */.K2)(reports, facts));
        const url = await postReview(host, inputs, comment);
        return {
            judgements: [],
            reports,
            missing: facts.missing,
            outputs: { "evidence-digest": (0,src/* digestReports */.G4)(reports), "comment-url": url ?? "" },
            summary: (0,report_src/* renderSummary */.Br)(reports, facts),
        };
    },
};
/** @throws EvidenceError when there is nothing to tell: no evidence is never a pass. */
async function gatherReports(host, { reports: pattern, expect }) {
    const found = await (0,runner_src/* readReports */.oh)(host, pattern);
    refuseOthers(host, found);
    const reports = found.map(({ report }) => report);
    if (reports.length > 0 || expect.length > 0)
        return reports;
    throw new src/* EvidenceError */.oe([
        {
            message: `No report was found at ${(0,src/* quote */.hD)(pattern)}; at least one was wanted.`,
            remedy: "Run a gate before this step, or download its reports, or correct `reports`.",
        },
    ]);
}
/** A report of another commit vouches for nothing here: a change could bring one along. */
function refuseOthers({ run }, found) {
    if (run.commit === null || run.event === "local" || run.event === "workflow_run")
        return;
    const others = found.filter(({ report }) => report.subject.commit !== null && report.subject.commit !== run.commit);
    if (others.length === 0)
        return;
    throw new src/* EvidenceError */.oe(others.map(({ path, report }) => ({
        message: `The report ${(0,src/* quote */.hD)(path)} is of commit ${report.subject.commit}; this run judges ${run.commit}.`,
        remedy: "Let this run's own gates write their reports, and keep no report in the repository.",
    })));
}
function gatherFacts({ run }, inputs, reports) {
    return {
        missing: (0,report_src/* expectedReports */.Yt)(reports, inputs.expect),
        commit: run.commit,
        command: inputs.config === null ? "npx ml-gates run" : `npx ml-gates run ${inputs.config}`,
        runUrl: run.url,
    };
}


/***/ })

};
