import { type ReactElement, useState } from 'react';
import {
  listInstances,
  readInstance,
  readInstanceChoices,
  repairInstance,
} from '../../server/http/contract/instances.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCommand } from '../api/use-command.ts';
import { useText } from '../translations/texts.ts';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import { Field } from '../ui/Field.tsx';
import { useToast } from '../ui/Toast.tsx';
import type { InstanceFile } from './InstancePage.tsx';
import { MigrationPlaces } from './MigrationPlaces.tsx';
import { PreviewList } from './PreviewList.tsx';
import { isReason, ReasonField } from './ReasonField.tsx';
import { usePreview } from './use-preview.ts';
import { versionOptions, VersionSelect } from './VersionSelect.tsx';

/** 换版本: the version, where each step goes by the plan that is proposed, what cannot move and why. */
export function MigrateDialog({
  file,
  onClose,
}: {
  readonly file: InstanceFile;
  readonly onClose: () => void;
}): ReactElement {
  const texts = useText();
  const { text } = texts;
  const say = useToast();
  const { data } = useAnswer(readInstanceChoices, {});
  const command = useCommand(repairInstance, [readInstance, listInstances]);
  const [version, setVersion] = useState('');
  const [elements, setElements] = useState<Readonly<Record<string, string>>>({});
  const [reason, setReason] = useState('');
  const repair = version === '' ? null : { do: 'migrate' as const, version, plan: { elements: { ...elements } } };
  const { preview, last, problem } = usePreview(file.id, repair);
  const options = versionOptions(data?.versions ?? [], texts, file.version.id);
  const shown = repair === null ? null : (preview ?? last);
  const act = async (): Promise<void> => {
    if (repair === null) return;
    const answer = await command.run({ params: { instance: file.id }, body: { repair, reason: reason.trim() } });
    if (answer === null) return;
    say(text('repair.migrate.done'));
    onClose();
  };
  return (
    <DialogBox
      title={text('repair.migrate')}
      width={640}
      onClose={onClose}
      action={text('repair.migrate')}
      onAction={() => void act()}
      busy={command.busy}
      ready={isReason(reason) && preview !== null && preview.refused === null}
      problem={command.problem ?? problem}
    >
      <p>{text('repair.migrate.says')}</p>
      <Field label={text('repair.migrate.version')} required>
        {(control) => (
          <VersionSelect
            control={control}
            options={options}
            value={version}
            onChange={(chosen) => {
              setVersion(chosen);
              setElements({});
            }}
          />
        )}
      </Field>
      {shown !== null && shown.places.length > 0 && (
        <MigrationPlaces
          preview={shown}
          onChoose={(from, to) =>
            setElements(
              Object.fromEntries([
                ...Object.entries(elements).filter(([id]) => id !== from),
                ...(to === '' ? [] : [[from, to]]),
              ]),
            )
          }
        />
      )}
      <PreviewList preview={shown} />
      <ReasonField value={reason} onChange={setReason} />
    </DialogBox>
  );
}
