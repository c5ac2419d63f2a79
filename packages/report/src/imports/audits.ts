/**
 * Known vulnerabilities of dependencies: pip-audit's JSON, and OSV-Scanner's.
 *
 * @module
 */
import type { Finding } from "@ml-gates/gate";
import { type Importer, importFinding } from "./importer.ts";
import { type JsonRecord, listOf, recordOf, recordsOf, textOf } from "./read-json.ts";

/** `dependencies` that each have a `name`, and `vulns` or a `skip_reason`. */
export const PIP_AUDIT: Importer = {
  tool: "pip-audit",
  isOwn: (value) =>
    recordsOf(recordOf(value)["dependencies"]).some(
      (each) => "name" in each && ("vulns" in each || "skip_reason" in each),
    ),
  list: (value) => recordsOf(value["dependencies"]).flatMap(importDependency),
};

/** A package that could not be looked up is not a package without vulnerabilities. */
function importDependency(dependency: JsonRecord): readonly Finding[] {
  const name = textOf(dependency["name"]) ?? "package";
  const skipped = textOf(dependency["skip_reason"]);
  if (skipped !== null)
    return [
      importFinding({
        id: name,
        severity: "warn",
        outcome: "not-evaluable",
        reason: "not-audited",
        why: skipped,
        remedy: "Audit it where its index can be reached.",
      }),
    ];
  const known = recordsOf(dependency["vulns"]);
  const version = textOf(dependency["version"]) ?? "";
  if (known.length === 0)
    return [
      importFinding({ id: name, outcome: "pass", why: `${name} ${version} has no known vulnerability.` }),
    ];
  return known.map((each) => {
    const fixed = listOf(each["fix_versions"])
      .map(textOf)
      .filter((fix) => fix !== null);
    return importFinding({
      id: `${name}/${textOf(each["id"]) ?? "vulnerability"}`,
      outcome: "fail",
      why: `${name} ${version}: ${textOf(each["description"]) ?? "a known vulnerability"}`,
      remedy:
        fixed.length === 0
          ? "No fixed version is known: replace it, or waive it for a time."
          : `Move to ${fixed.join(" or ")}.`,
    });
  });
}

const NAMES = /^(?:experimental_|license_|image_)/;

/** `results` that each have `packages`. */
export const OSV: Importer = {
  tool: "osv",
  isOwn: (value) => {
    const { results, ...rest } = recordOf(value);
    if (!Array.isArray(results)) return false;
    // Nothing found and nothing else said: other tools' empty results carry more.
    if (results.length === 0) return Object.keys(rest).every((name) => NAMES.test(name));
    return recordsOf(results).some((each) => Array.isArray(each["packages"]));
  },
  list: (value) => {
    const found = recordsOf(value["results"]).flatMap((result) =>
      recordsOf(result["packages"]).flatMap(importPackage),
    );
    return found.length > 0 ? found : [nothingScanned()];
  },
};

/** The scanner writes the same without its database and without a package, and only its exit code differs. */
function nothingScanned(): Finding {
  return importFinding({
    id: "packages",
    severity: "warn",
    outcome: "not-evaluable",
    reason: "not-audited",
    why: "The report names no package: whether any was looked up cannot be told from it.",
    remedy: "Scan with `--all-packages`, which names every package that was looked up.",
  });
}

function importPackage(entry: JsonRecord): readonly Finding[] {
  const { name, version } = recordOf(entry["package"]);
  const subject = `${textOf(name) ?? "package"} ${textOf(version) ?? ""}`.trim();
  const known = recordsOf(entry["vulnerabilities"]);
  if (known.length === 0)
    return [
      importFinding({
        id: textOf(name) ?? "package",
        outcome: "pass",
        why: `${subject} has no known vulnerability.`,
      }),
    ];
  return known.map((each) => {
    const id = textOf(each["id"]) ?? "vulnerability";
    const fixed = recordsOf(each["affected"])
      .flatMap((affected) => recordsOf(affected["ranges"]))
      .flatMap((range) => recordsOf(range["events"]))
      .flatMap(({ fixed: fix }) => textOf(fix) ?? []);
    return importFinding({
      id: `${textOf(name) ?? "package"}/${id}`,
      outcome: "fail",
      why: `${subject}: ${textOf(each["summary"]) ?? id}`,
      remedy:
        fixed.length === 0
          ? "No fixed version is known: replace it, or waive it for a time."
          : `Move to ${[...new Set(fixed)].join(" or ")}.`,
    });
  });
}
