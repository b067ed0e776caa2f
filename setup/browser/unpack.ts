import { execFileSync } from 'node:child_process';
import { chmodSync, createReadStream, createWriteStream, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

// Unpacks the browser of the npm package `@sparticuz/chromium` beside it and writes a font setting with the Chinese fonts.
// The package's own code is not used: it unpacks to one fixed path for the whole machine, and without the libraries.

const modules = join(import.meta.dirname, 'node_modules');
const packed = join(modules, '@sparticuz', 'chromium', 'bin');
const fonts = '@expo-google-fonts/noto-sans-sc';
const unpacked = join(modules, '.unpacked');

/** Unpacks one brotli file of the package to `to`. */
async function unpack(name: string, to: string): Promise<void> {
  await pipeline(createReadStream(join(packed, name)), createBrotliDecompress(), createWriteStream(to));
}

/** The font setting: only these fonts, so that a page looks the same everywhere; relative, so that the folder may move. */
function fontSetting(): string {
  const folders = ['400Regular', '500Medium', '700Bold'].map(
    (weight) => `  <dir prefix="relative">../${fonts}/${weight}</dir>`,
  );
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...folders,
    '</fontconfig>',
    '',
  ].join('\n');
}

rmSync(unpacked, { recursive: true, force: true });
mkdirSync(unpacked, { recursive: true });

// al2023 holds the libraries (nss, nspr, expat) that a machine without a desktop lacks.
const libraries = join(unpacked, 'libraries.tar');
await Promise.all([unpack('chromium.br', join(unpacked, 'chromium')), unpack('al2023.tar.br', libraries)]);
chmodSync(join(unpacked, 'chromium'), 0o755);
execFileSync('tar', ['-xf', libraries, '-C', unpacked]);
rmSync(libraries);
writeFileSync(join(unpacked, 'fonts.conf'), fontSetting());
