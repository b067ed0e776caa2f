import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { listMeetings } from '../../server/http/contract/meetings.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { type Texts, useText } from '../translations/texts.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { FactList } from '../ui/Facts.tsx';
import { holderNames, type Position, positionWords } from '../ui/holder-names.ts';
import { Table } from '../ui/Table.tsx';
import { Tag } from '../ui/Tag.tsx';
import { momentWords } from '../ui/time-words.ts';

export type Meeting = AnswerOf<typeof listMeetings>['occurrences'][number];
type ActionItem = Meeting['actionItems'][number];

/** One meeting that was called: who, the minutes, and what was agreed with who does it and until when. */
export function MeetingCard({ meeting, now }: { readonly meeting: Meeting; readonly now: string }): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  const tone = { noticed: 'accent', 'minutes-due': 'warn', held: 'quiet' } as const;
  return (
    <Card
      title={pack(meeting.title)}
      count={`${momentWords(meeting.at, now, texts)} · ${pack(meeting.place)}`}
      aside={
        <>
          {meeting.adHoc && <Tag>{text('meeting.ad-hoc')}</Tag>}
          <Tag tone={tone[meeting.state]}>{text(`meeting.state.${meeting.state}`)}</Tag>
          {meeting.minutesUserTask !== null && meeting.state === 'minutes-due' && (
            <ButtonLink small kind="primary" to={`/user-tasks/${meeting.minutesUserTask}`}>
              {text('meeting.write-minutes')}
            </ButtonLink>
          )}
        </>
      }
    >
      <div className="gl-meeting">
        <div className="gl-meeting-parts">
          <FactList
            facts={[
              { title: text('meeting.convenor'), text: postAndNames(meeting.convenor, texts) },
              { title: text('meeting.recorder'), text: postAndNames(meeting.recorder, texts) },
              {
                title: text('meeting.participants'),
                text: meeting.participants.map((position) => holderNames(position, texts)).join(text('list.comma')),
              },
            ]}
          />
          {meeting.minutes.length === 0 ? (
            <p className="quiet">
              {text(meeting.state === 'noticed' ? 'meeting.minutes.later' : 'meeting.minutes.none')}
            </p>
          ) : (
            <FactList facts={meeting.minutes.map((line) => ({ title: pack(line.title), text: line.text }))} />
          )}
        </div>
        {meeting.actionItems.length > 0 && <ActionItems items={meeting.actionItems} now={now} texts={texts} />}
      </div>
    </Card>
  );
}

/** A post of the meeting's own area; which area that is need not be said. */
function postAndNames(position: Position, texts: Texts): string {
  return `${texts.pack(position.postTitle)} ${holderNames(position, texts)}`;
}

function ActionItems({
  items,
  now,
  texts,
}: {
  readonly items: readonly ActionItem[];
  readonly now: string;
  readonly texts: Texts;
}): ReactElement {
  const { text } = texts;
  return (
    <Table
      label={text('meeting.action-items')}
      rows={items.map((item, place) => ({ ...item, place }))}
      rowKey={({ place }) => String(place)}
      columns={[
        {
          id: 'title',
          title: text('meeting.action-item'),
          cell: ({ title, userTask }) =>
            userTask === null ? title : <Link href={`/user-tasks/${userTask}`}>{title}</Link>,
          whole: ({ title }) => title,
        },
        {
          id: 'who',
          title: text('column.who'),
          width: 320,
          cell: ({ position }) => positionWords(position, texts),
          whole: ({ position }) => positionWords(position, texts),
        },
        {
          id: 'due',
          title: text('column.due'),
          width: 150,
          cell: ({ dueAt }) => (dueAt === null ? '—' : momentWords(dueAt, now, texts)),
        },
        {
          id: 'state',
          title: text('column.state'),
          width: 90,
          cell: ({ state }) => <Tag tone={state === 'open' ? 'accent' : 'quiet'}>{text(`user-task.${state}`)}</Tag>,
        },
      ]}
    />
  );
}
