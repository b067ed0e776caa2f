import type { ReactElement } from 'react';
import type { readInstanceChoices } from '../../server/http/contract/instances.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { type Texts, useText } from '../translations/texts.ts';
import type { ControlProps } from '../ui/Field.tsx';

type Version = AnswerOf<typeof readInstanceChoices>['versions'][number];

interface VersionSelectProps {
  readonly control: ControlProps;
  readonly options: readonly { readonly id: string; readonly title: string }[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** The version something is migrated to. */
export function VersionSelect({ control, options, value, onChange }: VersionSelectProps): ReactElement {
  const { text } = useText();
  return (
    <select {...control} className="gl-input" value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{text(options.length === 0 ? 'repair.migrate.no-version' : 'repair.migrate.choose')}</option>
      {options.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </select>
  );
}

/** Versions by title and number, those in force first; equal ones are told apart by the beginning of their hash. */
export function versionOptions(
  versions: readonly Version[],
  { text, pack }: Pick<Texts, 'text' | 'pack'>,
  except?: string,
): readonly { readonly id: string; readonly title: string }[] {
  return versions
    .filter(({ id }) => id !== except)
    .toSorted((one, other) => Number(other.inForce) - Number(one.inForce))
    .map(({ id, title, version, area }) => {
      const words = versionWords({ title, version, area }, { text, pack });
      const same = versions.some((other) => other.id !== id && versionWords(other, { text, pack }) === words);
      return { id, title: same ? `${words} · ${id.slice(0, 6)}` : words };
    });
}

function versionWords(
  { title, version, area }: Pick<Version, 'title' | 'version' | 'area'>,
  { text, pack }: Pick<Texts, 'text' | 'pack'>,
): string {
  return area === null
    ? text('instances.version', { title: pack(title), version })
    : text('instances.version.in-force', { title: pack(title), version, area: pack(area) });
}
