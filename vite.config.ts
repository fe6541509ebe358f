import { defineConfig } from 'vite';
import { mapStory } from './src/page/plugin.ts';
import { pureDefinitions, treeshake } from './src/page/treeshake.ts';

export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [pureDefinitions, mapStory({ folder: process.env.STORY ?? 'data', site: process.env.SITE ?? null })],
  build: {
    // The engines of README's baseline.
    target: ['chrome110', 'edge110', 'firefox115', 'safari16.4'],
    modulePreload: false,
    cssCodeSplit: false,
    // A classic script runs where a module does not: in a sandboxed frame without CORS, and from file://.
    rolldownOptions: { treeshake, checks: { pluginTimings: false }, output: { format: 'iife', entryFileNames: 'assets/main-[hash].js' } },
  },
});
