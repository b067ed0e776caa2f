import type { CaseTypeFile, Category } from '../../kernel/release/definitions.ts';
import type { CompiledDefinitions } from '../../kernel/compilation/compile-definitions.ts';
import { errorAt, type PackFault } from '../../kernel/compilation/pack-fault.ts';
import type { Written } from '../../kernel/compilation/pack-definitions.ts';
import { checkRoutes } from './check-routes.ts';
import { unknownDecision, unknownForm, unknownProcess } from './unknown-reference.ts';

/** Case types: process, form and routing exist, ids are unique, numbers are told apart, every category has a route. */
export function checkCaseTypes(compiled: CompiledDefinitions): readonly PackFault[] {
  return compiled.definitions.caseTypes.flatMap((caseType) => {
    const { process, reportForm, routing } = caseType.value;
    const decision = compiled.decisions.get(routing);
    return [
      ...(compiled.processes.has(process) ? [] : [unknownProcess(caseType, process, '/process')]),
      ...(compiled.forms.has(reportForm) ? [] : [unknownForm(caseType, reportForm, '/reportForm')]),
      ...(decision ? checkRoutes(compiled, caseType, decision) : [unknownDecision(caseType, routing, '/routing')]),
      ...checkNumbering(caseType),
      ...checkIds(caseType),
    ];
  });
}

function checkNumbering(caseType: Written<CaseTypeFile>): readonly PackFault[] {
  const { pattern, per } = caseType.value.numbering;
  const placeholders = [...pattern.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? '');
  const used = placeholders.map((name) => name.split(':')[0]);
  const unknown = placeholders
    .filter((name) => !/^(street|yyyy|yy|mm|counter(:[1-9])?)$/.test(name))
    .map((name) =>
      errorAt(
        caseType,
        'numbering-placeholder',
        {
          zh: `编号格式里的 {${name}} 不认识。可以用 {street} {yyyy} {yy} {mm} {counter:5}。`,
          en: `{${name}} is unknown. You may use {street} {yyyy} {yy} {mm} {counter:5}.`,
        },
        '/numbering/pattern',
      ),
    );
  const needed: readonly (readonly [boolean, string, string])[] = [
    [used.includes('counter'), '{counter:5}', '每件事件的号码就会一样'],
    [!per.includes('street') || used.includes('street'), '{street}', '按街道重新数时，两个街道的号码会重复'],
    [
      !per.some((part) => part === 'year' || part === 'month') || used.includes('yyyy') || used.includes('yy'),
      '{yyyy}',
      '按年重新数时，两年的号码会重复',
    ],
    [!per.includes('month') || used.includes('mm'), '{mm}', '按月重新数时，两个月的号码会重复'],
  ];
  return [
    ...unknown,
    ...needed
      .filter(([holds]) => !holds)
      .map(([, placeholder, because]) =>
        errorAt(
          caseType,
          'numbering-not-unique',
          {
            zh: `编号格式里少了 ${placeholder}，${because}。请补上。`,
            en: `The numbering lacks ${placeholder}, so numbers would repeat. Add it.`,
          },
          '/numbering/pattern',
        ),
      ),
  ];
}

function checkIds(caseType: Written<CaseTypeFile>): readonly PackFault[] {
  const { categories, stages, channels } = caseType.value;
  return [
    ...repeated(caseType, allCategories(categories)),
    ...repeated(
      caseType,
      stages.map((stage, index) => ({ id: stage.id, title: stage.title, place: `/stages/${index}` })),
    ),
    ...repeated(
      caseType,
      channels.map((channel, index) => ({ id: channel.id, title: channel.title, place: `/channels/${index}` })),
    ),
  ];
}

interface Placed {
  readonly id: string;
  readonly title: string;
  readonly place: string;
}

function allCategories(categories: readonly Category[], under = ''): readonly Placed[] {
  return categories.flatMap((category, index) => {
    const place = `${under}/${under === '' ? 'categories/' : ''}${index}`;
    return [
      { id: category.id, title: category.title, place },
      ...allCategories(category.children ?? [], `${place}/children`),
    ];
  });
}

function repeated(caseType: Written<CaseTypeFile>, placed: readonly Placed[]): readonly PackFault[] {
  const seen = new Map<string, Placed>();
  return placed.flatMap((one) => {
    const first = seen.get(one.id);
    seen.set(one.id, first ?? one);
    return first
      ? [
          errorAt(
            caseType,
            'id-duplicate',
            {
              zh: `编号「${one.id}」已经给了「${first.title}」。请换一个。`,
              en: `The id "${one.id}" is already used at ${first.place}. Change one of them.`,
            },
            `${one.place}/id`,
          ),
        ]
      : [];
  });
}
