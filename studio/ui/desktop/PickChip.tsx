import { Dropdown } from 'antd';
import type { ReactElement } from 'react';
import { Icon } from '../Icon.tsx';
import './chips.css';

interface PickChipProps {
  readonly label: string;
  readonly choices: readonly { readonly id: string; readonly title: string }[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** One of several that is always chosen, such as the area a page is about; plain words when there is nothing else. */
export function PickChip({ label, choices, value, onChange }: PickChipProps): ReactElement {
  const chosen = choices.find(({ id }) => id === value)?.title ?? value;
  if (choices.length < 2) return <b>{chosen}</b>;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: choices.map(({ id, title }) => ({ key: id, label: title })),
        selectedKeys: [value],
        onClick: ({ key }) => onChange(key),
        className: 'gl-choice-menu',
      }}
    >
      <button type="button" className="gl-chip" aria-haspopup="menu" aria-label={`${label} ${chosen}`}>
        <b>{chosen}</b>
        <Icon name="down" small />
      </button>
    </Dropdown>
  );
}
