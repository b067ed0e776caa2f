import type { ReactNode } from 'react';

/**
 * Stands for the Markdown component of `markdown-to-jsx`, which the form library brings along: the texts of our forms
 * are plain, and a phone does not load a parser to show them as they are.
 */
export function Markdown({ children }: { readonly children?: ReactNode }): ReactNode {
  return children;
}
