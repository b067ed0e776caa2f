import { expect, it } from 'vitest';
import { sameContent } from '../../../../studio/api/drafts/content.ts';

it('objects say the same whatever the order of their members; lists and files do not', () => {
  expect(sameContent({ json: { a: 1, b: [1, 2] } }, { json: { b: [1, 2], a: 1 } })).toBe(true);
  expect(sameContent({ json: { a: [1, 2] } }, { json: { a: [2, 1] } })).toBe(false);
  expect(sameContent({ json: { a: [] } }, { json: { a: {} } })).toBe(false);
  expect(sameContent({ json: { a: 1 } }, { json: { a: 1, b: 2 } })).toBe(false);
  expect(sameContent({ xml: '<a/>' }, { xml: '<a />' })).toBe(false);
  expect(sameContent({ xml: '<a/>' }, { json: {} })).toBe(false);
});
