/**
 * A name in its one spelling: white space is one space, and none around `. / - ' + *`, which FEEL names may contain
 * (`Monthly - Fee` and `Monthly-Fee` are the same name, DMN 1.3 clause 10.3.1.4).
 */
export function spellName(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ ?([./\-'+*]) ?/g, '$1');
}

/** The entry of this name: spelled exactly so, or meaning the same name. Undefined when there is none. */
export function entryNamed<T>(entries: ReadonlyMap<string, T>, name: string): T | undefined {
  const exact = entries.get(name);
  if (exact !== undefined || entries.has(name) || !/[\s./\-'+*]/.test(name)) return exact;
  for (const [key, value] of entries) if (spellName(key) === name) return value;
  return undefined;
}
