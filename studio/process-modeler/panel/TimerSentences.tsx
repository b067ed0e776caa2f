import type { ReactElement } from 'react';
import type { ClockStage } from '../../../server/kernel/calendar/time-limit.ts';
import { useText } from '../../translations/texts.ts';
import { InlineChoice } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { InlineNumber } from '../../ui/desktop/sentence/InlineText.tsx';
import { Sentence, SentenceGroup, useFixed } from '../../ui/desktop/sentence/Sentence.tsx';
import { timerOf } from '../model/step-facts.ts';
import type { TimerSetting, TimerUnit } from '../model/timer-words.ts';
import { kindOf } from '../steps/step-kind.ts';
import { ListenedLimit, ListenedMoment, stagesListenedTo } from './ClockMomentParts.tsx';
import { Filled } from './Filled.tsx';
import type { PanelGround } from './panel-ground.ts';
import { PanelField } from './PanelField.tsx';
import { WaySentences } from './WaySentences.tsx';

type Editable = Exclude<TimerSetting, { readonly kind: 'expression' }>;

/** When a timer goes off, and whether it takes the work away. */
export function TimerSentences(ground: PanelGround): ReactElement {
  const { text } = useText();
  const isAtEdge = kindOf(ground.element.businessObject) === 'timer';
  const isListening = timerOf(ground.element.businessObject)?.kind === 'clock';
  return (
    <>
      <SentenceGroup title={text(isAtEdge ? 'process.timer.edge' : 'process.timer.wait')}>
        <WhenSentence {...ground} isAtEdge={isAtEdge} />
        <Sentence>
          <span className="quiet">{text(isListening ? 'process.timer.clock.note' : 'process.timer.natural')}</span>
        </Sentence>
      </SentenceGroup>
      {isAtEdge && <InterruptingSentence {...ground} />}
      <WaySentences {...ground} />
    </>
  );
}

function WhenSentence({ isAtEdge, ...ground }: PanelGround & { readonly isAtEdge: boolean }): ReactElement {
  const { canvas, element, fields } = ground;
  const { text, pack } = useText();
  const timer = timerOf(element.businessObject) ?? { kind: 'after', amount: 1, unit: 'days' };
  if (timer.kind === 'expression') return <Sentence>{text('process.timer.expert')}</Sentence>;
  const set = (next: Editable): void => canvas.together(() => canvas.edits.setTimer(element, next));
  const moments = fields.filter(({ path }) => /(At|at|date|Date)$/.test(path));
  const [listened] = stagesListenedTo(element);
  const kinds = [
    'after',
    ...(listened !== undefined || timer.kind === 'clock' ? ['clock'] : []),
    'at',
    ...(moments.length > 0 ? ['variable'] : []),
    ...(isAtEdge ? ['every'] : []),
  ] as const;
  const kind = (
    <PanelField of="timer">
      <InlineChoice
        label={text('process.timer.kind')}
        options={kinds.map((id) => ({ id, title: text(`process.timer.kind.${id as Editable['kind']}`) }))}
        value={timer.kind}
        onChange={(id) => set(changedTo(id, timer, { path: moments[0]?.path ?? '', stage: listened ?? 'handle' }))}
      />
    </PanelField>
  );
  return (
    <Sentence>
      <Filled
        of={`process.timer.${timer.kind}`}
        parts={{
          kind,
          length: timer.kind === 'after' || timer.kind === 'every' ? <Length timer={timer} onChange={set} /> : null,
          times: timer.kind === 'every' ? <Times timer={timer} onChange={set} /> : null,
          stage: timer.kind === 'clock' ? <ListenedLimit {...ground} timer={timer} onChange={set} /> : null,
          moment: timer.kind === 'clock' ? <ListenedMoment {...ground} timer={timer} onChange={set} /> : null,
          instant: timer.kind === 'at' ? <Moment timer={timer} onChange={set} /> : null,
          variable:
            timer.kind === 'variable' ? (
              <InlineChoice
                label={text('process.field')}
                options={moments.map(({ path, title, from }) => ({ id: path, title: pack(title), more: pack(from) }))}
                value={timer.path}
                onChange={(path) => set({ kind: 'variable', path })}
              />
            ) : null,
        }}
      />
    </Sentence>
  );
}

