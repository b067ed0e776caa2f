import { type ReactElement, useState } from 'react';
import { readInstanceChoices } from '../../server/http/contract/instances.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useText } from '../translations/texts.ts';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import { Field } from '../ui/Field.tsx';
import type { InstanceFile } from './InstancePage.tsx';
import { MigrationPlaces } from './MigrationPlaces.tsx';
import { PreviewList } from './PreviewList.tsx';
import { isReason, ReasonField } from './ReasonField.tsx';
import { usePreview } from './use-preview.ts';
import { useRepair } from './use-repair.ts';
import { versionOptions, VersionSelect } from './VersionSelect.tsx';

interface MigrateDialogProps {
  readonly file: InstanceFile;
  readonly onClose: () => void;
}

/** 换版本: the version, where each step goes by the plan that is proposed, what cannot move and why. */
export function MigrateDialog({ file, onClose }: MigrateDialogProps): ReactElement {
  const texts = useText();
  const { text } = texts;
  const { data } = useAnswer(readInstanceChoices, {});
  const { reason, setReason, busy, problem, act } = useRepair(file.id, text('repair.migrate.done'), onClose);
  const [version, setVersion] = useState('');
  const [elements, setElements] = useState<Readonly<Record<string, string>>>({});
  const repair = version === '' ? null : { do: 'migrate' as const, version, plan: { elements: { ...elements } } };
  const { preview, allowed, problem: untold } = usePreview(file.id, repair);
  const choose = (chosen: string): void => {
    setVersion(chosen);
    setElements({});
  };
  return (
    <DialogBox
      title={text('repair.migrate')}
      width={640}
      onClose={onClose}
      action={text('repair.migrate')}
      onAction={() => void act(repair)}
      busy={busy}
      ready={isReason(reason) && allowed}
      problem={problem ?? untold}
    >
      <p>{text('repair.migrate.says')}</p>
      <Field label={text('repair.migrate.version')} required>
        {(control) => (
          <VersionSelect
            control={control}
            options={versionOptions(data?.versions ?? [], texts, file.version.id)}
            value={version}
            onChange={choose}
          />
        )}
      </Field>
      {preview !== null && preview.places.length > 0 && (
        <MigrationPlaces preview={preview} onChoose={(from, to) => setElements(withPlace(elements, from, to))} />
      )}
      <PreviewList preview={preview} />
      <ReasonField value={reason} onChange={setReason} />
    </DialogBox>
  );
}

/** The plan with a place named, or left to the proposal again. */
function withPlace(
  elements: Readonly<Record<string, string>>,
  from: string,
  to: string,
): Readonly<Record<string, string>> {
  const others = Object.entries(elements).filter(([id]) => id !== from);
  return Object.fromEntries(to === '' ? others : [...others, [from, to]]);
}
