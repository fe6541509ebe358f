import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Issue, StoryFiles } from '../../src/read/index.ts';

/** Files as an editor would write them, from texts. */
export function filesOf(texts: Record<string, string>): StoryFiles {
  return new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));
}

/** A folder's files, by their paths inside it. */
export function folder(root: string, inside = ''): Map<string, Uint8Array> {
  const entries = readdirSync(join(root, inside)).sort();
  return new Map(
    entries.flatMap((name): [string, Uint8Array][] => {
      const path = inside ? `${inside}/${name}` : name;
      return statSync(join(root, path)).isDirectory() ? [...folder(root, path)] : [[path, readFileSync(join(root, path))]];
    }),
  );
}

/** One line an issue, as the expected lists are written. */
export function lineOf({ severity, file, line, column, message, suggestion }: Issue): string {
  return `${file}:${line}:${column}  ${severity === 'warning' ? 'warning: ' : ''}${message}${suggestion ? `  → ${suggestion.replaceAll('\n', ' / ')}` : ''}`;
}

/** The shortest story, with more in it where a test needs more. */
export function storyText({
  front = '',
  blocks = ['', ''],
  text = ['One.', 'Two.'],
}: {
  front?: string;
  blocks?: string[];
  text?: string[];
} = {}): string {
  const steps = ['first', 'second'].map((id, index) => {
    const own = blocks[index] || 'frame: {bounds: [10, 50, 12, 51]}';
    return `## Step ${index + 1}\n\n\`\`\`step\nid: ${id}\n${own}\n\`\`\`\n\n${text[index] ?? ''}\n`;
  });
  return `---\ntitle: A story\n${front}---\n\n${steps.join('\n')}`;
}
