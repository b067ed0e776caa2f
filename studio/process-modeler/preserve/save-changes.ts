import { pairElements, type Pairs } from './pair-elements.ts';
import { nameIn, type Prefixes, prefixesOf } from './prefixes.ts';
import { encodeXml, readXmlText, type TextElement } from './xml-text.ts';

/** The three texts while one is carried over into another. */
interface Carrying {
  readonly original: string;
  /** For an element as it is now, what it was; and for what it was, where that stands in the original. */
  readonly was: Pairs;
  readonly source: Pairs;
  /** The other way round: what something in the original was read as, and what became of that. */
  readonly readAs: Pairs;
  readonly became: Pairs;
  readonly prefixes: Prefixes;
  /** What begins a line: `\n` or `\r\n`. */
  readonly newline: string;
}

/**
 * Carries an edit of a model into the text it was read from, so that everything else stays as it is, byte for byte:
 * comments, white space, order, foreign elements, and whatever the reader of the model has no word for.
 *
 * bpmn-moddle writes a model afresh, in its own order and without what it does not know. So it is let write twice, before
 * and after the edit: what differs between these two texts is the edit and nothing else, and only that is applied.
 *
 * @param original the text that was opened
 * @param before what the writer made of it before anything was edited
 * @param after what the writer makes of it now
 * @returns the original with the edit; the original itself when nothing was edited
 */
export function saveChanges(original: string, before: string, after: string): string {
  if (before === after) return original;
  const [source, old, now] = [readXmlText(original), readXmlText(before), readXmlText(after)];
  const was = pairElements(now, old);
  const places = pairElements(old, source);
  const carrying: Carrying = {
    original,
    was,
    source: places,
    readAs: turned(places),
    became: turned(was),
    prefixes: prefixesOf(source, now),
    newline: original.includes('\r\n') ? '\r\n' : '\n',
  };
  const root = patched(carrying, now, old, source);
  return original.slice(0, source.start) + declare(root, source, carrying.prefixes) + original.slice(source.end);
}

function turned(pairs: Pairs): Pairs {
  return new Map([...pairs].map(([one, other]) => [other, one]));
}

/** Adds the namespaces that new elements brought to the start tag of the root. */
function declare(root: string, source: TextElement, { added }: Prefixes): string {
  const declarations = [...added].map(([namespace, prefix]) => ` xmlns:${prefix}="${encodeXml(namespace, '"')}"`);
  const at = 1 + source.name.length;
  return root.slice(0, at) + declarations.join('') + root.slice(at);
}

/** The text of an element that stands in the original, with what changed inside it. */
function patched(carrying: Carrying, now: TextElement, old: TextElement, source: TextElement): string {
  const { original } = carrying;
  const inside = content(carrying, now, old, source);
  const tag = startTag(carrying, now, old, source);
  const before = original.slice(source.openEnd, source.closeStart);
  if (source.closesItself) {
    if (inside === '') return tag;
    return `${tag.replace(/\s*\/>$/, '>')}${inside}</${source.name}>`;
  }
  return tag + (inside === before ? before : inside) + original.slice(source.closeStart, source.end);
}

function startTag({ original, prefixes }: Carrying, now: TextElement, old: TextElement, source: TextElement): string {
  let tag = original.slice(source.start, source.openEnd);
  const cuts: { readonly from: number; readonly to: number; readonly words: string }[] = [];
  for (const [key, { name, value }] of now.attributes) {
    if (old.attributes.get(key)?.value === value) continue;
    const words = isName(key) ? prefixes.value(value, now) : value;
    const there = source.attributes.get(key);
    if (there === undefined) {
      const at = /\s*\/?>$/.exec(tag)?.index ?? tag.length;
      const full = nameIn(prefixes, key, name, 'attribute');
      cuts.push({ from: source.start + at, to: source.start + at, words: ` ${full}="${encodeXml(words, '"')}"` });
    } else {
      const quote = original[there.valueStart - 1] === "'" ? "'" : '"';
      cuts.push({ from: there.valueStart, to: there.valueEnd, words: encodeXml(words, quote) });
    }
  }
  for (const [key, there] of source.attributes)
    if (old.attributes.has(key) && !now.attributes.has(key)) cuts.push({ from: there.start, to: there.end, words: '' });
  // From the end backwards, so that the places of the others stay right; new attributes keep their order.
  for (const { from, to, words } of cuts.toReversed().toSorted((one, other) => other.from - one.from))
    tag = tag.slice(0, from - source.start) + words + tag.slice(to - source.start);
  return tag;
}

/** A type in `xsi:type` is a name with a prefix, unlike all other values. */
function isName(key: string): boolean {
  return key === '{http://www.w3.org/2001/XMLSchema-instance}type';
}

/** What stands between start and end tag. */
function content(carrying: Carrying, now: TextElement, old: TextElement, source: TextElement): string {
  const { original } = carrying;
  if (now.children.length === 0 && old.children.length === 0) {
    if (now.text === old.text) return original.slice(source.openEnd, source.closeStart);
    return encodeXml(now.text, null);
  }
  const added = newChildren(carrying, now, old, source);
  let text = '';
  let from = source.openEnd;
  for (const child of source.children) {
    const gap = original.slice(from, child.start);
    from = child.end;
    if (isGone(carrying, child)) text += withoutLastLine(gap) + added.after(child);
    else text += added.before(child, gap) + current(carrying, child) + added.after(child);
  }
  return text + added.atEnd(original.slice(from, source.closeStart));
}

