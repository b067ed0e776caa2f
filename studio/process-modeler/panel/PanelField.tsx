import type { ReactElement, ReactNode } from 'react';

/** A place of the panel that a problem can point at; its first control gets the keyboard. */
export function PanelField({ of, children }: { readonly of: string; readonly children: ReactNode }): ReactElement {
  return <span data-field={of}>{children}</span>;
}

/**
 * Puts the keyboard into a field of a panel.
 *
 * @returns false when the panel has no such field
 */
export function focusField(panel: HTMLElement | null, field: string | null): boolean {
  const place = field === null ? panel : panel?.querySelector(`[data-field="${field}"]`);
  const control = place?.querySelector<HTMLElement>('button, input, textarea, select, summary');
  control?.scrollIntoView({ block: 'nearest' });
  control?.focus();
  return control != null;
}
