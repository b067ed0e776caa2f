import type { ReactElement, ReactNode } from 'react';
import type { SignedInPerson } from '../api/session.ts';
import { useText } from '../translations/texts.ts';
import { Figure, FigureBand } from '../ui/FigureBand.tsx';
import { LightWord } from '../ui/Light.tsx';
import type { Overview } from './OverviewPage.tsx';
import { percent } from './share-words.ts';

/** The figures of the day; each leads to the list it counts. */
export function FigureRow({
  overview,
  person,
}: {
  readonly overview: Overview;
  readonly person: SignedInPerson;
}): ReactElement {
  const { text } = useText();
  const { mine, open, yellow, red, closed, closedOf, vacant, unheld, incidents } = overview;
  const seesPosts = person.permissions.some((permission) => permission === 'posts.view' || permission === 'posts.edit');
  return (
    <FigureBand label={text('overview.figures')}>
      <Figure
        title={text('overview.mine')}
        value={mine}
        unit={text('unit.items')}
        to="/user-tasks"
        below={text('overview.mine.says')}
      />
      <Figure
        title={text('overview.open')}
        value={open}
        unit={text('unit.cases')}
        to="/cases"
        below={<Lights red={red} yellow={yellow} />}
      />
      <Figure
        title={text('overview.closed')}
        value={closed}
        unit={text('unit.cases')}
        to="/cases?view=closed"
        below={text('overview.closed.says')}
      />
      <RateFigure closedOf={closedOf} />
      {seesPosts && (
        <Figure
          title={text('overview.vacant')}
          value={vacant}
          unit={text('unit.posts')}
          to="/posts?vacant=yes"
          below={text(vacant === 0 ? 'overview.vacant.none' : 'overview.vacant.says')}
        />
      )}
      {seesPosts && unheld > 0 && (
        <Figure
          title={text('overview.unheld')}
          value={unheld}
          unit={text('unit.items')}
          to="/unheld"
          below={<LightWord light="red">{text('overview.unheld.says')}</LightWord>}
        />
      )}
      {incidents > 0 && (
        <Figure
          title={text('overview.stuck')}
          value={incidents}
          unit={text('unit.cases')}
          below={text('overview.stuck.says')}
        />
      )}
    </FigureBand>
  );
}

function RateFigure({ closedOf }: Pick<Overview, 'closedOf'>): ReactElement {
  const { text } = useText();
  const rate = percent(closedOf);
  const { numerator, denominator } = closedOf;
  return (
    <Figure
      title={text('overview.rate')}
      value={rate ?? '—'}
      unit={rate === null ? '' : '%'}
      below={rate === null ? text('overview.rate.none') : text('overview.rate.of', { numerator, denominator })}
    />
  );
}

function Lights({ red, yellow }: { readonly red: number; readonly yellow: number }): ReactNode {
  const { text } = useText();
  if (red === 0 && yellow === 0) return text('overview.none-late');
  return (
    <>
      {red > 0 && <LightWord light="red">{text('overview.red', { count: red })}</LightWord>}
      {yellow > 0 && <LightWord light="yellow">{text('overview.yellow', { count: yellow })}</LightWord>}
    </>
  );
}
