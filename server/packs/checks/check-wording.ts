import { speaksOfPeople } from '../../kernel/forms/personal-data-faults.ts';
import { isJsonArray, isJsonObject, type Json } from '../../kernel/json.ts';
import type { CompiledDefinitions } from '../../kernel/compilation/compile-definitions.ts';
import { errorAt, type Located, type PackFault } from '../../kernel/compilation/pack-fault.ts';
import { kindOfFile } from '../../kernel/compilation/file-kinds.ts';
import { visibleTexts, type VisibleText } from './visible-texts.ts';

/**
 * No list, post, category, meeting, step or invented case sorts people by belief, petitioning, control or offence
 * (inventory A9). Forms are looked at by their own room, which also knows their keys.
 */
export function checkWording(compiled: CompiledDefinitions): readonly PackFault[] {
  const texts = visibleTexts(compiled).filter(({ at }) => !['form', 'pack'].includes(kindOfFile(at.file) ?? ''));
  return [...texts, ...demoTexts(compiled)]
    .filter(({ text, at }) => speaksOfPeople(text, kindOfFile(at.file) === 'case-type' ? '事项类别' : undefined))
    .map(({ at }) =>
      errorAt(at, 'forbidden-personal-data', {
        zh: '本系统不建立按信仰、信访或管控身份划分的人员名单，请改用事件，或按需求登记服务对象。',
        en: 'This system keeps no lists of people by belief, petitioning or control status. Use a case instead, or register a person served by need.',
      }),
    );
}

function demoTexts(compiled: CompiledDefinitions): readonly VisibleText[] {
  return compiled.definitions.demoCases.flatMap((file) =>
    file.value.cases.flatMap((demo, index) => [
      ...stringsIn({ ...file, place: `/cases/${index}/with` }, demo.with),
      ...demo.then.flatMap((step, at) => stringsIn({ ...file, place: `/cases/${index}/then/${at}/with` }, step.with)),
    ]),
  );
}

function stringsIn(at: Located, value: Json): readonly VisibleText[] {
  if (typeof value === 'string') return [{ text: value, at }];
  if (isJsonArray(value))
    return value.flatMap((item, index) => stringsIn({ ...at, place: `${at.place}/${index}` }, item));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => stringsIn({ ...at, place: `${at.place}/${name}` }, member));
}
