export const id = 200;
export const ids = [200];
export const modules = {

/***/ 87200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  promoteModel: () => (/* binding */ promoteModel)
});

// EXTERNAL MODULE: ./build/node_modules/@ml-gates/gate/src/index.js + 27 modules
var src = __webpack_require__(87749);
// EXTERNAL MODULE: ./build/node_modules/@ml-gates/runner/src/index.js + 53 modules
var runner_src = __webpack_require__(19082);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/promote-model/src/inputs.js
/**
 * The inputs of promote-model: which of them stand for keys of the gate file, and the rest as typed values.
 *
 * @module
 */

/** `config`, `report-dir` and `token` are read by the host. */
const INPUTS = {
    model: { path: ["artifact"], as: "text" },
    registry: { path: ["registry"], as: "yaml" },
    inconclusive: { path: ["inconclusive"], as: "text" },
};
const OPERATIONS = ["resolve", "register", "promote"];
/**
 * Parses what does not stand for a key of the gate file.
 *
 * @throws InputError with every problem at once.
 */
function parseInputs(inputs) {
    const text = (name) => (inputs[name] ?? "").trim();
    const problems = RULES.flatMap((rule) => rule(text) ?? []);
    if (problems.length > 0)
        throw new src/* InputError */.dz(problems);
    return {
        operation: OPERATIONS.find((each) => each === text("operation")) ?? "resolve",
        version: text("version") || null,
        from: parseFrom(text("from")),
        to: text("to") || null,
        reports: text("reports") || "ml-gates-report/*.json",
        evidenceDigest: text("evidence-digest") || null,
    };
}
function parseFrom(from) {
    if (from === "")
        return null;
    if (from === "any")
        return "any";
    return { version: from === "none" ? null : from };
}
const NUMBER = /^[1-9][0-9]{0,8}$/;
const RULES = [
    (text) => {
        const operation = text("operation");
        if (OPERATIONS.some((each) => each === operation))
            return null;
        const near = (0,src/* nearestWord */.zZ)(operation, OPERATIONS);
        return {
            message: `operation is ${(0,src/* quote */.hD)(operation)}: wanted one of ${OPERATIONS.join(", ")}.`,
            remedy: near === null ? "Choose one of these words." : `Did you mean \`${near}\`?`,
        };
    },
    (text) => {
        const version = text("version");
        if (version === "" || NUMBER.test(version))
            return null;
        return {
            message: `version is ${(0,src/* quote */.hD)(version)}: wanted the number of a registered version.`,
            remedy: "Pass the output `version` of the step that registered the model, or leave it out.",
        };
    },
    (text) => {
        const from = text("from");
        if (["", "any", "none"].includes(from) || NUMBER.test(from))
            return null;
        return {
            message: `from is ${(0,src/* quote */.hD)(from)}: wanted a version's number, \`none\` or \`any\`.`,
            remedy: "Leave it out to expect the version that the gates compared with.",
        };
    },
    (text) => {
        const digest = text("evidence-digest");
        if (digest === "" && text("operation") === "promote") {
            return {
                message: "evidence-digest is empty: a promotion is anchored to the reports that the gate job vouched for.",
                remedy: `Pass the gate job's output: \`evidence-digest: ${EXPRESSION}\`.`,
            };
        }
        if (digest === "" || /^sha256:[0-9a-f]{64}$/.test(digest))
            return null;
        return {
            message: `evidence-digest is ${(0,src/* quote */.hD)(digest)}: wanted \`sha256:\` and 64 hexadecimal digits.`,
            remedy: `Pass the gate job's output as it is: \`evidence-digest: ${EXPRESSION}\`.`,
        };
    },
];
/** In two parts, because this is text for a person and no template of ours. */
const EXPRESSION = ["$", "{{ needs.gates.outputs.evidence-digest }}"].join("");

// EXTERNAL MODULE: ./build/node_modules/@ml-gates/report/src/index.js + 40 modules
var report_src = __webpack_require__(83192);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/promote-model/src/judge-evidence.js
/**
 * Judges whether the reports allow this very model to be promoted.
 *
 * @module
 */

