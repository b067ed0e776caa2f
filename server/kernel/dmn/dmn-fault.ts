import type { SyntaxFault } from '../feel/faults.ts';

/** A fault of a DMN model: what is wrong, at which element, in both languages. */
export interface DmnFault {
  readonly code: string;
  /** Id of the element, or of the nearest one around it that has an id; null when the whole file is meant. */
  readonly element: string | null;
  readonly zh: string;
  readonly en: string;
}

/** Where in a decision something is wrong: the element, and the place as people call it. */
export interface DmnPlace {
  readonly element: string | null;
  readonly zh: string;
  readonly en: string;
}

/** A fault at a place. */
export function dmnFault(code: string, place: DmnPlace, zh: string, en: string): DmnFault {
  return { code, element: place.element, zh: `${place.zh}：${zh}`, en: `${place.en}: ${en}` };
}

/** The faults of a FEEL text, told with the place it stands at. */
export function feelFaults(place: DmnPlace, source: string, faults: readonly SyntaxFault[]): readonly DmnFault[] {
  return faults.map(({ code, zh, en }) => dmnFault(code, place, `“${source}”${zh}`, `"${source}": ${en}`));
}

/** A place inside another; without words of its own it only narrows the element. */
export function within(place: DmnPlace, element: unknown, zh: string = '', en: string = ''): DmnPlace {
  return {
    element: typeof element === 'string' ? element : place.element,
    zh: `${place.zh}${zh}`,
    en: en === '' ? place.en : `${place.en}, ${en}`,
  };
}
