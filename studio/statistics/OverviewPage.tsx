import type { ReactElement } from 'react';
import { problemOf } from '../api/problem-error.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useCalendarReminders } from '../api/use-calendar-reminders.ts';
import { useAnswer } from '../api/use-answer.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { readOverview } from '../../server/http/contract/overview.ts';
import { useText } from '../translations/texts.ts';
import { listedNames } from '../ui/area-names.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Icon } from '../ui/Icon.tsx';
import { ListFacts, PageHead } from '../ui/PageHead.tsx';
import { Reminders } from '../ui/Reminders.tsx';
import { SkeletonLines } from '../ui/Skeleton.tsx';
import { clockWords } from '../ui/time-words.ts';
import { AreaBars } from './AreaBars.tsx';
import { FigureRow } from './FigureRow.tsx';
import { LateFirst } from './LateFirst.tsx';
import { MineFirst } from './MineFirst.tsx';
import './overview-page.css';

export type Overview = AnswerOf<typeof readOverview>;

/** The first page of the back office: what is mine, what is late, and where. */
export function OverviewPage({ person }: { readonly person: SignedInPerson }): ReactElement {
  const texts = useText();
  const { text } = texts;
  const reminders = useCalendarReminders(person);
  const { data, error, refetch, isFetching } = useAnswer(readOverview, {}, { every: 60 });
  return (
    <div className="gl-page">
      <PageHead title={text('nav.overview')}>
        {data !== undefined && (
          <ListFacts total={listedNames(data.area.name, texts)} rest={text('as-of', { time: clockWords(data.asOf) })} />
        )}
        {person.permissions.includes('case.report') && (
          <ButtonLink to="/report" kind="primary">
            <Icon name="plus" />
            {text('report')}
          </ButtonLink>
        )}
      </PageHead>
      {data === undefined && error === null && (
        <Card>
          <SkeletonLines count={8} />
        </Card>
      )}
      {data === undefined && error !== null && (
        <Card>
          <ErrorState problem={problemOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
        </Card>
      )}
      <Reminders label={text('calendar-reminders')} reminders={reminders} />
      {data !== undefined && (
        <>
          <FigureRow overview={data} person={person} />
          <div className="gl-overview">
            <div className="gl-overview-lists">
              <MineFirst />
              {person.permissions.includes('case.view') && <LateFirst />}
            </div>
            <Card title={text('overview.areas')} aside={<AreaLegend />}>
              {data.byCommunity.length === 0 ? (
                <EmptyState title={text('overview.areas.none')} next={text('overview.areas.none.next')} />
              ) : (
                <AreaBars areas={data.byCommunity} />
              )}
            </Card>
          </div>
        </>
      )}
    </div>
  );
}

function AreaLegend(): ReactElement {
  const { text } = useText();
  return (
    <span className="gl-legend">
      <i className="gl-legend-open" />
      {text('overview.open')}
      <i className="gl-legend-red" />
      {text('light.word.red')}
    </span>
  );
}
