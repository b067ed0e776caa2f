import type { ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';
import { readMeeting } from '../../server/http/contract/meetings.ts';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { useText } from '../translations/texts.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FactList } from '../ui/Facts.tsx';
import { holderNames, positionWords } from '../ui/holder-names.ts';
import { Block, InnerPage } from '../ui/phone/PhonePage.tsx';
import { Tag } from '../ui/Tag.tsx';
import { momentWords } from '../ui/time-words.ts';
import { useNow } from '../ui/use-now.ts';
import { Waiting } from '../ui/Waiting.tsx';
import type { Meeting } from './MeetingCard.tsx';

/** A meeting on the phone: when, where, who, the minutes, and what was agreed. */
export function MeetingPhonePage({ id, aside }: { readonly id: string; readonly aside: ReactNode }): ReactElement {
  const { text } = useText();
  const answer = useAnswer(readMeeting, { params: { meeting: id } });
  return (
    <InnerPage title={text('nav.meetings')} onBack={() => window.history.back()} aside={aside}>
      {answer.data === undefined ? (
        <Waiting {...waitingFor(answer)} lines={8} />
      ) : (
        <MeetingShown meeting={answer.data} />
      )}
    </InnerPage>
  );
}

function MeetingShown({ meeting }: { readonly meeting: Meeting }): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  const now = useNow();
  return (
    <>
      <Block>
        <Tag tone={meeting.state === 'minutes-due' ? 'warn' : 'accent'}>{text(`meeting.state.${meeting.state}`)}</Tag>
        <h2>{pack(meeting.title)}</h2>
        <p className="quiet">
          {momentWords(meeting.at, now, texts)} · {pack(meeting.place)}
        </p>
        <FactList
          facts={[
            {
              title: text('meeting.convenor'),
              text: `${pack(meeting.convenor.postTitle)} ${holderNames(meeting.convenor, texts)}`,
            },
            {
              title: text('meeting.recorder'),
              text: `${pack(meeting.recorder.postTitle)} ${holderNames(meeting.recorder, texts)}`,
            },
            {
              title: text('meeting.participants'),
              text: meeting.participants.map((position) => holderNames(position, texts)).join(text('list.comma')),
            },
          ]}
        />
      </Block>
      <Block>
        <h2>{text('meeting.minutes')}</h2>
        {meeting.minutes.length === 0 ? (
          <p className="quiet">
            {text(meeting.state === 'noticed' ? 'meeting.minutes.later' : 'meeting.minutes.none')}
          </p>
        ) : (
          <FactList facts={meeting.minutes.map((line) => ({ title: pack(line.title), text: line.text }))} />
        )}
        {meeting.minutesUserTask !== null && meeting.state === 'minutes-due' && (
          <Link className="gl-button gl-button-soft gl-button-wide" href={`/user-tasks/${meeting.minutesUserTask}`}>
            {text('meeting.write-minutes')}
          </Link>
        )}
      </Block>
      <Block>
        <h2>{text('meeting.action-items')}</h2>
        {meeting.actionItems.length === 0 && (
          <EmptyState title={text('meeting.action-items.none')} next={text('meeting.minutes.later')} />
        )}
        <FactList
          facts={meeting.actionItems.map((item) => ({
            title: text(`user-task.${item.state}`),
            text: `${item.title} · ${positionWords(item.position, texts)}${item.dueAt === null ? '' : ` · ${momentWords(item.dueAt, now, texts)}`}`,
          }))}
        />
      </Block>
    </>
  );
}
