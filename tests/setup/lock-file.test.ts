import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { missingPlatforms } from '../../setup/complete-lock.ts';

const root = join(import.meta.dirname, '..', '..');
const folders = ['.', 'setup/runtime', 'setup/browser', 'setup/postgres'];

const withBinding = {
  packages: {
    'node_modules/oxlint': { version: '1.0.0', optionalDependencies: { '@oxlint/binding-linux-arm64-musl': '1.0.0' } },
  },
};

describe('the lock files', () => {
  it.each(folders)('of %s name a package for every platform, or npm refuses them', (folder) => {
    const lock = JSON.parse(readFileSync(join(root, folder, 'package-lock.json'), 'utf8')) as typeof withBinding;
    expect(Object.keys(missingPlatforms(lock))).toEqual([]);
  });

  it('are found incomplete when a platform is missing', () => {
    expect(missingPlatforms(withBinding)).toEqual({
      'node_modules/@oxlint/binding-linux-arm64-musl': {
        version: '1.0.0',
        optional: true,
        cpu: ['arm64'],
        libc: ['musl'],
        os: ['linux'],
      },
    });
  });

  it('keep two versions of a platform apart', () => {
    const platform = 'node_modules/@oxlint/binding-linux-arm64-musl';
    const taken = { packages: { ...withBinding.packages, [platform]: { version: '2.0.0' } } };
    expect(Object.keys(missingPlatforms(taken))).toEqual([`node_modules/oxlint/${platform}`]);
  });
});
