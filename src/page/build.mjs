import { parseArgs } from 'node:util';
import { build } from 'vite';

// Vite's own command prints where in its code a story's mistakes stopped it; an editor has no use for that.
try {
  const { values } = parseArgs({ options: { site: { type: 'string' } } });
  if (values.site !== undefined) process.env.SITE = values.site;
  await build({ logLevel: 'warn' });
  console.log('dist/ is the finished page: copy it to any static host.');
} catch (error) {
  const [own] = String(error.message).match(/^.*so nothing was built.*$/m) ?? [];
  const mistyped = error.code?.startsWith('ERR_PARSE_ARGS') ? error.message : null;
  console.error(own?.replace(/^RolldownError: /, '') ?? mistyped ?? error);
  process.exitCode = 1;
}
