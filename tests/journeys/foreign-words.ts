import type { Page } from 'playwright-core';

/** Names that are written in letters also in Chinese: case numbers, keys on the keyboard, the other language. */
const usual = /\b(XG-[\d-]+|XG|X|English|Ctrl\+\w|Delete)\b/g;

/** Lines of a page that an administrator should not have to read: English, expressions, tags, braces. */
export async function foreignWords(page: Page): Promise<readonly string[]> {
  const said = await page.locator('body').innerText();
  return said.split('\n').filter((line) => /[A-Za-z]{2}|[<>{}]|=\s*"/.test(line.replaceAll(usual, '')));
}
