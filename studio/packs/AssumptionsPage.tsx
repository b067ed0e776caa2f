import type { ReactElement } from 'react';
import { readAssumptions } from '../../server/http/contract/overview.ts';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { useText } from '../translations/texts.ts';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Folded } from '../ui/Folded.tsx';
import { ListFacts, PageHead } from '../ui/PageHead.tsx';
import { Table } from '../ui/Table.tsx';
import { Tag } from '../ui/Tag.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { groupAssumptions, kindOfDefinition, type Pack } from './group-assumptions.ts';

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
        <PackCards key={`${pack.id} ${pack.version}`} pack={pack} />
      ))}
    </div>
  );
}

function PackCards({ pack: installed }: { readonly pack: Pack }): ReactElement {
  const { text, pack } = useText();
  return (
    <>
      <Card
        title={pack(installed.title)}
        count={text('version', { version: installed.version })}
        aside={<Tag tone="warn">{text('assumptions.count', { count: installed.assumed.length })}</Tag>}
        bare
      >
        <Table
          label={text('nav.assumptions')}
          rows={groupAssumptions(installed)}
          rowKey={({ definition, reason }) => `${definition} ${reason}`}
          columns={[
            {
              id: 'definition',
              title: text('assumptions.where'),
              width: 320,
              wraps: true,
              cell: ({ definition }) => <Definition file={definition} />,
            },
            { id: 'reason', title: text('assumptions.reason'), wraps: true, cell: ({ reason }) => pack(reason) },
            {
              id: 'places',
              title: text('assumptions.what'),
              width: 380,
              wraps: true,
              cell: ({ places }) => (
                <Folded title={text('assumptions.places', { count: places.length })} lines={places} />
              ),
            },
          ]}
          placeholder={<EmptyState title={text('assumptions.none')} next={text('assumptions.none.next')} />}
        />
      </Card>
      {installed.sources.length > 0 && <SourcesCard pack={installed} />}
    </>
  );
}

function SourcesCard({ pack: installed }: { readonly pack: Pack }): ReactElement {
  const { text, pack } = useText();
  return (
    <Card title={text('sources')} count={text('count.entries', { count: installed.sources.length })} bare>
      <Table
        label={text('sources')}
        rows={installed.sources.map((source, place) => ({ ...source, place }))}
        rowKey={({ place }) => String(place)}
        columns={[
          {
            id: 'definition',
            title: text('assumptions.where'),
            width: 320,
            wraps: true,
            cell: ({ definition }) => <Definition file={definition} />,
          },
          { id: 'passage', title: text('sources.passage'), wraps: true, cell: ({ passage }) => passage },
          {
            id: 'document',
            title: text('sources.document'),
            width: 300,
            wraps: true,
            cell: ({ document }) => <span className="quiet">{pack(document)}</span>,
          },
        ]}
      />
    </Card>
  );
}

/** The kind of definition in words, and its file for those who know packs. */
function Definition({ file }: { readonly file: string }): ReactElement {
  const { text } = useText();
  const kind = kindOfDefinition(file);
  return (
    <>
      {kind !== undefined && text(kind)} <span className="quiet">{file}</span>
    </>
  );
}
