import type { ReactElement } from 'react';
import { groupBy } from '../../../server/kernel/group-by.ts';
import { useText } from '../../translations/texts.ts';
import { useEditing } from '../editing.ts';
import type { PersonalInformation, Question } from '../questions/question.ts';
import { writeQuestion } from '../questions/write-question.ts';
import { PurposeSentence } from '../sentences/PersonalSentences.tsx';

/** Below the list: which questions collect personal information, and for all that say the same, what for and until when. */
export function PersonalNotes(): ReactElement | null {
  const { text } = useText();
  const { questions, blocks, form, change } = useEditing();
  const numbers = new Map(
    blocks.flatMap((block) => block.questions).map(({ path }, place) => [path, String(place + 1)] as const),
  );
  const groups = groupBy(
    questions.filter(({ personal }) => personal !== null && personal.class !== 'none'),
    ({ personal }) => JSON.stringify([personal?.purpose, personal?.retention, personal?.lawfulBasis]),
  );
  if (groups.size === 0) return null;
  const write = (group: readonly Question[], part: Partial<PersonalInformation>): void =>
    change(
      group.reduce(
        (edited, question) =>
          question.personal === null
            ? edited
            : writeQuestion(edited, { ...question, personal: { ...question.personal, ...part } }),
        form,
      ),
    );
  return (
    <section className="fd-personal" aria-label={text('designer.personal')}>
      {[...groups.values()].map((group, place) => (
        <div key={place}>
          <i className="gl-shape gl-shape-warn" aria-hidden="true" />
          <span>
            {text('designer.personal.questions', {
              numbers: group
                .map(({ path }) => numbers.get(path.split(/[.[]/)[0] ?? '') ?? path)
                .join(text('list.comma')),
              titles: group.map(({ title }) => title).join(text('list.comma')),
            })}
          </span>
          <PurposeSentence
            purpose={group[0]?.personal?.purpose ?? ''}
            retention={group[0]?.personal?.retention ?? ''}
            lawfulBasis={group[0]?.personal?.lawfulBasis ?? ''}
            onChange={(part) => write(group, part)}
          />
        </div>
      ))}
    </section>
  );
}
