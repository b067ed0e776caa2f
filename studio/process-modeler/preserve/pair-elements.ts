import type { TextElement } from './xml-text.ts';

/** For each element of one tree the element of another that is the same one, as far as there is one. */
export type Pairs = ReadonlyMap<TextElement, TextElement>;

/**
 * Finds the same elements in two texts of one model. An element with an id is the same wherever it stands, unless others
 * of its kind bear that id too, as foreign elements do (`<grid:stage id="assign">` stands in many steps): then it is its
 * like in the same parent. So is one without an id: that with the same text first, the others in their order.
 *
 * @param from elements of this tree are the keys
 * @param to elements of this tree are the values
 */
export function pairElements(from: TextElement, to: TextElement): Pairs {
  const known = elementsById(to);
  const pairs = new Map<TextElement, TextElement>();
  const taken = new Set<TextElement>();
  const pairInside = (one: TextElement, other: TextElement | null): void => {
    for (const child of one.children) {
      const like = partnerOf(
        child,
        known,
        (other?.children ?? []).filter((candidate) => !taken.has(candidate)),
      );
      if (like !== undefined && !taken.has(like)) {
        pairs.set(child, like);
        taken.add(like);
        pairInside(child, like);
        // What has no like may still hold elements that have: a step that was put into another one.
      } else pairInside(child, null);
    }
  };
  pairs.set(from, to);
  pairInside(from, to);
  return pairs;
}

function partnerOf(
  child: TextElement,
  known: ReadonlyMap<string, TextElement | null>,
  siblings: readonly TextElement[],
): TextElement | undefined {
  const likes = siblings.filter((other) => other.key === child.key && idOf(other) === idOf(child));
  if (idOf(child) !== undefined) return likes[0] ?? known.get(identity(child)) ?? undefined;
  return isReference(child) ? likes.find((other) => other.text.trim() === child.text.trim()) : likes[0];
}

/** `<incoming>after-report</incoming>`: what it says is what it is. */
function isReference({ key, text, children }: TextElement): boolean {
  return children.length === 0 && text.trim() !== '' && /(\}|[a-z])(incoming|outgoing|Ref|Refs)$/.test(key);
}

function idOf(element: TextElement): string | undefined {
  return element.attributes.get('id')?.value;
}

function identity(element: TextElement): string {
  return `${element.key} ${idOf(element)}`;
}

/** Elements by kind and id; null where several bear the same. */
function elementsById(root: TextElement): Map<string, TextElement | null> {
  const found = new Map<string, TextElement | null>();
  const waiting = [root];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (idOf(element) !== undefined) found.set(identity(element), found.has(identity(element)) ? null : element);
    waiting.push(...element.children);
  }
  return found;
}
