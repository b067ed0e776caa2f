import type { ReactElement } from 'react';
import { isJsonArray, isJsonObject, type Json } from '../../../server/kernel/json.ts';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineChoice } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { EditorProps } from '../editor-props.ts';
import { withValueAt } from '../json-edit.ts';

type Stretch = readonly [string, string];

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const clock: readonly string[] = Array.from({ length: 97 }, (_, quarter) => {
  const minutes = quarter * 15;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
});

/** When offices are open, weekday by weekday: stretches from one time to another. */
export function WeekHours({ json, onChange, fixed }: EditorProps): ReactElement {
  const { text } = useText();
  const week = isJsonObject(json['week']) ? json['week'] : {};
  const set = (weekday: number, stretches: readonly Stretch[]): void =>
    onChange(withValueAt(json, `/week/${weekday}`, stretches as unknown as Json));
  return (
    <ul className="gl-week">
      {weekdays.map((weekday) => {
        const stretches = stretchesOf(week[weekday]);
        return (
          <li key={weekday} data-path={`/week/${weekday}`}>
            <b>{text(`weekday.${weekday}`)}</b>
            {stretches.length === 0 && <span className="quiet">{text('definition.calendar.closed')}</span>}
            {stretches.map((stretch, nth) => (
              <span key={nth} className="gl-stretch">
                <TimeChoice
                  label={text('definition.calendar.opens')}
                  value={stretch[0]}
                  onChange={(opens) => set(weekday, stretches.with(nth, [opens, stretch[1]]))}
                />
                {text('definition.calendar.until')}
                <TimeChoice
                  label={text('definition.calendar.closes')}
                  value={stretch[1]}
                  onChange={(closes) => set(weekday, stretches.with(nth, [stretch[0], closes]))}
                />
                {!fixed && (
                  <Button
                    kind="text"
                    small
                    label={text('definition.calendar.not-open')}
                    onPress={() => set(weekday, stretches.toSpliced(nth, 1))}
                  >
                    <Icon name="close" small />
                  </Button>
                )}
              </span>
            ))}
            {!fixed && stretches.length < 4 && (
              <Button kind="text" small onPress={() => set(weekday, [...stretches, nextStretch(stretches)])}>
                <Icon name="plus" small />
                {text('definition.calendar.add-stretch')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function TimeChoice({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (time: string) => void;
}): ReactElement {
  const times = [...new Set([...clock, value])].toSorted();
  return (
    <InlineChoice
      label={label}
      value={value}
      options={times.map((time) => ({ id: time, title: time }))}
      onChange={onChange}
    />
  );
}

function stretchesOf(value: Json | undefined): readonly Stretch[] {
  if (!isJsonArray(value)) return [];
  return value.flatMap((one) =>
    isJsonArray(one) && typeof one[0] === 'string' && typeof one[1] === 'string' ? [[one[0], one[1]] as const] : [],
  );
}

/** A morning first, then an afternoon, as offices here have them. */
function nextStretch(before: readonly Stretch[]): Stretch {
  return before.length === 0 ? ['08:30', '12:00'] : ['14:30', '18:00'];
}
