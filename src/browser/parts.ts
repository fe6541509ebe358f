import type { Story } from '../story.ts';

/** Addresses of the scripts that come later, relative to the page; null where the story has none. */
export interface Parts {
  geo: Record<'near' | 'wide', string | null>;
  charts: string | null;
  /** What the page needs as a part of itself in somebody else's, and the reader's tools. */
  frames: string | null;
  /** The world's cities, with the tool that lays an area over one of them. */
  cities: string | null;
  webgl: string | null;
  worker: string | null;
}

/** What the script needs beside the page's markup. */
export interface StoryData {
  story: Story;
  parts: Parts;
  /** Styles of what the script brings. */
  css: string;
}

declare global {
  /** Set by the story's own data script, which stands before this one. */
  var mapStory: StoryData | undefined;
  /** Topologies as JSON, by group and layer: text costs the thread nothing until it is wanted. */
  var mapStoryGeo: Record<string, Record<string, string>> | undefined;
}

const loading = new Map<string, Promise<void>>();

/** Adds a classic script, once, and waits for it, though not for ever: works from file:// and in a frame of no origin, where fetch does not. */
export function loadScript(address: string): Promise<void> {
  const begun = loading.get(address) ?? addScript(address);
  loading.set(address, begun);
  // What did not come is asked for again when it is wanted again.
  begun.catch(() => loading.delete(address));
  return begun;
}

/** How long a script is waited for, ms. */
const scriptPatienceMs = 20_000;

function addScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => resolve();
    const fail = () => reject(new Error(`${address} did not load`));
    script.onerror = fail;
    setTimeout(fail, scriptPatienceMs);
    document.head.append(script);
  });
}

/** What a script leaves under a global name, from the script that the build has put beside the page. */
export async function loadGlobal<K extends keyof typeof globalThis>(
  name: K,
  address: string | null,
): Promise<NonNullable<(typeof globalThis)[K]>> {
  if (!globalThis[name] && address) await loadScript(address);
  const made = globalThis[name];
  if (!made) throw new Error(`${address} holds nothing`);
  return made;
}

/** Topologies of one group of layers as JSON, by layer id. */
export async function loadGeo(parts: Parts, group: 'near' | 'wide'): Promise<Record<string, string>> {
  const address = parts.geo[group];
  if (!address) return {};
  if (!globalThis.mapStoryGeo?.[group]) await loadScript(address);
  const geo = globalThis.mapStoryGeo?.[group];
  if (!geo) throw new Error(`${address} holds nothing`);
  return geo;
}
