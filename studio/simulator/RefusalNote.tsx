import type { ReactElement } from 'react';
import { type BothLanguages, useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';

/** Why something could not be done; it stays until somebody has read it. */
export function RefusalNote({
  refusal,
  onClose,
}: {
  readonly refusal: readonly BothLanguages[];
  readonly onClose: () => void;
}): ReactElement {
  const { text, either } = useText();
  return (
    <div className="gl-notice gl-notice-late" role="alert">
      <i className="gl-shape gl-shape-late" aria-hidden="true" />
      <p>{refusal.map(either).join(' ')}</p>
      <Button kind="text" small onPress={onClose}>
        {text('close')}
      </Button>
    </div>
  );
}
