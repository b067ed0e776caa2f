import type { Page } from 'playwright-core';

/** Counts from now on how often somebody presses or taps on a page; what the keyboard does is not counted. */
export async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = window as unknown as { clicks?: number };
    const isCounting = counted.clicks !== undefined;
    counted.clicks = 0;
    if (isCounting) return;
    addEventListener(
      'click',
      (event) => {
        if (event.isTrusted && event.detail > 0) counted.clicks = (counted.clicks ?? 0) + 1;
      },
      true,
    );
  });
  return () => page.evaluate(() => (window as unknown as { clicks: number }).clicks);
}
