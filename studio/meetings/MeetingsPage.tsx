import { type ReactElement, useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { listMeetings } from '../../server/http/contract/meetings.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ListFacts, PageHead } from '../ui/PageHead.tsx';
import { Tag } from '../ui/Tag.tsx';
import { clockWords } from '../ui/time-words.ts';
import { useNow } from '../ui/use-now.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { CallMeetingDialog } from './CallMeetingDialog.tsx';
import { MeetingCard } from './MeetingCard.tsx';
import { NextDates } from './NextDates.tsx';
import { SeriesFacts } from './SeriesFacts.tsx';
import './meetings-page.css';

export type Series = AnswerOf<typeof listMeetings>['series'][number];

/** The meetings of the area: the series with their next dates, and the meetings that were called. */
export function MeetingsPage(): ReactElement {
  const { text } = useText();
  const now = useNow();
  const answer = useAnswer(listMeetings, {}, { every: 60 });
  const { data } = answer;
  return (
    <div className="gl-page">
      <PageHead title={text('nav.meetings')}>
        {data !== undefined && (
          <ListFacts
            total={text('meetings.total', { series: data.series.length, meetings: data.occurrences.length })}
            rest={text('as-of', { time: clockWords(data.asOf) })}
          />
        )}
      </PageHead>
      {data === undefined && (
        <Card>
          <Waiting {...waitingFor(answer)} />
        </Card>
      )}
      {data?.series.length === 0 && data.occurrences.length === 0 && (
        <Card>
          <EmptyState title={text('meetings.none')} next={text('meetings.none.next')} />
        </Card>
      )}
      {data?.series.map((series) => (
        <SeriesCard key={series.id} series={series} now={now} />
      ))}
      {data !== undefined && data.series.length > 0 && data.occurrences.length === 0 && (
        <Card title={text('meetings.called')}>
          <EmptyState title={text('meetings.called.none')} next={text('meetings.called.none.next')} />
        </Card>
      )}
      {data?.occurrences.map((meeting) => (
        <MeetingCard key={meeting.id} meeting={meeting} now={now} />
      ))}
    </div>
  );
}

function SeriesCard({ series, now }: { readonly series: Series; readonly now: string }): ReactElement {
  const { text, pack } = useText();
  const [calling, setCalling] = useState(false);
  return (
    <Card
      title={pack(series.title)}
      count={pack(series.area.name)}
      aside={
        <>
          {series.assumed && <Tag tone="warn">{text('assumed')}</Tag>}
          {series.mayCall && (
            <Button small onPress={() => setCalling(true)}>
              {text('meeting.call')}
            </Button>
          )}
        </>
      }
    >
      <div className="gl-series">
        <SeriesFacts series={series} />
        <NextDates dates={series.next} now={now} />
      </div>
      {calling && <CallMeetingDialog series={series} onClose={() => setCalling(false)} />}
    </Card>
  );
}
