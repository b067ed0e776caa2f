import type { ReactElement } from 'react';
import { useText } from '../../../translations/texts.ts';
import { ChoiceList, type InlineOption } from './ChoiceList.tsx';
import { InlineChip } from './InlineChip.tsx';

interface InlineChoiceProps {
  /** What is chosen, for those who hear the chip without its sentence: 办理岗位. */
  readonly label: string;
  readonly options: readonly InlineOption[];
  readonly value: string | undefined;
  readonly onChange: (id: string) => void;
  readonly placeholder?: string;
  readonly wrong?: boolean;
}

/** One of several, chosen inside a sentence. A value that is not among the options is shown as it is, and marked. */
export function InlineChoice(props: InlineChoiceProps): ReactElement {
  const { label, options, value, onChange, placeholder, wrong = false } = props;
  const found = options.find(({ id }) => id === value);
  return (
    <InlineChip
      label={label}
      value={found?.title ?? value ?? ''}
      {...(placeholder === undefined ? {} : { placeholder })}
      wrong={wrong || found === undefined}
      popup="listbox"
    >
      {(leave) => (
        <ChoiceList
          label={label}
          options={options}
          chosen={value === undefined ? [] : [value]}
          several={false}
          onChoose={(id) => {
            onChange(id);
            leave();
          }}
          onLeave={leave}
        />
      )}
    </InlineChip>
  );
}

interface InlineChoicesProps {
  readonly label: string;
  readonly options: readonly InlineOption[];
  readonly values: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  /** Said while nothing is chosen: 什么也不. */
  readonly placeholder?: string;
}

/** Any number of several, chosen inside a sentence; they keep the order of the options. */
export function InlineChoices(props: InlineChoicesProps): ReactElement {
  const { label, options, values, onChange, placeholder } = props;
  const { text } = useText();
  const titles = options.filter(({ id }) => values.includes(id)).map(({ title }) => title);
  const toggle = (id: string): void => {
    const isOn = values.includes(id);
    onChange(options.map((option) => option.id).filter((other) => (other === id ? !isOn : values.includes(other))));
  };
  return (
    <InlineChip
      label={label}
      value={titles.length === 0 ? (placeholder ?? '') : titles.join(text('list.comma'))}
      popup="listbox"
    >
      {(leave) => (
        <ChoiceList label={label} options={options} chosen={values} several onChoose={toggle} onLeave={leave} />
      )}
    </InlineChip>
  );
}
