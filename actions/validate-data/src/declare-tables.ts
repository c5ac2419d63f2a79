/**
 * The tables of the gate file, each opened once, when it is first wanted.
 *
 * @module
 */
import type { DraftTable, OpenedTable, SqlEngine } from "@ml-gates/engines";
import type { DataSection } from "@ml-gates/gate";
import type { DeclaredTables } from "./query-apart.ts";

/** Tables by their sections, and by name for queries; of two sections with one name the first has it. */
export interface SectionTables extends DeclaredTables {
  openSection(section: DataSection): Promise<OpenedTable>;
  /** Null where the table is open already, or will be read as a whole anyway. */
  draftSection(section: DataSection): Promise<DraftTable | null>;
  /** A draft that was settled. */
  keepSection(section: DataSection, table: OpenedTable): void;
}

export function declareTables(engine: SqlEngine, sections: readonly DataSection[]): SectionTables {
  const opened = new Map<DataSection, Promise<OpenedTable>>();
  const openSection = (section: DataSection): Promise<OpenedTable> => {
    const table = opened.get(section) ?? engine.open(sourceOf(section));
    opened.set(section, table);
    return table;
  };
  return {
    names: sections.map(({ name }) => name),
    openSection,
    draftSection: async (section) =>
      opened.has(section) || section.base !== null ? null : engine.draft(sourceOf(section)),
    keepSection: (section, table) => opened.set(section, Promise.resolve(table)),
    open: (name) => {
      const section = sections.find((each) => each.name === name);
      if (section === undefined) throw new RangeError(`${name} is not declared`);
      return openSection(section);
    },
  };
}

function sourceOf({ path, types, missing }: DataSection) {
  return { path, types, ...(missing === null ? {} : { missing }) };
}
