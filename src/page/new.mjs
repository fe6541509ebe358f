import { runnerImport } from 'vite';

const { module } = await runnerImport(new URL('./new/new.ts', import.meta.url).pathname);
const { said, made } = module.newStory(process.argv.slice(2));
console[made ? 'log' : 'error'](said);
process.exitCode = made ? 0 : 1;
