import { escapeHtml } from '../graphics/marks.ts';
import { decodeText, type Issue, type StoryFiles } from '../read/index.ts';

export const formats = ['text', 'github', 'json'] as const;
export type Format = (typeof formats)[number];

interface Summary {
  errors: number;
  warnings: number;
  /** Files that have any. */
  files: number;
}

/**
 * The issues of a story folder, errors first, each group by file and place. `text` for people, with the line and a caret under
 * the place; `github` as workflow commands, which mark the lines of a change; `json` for programs: `{issues, summary}`.
 */
export function formatIssues(issues: Issue[], files: StoryFiles, folder: string, format: Format = 'text'): string {
  const sorted = ['error', 'warning'].flatMap((severity) => issues.filter((issue) => issue.severity === severity));
  const placed = sorted.map((issue) => ({ ...issue, file: join(folder, issue.file) }));
  if (format === 'json') return JSON.stringify({ issues: placed, summary: countIssues(issues) }, null, 2);
  const blocks = sorted.map((issue, index) => {
    const file = placed[index]?.file ?? issue.file;
    return format === 'github' ? githubCommand({ ...issue, file }) : textBlock({ ...issue, file }, sourceLine(files, issue));
  });
  return [...blocks, summary(issues)].join('\n');
}

/** `3 errors, 2 warnings in 4 files`. */
export function summary(issues: Issue[]): string {
  const { errors, warnings, files } = countIssues(issues);
  const count = (n: number, word: string) => (n ? [`${n} ${word}${n === 1 ? '' : 's'}`] : []);
  const parts = [...count(errors, 'error'), ...count(warnings, 'warning')];
  return parts.length ? `${parts.join(', ')} in ${count(files, 'file')[0]}` : 'No mistakes.';
}

function countIssues(issues: Issue[]): Summary {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: issues.length - errors, files: new Set(issues.map(({ file }) => file)).size };
}

const join = (folder: string, file: string): string => `${folder.replace(/[\\/]+$/, '')}/${file}`;

function textBlock({ severity, file, line, column, message, suggestion }: Issue, source: string | null): string {
  return [
    `${file}:${line}:${column}  ${severity}: ${message}`,
    ...(source ? caretLines(source, column).map((text) => `    ${text}`) : []),
    ...(suggestion ? [`    → ${suggestion}`] : []),
  ].join('\n');
}

/** Letters of a line that are shown, and of them before the place. */
const shown = 100;
const shownBefore = 50;

/** The line, or a window of it round the column, and a caret under the column. */
function caretLines(line: string, column: number): [string, string] {
  const at = Math.min(column - 1, line.length);
  const from = line.length <= shown ? 0 : Math.max(0, Math.min(at - shownBefore, line.length - shown));
  const [left, right] = [from > 0 ? '… ' : '', from + shown < line.length ? ' …' : ''];
  const text = (part: string) => part.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');
  const before = left + text(line.slice(from, at));
  return [`${before}${text(line.slice(at, from + shown))}${right}`, `${' '.repeat(columnsOf(before))}^`];
}

/** Columns of a terminal: two for a letter of East Asia or a picture, none for an accent of its own. */
function columnsOf(text: string): number {
  const wide = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]/u;
  return [...text].reduce((sum, letter) => sum + (/\p{M}/u.test(letter) ? 0 : wide.test(letter) ? 2 : 1), 0);
}

function sourceLine(files: StoryFiles, { file, line }: Issue): string | null {
  const bytes = files.get(file);
  // A picture or a film has no lines.
  if (!bytes || /\.(jpe?g|png|webp|svg|mp4|m4v|webm)$/i.test(file)) return null;
  const { text, lineStart } = decodeText(file, bytes);
  const start = lineStart(line - 1);
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? undefined : end);
}

/** As GitHub's runner reads it: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function githubCommand({ severity, file, line, column, message, suggestion }: Issue): string {
  const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::${severity} file=${property(file)},line=${line},col=${column}::${data(suggestion ? `${message}\n→ ${suggestion}` : message)}`;
}

/** What the dev server shows instead of a story that has mistakes. */
export function issuesPage(issues: Issue[]): string {
  const items = issues.map(({ file, line, column, message, suggestion }) => {
    const place = `${file}:${line}:${column}`;
    return `<li><code>${escapeHtml(place)}</code> ${escapeHtml(message)}${suggestion ? ` <b>${escapeHtml(suggestion)}</b>` : ''}</li>`;
  });
  const style =
    'body{font:17px/1.5 system-ui,sans-serif;max-width:50rem;margin:3rem auto;padding:0 1rem}code{font-weight:600}li{margin:.8rem 0}';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Mistakes in the story</title><script type="module" src="/@vite/client"></script><style>${style}</style></head><body><h1>${summary(issues)}</h1><ol>${items.join('')}</ol><p>The page comes back by itself when they are cured.</p></body></html>`;
}
