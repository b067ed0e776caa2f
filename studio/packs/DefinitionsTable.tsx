import type { ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import type { DefinitionLine } from '../api/drafts/use-definition-list.ts';
import { useText } from '../translations/texts.ts';
import { Card } from '../ui/Card.tsx';
import { type Column, Table } from '../ui/Table.tsx';
import { Tag } from '../ui/Tag.tsx';
import { momentWords } from '../ui/time-words.ts';
import { useNow } from '../ui/use-now.ts';
import { type definitionGroups, editorOf, kindTitle } from './definition-groups.ts';

interface DefinitionsTableProps {
  readonly group: (typeof definitionGroups)[number];
  readonly lines: readonly DefinitionLine[];
  /** The page shows this group only, and says what it is about itself. */
  readonly alone: boolean;
}

/** The definitions of one group; the whole line opens the editor. */
export function DefinitionsTable({ group, lines, alone }: DefinitionsTableProps): ReactElement {
  const { text } = useText();
  const [, navigate] = useLocation();
  return (
    <Card
      title={text(group.title)}
      count={text('definitions.count', { count: lines.length })}
      aside={alone ? undefined : text(group.about)}
      bare
    >
      <Table
        label={text(group.title)}
        rows={lines}
        rowKey={({ kind, id }) => `${kind} ${id}`}
        onOpen={(line) => navigate(editorOf(line))}
        columns={useColumns(group.kinds.length > 1)}
      />
    </Card>
  );
}

function useColumns(severalKinds: boolean): readonly Column<DefinitionLine>[] {
  const { text, pack } = useText();
  const columns: Column<DefinitionLine>[] = [
    {
      id: 'title',
      title: text('definitions.title'),
      cell: (line) => <Link href={editorOf(line)}>{pack(line.title)}</Link>,
      whole: ({ title }) => pack(title),
    },
    {
      id: 'origin',
      title: text('definitions.origin'),
      width: 300,
      cell: ({ pack: title, origin }) => <span className={origin === 'own' ? '' : 'quiet'}>{pack(title)}</span>,
      whole: ({ pack: title }) => pack(title),
    },
    { id: 'state', title: text('definitions.state'), width: 130, cell: (line) => <StateTag line={line} /> },
    { id: 'lock', title: text('definitions.lock'), width: 220, cell: (line) => <LockWords line={line} /> },
  ];
  const kind: Column<DefinitionLine> = {
    id: 'kind',
    title: text('definitions.kind'),
    width: 110,
    cell: (line) => text(kindTitle(line.kind)),
  };
  return severalKinds ? [kind, ...columns] : columns;
}

function StateTag({ line: { state } }: { readonly line: DefinitionLine }): ReactElement {
  const { text } = useText();
  if (state === 'same') return <span className="quiet">{text('list.state.same')}</span>;
  return <Tag tone={state === 'removed' ? 'warn' : 'accent'}>{text(`list.state.${state}`)}</Tag>;
}

function LockWords({ line: { lock } }: { readonly line: DefinitionLine }): ReactElement | null {
  const texts = useText();
  const now = useNow();
  if (lock === null) return null;
  const since = momentWords(lock.since, now, texts);
  return lock.mine ? (
    <span className="quiet">{texts.text('definitions.lock.mine', { since })}</span>
  ) : (
    <span>{texts.text('definitions.lock.other', { who: lock.person.name, since })}</span>
  );
}
