import { type ReactElement, useState } from 'react';
import { useText } from '../../translations/texts.ts';
import { type Column, Table } from '../../ui/Table.tsx';
import { useEditing } from '../editing.ts';
import { dataNameFault } from '../questions/data-name.ts';
import { pathIn, parentAndName } from '../questions/holder.ts';
import { renameData } from '../questions/place-question.ts';
import type { Question } from '../questions/question.ts';
import { kindTitles } from '../sentences/kind-options.ts';
import { takenNames } from '../surroundings/known-questions.ts';

/** The data name of each question. A published one stays: processes, ledgers and what was answered know it. */
export function DataNames(): ReactElement {
  const { text } = useText();
  const { questions, published, fixed } = useEditing();
  const columns: readonly Column<Question>[] = [
    { id: 'title', title: text('designer.question'), cell: ({ title }) => title, whole: ({ title }) => title },
    { id: 'kind', title: text('designer.kind'), width: 120, cell: ({ kind }) => text(kindTitles[kind]) },
    {
      id: 'name',
      title: text('designer.data-name'),
      width: 240,
      cell: (question) =>
        published.has(question.path) || fixed ? (
          <code>{question.path}</code>
        ) : (
          <NameBox key={question.path} question={question} />
        ),
    },
    {
      id: 'state',
      title: text('designer.data-name.state'),
      width: 160,
      cell: ({ path }) => (
        <span className="quiet">
          {text(published.has(path) ? 'designer.data-name.fixed' : 'designer.data-name.free')}
        </span>
      ),
    },
  ];
  return <Table label={text('designer.data-names')} columns={columns} rows={questions} rowKey={({ path }) => path} />;
}

function NameBox({ question }: { readonly question: Question }): ReactElement {
  const { text } = useText();
  const { form, surroundings, change, select } = useEditing();
  const [written, setWritten] = useState(question.name);
  const taken = takenNames(
    surroundings.forms.filter(({ id }) => id !== form.id),
    form,
  );
  const fault = written === question.name ? null : dataNameFault(written, taken);
  const take = (): void => {
    if (fault !== null) setWritten(question.name);
    else if (written !== question.name) {
      change(renameData(form, question.path, written));
      select(pathIn(parentAndName(question.path).parent, written));
    }
  };
  return (
    <>
      <input
        className="gl-input"
        aria-label={text('designer.data-name.of', { title: question.title })}
        aria-invalid={fault !== null}
        value={written}
        maxLength={40}
        onChange={({ target }) => setWritten(target.value)}
        onBlur={take}
        onKeyDown={({ key }) => {
          if (key === 'Enter') take();
          if (key === 'Escape') setWritten(question.name);
        }}
      />
      {fault !== null && (
        <p className="gl-field-error" role="alert">
          {text(fault === 'taken' ? 'designer.data-name.taken' : 'designer.data-name.written')}
        </p>
      )}
    </>
  );
}
