import { type ReactElement, useState } from 'react';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextArea } from '../../ui/TextInput.tsx';
import { useEditing } from '../editing.ts';
import { outsideProfile } from '../questions/outside-profile.ts';
import { DataNames } from './DataNames.tsx';
import { type FormPart, formParts, partText, type TextFault, withPartText } from './form-text.ts';

/** 专业: the parts of the form as text, checked before they are taken; and the data names. */
export function ExpertView(): ReactElement {
  const { text, either } = useText();
  const { form } = useEditing();
  const [part, setPart] = useState<FormPart>('schema');
  const { whole } = outsideProfile(form);
  return (
    <div className="fd-expert">
      <p className="quiet">{text('designer.expert.about')}</p>
      {whole.length > 0 && (
        <ul className="fd-problems">
          {whole.map(({ path, zh, en }) => (
            <li key={path}>
              <i className="gl-shape gl-shape-warn" aria-hidden="true" />
              {either({ zh, en })}
            </li>
          ))}
        </ul>
      )}
      <div className="gl-segments" role="group" aria-label={text('designer.expert.part')}>
        {formParts.map((one) => (
          <button key={one} type="button" aria-pressed={one === part} onClick={() => setPart(one)}>
            {text(`designer.expert.${one}`)}
          </button>
        ))}
      </div>
      <PartText key={`${part} ${partText(form, part)}`} part={part} />
      <DataNames />
    </div>
  );
}

function PartText({ part }: { readonly part: FormPart }): ReactElement {
  const { text } = useText();
  const { form, change, fixed } = useEditing();
  const before = partText(form, part);
  const [written, setWritten] = useState(before);
  const read = written === before ? null : withPartText(form, part, written);
  const fault = read !== null && 'fault' in read ? faultWords(read.fault, text) : undefined;
  return (
    <>
      <Field label={text(`designer.expert.${part}`)} error={fault}>
        {(control) => (
          <TextArea control={control} value={written} rows={18} onChange={fixed ? () => undefined : setWritten} />
        )}
      </Field>
      {!fixed && (
        <div className="fd-side-tools">
          <Button
            small
            kind="primary"
            disabled={read === null || !('form' in read)}
            onPress={() => {
              if (read !== null && 'form' in read) change(read.form);
            }}
          >
            {text('designer.expert.take')}
          </Button>
          <Button small disabled={written === before} onPress={() => setWritten(before)}>
            {text('designer.expert.back')}
          </Button>
        </div>
      )}
    </>
  );
}

function faultWords({ words, line, column }: TextFault, text: ReturnType<typeof useText>['text']): string {
  const says = text(words);
  return line === null || column === null ? says : text('designer.expert.at', { line, column, says });
}
