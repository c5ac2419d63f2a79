import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { digestOf, EvidenceError, InputError } from "@ml-gates/gate";
import { afterAll, describe, expect, it } from "vitest";
import { describeRegistry, promotionOf, readKept, registrationOf } from "../contract/registry.contract.ts";
import { openGitLedger } from "./git-ledger.ts";
import type { Registry } from "./registry.ts";

const BRANCH = "ml-gates/registry";
const VERSIONS = "models/employment/versions.jsonl";

function git(directory: string, ...args: readonly string[]): string {
  const identity = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main"];
  return execFileSync("git", [...identity, ...args], { cwd: directory, stdio: "pipe" })
    .toString()
    .trim();
}

const ROOT = mkdtempSync(join(tmpdir(), "ml-gates-test-"));
afterAll(() => rmSync(ROOT, { recursive: true, force: true }));

/** The runner's own temporary folder is where the ledger works. */
const ENVIRONMENT = { ...process.env, RUNNER_TEMP: ROOT };

function makeFolder(): string {
  return mkdtempSync(join(ROOT, "folder-"));
}

function makeBare(): string {
  const bare = join(makeFolder(), "origin.git");
  git(tmpdir(), "init", "--quiet", "--bare", bare);
  return bare;
}

interface Place {
  readonly directory?: string;
  readonly repository?: string | null;
  readonly branch?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

function open({
  directory = makeFolder(),
  repository = null,
  branch = BRANCH,
  environment,
}: Place): Registry {
  return openGitLedger({
    directory,
    repository,
    branch,
    environment: environment ?? ENVIRONMENT,
    log: () => {},
  });
}

/** A checkout with three commits of its own, cloned as actions/checkout would. */
function makeCheckout(bare: string, ...options: readonly string[]): string {
  const source = makeFolder();
  git(source, "init", "--quiet");
  for (const name of ["a", "b", "c"]) {
    writeFileSync(join(source, name), name);
    git(source, "add", name);
    git(source, "commit", "--quiet", "-m", name);
  }
  git(source, "push", "--quiet", bare, "HEAD:refs/heads/main");
  const checkout = join(makeFolder(), "checkout");
  git(tmpdir(), "clone", "--quiet", "--branch", "main", ...options, `file://${bare}`, checkout);
  return checkout;
}

/** Replaces a file of the ledger, or removes it, by a commit of its own, as a person with push access could. */
function rewrite(bare: string, path: string, change: (text: string) => string | null): void {
  const clone = join(makeFolder(), "clone");
  git(tmpdir(), "clone", "--quiet", "--branch", BRANCH, bare, clone);
  const changed = change(readFileSync(join(clone, path), "utf8"));
  if (changed === null) rmSync(join(clone, path));
  else writeFileSync(join(clone, path), changed);
  git(clone, "add", ".");
  git(clone, "commit", "--quiet", "-m", "by hand");
  git(clone, "push", "--quiet", "origin", `HEAD:${BRANCH}`);
}

/** Every file under a folder with its digest: equal before and after when nothing was touched. */
function snapshot(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${path} ${createHash("sha256").update(readFileSync(path)).digest("hex")}`)
    .sort();
}

describeRegistry("a bare repository given by path", async () => {
  const repository = makeBare();
  return { connect: () => open({ repository }) };
});

describeRegistry("the origin of a checkout", async () => {
  const directory = makeCheckout(makeBare());
  return { connect: () => open({ directory }) };
});

describe("the git ledger leaves the checkout alone", () => {
  for (const options of [["--depth=1"], ["--filter=blob:none"], []]) {
    it(`byte for byte in a clone made with ${options.join(" ") || "no options"}`, async () => {
      const bare = makeBare();
      git(bare, "config", "uploadpack.allowFilter", "true");
      const directory = makeCheckout(bare, ...options);
      git(directory, "config", "remote.origin.prune", "true");
      writeFileSync(join(directory, "a"), "edited, not committed");
      const before = snapshot(directory);
      await open({ directory }).register(registrationOf("a"));
      await open({ directory }).promote(promotionOf("1"));
      expect((await open({ directory }).resolve("employment", "champion")).found?.version).toBe("1");
      expect(snapshot(directory)).toEqual(before);
      expect(git(bare, "rev-list", "--count", BRANCH)).toBe("2");
      expect(git(bare, "rev-list", "--count", "main")).toBe("3");
    });
  }

  it("and is steered by none of the caller's git variables", async () => {
    const directory = makeCheckout(makeBare());
    const environment = {
      ...process.env,
      GIT_DIR: "/nowhere",
      GIT_INDEX_FILE: "/nowhere",
      GIT_WORK_TREE: "/x",
    };
    expect((await open({ directory, environment }).register(registrationOf("a"))).version).toBe("1");
  });

  it("and uses its local configuration, where its credentials are", async () => {
    const bare = makeBare();
    const directory = makeCheckout(bare);
    git(directory, "remote", "set-url", "origin", "https://git.example.org/team/model.git");
    git(directory, "config", `url.${bare}.insteadOf`, "https://git.example.org/team/model.git");
    expect((await open({ directory }).register(registrationOf("a"))).version).toBe("1");
    expect(git(bare, "rev-list", "--count", BRANCH)).toBe("1");
  });

  it("and leaves nothing in the temporary folder when the process ends", () => {
    const temporary = makeFolder();
    const code = `
      const { openGitLedger } = await import(${JSON.stringify(join(import.meta.dirname, "git-ledger.ts"))});
      const environment = { ...process.env, RUNNER_TEMP: ${JSON.stringify(temporary)} };
      const setting = { directory: ".", repository: ${JSON.stringify(makeBare())}, branch: "x", environment, log() {} };
      console.log((await openGitLedger(setting).resolve("employment", "champion")).why);`;
    const told = execFileSync(process.execPath, ["--input-type=module", "--eval", code], {
      cwd: makeFolder(),
    });
    expect(told.toString()).toBe("no-registry\n");
    expect(readdirSync(temporary)).toEqual([]);
  });

  it("and runs none of its hooks", async () => {
    const directory = makeCheckout(makeBare());
    const trace = join(makeFolder(), "trace");
    for (const name of ["pre-push", "post-index-change", "reference-transaction", "pre-commit"]) {
      const hook = join(directory, ".git", "hooks", name);
      writeFileSync(hook, `#!/bin/sh\necho ${name} >> ${trace}\nexit 1\n`);
      chmodSync(hook, 0o755);
    }
    expect((await open({ directory }).register(registrationOf("a"))).version).toBe("1");
    expect(existsSync(trace)).toBe(false);
  });

  it("and works from a folder inside it", async () => {
    const directory = join(makeCheckout(makeBare(), "--depth=1"), "deep: down");
    mkdirSync(directory);
    await open({ directory }).register(registrationOf("a"));
    expect((await open({ directory }).find("employment", "1")).digest).toBe(digestOf("a"));
  });
});

