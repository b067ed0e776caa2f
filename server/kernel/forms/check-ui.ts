import { isJsonArray, isJsonObject, type JsonObject } from '../json.ts';
import { controlForWidget, isPluginWidget, widgetWord } from './form-control.ts';
import type { FormFault } from './form-fault.ts';
import { pointerOf } from './json-pointer.ts';
import { itemsOf, ownObject, plainText, propertiesOf, propertyOf } from './schema-node.ts';

type Path = readonly (string | number)[];

/** Faults of a form's presentation: unknown widgets, entries and sections for fields that do not exist. */
export function checkUi(schema: JsonObject, ui: JsonObject): readonly FormFault[] {
  return [...checkNode(schema, ui, ['ui']), ...checkSections(schema, ui)];
}

function checkNode(schema: JsonObject, ui: JsonObject, path: Path): FormFault[] {
  const faults = Object.keys(ui).flatMap((name) => {
    if (name.startsWith('ui:') || name === 'items' || propertyOf(schema, name) !== undefined) return [];
    return [unknownField(name, [...path, name])];
  });
  for (const [name, child] of propertiesOf(schema)) {
    const childUi = ownObject(ui, name);
    if (childUi === undefined) continue;
    const word = widgetWord(childUi);
    if (word !== undefined && controlForWidget(word, child) === undefined && !isPluginWidget(word, child))
      faults.push(unknownWidget(word, name, [...path, name, 'ui:widget']));
    faults.push(...checkNode(child, childUi, [...path, name]));
    const items = itemsOf(child);
    const itemsUi = ownObject(childUi, 'items');
    if (items !== undefined && itemsUi !== undefined)
      faults.push(...checkNode(items, itemsUi, [...path, name, 'items']));
  }
  return faults;
}

function checkSections(schema: JsonObject, ui: JsonObject): FormFault[] {
  const sections = ui['ui:sections'];
  if (sections === undefined) return [];
  if (!isJsonArray(sections) || !sections.every((section) => isJsonObject(section) && isJsonArray(section['fields']))) {
    return [
      {
        code: 'form-sections',
        path: '/ui/ui:sections',
        zh: 'ui:sections 要写成一列分块，每块有 fields。',
        en: 'ui:sections must be a list of sections, each with fields.',
      },
    ];
  }
  const seen = new Set<string>();
  return sections.flatMap((section, index) => {
    const fields = isJsonObject(section) && isJsonArray(section['fields']) ? section['fields'] : [];
    return fields.flatMap((field, place) => {
      const at: Path = ['ui', 'ui:sections', index, 'fields', place];
      if (typeof field !== 'string' || propertyOf(schema, field) === undefined)
        return [unknownField(plainText(field), at)];
      if (seen.has(field))
        return [
          {
            code: 'form-section-twice',
            path: pointerOf(at),
            zh: `「${field}」已经在前面的分块里。`,
            en: `"${field}" is already in an earlier section.`,
          },
        ];
      seen.add(field);
      return [];
    });
  });
}

function unknownField(field: string, path: Path): FormFault {
  return {
    code: 'form-field-unknown',
    path: pointerOf(path),
    zh: `表单里没有数据项「${field}」。`,
    en: `The form has no field "${field}".`,
  };
}

function unknownWidget(word: string, field: string, path: Path): FormFault {
  return {
    code: 'form-widget',
    path: pointerOf(path),
    zh: `「${field}」的控件「${word}」不认识，或者不适合它的类型。`,
    en: `The widget "${word}" of "${field}" is unknown or does not fit its type.`,
  };
}
