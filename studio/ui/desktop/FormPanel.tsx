import type { ReactElement, ReactNode } from 'react';
import './form-panel.css';

interface FormPanelProps {
  /** The one plain sentence that says what is to be done. */
  readonly ask?: string;
  readonly children: ReactNode;
  /** Below the form: what is missing or kept, and the buttons. */
  readonly foot: ReactNode;
}

/** A form at the desk: the sentence, the form's own blocks, and the buttons that stay in sight. */
export function FormPanel({ ask = '', children, foot }: FormPanelProps): ReactElement {
  return (
    <section className="gl-form-panel">
      {ask !== '' && <p className="gl-form-ask">{ask}</p>}
      {children}
      <div className="gl-form-foot">{foot}</div>
    </section>
  );
}