/** One finding for the anchor, one for each gate, one for the model's name and one for its bytes. */
function judgeEvidence(vouching) {
    if (vouching.reports.length === 0)
        return [judgeAnchor(vouching)];
    return [
        judgeAnchor(vouching),
        ...judgeVerdicts(vouching.reports),
        judgeModelName(vouching),
        judgeModelDigest(vouching),
    ];
}
/** A finding on a requirement: what is wanted is said by its id. */
function requirement(id, outcome, parts) {
    const remedy = outcome === "pass" ? null : parts.remedy;
    return (0,src/* finding */.gk)({
        kind: "requirement",
        check: { requirement: id },
        severity: "block",
        ...parts,
        id,
        outcome,
        remedy,
    });
}
function judgeAnchor({ reports, pattern, evidenceDigest }) {
    const id = "evidence/anchor";
    if (reports.length === 0) {
        const remedy = "Download the gate job's reports before this step, or correct the input `reports`.";
        return requirement(id, "fail", { why: `No report was found at ${pattern}.`, remedy });
    }
    const seen = (0,src/* digestReports */.G4)(reports.map(({ report }) => report));
    return requirement(id, seen === evidenceDigest ? "pass" : "fail", {
        why: `The ${reports.length} reports have the digest ${seen}; the gate job vouched for ${evidenceDigest}.`,
        remedy: "Pass on all reports of one gate run, unchanged, with that run's own evidence-digest.",
    });
}
/** Two reports of one gate would let the better one speak: that is refused, not chosen from. */
function judgeVerdicts(reports) {
    const names = new Set(reports.map(({ report }) => nameOf(report)));
    return [...names].map((name) => {
        const found = reports.filter(({ report }) => nameOf(report) === name);
        const id = `evidence/verdict/${name}`;
        const [first, second] = found;
        if (first === undefined || second !== undefined) {
            const why = `${found.length} reports are of the gate ${name}: ${found.map(({ path }) => path).join(", ")}.`;
            return requirement(id, "fail", { why, remedy: "Pass the reports of one gate run only." });
        }
        return judgeVerdict(id, first);
    });
}
function judgeVerdict(id, { path, report }) {
    if ((0,src/* digestReport */.Bn)(report) !== report.digest) {
        const remedy = "Pass on the reports as the gates wrote them.";
        return requirement(id, "fail", { why: `${path} was changed after it was written.`, remedy });
    }
    const why = `${nameOf(report)} came to ${report.verdict}${report.blocks ? ", which blocks" : ""}: ${report.summary}`;
    const remedy = "Let the gates pass on this model, then promote it.";
    return requirement(id, outcomeOf(report), { why, remedy });
}
function outcomeOf({ verdict, blocks }) {
    if (blocks)
        return "fail";
    if (verdict === "pass" || verdict === "warn")
        return "pass";
    return verdict === "inconclusive" ? "inconclusive" : "fail";
}
function judgeModelName({ reports, model }) {
    const others = reports.filter(({ report }) => report.subject.model !== model);
    const named = others.map(({ path, report }) => `${path} (${report.subject.model ?? "no model"})`);
    return requirement("evidence/model-name", others.length === 0 ? "pass" : "fail", {
        why: others.length === 0 ? `Every report is about ${model}.` : `Not about ${model}: ${named.join(", ")}.`,
        remedy: "Judge and promote by one gate file, whose key `model` names the model.",
    });
}
function judgeModelDigest({ reports, digest }) {
    const id = "evidence/model-digest";
    const remedy = "Name the model's path by `artifact` in the gate file, and promote the bytes that were judged.";
    const strange = reports.find(({ report }) => report.subject.digest !== null && report.subject.digest !== digest);
    if (strange) {
        const why = `${strange.path} judged a model with digest ${strange.report.subject.digest}; this one has ${digest}.`;
        return requirement(id, "fail", { why, remedy });
    }
    const naming = reports.filter(({ report }) => report.subject.digest === digest).length;
    const why = `${naming} of ${reports.length} reports name the model's digest ${digest}.`;
    return requirement(id, naming > 0 ? "pass" : "fail", { why, remedy });
}
function nameOf({ gate }) {
    return gate.key === null ? gate.id : `${gate.id}.${gate.key}`;
}

// EXTERNAL MODULE: ./build/node_modules/@ml-gates/registries/src/index.js + 23 modules
var registries_src = __webpack_require__(27048);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/promote-model/src/judge-kept.js


