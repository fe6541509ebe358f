import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { read } from '../read/index.ts';
import { type Format, formatIssues, formats } from './issues.ts';
import { storyFiles } from './story-files.ts';

const usage = `npm run check -- [folder] [--format ${formats.join('|')}]`;

interface Request {
  folder: string;
  format: Format;
}

/**
 * Reads a story folder (the first argument, else STORY, else data) and prints every problem. Exit code: 0 without an error,
 * 1 with one, 2 where the command itself is not understood.
 */
export function check(args: string[], story: string | undefined): void {
  const request = requestOf(args, story);
  if (typeof request === 'string') {
    console.error(`${request}\n${usage}`);
    process.exitCode = 2;
    return;
  }
  const { folder, format } = request;
  const files = storyFiles(folder);
  const { issues, story: told } = read(files);
  console.log(formatIssues(issues, files, folder, format));
  process.exitCode = told ? 0 : 1;
}

/** What is asked for, or a sentence on why that can't be told. */
function requestOf(args: string[], story: string | undefined): Request | string {
  let parsed: { values: { format?: string | undefined }; positionals: string[] };
  try {
    parsed = parseArgs({ args, options: { format: { type: 'string' } }, allowPositionals: true });
  } catch (error) {
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    return `${sentence.replace(/\.$/, '')}.`;
  }
  const { format = 'text' } = parsed.values;
  const known = formats.find((name) => name === format);
  if (!known) return `expected --format ${formats.join(', ')}; found "${format}".`;
  if (parsed.positionals.length > 1) return `expected one story folder, found ${parsed.positionals.length}.`;
  const folder = parsed.positionals[0] ?? story ?? 'data';
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return `expected a story folder, found no folder "${folder}".`;
  return { folder, format: known };
}
