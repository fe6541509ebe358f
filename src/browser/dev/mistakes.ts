/** What `read` reports, as the dev server sends it. */
export interface Mistake {
  severity: 'error' | 'warning';
  file: string;
  line: number;
  column: number;
  message: string;
  suggestion: string | null;
}

const style = `
:host{position:fixed;inset:auto 16px 16px;z-index:99;font:15px/1.45 system-ui,sans-serif;color-scheme:light dark}
details{max-width:56rem;margin:0 auto;max-height:60vh;overflow-y:auto;background:light-dark(#fff,#1c1c1a);color:light-dark(#1b1b18,#eee);border:2px solid light-dark(#a3381d,#e8795a);box-shadow:0 12px 40px -12px #0008}
details.mild{border-color:light-dark(#8a6d1a,#c9a94a);width:fit-content}
summary{padding:10px 16px;font-weight:600;cursor:pointer}
ol{margin:0;padding:0 16px 12px 36px}
li{margin:6px 0}
code{font:600 13px/1.4 ui-monospace,monospace}
p{margin:0;padding:0 16px 12px;opacity:.75}
`;

let host: HTMLElement | null = null;

/** Lays the mistakes over the page, which stays as it last was without one; none takes the panel away. */
export function showMistakes(mistakes: Mistake[]): void {
  host?.remove();
  host = null;
  if (!mistakes.length) return;
  host = document.createElement('aside');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  const errors = mistakes.filter(({ severity }) => severity === 'error');
  const panel = add(root, 'details');
  panel.open = errors.length > 0;
  panel.className = errors.length ? '' : 'mild';
  add(panel, 'summary', count(errors.length, 'mistake') || count(mistakes.length, 'warning'));
  const list = add(panel, 'ol');
  for (const { file, line, column, severity, message, suggestion } of mistakes) {
    const item = add(list, 'li');
    add(item, 'code', `${file}:${line}:${column}`);
    item.append(`  ${severity === 'warning' ? 'warning: ' : ''}${message} ${suggestion ?? ''}`);
  }
  if (errors.length) add(panel, 'p', 'The story below is as it was before. This goes away by itself when the mistakes are cured.');
  document.documentElement.append(host);
}

const count = (n: number, word: string): string => (n ? `${n} ${word}${n === 1 ? '' : 's'}` : '');

function add<K extends keyof HTMLElementTagNameMap>(parent: ParentNode, tag: K, text = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.textContent = text;
  parent.append(made);
  return made;
}
