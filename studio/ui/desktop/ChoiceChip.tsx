import { Dropdown, type MenuProps } from 'antd';
import type { ReactElement } from 'react';
import { useText } from '../../translations/texts.ts';
import { Icon } from '../Icon.tsx';
import './chips.css';

export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly children?: readonly Choice[];
}

interface ChoiceChipProps {
  /** What is chosen from, shown while nothing is chosen: 类别. */
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** A filter of a list: its name and a menu while it is off; name, choice and a cross while it is on. */
export function ChoiceChip({ title, choices, value, onChange }: ChoiceChipProps): ReactElement {
  const chosen = value === undefined ? undefined : titleOf(choices, value);
  if (value !== undefined)
    return <ChosenChip title={title} chosen={chosen ?? value} onClear={() => onChange(undefined)} />;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: itemsOf(choices),
        onClick: ({ key }) => onChange(key),
        className: 'gl-choice-menu',
      }}
    >
      <button type="button" className="gl-chip" aria-haspopup="menu">
        {title}
        <Icon name="down" small />
      </button>
    </Dropdown>
  );
}

/** A filter that is on, and the cross that takes it off. */
export function ChosenChip({
  title,
  chosen,
  onClear,
}: {
  readonly title: string;
  readonly chosen: string;
  readonly onClear: () => void;
}): ReactElement {
  const { text } = useText();
  return (
    <button
      type="button"
      className="gl-chip gl-chip-on"
      onClick={onClear}
      aria-label={text('filter.clear', { title, chosen })}
    >
      {text('filter.chosen', { title, chosen })}
      <Icon name="close" small />
    </button>
  );
}

function titleOf(choices: readonly Choice[], id: string): string | undefined {
  for (const choice of choices) {
    if (choice.id === id) return choice.title;
    const inside = titleOf(choice.children ?? [], id);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** Choices with children become a group whose first item chooses the whole. */
function itemsOf(choices: readonly Choice[]): NonNullable<MenuProps['items']> {
  return choices.map(({ id, title, children = [] }) =>
    children.length === 0
      ? { key: id, label: title }
      : { type: 'group', key: `${id} `, label: title, children: [{ key: id, label: title }, ...itemsOf(children)] },
  );
}
