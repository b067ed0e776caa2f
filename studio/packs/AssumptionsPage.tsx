import type { ReactElement } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { readAssumptions } from '../../server/http/contract/overview.ts';
import { useText } from '../translations/texts.ts';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ListFacts, PageHead } from '../ui/PageHead.tsx';
import { Table } from '../ui/Table.tsx';
import { Tag } from '../ui/Tag.tsx';
import { Waiting } from '../ui/Waiting.tsx';

type Pack = AnswerOf<typeof readAssumptions>['packs'][number];

/** 假定值: the values that no source prints, with the reason for each; and where each definition comes from. */
export function AssumptionsPage(): ReactElement {
  const { text } = useText();
  const answer = useAnswer(readAssumptions, {});
  const packs = answer.data?.packs ?? [];
  const count = packs.reduce((sum, { assumed }) => sum + assumed.length, 0);
  return (
    <div className="gl-page">
      <PageHead title={text('nav.assumptions')}>
        {answer.data !== undefined && (
          <ListFacts
            total={text('assumptions.total', { count })}
            rest={text('assumptions.packs', { count: packs.length })}
          />
        )}
      </PageHead>
      <p className="quiet">{text('assumptions.about')}</p>
      {answer.data === undefined && (
        <Card>
          <Waiting {...waitingFor(answer)} />
        </Card>
      )}
      {packs.map((pack) => (
        <PackCard key={`${pack.id} ${pack.version}`} pack={pack} />
      ))}
    </div>
  );
}

function PackCard({ pack }: { readonly pack: Pack }): ReactElement {
  const texts = useText();
  const { text } = texts;
  return (
    <>
      <Card
        title={texts.pack(pack.title)}
        count={text('version', { version: pack.version })}
        aside={<Tag tone="warn">{text('assumptions.count', { count: pack.assumed.length })}</Tag>}
        bare
      >
        <Table
          label={text('nav.assumptions')}
          rows={pack.assumed}
          rowKey={({ definition, what }) => `${definition} ${what}`}
          columns={[
            { id: 'what', title: text('assumptions.what'), wraps: true, cell: ({ what }) => texts.pack(what) },
            { id: 'reason', title: text('assumptions.reason'), wraps: true, cell: ({ reason }) => texts.pack(reason) },
            {
              id: 'definition',
              title: text('assumptions.where'),
              width: 300,
              wraps: true,
              cell: ({ definition }) => <span className="quiet">{definition}</span>,
            },
          ]}
          placeholder={<EmptyState title={text('assumptions.none')} next={text('assumptions.none.next')} />}
        />
      </Card>
      {pack.sources.length > 0 && (
        <Card title={text('sources')} count={text('count.items', { count: pack.sources.length })} bare>
          <Table
            label={text('sources')}
            rows={pack.sources}
            rowKey={({ definition, passage }) => `${definition} ${passage}`}
            columns={[
              {
                id: 'definition',
                title: text('assumptions.where'),
                width: 260,
                wraps: true,
                cell: ({ definition }) => definition,
              },
              {
                id: 'passage',
                title: text('sources.passage'),
                wraps: true,
                cell: ({ passage }) => texts.pack(passage),
              },
              {
                id: 'document',
                title: text('sources.document'),
                width: 320,
                wraps: true,
                cell: ({ document }) => <span className="quiet">{texts.pack(document)}</span>,
              },
            ]}
          />
        </Card>
      )}
    </>
  );
}
