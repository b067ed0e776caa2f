import { type ReactElement, useState } from 'react';
import { isWorkingDay } from '../../server/kernel/calendar/working-days.ts';
import { offeredAmounts, waitInRun, waitUntilInRun } from '../../server/kernel/simulation/do-in-run.ts';
import { nextHappening, type Happening } from '../../server/kernel/simulation/run-work.ts';
import type { Simulation } from '../../server/kernel/simulation/simulation.ts';
import { type Texts, useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Tag.tsx';
import {
  clockWords,
  dateWords,
  instantOfLocal,
  localDate,
  localInput,
  momentWords,
  weekdayLong,
} from '../ui/time-words.ts';
import type { RunInHand } from './use-simulation.ts';

interface ClockBandProps {
  readonly simulation: Simulation;
  readonly act: RunInHand['act'];
}

/** The virtual clock: what day and time it is in the run, and the buttons that let time pass. */
export function ClockBand({ simulation, act }: ClockBandProps): ReactElement {
  const texts = useText();
  const { text } = texts;
  const { now } = simulation.world.state;
  const day = localDate(now);
  const [calendar] = simulation.world.release.calendars.values();
  const next = nextHappening(simulation.world);
  return (
    <section className="gl-clock-band" aria-label={text('simulator.clock')}>
      <p className="gl-clock-band-now">
        <b>{dateWords(day, '0000', texts)}</b> <span>{weekdayLong(day, texts)}</span> <b>{clockWords(now)}</b>
      </p>
      {calendar !== undefined && (
        <Tag tone={isWorkingDay(calendar, day) ? 'ok' : 'quiet'}>
          {text(isWorkingDay(calendar, day) ? 'simulator.day.working' : 'simulator.day.off')}
        </Tag>
      )}
      <Button onPress={() => act((run) => waitInRun(run, offeredAmounts.hour))}>{text('simulator.hour')}</Button>
      <Button onPress={() => act((run) => waitInRun(run, offeredAmounts.workingDay))}>
        {text('simulator.working-day')}
      </Button>
      <Button disabled={next === null} onPress={() => next !== null && act((run) => waitUntilInRun(run, next.at))}>
        {text('simulator.to-next')}
      </Button>
      <span className="quiet cut gl-clock-band-next" title={nextWords(next, now, texts)}>
        {nextWords(next, now, texts)}
      </span>
      <ToDay key={now} now={now} act={act} />
    </section>
  );
}

function nextWords(next: Happening | null, now: string, texts: Texts): string {
  if (next === null) return texts.text('simulator.next.none');
  const { kind, what, at } = next;
  return texts.text(`simulator.next.${kind}`, { what: texts.pack(what), when: momentWords(at, now, texts) });
}

function ToDay({ now, act }: { readonly now: string; readonly act: RunInHand['act'] }): ReactElement {
  const { text } = useText();
  const [local, setLocal] = useState(localInput(now));
  const at = local === '' ? null : instantOfLocal(local);
  return (
    <form
      className="gl-clock-band-to"
      onSubmit={(event) => {
        event.preventDefault();
        if (at !== null) act((run) => waitUntilInRun(run, at));
      }}
    >
      <input
        aria-label={text('simulator.until')}
        className="gl-input"
        type="datetime-local"
        min={localInput(now)}
        value={local}
        onChange={(event) => setLocal(event.target.value)}
      />
      <Button type="submit" disabled={at === null || at <= now}>
        {text('simulator.until')}
      </Button>
    </form>
  );
}
