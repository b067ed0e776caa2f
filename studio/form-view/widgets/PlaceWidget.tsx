import type { WidgetProps } from '@rjsf/utils';
import { type ReactElement, useState } from 'react';
import { Icon } from '../../ui/Icon.tsx';
import { inputProps, useFieldControl } from '../field-control.ts';
import { useFormContext } from '../form-view-context.ts';
import { useLocalText } from '../use-local-text.ts';
import { textOrNothing, textValue } from './text-value.ts';

/** A place in words, with 定位 where the page can find one. */
export function PlaceWidget({ value, onChange, placeholder }: WidgetProps): ReactElement {
  const { t, translate, locate } = useFormContext();
  const control = useFieldControl();
  const { text, type, settle } = useLocalText(textValue(value), textOrNothing, onChange);
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const find = (found: () => Promise<string>): void => {
    setState('busy');
    found().then(
      (place) => {
        setState('idle');
        onChange(place);
      },
      () => {
        setState('failed');
      },
    );
  };
  return (
    <>
      <div className={locate === undefined ? 'fv-place' : 'fv-place fv-place-found'}>
        <input
          {...inputProps(control)}
          className="gl-input"
          value={text}
          autoComplete="off"
          placeholder={translate(placeholder ?? '')}
          onChange={(event) => {
            type(event.target.value);
          }}
          onBlur={settle}
        />
        {locate !== undefined && (
          <button
            type="button"
            disabled={state === 'busy'}
            onClick={() => {
              find(locate);
            }}
          >
            <Icon name="aim" small />
            {t(state === 'busy' ? 'form.locating' : 'form.locate')}
          </button>
        )}
      </div>
      {state === 'failed' && (
        <p className="fv-hint quiet" role="status">
          {t('form.locate.failed')}
        </p>
      )}
    </>
  );
}
