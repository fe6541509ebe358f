import type { Topology } from 'topojson-specification';
import type { Story } from '../story.ts';

/** Addresses of the scripts that come later, relative to the page; null where the story has none. */
export interface Parts {
  geo: Record<'near' | 'wide', string | null>;
  charts: string | null;
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
  var mapStoryGeo: Record<string, Record<string, Topology>> | undefined;
}

/** Adds a classic script and waits for it: works from file:// and in a frame of no origin, where fetch does not. */
export function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${address} did not load`));
    document.head.append(script);
  });
}

/** Topologies of one group of layers, by layer id. */
export async function loadGeo(parts: Parts, group: 'near' | 'wide'): Promise<Record<string, Topology>> {
  const address = parts.geo[group];
  if (!address) return {};
  if (!globalThis.mapStoryGeo?.[group]) await loadScript(address);
  return globalThis.mapStoryGeo?.[group] ?? {};
}
