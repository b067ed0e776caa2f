import { type ReactElement, useEffect, useRef, useState } from 'react';
import { groupBy } from '../../server/kernel/group-by.ts';
import { localDate } from '../../server/kernel/local-time.ts';
import { holdersOf } from '../../server/kernel/organization/holders.ts';
import type { Simulation } from '../../server/kernel/simulation/simulation.ts';
import { worldStory } from '../../server/kernel/world/world-story.ts';
import { type Texts, useText } from '../translations/texts.ts';
import { Card } from '../ui/Card.tsx';
import { ChoiceRow } from '../ui/ChoiceRow.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { StoryByDay, type StoryLine } from '../ui/StoryList.tsx';
import { hostOf } from './companions.ts';
import { ExpertView } from './ExpertView.tsx';

interface RunToldProps {
  readonly simulation: Simulation;
  readonly shown: string | null;
  readonly took: number;
}

type View = 'story' | 'told' | 'expert';

/** What happened, in sentences; who was told what; and for experts what the engine holds. */
export function RunTold({ simulation, shown, took }: RunToldProps): ReactElement {
  const texts = useText();
  const { text } = texts;
  const [view, setView] = useState<View>('story');
  const { now } = simulation.world.state;
  const choices = (['story', 'told', 'expert'] as const).map((id) => ({ id, title: text(`simulator.${id}`) }));
  return (
    <Card
      className="gl-simulator-told"
      title={
        <ChoiceRow
          label={text('simulator.story')}
          choices={choices}
          value={view}
          onChange={(chosen) => setView(choices.find(({ id }) => id === chosen)?.id ?? 'story')}
        />
      }
    >
      {view === 'story' && <Lines lines={storyLines(simulation, shown, texts)} none="case.story.none" now={now} />}
      {view === 'told' && <Lines lines={tellingLines(simulation, shown, texts)} none="simulator.told.none" now={now} />}
      {view === 'expert' && <ExpertView simulation={simulation} shown={shown} took={took} />}
    </Card>
  );
}

function Lines({
  lines,
  none,
  now,
}: {
  readonly lines: readonly StoryLine[];
  readonly none: 'case.story.none' | 'simulator.told.none';
  readonly now: string;
}): ReactElement {
  const { text } = useText();
  if (lines.length === 0) return <EmptyState title={text(none)} next={text('simulator.work.none.next')} />;
  return (
    <>
      <StoryByDay story={lines} now={now} />
      <NewestInSight key={lines.length} />
    </>
  );
}

/** Stands below the newest line and comes into sight with it. */
function NewestInSight(): ReactElement {
  const end = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return <span ref={end} />;
}

/** Photos are stand-ins: their number is told, nothing is fetched. */
function storyLines({ world }: Simulation, shown: string | null, { text }: Texts): readonly StoryLine[] {
  if (shown === null) return [];
  return worldStory(world, hostOf(world, shown)).map((line) => ({
    ...line,
    person: null,
    photos: [],
    lines: [
      ...line.lines,
      ...(line.photos.length === 0
        ? []
        : [
            {
              title: text('simulator.photos'),
              text: text('simulator.photos.count', { count: line.photos.length }),
            },
          ]),
    ],
  }));
}

function tellingLines({ world }: Simulation, shown: string | null, { text, pack }: Texts): readonly StoryLine[] {
  const host = shown === null ? '' : hostOf(world, shown);
  const about = [...world.cases.values(), ...world.meetings.values()].find(({ instance }) => instance === host);
  const together = groupBy(about?.tellings ?? [], ({ at, title }) => `${at} ${title}`);
  return [...together.values()].flatMap((tellings): readonly StoryLine[] => {
    const [first] = tellings;
    if (first === undefined) return [];
    const { at, title } = first;
    const people = tellings.flatMap(({ to }) =>
      'person' in to ? [to.person] : holdersOf(world.organization, to, localDate(at)).map(({ person }) => person),
    );
    const names = people.map((person) => world.names.get(person) ?? person).join(text('list.comma'));
    const words = `${pack(title)}\n${text('simulator.told.to', { names })}`;
    return [{ at, kind: 'told', zh: words, en: words, person: null, lines: [], photos: [] }];
  });
}
