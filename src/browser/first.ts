// The one script that the page names: it says what part of itself the page is, and brings the rest when the page has been painted.
import { recallChoices } from './choices.ts';
import { roleOf } from './role.ts';

declare global {
  /** Not in every engine of README's baseline. */
  var trustedTypes: { createPolicy(name: string, rules: { createScriptURL(address: string): string | null }): unknown } | undefined;
}

const own = document.currentScript as HTMLScriptElement | null;
const { dataset } = document.documentElement;
Object.assign(dataset, roleOf(location.search, self !== parent));
recallChoices(dataset);
// Another language has a page of its own beside this one.
const { search, hash } = location;
const other = /[?&]lang=([\w-]+)/.exec(search)?.[1];
const page = other && document.querySelector<HTMLAnchorElement>(`.languages [hreflang="${other}"]`);
if (page) location.replace(page.href + search + hash);

// Where the page's policy asks who may name a script: its own folder's are, and blobs, which the map's worker is made of.
const folder = own?.src.replace(/[^/]*$/, '') ?? 'nowhere:';
self.trustedTypes?.createPolicy('default', {
  createScriptURL: (address) =>
    address.startsWith('blob:') || new URL(address, document.baseURI).href.startsWith(folder) ? address : null,
});

// Not every engine fetches for paper what waits for its turn on the screen. The screen’s own pictures of the steps are not printed.
addEventListener('beforeprint', () => {
  for (const image of document.querySelectorAll<HTMLImageElement>('img:not(.still>picture>img)')) image.loading = 'eager';
});

const bring = () => {
  const addresses = own?.dataset.scripts?.split(' ') ?? [];
  for (const address of addresses) {
    const script = document.createElement('script');
    script.src = address;
    // In their order: the story's data, then what reads it.
    script.async = false;
    // The last reads the others, and says what it lacks.
    if (address === addresses.at(-1)) script.onerror = () => console.info(`The story is a page to read: ${address} did not load`);
    document.head.append(script);
  }
};
// A hidden page is not painted, nor is a frame far from view, which its host waits for all the same.
if (document.hidden || self !== parent) bring();
else requestAnimationFrame(() => setTimeout(bring));
