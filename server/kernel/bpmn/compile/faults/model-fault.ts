/** A fault of a BPMN model: what is wrong, at which element, in both languages, with what to do about it. */
export interface ModelFault {
  readonly code: string;
  /** BPMN id of the element, or null when the whole file is meant. */
  readonly element: string | null;
  readonly zh: string;
  readonly en: string;
}

/** How an element is called in a sentence: its name if it has one, else its id. */
export function calledName(element: { readonly id?: string | undefined; readonly name?: string | undefined }): string {
  return element.name?.trim() ? element.name.replaceAll(/\s+/g, ' ').trim() : (element.id ?? '?');
}
