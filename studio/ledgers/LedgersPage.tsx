import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { listLedgers } from '../../server/http/contract/ledgers.ts';
import { useText } from '../translations/texts.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FactList } from '../ui/Facts.tsx';
import { ListFacts, PageHead } from '../ui/PageHead.tsx';
import { Waiting } from '../ui/Waiting.tsx';

/** The ledgers of the area; each says what it is for, on what basis, and for how long entries are kept. */
export function LedgersPage(): ReactElement {
  const { text, pack } = useText();
  const answer = useAnswer(listLedgers, {});
  const { data } = answer;
  return (
    <div className="gl-page">
      <PageHead title={text('nav.ledgers')}>
        {data !== undefined && (
          <ListFacts total={text('ledgers.total', { count: data.ledgers.length })} rest={text('ledgers.area')} />
        )}
      </PageHead>
      {data === undefined && (
        <Card>
          <Waiting {...waitingFor(answer)} />
        </Card>
      )}
      {data?.ledgers.length === 0 && (
        <Card>
          <EmptyState title={text('ledgers.none')} next={text('ledgers.none.next')} />
        </Card>
      )}
      {data?.ledgers.map(({ id, title, purpose, lawfulBasis, retention, entries, mayEdit }) => (
        <Card
          key={id}
          title={<Link href={`/ledgers/${id}`}>{pack(title)}</Link>}
          count={text('count.entries', { count: entries })}
          aside={
            <>
              <ButtonLink small to={`/ledgers/${id}`}>
                {text('ledger.open')}
              </ButtonLink>
              {mayEdit && (
                <ButtonLink small kind="primary" to={`/ledgers/${id}/new`}>
                  {text('entry.add')}
                </ButtonLink>
              )}
            </>
          }
        >
          <FactList
            facts={[
              { title: text('ledger.purpose'), text: pack(purpose) },
              { title: text('ledger.basis'), text: pack(lawfulBasis) },
              { title: text('ledger.retention'), text: pack(retention) },
            ]}
          />
        </Card>
      ))}
    </div>
  );
}
