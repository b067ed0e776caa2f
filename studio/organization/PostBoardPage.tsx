import { type ReactElement, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { SignedInPerson } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { readPostBoard } from '../../server/http/contract/organization.ts';
import { useText } from '../translations/texts.ts';
import { listedNames } from '../ui/area-names.ts';
import { Card } from '../ui/Card.tsx';
import { ChoiceChip } from '../ui/desktop/ChoiceChip.tsx';
import { ToggleChip } from '../ui/desktop/ToggleChip.tsx';
import { ListFacts, PageHead } from '../ui/PageHead.tsx';
import { clockWords } from '../ui/time-words.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { WordsFilter } from '../ui/WordsFilter.tsx';
import { gridKinds } from '../../server/kernel/organization/area-types.ts';
import { type Board, type BoardFilter, type GridKind, filterBoard, groupBoard } from './board-groups.ts';
import { BoardTable } from './BoardTable.tsx';
import { OrganizationViews } from './OrganizationViews.tsx';
import { type Chosen, PostPanel } from './PostPanel.tsx';
import './post-board-page.css';

const kinds: readonly GridKind[] = gridKinds;

/** The board of posts: who holds what, grid by grid, and what is vacant. */
export function PostBoardPage({ person }: { readonly person: SignedInPerson }): ReactElement {
  const texts = useText();
  const { text } = texts;
  const answer = useAnswer(readPostBoard, { query: {} });
  const { data } = answer;
  return (
    <div className="gl-page">
      <PageHead title={text('nav.posts')} beside={<OrganizationViews person={person} current="posts" />}>
        {data !== undefined && (
          <ListFacts
            total={text('board.total', {
              ...data.totals,
              positions: data.totals.positions + data.totals.upperPositions,
            })}
            rest={text('as-of.within', { time: clockWords(data.asOf), area: listedNames(data.area.name, texts) })}
          />
        )}
      </PageHead>
      {data === undefined ? (
        <Card>
          <Waiting {...waitingFor(answer)} lines={10} />
        </Card>
      ) : (
        <BoardShown
          board={data}
          mayEdit={person.permissions.includes('posts.edit')}
          mayDefine={person.permissions.includes('definitions.view')}
        />
      )}
    </div>
  );
}

function BoardShown({
  board,
  mayEdit,
  mayDefine,
}: {
  readonly board: Board;
  readonly mayEdit: boolean;
  readonly mayDefine: boolean;
}): ReactElement {
  const [filter, setFilter] = useBoardFilter();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [person, setPerson] = useState<string | null>(null);
  const groups = filterBoard(groupBoard(board.rows), filter);
  return (
    <>
      <BoardFilters board={board} filter={filter} onChange={setFilter} />
      <div className="gl-post-board">
        <BoardTable
          board={board}
          groups={groups}
          narrowed={groups.length < groupBoard(board.rows).length || filter.vacantOnly}
          chosen={chosen}
          person={person}
          onChoose={(cell, who) => {
            setChosen(cell);
            setPerson(who);
          }}
        />
        <PostPanel board={board} chosen={chosen} person={person} mayEdit={mayEdit} mayDefine={mayDefine} />
      </div>
    </>
  );
}

interface BoardFiltersProps {
  readonly board: Board;
  readonly filter: BoardFilter;
  readonly onChange: (filter: BoardFilter) => void;
}

function BoardFilters({ board, filter, onChange }: BoardFiltersProps): ReactElement {
  const { text, pack } = useText();
  const posts = board.posts
    .filter(({ areaType }) => areaType === 'grid')
    .map(({ id, title }) => ({ id, title: pack(title) }));
  return (
    <div className="gl-page-row">
      <ToggleChip light="red" on={filter.vacantOnly} onChange={(vacantOnly) => onChange({ ...filter, vacantOnly })}>
        {text('board.vacant-only', { count: board.totals.vacant + board.totals.upperVacant })}
      </ToggleChip>
      <ChoiceChip
        title={text('board.kind')}
        value={filter.kind}
        choices={kinds.map((kind) => ({ id: kind, title: text(`grid-kind.${kind}`) }))}
        onChange={(kind) => onChange({ ...filter, kind: kinds.find((known) => known === kind) })}
      />
      <ChoiceChip
        title={text('board.post')}
        value={filter.post}
        choices={posts}
        onChange={(post) => onChange({ ...filter, post })}
      />
      <WordsFilter
        label={text('board.search')}
        value={filter.words}
        onChange={(words) => onChange({ ...filter, words })}
      />
    </div>
  );
}

/** The filter; whether only vacancies are shown is in the address, because the first page leads there. */
function useBoardFilter(): readonly [BoardFilter, (filter: BoardFilter) => void] {
  const [, navigate] = useLocation();
  const vacantOnly = new URLSearchParams(useSearch()).get('vacant') === 'yes';
  const [rest, setRest] = useState<Omit<BoardFilter, 'vacantOnly'>>({ kind: undefined, post: undefined, words: '' });
  return [
    { ...rest, vacantOnly },
    (filter) => {
      setRest(filter);
      if (filter.vacantOnly !== vacantOnly)
        navigate(filter.vacantOnly ? '/posts?vacant=yes' : '/posts', { replace: true });
    },
  ];
}
