import { type ReactElement, type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { listCases } from '../../server/http/contract/cases.ts';
import { listLedgers } from '../../server/http/contract/ledgers.ts';
import { readPostBoard } from '../../server/http/contract/organization.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FactList } from '../ui/Facts.tsx';
import { LightTag } from '../ui/Light.tsx';
import { LineButton } from '../ui/phone/LineButton.tsx';
import { Block, PartHead, TabPage } from '../ui/phone/PhonePage.tsx';
import { WorkTile } from '../ui/phone/WorkTile.tsx';
import { clockWords } from '../ui/time-words.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { isVacant, type Board, type BoardRow } from './board-groups.ts';
import { coverWords, vacantWords } from './BoardLine.tsx';
import './my-grids-page.css';

/** Cases shown before somebody asks for all of them, and at most. */
const FEW = 4;
const MANY = 100;

interface MyGridsPageProps {
  readonly person: SignedInPerson;
  readonly aside: ReactNode;
}

/** 我的网格: the areas I serve, who else serves there, what is open, and the ledgers. */
export function MyGridsPage({ person, aside }: MyGridsPageProps): ReactElement {
  const { text, pack } = useText();
  const areas = areasOf(person);
  const [chosen, setChosen] = useState(areas[0]?.code);
  return (
    <TabPage title={text('tab.grids')} aside={aside}>
      {areas.length === 0 && <EmptyState title={text('grids.none')} next={text('grids.none.next')} />}
      {areas.length > 1 && (
        <Block>
          <div className="gl-grid-tabs" role="group" aria-label={text('tab.grids')}>
            {areas.map(({ code, name }) => (
              <button
                key={code}
                type="button"
                className="gl-grid-tab"
                aria-pressed={code === chosen}
                onClick={() => setChosen(code)}
              >
                {pack(name)}
              </button>
            ))}
          </div>
        </Block>
      )}
      {chosen !== undefined && <GridShown key={chosen} area={chosen} person={person} />}
    </TabPage>
  );
}

function GridShown({ area, person }: { readonly area: string; readonly person: SignedInPerson }): ReactElement {
  const may = (permission: string): boolean => person.permissions.includes(permission);
  return (
    <>
      {may('case.view') && <OpenCases area={area} />}
      {(may('ledger.view') || may('ledger.edit')) && <Ledgers area={area} />}
      {may('posts.view') && <Posts area={area} />}
    </>
  );
}

function OpenCases({ area }: { readonly area: string }): ReactElement {
  const { text, pack } = useText();
  const [limit, setLimit] = useState(FEW);
  const answer = useAnswer(listCases, { query: { area, view: 'open', limit } }, { keepBefore: true });
  const { data } = answer;
  return (
    <>
      <PartHead
        title={text('grids.cases', { count: data?.total ?? 0 })}
        aside={data === undefined ? '' : text('as-of', { time: clockWords(data.asOf) })}
      />
      {data === undefined && <Waiting {...waitingFor(answer)} lines={3} />}
      {data?.cases.length === 0 && <p className="gl-grids-none quiet">{text('grids.cases.none')}</p>}
      <ul className="gl-grid-list">
        {data?.cases.map(({ id, light, title, place, stage, number }) => (
          <li key={id}>
            <WorkTile
              to={`/cases/${id}`}
              light={light}
              until=""
              title={title}
              place={place}
              step={pack(stage.title)}
              number={number}
            />
          </li>
        ))}
      </ul>
      {data !== undefined && data.cases.length < data.total && limit === FEW && (
        <Button kind="text" wide onPress={() => setLimit(MANY)}>
          {text('grids.cases.all', { count: data.total })}
        </Button>
      )}
    </>
  );
}

function Ledgers({ area }: { readonly area: string }): ReactElement {
  const { text, pack } = useText();
  const [, navigate] = useLocation();
  const answer = useAnswer(listLedgers, {});
  return (
    <>
      <PartHead title={text('nav.ledgers')} />
      <Block>
        {answer.data === undefined && <Waiting {...waitingFor(answer)} lines={2} />}
        {answer.data?.ledgers.length === 0 && <p className="quiet">{text('ledgers.none')}</p>}
        {answer.data?.ledgers.map(({ id, title, purpose }) => (
          <LineButton
            key={id}
            title={pack(title)}
            says={pack(purpose)}
            onPress={() => navigate(`/ledgers/${id}?area=${area}`)}
          />
        ))}
      </Block>
    </>
  );
}

function Posts({ area }: { readonly area: string }): ReactElement {
  const { text } = useText();
  const answer = useAnswer(readPostBoard, { query: { area, limit: 1 } });
  const { data } = answer;
  const row = data?.rows.find((one) => one.area.code === area);
  return (
    <>
      <PartHead title={text('grids.posts')} aside={row === undefined ? '' : <VacancyCount row={row} />} />
      {data === undefined && <Waiting {...waitingFor(answer)} lines={4} />}
      {data !== undefined && row !== undefined && <PostList board={data} row={row} />}
    </>
  );
}

function VacancyCount({ row }: { readonly row: BoardRow }): ReactElement {
  const { text } = useText();
  const count = row.cells.filter(isVacant).length;
  return count === 0 ? (
    <LightTag light="green">{text('board.full')}</LightTag>
  ) : (
    <LightTag light="red">{text('vacant.count', { count })}</LightTag>
  );
}

function PostList({ board, row }: { readonly board: Board; readonly row: BoardRow }): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  return (
    <div className="gl-grid-list">
      <Card>
        <FactList
          facts={row.cells.map((cell) => {
            const names = cell.holders
              .map(({ person, kind }) => (kind === 'cover' ? `${person.name}${text('cover.bracket')}` : person.name))
              .join(text('list.comma'));
            const title = pack(board.posts.find(({ id }) => id === cell.post)?.title ?? cell.post);
            if (cell.vacantSince === null) return { title, text: names === '' ? text('board.x.none') : names };
            return {
              title,
              text: (
                <>
                  <LightTag light="red">{vacantWords(cell.vacantSince, board.asOf, texts)}</LightTag>{' '}
                  {coverWords(cell, board.asOf, texts)}
                </>
              ),
            };
          })}
        />
      </Card>
    </div>
  );
}

/** The areas of one's posts, each once; without posts the areas one may see. */
function areasOf({ posts, scope }: SignedInPerson): readonly { readonly code: string; readonly name: string }[] {
  const areas = posts.length > 0 ? posts.map(({ area }) => area) : scope;
  return [...new Map(areas.map((area) => [area.code, area])).values()];
}
