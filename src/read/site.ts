/**
 * The address of a published story as all others are built on it: of a folder, or of a page in it. Null where it is no
 * absolute address of the web; `?` and `#` are the reader's, so that an address with them is none of a place. The host is
 * a name or a number: browsers take others, such as `*`, and the page's policy would take that for every host.
 */
export function siteOf(text: string): string | null {
  if (!/^https?:\/\/[^\s?#]+$/i.test(text) || !URL.canParse(text)) return null;
  const { href, hostname, username, password } = new URL(text);
  if (!/^([\w-]+(\.[\w-]+)*\.?|\[[\da-f:.]+\])$/.test(hostname) || username || password) return null;
  return /(\/|\.html?)$/.test(href) ? href : `${href}/`;
}