describe("the branch of the git ledger", () => {
  it("is an orphan with one commit a write, authored as ml-gates, at the time of the write", async () => {
    const repository = makeBare();
    await open({ repository }).register(registrationOf("a"));
    await open({ repository }).promote(promotionOf("1"));
    expect(git(repository, "log", "--reverse", "--format=%an <%ae> %cI %s", BRANCH).split("\n")).toEqual([
      "ml-gates <ml-gates@users.noreply.github.com> 2026-03-01T12:00:00+00:00 register employment 1",
      "ml-gates <ml-gates@users.noreply.github.com> 2026-03-01T12:00:00+00:00 promote employment@champion: none to 1",
    ]);
    expect(git(repository, "ls-tree", "-r", "--name-only", BRANCH).split("\n")).toEqual([
      "models/employment/aliases/champion.jsonl",
      VERSIONS,
      "models/employment/versions/1/metrics.json",
    ]);
  });

  it("holds lines that say who moved what, from where, by which evidence", async () => {
    const repository = makeBare();
    await open({ repository }).register(registrationOf("a"));
    const { hash } = await open({ repository }).promote(promotionOf("1"));
    const line = JSON.parse(git(repository, "show", `${BRANCH}:models/employment/aliases/champion.jsonl`));
    expect(line).toEqual({
      v: 1,
      seq: 1,
      prev_hash: null,
      hash,
      at: "2026-03-01T12:00:00.000Z",
      kind: "promote",
      model: "employment",
      pointer: "champion",
      from: null,
      to: "1",
      digest: digestOf("a"),
      expect: { version: null },
      gate: { evidence_digest: digestOf("evidence for 1"), verdict: "pass" },
      commit: "9f2c1d",
      run: { url: null, attempt: 1 },
    });
  });

  it("keeps a file of more than 5 MiB by address and digest only", async () => {
    const repository = makeBare();
    const directory = makeFolder();
    const registry = open({ repository, directory });
    const large = new Uint8Array((5 << 20) + 1).fill(7);
    const predictions = { uri: "big.parquet", bytes: large };
    const version = await registry.register(registrationOf("a", { predictions }));
    expect(git(repository, "ls-tree", "-r", "--name-only", BRANCH)).not.toContain("predictions");
    await expect(readKept(registry, version, "predictions")).rejects.toThrow(/not at "big.parquet"/);
    writeFileSync(join(directory, "big.parquet"), large);
    expect(await readKept(registry, version, "predictions")).toHaveLength(large.length);
    writeFileSync(join(directory, "big.parquet"), large.fill(8));
    await expect(readKept(registry, version, "predictions")).rejects.toThrow(
      /digest sha256:.* was registered/,
    );
  });

  it("keeps no part of a hostile address in a path", async () => {
    const repository = makeBare();
    const metrics = { uri: "../../x/y.js\non", bytes: new Uint8Array([1]) };
    const version = await open({ repository }).register(registrationOf("a", { metrics }));
    expect(git(repository, "ls-tree", "-r", "--name-only", BRANCH).split("\n")).toContain(
      "models/employment/versions/1/metrics",
    );
    expect(await readKept(open({ repository }), version, "metrics")).toEqual(Buffer.from([1]));
  });
});

