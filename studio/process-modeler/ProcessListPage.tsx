import { type ReactElement, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { beginDraft, listDefinitions } from '../../server/http/contract/drafts.ts';
import { useDefinitionArea } from '../api/drafts/use-definition-area.ts';
import type { DefinitionLine } from '../api/drafts/use-definition-list.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCommand } from '../api/use-command.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNote } from '../ui/ErrorState.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Table } from '../ui/Table.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { NewProcessDialog } from './NewProcessDialog.tsx';
import { useVocabulary } from './use-vocabulary.ts';

/** The processes of an area, and where a new one begins. */
export function ProcessListPage({ person }: { readonly person: SignedInPerson }): ReactElement {
  const { area } = useDefinitionArea(person);
  const { text } = useText();
  return (
    <div className="gl-page">
      {area === null ? (
        <EmptyState title={text('process.list.none')} next={text('process.list.none.next')} />
      ) : (
        <Processes area={area.code} />
      )}
    </div>
  );
}

function Processes({ area }: { readonly area: string }): ReactElement {
  const { text } = useText();
  const listed = useAnswer(listDefinitions, { params: { area } });
  const begin = useCommand(beginDraft, [listDefinitions]);
  const [draft, setDraft] = useState<string | null>(null);
  const vocabulary = useVocabulary(draft ?? '');
  const { data } = listed;
  if (data === undefined) return <Waiting {...waitingFor(listed)} />;
  const lines = data.definitions.filter(({ kind }) => kind === 'process');
  const add = async (): Promise<void> => {
    const opened = data.draft ?? (await begin.run({ params: { area } }));
    if (opened !== null) setDraft(opened.id);
  };
  return (
    <>
      <PageHead title={text('process.list')}>
        {data.mayEdit && (
          <Button kind="primary" busy={begin.busy} onPress={() => void add()}>
            {text('process.add')}
          </Button>
        )}
      </PageHead>
      {begin.problem !== null && <ErrorNote problem={begin.problem} />}
      <Card>
        <p className="quiet">{text('process.list.says')}</p>
        <ProcessTable lines={lines} />
      </Card>
      {draft !== null && vocabulary.posts.length > 0 && (
        <NewProcessDialog draft={draft} vocabulary={vocabulary} lines={lines} onClose={() => setDraft(null)} />
      )}
    </>
  );
}

function ProcessTable({ lines }: { readonly lines: readonly DefinitionLine[] }): ReactElement {
  const { text, pack } = useText();
  const [, navigate] = useLocation();
  return (
    <Table
      label={text('process.list')}
      rows={lines}
      rowKey={({ id }) => id}
      onOpen={({ id }) => navigate(`/definitions/process/${id}`)}
      columns={[
        {
          id: 'title',
          title: text('process.name'),
          cell: ({ id, title }) => <Link href={`/definitions/process/${id}`}>{pack(title)}</Link>,
        },
        { id: 'pack', title: text('process.list.pack'), cell: (line) => pack(line.pack) },
        { id: 'state', title: text('process.list.state'), cell: ({ state }) => text(`list.state.${state}`) },
      ]}
      {...(lines.length === 0
        ? { placeholder: <EmptyState title={text('process.list.none')} next={text('process.list.none.next')} /> }
        : {})}
    />
  );
}
