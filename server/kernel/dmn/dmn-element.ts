/** An element as dmn-moddle reads it: a type name and properties named as in the standard. */
export interface DmnElement {
  readonly $type: string;
  readonly [property: string]: unknown;
}

/** True for a value that is an element of the model. */
export function isDmnElement(value: unknown): value is DmnElement {
  return typeof value === 'object' && value !== null && '$type' in value && typeof value.$type === 'string';
}

/** The elements in a collection property; none when it is absent. */
export function childrenOf(element: DmnElement | undefined, property: string): readonly DmnElement[] {
  const value = element?.[property];
  return Array.isArray(value) ? value.filter(isDmnElement) : [];
}

/** The element in a single-valued property. */
export function childOf(element: DmnElement | undefined, property: string): DmnElement | undefined {
  const value = element?.[property];
  return isDmnElement(value) ? value : undefined;
}

/** A text property or attribute, trimmed; undefined when absent or empty. */
export function textOf(element: DmnElement | undefined, property: string): string | undefined {
  const value = element?.[property];
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}

/** What a reference (`href="#id"`) points at; references into other files keep their whole text and so match no id. */
export function referenceOf(element: DmnElement | undefined, property: string): string | undefined {
  return textOf(childOf(element, property), 'href')?.replace(/^#/, '');
}
