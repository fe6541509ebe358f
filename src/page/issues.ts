import { escapeHtml } from '../graphics/marks.ts';
import type { Issue, StoryFiles } from '../read/index.ts';

/** One line an issue, with the line it is on and a caret under the place, then a count. */
export function formatIssues(issues: Issue[], files: StoryFiles, folder: string): string {
  const blocks = issues.map((issue) => {
    const cure = issue.suggestion ? ` ${issue.suggestion}` : '';
    const head = `${folder}/${issue.file}:${issue.line}:${issue.column}  ${issue.severity === 'warning' ? 'warning: ' : ''}${issue.message}${cure}`;
    const source = sourceLine(files.get(issue.file), issue.line);
    return source === null
      ? head
      : `${head}\n    ${source.slice(0, 160)}\n    ${' '.repeat(Math.min(160, Math.max(0, issue.column - 1)))}^`;
  });
  return `${blocks.join('\n')}\n${summary(issues)}`;
}

export function summary(issues: Issue[]): string {
  const count = (severity: Issue['severity'], word: string) => {
    const n = issues.filter((issue) => issue.severity === severity).length;
    return n ? [`${n} ${word}${n === 1 ? '' : 's'}`] : [];
  };
  return [...count('error', 'mistake'), ...count('warning', 'warning')].join(', ') || 'No mistakes.';
}

function sourceLine(bytes: Uint8Array | undefined, line: number): string | null {
  if (!bytes) return null;
  return (
    new TextDecoder()
      .decode(bytes)
      .split(/\r\n|\n|\r/)
      [line - 1]?.replaceAll('\t', ' ') ?? null
  );
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
