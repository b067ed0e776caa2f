import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { listCases } from '../../server/http/contract/cases.ts';
import { useText } from '../translations/texts.ts';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { holderNames } from '../ui/holder-names.ts';
import { Light } from '../ui/Light.tsx';
import { RowList } from '../ui/RowList.tsx';
import { Waiting } from '../ui/Waiting.tsx';

const SHOWN = 5;

/** The cases that are longest overdue in one's areas, with who has them: what a leader looks at first. */
export function LateFirst(): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  const answer = useAnswer(listCases, { query: { view: 'red', limit: SHOWN } });
  const { data } = answer;
  return (
    <Card
      title={text('overview.late')}
      count={data === undefined ? undefined : text('count.items', { count: data.total })}
      aside={<Link href="/cases?view=red">{text('all')}</Link>}
    >
      {data === undefined && <Waiting {...waitingFor(answer)} lines={3} />}
      {data?.cases.length === 0 && <EmptyState title={text('cases.none-late')} next={text('cases.none-late.next')} />}
      <RowList
        rows={(data?.cases ?? []).map(({ id, light, title, holder, area }) => ({
          id,
          to: `/cases/${id}`,
          before: light === null ? null : <Light value={light} filled={false} />,
          title,
          after: `${holder === null ? '' : `${holderNames(holder, texts)} · `}${pack(area.name)}`,
        }))}
      />
    </Card>
  );
}
