import { runnerImport } from 'vite';

const { module } = await runnerImport(new URL('./check.ts', import.meta.url).pathname);
module.check(process.argv.slice(2), process.env.STORY);
