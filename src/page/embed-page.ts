import { escapeHtml as esc } from '../graphics/marks.ts';
import type { Story } from '../story.ts';

/** Stands for the story's address until the page's script, or `site`, says where it is. */
const unknownAddress = 'https://HOST/story/';

export interface EmbedPageInput {
  story: Story;
  /** Address of the page's own script. */
  script: string;
  css: string;
}

/** How tall the text is, in screens: cover, steps, and about two for the sources. */
export const stagesOf = (story: Story): number => story.steps.length + 3;

/** The page for those who put the story into theirs: what to copy, how it looks there, and what a host needs to allow. */
export function embedPage({ story, script, css }: EmbedPageInput): string {
  // As they stand in markup: what is to be copied is shown, so that it is escaped once more.
  const title = esc(story.title);
  const address = esc(story.site ?? unknownAddress);
  const code = (text: string) =>
    `<div class="snippet"><button type="button" class="copy" hidden>Copy</button><pre><code>${esc(text)}</code></pre></div>`;
  const stepper = (site: string) =>
    `<iframe src="${site}?frame=stepper" title="${title}" width="100%" height="600" frameborder="0" loading="lazy"></iframe>`;
  const duet = (site: string) =>
    `<div data-story="${site}" data-len="${stagesOf(story)}" data-title="${title}">\n  ${stepper(site)}\n</div><script async src="${site}embed.js"></script>`;
  const widths = (query: string, height: number, label: string) =>
    [320, 600, 880]
      .map(
        (width) =>
          `<figure><iframe src="./${query}" width="${width}" height="${height}" title="${title}, ${label}, ${width} px wide" loading="lazy"></iframe><figcaption>${width} px</figcaption></figure>`,
      )
      .join('');
  const graphics = story.steps.filter(({ textOnly }) => !textOnly);
  const first = esc(graphics[0]?.id ?? '');
  const options = graphics.map(({ id, title: name }) => `<option value="${esc(id)}">${esc(name)}</option>`).join('');
  const row = (cells: string[]) => `<tr>${cells.map((cell, i) => (i ? `<td>${cell}</td>` : `<th scope="row">${cell}</th>`)).join('')}</tr>`;
  const table = (rows: string[][]) => `<table><tbody>${rows.map(row).join('')}</tbody></table>`;

  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>Embed: ${title}</title><link rel="icon" href="data:,"><style>${css}</style><script defer src="${script}"></script></head>
<body data-address="${address}">
<main>
<h1>Embed “${title}”</h1>
<p>Paste one of these into your page. Nothing is stored, no cookie is set, no reader is counted, and no request goes anywhere but to this story’s own address.${story.site ? '' : ' <span class="unknown">Where it says HOST, put the address at which the story is published.</span>'}</p>

<h2>As one with your page</h2>
<p>The graphic stands still while your page scrolls the text over it. Nothing scrolls inside. Where the script cannot run, readers get the frame that stands inside.</p>
${code(duet(address))}
${table([
  ['<code>data-story</code>', 'Address of the story.'],
  ['<code>data-len</code>', 'Screens of height that are kept free for it, so that nothing moves when it comes.'],
  ['<code>data-top</code>', 'Height of a header of yours that stays on top, in px.'],
  ['<code>data-theme</code>', '<code>light</code>, <code>dark</code> or <code>auto</code>.'],
  ['<code>data-start</code>', 'Step to begin at.'],
  ['<code>data-lang</code>', 'Another language that the story is told in, such as <code>uk</code>.'],
  ['<code>data-sandbox</code>', 'What the frames may do, as in <code>sandbox</code>; <code>allow-scripts</code> is enough.'],
])}
<p><a href="#live">See it live, at the end of this page.</a></p>

<h2>One frame, no script</h2>
<p>A step at a time, with buttons, keys and swipes, in a height of your choice.</p>
${code(stepper(address))}
<div class="widths">${widths('?frame=stepper', 600, 'one step at a time')}</div>

<h2>One graphic alone</h2>
<p><label>Step <select id="part">${options}</select></label></p>
${code(`<iframe src="${address}?graphic=${first}" title="${title}" width="100%" height="640" frameborder="0" loading="lazy"></iframe>`)}
<div class="widths parts">${widths(`?graphic=${first}`, 640, 'one graphic')}</div>

<h2>Parameters</h2>
${table([
  ['<code>?frame=stepper</code>', 'One step at a time. A frame that says nothing gets this as well.'],
  ['<code>?frame=whole</code>', 'The whole page, which then scrolls inside its frame.'],
  ['<code>?graphic=STEP</code>', 'One step’s map or chart, with its source, table and download.'],
  ['<code>?theme=light|dark|auto</code>', 'Colours; <code>auto</code> is the reader’s own setting.'],
  ['<code>?lang=uk</code>', 'Another language that the story is told in.'],
  ['<code>?start=STEP</code>', 'Step to begin at. In your page’s own address <code>#story=STEP</code> does the same.'],
])}
<p>What the story does not have falls back, and the console says so once.</p>

<h2>Events</h2>
<p>Your page may hear which step is read, and ask for one. Nothing about the reader is told. <a href="embed.d.ts">Types</a>.</p>
${code(`const story = document.querySelector('[data-story]');
story.addEventListener('story:step', ({ detail }) => console.log(detail.id, detail.index, detail.title));
story.addEventListener('story:end', () => console.log('read to the end'));
story.dispatchEvent(new CustomEvent('story:go', { detail: '${story.steps[0]?.id ?? ''}' }));`)}

<h2>Heights</h2>
<p>A frame tells how tall it would like to be in the words of pym, iframe-resizer 4 and 5, AMP, Datawrapper, the Guardian and WordPress. If your site has one of their scripts, it is heard.</p>

<h2>Policies</h2>
<p>With a Content-Security-Policy, allow the story’s address for frames and, for the first way, scripts. No inline style or script is needed, and Trusted Types are kept.</p>
${code(`frame-src ${originOf(story.site)}; script-src ${originOf(story.site)}`)}
<p>In a sandbox <code>allow-scripts</code> is all it needs; without any, the whole article is there to read.</p>

<h2>What will not change</h2>
<ul>
<li>The name <code>embed.js</code>, the attributes and the parameters on this page, and the events with their details.</li>
<li>A snippet that was pasted once works with every later story and script; where the two do not understand each other, readers get the frame that stands inside.</li>
<li>No cookie, no storage, no request to anybody else.</li>
</ul>
<h2 id="live">Live</h2>
</main>
<div class="live"><div data-story="./" data-len="${stagesOf(story)}" data-title="${title}"></div></div>
<script async src="embed.js"></script>
</body></html>
`;
}

const originOf = (site: string | null): string => (site ? new URL(site).origin : 'https://HOST');
