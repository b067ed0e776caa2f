import { Select } from 'antd';
import type { ReactElement } from 'react';
import type { ControlProps } from '../Field.tsx';

interface PickOption {
  readonly value: string;
  readonly label: string;
  /** Said quietly under the label. */
  readonly more?: string;
}

interface PickInputProps {
  readonly control: ControlProps;
  readonly value: string | undefined;
  readonly options: readonly PickOption[];
  readonly onChange: (value: string) => void;
  readonly placeholder: string;
  readonly loading?: boolean;
  /** Called with what is typed, when the options are looked up elsewhere; without it they are searched here. */
  readonly onSearch?: (words: string) => void;
  readonly nothing: string;
}

/** One of many, found by typing. */
export function PickInput({
  control,
  value,
  options,
  onChange,
  placeholder,
  loading = false,
  onSearch,
  nothing,
}: PickInputProps): ReactElement {
  return (
    <Select<string, PickOption>
      id={control.id}
      aria-describedby={control['aria-describedby']}
      aria-required={control.required}
      status={control['aria-invalid'] ? 'error' : ''}
      style={{ width: '100%' }}
      showSearch={{
        filterOption: onSearch === undefined,
        optionFilterProp: 'label',
        ...(onSearch === undefined ? {} : { onSearch }),
      }}
      value={value ?? null}
      options={[...options]}
      placeholder={placeholder}
      loading={loading}
      notFoundContent={nothing}
      optionRender={({ data }) => (
        <>
          <div>{data.label}</div>
          {data.more !== undefined && <div className="quiet">{data.more}</div>}
        </>
      )}
      onChange={(chosen) => onChange(chosen)}
    />
  );
}
