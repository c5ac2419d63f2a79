export const id = 995;
export const ids = [995];
export const modules = {

/***/ 50995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createGithubHost: () => (/* binding */ createGithubHost)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/runner/src/run-context.js
/**
 * The commit judged and the commit whose policy decides. `pull_request`: the event's head and base;
 * `merge_group`: its head and base; a push to the default branch and a schedule: the commit's own policy;
 * any other ref: the default branch's. `GITHUB_SHA` of a pull request is the merge commit, so it is not used there.
 */
function readRunContext(environment, payload) {
    const event = (typeof payload === "object" && payload !== null ? payload : {});
    const { pull_request: pull, merge_group: group, workflow_run: earlier } = event;
    const serverUrl = environment["GITHUB_SERVER_URL"] ?? "https://github.com";
    const repository = environment["GITHUB_REPOSITORY"] ?? null;
    const runId = environment["GITHUB_RUN_ID"];
    return {
        event: environment["GITHUB_EVENT_NAME"] ?? "local",
        repository,
        commit: pull?.head?.sha ?? group?.head_sha ?? earlier?.head_sha ?? environment["GITHUB_SHA"] ?? null,
        base: pull?.base?.sha ?? group?.base_sha ?? baseElsewhere(environment, event),
        pullRequest: pull?.number ?? null,
        head: readHead(earlier),
        url: repository !== null && runId ? `${serverUrl}/${repository}/actions/runs/${runId}` : null,
        attempt: Number(environment["GITHUB_RUN_ATTEMPT"] ?? 1),
        leg: readLeg(environment["ML_GATES_LEG"]),
        apiUrl: environment["GITHUB_API_URL"] ?? "https://api.github.com",
        serverUrl,
    };
}
/** A workflow that a pull request started, and that has ended. */
function readHead(earlier) {
    const [owner, branch] = [earlier?.head_repository?.owner?.login, earlier?.head_branch];
    if (earlier?.event !== "pull_request" || owner === undefined || branch === undefined)
        return null;
    return { owner, branch };
}
const MOST_PARTS = 20;
/** `toJSON(matrix)`: which leg of a matrix this job is. Anything but a flat object of texts and numbers is no leg. */
function readLeg(text) {
    try {
        const value = JSON.parse(text || "{}");
        const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
        const flat = entries.filter(([, part]) => ["string", "number", "boolean"].includes(typeof part));
        return Object.fromEntries(flat.slice(0, MOST_PARTS).map(([name, part]) => [name, String(part).slice(0, 100)]));
    }
    catch {
        return {};
    }
}
/** No commit is called so: a change whose base is not known is not judged, and the message quotes this. */
const UNKNOWN_BASE = "(the event names no base)";
function baseElsewhere(environment, event) {
    const isChange = /^(pull_request|merge_group)/.test(environment["GITHUB_EVENT_NAME"] ?? "");
    if (isChange)
        return UNKNOWN_BASE;
    const branch = event.repository?.default_branch;
    if (branch === undefined || environment["GITHUB_EVENT_NAME"] === "schedule")
        return null;
    return environment["GITHUB_REF"] === `refs/heads/${branch}` ? null : branch;
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/runner/src/github-host.js
/**
 * GitHub's runner as a host: inputs and event from its environment, outputs and summary to its files.
 *
 * @module
 */



const MAX_SUMMARY_BYTES = 1 << 20;
/** The host of the job this process runs in. */
function createGithubHost(environment) {
    return {
        inputs: readInputs(environment),
        directory: environment["GITHUB_WORKSPACE"] ?? process.cwd(),
        run: readRunContext(environment, readEvent(environment["GITHUB_EVENT_PATH"])),
        environment,
        log: (line) => core/* info */.pq(neutralise(line)),
        annotate,
        setOutput: core/* setOutput */.uH,
        appendSummary: (markdown) => appendSummary(environment, markdown),
        mask: core/* setSecret */.Pq,
        now: () => new Date(),
    };
}
/** The runner hands `report-dir` over as `INPUT_REPORT-DIR`. */
function readInputs(environment) {
    const given = Object.entries(environment).flatMap(([name, value]) => name.startsWith("INPUT_") ? [[name.slice("INPUT_".length).toLowerCase(), (value ?? "").trim()]] : []);
    return Object.fromEntries(given);
}
function readEvent(path) {
    return path === undefined ? {} : JSON.parse((0,external_node_fs_.readFileSync)(path, "utf8"));
}
/**
 * A log line that looks like a workflow command would be one: text of data must not command the runner. The runner
 * looks for `::` at the start of a line, and for `##[` anywhere in it.
 */
function neutralise(line) {
    return line
        .replaceAll(/[\r\n]+/g, " ")
        .replace(/^(\s*)::/, "$1| ::")
        .replaceAll("##[", "## [");
}
const ANNOTATE = { error: core/* error */.z3, warning: core/* warning */.$e, notice: core/* notice */.lm };
function annotate({ level, message, path, line, column }) {
    ANNOTATE[level](message, {
        title: "ml-gates",
        ...(path === undefined ? {} : { file: path }),
        ...(line === undefined ? {} : { startLine: line }),
        ...(column === undefined ? {} : { startColumn: column }),
    });
}
async function appendSummary(environment, markdown) {
    if (!environment["GITHUB_STEP_SUMMARY"])
        return;
    if (Buffer.byteLength(markdown) > MAX_SUMMARY_BYTES) {
        core/* warning */.$e("The summary is over GitHub's 1 MiB and was left out; the reports hold all of it.");
        return;
    }
    await core/* summary */.z.addRaw(markdown, true).write();
}


/***/ })

};
