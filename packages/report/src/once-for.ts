/**
 * What every renderer asks for again, found once.
 *
 * @module
 */

/** The function, which remembers what it found for an object as long as the object is there. */
export function onceFor<Key extends object, Found>(find: (key: Key) => Found): (key: Key) => Found {
  const found = new WeakMap<Key, { readonly value: Found }>();
  return (key) => {
    const known = found.get(key);
    if (known !== undefined) return known.value;
    const value = find(key);
    found.set(key, { value });
    return value;
  };
}