function changedTo(
  kind: string,
  timer: Editable,
  { path, stage }: { readonly path: string; readonly stage: ClockStage },
): Editable {
  if (kind === 'clock') return { kind: 'clock', clock: 'due', stage, after: null };
  const length = 'amount' in timer ? { amount: timer.amount, unit: timer.unit } : { amount: 1, unit: 'days' as const };
  if (kind === 'every') return { kind: 'every', ...length, times: null };
  if (kind === 'variable') return { kind: 'variable', path };
  if (kind === 'at') return { kind: 'at', instant: `${new Date().toISOString().slice(0, 10)}T09:00:00+08:00` };
  return { kind: 'after', ...length };
}

const units: readonly TimerUnit[] = ['minutes', 'hours', 'days', 'weeks'];

type Lasting = Extract<Editable, { readonly amount: number }>;

function Length({
  timer,
  onChange,
}: {
  readonly timer: Lasting;
  readonly onChange: (timer: Lasting) => void;
}): ReactElement {
  const { text } = useText();
  return (
    <>
      <InlineNumber
        label={text('process.timer.amount')}
        value={timer.amount}
        min={1}
        max={999}
        onChange={(amount) => onChange({ ...timer, amount })}
      />
      <InlineChoice
        label={text('process.timer.unit')}
        options={units.map((unit) => ({ id: unit, title: text(`process.unit.${unit}`) }))}
        value={timer.unit}
        onChange={(id) => onChange({ ...timer, unit: units.find((unit) => unit === id) ?? timer.unit })}
      />
    </>
  );
}

function Times({
  timer,
  onChange,
}: {
  readonly timer: Extract<Editable, { readonly kind: 'every' }>;
  readonly onChange: (timer: Editable) => void;
}): ReactElement {
  const { text } = useText();
  const counts = ['', '1', '2', '3', '5', '10'];
  const known =
    timer.times === null || counts.includes(String(timer.times)) ? counts : [...counts, String(timer.times)];
  return (
    <InlineChoice
      label={text('process.timer.times')}
      options={known.map((id) => ({
        id,
        title: id === '' ? text('process.timer.endless') : text('process.timer.count', { count: id }),
      }))}
      value={timer.times === null ? '' : String(timer.times)}
      onChange={(id) => onChange({ ...timer, times: id === '' ? null : Number(id) })}
    />
  );
}

/** A moment by the street's clock, which is that of Beijing. */
function Moment({
  timer,
  onChange,
}: {
  readonly timer: Extract<Editable, { readonly kind: 'at' }>;
  readonly onChange: (timer: Editable) => void;
}): ReactElement {
  const { text } = useText();
  const local = localMinute(timer.instant);
  if (useFixed()) return <b>{local.replace('T', ' ')}</b>;
  return (
    <input
      className="gl-inline gl-inline-box"
      type="datetime-local"
      aria-label={text('process.timer.kind.at')}
      value={local}
      onChange={({ target }) => {
        if (target.value !== '') onChange({ kind: 'at', instant: `${target.value}:00+08:00` });
      }}
    />
  );
}

const BEIJING_HOURS = 8;

function localMinute(instant: string): string {
  const at = Date.parse(instant);
  return Number.isNaN(at) ? '' : new Date(at + BEIJING_HOURS * 3_600_000).toISOString().slice(0, 16);
}

function InterruptingSentence({ canvas, element }: PanelGround): ReactElement {
  const { text } = useText();
  return (
    <Sentence>
      <Filled
        of="process.interrupting.says"
        parts={{
          how: (
            <PanelField of="interrupting">
              <InlineChoice
                label={text('process.interrupting')}
                options={[
                  { id: 'no', title: text('process.interrupting.no') },
                  { id: 'yes', title: text('process.interrupting.yes') },
                ]}
                value={element.businessObject['cancelActivity'] === false ? 'no' : 'yes'}
                onChange={(id) => canvas.edits.setInterrupting(element, id === 'yes')}
              />
            </PanelField>
          ),
        }}
      />
    </Sentence>
  );
}
