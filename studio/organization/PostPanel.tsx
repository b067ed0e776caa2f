import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { type Texts, useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { TemplateList } from '../ui/desktop/TemplateList.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LightTag } from '../ui/Light.tsx';
import { Tag } from '../ui/Tag.tsx';
import { dateWords } from '../ui/time-words.ts';
import { AssignDialog } from './AssignDialog.tsx';
import type { Board, BoardCell, BoardPost, BoardRow } from './board-groups.ts';
import { breachWords, coverWords, vacantWords } from './BoardLine.tsx';
import { EndAssignmentDialog, type Ending } from './EndAssignmentDialog.tsx';

/** A cell of the board: a post at an area. */
export interface Chosen {
  readonly area: string;
  readonly post: string;
}

interface PostPanelProps {
  readonly board: Board;
  readonly chosen: Chosen | null;
  readonly person: string | null;
  readonly mayEdit: boolean;
  /** May look at the definitions of posts. */
  readonly mayDefine: boolean;
}

/** What is to say and to do about the chosen cell, and below it the template behind it. */
export function PostPanel({ board, chosen, mayEdit, mayDefine }: PostPanelProps): ReactElement {
  const { text, pack } = useText();
  const row = board.rows.find(({ area }) => area.code === chosen?.area);
  const cell = row?.cells.find(({ post }) => post === chosen?.post);
  const post = board.posts.find(({ id }) => id === chosen?.post);
  if (row === undefined || cell === undefined || post === undefined) {
    return (
      <Card>
        <EmptyState title={text('board.choose')} next={text('board.choose.next')} />
      </Card>
    );
  }
  const alike = board.posts.filter(
    ({ areaType, areaKinds }) =>
      areaType === row.area.type &&
      (areaKinds.length === 0 || row.area.kind === null || areaKinds.includes(row.area.kind)),
  );
  const grids = board.sizes.find(({ type, kind }) => type === row.area.type && kind === row.area.kind)?.count ?? 1;
  const sizes = row.cells.map((one) => ({
    id: one.post,
    title: pack(board.posts.find(({ id }) => id === one.post)?.title ?? one.post),
    says: sizeWords(one, text),
    required: one.required > 0,
  }));
  const kind =
    row.area.kind === null
      ? text(`area-type.${row.area.type}`)
      : text('board.grids-of-kind', { kind: text(`grid-kind.${row.area.kind}`) });
  return (
    <Card>
      <div className="gl-post-panel">
        <CellPanel board={board} row={row} cell={cell} post={post} mayEdit={mayEdit} />
        <h2>{text('board.template', { kind })}</h2>
        <p className="quiet">{text('board.template.used', { count: grids })}</p>
        <TemplateList
          title={text('board.required')}
          chosen={post.id}
          lines={sizes.filter(({ required }) => required)}
        />
        <TemplateList
          title={text('board.optional')}
          chosen={post.id}
          lines={sizes.filter(({ required }) => !required)}
        />
        {alike.some(({ assumed }) => assumed) && (
          <p>
            <Tag tone="warn">{text('assumed')}</Tag> <span className="quiet">{text('board.assumed')}</span>
          </p>
        )}
        {mayDefine && (
          <p>
            <Link href={`/definitions/post/${post.id}`}>{text('board.definitions')}</Link>
          </p>
        )}
      </div>
    </Card>
  );
}

interface CellPanelProps {
  readonly board: Board;
  readonly row: BoardRow;
  readonly cell: BoardCell;
  readonly post: BoardPost;
  readonly mayEdit: boolean;
}

function CellPanel({ board, row, cell, post, mayEdit }: CellPanelProps): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  const [assigning, setAssigning] = useState<'formal' | 'cover' | null>(null);
  const [ending, setEnding] = useState<Ending | null>(null);
  const title = `${pack(post.title)} · ${pack(row.area.name)}`;
  const formal = cell.holders.filter(({ kind }) => kind === 'formal').map((held) => held.person);
  const isFull = formal.length >= cell.most;
  const breach = breachWords(cell, texts);
  return (
    <section className="gl-note" aria-label={title}>
      <b>{title}</b>
      {cell.vacantSince !== null && (
        <p>
          <LightTag light="red">{vacantWords(cell.vacantSince, board.asOf, texts)}</LightTag>{' '}
          {coverWords(cell, board.asOf, texts)}
        </p>
      )}
      {breach !== null && (
        <p>
          <LightTag light="yellow">{breach}</LightTag>
        </p>
      )}
      {cell.vacantSince === null && cell.holders.length === 0 && <p className="quiet">{text('board.x.none')}</p>}
      {cell.holders.map((holder) => (
        <div key={holder.assignment} className="gl-post-holder">
          <span>
            {holder.person.name} <span className="quiet">{periodWords(holder, board.asOf, texts)}</span>
          </span>
          {mayEdit && (
            <Button kind="text" small onPress={() => setEnding({ ...holder, title })}>
              {text('assignment.end')}
            </Button>
          )}
        </div>
      ))}
      {mayEdit && (
        <div className="gl-post-panel-foot">
          <Button kind="primary" small disabled={isFull} onPress={() => setAssigning('formal')}>
            {text('assign')}
          </Button>
          <Button small onPress={() => setAssigning('cover')}>
            {text('assign.cover')}
          </Button>
        </div>
      )}
      {mayEdit && isFull && <p className="quiet">{text('board.at-most', { count: cell.most })}</p>}
      {assigning !== null && (
        <AssignDialog post={post} area={row.area} kind={assigning} formal={formal} onClose={() => setAssigning(null)} />
      )}
      {ending !== null && <EndAssignmentDialog ending={ending} onClose={() => setEnding(null)} />}
    </section>
  );
}

function sizeWords({ least, most }: BoardCell, text: Texts['text']): string {
  return least === most ? text('board.size', { count: most }) : text('board.sizes', { min: least, max: most });
}

function periodWords({ kind, from, to, covers }: BoardCell['holders'][number], now: string, texts: Texts): string {
  const { text } = texts;
  const period =
    to === null
      ? text('assignment.from', { from: dateWords(from, now, texts) })
      : text('assignment.from-to', { from: dateWords(from, now, texts), to: dateWords(to, now, texts) });
  if (kind === 'formal') return period;
  return `${covers === null ? text('cover') : text('cover.of', { name: covers.name })} · ${period}`;
}
