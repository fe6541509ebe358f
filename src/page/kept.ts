import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../.cache/media/', import.meta.url));

/** What takes long to make is kept from build to build. The name says all that it is made of. */
export async function kept(name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const place = folder + name;
  const before = await readFile(place).catch(() => null);
  if (before) return before;
  const made = await make();
  await mkdir(folder, { recursive: true });
  // In one go: a build that is broken off leaves no half of a file behind.
  const part = `${place}.${process.pid}`;
  await writeFile(part, made);
  await rename(part, place);
  return made;
}
