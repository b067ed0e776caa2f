import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contractAsCalls } from './build/contract-as-calls.ts';

const studio = fileURLToPath(new URL('.', import.meta.url));
const house = fileURLToPath(new URL('..', import.meta.url));

/**
 * Two doors: `index.html` (desktop) and `work.html` (phone), each with its own first chunk; rooms are loaded when
 * somebody enters them. No script is inlined, because the Content-Security-Policy forbids it, and no source maps leave.
 */
export default defineConfig({
  root: studio,
  base: '/',
  plugins: [react(), contractAsCalls(house)],
  resolve: { alias: { 'markdown-to-jsx/react': `${studio}build/plain-text.ts` } },
  build: {
    // What machines in offices still run; studio/tsconfig.json holds the libraries' side of it.
    target: ['chrome111', 'edge111', 'safari16.4', 'firefox114'],
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: {
        index: `${studio}index.html`,
        work: `${studio}work.html`,
        'work-offline': `${studio}shell/phone/work-offline.ts`,
      },
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          // Many small files cost a slow network more than a few of the right size.
          groups: [
            { name: 'outbox', test: /studio[\\/]api[\\/]outbox/, minShareCount: 2 },
            // What the editors stand on: it needs the outbox's device store, so it cannot be ground, which the outbox needs.
            { name: 'drafts', test: /studio[\\/]api[\\/]drafts|contract[\\/](drafts|releases)/, minShareCount: 2 },
            {
              name: 'ground',
              test: /studio[\\/](ui[\\/][^\\/]+$|api[\\/](?!drafts|kept-answers)|translations[\\/](?!.*\.?en\.ts))|contract[\\/](?!drafts|releases)/,
              minShareCount: 2,
            },
            { name: 'phone', test: /studio[\\/]ui[\\/]phone/, minShareCount: 2 },
          ],
        },
        // The phone door's worker keeps its name: browsers look for a new version under the old address.
        entryFileNames: (chunk) => (chunk.name === 'work-offline' ? 'work-offline.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
