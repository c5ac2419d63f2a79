/**
 * The house's layers as data, and the rules between them as sentences.
 *
 * @module
 */

/** From the ground up. A package imports only from a lower layer; packages of one layer do not know each other. */
export const LAYERS: readonly (readonly string[])[] = [
  ["gate", "statistics"],
  ["queries"],
  ["expectations", "metrics", "fairness", "drift"],
  ["report"],
  // ---- the wall: everything above this line is pure ----
  ["engines", "registries", "github"],
  ["runner"],
  ["actions"],
  ["cli"],
];

/** Packages on the pure side of the wall. */
export const PURE: readonly string[] = LAYERS.slice(0, 4).flat();

/** A source file of the house: `owner` is its package, or `actions` for any action. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const FORBIDDEN_GLOBALS: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/\bfetch\s*\(/, "the network"],
  [/\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\s*\.\s*(?:now|timeOrigin|mark|measure)\b/, "the clock"],
  [/\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b/, "chance"],
  [/\bprocess\b|\bimport\.meta\b/, "the process"],
  [/\bconsole\b/, "the terminal"],
  [/\bset(?:Timeout|Interval|Immediate)\b/, "the clock"],
  [/\bglobalThis\b|\brequire\s*\(/, "the surroundings"],
];

/** Every breach of a rule, as a sentence that names file and rule. */
export function findBreaches(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => [...importBreaches(file), ...globalBreaches(file)]);
}

function importBreaches({ path, text }: SourceFile): readonly string[] {
  const owner = ownerOf(path);
  return importsOf(text).flatMap((specifier) => {
    if (specifier.startsWith(".")) return leavesPackage(path, specifier);
    const [, other, deep] = /^@ml-gates\/([^/]+)(\/.*)?$/.exec(specifier) ?? [];
    if (deep !== undefined)
      return [`${path} imports ${specifier}: a package is imported by its name; nobody reads its inside.`];
    if (other !== undefined) return layerBreach(path, owner, other);
    return PURE.includes(owner) ? outsideBreach(path, specifier) : [];
  });
}

function layerBreach(path: string, owner: string, other: string): readonly string[] {
  const [from, to] = [layerOf(owner), layerOf(isPackage(other) ? other : "actions")];
  if (to < from) return [];
  const rule =
    owner === "actions" && !isPackage(other)
      ? "actions never import actions; what two share is a package"
      : to === from
        ? "packages of one layer do not know each other"
        : "imports point only downwards";
  return [`${path} imports @ml-gates/${other}: ${rule}.`];
}

const PURE_MODULES =
  /^(?:ajv(?:\/.+)?|yaml|smol-toml|fast-xml-parser|@observablehq\/plot|linkedom\/worker|simple-statistics|@stdlib\/.+)$/;

function outsideBreach(path: string, specifier: string): readonly string[] {
  if (specifier === "node:crypto" || PURE_MODULES.test(specifier)) return [];
  return [
    `${path} imports ${specifier}: a pure package touches no files, network, environment, clock or chance.`,
  ];
}

function globalBreaches({ path, text }: SourceFile): readonly string[] {
  if (!PURE.includes(ownerOf(path))) return [];
  const code = withoutCommentsAndStrings(text);
  return FORBIDDEN_GLOBALS.filter(([pattern]) => pattern.test(code)).map(
    ([pattern, what]) =>
      `${path} touches ${what} (${pattern.source}): a pure package is given it as an argument.`,
  );
}

function leavesPackage(path: string, specifier: string): readonly string[] {
  const depth = path.split("/src/")[1]?.split("/").length ?? 1;
  const climbs = specifier.split("/").filter((part) => part === "..").length;
  return climbs >= depth ? [`${path} imports ${specifier}: a relative import stays inside its own src.`] : [];
}

/** The specifiers of static and dynamic imports and of re-exports. */
export function importsOf(text: string): readonly string[] {
  const pattern = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)["']([^"']+)["']/g;
  return [...text.replaceAll(/\/\*[\s\S]*?\*\//g, "").matchAll(pattern)].flatMap(
    ([, specifier]) => specifier ?? [],
  );
}

function withoutCommentsAndStrings(text: string): string {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .replaceAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""')
    .replaceAll(/\/\/.*$/gm, "")
    .replaceAll(/`(?:[^`\\$]|\\.|\$(?!\{))*`/g, '""');
}

function ownerOf(path: string): string {
  const [room = "", name = ""] = path.split("/");
  return room === "actions" ? "actions" : name;
}

function isPackage(name: string): boolean {
  return name !== "actions" && LAYERS.flat().includes(name);
}

function layerOf(owner: string): number {
  const layer = LAYERS.findIndex((names) => names.includes(owner));
  return layer === -1 ? Number.POSITIVE_INFINITY : layer;
}
