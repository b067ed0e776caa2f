import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import { InlineChoice } from '../ui/desktop/sentence/InlineChoice.tsx';
import { type Column, Table } from '../ui/Table.tsx';
import { useEditing } from './editing.ts';
import { rightAt } from './questions/question-rights.ts';
import type { Question } from './questions/question.ts';
import { rightOptions, useStepOptions, withRightAt } from './sentences/step-rights.ts';

/** 各步骤谁能填: questions × steps, each cell a choice. Questions in the rows of a table have the rights of the table. */
export function RightsTable(): ReactElement {
  const { text } = useText();
  const { questions, write } = useEditing();
  const found = useStepOptions();
  const steps = found.length === 0 ? [{ id: '*', title: text('designer.right.filling') }] : found;
  const columns: readonly Column<Question>[] = [
    {
      id: 'title',
      title: text('designer.question'),
      cell: ({ title }) => title,
      whole: ({ title }) => title,
    },
    ...steps.map((step) => ({
      id: step.id,
      title: step.title,
      width: 150,
      cell: (question: Question) => (
        <InlineChoice
          label={text('designer.right.of', { title: question.title, step: step.title })}
          options={rightOptions(text)}
          value={rightAt(question.rights, step.id)}
          onChange={(right) => write({ ...question, rights: withRightAt(question.rights, step.id, right) })}
        />
      ),
    })),
  ];
  return (
    <div className="fd-rights">
      <p className="quiet">{text('designer.rights.says')}</p>
      <Table
        label={text('designer.rights')}
        columns={columns}
        rows={questions.filter(({ path }) => !path.includes('[]'))}
        rowKey={({ path }) => path}
      />
    </div>
  );
}
