/** Waits so many milliseconds, or until the signal says that it is enough. */
export function pause(milliseconds: number, enough: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      enough.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, enough.aborted ? 0 : milliseconds);
    enough.addEventListener('abort', end, { once: true });
  });
}