const NAMES = ["metrics", "predictions"];
/** Warns when a version that was registered before came with other files than these. */
function judgeAgain(version, given) {
    return NAMES.flatMap((name) => {
        const file = given[name];
        const digest = file === null ? null : (0,registries_src/* digestGiven */.Im)(file);
        if (digest === null || digest === version[name]?.digest)
            return [];
        const why = `Version ${version.version} was registered before with other ${name} (${version[name]?.digest ?? "none"}) than these (${digest}), and keeps them.`;
        const remedy = "Find out why the same model was evaluated differently: the registered files are the next baseline.";
        return [requirement(`registry/${name}`, "fail", { severity: "warn", why, remedy })];
    });
}
/** The roles a file has as evidence: one kept at an address of its own is judged under its path. */
const ROLES = { metrics: "candidate", predictions: "candidate-predictions" };
/** Fails when the reports judged other bytes than a kept file was registered with. */
function judgeKept(version, reports) {
    const evidence = reports.flatMap(({ report }) => report.evidence);
    return NAMES.flatMap((name) => {
        const kept = version[name];
        const judged = evidence
            .filter(({ uri, role }) => uri === kept?.uri || role === ROLES[name])
            .map(({ digest }) => digest);
        if (kept === null || judged.length === 0 || judged.includes(kept.digest))
            return [];
        const why = `The reports judged ${kept.uri} with digest ${judged[0]}; version ${version.version} was registered with ${kept.digest}.`;
        const remedy = `Judge the registered ${name}: they are the next baseline, and must be what the gates have seen.`;
        return [requirement(`evidence/${name}`, "fail", { why, remedy })];
    });
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/promote-model/src/judge-move.js

/** Findings on the version and on where the pointer stands. */
function judgeMove(move) {
    return [judgeVersion(move), judgeExpectation(move)];
}
/**
 * Where the pointer is expected: where the input says, else at the baseline the gates compared with (a green gate
 * against version 5 must not replace version 6), else unset if they had none, else where it stands.
 */
function expectPointer(reports, { model, alias, current, from, isBaseline }) {
    if (from !== null)
        return [from];
    const uri = `registry:${model}@${alias}`;
    const evidence = reports.flatMap(({ report }) => report.evidence);
    const compared = evidence.flatMap((each) => each.uri === uri && each.version !== null ? [each.version] : []);
    if (compared.length > 0)
        return [...new Set(compared)].map((version) => ({ version }));
    const findings = reports.flatMap(({ report }) => report.findings);
    const hadNone = isBaseline && findings.some(({ reason }) => reason === "no-baseline");
    return [{ version: hadNone ? null : current }];
}
function judgeVersion({ model, version, digest }) {
    const id = "registry/version";
    if (version === null) {
        const why = `No version of ${model} was registered with the model's digest ${digest}.`;
        return requirement(id, "fail", { why, remedy: "Register this model first (operation: register)." });
    }
    return requirement(id, version.digest === digest ? "pass" : "fail", {
        why: `Version ${version.version} of ${model} has digest ${version.digest}; the model at hand has ${digest}.`,
        remedy: "Promote the version that was registered with these bytes; leave `version` out to find it by digest.",
    });
}
function judgeExpectation({ model, alias, version, current, expected }) {
    const id = "registry/expect";
    const place = `${model}@${alias}`;
    const [expect, second] = expected;
    if (expect === undefined || second !== undefined) {
        const named = expected.map((each) => (each === "any" ? "any" : (each.version ?? "nothing")));
        const why = `The gates compared with several versions of ${place}: ${named.join(", ")}.`;
        return requirement(id, "fail", { why, remedy: "Run all gates again, against one version." });
    }
    const wanted = expect === "any" ? "anything" : (expect.version ?? "nothing");
    const stands = expect === "any" || expect.version === current;
    // Standing there already is for the registry to judge: the same evidence makes it a repeated run.
    const isThere = version !== null && version.version === current;
    return requirement(id, stands || isThere ? "pass" : "fail", {
        why: `${place} points at ${current ?? "nothing"}; expected ${wanted}.`,
        remedy: "Run the gates again, against the version that stands there now, or state another `from`.",
    });
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/promote-model/src/task.js
/**
 * One step's work, and how any operation tells what it did.
 *
 * @module
 */


/** The action's folder name, and the gate id of its reports. */
const ACTION_ID = "promote-model";
/**
 * Hashes the model at hand.
 *
 * @throws InputError when nothing says where it is; EvidenceError when it is not there.
 */
async function readModel({ host, gate }) {
    const path = gate.file.artifact;
    if (path !== null)
        return { path, digest: await (0,registries_src/* hashModel */.ku)(host.directory, path) };
    const message = "Neither the input `model` nor the gate file's key `artifact` says where the model's bytes are.";
    const remedy = "Add `artifact: <path>` to the gate file, such as `artifact: out/model.json`.";
    throw new src/* InputError */.dz([{ message, remedy }]);
}
/** One judgement and the action's own outputs. */
function tellOutcome({ gate, inputs, model, alias }, outcome) {
    const { summary, findings, version, changed, sequence = null, evidence = [] } = outcome;
    const subject = {
        ...gate.subject,
        model,
        version: version?.version ?? null,
        digest: version?.digest ?? null,
    };
    const data = { operation: inputs.operation, model, alias, changed, sequence, ...outcome.data };
    return {
        judgements: [
            {
                gate: { id: ACTION_ID, key: null, mode: null },
                summary,
                subject,
                policy: gate.policy,
                evidence,
                findings,
                measurements: { schema: "promotion/1", data },
            },
        ],
        inconclusive: outcome.inconclusive ?? null,
        outputs: {
            version: subject.version ?? "",
            digest: subject.digest ?? "",
            changed: String(changed),
            sequence: String(sequence ?? ""),
        },
    };
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/promote-model/src/move-pointer.js
/**
 * The operation `promote`: the pointer moves when the reports allow it for this very model, and not otherwise.
 *
 * @module
 */







/** Gathers, judges, moves the pointer if nothing blocks, and tells what moved. */
async function movePointer(task) {
    const facts = await gather(task);
    const findings = judge(task, facts);
    const receipt = await promote(task, facts, findings);
    const { bytes, version, current, reports } = facts;
    return tellOutcome(task, {
        summary: summarise(task, { receipt, current, findings }),
        findings,
        version,
        changed: receipt?.changed ?? false,
        sequence: receipt?.sequence ?? null,
        inconclusive: readPolicy(task),
        evidence: [
            { role: "model", uri: bytes.path, digest: bytes.digest, version: version?.version ?? null, rows: null },
            ...reports.map(({ path, report }) => ({
                role: "report",
                uri: path,
                digest: report.digest,
                version: null,
                rows: null,
            })),
        ],
        data: {
            digest: bytes.digest,
            evidenceDigest: task.inputs.evidenceDigest,
            from: receipt?.from ?? (receipt === null ? current : null),
            to: receipt?.to ?? null,
            hash: receipt?.hash ?? null,
        },
    });
}
async function gather(task) {
    const { host, gate, inputs, registry, model, alias } = task;
    const bytes = await readModel(task);
    const reports = await (0,runner_src/* readReports */.oh)(host, inputs.reports);
    const version = inputs.version === null
        ? await registry.findByDigest(model, bytes.digest)
        : await registry.find(model, inputs.version);
    const current = await registry.pointsAt(model, alias);
    const isBaseline = alias === gate.file.registry.alias;
    const expected = expectPointer(reports, { model, alias, current, from: inputs.from, isBaseline });
    return { bytes, reports, version, current, expected };
}
function judge({ inputs, model, alias }, facts) {
    const { bytes, reports, version } = facts;
    const pattern = inputs.reports;
    const evidenceDigest = inputs.evidenceDigest ?? "";
    return [
        ...judgeEvidence({ reports, pattern, evidenceDigest, model, digest: bytes.digest }),
        ...judgeMove({ ...facts, model, alias, digest: bytes.digest }),
        ...(version === null ? [] : judgeKept(version, reports)),
    ];
}
async function promote(task, facts, findings) {
    const { host, registry, model, alias, inputs } = task;
    const { version, expected } = facts;
    const verdict = (0,src/* foldVerdict */.z4)(findings);
    const [expect] = expected;
    if ((0,src/* blocksJob */.Cl)(verdict, readPolicy(task)) || version === null || expect === undefined)
        return null;
    const { commit, url: runUrl, attempt } = host.run;
    const judged = (0,report_src/* foldReports */.h2)(facts.reports.map(({ report }) => report), []).verdict;
    const evidence = { evidenceDigest: inputs.evidenceDigest ?? "", verdict: judged, runUrl, attempt };
    return registry.promote({ model, alias, to: version.version, expect, evidence, commit, at: host.now() });
}
/** The gate file's word on `inconclusive` is for the gates; a promotion is softened by its own input only. */
function readPolicy({ host, gate }) {
    return (host.inputs["inconclusive"] ? gate.file.inconclusive : null) ?? "fail";
}
function summarise({ model, alias }, { receipt, current, findings }) {
    const place = `${model}@${alias}`;
    if (receipt?.changed)
        return `${place} moved from ${receipt.from ?? "nothing"} to ${receipt.to}.`;
    if (receipt !== null)
        return `${place} stood at ${receipt.to} already, by the same evidence.`;
    const reason = findings.find(({ severity, outcome }) => severity === "block" && outcome !== "pass");
    return `${place} stays at ${current ?? "nothing"}: ${reason?.why ?? "nothing allows it to move."}`;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/promote-model/src/read-candidate.js
/**
 * The files a version is registered with: what the next gates will take as the baseline.
 *
 * @module
 */




/** @throws EvidenceError when a file that the gate file names cannot be read. */
async function readCandidate(host, { metrics, predictions }) {
    const scored = await readKept(host, predictions?.candidate ?? null);
    const storedAt = predictions?.storedAt ?? null;
    return {
        metrics: await readKept(host, metrics?.candidate ?? null),
        predictions: scored === null || storedAt === null
            ? scored
            : { ...scored, uri: fillAddress(storedAt, (0,registries_src/* digestGiven */.Im)(scored)) },
    };
}
/** A version's file must stay where it is when the next one is stored: `{digest}` makes the address its own. */
function fillAddress(template, digest) {
    return template.replaceAll("{digest}", digest.replace("sha256:", ""));
}
async function readKept(host, path) {
    if (path === null)
        return null;
    const absolute = (0,runner_src/* resolvePath */.o1)(host, path);
    try {
        const { size } = await (0,promises_.stat)(absolute);
        if (size > registries_src/* KEPT_BYTES */.zh)
            return { uri: path, digest: await (0,runner_src/* digestFile */.TM)(host, path) };
        return { uri: path, bytes: await (0,promises_.readFile)(absolute) };
    }
    catch (error) {
        const message = `The candidate's file ${(0,src/* quote */.hD)(path)} cannot be read: ${(0,src/* quote */.hD)(error instanceof Error ? error.message : error)}.`;
        throw new src/* EvidenceError */.oe([
            { message, remedy: "Write it before this step: it is registered with the model." },
        ]);
    }
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/promote-model/src/register-model.js




/** Registers the model at hand; the same bytes are the same version, with the files they first came with. */
async function registerModel(task) {
    const { host, gate, registry, model } = task;
    const { path, digest } = await readModel(task);
    const files = await readCandidate(host, gate.file);
    const known = await registry.findByDigest(model, digest);
    const { commit } = host.run;
    const version = await registry.register({ model, digest, ...files, commit, at: host.now() });
    const summary = `${path} is version ${version.version} of ${model}${known === null ? "" : ", registered before"}.`;
    return tellOutcome(task, {
        summary,
        findings: [
            requirement("registry/version", "pass", { why: summary, remedy: null }),
            ...judgeAgain(version, files),
        ],
        version,
        changed: known === null,
        evidence: [{ role: "model", uri: path, digest, version: version.version, rows: null }],
        data: { version: version.version, digest },
    });
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/promote-model/src/resolve-alias.js


/** Answers from the registry; a registry without the model yet is a first run, and no error. */
async function resolveAlias(task) {
    const { registry, model, alias, inputs } = task;
    const found = inputs.version === null
        ? (await registry.resolve(model, alias)).found
        : await registry.find(model, inputs.version);
    const place = inputs.version === null ? `${model}@${alias}` : `${model} ${inputs.version}`;
    const summary = found === null
        ? `The registry has no ${model} yet.`
        : `${place} is version ${found.version}, with digest ${found.digest}.`;
    const remedy = "Register the model and promote it: then there is a version to compare with.";
    const answered = { why: "The registry answered, and its chain is whole.", remedy: null };
    const findings = [
        requirement("registry/readable", "pass", answered),
        found === null
            ? requirement("registry/alias", "skipped", { why: summary, reason: "no-baseline", remedy })
            : requirement("registry/alias", "pass", { why: summary, remedy: null }),
    ];
    return tellOutcome(task, { summary, findings, version: found, changed: false, data: {} });
}

;// CONCATENATED MODULE: ./build/node_modules/@ml-gates/promote-model/src/promote-model.js
/**
 * promote-model: moves a registry pointer, and only on passing evidence for that very model.
 *
 * @module
 */







const promote_model_OPERATIONS = { resolve: resolveAlias, register: registerModel, promote: movePointer };
/** The action `promote-model`. */
const promoteModel = {
    id: ACTION_ID,
    inconclusive: "fail",
    async run(host) {
        const inputs = parseInputs(host.inputs);
        const gate = await (0,runner_src/* readGate */.cw)(host, INPUTS);
        const registry = (0,runner_src/* openRegistry */.Me)(host, gate.file.registry);
        const alias = inputs.to ?? gate.file.registry.alias;
        return promote_model_OPERATIONS[inputs.operation]({ host, inputs, gate, registry, model: nameModel(gate), alias });
    },
};
function nameModel({ file }) {
    if (file.model !== null)
        return file.model;
    const message = "The gate file names no `model`: a registry keeps versions of a model by its name.";
    throw new src/* InputError */.dz([{ message, remedy: "Add `model: <name>`, such as `model: employment`." }]);
}


/***/ })

};
