import { runnerImport } from 'vite';

const { module } = await runnerImport(new URL('./schemas.ts', import.meta.url).pathname);
module.writeSchemas('src/read/schemas');
