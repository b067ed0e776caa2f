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
import { Pager } from '../ui/desktop/Pager.tsx';
import { ToggleChip } from '../ui/desktop/ToggleChip.tsx';
import { LightWord } from '../ui/Light.tsx';
import { ListFacts, PageHead } from '../ui/PageHead.tsx';
import { clockWords } from '../ui/time-words.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { WordsFilter } from '../ui/WordsFilter.tsx';
import { gridKinds } from '../../server/kernel/organization/area-types.ts';
import { type Board, type BoardFilter, type GridKind, groupBoard } from './board-groups.ts';
import { BoardTable } from './BoardTable.tsx';
import { OrganizationViews } from './OrganizationViews.tsx';
import { type Chosen, PostPanel } from './PostPanel.tsx';
import './post-board-page.css';

const kinds: readonly GridKind[] = gridKinds;

/** The board of posts: who holds what, grid by grid, and what is vacant. */
export function PostBoardPage({ person }: { readonly person: SignedInPerson }): ReactElement {
  const texts = useText();
  const { text } = texts;
  const [filter, setFilter] = useBoardFilter();
  const answer = useAnswer(readPostBoard, { query: queryOf(filter) }, { keepBefore: true });
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
          filter={filter}
          onFilter={setFilter}
          stale={answer.isPlaceholderData}
          mayEdit={person.permissions.includes('posts.edit')}
          mayDefine={person.permissions.includes('definitions.view')}
        />
      )}
    </div>
  );
}

/** Groups a page holds: a community with its grids each. */
const PAGE = 30;

function queryOf({ vacantOnly, kind, post, words, offset }: BoardFilter) {
  return {
    offset,
    limit: PAGE,
    ...(vacantOnly ? { vacant: true } : {}),
    ...(kind === undefined ? {} : { kind }),
    ...(post === undefined ? {} : { post }),
    ...(words === '' ? {} : { q: words }),
  };
}

interface BoardShownProps {
  readonly board: Board;
  readonly filter: BoardFilter;
  readonly onFilter: (filter: BoardFilter) => void;
  /** Another page or filter is on its way. */
  readonly stale: boolean;
  readonly mayEdit: boolean;
  readonly mayDefine: boolean;
}

function BoardShown({ board, filter, onFilter, stale, mayEdit, mayDefine }: BoardShownProps): ReactElement {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [person, setPerson] = useState<string | null>(null);
  const groups = groupBoard(board);
  const narrowed =
    filter.vacantOnly || [filter.kind, filter.post].some((one) => one !== undefined) || filter.words !== '';
  return (
    <>
      <BoardFilters board={board} filter={filter} onChange={(next) => onFilter({ ...next, offset: 0 })} />
      <div className="gl-post-board" aria-busy={stale}>
        <div>
          <BoardTable
            board={board}
            groups={groups}
            narrowed={narrowed}
            chosen={chosen}
            person={person}
            onChoose={(cell, who) => {
              setChosen(cell);
              setPerson(who);
            }}
          />
          <Pager
            offset={filter.offset}
            shown={groups.length}
            total={board.found}
            size={PAGE}
            onMove={(offset) => onFilter({ ...filter, offset })}
          />
        </div>
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
      <BoardCounts board={board} narrowed={filter.vacantOnly || filter.words !== ''} />
    </div>
  );
}

/** What else is to know of the whole board, whatever is filtered. */
function BoardCounts({ board, narrowed }: { readonly board: Board; readonly narrowed: boolean }): ReactElement {
  const { text } = useText();
  const { covered, several, breaches } = board.totals;
  const words = [
    ...(narrowed ? [text('board.found', { count: board.found })] : []),
    text('board.covered', { count: covered }),
    text('board.several', { count: several }),
  ];
  return (
    <span className="quiet">
      {words.join(' · ')}
      {breaches > 0 && (
        <>
          {' · '}
          <LightWord light="yellow">{text('board.breaches', { count: breaches })}</LightWord>
        </>
      )}
    </span>
  );
}

/** The filter; whether only vacancies are shown is in the address, because the first page leads there. */
function useBoardFilter(): readonly [BoardFilter, (filter: BoardFilter) => void] {
  const [, navigate] = useLocation();
  const vacantOnly = new URLSearchParams(useSearch()).get('vacant') === 'yes';
  const [rest, setRest] = useState<Omit<BoardFilter, 'vacantOnly'>>({
    kind: undefined,
    post: undefined,
    words: '',
    offset: 0,
  });
  return [
    { ...rest, vacantOnly },
    (filter) => {
      setRest(filter);
      if (filter.vacantOnly !== vacantOnly)
        navigate(filter.vacantOnly ? '/posts?vacant=yes' : '/posts', { replace: true });
    },
  ];
}