describe("a ledger that somebody changed is refused", () => {
  // biome-ignore format: the columns are the table
  const changes = [
    // the story                       the change                                                      the sentence
    ["a field of the first of two",    (text: string) => text.replace("9f2c1d", "9f2c1e"),             /Line 1 of models\/employment\/versions.jsonl breaks/],
    ["a field of the last line",       (text: string) => text.replace(digestOf("b"), digestOf("c")),   /Line 2 of .* breaks/],
    ["the first line removed",         (text: string) => text.replace(/^.*\n/, ""),                    /Line 1 of .* breaks/],
    ["a line said twice",              (text: string) => `${text}${text.split("\n")[1]}\n`,            /Line 3 of .* breaks/],
    ["the lines swapped",              (text: string) => `${text.split("\n").slice(0, 2).reverse().join("\n")}\n`, /Line 1 of .* breaks/],
    ["cut in the middle of a line",    (text: string) => text.slice(0, -20),                           /Line 2 of .* ends in the middle/],
    ["another spelling of same facts", (text: string) => text.replace('{"', '{ "'),                    /Line 1 of .* breaks/],
    ["not JSON",                       (text: string) => `${text}<<<<<<< HEAD\n`,                      /Line 3 of .* not a JSON object/],
    ["another format",                 (text: string) => text.replaceAll('"v":1', '"v":2'),            /Line 1 of .* format is 2/],
  ] as const;

  for (const [story, change, sentence] of changes) {
    it(`by its line: ${story}`, async () => {
      const repository = makeBare();
      const registry = open({ repository });
      await registry.register(registrationOf("a"));
      await registry.register(registrationOf("b"));
      await registry.promote(promotionOf("1"));
      rewrite(repository, VERSIONS, change);
      await expect(registry.find("employment", "1")).rejects.toThrow(sentence);
      await expect(registry.resolve("employment", "champion")).rejects.toBeInstanceOf(EvidenceError);
      await expect(registry.register(registrationOf("d"))).rejects.toBeInstanceOf(EvidenceError);
    });
  }

  it("when a whole chain lies under another model's name", async () => {
    const repository = makeBare();
    const registry = open({ repository });
    await registry.register(registrationOf("a"));
    await registry.register(registrationOf("b", { model: "churn" }));
    const churn = git(repository, "show", `${BRANCH}:models/churn/versions.jsonl`);
    rewrite(repository, VERSIONS, () => `${churn}\n`);
    await expect(registry.find("employment", "1")).rejects.toThrow(/speaks of "churn"/);
  });

  it("when a whole chain lies under another alias", async () => {
    const repository = makeBare();
    const registry = open({ repository });
    for (const content of ["a", "b"]) await registry.register(registrationOf(content));
    await registry.promote(promotionOf("1"));
    await registry.promote(promotionOf("2", { alias: "challenger" }));
    const other = git(repository, "show", `${BRANCH}:models/employment/aliases/challenger.jsonl`);
    rewrite(repository, "models/employment/aliases/champion.jsonl", () => `${other}\n`);
    await expect(registry.resolve("employment", "champion")).rejects.toThrow(
      /speaks of "employment@challenger"/,
    );
  });

  it("when the versions were replaced by another whole chain", async () => {
    const [repository, other] = [makeBare(), makeBare()];
    await open({ repository }).register(registrationOf("a"));
    await open({ repository }).promote(promotionOf("1"));
    await open({ repository: other }).register(registrationOf("b"));
    rewrite(repository, VERSIONS, () => `${git(other, "show", `${BRANCH}:${VERSIONS}`)}\n`);
    const resolving = open({ repository }).resolve("employment", "champion");
    await expect(resolving).rejects.toThrow(/points at version "1" with digest/);
  });

  it("when a kept file has other bytes", async () => {
    const repository = makeBare();
    const registry = open({ repository });
    const version = await registry.register(registrationOf("a"));
    rewrite(repository, "models/employment/versions/1/metrics.json", () => '{"accuracy":0.1}');
    await expect(readKept(registry, version, "metrics")).rejects.toThrow(/digest sha256:.* was registered/);
  });
});

