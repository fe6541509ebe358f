import { escapeHtml as esc } from '../graphics/marks.ts';
import { at } from './share/names.ts';

/** A page of the story in one language. */
export interface LanguagePage {
  /** BCP 47. */
  locale: string;
  /** Name of the page's file, beside the others. */
  file: string;
}

/** Of the story's own language there is `index.html`; the others stand beside it. */
export const fileFor = (locale: string): string => `${locale}.html`;

/** A language in its own words, as its readers look for it. */
export function nameOfLanguage(locale: string): string {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale.split('-')[0] ?? locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** For search engines, each page names all: with whole addresses, without which they take no notice. */
export function alternates(pages: readonly LanguagePage[], site: string | null): string {
  if (pages.length < 2 || !site) return '';
  const link = (language: string, file: string) =>
    `<link rel="alternate" hreflang="${esc(language)}" href="${esc(addressOf(file, site))}">`;
  return pages.map(({ locale, file }) => link(locale, file)).join('') + link('x-default', 'index.html');
}

export const addressOf = (file: string, site: string): string => (file === 'index.html' ? site : at(site, file));

/** The way to the story's other languages. */
export function languageSwitch(pages: readonly LanguagePage[], own: string, label: string): string {
  if (pages.length < 2) return '';
  const links = pages
    .filter(({ locale }) => locale !== own)
    .map(({ locale, file }) => `<a href="${esc(file)}" hreflang="${esc(locale)}" lang="${esc(locale)}">${esc(nameOfLanguage(locale))}</a>`);
  return `<nav class="languages" aria-label="${label}">${links.join(' ')}</nav>`;
}
