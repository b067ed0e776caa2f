/** An element of an XML text that knows where it stands in it: offsets count UTF-16 units from the text's beginning. */
export interface TextElement {
  /** As written: `bpmn:userTask`. */
  readonly name: string;
  /** Namespace and local name: `{http://…/MODEL}userTask`. */
  readonly key: string;
  /** Without `xmlns` declarations, by namespace and local name; those without a prefix by their bare name. */
  readonly attributes: ReadonlyMap<string, TextAttribute>;
  readonly children: readonly TextElement[];
  readonly parent: TextElement | null;
  /** Namespaces by prefix that hold inside this element; the default one under ''. */
  readonly namespaces: ReadonlyMap<string, string>;
  /** Character data directly inside, with references resolved. */
  readonly text: string;
  readonly start: number;
  /** Behind the `>` of the start tag. */
  readonly openEnd: number;
  /** At the `<` of the end tag; equal to `openEnd` when the element closes itself. */
  readonly closeStart: number;
  readonly end: number;
  readonly closesItself: boolean;
}

interface TextAttribute {
  readonly name: string;
  /** With references resolved. */
  readonly value: string;
  /** With the white space before it, so that cutting it out leaves a clean tag. */
  readonly start: number;
  readonly end: number;
  /** Between the quotes. */
  readonly valueStart: number;
  readonly valueEnd: number;
}

type Growing = { -readonly [member in keyof TextElement]: TextElement[member] } & { children: TextElement[] };

const XMLNS = 'http://www.w3.org/2000/xmlns/';
const known = new Map([
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
  ['xmlns', XMLNS],
]);

/** Anything between two stretches of character data: comment, CDATA, instruction, declaration, end tag, start tag. */
const markup =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<![^>]*>|<\/([^\s>]+)\s*>|<([^\s/>]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
const attribute = /\s+([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')/g;

/**
 * Reads an XML text that a parser has already found well-formed into its elements and their places in the text.
 *
 * @returns the root element
 * @throws Error when there is no root element
 */
export function readXmlText(xml: string): TextElement {
  let open: Growing | null = null;
  let root: Growing | null = null;
  let from = 0;
  for (const match of xml.matchAll(markup)) {
    if (open !== null) open.text += decode(xml.slice(from, match.index));
    from = match.index + match[0].length;
    const [, data, closing, opening] = match;
    if (open !== null && data !== undefined) open.text += data;
    if (closing !== undefined && open !== null) {
      open.closeStart = match.index;
      open.end = from;
      open = open.parent as Growing | null;
    }
    if (opening === undefined) continue;
    const element = startElement(match, open);
    open?.children.push(element);
    root ??= element;
    if (!element.closesItself) open = element;
  }
  if (root === null) throw new Error('The text holds no element.');
  return root;
}

function startElement(match: RegExpExecArray, parent: Growing | null): Growing {
  const [whole, , , name = '', written = '', slash] = match;
  const [start, end] = [match.index, match.index + whole.length];
  const found = readAttributes(written, start + 1 + name.length);
  const declared = found.filter((one) => one.name === 'xmlns' || one.name.startsWith('xmlns:'));
  const namespaces = new Map(parent?.namespaces ?? known);
  for (const one of declared) namespaces.set(one.name.slice('xmlns:'.length), one.value);
  const others = found.filter((one) => !declared.includes(one));
  return {
    name,
    key: keyOf(name, namespaces, namespaces.get('')),
    attributes: new Map(others.map((one) => [keyOf(one.name, namespaces, undefined), one])),
    children: [],
    parent,
    namespaces,
    text: '',
    start,
    openEnd: end,
    closeStart: end,
    end,
    closesItself: slash === '/',
  };
}

function readAttributes(written: string, at: number): TextAttribute[] {
  return [...written.matchAll(attribute)].map((match) => {
    const [whole, name = '', quoted = ''] = match;
    const end = at + match.index + whole.length;
    return {
      name,
      value: decode(quoted.slice(1, -1)),
      start: at + match.index,
      end,
      valueStart: end - quoted.length + 1,
      valueEnd: end - 1,
    };
  });
}

function keyOf(name: string, namespaces: ReadonlyMap<string, string>, standing: string | undefined): string {
  const [prefix, local] = name.includes(':') ? name.split(':', 2) : [null, name];
  const namespace = prefix === null || prefix === undefined ? standing : (namespaces.get(prefix) ?? prefix);
  return namespace === undefined ? (local ?? '') : `{${namespace}}${local}`;
}

const named: { readonly [name: string]: string } = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}

/** Text that stands for itself inside an element or a quoted attribute value. */
export function encodeXml(text: string, quote: '"' | "'" | null): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  if (quote === null) return escaped;
  const inQuotes = quote === '"' ? escaped.replaceAll('"', '&quot;') : escaped.replaceAll("'", '&apos;');
  return inQuotes.replaceAll('\n', '&#10;').replaceAll('\r', '&#13;').replaceAll('\t', '&#9;');
}