/** What the original holds as it is now; what the writer never knew stays as it is. */
function current(carrying: Carrying, source: TextElement): string {
  const old = carrying.readAs.get(source);
  const now = old === undefined ? undefined : carrying.became.get(old);
  if (old === undefined || now === undefined) return carrying.original.slice(source.start, source.end);
  return patched(carrying, now, old, source);
}

/** Whether something of the original was taken away, or put into another element. */
function isGone({ readAs, became, ...carrying }: Carrying, source: TextElement): boolean {
  const old = readAs.get(source);
  if (old === undefined) return false;
  const now = became.get(old);
  return now === undefined || isNewHere(carrying, now);
}

/**
 * Whether an element must be written new here: it did not stand in this parent before; or the original never had it,
 * because only the writer supplies it, and now it says something else than what the writer supplies.
 */
function isNewHere({ was, source }: Pick<Carrying, 'was' | 'source'>, now: TextElement): boolean {
  const old = was.get(now);
  if (old === undefined) return true;
  if (now.parent !== null && was.get(now.parent) !== old.parent) return true;
  return source.get(old) === undefined && !isAlike(old, now);
}

function isAlike(one: TextElement, other: TextElement): boolean {
  return (
    one.key === other.key &&
    one.text.trim() === other.text.trim() &&
    one.attributes.size === other.attributes.size &&
    [...one.attributes].every(([key, { value }]) => other.attributes.get(key)?.value === value) &&
    one.children.length === other.children.length &&
    one.children.every((child, nth) => isAlike(child, other.children[nth] ?? other))
  );
}

/** The white space before an element that goes, without its line; a comment there stays. */
function withoutLastLine(gap: string): string {
  return gap.replace(/\r?\n?[ \t]*$/, '');
}

/** The children that are new here, by what they stand before and behind. */
function newChildren(carrying: Carrying, now: TextElement, old: TextElement, source: TextElement) {
  const { was } = carrying;
  const behind = new Map<TextElement, string>();
  const ahead = new Map<TextElement | null, string>();
  const standing = new Set(source.children);
  const place = (child: TextElement): TextElement | null => {
    const there = isNewHere(carrying, child) ? undefined : carrying.source.get(was.get(child) ?? old);
    return there !== undefined && standing.has(there) ? there : null;
  };
  const first = now.children.map(place).find((there) => there !== null) ?? null;
  const indent = indentInside(carrying, source);
  let last: TextElement | null = null;
  for (const child of now.children) {
    if (!isNewHere(carrying, child)) {
      last = place(child) ?? last;
      continue;
    }
    const text = indent + rendered(carrying, child, indent);
    if (last === null) ahead.set(first, (ahead.get(first) ?? '') + text);
    else behind.set(last, (behind.get(last) ?? '') + text);
  }
  return {
    before: (child: TextElement, gap: string): string => {
      const line = gap.slice(withoutLastLine(gap).length);
      const words = ahead.get(child);
      return words === undefined ? gap : withoutLastLine(gap) + words + line;
    },
    after: (child: TextElement): string => behind.get(child) ?? '',
    atEnd: (gap: string): string => {
      const words = ahead.get(null);
      if (words === undefined) return gap;
      const kept = withoutLastLine(gap);
      return kept + words + (gap === '' ? indentOf(carrying, source) : gap.slice(kept.length));
    },
  };
}

/** An element as it is now: out of the original where it stands there, else written new. */
function rendered(carrying: Carrying, now: TextElement, indent: string): string {
  const old = carrying.was.get(now);
  const source = old === undefined ? undefined : carrying.source.get(old);
  if (old !== undefined && source !== undefined) return patched(carrying, now, old, source);
  const { prefixes } = carrying;
  const name = nameIn(prefixes, now.key, now.name, 'element');
  const attributes = [...now.attributes].map(([key, written]) => {
    const value = isName(key) ? prefixes.value(written.value, now) : written.value;
    return ` ${nameIn(prefixes, key, written.name, 'attribute')}="${encodeXml(value, '"')}"`;
  });
  const inner = indent === '' ? '' : indent + unitOf(carrying);
  const children = now.children.map((child) => inner + rendered(carrying, child, inner)).join('');
  const inside = now.children.length === 0 ? encodeXml(now.text, null) : children + indent;
  return inside === '' ? `<${name}${attributes.join('')} />` : `<${name}${attributes.join('')}>${inside}</${name}>`;
}

/** What stands before the children of an element: the line break and the white space, or nothing where all is in a row. */
function indentInside(carrying: Carrying, source: TextElement): string {
  const [first] = source.children;
  if (first !== undefined) return indentOf(carrying, first);
  const outer = indentOf(carrying, source);
  return outer === '' ? '' : outer + unitOf(carrying);
}

function indentOf({ original, newline }: Carrying, { start }: TextElement): string {
  const line = /\r?\n([ \t]*)$/.exec(original.slice(0, start));
  return line === null ? '' : newline + (line[1] ?? '');
}

/** By how much one level stands further in than the one around it. */
function unitOf({ original }: Carrying): string {
  return /\n([ \t]+)</.exec(original)?.[1] ?? '  ';
}
