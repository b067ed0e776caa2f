import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import { ChooseBox } from '../ui/ChooseBox.tsx';
import { LightShape, LightTag } from '../ui/Light.tsx';
import type { Column } from '../ui/Table.tsx';
import { columnTime, weekdayWords, localDate } from '../ui/time-words.ts';
import type { CalendarChanges } from './CalendarChangesPage.tsx';

type MovingClock = CalendarChanges['clocks'][number];
type AreaMove = CalendarChanges['byArea'][number];

interface Choosing {
  readonly chosen: ReadonlySet<string>;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
}

/** The columns of the list of limits that would move; matters are chosen, with all their limits. */
export function useMovingClockColumns(
  { asOf, clocks }: CalendarChanges,
  choosing: Choosing,
): readonly Column<MovingClock>[] {
  const texts = useText();
  const { text, pack } = texts;
  const day = (at: string): string => `${weekdayWords(localDate(at), texts)} ${columnTime(at, asOf)}`;
  const stepAndLimit = ({ step, limit }: MovingClock): string =>
    step === limit ? pack(step) : `${pack(step)} · ${pack(limit)}`;
  return [
    useChooseColumn(clocks, choosing),
    {
      id: 'case',
      title: text('calendar-changes.case'),
      cell: (clock) => (
        <>
          {clock.number !== null && <span className="quiet">{clock.number} </span>}
          {clock.title ?? pack(clock.step)}
        </>
      ),
      whole: ({ title, step }) => title ?? pack(step),
    },
    { id: 'area', title: text('column.area'), width: 130, cell: ({ areaName }) => pack(areaName) },
    {
      id: 'step',
      title: text('calendar-changes.step'),
      width: 190,
      cell: stepAndLimit,
      whole: stepAndLimit,
    },
    {
      id: 'before',
      title: text('calendar-changes.before'),
      width: 140,
      align: 'right',
      cell: ({ before }) => <span className="quiet">{day(before.dueAt)}</span>,
    },
    {
      id: 'after',
      title: text('calendar-changes.after'),
      width: 140,
      align: 'right',
      cell: ({ after }) => <b>{day(after.dueAt)}</b>,
    },
    { id: 'light', title: text('calendar-changes.light'), width: 150, cell: (clock) => <LightThen clock={clock} /> },
  ];
}

function useChooseColumn(clocks: readonly MovingClock[], { chosen, onChosen }: Choosing): Column<MovingClock> {
  const { text, pack } = useText();
  const isWhole = clocks.every(({ instance }) => chosen.has(instance));
  const toggle = (instance: string): void => {
    const next = new Set(chosen);
    if (!next.delete(instance)) next.add(instance);
    onChosen(next);
  };
  return {
    id: 'choose',
    title: '',
    width: 44,
    head: (
      <ChooseBox
        chosen={isWhole}
        label={text('calendar-changes.choose.all')}
        onChange={() => onChosen(new Set(isWhole ? [] : clocks.map(({ instance }) => instance)))}
      />
    ),
    cell: ({ instance, title, step }) => (
      <ChooseBox
        chosen={chosen.has(instance)}
        label={text('calendar-changes.choose', { title: title ?? pack(step) })}
        onChange={() => toggle(instance)}
      />
    ),
  };
}

/** The light a limit has then, beside the one it has now when it turns. */
function LightThen({ clock: { before, after } }: { readonly clock: MovingClock }): ReactElement {
  const { text } = useText();
  if (before.light === after.light)
    return (
      <span className="quiet">
        <LightShape light={after.light} /> {text('calendar-changes.light.same')}
      </span>
    );
  return (
    <LightTag light={after.light}>
      {text('calendar-changes.light.turns', {
        before: text(`calendar-changes.light.${before.light}`),
        after: text(`calendar-changes.light.${after.light}`),
      })}
    </LightTag>
  );
}

/** The columns of the list of areas with what moves in them. */
export function useAreaMoveColumns(): readonly Column<AreaMove>[] {
  const { text, pack } = useText();
  const figure = (id: 'moving' | 'earlier' | 'later', title: string): Column<AreaMove> => ({
    id,
    title,
    width: 110,
    align: 'right',
    cell: (line) => line[id],
  });
  return [
    { id: 'area', title: text('column.area'), cell: ({ area }) => pack(area.name) },
    figure('moving', text('calendar-changes.moving')),
    figure('earlier', text('calendar-changes.earlier')),
    figure('later', text('calendar-changes.later')),
    {
      id: 'turn-yellow',
      title: text('calendar-changes.turn-yellow'),
      width: 130,
      align: 'right',
      cell: ({ turnYellow }) => (turnYellow === 0 ? 0 : <LightTag light="yellow">{`${turnYellow}`}</LightTag>),
    },
    {
      id: 'turn-red',
      title: text('calendar-changes.turn-red'),
      width: 130,
      align: 'right',
      cell: ({ turnRed }) => (turnRed === 0 ? 0 : <LightTag light="red">{`${turnRed}`}</LightTag>),
    },
  ];
}
