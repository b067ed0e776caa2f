import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './source-file.ts';

interface Settings {
  readonly 'json.schemas': readonly { readonly fileMatch: readonly string[]; readonly url: string }[];
}

const settings = JSON.parse(readFileSync(join(root, '.vscode/settings.json'), 'utf8')) as Settings;
const named = settings['json.schemas'].map(({ url }) => url);

describe('the editor', () => {
  it('knows the schema of every kind of file that people write by hand', () => {
    const kinds = readdirSync(join(root, 'definitions/schema')).filter((name) => name.endsWith('.schema.json'));
    expect(kinds.length).toBeGreaterThan(10);
    expect(kinds.filter((name) => !named.includes(`./definitions/schema/${name}`))).toEqual([]);
  });

  it('is sent to no schema that is not there', () => {
    expect(named.filter((url) => !existsSync(join(root, url)))).toEqual([]);
  });
});
