import { type ReactElement, useState } from 'react';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { markReadiness, readChecklist } from '../../server/http/contract/readiness.ts';
import { useDefinitionArea } from '../api/drafts/use-definition-area.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCommand } from '../api/use-command.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { type TextKey, useText } from '../translations/texts.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { ReasonDialog } from '../ui/desktop/ReasonDialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ListFacts, PageHead } from '../ui/PageHead.tsx';
import { Table } from '../ui/Table.tsx';
import { clockWords } from '../ui/time-words.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { AreaPick } from './AreaPick.tsx';
import { GoLiveCard } from './readiness/GoLiveCard.tsx';
import { useReadinessColumns } from './readiness/use-readiness-columns.tsx';

export type Readiness = AnswerOf<typeof readChecklist>;
export type ReadinessLine = Readiness['lines'][number];

/** 上线准备: what is missing before a street works with the program for real, and going live. */
export function ReadinessPage({ person }: { readonly person: SignedInPerson }): ReactElement {
  const { text, pack } = useText();
  const { area } = useDefinitionArea(person);
  const answer = useAnswer(readChecklist, { params: { area: area?.code ?? '' } }, { when: area !== null });
  const { data } = answer;
  return (
    <div className="gl-page">
      <PageHead title={text('readiness')} beside={<AreaPick person={person} />}>
        {data !== undefined && (
          <ListFacts
            total={text('readiness.total', { done: data.done, count: data.lines.length })}
            rest={text('as-of.within', { time: clockWords(data.asOf), area: pack(data.area.name) })}
          />
        )}
        <ButtonLink to="/people/workbook">{text('workbook')}</ButtonLink>
      </PageHead>
      {area === null && <EmptyState title={text('nowhere')} next={text('nowhere.next')} />}
      {area !== null && data === undefined && (
        <Card>
          <Waiting {...waitingFor(answer)} lines={10} />
        </Card>
      )}
      {data !== undefined && <Checklist key={data.area.code} readiness={data} />}
    </div>
  );
}

/** What confirming an item means. */
const sayings: Readonly<Partial<Record<ReadinessLine['id'], TextKey>>> = {
  limits: 'readiness.limits.mark',
  notices: 'readiness.notices.mark',
  backup: 'readiness.backup.mark',
};

function Checklist({ readiness }: { readonly readiness: Readiness }): ReactElement {
  const { text } = useText();
  const [marking, setMarking] = useState<ReadinessLine | null>(null);
  const command = useCommand(markReadiness, [readChecklist]);
  const area = readiness.area.code;
  const mark = async (line: ReadinessLine, note: string | null): Promise<void> => {
    if ((await command.run({ params: { area, item: line.id }, body: { note } })) !== null) setMarking(null);
  };
  const columns = useReadinessColumns({
    onMark: setMarking,
    onUnmark: (line) => void mark(line, null),
  });
  return (
    <>
      <GoLiveCard readiness={readiness} />
      <Card title={text('readiness.list')} bare>
        <Table label={text('readiness.list')} rows={readiness.lines} rowKey={({ id }) => id} columns={columns} />
      </Card>
      {marking !== null && (
        <ReasonDialog
          title={text('readiness.mark')}
          says={text(sayings[marking.id] ?? 'readiness.backup.mark')}
          label={text('readiness.mark.note')}
          longest={200}
          busy={command.busy}
          problem={command.problem}
          onAction={(note) => void mark(marking, note)}
          onClose={() => setMarking(null)}
        />
      )}
    </>
  );
}
