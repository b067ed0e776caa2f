import { isJsonArray, isJsonObject, type Json } from '../../kernel/json.ts';
import type { CompiledDefinitions } from '../../kernel/compilation/compile-definitions.ts';
import type { Located } from '../../kernel/compilation/pack-fault.ts';

/** Members of definitions that people read. */
const visible = new Set([
  'title',
  'name',
  'text',
  'note',
  'label',
  'place',
  'purpose',
  'lawfulBasis',
  'retention',
  'reason',
  'x-purpose',
  'x-retention',
  'x-lawful-basis',
  'ui:title',
  'ui:placeholder',
  'ui:help',
  'ui:description',
]);

const chinese = /\p{Script=Han}/u;

/** A Chinese text that people read, and where it is written. */
export interface VisibleText {
  readonly text: string;
  readonly at: Located;
}

/** All Chinese texts of a pack and the packs below it that people read on a screen. */
export function visibleTexts(compiled: CompiledDefinitions): readonly VisibleText[] {
  const { definitions } = compiled;
  const written = [
    definitions.areas,
    definitions.posts,
    definitions.roles,
    definitions.limits,
    definitions.caseTypes,
    definitions.forms,
    definitions.calendars,
    definitions.ladders,
    definitions.meetings,
    definitions.ledgers,
    definitions.notices,
  ].flat();
  return [
    ...written.flatMap((definition) => below(definition, definition.value as unknown as Json, definition.place)),
    // What each demo person shows stands on the sign-in page; their names are names.
    ...definitions.people.flatMap((file) =>
      file.value.people.flatMap(({ note = '' }, index) => spoken({ ...file, place: `/people/${index}/note` }, note)),
    ),
    ...definitions.calendars.flatMap((calendar) =>
      Object.entries(calendar.value.years).flatMap(([year, { holidays, makeUpDays }]) =>
        Object.entries({ ...holidays, ...makeUpDays }).flatMap(([date, name]) =>
          spoken(
            { ...calendar, place: `/years/${year}/${date in holidays ? 'holidays' : 'makeUpDays'}/${date}` },
            name,
          ),
        ),
      ),
    ),
    ...definitions.packs.flatMap((pack) =>
      below(
        pack.manifest,
        { title: pack.manifest.value.title, assumed: pack.manifest.value.assumed.map(({ reason }) => ({ reason })) },
        '',
      ),
    ),
    ...[...compiled.processes.values()].flatMap((process) => inProcess(compiled, process.executable.id)),
    ...[...compiled.decisions.values()].flatMap((decision) => spoken(decision, decision.decision.name)),
  ];
}

function below(at: Located, value: Json, place: string): readonly VisibleText[] {
  if (isJsonArray(value)) return value.flatMap((item, index) => below(at, item, `${place}/${index}`));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const inner = `${place}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return typeof member === 'string'
      ? visible.has(name)
        ? spoken({ ...at, place: inner }, member)
        : []
      : below(at, member, inner);
  });
}

function inProcess(compiled: CompiledDefinitions, id: string): readonly VisibleText[] {
  const process = compiled.processes.get(id);
  if (!process) return [];
  const { executable } = process;
  return [
    ...spoken({ ...process, place: executable.id }, executable.name),
    ...[...executable.nodes.values()].flatMap((node) => [
      ...spoken({ ...process, place: node.id }, node.name),
      ...(node.type === 'userTask' ? spoken({ ...process, place: node.id }, node.instruction ?? '') : []),
    ]),
    ...[...executable.flows.values()].flatMap((flow) => [
      ...spoken({ ...process, place: flow.id }, flow.name),
      ...spoken({ ...process, place: flow.id }, flow.passes?.because ?? ''),
    ]),
  ];
}

function spoken(at: Located, text: string): readonly VisibleText[] {
  return chinese.test(text) ? [{ text, at }] : [];
}
