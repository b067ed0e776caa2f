import type { ReactElement } from 'react';
import type { TimeUnit } from '../../../server/kernel/calendar/time-limit.ts';
import { type Texts, useText } from '../../translations/texts.ts';
import { InlineChoice } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { InlineNumber } from '../../ui/desktop/sentence/InlineText.tsx';
import { limitsOf } from '../model/limit-facts.ts';
import type { ClockMoment, TimerUnit } from '../model/timer-words.ts';
import { Filled } from './Filled.tsx';
import type { PanelGround } from './panel-ground.ts';

interface ClockMomentProps extends PanelGround {
  readonly timer: ClockMoment;
  readonly onChange: (timer: ClockMoment) => void;
}

/** Which limit of the user task a timer listens to: those that it has. */
export function ListenedLimit({ element, timer, onChange }: ClockMomentProps): ReactElement {
  const { text } = useText();
  const there = stagesListenedTo(element);
  const stages = there.includes(timer.stage) ? there : [...there, timer.stage];
  return (
    <InlineChoice
      label={text('process.timer.clock.stage')}
      options={stages.map((id) => ({ id, title: text(`stage.${id}`) }))}
      value={timer.stage}
      wrong={!there.includes(timer.stage)}
      onChange={(id) => onChange({ ...timer, stage: stages.find((stage) => stage === id) ?? timer.stage })}
    />
  );
}

const moments = ['yellow', 'due', 'overdue'] as const;
const units: readonly (TimerUnit | 'own')[] = ['own', 'minutes', 'hours', 'days', 'weeks'];

/** Yellow, due, or so long after it has run out. */
export function ListenedMoment(props: ClockMomentProps): ReactElement {
  const { timer, onChange } = props;
  const { text } = useText();
  const choose = (id: string): void => {
    const clock = moments.find((one) => one === id) ?? timer.clock;
    onChange({ ...timer, clock, after: clock === 'overdue' ? (timer.after ?? { amount: 1, unit: 'own' }) : null });
  };
  return (
    <>
      <InlineChoice
        label={text('process.timer.clock.moment')}
        options={moments.map((id) => ({ id, title: text(`process.timer.clock.${id}`) }))}
        value={timer.clock}
        onChange={choose}
      />
      {timer.after !== null && <Wait {...props} after={timer.after} />}
    </>
  );
}

function Wait(props: ClockMomentProps & { readonly after: NonNullable<ClockMoment['after']> }): ReactElement {
  const { timer, after, onChange } = props;
  const { text } = useText();
  const own = ownUnit(props);
  return (
    <>
      {' '}
      <Filled
        of="process.timer.clock.wait"
        parts={{
          amount: (
            <InlineNumber
              label={text('process.timer.amount')}
              value={after.amount}
              min={1}
              max={999}
              onChange={(amount) => onChange({ ...timer, after: { ...after, amount } })}
            />
          ),
          unit: (
            <InlineChoice
              label={text('process.timer.unit')}
              options={units.map((id) => ({ id, title: unitWords(id, own, text) }))}
              value={after.unit}
              onChange={(id) =>
                onChange({ ...timer, after: { ...after, unit: units.find((unit) => unit === id) ?? 'own' } })
              }
            />
          ),
        }}
      />
    </>
  );
}

function unitWords(unit: TimerUnit | 'own', own: TimeUnit | undefined, text: Texts['text']): string {
  if (unit !== 'own') return text(`process.unit.${unit}`);
  return own === undefined ? text('process.unit.own') : text('process.unit.own.is', { unit: text(`time-unit.${own}`) });
}

/** The unit of the limit that is listened to; unknown while a rule decides which limit it is. */
function ownUnit({ element, vocabulary, timer }: ClockMomentProps) {
  const host = element.host?.businessObject;
  const written = host === undefined ? undefined : limitsOf(host).find(({ stage }) => stage === timer.stage);
  return vocabulary.limits.find(({ id }) => id === written?.limit)?.unit;
}

/** The stages for which the user task of a timer has a limit. */
export function stagesListenedTo(element: PanelGround['element']): readonly ClockMoment['stage'][] {
  const host = element.host?.businessObject;
  return host === undefined ? [] : limitsOf(host).flatMap(({ stage, limit }) => (limit === undefined ? [] : [stage]));
}
