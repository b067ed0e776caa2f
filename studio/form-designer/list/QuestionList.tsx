import { Fragment, type ReactElement } from 'react';
import { useText } from '../../translations/texts.ts';
import { useEditing } from '../editing.ts';
import { PersonalNotes } from './PersonalNotes.tsx';
import { QuestionLine } from './QuestionLine.tsx';
import { SectionLine } from './SectionLine.tsx';

/** The questions of the form from top to bottom, under the heads of their sections. */
export function QuestionList(): ReactElement {
  const { text } = useText();
  const { form, blocks } = useEditing();
  const order = blocks.flatMap((block) => block.questions.map(({ path }) => path));
  return (
    <div className="fd-list">
      {blocks.length === 0 && <p className="fd-empty quiet">{text('designer.empty')}</p>}
      {blocks.map((block, place) => (
        <Fragment key={block.section ?? `between ${place}`}>
          {block.section !== null && <SectionLine block={block} section={block.section} />}
          <ol className={block.section === null ? 'fd-block' : 'fd-block fd-block-section'}>
            {block.questions.map((question) => (
              <QuestionLine key={question.path} question={question} number={String(order.indexOf(question.path) + 1)} />
            ))}
            {block.questions.length === 0 && <li className="fd-empty quiet">{text('designer.section.empty')}</li>}
          </ol>
        </Fragment>
      ))}
      <PersonalNotes key={form.id} />
    </div>
  );
}
