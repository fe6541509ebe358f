import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Runs in the story's page before its own script: tells the host's page, or leaves in its own, what the page is doing and what its policy was not kept by. */
const watchScript = `
self.watched = { violations: [], step: '', map: '' };
const tell = () => {
  const { step = '', state = '', map = '' } = document.documentElement.dataset;
  Object.assign(watched, { step: step + ' ' + state, map });
  if (parent !== self) parent.postMessage({ watched }, '*');
};
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
  watched.violations.push(violatedDirective + ' ' + blockedURI);
  tell();
});
new MutationObserver(tell).observe(document.documentElement, { attributes: true });
`;

export interface Watched {
  violations: string[];
  /** Id of the step, and whether it is settled. */
  step: string;
  map: string;
}

/** Puts the watching script into a build's page; it is a file of the page's own host, which the policy lets pass. */
export function watch(folder: string): void {
  writeFileSync(join(folder, 'watch.js'), watchScript);
  const page = join(folder, 'index.html');
  const html = readFileSync(page, 'utf8');
  if (!html.includes('watch.js'))
    writeFileSync(
      page,
      html.replace('</head>', () => '<script src="watch.js"></script></head>'),
    );
}

/** A build once more, watched, with the header that it asks for; the address is known when it is served. */
export function watchedCopy(from: string, to: string): (url: string) => Record<string, string> {
  cpSync(from, to, { recursive: true });
  watch(to);
  return (url) => ({ 'content-security-policy': headerOf(to).replaceAll('https://HOST', new URL(url).origin) });
}

/** The header as policy.txt has it. */
function headerOf(folder: string): string {
  const found = /^Content-Security-Policy: (.+)$/m.exec(readFileSync(join(folder, 'policy.txt'), 'utf8'))?.[1];
  if (!found) throw new Error(`${folder}/policy.txt has no header`);
  return found;
}

/** Steps at which the stories are opened that are watched under a policy. */
export const openedAt = { meta: 'lake', header: 'captured' } as const;

/** A page of another host, with the story in a frame of no origin; what the story tells of itself is left in `watched`. */
export const hostOf = (story: string): string =>
  `<!doctype html><html lang="en"><title>A host</title><link rel="icon" href="data:,"><script>addEventListener('message',({data})=>{if(data?.watched)self.watched=data.watched})</script><iframe sandbox="allow-scripts" src="${story}" title="The story" width="900" height="700"></iframe>`;
