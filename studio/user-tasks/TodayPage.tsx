import type { ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { listMyUserTasks } from '../../server/http/contract/user-tasks.ts';
import { useOutbox } from '../api/outbox/use-outbox.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { type Texts, useText } from '../translations/texts.ts';
import { areaNames } from '../ui/area-names.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { CounterRow } from '../ui/phone/CounterRow.tsx';
import { MeetingTile } from '../ui/phone/MeetingTile.tsx';
import { PartHead } from '../ui/phone/PhonePage.tsx';
import { PersonHead } from '../ui/phone/PersonHead.tsx';
import { WorkTile } from '../ui/phone/WorkTile.tsx';
import { clockWords, dateWords, localDate, weekdayLong } from '../ui/time-words.ts';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { useNow } from '../ui/use-now.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { ToldToday } from './ToldToday.tsx';
import { AskedOfMeCards } from './AskedOfMeCards.tsx';
import { untilWords } from './until-words.ts';
import './today-page.css';

type Today = AnswerOf<typeof listMyUserTasks>;

interface TodayPageProps {
  readonly person: SignedInPerson;
  /** What is unsent, under the head. */
  readonly strip: ReactNode;
}

/** 今日: who I am here, what is unsent, and what I have to do, the most urgent first. */
export function TodayPage({ person, strip }: TodayPageProps): ReactElement {
  const texts = useText();
  const { text } = texts;
  const now = useNow();
  useDocumentTitle(text('tab.today'));
  const answer = useAnswer(listMyUserTasks, {}, { every: 60 });
  const { data } = answer;
  return (
    <div className="gl-today">
      <PersonHead name={person.name} posts={postWords(person, texts)} below={placeAndDay(person, now, texts)} />
      {strip}
      {data !== undefined && (
        <CounterRow
          label={text('today')}
          counters={[
            { to: '#todo', value: String(data.userTasks.length), title: text('nav.user-tasks') },
            ...(data.requests.length + data.reviews.length === 0
              ? []
              : [
                  {
                    to: '#requests',
                    value: String(data.requests.length + data.reviews.length),
                    title: text('requests'),
                  },
                ]),
            { to: '#meetings', value: meetingValue(data), title: text('nav.meetings') },
          ]}
        />
      )}
      {data !== undefined && (
        <div id="requests" className="gl-today-asked">
          <AskedOfMeCards requests={data.requests} reviews={data.reviews} />
        </div>
      )}
      {data === undefined ? (
        <Waiting {...waitingFor(answer)} lines={8} />
      ) : (
        <WorkOfToday
          today={data}
          person={person}
          now={now}
          onRefresh={() => void answer.refetch()}
          refreshing={answer.isFetching}
        />
      )}
      <ToldToday />
      {data !== undefined && data.meetings.length > 0 && <MeetingsOfToday meetings={data.meetings} />}
    </div>
  );
}

interface WorkOfTodayProps {
  readonly today: Today;
  readonly person: SignedInPerson;
  readonly now: string;
  readonly onRefresh: () => void;
  readonly refreshing: boolean;
}

function WorkOfToday({ today, person, now, onRefresh, refreshing }: WorkOfTodayProps): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  const { items } = useOutbox(person.id);
  const filled = new Set(items?.map(({ draft }) => draft.thing));
  return (
    <>
      <PartHead
        id="todo"
        title={text('today.todo', { count: today.userTasks.length })}
        aside={
          <button
            type="button"
            className="gl-refresh"
            onClick={onRefresh}
            aria-label={text('refresh')}
            aria-busy={refreshing}
          >
            {text('as-of', { time: clockWords(today.asOf) })}
          </button>
        }
      />
      {today.userTasks.length === 0 && (
        <EmptyState title={text('user-tasks.none')} next={text('today.none.next')}>
          {person.permissions.includes('case.report') && (
            <ButtonLink to="/report" kind="primary">
              {text('report')}
            </ButtonLink>
          )}
        </EmptyState>
      )}
      <ul className="gl-today-list">
        {today.userTasks.map(({ id, light, lights, title, subject, chosen }) => (
          <li key={id}>
            <WorkTile
              to={`/user-tasks/${id}`}
              light={light}
              lights={lights}
              until={light === null || lights.length > 1 ? '' : untilWords(light, now, texts)}
              title={pack(subject.title)}
              place={subject.place}
              step={pack(title)}
              number={subject.number ?? pack(subject.area.name)}
              {...noteOf(filled.has(`user-task:${id}`), chosen, person, texts)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

/** That it is filled in and waits, or else whose of several colleagues it is. */
function noteOf(
  isFilled: boolean,
  chosen: Today['userTasks'][number]['chosen'],
  person: SignedInPerson,
  { text }: Texts,
): { readonly note?: string } {
  if (isFilled) return { note: text('user-task.filled') };
  if (chosen === null) return {};
  return { note: chosen.id === person.id ? text('user-task.mine') : text('user-task.chosen', { name: chosen.name }) };
}

function MeetingsOfToday({ meetings }: { readonly meetings: Today['meetings'] }): ReactElement {
  const { text, pack } = useText();
  return (
    <>
      <PartHead
        id="meetings"
        title={text('today.meetings')}
        aside={text('today.meetings.count', { count: meetings.length })}
      />
      <ul className="gl-today-list">
        {meetings.map(({ id, title, at, place, part }) => (
          <li key={id}>
            <MeetingTile at={clockWords(at)} title={pack(title)} says={`${pack(place)} · ${pack(part)}`}>
              <Link href={`/meetings/${id}`} className="gl-button gl-button-soft gl-button-small gl-button-wide">
                {text('meeting.look')}
              </Link>
            </MeetingTile>
          </li>
        ))}
      </ul>
    </>
  );
}

function postWords({ posts }: SignedInPerson, { text, pack }: Texts): string {
  return [...new Set(posts.map(({ postTitle }) => pack(postTitle)))].join(text('list.comma'));
}

function placeAndDay({ posts, scope }: SignedInPerson, now: string, texts: Texts): string {
  const { text, pack } = texts;
  const areas = posts.length > 0 ? posts.map(({ area }) => area) : scope;
  const today = localDate(now);
  return `${areaNames(
    areas.map(({ name }) => pack(name)),
    text('list.comma'),
  )} · ${dateWords(today, now, texts)} ${weekdayLong(today, texts)}`;
}

/** The time of the next meeting of the day; a dash when there is none. */
function meetingValue({ meetings }: Today): string {
  const first = meetings[0];
  return first === undefined ? '—' : clockWords(first.at);
}
