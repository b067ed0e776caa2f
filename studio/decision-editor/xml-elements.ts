/** An element of an XML text and where it stands in it; offsets are in UTF-16 units, ends are exclusive. */
export interface XmlElement {
  /** As it is written, with its prefix. */
  readonly name: string;
  /** Without the prefix. */
  readonly local: string;
  readonly attributes: readonly XmlAttribute[];
  readonly start: number;
  /** Where its content begins, behind the start tag. */
  readonly contentStart: number;
  /** Where its content ends; the same as `contentStart` for an element that closes itself. */
  readonly contentEnd: number;
  readonly end: number;
  readonly children: readonly XmlElement[];
}

interface XmlAttribute {
  readonly name: string;
  readonly value: string;
  /** Of the value, inside its quotes. */
  readonly start: number;
  readonly end: number;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
}

const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<![^>]*>|<\/[^\s>]+\s*>|<([^\s/>!?]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
const attribute = /([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')/g;

/**
 * Finds the elements of an XML text with their places, so that an edit replaces a few characters and leaves every other
 * one as somebody wrote it. It checks nothing: a text that is not well-formed is refused by whoever reads its meaning.
 *
 * @returns the root element, or null when there is none
 */
export function readXmlElements(xml: string): XmlElement | null {
  let root: OpenElement | null = null;
  const open: OpenElement[] = [];
  for (const found of xml.matchAll(token)) {
    const [whole, name, attributes, closed] = found;
    const end = found.index + whole.length;
    if (name === undefined) {
      const ended = whole.startsWith('</') ? open.pop() : undefined;
      if (ended !== undefined) Object.assign(ended, { contentEnd: found.index, end });
      continue;
    }
    const element: OpenElement = {
      name,
      local: name.slice(name.indexOf(':') + 1),
      attributes: attributesOf(attributes ?? '', found.index + 1 + name.length),
      start: found.index,
      contentStart: end,
      contentEnd: end,
      end,
      children: [],
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    if (closed === '') open.push(element);
  }
  return root;
}

function attributesOf(text: string, offset: number): readonly XmlAttribute[] {
  return [...text.matchAll(attribute)].map(({ 0: whole, 1: name = '', 2: quoted = '""', index }) => {
    const start = offset + index + whole.length - quoted.length + 1;
    return { name, value: unescaped(quoted.slice(1, -1)), start, end: start + quoted.length - 2 };
  });
}

/** The value of an attribute, or undefined where it is not written. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attributes.find((one) => one.name === name)?.value;
}

/** The children of an element with a local name, in their order. */
export function childrenNamed(element: XmlElement, local: string): readonly XmlElement[] {
  return element.children.filter((child) => child.local === local);
}

/** What an element without child elements says. */
export function textIn(xml: string, element: XmlElement): string {
  return xml
    .slice(element.contentStart, element.contentEnd)
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((piece) => (piece.startsWith('<![CDATA[') ? piece.slice(9, -3) : unescaped(piece)))
    .join('');
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(\w+));/g,
    (whole, hex?: string, decimal?: string, name = '') => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return named[name] ?? whole;
    },
  );
}

/** A text as it stands between tags. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
