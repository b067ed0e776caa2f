import { type ReactElement, useState } from 'react';
import { addDays } from '../../../server/kernel/civil-day.ts';
import { localDate } from '../../../server/kernel/local-time.ts';
import type { AreaChange } from '../../../server/kernel/organization/area-changes.ts';
import type { Area } from '../../../server/kernel/organization/organization.ts';
import { useText } from '../../translations/texts.ts';
import { ChoiceRow } from '../../ui/ChoiceRow.tsx';
import { DateInput } from '../../ui/DateInput.tsx';
import { DialogBox } from '../../ui/desktop/DialogBox.tsx';
import { Field } from '../../ui/Field.tsx';
import { type AskedChange, plannedChange } from './asked-change.ts';
import { ChangeFields } from './ChangeFields.tsx';
import { ChangePreview } from './ChangePreview.tsx';
import type { Areas } from './edit-areas.ts';

interface ChangeDialogProps {
  readonly all: Areas;
  readonly area: Area;
  readonly kind: AreaChange['kind'];
  /** Of a move: where to, when that is known already. */
  readonly parent?: string;
  readonly onClose: () => void;
  readonly onChanged: (next: Areas, change: AreaChange) => void;
}

/** Splits, merges, moves or renames an area from a day on, after saying what happens to the work and the people there. */
export function ChangeDialog({ all, area, kind, parent, onClose, onChanged }: ChangeDialogProps): ReactElement {
  const { text, pack } = useText();
  const [today] = useState(() => localDate(new Date().toISOString()));
  const [asked, setAsked] = useState<AskedChange>(() =>
    firstWish(area, { kind, parent, today, name: pack(area.name), marks: text('area-change.part-marks') }),
  );
  const change = (part: Partial<AskedChange>): void => setAsked({ ...asked, ...part });
  const planned = plannedChange(all, area, asked);
  const tooEarly = asked.on <= today;
  return (
    <DialogBox
      title={text(`area-change.title.${kind}`, { name: pack(area.name) })}
      action={text(`area-change.do.${kind}`)}
      width={640}
      ready={planned !== null && !tooEarly}
      onAction={() => planned !== null && onChanged(planned.next, planned.change)}
      onClose={onClose}
    >
      <Field
        label={text('area-change.date')}
        hint={text('area-change.date.hint')}
        error={tooEarly ? text('area-change.date.late') : undefined}
        required
      >
        {(control) => (
          <DateInput control={control} value={asked.on} min={addDays(today, 1)} onChange={(on) => change({ on })} />
        )}
      </Field>
      <ChangeFields all={all} area={area} asked={asked} onChange={change} />
      {kind !== 'rename' && <RuleFields asked={asked} onChange={change} />}
      {planned !== null && kind !== 'rename' && <ChangePreview next={planned.next} change={planned.change} />}
      <p className="quiet">{text('areas.draft-only')}</p>
    </DialogBox>
  );
}

function RuleFields({
  asked,
  onChange,
}: {
  readonly asked: AskedChange;
  readonly onChange: (part: Partial<AskedChange>) => void;
}): ReactElement {
  const { text } = useText();
  const options = <Id extends string>(ids: readonly Id[], key: (id: Id) => string) =>
    ids.map((id) => ({ id, title: key(id) }));
  return (
    <div className="gl-area-pair">
      <Field label={text('area-change.open-work')}>
        {() => (
          <ChoiceRow
            label={text('area-change.open-work')}
            value={asked.rule}
            choices={options(['follow', 'stay'] as const, (id) => text(`area-change.${id}`))}
            onChange={(id) => onChange({ rule: id === 'stay' ? 'stay' : 'follow' })}
          />
        )}
      </Field>
      <Field label={text('area-change.holders')}>
        {() => (
          <ChoiceRow
            label={text('area-change.holders')}
            value={asked.holders}
            choices={options(['follow', 'end'] as const, (id) => text(`area-change.holders.${id}`))}
            onChange={(id) => onChange({ holders: id === 'end' ? 'end' : 'follow' })}
          />
        )}
      </Field>
    </div>
  );
}

function firstWish(
  area: Area,
  given: {
    readonly kind: AreaChange['kind'];
    readonly parent: string | undefined;
    readonly today: string;
    readonly name: string;
    readonly marks: string;
  },
): AskedChange {
  const { kind, parent, today, name, marks } = given;
  return {
    kind,
    on: firstOfNextMonth(today),
    names: Array.from(marks)
      .slice(0, 2)
      .map((mark) => `${name}${mark}`),
    main: 0,
    name,
    others: [],
    parent: parent ?? null,
    rule: 'follow',
    holders: kind === 'move' ? 'follow' : 'end',
    level: area.type,
  };
}

/** Changes usually begin with a month. */
function firstOfNextMonth(today: string): string {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}
