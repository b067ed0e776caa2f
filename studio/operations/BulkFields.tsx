import type { ReactElement } from 'react';
import { readInstanceChoices } from '../../server/http/contract/instances.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useText } from '../translations/texts.ts';
import { Field } from '../ui/Field.tsx';
import { type RepairOfMany, repairOf } from './repair-kinds.ts';
import { RepairFields } from './RepairFields.tsx';
import { readVariables } from './VariablesField.tsx';
import { versionOptions, VersionSelect } from './VersionSelect.tsx';

const kinds = ['retry', 'skip', 'set-variables', 'suspend', 'resume', 'migrate', 'cancel'] as const;

/** What is filled in for a repair of many. */
export interface BulkEntry {
  readonly kind: (typeof kinds)[number];
  /** As they were typed. */
  readonly variables: string;
  readonly clocks: 'shift' | 'run-on';
  readonly version: string;
}

/** The repair that was filled in; null while something is missing or wrong. */
export function bulkRepairOf({ kind, variables: typed, clocks, version }: BulkEntry): RepairOfMany | null {
  if (kind === 'migrate') return version === '' ? null : { do: kind, version };
  const variables = readVariables(typed);
  if (variables === null || (kind === 'set-variables' && Object.keys(variables).length === 0)) return null;
  return repairOf(kind, { variables, clocks });
}

interface BulkFieldsProps {
  readonly entry: BulkEntry;
  readonly onChange: (entry: BulkEntry) => void;
}

/** What is to be done to all of them, what that means, and what it asks for. */
export function BulkFields({ entry, onChange }: BulkFieldsProps): ReactElement {
  const texts = useText();
  const { text } = texts;
  const { kind, variables, clocks, version } = entry;
  const { data } = useAnswer(readInstanceChoices, {});
  return (
    <>
      <Field
        label={text('bulk.what')}
        hint={text(kind === 'retry' || kind === 'skip' ? `bulk.${kind}.says` : `repair.${kind}.says`)}
      >
        {(control) => (
          <select
            {...control}
            className="gl-input"
            value={kind}
            onChange={(event) =>
              onChange({ ...entry, kind: kinds.find((one) => one === event.target.value) ?? 'retry' })
            }
          >
            {kinds.map((one) => (
              <option key={one} value={one}>
                {text(`repair.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {kind === 'migrate' ? (
        <Field label={text('repair.migrate.version')} required>
          {(control) => (
            <VersionSelect
              control={control}
              options={versionOptions(data?.versions ?? [], texts)}
              value={version}
              onChange={(chosen) => onChange({ ...entry, version: chosen })}
            />
          )}
        </Field>
      ) : (
        <RepairFields
          kind={kind}
          file={{ variables: [] }}
          variables={variables}
          onVariables={(typed) => onChange({ ...entry, variables: typed })}
          faulty={readVariables(variables) === null}
          clocks={clocks}
          onClocks={(chosen) => onChange({ ...entry, clocks: chosen })}
        />
      )}
    </>
  );
}
