import type { WidgetProps } from '@rjsf/utils';
import { type ReactElement, useState } from 'react';
import { Icon } from '../../ui/Icon.tsx';
import { useFormContext } from '../form-view-context.ts';
import { textOrNothing } from './text-value.ts';
import { TypedInput } from './TypedInput.tsx';

/** A place in words, with 定位 where the page can find one. */
export function PlaceWidget({ value, onChange, placeholder }: WidgetProps): ReactElement {
  const { t, locate } = useFormContext();
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
        <TypedInput {...{ value, onChange, placeholder }} parse={textOrNothing} />
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
