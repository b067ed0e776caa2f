import type { JsonObject } from '../json.ts';
import type { FormDefinition } from './form-definition.ts';
import type { FormFault } from './form-fault.ts';
import { type FormField, formFields, personalField } from './form-fields.ts';
import { inlineReferences } from './inline-references.ts';
import { pointerOf } from './json-pointer.ts';
import {
  aboutMatters,
  aboutPeople,
  allowedKeyUses,
  allowedUses,
  bareWords,
  personalTitles,
  personKeyWords,
  personWords,
} from './personal-data-words.ts';
import { choicesOf, itemsOf, propertiesOf, textOf, typeOf } from './schema-node.ts';

/** The sentence of inventory A9; there is no override, so it says what to do instead. */
const refusal = {
  zh: '本系统不建立按信仰、信访或管控身份划分的人员名单，请改用事件，或按需求登记服务对象。',
  en: 'This system keeps no lists of people by belief, petitioning or control status. Use a case instead, or register a person served by need.',
};

type Path = readonly (string | number)[];

/**
 * Where a form would sort people by belief, petitioning, control, offences, biometrics or opinions, by its keys, titles
 * and choices; and `sensitive` fields without purpose or retention (inventory A9, safeguard 1). Units, channels,
 * premises and activities may have these words in their names.
 */
export function personalDataFaults(definition: FormDefinition): readonly FormFault[] {
  const { schema } = inlineReferences(definition.schema);
  const named = [
    ...(speaksOfPeople(definition.title) ? [refused(['title'])] : []),
    ...(keySpeaksOfPeople(definition.id) ? [refused(['id'])] : []),
  ];
  return [...named, ...faultsBelow(schema, ['schema'], definition.title), ...uiFaults(definition)];
}

/**
 * Whether a text names people by what nobody may record about them: for titles of fields and ledgers, columns of
 * spreadsheets, classes of visits, names of filters.
 *
 * @param within title of the field the text is a choice of; a choice like 信访 names a channel under 来源渠道, people
 *   under 人员类别
 */
export function speaksOfPeople(text: string, within?: string): boolean {
  if (latinSpeaksOfPeople(text)) return true;
  const plain = simplified(text);
  const left = allowedUses.reduce((rest, use) => rest.replaceAll(use, '＃'), plain);
  if (personWords.some((word) => word.test(left))) return true;
  if (!bareWords.test(left)) return false;
  if (within === undefined) return true;
  const field = simplified(within);
  return aboutPeople.test(field) || !aboutMatters.test(field);
}

