import type { Static } from 'typebox';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { CaseRow } from '../../server/http/contract/cases.ts';
import { type Texts, useText } from '../translations/texts.ts';
import { Light, LightTag } from '../ui/Light.tsx';
import type { Column } from '../ui/Table.tsx';
import { Tag } from '../ui/Tag.tsx';
import { columnTime } from '../ui/time-words.ts';
import { useNow } from '../ui/use-now.ts';

export type CaseLine = Static<typeof CaseRow>;

/**
 * The columns of the case list.
 *
 * @param asOf when the answer was given; decides whether a year has to be said.
 */
export function useCaseColumns(asOf: string | undefined): readonly Column<CaseLine>[] {
  const texts = useText();
  const { text, pack } = texts;
  const present = useNow();
  const now = asOf ?? present;
  return [
    {
      id: 'light',
      title: text('column.limit'),
      width: texts.language === 'zh' ? 182 : 256,
      cell: (row) => <LimitCell row={row} />,
    },
    {
      id: 'number',
      title: text('column.number'),
      width: 122,
      cell: ({ number }) => <span className="quiet">{number}</span>,
      whole: ({ number }) => number,
    },
    {
      id: 'title',
      title: text('column.case'),
      cell: ({ id, title }) => <Link href={`/cases/${id}`}>{title}</Link>,
      whole: ({ title }) => title,
    },
    {
      id: 'category',
      title: text('column.category'),
      width: 80,
      cell: (row) => categoryOf(row, pack),
      whole: (row) => categoryOf(row, pack, ' · '),
    },
    {
      id: 'place',
      title: text('column.place'),
      width: 190,
      cell: ({ place, area }) => (
        <>
          {place} <span className="quiet">· {pack(area.name)}</span>
        </>
      ),
      whole: ({ place, area }) => `${place} · ${pack(area.name)}`,
    },
    {
      id: 'stage',
      title: text('column.stage'),
      width: 80,
      cell: ({ stage }) => pack(stage.title),
      whole: ({ stage }) => pack(stage.title),
    },
    {
      id: 'holder',
      title: text('column.holder'),
      width: 162,
      cell: (row) => <HolderCell row={row} />,
      whole: (row) => holderWords(row, texts).join(' '),
    },
    { id: 'due', title: text('column.due'), width: 112, align: 'right', cell: (row) => dueOf(row, now) },
  ];
}

function LimitCell({ row }: { readonly row: CaseLine }): ReactElement {
  const { text } = useText();
  if (row.incident) return <Tag tone="late">{text('case.stuck')}</Tag>;
  if (row.status !== 'open')
    return row.everOverdue ? (
      <LightTag light="red" filled={false}>
        {text('case.closed-late')}
      </LightTag>
    ) : (
      <Tag>{text(`case.status.${row.status}`)}</Tag>
    );
  return row.light === null ? (
    <span className="quiet">{text('case.no-limit')}</span>
  ) : (
    <Light value={row.light} filled={false} />
  );
}

function HolderCell({ row }: { readonly row: CaseLine }): ReactElement {
  const [who, post] = holderWords(row, useText());
  return (
    <>
      {who} <span className="quiet">{post}</span>
    </>
  );
}

function holderWords({ holder }: CaseLine, { text, pack }: Texts): readonly [who: string, post: string] {
  if (holder === null) return ['—', ''];
  const post = pack(holder.postTitle);
  if (holder.holders.length === 0) return [text('vacant'), post];
  return [holder.holders.map(({ name }) => name).join(text('list.comma')), post];
}

function categoryOf({ category }: CaseLine, pack: Texts['pack'], between?: string): string {
  if (category.parent === null) return pack(category.title);
  return between === undefined ? pack(category.parent) : `${pack(category.parent)}${between}${pack(category.title)}`;
}

function dueOf({ status, light, closedAt }: CaseLine, now: string): ReactElement {
  const at = status === 'open' ? light?.dueAt : closedAt;
  const late = status === 'open' && light?.light === 'red';
  return (
    <span className={late ? 'gl-late' : undefined}>{at === undefined || at === null ? '—' : columnTime(at, now)}</span>
  );
}
