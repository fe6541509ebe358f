import { createHash } from 'node:crypto';

/** Eight hexadecimal digits that change with any of the contents. */
export function digest(contents: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  return hash.digest('hex').slice(0, 8);
}

/** `assets/story.js` → `assets/story-1f3a9c2b.js`, so that a file's address changes with its content. */
export function hashed(path: string, content: string | Uint8Array): string {
  return path.replace(/(\.\w+)$/, `-${digest([content])}$1`);
}
