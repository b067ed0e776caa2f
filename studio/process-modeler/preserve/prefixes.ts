import type { TextElement } from './xml-text.ts';

/** How the original text calls the namespaces that new elements and attributes belong to. */
export interface Prefixes {
  /** The prefix for a namespace; one that is not declared yet is added to the root. */
  readonly of: (namespace: string, wanted: string, kind: 'element' | 'attribute') => string;
  /** A value that is a name with a prefix, as it must be written in the original. */
  readonly value: (value: string, at: TextElement) => string;
  /** Namespaces that the root must declare, and their prefixes. */
  readonly added: ReadonlyMap<string, string>;
}

/**
 * @param source the root of the original
 * @param now the root of the text that new elements are taken from
 */
export function prefixesOf(source: TextElement, now: TextElement): Prefixes {
  const added = new Map<string, string>();
  const used = new Set(prefixesIn(source));
  const of = (namespace: string, wanted: string, kind: 'element' | 'attribute'): string => {
    const declared = [...source.namespaces].filter(
      ([prefix, one]) => one === namespace && (kind === 'element' || prefix !== ''),
    );
    const [first] = declared;
    if (first !== undefined) return first[0];
    let prefix = added.get(namespace);
    for (let count = 1; prefix === undefined; count += 1) {
      const candidate = count === 1 && wanted !== '' ? wanted : `${wanted === '' ? 'ns' : wanted}${count}`;
      if (!used.has(candidate)) prefix = candidate;
    }
    used.add(prefix);
    added.set(namespace, prefix);
    return prefix;
  };
  return {
    of,
    added,
    value: (value, at) => {
      const [prefix, local] = value.includes(':') ? (value.split(':', 2) as [string, string]) : ['', value];
      const namespace = at.namespaces.get(prefix) ?? now.namespaces.get(prefix);
      if (namespace === undefined) return value;
      const here = of(namespace, prefix, 'element');
      return here === '' ? local : `${here}:${local}`;
    },
  };
}

/** The name of an element or attribute as the original would write it. */
export function nameIn(prefixes: Prefixes, key: string, written: string, kind: 'element' | 'attribute'): string {
  const [, namespace, local = key] = /^\{(.*)\}([^}]*)$/.exec(key) ?? [];
  if (namespace === undefined) return local;
  const prefix = prefixes.of(namespace, written.includes(':') ? (written.split(':', 1)[0] ?? '') : '', kind);
  return prefix === '' ? local : `${prefix}:${local}`;
}

function* prefixesIn(element: TextElement): Iterable<string> {
  yield* element.namespaces.keys();
  for (const child of element.children) yield* prefixesIn(child);
}
