/**
 * The address of a published story as all others are built on it: of a folder, or of a page in it. Null where it is no
 * absolute address of the web; `?` and `#` are the reader's, so that an address with them is none of a place.
 */
export function siteOf(text: string): string | null {
  if (!/^https?:\/\/[^\s?#]+$/i.test(text) || !URL.canParse(text)) return null;
  const { href } = new URL(text);
  return /(\/|\.html?)$/.test(href) ? href : `${href}/`;
}
