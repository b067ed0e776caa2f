/** How many elements an XML text has, and how deep they are nested. */
export interface XmlSize {
  readonly elements: number;
  readonly depth: number;
}

/** Stretches that hold no elements, by how they begin and end. */
const opaque = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/**
 * Measures an XML text before it is parsed, in one walk that never goes back: text of a hostile file costs its length,
 * no more. A `>` inside quotes belongs to an attribute; an end that is missing ends the walk.
 */
export function xmlSize(xml: string): XmlSize {
  let [elements, open, depth] = [0, 0, 0];
  for (let at = xml.indexOf('<'); at >= 0;) {
    const end = endOfMarkup(xml, at);
    if (xml[at + 1] === '/') open -= 1;
    else if (/[A-Za-z_]/.test(xml[at + 1] ?? '')) {
      elements += 1;
      depth = Math.max(depth, open + 1);
      if (xml[end - 2] !== '/') open += 1;
    }
    at = xml.indexOf('<', end);
  }
  return { elements, depth };
}

/** Where the markup that begins at a `<` ends: a tag, a comment, a stretch of characters, an instruction. */
export function endOfMarkup(xml: string, at: number): number {
  for (const [begin, end] of opaque) {
    if (!xml.startsWith(begin, at)) continue;
    const found = xml.indexOf(end, at + begin.length);
    return found < 0 ? xml.length : found + end.length;
  }
  return endOfTag(xml, at);
}

function endOfTag(xml: string, at: number): number {
  let quote = '';
  for (let index = at + 1; index < xml.length; index += 1) {
    const character = xml[index] ?? '';
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return index + 1;
  }
  return xml.length;
}
