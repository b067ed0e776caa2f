import { type ReactElement, useState } from 'react';
import type { readInstanceChoices } from '../../server/http/contract/instances.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { listAreas } from '../../server/http/contract/organization.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useText } from '../translations/texts.ts';
import { type Choice, ChoiceChip, ChosenChip } from '../ui/desktop/ChoiceChip.tsx';
import { DateRangeChip } from '../ui/desktop/DateRangeChip.tsx';
import { SearchInput } from '../ui/TextInput.tsx';
import type { InstanceFilters } from './instance-filters.ts';
import { versionOptions } from './VersionSelect.tsx';

type Choices = AnswerOf<typeof readInstanceChoices>;

interface InstanceFilterBarProps {
  readonly filters: InstanceFilters;
  readonly choices: Choices | undefined;
  readonly onChange: (change: { readonly [K in keyof InstanceFilters]?: InstanceFilters[K] | undefined }) => void;
}

/** What narrows the list of instances: process, step, version, what it is stuck by, area, when it began, a variable. */
export function InstanceFilterBar({ filters, choices, onChange }: InstanceFilterBarProps): ReactElement {
  const { text, pack } = useText();
  const { data } = useAnswer(listAreas, {});
  const process = choices?.processes.find(({ id }) => id === filters.process);
  const isOpen = filters.view !== 'completed' && filters.view !== 'cancelled';
  const inPackWords = (all: readonly Choice[] = []): readonly Choice[] =>
    all.map(({ id, title }) => ({ id, title: pack(title) }));
  const versions = versionOptions(choices?.versions ?? [], { text, pack });
  return (
    <>
      <ChoiceChip
        title={text('instances.process')}
        value={filters.process}
        choices={inPackWords(choices?.processes)}
        onChange={(chosen) => onChange({ process: chosen, element: undefined, variable: undefined })}
      />
      {process !== undefined && isOpen && (
        <ChoiceChip
          title={text('instances.element')}
          value={filters.element}
          choices={inPackWords(process.elements)}
          onChange={(element) => onChange({ element })}
        />
      )}
      <ChoiceChip
        title={text('instances.version.title')}
        value={filters.version}
        choices={versions}
        onChange={(version) => onChange({ version })}
      />
      {isOpen && (
        <ChoiceChip
          title={text('instances.incident')}
          value={filters.incident}
          choices={choices?.incidents.map(({ code, count }) => ({ id: code, title: `${code}（${count}）` })) ?? []}
          onChange={(incident) => onChange({ incident })}
        />
      )}
      <ChoiceChip
        title={text('filter.area')}
        value={filters.area}
        choices={data?.areas.map(({ code, name }) => ({ id: code, title: pack(name) })) ?? []}
        onChange={(area) => onChange({ area })}
      />
      <DateRangeChip title={text('instances.started')} from={filters.from} to={filters.to} onChange={onChange} />
      {isOpen && process !== undefined && process.searchable.length > 0 && (
        <VariableFilter key={process.id} names={process.searchable} value={filters.variable} onChange={onChange} />
      )}
    </>
  );
}

interface VariableFilterProps {
  readonly names: readonly string[];
  readonly value: string | undefined;
  readonly onChange: InstanceFilterBarProps['onChange'];
}

/** A declared variable and the value it must have. */
function VariableFilter({ names, value, onChange }: VariableFilterProps): ReactElement {
  const { text } = useText();
  const [name, setName] = useState<string | undefined>(names[0]);
  const [wanted, setWanted] = useState('');
  if (value !== undefined)
    return (
      <ChosenChip title={text('instances.variable')} chosen={value} onClear={() => onChange({ variable: undefined })} />
    );
  return (
    <>
      {names.length > 1 && (
        <ChoiceChip
          title={text('instances.variable')}
          value={name}
          choices={names.map((one) => ({ id: one, title: one }))}
          onChange={setName}
        />
      )}
      {name !== undefined && (
        <SearchInput
          label={text('instances.variable.is', { name })}
          value={wanted}
          onChange={setWanted}
          onSubmit={(said) => said.trim() !== '' && onChange({ variable: `${name}=${said.trim()}` })}
        />
      )}
    </>
  );
}
