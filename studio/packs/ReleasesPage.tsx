import { type ReactElement, useState } from 'react';
import { listReleases } from '../../server/http/contract/releases.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { useDefinitionArea } from '../api/drafts/use-definition-area.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useCalendarReminders } from '../api/use-calendar-reminders.ts';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { useText } from '../translations/texts.ts';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ListFacts } from '../ui/PageHead.tsx';
import { Reminders } from '../ui/Reminders.tsx';
import { Table } from '../ui/Table.tsx';
import { clockWords } from '../ui/time-words.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { ApprovalRule } from './ApprovalRule.tsx';
import { AreaHead, PublishViews } from './AreaHead.tsx';
import { ReleaseChangesPanel } from './ReleaseChangesPanel.tsx';
import { TakeBackDialog } from './TakeBackDialog.tsx';
import { type Release, useReleaseColumns } from './use-release-columns.tsx';

/** 发布记录: what held when, who put it into force, how many matters run on it, and the way back. */
export function ReleasesPage({ person }: { readonly person: SignedInPerson }): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  const { area } = useDefinitionArea(person);
  const reminders = useCalendarReminders(person);
  const answer = useAnswer(listReleases, { params: { area: area?.code ?? '' } }, { when: area !== null });
  const { data } = answer;
  return (
    <div className="gl-page">
      <AreaHead person={person} title={text('nav.publish')} beside={<PublishViews current="releases" />}>
        {data !== undefined && (
          <ListFacts
            total={text('releases.total', { count: data.releases.length })}
            rest={text('as-of.within', { time: clockWords(data.asOf), area: pack(data.area.name) })}
          />
        )}
      </AreaHead>
      <Reminders label={text('calendar-reminders')} reminders={reminders} />
      {area === null && <EmptyState title={text('definitions.no-area')} next={text('definitions.no-area.next')} />}
      {area !== null && data === undefined && (
        <Card>
          <Waiting {...waitingFor(answer)} lines={8} />
        </Card>
      )}
      {data !== undefined && <Releases key={data.area.code} answer={data} me={person.id} />}
    </div>
  );
}

function Releases({
  answer,
  me,
}: {
  readonly answer: AnswerOf<typeof listReleases>;
  readonly me: string;
}): ReactElement {
  const { text } = useText();
  const [looked, setLooked] = useState<Release | null>(null);
  const [taken, setTaken] = useState<Release | null>(null);
  const columns = useReleaseColumns({ releases: answer.releases, onLook: setLooked, onTakeBack: setTaken });
  const before = taken === null ? undefined : releaseBefore(answer.releases, taken);
  return (
    <>
      <ApprovalRule area={answer.area.code} rule={answer} me={me} />
      <Card bare>
        <Table
          label={text('publish.view.releases')}
          columns={columns}
          rows={answer.releases}
          rowKey={({ id }) => id}
          placeholder={<EmptyState title={text('releases.none')} next={text('releases.none.next')} />}
        />
      </Card>
      {looked !== null && <ReleaseChangesPanel release={looked} onClose={() => setLooked(null)} />}
      {taken !== null && <TakeBackDialog release={taken} before={before} onClose={() => setTaken(null)} />}
    </>
  );
}

/** The release that would hold again: the next older one in a list with the latest first. */
function releaseBefore(releases: readonly Release[], release: Release): Release | undefined {
  return releases[releases.findIndex(({ id }) => id === release.id) + 1];
}
