/**
 * Where the values of a JSON text stand: most suites are JSON, which the YAML parser reads in forty times the time.
 *
 * @module
 */

/** A value, by where it or its key begins, and what it holds. */
export interface JsonPlace {
  readonly offset: number;
  readonly items: ReadonlyMap<string | number, JsonPlace>;
}

/** White space, and then a mark, a string, or a number or name. */
const TOKEN = /[\t\n\r ]*([{}[\],:]|"[^"\\]*(?:\\.[^"\\]*)*"|[^\t\n\r {}[\],:"]+)/y;

const MOST_NESTED = 200;

/**
 * The places of a text that is known to be JSON; null where a key stands twice in one object, where it nests deeply,
 * and where a text holds half a character: a parser of YAML has more to say about these.
 */
export function findPlaces(text: string): JsonPlace | null {
  return /\\ud[89a-f]/i.test(text) ? null : new PlaceReader(text).read();
}

interface Token {
  readonly text: string;
  readonly offset: number;
}

type Items = Map<string | number, JsonPlace>;

class PlaceReader {
  readonly #text: string;
  #end = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(first = this.#next(), nested = 0): JsonPlace | null {
    if (nested > MOST_NESTED) return null;
    const items = this.#readItems(first.text, nested + 1);
    return items === null ? null : { offset: first.offset, items };
  }

  #next(): Token {
    TOKEN.lastIndex = this.#end;
    const text = TOKEN.exec(this.#text)?.[1] ?? "";
    this.#end = TOKEN.lastIndex;
    return { text, offset: this.#end - text.length };
  }

  #readItems(mark: string, nested: number): Items | null {
    if (mark === "{") return this.#readObject(nested);
    return mark === "[" ? this.#readArray(nested) : new Map();
  }

  #readObject(nested: number): Items | null {
    const items: Items = new Map();
    for (let key = this.#next(); key.text !== "}"; key = this.#next()) {
      if (key.text === ",") key = this.#next();
      const name: string = JSON.parse(key.text);
      this.#next();
      const value = this.read(this.#next(), nested);
      if (value === null || items.has(name)) return null;
      items.set(name, { ...value, offset: key.offset });
    }
    return items;
  }

  #readArray(nested: number): Items | null {
    const items: Items = new Map();
    for (let item = this.#next(); item.text !== "]"; item = this.#next()) {
      const value = this.read(item.text === "," ? this.#next() : item, nested);
      if (value === null) return null;
      items.set(items.size, value);
    }
    return items;
  }
}
