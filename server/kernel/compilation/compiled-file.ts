import { compileBpmn, type CompiledBpmn } from '../bpmn/compile/compile-bpmn.ts';

/** So many characters of files are kept compiled: some hundred processes of a county. */
const mostCharacters = 4_000_000;

const kept = new Map<string, Promise<CompiledBpmn>>();
let characters = 0;

/**
 * Compiles a BPMN file, or gives what the same content was compiled to before: releases and drafts share most of their
 * files, and an executable process is immutable. What was asked for longest ago is forgotten first.
 *
 * Nobody can tell but by the time it takes, so this is no state of the kernel.
 *
 * @param xml the whole file; its text is the key
 */
export function compiledFile(xml: string): Promise<CompiledBpmn> {
  const known = kept.get(xml);
  if (known) {
    kept.delete(xml);
    kept.set(xml, known);
    return known;
  }
  const compiling = compileBpmn(xml);
  kept.set(xml, compiling);
  characters += xml.length;
  for (const oldest of kept.keys()) {
    if (characters <= mostCharacters || oldest === xml) break;
    kept.delete(oldest);
    characters -= oldest.length;
  }
  return compiling;
}
