/** What a story can't say of itself while nobody knows where it will stand. */
export const leftOut =
  'No address is known (site: in story.md, or --site), so these are left out: canonical links, og:url, og:image, oembed.json, and the url and image of the JSON-LD. The page’s policy is in policy.txt alone, for a web server to send.';

export const badSite = (given: string): string =>
  `--site expects the address of the published story, such as https://example.org/story/, and found "${given}", so nothing was built.`;
