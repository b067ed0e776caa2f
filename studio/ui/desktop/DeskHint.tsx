import type { ReactElement } from 'react';
import { useText } from '../../translations/texts.ts';
import './form-panel.css';

/** At the foot of a form: that the draft is kept, or what is missing; pressing the latter goes there. */
export function DeskHint({
  missing,
  onPress,
}: {
  readonly missing: string | null;
  readonly onPress: () => void;
}): ReactElement {
  const { text } = useText();
  if (missing === null) return <span className="quiet gl-desk-hint">{text('report.kept-desk')}</span>;
  return (
    <button type="button" className="gl-desk-hint gl-desk-hint-bad" onClick={onPress}>
      {missing}
    </button>
  );
}
