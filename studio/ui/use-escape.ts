import { useEffect } from 'react';

/** Calls `leave` on the Escape key while something is open over the page. */
export function useEscape(open: boolean, leave: () => void): void {
  useEffect(() => {
    if (!open) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') leave();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [open, leave]);
}
