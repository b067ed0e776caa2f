/**
 * Shows where a problem is: scrolls to the part of an editor that asks the value at a JSON pointer, or the nearest one
 * around it, and puts the keyboard there.
 */
export function focusPlace(root: HTMLElement | null, pointer: string): void {
  const marked = [...(root?.querySelectorAll<HTMLElement>('[data-path]') ?? [])];
  const around = marked.filter(({ dataset: { path = '' } }) => pointer === path || pointer.startsWith(`${path}/`));
  const nearest = around.toSorted(
    (one, other) => (other.dataset['path'] ?? '').length - (one.dataset['path'] ?? '').length,
  )[0];
  const target = nearest ?? root?.querySelector<HTMLElement>('.gl-editor-sheet');
  if (target === null || target === undefined) return;
  target.scrollIntoView({ block: 'center', behavior: 'smooth' });
  target.querySelector<HTMLElement>('input, textarea, select, button, [tabindex="0"]')?.focus({ preventScroll: true });
}
