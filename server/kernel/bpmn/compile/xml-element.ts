/** An element as bpmn-moddle reads it: a type name, an id, and properties named as in the standard. */
export interface XmlElement {
  readonly $type: string;
  readonly id?: string;
  readonly name?: string;
  readonly [property: string]: unknown;
}

/** True for a value that is an element of the model. */
export function isXmlElement(value: unknown): value is XmlElement {
  return typeof value === 'object' && value !== null && typeof (value as { $type?: unknown }).$type === 'string';
}

/** The elements in a collection property; none when it is absent. */
export function elementsOf(element: XmlElement, property: string): readonly XmlElement[] {
  const value = element[property];
  return Array.isArray(value) ? value.filter(isXmlElement) : [];
}

/** The element in a single-valued or reference property, if it is there and was resolved. */
export function elementOf(element: XmlElement, property: string): XmlElement | undefined {
  const value = element[property];
  return isXmlElement(value) ? value : undefined;
}

/** A text attribute or text content, trimmed; undefined when absent or empty. */
export function textOf(element: XmlElement | undefined, property: string): string | undefined {
  const value = element?.[property];
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}

/** The extension elements of a type, of those that may stand several times. */
export function extensionsOf(element: XmlElement, type: string): readonly XmlElement[] {
  const extensions = elementOf(element, 'extensionElements');
  return extensions ? elementsOf(extensions, 'values').filter((value) => value.$type === type) : [];
}

/** The first extension element of a type (`zeebe:FormDefinition`, `grid:Assignment`) of a model element. */
export function extensionOf(element: XmlElement, type: string): XmlElement | undefined {
  return extensionsOf(element, type)[0];
}
