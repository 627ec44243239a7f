import legacy from '@vitejs/plugin-legacy';
import { join } from 'node:path';
import { defineConfig } from 'vite';

/** One build a page (`--mode board`), each whole in its own folder: different people open them, from different places. */
export default defineConfig(({ mode: page }) => ({
  root: join(import.meta.dirname, page),
  base: './',
  publicDir: false as const,
  plugins: [
    // What the oldest of them lack is brought along, as far as the page uses it.
    legacy({ renderLegacyChunks: false, modernTargets: ['chrome >= 64', 'safari >= 12'], modernPolyfills: true }),
  ],
  // What an unattended screen compares with to learn that there is a newer page; the build says which it is.
  define: { __BUILD__: JSON.stringify('unbuilt') },
  build: {
    outDir: join(import.meta.dirname, 'dist', page),
    emptyOutDir: true,
    // Nothing inline: the pages forbid it to themselves.
    assetsInlineLimit: 0,
    modulePreload: false as const,
    reportCompressedSize: false,
  },
}));
