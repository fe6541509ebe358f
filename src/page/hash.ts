import { createHash } from 'node:crypto';

/** `assets/story.js` → `assets/story-1f3a9c2b.js`, so that a file's address changes with its content. */
export function hashed(path: string, content: string | Uint8Array): string {
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 8);
  return path.replace(/(\.\w+)$/, `-${digest}$1`);
}