describe("a kept file that is gone is not looked for elsewhere", () => {
  it("even when the same bytes lie at its address", async () => {
    const [repository, directory] = [makeBare(), makeFolder()];
    const registry = open({ repository, directory });
    const metrics = { uri: "metrics.json", bytes: Buffer.from("{}") };
    const version = await registry.register(registrationOf("a", { metrics }));
    writeFileSync(join(directory, "metrics.json"), "{}");
    rewrite(repository, "models/employment/versions/1/metrics.json", () => null);
    await expect(readKept(registry, version, "metrics")).rejects.toThrow(/is gone from the registry/);
  });
});

describe("a registry that cannot be read or written is an error, never a first run", () => {
  const cases: readonly (readonly [string, () => Place, RegExp])[] = [
    ["a repository that is not there", () => ({ repository: "/nowhere/origin.git" }), /cannot be read/],
    ["a folder that is no repository", () => ({ repository: makeFolder() }), /cannot be read/],
    ["a host that does not answer", () => ({ repository: "https://127.0.0.1:1/x.git" }), /cannot be read/],
    ["no checkout and no repository", () => ({ directory: makeFolder() }), /no usable checkout/],
    ["a folder that is not there", () => ({ directory: "/nowhere" }), /Git did not run in "\/nowhere"/],
    ["a checkout without origin", () => ({ directory: withoutOrigin() }), /no remote called origin/],
  ];

  for (const [story, place, sentence] of cases) {
    it(story, async () => {
      const registry = open(place());
      await expect(registry.resolve("employment", "champion")).rejects.toThrow(sentence);
      await expect(registry.pointsAt("employment", "champion")).rejects.toBeInstanceOf(EvidenceError);
      await expect(registry.register(registrationOf("a"))).rejects.toBeInstanceOf(EvidenceError);
    });
  }

  it("a push that the server refuses names the permission, and is not tried again", async () => {
    const repository = makeBare();
    mkdirSync(join(repository, "hooks"), { recursive: true });
    writeFileSync(join(repository, "hooks", "pre-receive"), "#!/bin/sh\necho protected >&2\nexit 1\n");
    chmodSync(join(repository, "hooks", "pre-receive"), 0o755);
    const registering = open({ repository }).register(registrationOf("a"));
    await expect(registering).rejects.toThrow(/refused the push.*contents: write/s);
  });

  it("shows no credentials of an address", async () => {
    const repository = "https://user:s3cret@127.0.0.1:1/x.git";
    const refused = open({ repository }).resolve("employment", "champion");
    await expect(refused).rejects.toThrow(/\*\*\*@127\.0\.0\.1/);
    await expect(refused).rejects.not.toThrow(/s3cret/);
  });

  function withoutOrigin(): string {
    const folder = makeFolder();
    git(folder, "init", "--quiet");
    return folder;
  }
});

describe("hostile addresses are refused before anything runs", () => {
  for (const branch of ["", "../x", "a..b", "a b", "a:b", "x~1", "a\\b", "x.lock", "@{-1}", "a*", "a\nb"]) {
    it(`branch ${JSON.stringify(branch)}`, async () => {
      const repository = makeBare();
      const refused = open({ repository, branch }).register(registrationOf("a"));
      await expect(refused).rejects.toBeInstanceOf(InputError);
      expect(git(repository, "for-each-ref")).toBe("");
    });
  }

  for (const repository of ["", "--upload-pack=touch x", "ext::sh -c id", "a\nb"]) {
    it(`repository ${JSON.stringify(repository)}`, async () => {
      const refused = open({ repository }).resolve("employment", "champion");
      await expect(refused).rejects.toBeInstanceOf(InputError);
    });
  }

  it("a branch that starts with a dash is a branch and no option", async () => {
    const repository = makeBare();
    await open({ repository, branch: "--force" }).register(registrationOf("a"));
    expect(git(repository, "for-each-ref", "--format=%(refname)")).toBe("refs/heads/--force");
  });
});
