import type { WidgetProps } from '@rjsf/utils';
import { type ReactElement, useLayoutEffect, useRef } from 'react';
import { inputProps, useFieldControl } from '../field-control.ts';
import { useFormContext } from '../form-view-context.ts';
import { useLocalText } from '../use-local-text.ts';
import { textOrNothing, textValue } from './text-value.ts';

/** From this share of the limit on, the characters are counted. */
const nearlyFull = 0.8;

/** Several lines of text; the box grows with them. */
export function LongTextWidget({ value, onChange, placeholder, schema }: WidgetProps): ReactElement {
  const { t, translate } = useFormContext();
  const control = useFieldControl();
  const box = useRef<HTMLTextAreaElement>(null);
  const { text, type, settle } = useLocalText(textValue(value), textOrNothing, onChange);
  useLayoutEffect(() => {
    if (box.current === null) return;
    box.current.style.height = 'auto';
    box.current.style.height = `${box.current.scrollHeight + 2}px`;
  }, [text]);
  const most = schema.maxLength;
  const count = Array.from(text).length;
  return (
    <>
      <textarea
        {...inputProps(control)}
        ref={box}
        className="gl-input"
        rows={2}
        value={text}
        placeholder={translate(placeholder ?? '')}
        onChange={(event) => {
          type(event.target.value);
        }}
        onBlur={settle}
      />
      {most !== undefined && count > most * nearlyFull && (
        <p className={count > most ? 'fv-count fv-count-over' : 'fv-count quiet'}>
          {t('form.characters', { count, most })}
        </p>
      )}
    </>
  );
}
