import { createHash } from 'node:crypto';
import { escapeHtml as esc } from '../graphics/marks.ts';

/** Stands for the story's host where nobody knows its address. */
const unknownHost = 'https://HOST';

export interface PolicyOptions {
  /** Contents of the `<style>` elements that may stand in the page. */
  styles: readonly string[];
  /** Absolute address of the published story; null where nobody knows it. */
  site: string | null;
  /** Whether the page may show others of the same host in frames, as embed.html does. Default: false. */
  frames?: boolean;
}

/**
 * The Content-Security-Policy that a page of the story runs under: nothing but its own files, no inline script, and of
 * inline styles its own alone. WebKit takes `'self'` for nobody in a frame of no origin, so the host is named beside it.
 */
export function policy({ styles, site, frames = false }: PolicyOptions): string {
  const own = `'self' ${site ? new URL(site).origin : unknownHost}`;
  return [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `script-src ${own}`,
    `style-src ${[own, ...new Set(styles.map(hashOf))].join(' ')}`,
    `img-src ${own} data:`,
    `font-src ${own}`,
    `media-src ${own}`,
    // In a frame of no origin MapLibre's worker is made of a script that is there already. Nothing else is fetched.
    'connect-src blob:',
    "worker-src 'self' blob:",
    ...(frames ? ["frame-src 'self'"] : []),
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

/** A page with its own policy in it, before all that it governs: for hosts that set no headers. */
export function underPolicy<T extends { head: string; css: string }>(page: T, site: string): T {
  const content = esc(policy({ styles: [page.css], site }));
  return { ...page, head: `<meta http-equiv="Content-Security-Policy" content="${content}">${page.head}` };
}

/** `policy.txt`: one header that all files of the build may be served with. */
export function policyFile(styles: readonly string[], site: string | null): string {
  const unknown = site
    ? []
    : [`# Put the story's host in place of ${unknownHost}: Safari asks for it in frames that hold back their origin.`];
  return `${[
    '# A web server may send this header with every file of this folder. It belongs to this build: another has another.',
    ...unknown,
    `Content-Security-Policy: ${policy({ styles, site, frames: true })}`,
  ].join('\n')}\n`;
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
