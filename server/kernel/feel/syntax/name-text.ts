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
