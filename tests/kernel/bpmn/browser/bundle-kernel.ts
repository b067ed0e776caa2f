import { join } from 'node:path';
import { build } from 'vite';

/** Bundles the kernel as the studio's build does, into one module: the text of a script for any browser, or for Node. */
export async function bundleKernel(): Promise<string> {
  const result = await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    build: {
      write: false,
      reportCompressedSize: false,
      lib: { entry: join(import.meta.dirname, 'random-run.ts'), formats: ['es'], fileName: 'kernel' },
    },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  if (!bundle || !('output' in bundle)) throw new Error('the kernel was not bundled');
  const [chunk, ...others] = bundle.output;
  if (others.length > 0)
    throw new Error(`the kernel is more than one file: ${others.map(({ fileName }) => fileName).join(', ')}`);
  return chunk.code;
}
