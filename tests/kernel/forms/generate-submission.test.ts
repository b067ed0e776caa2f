import { describe, expect, it } from 'vitest';
import { serverValidatorFor } from '../../../server/application/forms/accept-form.ts';
import { acceptSubmission } from '../../../server/kernel/forms/accept-submission.ts';
import { effectiveForm } from '../../../server/kernel/forms/effective-form.ts';
import type { FormDefinition } from '../../../server/kernel/forms/form-definition.ts';
import { generateSubmission } from '../../../server/kernel/forms/generate-submission.ts';
import type { JsonObject } from '../../../server/kernel/json.ts';
import { packArgument } from '../../../server/packs/pack-argument.ts';
import { compilePack } from '../../../server/packs/compile-pack.ts';

const now = '2026-11-30T01:00:00.000Z';
const { release } = await compilePack('tianshui-xiguan', packArgument('tianshui-xiguan').find);
const forms = [...(release?.forms.values() ?? [])];
const seeds = Array.from({ length: 40 }, (_, seed) => seed);

const generate = (form: FormDefinition, seed: number, known: JsonObject = {}): JsonObject => {
  const effective = effectiveForm(form, 's');
  return generateSubmission(effective, known, { now, seed, validate: serverValidatorFor(effective) });
};

describe('answers made up for a form', () => {
  it.each(forms.map((form) => [form.title, form] as const))('are accepted: %s', (_, form) => {
    for (const seed of seeds) {
      const accepted = acceptSubmission(form, 's', generate(form, seed), {}, serverValidatorFor);
      expect(accepted.ok ? [] : accepted.problems.map(({ zh }) => `${seed} ${zh}`)).toEqual([]);
    }
  });

  it('answer with seed 0 only what must be answered', () => {
    const report = forms.find(({ id }) => id === 'report');
    expect(report && Object.keys(generate(report, 0)).toSorted()).toEqual(
      ['category', 'description', 'onTheSpot', 'place'].toSorted(),
    );
  });

  it('are the same for the same seed and differ between seeds', () => {
    const report = forms.find(({ id }) => id === 'report');
    const categories = new Set(seeds.map((seed) => report && generate(report, seed)['category']));
    expect(categories.size).toBeGreaterThan(5);
    expect(report && generate(report, 7)).toEqual(report && generate(report, 7));
  });

  it('keep what somebody chose and fill in what follows from it', () => {
    const report = forms.find(({ id }) => id === 'report');
    const data = report && generate(report, 0, { onTheSpot: true });
    expect(data).toMatchObject({ onTheSpot: true, result: expect.any(String) });
  });

  it('leave a question open whose pattern nobody foresaw', () => {
    const form: FormDefinition = {
      id: 'strange',
      title: '怪题',
      schema: {
        type: 'object',
        properties: { code: { type: 'string', title: '编号', pattern: '^QZ-[0-9]{9}$' } },
        required: ['code'],
      },
      ui: {},
      rules: [],
      rights: {},
    };
    expect(generate(form, 3)).toEqual({});
  });
});
