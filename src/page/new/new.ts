import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, normalize, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { badName } from './name.ts';

const template = fileURLToPath(new URL('./template', import.meta.url));

/** What there is to say to the editor, and whether there is a new story. */
interface Outcome {
  said: string;
  made: boolean;
}

/**
 * Writes a small, complete story into a new folder, titled after it. `names` is what was written after the command: one folder,
 * or the path of one, from `from`. Nothing that exists is written over.
 */
export function newStory(names: readonly string[], from = process.cwd()): Outcome {
  const refusal = badName(names) ?? taken(resolve(from, names[0] ?? ''), names[0] ?? '');
  if (refusal) return { said: refusal, made: false };
  const named = normalize(names[0] ?? '');
  const folder = resolve(from, named);
  cpSync(template, folder, { recursive: true });
  const article = join(folder, 'story.md');
  writeFileSync(article, readFileSync(article, 'utf8').replace(/^title: .*$/m, `title: ${JSON.stringify(titleOf(basename(folder)))}`));
  return { said: nextSteps(named.split(sep).join('/').replace(/\/$/, '')), made: true };
}

function taken(folder: string, name: string): string | null {
  if (!existsSync(folder)) return null;
  if (!statSync(folder).isDirectory()) return `expected the name of a new folder, found "${name}", which is a file. Choose another name.`;
  if (!readdirSync(folder).length) return null;
  return `expected a new or an empty folder, found "${name}", which has files in it: none was touched. Choose another name.`;
}

/** `my-story` → `My story`. */
function titleOf(name: string): string {
  const words = name.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

const nextSteps = (folder: string): string => `${folder}/ is a story of its own. What next?

  STORY=${folder} npm start        shows it, and each change that you save
  npm run check -- ${folder}       lists every mistake, with a cure
  STORY=${folder} npm run build    writes the finished page to dist/

Begin with ${folder}/story.md: its notes say what is what.`;
