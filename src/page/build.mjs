import { build } from 'vite';

// Vite's own command prints where in its code a story's mistakes stopped it; an editor has no use for that.
try {
  await build({ logLevel: 'warn' });
  console.log('dist/ is the finished page: copy it to any static host.');
} catch (error) {
  const [own] = String(error.message).match(/^.*so nothing was built.*$/m) ?? [];
  console.error(own?.replace(/^RolldownError: /, '') ?? error);
  process.exitCode = 1;
}
