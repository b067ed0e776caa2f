import { describe, expect, it } from 'vitest';
import { checkForm } from '../../../server/kernel/forms/check-form.ts';
import { itemsOf, propertiesOf, propertyOf } from '../../../server/kernel/forms/schema-node.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../../server/kernel/json.ts';
import { kindSchemas } from '../../../studio/definition-editor/kind-schemas.ts';
import { referenceChoices, referenceSources } from '../../../studio/definition-editor/references.ts';
import { fromFormData, toFormData } from '../../../studio/definition-editor/schema-form/form-data.ts';
import { formPlace } from '../../../studio/definition-editor/schema-form/form-place.ts';
import { formSchema } from '../../../studio/definition-editor/schema-form/form-schema.ts';
import { translateSchema } from '../../../studio/definition-editor/schema-form/translate-schema.ts';
import { withRowIds } from '../../../studio/definition-editor/schema-form/with-row-ids.ts';
import type { Texts } from '../../../studio/translations/texts.ts';
import { shipped, street } from './shipped-definitions.ts';

const writing = {
  choicesOf: referenceChoices(street, { form: 'household' }),
  gone: (id: string) => `没有 ${id}`,
  linesHint: 'one a line',
};

/** The schema of each kind of step of a scenario, or of what stands in its own member. */
function stepSchemas(): readonly (readonly [string, JsonObject])[] {
  const variants = itemsOf(propertyOf(kindSchemas.scenario, 'steps') ?? {})?.['oneOf'];
  return (isJsonArray(variants) ? variants : []).filter(isJsonObject).map((variant) => {
    const inside = propertyOf(variant, 'given') ?? propertyOf(variant, 'then');
    return [`scenario step ${JSON.stringify(variant['title'])}`, inside ?? variant] as const;
  });
}

/** Every `x-choices` of a schema. */
function sourcesIn(node: Json): readonly string[] {
  if (isJsonArray(node)) return node.flatMap(sourcesIn);
  if (!isJsonObject(node)) return [];
  const own = typeof node['x-choices'] === 'string' ? [node['x-choices']] : [];
  return [...own, ...Object.values(node).flatMap(sourcesIn)];
}

/** Everything a form says of its own. */
function textsIn(node: Json): readonly string[] {
  if (isJsonArray(node)) return node.flatMap(textsIn);
  if (!isJsonObject(node)) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    (key === 'title' || key === 'description') && typeof value === 'string' ? [value] : textsIn(value),
  );
}

const english: Texts = {
  language: 'en',
  text: () => writing.linesHint,
  pack: (chinese) => chinese,
  either: (sentence) => sentence.en,
};

describe('a definition in a form', () => {
  it('is seen, with every kind', () => {
    expect(shipped.length).toBeGreaterThan(60);
  });

  it.each(shipped)('comes back as it was when nothing was changed: %s', (_, schema, json) => {
    const back = fromFormData(schema, toFormData(schema, json), json);

    expect(JSON.stringify(back)).toBe(JSON.stringify(json));
  });

  it.each([...Object.entries(kindSchemas).filter(([kind]) => kind !== 'areas'), ...stepSchemas()])(
    'is asked inside our own form profile: %s',
    (_, schema) => {
      const form = {
        id: 'definition',
        title: '定义',
        schema: formSchema(schema, [], writing),
        ui: {},
        rules: [],
        rights: {},
      };
      const { faults, outsideProfile } = checkForm(form);

      expect(faults).toEqual([]);
      expect(outsideProfile).toEqual([]);
    },
  );

  it('offers the definitions of the draft by title, and keeps one that is gone in sight', () => {
    const post = street.posts.find(({ id }) => id === 'mediator') as unknown as JsonObject;
    const schema = formSchema(kindSchemas.post, [{ ...post, fallback: 'nobody' }], writing);
    const offered = propertyOf(schema, 'fallback')?.['oneOf'];

    expect(offered).toContainEqual({ const: 'grid-head', title: '网格长' });
    expect(offered).toContainEqual({ const: 'nobody', title: '没有 nobody' });
  });

  it('offers the questions of the form a ledger is kept with', () => {
    const schema = formSchema(kindSchemas.ledger, [], writing);
    const columns = itemsOf(propertyOf(schema, 'columns') ?? {})?.['oneOf'];

    expect(columns).toContainEqual(expect.objectContaining({ const: 'address' }));
  });

  it.each(Object.entries(kindSchemas))('refers to nothing that no source offers: %s', (_, schema) => {
    expect(sourcesIn(schema).filter((source) => !referenceSources.includes(source))).toEqual([]);
  });

  it('takes lists, maps and answers as people write them', () => {
    const [, report] = stepSchemas().find(([name]) => name.includes('报事件')) ?? ['', {}];
    const before = { who: '马小兰', reports: '井盖', with: { 照片: 2, 已当场处理: true, 类别: '井盖' } };
    const data = toFormData(report, before);
    const rows = isJsonObject(data) && isJsonArray(data['with']) ? data['with'] : [];
    const filled = [
      ...rows,
      { key: '处理后照片', value: '1' },
      { key: '反映人电话', value: '13900000000' },
      { key: '', value: 'x' },
    ];

    expect(rows).toContainEqual({ key: '已当场处理', value: '是' });
    expect(fromFormData(report, { ...before, with: filled }, before)).toEqual({
      ...before,
      with: { ...before.with, 处理后照片: 1, 反映人电话: '13900000000' },
    });
    const [, then] = stepSchemas().find(([name]) => name.includes('这时')) ?? ['', {}];
    expect(fromFormData(then, { told: ' 孙立新 \n\n王海燕' }, {})).toEqual({ told: ['孙立新', '王海燕'] });
  });

  it.each([
    ...Object.entries(kindSchemas).filter(([kind]) => ['post', 'role', 'limit', 'ledger'].includes(kind)),
    ...stepSchemas(),
  ])('is asked in English, too: %s', (_, schema) => {
    const silent = textsIn(formSchema(schema, [], { ...writing, choicesOf: () => [] })).filter((chinese) =>
      /\p{Script=Han}/u.test(translateSchema(english)(chinese)),
    );

    expect(silent).toEqual([]);
  });

  it('gives new rows ids of their own and leaves the others theirs', () => {
    const event = street.caseTypes[0] as unknown as JsonObject;
    const stages = isJsonArray(event['stages']) ? event['stages'] : [];
    const next = withRowIds(kindSchemas['case-type'], {
      ...event,
      stages: [...stages, { title: '核查' }, { title: '回访' }],
    });

    expect(next['stages']).toEqual([...stages, { id: 'stage-1', title: '核查' }, { id: 'stage-2', title: '回访' }]);
  });

  it('shows a problem at the field where it can be mended', () => {
    const [, then] = stepSchemas().find(([name]) => name.includes('这时')) ?? ['', {}];
    const work = { work: { 陈晓明: [], 王海燕: ['事件处理'] } };

    expect(formPlace(kindSchemas.post, {}, '/fallback')).toBe('/fallback');
    expect(formPlace(then, { told: ['a', 'b'] }, '/told/1')).toBe('/told');
    expect(formPlace(then, work, '/work/王海燕/0')).toBe('/work/1');
    expect(formPlace(kindSchemas.meeting, {}, '/rule/day')).toBe('');
    expect(propertiesOf(kindSchemas.meeting).length).toBeGreaterThan(10);
  });
});
