import { type ReactElement, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { listDefinitions } from '../../server/http/contract/drafts.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { useDefinitionArea } from '../api/drafts/use-definition-area.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ListFacts, PageHead } from '../ui/PageHead.tsx';
import { Table } from '../ui/Table.tsx';
import { Tag } from '../ui/Tag.tsx';
import { clockWords } from '../ui/time-words.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { editedKind, type EditedKind } from './kind-editors.ts';
import { addableKinds } from './new-definition.ts';
import { TemplateButton } from './post-templates/TemplateButton.tsx';
import { wordedTitle } from './placeholder-words.ts';
import { NewDefinitionDialog } from './NewDefinitionDialog.tsx';

type Line = AnswerOf<typeof listDefinitions>['definitions'][number];

/** All definitions of a kind an area runs on, with what the draft changes, and the way to a new one. */
export function DefinitionListPage({
  person,
  kind,
}: {
  readonly person: SignedInPerson;
  readonly kind: string;
}): ReactElement {
  const { text } = useText();
  const { area } = useDefinitionArea(person);
  const known = editedKind(kind);
  if (area === null || known === null)
    return (
      <div className="gl-page">
        <EmptyState title={text('nowhere')} next={text('nowhere.next')} />
      </div>
    );
  return <KindPage area={area} kind={known} />;
}

function KindPage({
  area,
  kind,
}: {
  readonly area: { readonly code: string; readonly name: string };
  readonly kind: EditedKind;
}): ReactElement {
  const { text, pack } = useText();
  const answer = useAnswer(listDefinitions, { params: { area: area.code } });
  const { data } = answer;
  const lines = data?.definitions.filter((line) => line.kind === kind) ?? [];
  const mayAdd = data?.mayEdit === true && addableKinds.includes(kind);
  return (
    <div className="gl-page">
      <PageHead title={text(`kind.${kind}`)}>
        {data !== undefined && (
          <ListFacts
            total={text('definition.total', { count: lines.length })}
            rest={text('as-of.within', { time: clockWords(data.asOf), area: pack(area.name) })}
          />
        )}
        {mayAdd && kind === 'post' && <TemplateButton area={area.code} />}
        {mayAdd && <NewButton area={area.code} kind={kind} used={lines.map(({ id }) => id)} />}
      </PageHead>
      {data === undefined ? (
        <Card>
          <Waiting {...waitingFor(answer)} />
        </Card>
      ) : (
        <KindTable kind={kind} lines={lines} />
      )}
    </div>
  );
}

function KindTable({ kind, lines }: { readonly kind: EditedKind; readonly lines: readonly Line[] }): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  const [, navigate] = useLocation();
  return (
    <Card bare>
      <Table<Line>
        label={text(`kind.${kind}`)}
        rows={lines}
        rowKey={({ id }) => id}
        onOpen={({ id }) => navigate(`/definitions/${kind}/${id}`)}
        columns={[
          {
            id: 'title',
            title: text('definition.column.title'),
            cell: ({ id, title }) => <Link href={`/definitions/${kind}/${id}`}>{wordedTitle(pack(title), texts)}</Link>,
          },
          {
            id: 'state',
            title: text('definition.column.state'),
            width: 140,
            cell: ({ state }) => <Tag tone={state === 'same' ? 'quiet' : 'accent'}>{text(`list.state.${state}`)}</Tag>,
          },
          { id: 'pack', title: text('definition.column.pack'), width: 280, cell: (line) => pack(line.pack) },
          {
            id: 'lock',
            title: text('definition.column.lock'),
            width: 180,
            cell: ({ lock }) => lock?.person.name ?? '',
          },
        ]}
        placeholder={<EmptyState title={text('definition.none')} next={text('definition.none.next')} />}
      />
    </Card>
  );
}

function NewButton({
  area,
  kind,
  used,
}: {
  readonly area: string;
  readonly kind: EditedKind;
  readonly used: readonly string[];
}): ReactElement {
  const { text } = useText();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button kind="primary" onPress={() => setAsking(true)}>
        {text(`new.${kind as 'post'}`)}
      </Button>
      {asking && (
        <NewDefinitionDialog area={area} kind={kind} used={used} copyOf={null} onClose={() => setAsking(false)} />
      )}
    </>
  );
}
