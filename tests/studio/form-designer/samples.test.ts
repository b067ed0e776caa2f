import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { effectiveForm } from '../../../server/kernel/forms/effective-form.ts';
import type { FormDefinition } from '../../../server/kernel/forms/form-definition.ts';
import type { AnswerMaking } from '../../../server/kernel/forms/generate-submission.ts';
import { pruneSubmission } from '../../../server/kernel/forms/prune-submission.ts';
import { shownSchema } from '../../../server/kernel/forms/shown-fields.ts';
import { validateSubmission } from '../../../server/kernel/forms/validate-submission.ts';
import type { JsonObject } from '../../../server/kernel/json.ts';
import type { CaseTypeFile, PostsFile } from '../../../server/kernel/release/definitions.ts';
import { expandForm } from '../../../server/kernel/release/expand-form.ts';
import { copiedDataName, dataNameFault, newDataName } from '../../../studio/form-designer/questions/data-name.ts';
import { fillBurden } from '../../../studio/form-designer/questions/fill-burden.ts';
import { retitledOptions } from '../../../studio/form-designer/questions/new-question.ts';
import { newOptionValue } from '../../../studio/form-designer/questions/question-choices.ts';
import { allQuestions } from '../../../studio/form-designer/questions/read-questions.ts';
import { rightSample, wrongSample } from '../../../studio/form-designer/questions/sample-answers.ts';
import { interpretValidator } from '../../../studio/form-view/interpret-validator.ts';
import { packForm, packForms } from './form-edits.ts';

const pack = join(import.meta.dirname, '../../../definitions/tianshui-xiguan');
const read = <File>(file: string): File => JSON.parse(readFileSync(join(pack, file), 'utf8')) as File;
const sources = {
  areas: [{ code: '620502005001', name: '西关社区', type: 'community' as const, parent: null }],
  posts: read<PostsFile>('posts.json').posts,
  caseTypes: [read<CaseTypeFile>('case-types/event.json')],
};

function making(form: FormDefinition, seed: number): AnswerMaking {
  return { now: '2026-11-28T02:30:00.000Z', seed, validate: interpretValidator(effectiveForm(form, 's').schema) };
}

function problems(form: FormDefinition, data: JsonObject): readonly unknown[] {
  const effective = effectiveForm(form, 's');
  return validateSubmission(effective, pruneSubmission(effective, data), interpretValidator(effective.schema));
}

describe('a sample of a form', () => {
  const forms = packForms.map((form) => [form.id, expandForm(form, sources)] as const);

  it.each(forms)('%s, filled in rightly, answers everything that is asked and is accepted', (_, form) => {
    for (let seed = 0; seed < 5; seed += 1) {
      const data = rightSample(form, 's', making(form, seed));
      const shown = shownSchema(effectiveForm(form, 's'), data)['properties'] ?? {};
      expect(problems(form, data)).toEqual([]);
      expect(Object.keys(data)).toEqual(expect.arrayContaining(Object.keys(shown)));
    }
  });

  it.each(forms)('%s, filled in wrongly, is refused', (_, form) => {
    expect(problems(form, wrongSample(form, 's', making(form, 1)))).not.toEqual([]);
  });
});

describe('a data name', () => {
  it('comes from the kind, is free in the whole pack, and is what packs may have', () => {
    expect(newDataName('photos', new Set())).toBe('photos');
    expect(newDataName('photos', new Set(['photos', 'photos2']))).toBe('photos3');
    expect(copiedDataName('result2', new Set(['result', 'result2']))).toBe('result3');
    expect(dataNameFault(newDataName('yes-no', new Set()), new Set())).toBeNull();
  });

  it.each([
    ['with-dash', 'written'],
    ['7th', 'written'],
    ['constructor', 'written'],
    ['photos', 'taken'],
  ])('%s is refused when somebody writes it', (name, fault) => {
    expect(dataNameFault(name, new Set(['photos']))).toBe(fault);
  });
});

describe('the answers of a question', () => {
  const options = ['甲', '乙', '丙'].map((title, place) => ({ value: `v${place}`, title }));

  it.each([
    ['worded otherwise', ['甲', '乙二', '丙'], ['v0', 'v1', 'v2']],
    ['in another order', ['乙', '甲', '丙'], ['v1', 'v0', 'v2']],
    ['with one taken out', ['甲', '丙'], ['v0', 'v2']],
    ['with the last one taken out', ['甲', '乙'], ['v0', 'v1']],
    ['with a new one', ['甲', '乙', '丙', ''], ['v0', 'v1', 'v2', 'option-4']],
  ])('%s, are stored as before', (_, titles, values) => {
    const after = retitledOptions(options, titles, newOptionValue);

    expect(after.map(({ value }) => value)).toEqual(values);
    expect(after.map(({ title }) => title)).toEqual(titles);
  });
});

describe('the burden of filling in', () => {
  it('counts what is asked, what is asked at times, and what is only shown', () => {
    expect(fillBurden(allQuestions(packForm('assign')), 'assign')).toEqual({
      asked: 7,
      atTimes: 5,
      shown: 2,
      minutes: 2,
    });
    expect(fillBurden(allQuestions(packForm('handle')), 'handle')).toMatchObject({ asked: 4, atTimes: 2, shown: 0 });
  });
});
