/**
 * The value of a design token as `tokens.css` says it, for libraries that want values instead of CSS variables. The
 * style sheet stays the only source.
 *
 * @param name with its dashes: `--accent`.
 */
export function tokenValue(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
