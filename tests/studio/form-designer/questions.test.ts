import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkForm } from '../../../server/kernel/forms/check-form.ts';
import type { JsonObject } from '../../../server/kernel/json.ts';
import type { FormDefinition } from '../../../server/kernel/forms/form-definition.ts';
import {
  addQuestion,
  copyQuestion,
  moveQuestion,
  removeQuestion,
} from '../../../studio/form-designer/questions/place-question.ts';
import { blocksAround, placeBeside, placeOneStep } from '../../../studio/form-designer/questions/place-beside.ts';
import type { Question } from '../../../studio/form-designer/questions/question.ts';
import {
  allQuestions,
  questionAt as readAt,
  readQuestions,
} from '../../../studio/form-designer/questions/read-questions.ts';
import { mayDecide } from '../../../studio/form-designer/questions/dependents.ts';
import { writeQuestion } from '../../../studio/form-designer/questions/write-question.ts';
import { formOf, packForm, packForms, questionAt } from './form-edits.ts';

const atEnd = { section: null, before: null };

/** Conditions are a set: which of two reasons is written first says nothing. */
function comparable(question: Question | undefined): unknown {
  if (question === undefined) return undefined;
  return {
    ...question,
    conditions: question.conditions.map((one) => JSON.stringify(one)).toSorted((a, b) => (a < b ? -1 : 1)),
  };
}

function names(form: FormDefinition): readonly string[] {
  return readQuestions(form).flatMap(({ questions }) => questions.map(({ name }) => name));
}

describe('a form of a pack', () => {
  it.each(packForms.map((form) => [form.id, form] as const))(
    '%s is written back byte for byte when nothing was changed',
    (_, form) => {
      const written = allQuestions(form).reduce(writeQuestion, form);

      expect(allQuestions(form).length).toBeGreaterThan(1);
      expect(JSON.stringify(written)).toBe(JSON.stringify(form));
    },
  );

  it.each(packForms.map((form) => [form.id, form] as const))(
    '%s is read without anything that only experts may edit',
    (_, form) => {
      expect(allQuestions(form).filter(({ kind }) => kind === 'expert')).toEqual([]);
    },
  );

  it('keeps what the designer does not know, and where it stands, while another part of the question is changed', () => {
    const form = packForm('report');
    const strange = formOf({
      $comment: 'kept',
      ...(form as unknown as JsonObject),
      schema: {
        ...form.schema,
        properties: {
          ...(form.schema['properties'] as object),
          place: { 'x-own': [1], type: 'string', title: '地点', minLength: 2, 'x-more': {} },
        },
      },
    });
    const place = readAt(strange, 'place');
    const written = place === undefined ? strange : writeQuestion(strange, { ...place, title: '在哪里' });

    expect(JSON.stringify(written)).toBe(JSON.stringify(strange).replace('"title":"地点"', '"title":"在哪里"'));
  });
});

describe('a question', () => {
  it('is read as it was written, whatever it says', () => {
    fc.assert(
      fc.property(questionAt('extra', ['category', 'onTheSpot', 'place']), (question) => {
        const form = addQuestion(packForm('report'), question, atEnd);
        expect(comparable(readAt(form, 'extra'))).toEqual(comparable(question));
      }),
      { numRuns: 300 },
    );
  });

  it('is read as it was written over another one of any kind', () => {
    fc.assert(
      fc.property(questionAt('extra', ['category']), questionAt('extra', ['place', 'category']), (before, after) => {
        const form = writeQuestion(addQuestion(packForm('report'), before, atEnd), after);
        const read = readAt(form, 'extra');
        // A group keeps what is in it only while it is one.
        expect(comparable(read && { ...read, inside: [] })).toEqual(comparable(after));
      }),
      { numRuns: 300 },
    );
  });

  it('leaves every other question as it was, and goes without a trace', () => {
    fc.assert(
      fc.property(fc.constantFrom(...packForms), questionAt('extra', []), (form, question) => {
        const grown = addQuestion(form, question, atEnd);
        expect(allQuestions(grown).filter(({ path }) => path !== 'extra')).toEqual(allQuestions(form));
        expect(JSON.stringify(removeQuestion(grown, 'extra'))).toBe(JSON.stringify(form));
      }),
      { numRuns: 100 },
    );
  });
});

describe('random edits', () => {
  it('never make a form that cannot be published', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...packForms),
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat({ max: 3 })), { maxLength: 6 }),
        fc.infiniteStream(questionAt('extra', [])),
        (form, steps, fresh) => {
          let count = 0;
          const edited = steps.reduce((now, [which, where, how]) => {
            const all = names(now);
            const [name, other] = [all[which % all.length] ?? '', all[where % all.length] ?? ''];
            const section =
              readQuestions(now).find(({ questions }) => questions.some((one) => one.name === other))?.section ?? null;
            count += 1;
            if (how === 0 && all.length > 1) return removeQuestion(now, name);
            if (how === 1) return name === other ? now : moveQuestion(now, name, { section, before: other });
            if (how === 2) return copyQuestion(now, name, `copy${count}`, '副本');
            const [question] = fresh.take(1);
            if (question === undefined) return now;
            return addQuestion(
              now,
              { ...question, path: `extra${count}`, name: `extra${count}` },
              { section, before: other },
            );
          }, form);
          expect(checkForm(edited).faults).toEqual([]);
          expect(JSON.stringify(allQuestions(edited).reduce(writeQuestion, edited))).toBe(JSON.stringify(edited));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('put a question exactly before another one, also over the edge of a section', () => {
    fc.assert(
      fc.property(fc.constantFrom(...packForms), fc.nat(), fc.nat(), (form, which, where) => {
        const all = names(form);
        const [name, other] = [all[which % all.length] ?? '', all[where % all.length] ?? ''];
        fc.pre(name !== other);
        const moved = names(moveQuestion(form, name, placeBeside(blocksAround(form, other), other, 'before')));
        expect(moved.indexOf(name)).toBe(moved.indexOf(other) - 1);
      }),
      { numRuns: 150 },
    );
  });

  it('by one step down and up again lead back to where a question stood', () => {
    fc.assert(
      fc.property(fc.constantFrom(...packForms), fc.nat(), (form, which) => {
        const all = names(form);
        const name = all[which % all.length] ?? '';
        const down = placeOneStep(blocksAround(form, name), name, 'down');
        fc.pre(down !== null);
        const moved = down === null ? form : moveQuestion(form, name, down);
        const up = placeOneStep(blocksAround(moved, name), name, 'up');
        expect(blocksAround(up === null ? moved : moveQuestion(moved, name, up), name)).toEqual(
          blocksAround(form, name),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('of conditions do not make questions wait for each other', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...packForms),
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 8 }),
        (form, pairs) => {
          const edited = pairs.reduce((now, [which, of]) => {
            const all = allQuestions(now).filter(({ path, kind }) => !path.includes('[]') && kind !== 'rows');
            const [question, decider] = [all[which % all.length], all[of % all.length]];
            if (question === undefined || decider === undefined || !mayDecide(now, question.path, decider.path, true))
              return now;
            const when = { all: [{ field: decider.path, filled: true as const }] };
            return writeQuestion(now, {
              ...question,
              conditions: [...question.conditions, { when, show: true, require: false }],
            });
          }, form);
          expect(checkForm(edited).faults).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