/** The same for a key or id: `religiousBelief`, `key_person`, `shangfang`. */
export function keySpeaksOfPeople(key: string): boolean {
  return speaksOfPeople(key.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2'));
}

function latinSpeaksOfPeople(text: string): boolean {
  const words = text
    .replaceAll(/[^A-Za-z\d]+/g, ' ')
    .toLowerCase()
    .trim();
  const left = words.replaceAll(allowedKeyUses, '#');
  return personKeyWords.some((word) => word.test(left));
}

/** @param marked a group above says what its fields are */
function faultsBelow(node: JsonObject, path: Path, within: string, marked = false): FormFault[] {
  const inner = marked || node['x-pii'] !== undefined;
  const faults = propertiesOf(node).flatMap(([name, child]) => {
    const at = [...path, 'properties', name];
    const own = keySpeaksOfPeople(name) ? [refused(at)] : [];
    const unmarked = inner ? [] : unmarkedFaults(child, at);
    return [
      ...own,
      ...faultsOf(child, at),
      ...unmarked,
      ...faultsBelow(child, at, textOf(child, 'title') ?? within, inner),
    ];
  });
  const items = itemsOf(node);
  if (items === undefined) return faults;
  const at = [...path, 'items'];
  return [...faults, ...faultsOf(items, at, within), ...faultsBelow(items, at, within, inner)];
}

function faultsOf(node: JsonObject, path: Path, within?: string): FormFault[] {
  const title = textOf(node, 'title');
  const titled = title !== undefined && speaksOfPeople(title) ? [refused([...path, 'title'])] : [];
  const asked = title ?? within;
  const chosen = (choicesOf(node) ?? []).flatMap((choice, index) => {
    const said =
      speaksOfPeople(choice.title, asked) ||
      (typeof choice.value === 'string' && keySpeaksOfPeopleAsChoice(choice.value, asked));
    return said ? [refused([...path, 'oneOf', index])] : [];
  });
  return [...titled, ...chosen, ...markFaults(node, path)];
}

/** A name or a number of somebody that carries no mark would reach variables, stories and lists unmasked. */
function unmarkedFaults(node: JsonObject, path: Path): FormFault[] {
  const title = textOf(node, 'title');
  if (title === undefined || node['x-pii'] !== undefined || typeOf(node) !== 'string' || !personalTitles.test(title))
    return [];
  return [
    {
      code: 'form-personal-unmarked',
      path: pointerOf(path),
      zh: `「${title}」看来是个人信息，请写明 x-pii（personal、sensitive，不是个人信息的写 none）。`,
      en: `"${title}" looks personal: state x-pii (personal or sensitive; none if it is not).`,
    },
  ];
}

/** A choice's value says little by itself: `petition` is a channel under 来源渠道. */
function keySpeaksOfPeopleAsChoice(value: string, within: string | undefined): boolean {
  return keySpeaksOfPeople(value) && within !== undefined && aboutPeople.test(simplified(within));
}

function markFaults(node: JsonObject, path: Path): FormFault[] {
  const field = personalField(node);
  if (field?.class !== 'sensitive') return [];
  const absent = [field.purpose === null ? 'x-purpose' : null, field.retention === null ? 'x-retention' : null].filter(
    (mark) => mark !== null,
  );
  return absent.map((mark) => ({
    code: 'form-sensitive-unexplained',
    path: pointerOf(path),
    zh: mark === 'x-purpose' ? '敏感个人信息要写明用途（x-purpose）。' : '敏感个人信息要写明保存期限（x-retention）。',
    en:
      mark === 'x-purpose'
        ? 'A sensitive field must state its purpose (x-purpose).'
        : 'A sensitive field must state how long it is kept (x-retention).',
  }));
}

/** Titles a pack writes over the schema's own. */
function uiFaults(definition: FormDefinition): FormFault[] {
  const titled = (field: FormField): boolean => speaksOfPeople(field.title);
  const known = new Set(
    formFields({ schema: definition.schema, ui: {} })
      .filter(titled)
      .map((field) => field.path),
  );
  return formFields(definition)
    .filter((field) => titled(field) && !known.has(field.path))
    .map((field) => refused(['ui', ...field.path.replaceAll('[]', '.items').split('.'), 'ui:title']));
}

function refused(path: Path): FormFault {
  return { code: 'form-forbidden-personal-data', path: pointerOf(path), ...refusal };
}

/** Characters of the traditional script in the words above; texts from older systems are written with them. */
const traditional: { readonly [character: string]: string } = {
  穩: '稳',
  對: '对',
  點: '点',
  員: '员',
  訪: '访',
  記: '记',
  錄: '录',
  維: '维',
  釋: '释',
  觀: '观',
  識: '识',
  別: '别',
  紋: '纹',
  臉: '脸',
  險: '险',
  群: '群',
  眾: '众',
  類: '类',
  關: '关',
  級: '级',
  動: '动',
  態: '态',
  隱: '隐',
  標: '标',
  簽: '签',
  輪: '轮',
};

/** One way of writing: no spaces or punctuation, full-width letters narrowed, simplified characters. */
function simplified(text: string): string {
  return Array.from(
    text.normalize('NFKC').replaceAll(/[\s\p{P}]+/gu, ''),
    (character) => traditional[character] ?? character,
  ).join('');
}
