import type { ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import { listDefinitions } from '../../server/http/contract/drafts.ts';
import { useDefinitionArea } from '../api/drafts/use-definition-area.ts';
import type { DefinitionLine } from '../api/drafts/use-definition-list.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNote } from '../ui/ErrorState.tsx';
import { ListFacts, PageHead } from '../ui/PageHead.tsx';
import { type Column, Table } from '../ui/Table.tsx';
import { Tag } from '../ui/Tag.tsx';
import { clockWords } from '../ui/time-words.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { RemoveFormDialog } from './dialogs/RemoveFormDialog.tsx';
import { type FormActions, useFormActions } from './use-form-actions.ts';
import { useUsesOfForms } from './use-uses-of-forms.ts';

/** `/definitions/form`: the forms of an area, and beginning, copying and removing one. */
export function FormsPage({ person }: { readonly person: SignedInPerson }): ReactElement {
  const { text, pack } = useText();
  const { area } = useDefinitionArea(person);
  const answer = useAnswer(
    listDefinitions,
    { params: { area: area?.code ?? '' } },
    { when: area !== null, keepBefore: true, every: 30 },
  );
  const forms = answer.data?.definitions.filter(({ kind }) => kind === 'form') ?? [];
  const actions = useFormActions(area?.code ?? '', forms);
  return (
    <div className="gl-page">
      <PageHead
        title={text('forms.title')}
        beside={
          answer.data !== undefined && (
            <ListFacts
              total={text('forms.total', { count: forms.length })}
              rest={`${pack(answer.data.area.name)} ${clockWords(answer.data.asOf)}`}
            />
          )
        }
      >
        {answer.data?.mayEdit === true && (
          <Button kind="primary" busy={actions.busy} onPress={actions.begin}>
            {text('forms.new')}
          </Button>
        )}
      </PageHead>
      <p className="quiet">{text('forms.about')}</p>
      {actions.problem !== null && <ErrorNote problem={actions.problem} />}
      {area === null && <EmptyState title={text('designer.no-area')} next={text('designer.no-area.next')} />}
      <Card bare>
        {answer.data === undefined && area !== null && <Waiting {...waitingFor(answer)} lines={8} />}
        {answer.data !== undefined && (
          <FormTable lines={forms} draft={answer.data.draft?.id} mayEdit={answer.data.mayEdit} actions={actions} />
        )}
      </Card>
      <p className="quiet">{text('forms.rename')}</p>
      {actions.removing !== null && <RemoveFormDialog {...actions.removing} actions={actions} />}
    </div>
  );
}

interface FormTableProps {
  readonly lines: readonly DefinitionLine[];
  readonly draft: string | undefined;
  readonly mayEdit: boolean;
  readonly actions: FormActions;
}

function FormTable(props: FormTableProps): ReactElement {
  const { text } = useText();
  const [, navigate] = useLocation();
  const { lines } = props;
  return (
    <Table
      label={text('forms.title')}
      columns={useFormColumns(props)}
      rows={lines}
      rowKey={({ id }) => id}
      onOpen={({ id }) => navigate(`/definitions/form/${id}`)}
      placeholder={
        lines.length === 0 ? <EmptyState title={text('forms.none')} next={text('forms.none.next')} /> : undefined
      }
    />
  );
}

function useFormColumns({ draft, mayEdit, actions }: FormTableProps): readonly Column<DefinitionLine>[] {
  const { text, pack } = useText();
  const usesOf = useUsesOfForms(draft);
  return [
    {
      id: 'title',
      title: text('forms.title'),
      width: 260,
      cell: ({ id, title }) => <Link href={`/definitions/form/${id}`}>{pack(title)}</Link>,
      whole: ({ title }) => pack(title),
    },
    ...(usesOf === null
      ? []
      : [
          {
            id: 'used',
            title: text('forms.used'),
            cell: ({ id }: DefinitionLine) => {
              const uses = usesOf(id);
              return uses.length === 0 ? (
                <span className="quiet">{text('forms.unused')}</span>
              ) : (
                uses.join(text('list.comma'))
              );
            },
          },
        ]),
    {
      id: 'state',
      title: text('forms.state'),
      width: 120,
      cell: ({ state }) =>
        state === 'same' ? (
          <span className="quiet">{text('list.state.same')}</span>
        ) : (
          <Tag tone={state === 'removed' ? 'warn' : 'accent'}>{text(`list.state.${state}`)}</Tag>
        ),
    },
    ...(mayEdit
      ? [
          {
            id: 'actions',
            title: text('forms.actions'),
            width: 180,
            cell: (line: DefinitionLine) => <LineActions line={line} actions={actions} />,
          },
        ]
      : []),
  ];
}

function LineActions({
  line,
  actions,
}: {
  readonly line: DefinitionLine;
  readonly actions: FormActions;
}): ReactElement {
  const { text, pack } = useText();
  const title = pack(line.title);
  return (
    <>
      <Button kind="text" small label={text('forms.copy.of', { title })} onPress={() => actions.copy(line)}>
        {text('forms.copy')}
      </Button>
      <Button kind="text" small label={text('forms.remove.of', { title })} onPress={() => actions.askToRemove(line)}>
        {text('forms.remove')}
      </Button>
    </>
  );
}
