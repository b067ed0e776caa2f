/**
 * Keys that stand twice in one JSON object: `JSON.parse` takes the last one silently, so half of what somebody wrote
 * would be lost without a word.
 *
 * @param text JSON that parses
 * @returns JSON pointers of the second occurrences
 */
export function duplicateKeys(text: string): readonly string[] {
  const found: string[] = [];
  const stack: Container[] = [];
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]/g)) {
    const top = stack.at(-1);
    if (token === '{' || token === '[')
      stack.push({
        keys: token === '{' ? new Set() : null,
        at: pointerOf(top),
        key: '',
        index: 0,
        expectsKey: token === '{',
      });
    else if (token === '}' || token === ']') stack.pop();
    else if (token === ',' && top) Object.assign(top, { index: top.index + 1, expectsKey: top.keys !== null });
    else if (token !== ':' && top?.keys && top.expectsKey) found.push(...rememberKey(top, top.keys, token));
  }
  return found;
}

/** An object or array that is open at this point of the text. */
interface Container {
  /** Keys seen so far; null for an array. */
  readonly keys: Set<string> | null;
  readonly at: string;
  key: string;
  index: number;
  expectsKey: boolean;
}

function pointerOf(container: Container | undefined): string {
  if (!container) return '';
  const step = container.keys ? container.key : String(container.index);
  return `${container.at}/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function rememberKey(container: Container, keys: Set<string>, token: string): readonly string[] {
  container.key = String(JSON.parse(token));
  container.expectsKey = false;
  const twice = keys.has(container.key);
  keys.add(container.key);
  return twice ? [pointerOf(container)] : [];
}
