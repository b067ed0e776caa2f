import { type ReactElement, useState } from 'react';
import { beginBulkRepair, listBulkRepairs } from '../../server/http/contract/bulk-repairs.ts';
import { readInstanceChoices } from '../../server/http/contract/instances.ts';
import type { BodyOf } from '../../server/http/contract/operation.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCommand } from '../api/use-command.ts';
import { useText } from '../translations/texts.ts';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import { Field } from '../ui/Field.tsx';
import { isReason, ReasonField } from './ReasonField.tsx';
import { type PlainRepairKind, repairOf } from './repair-kinds.ts';
import { RepairFields } from './RepairFields.tsx';
import { readVariables } from './VariablesField.tsx';
import { versionOptions, VersionSelect } from './VersionSelect.tsx';

export type BulkTarget = Pick<BodyOf<typeof beginBulkRepair>, 'instances' | 'search'>;

interface BulkDialogProps {
  readonly target: BulkTarget;
  readonly count: number;
  readonly onClose: () => void;
  readonly onBegun: (id: string) => void;
}

const kinds = ['retry', 'skip', 'set-variables', 'suspend', 'resume', 'migrate', 'cancel'] as const;

/** The same repair for many instances: what it is, what it asks for, and why. */
export function BulkDialog({ target, count, onClose, onBegun }: BulkDialogProps): ReactElement {
  const texts = useText();
  const { text } = texts;
  const { data } = useAnswer(readInstanceChoices, {});
  const command = useCommand(beginBulkRepair, [listBulkRepairs]);
  const [kind, setKind] = useState<(typeof kinds)[number]>('retry');
  const [typed, setTyped] = useState('');
  const [clocks, setClocks] = useState<'shift' | 'run-on'>('shift');
  const [version, setVersion] = useState('');
  const [reason, setReason] = useState('');
  const variables = readVariables(typed);
  const isFilled =
    kind === 'migrate'
      ? version !== ''
      : variables !== null && (kind !== 'set-variables' || Object.keys(variables).length > 0);
  const act = async (): Promise<void> => {
    const repair =
      kind === 'migrate'
        ? { do: kind, version }
        : repairOf(kind satisfies PlainRepairKind, { variables: variables ?? {}, clocks });
    const begun = await command.run({ body: { repair, reason: reason.trim(), ...target } });
    if (begun !== null) onBegun(begun.id);
  };
  return (
    <DialogBox
      title={text('bulk')}
      width={560}
      onClose={onClose}
      action={text(`repair.${kind}`)}
      onAction={() => void act()}
      busy={command.busy}
      ready={isReason(reason) && isFilled}
      grave={kind === 'cancel'}
      problem={command.problem}
    >
      <p>{text(target.search === undefined ? 'bulk.says' : 'bulk.says.all', { count })}</p>
      <Field label={text('bulk.what')}>
        {(control) => (
          <select
            {...control}
            className="gl-input"
            value={kind}
            onChange={(event) => setKind(kinds.find((one) => one === event.target.value) ?? 'retry')}
          >
            {kinds.map((one) => (
              <option key={one} value={one}>
                {text(`repair.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <p className="quiet">{text(`repair.${kind}.says`, { count: text('all') })}</p>
      {kind === 'migrate' ? (
        <Field label={text('repair.migrate.version')} required>
          {(control) => (
            <VersionSelect
              control={control}
              options={versionOptions(data?.versions ?? [], texts)}
              value={version}
              onChange={setVersion}
            />
          )}
        </Field>
      ) : (
        <RepairFields
          kind={kind}
          file={{ variables: [] }}
          variables={typed}
          onVariables={setTyped}
          faulty={variables === null}
          clocks={clocks}
          onClocks={setClocks}
        />
      )}
      <ReasonField value={reason} onChange={setReason} />
    </DialogBox>
  );
}
