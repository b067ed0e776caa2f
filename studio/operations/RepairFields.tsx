import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import type { InstanceFile } from './InstancePage.tsx';
import { type PlainRepairKind, takesVariables } from './repair-kinds.ts';
import { VariablesField } from './VariablesField.tsx';

interface RepairFieldsProps {
  readonly kind: PlainRepairKind;
  readonly file: Pick<InstanceFile, 'variables'>;
  readonly variables: string;
  readonly onVariables: (typed: string) => void;
  readonly faulty: boolean;
  readonly clocks: 'shift' | 'run-on';
  readonly onClocks: (clocks: 'shift' | 'run-on') => void;
}

/** What a repair asks for besides its reason: variables to set, or what the clocks do. */
export function RepairFields(props: RepairFieldsProps): ReactElement | null {
  const { kind, file, variables, onVariables, faulty, clocks, onClocks } = props;
  const { text } = useText();
  if (takesVariables(kind))
    return (
      <VariablesField
        file={file}
        value={variables}
        onChange={onVariables}
        faulty={faulty}
        required={kind === 'set-variables'}
      />
    );
  if (kind !== 'resume') return null;
  return (
    <fieldset className="gl-clocks">
      <legend>{text('repair.clocks')}</legend>
      {(['shift', 'run-on'] as const).map((policy) => (
        <label key={policy}>
          <input type="radio" name="clocks" checked={clocks === policy} onChange={() => onClocks(policy)} />
          <span>
            {text(`repair.clocks.${policy}`)} <span className="quiet">{text(`repair.clocks.${policy}.says`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
