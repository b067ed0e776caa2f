import type { Page } from 'playwright-core';

/** Asks the API as whoever is signed in on a page. @throws Error with what was refused */
export async function askAs<Answer>(page: Page, method: string, url: string, body?: object): Promise<Answer> {
  const answer = await page.evaluate(
    async ([how, where, what]) => {
      const response = await fetch(where as string, {
        method: how as string,
        headers: {
          'idempotency-key': crypto.randomUUID(),
          ...(what === null ? {} : { 'content-type': 'application/json' }),
        },
        ...(what === null ? {} : { body: what as string }),
      });
      return { status: response.status, text: await response.text() };
    },
    [method, url, body === undefined ? null : JSON.stringify(body)] as const,
  );
  if (answer.status !== 200) throw new Error(answer.text);
  return JSON.parse(answer.text) as Answer;
}
