/** A page of somebody else's with the story in it, and what is expected there. */
export interface HostPage {
  html: string;
  /** What becomes of the story there. */
  want: 'sticky' | 'fixed' | 'stepper' | 'pasted pair' | 'flat';
  /** Height of a header that stays on top, px. */
  topPx?: number;
  /** Selector of what scrolls, where it is not the page. */
  scroller?: string;
}

interface Parts {
  head?: string;
  css?: string;
  attributes?: string;
  before?: string;
  body?: string;
  after?: string;
}

const words = (count: number) =>
  '<p>The host’s own article goes on here for a few lines, so that there is something to scroll past.</p>'.repeat(count);

/** `story` is the story's address, on another site than the host's. */
export function hostPages(story: string): Record<string, HostPage> {
  const fallback = `<iframe src="${story}?frame=stepper" title="The story" width="100%" height="600" frameborder="0" loading="lazy"></iframe>`;
  const div = (attributes = '') =>
    `<div id="story" data-story="${story}" data-len="18" data-title="The story" ${attributes}>${fallback}</div>`;
  const script = `<script async src="${story}embed.js"></script>`;
  const pasted = (attributes = '', styled = true) => {
    const frame = (part: string, height: number, style: string) =>
      `<iframe ${attributes} src="${story}?frame=${part}" title="The story" scrolling="no" frameborder="0" width="100%" height="${height}" ${styled ? `style="${style};width:100%;border:0;color-scheme:light dark"` : ''}></iframe>`;
    return `<div id="story" ${styled ? 'style="display:grid;position:relative"' : ''}>${frame('text', 600, 'grid-area:1/1;z-index:1;height:1800vh')}${frame('graphic', 0, 'grid-area:1/1;position:sticky;top:0;height:100vh')}</div>`;
  };
  const page = ({ head = '', css = '', attributes = '', before = words(30), body = div() + script, after = words(30) }: Parts) =>
    `<!doctype html><html lang="en" ${attributes}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>A host</title><link rel="icon" href="data:,">${head}<script src="watch.js"></script><style>body{margin:0 8px}${css}</style></head><body>${before}${body}${after}</body></html>`;
  const policy = (rest: string) =>
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; ${rest}">`;
  const { origin } = new URL(story);
  const inside = (css: string) => ({ body: `<div class="around">${div()}</div>${script}`, css: `.around{${css}}` });

  return {
    plain: { html: page({}), want: 'sticky' },
    sandboxed: { html: page({ body: div('data-sandbox="allow-scripts"') + script }), want: 'sticky' },
    'strict policy': { html: page({ head: policy(`script-src 'self' ${origin}; frame-src ${origin}`) }), want: 'sticky' },
    'trusted types': {
      html: page({
        head: `<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types 'none'">`,
      }),
      want: 'sticky',
    },
    'script forbidden': { html: page({ head: policy(`script-src 'self'; frame-src ${origin}`) }), want: 'stepper' },
    'ancestor hides overflow': { html: page(inside('overflow:hidden')), want: 'fixed' },
    'ancestor clips': { html: page(inside('overflow:clip')), want: 'sticky' },
    'ancestor moved': { html: page(inside('transform:translateX(10px)')), want: 'sticky' },
    'ancestor moved and hiding': { html: page(inside('transform:translateX(10px);overflow:hidden')), want: 'stepper' },
    'body hides overflow': { html: page({ css: 'body{overflow-x:hidden}' }), want: 'sticky' },
    'page and body hide overflow': { html: page({ css: 'html,body{overflow-x:hidden}' }), want: 'fixed' },
    'inner scroller': {
      html: page({
        before: '',
        body: `<div id="scroller">${words(30)}${div()}${words(30)}</div>${script}`,
        after: '',
        css: 'body{margin:0}#scroller{height:100vh;overflow:auto}',
      }),
      want: 'sticky',
      scroller: '#scroller',
    },
    'sticky header': {
      html: page({
        before: `<header>A newspaper</header>${words(30)}`,
        css: 'header{position:sticky;top:0;height:64px;background:#ccc;z-index:9}',
        body: div('data-top="64"') + script,
      }),
      want: 'sticky',
      topPx: 64,
    },
    'right to left': { html: page({ attributes: 'dir="rtl"' }), want: 'sticky' },
    'hostile styles': {
      html: page({
        css: 'iframe{position:static!important;height:200px!important;width:50%!important;border:9px solid red!important;display:inline!important}div{overflow:hidden;display:flex;max-height:500px}*{box-sizing:content-box}',
      }),
      want: 'sticky',
    },
    'dark host': { html: page({ css: ':root{color-scheme:dark;background:#300}' }), want: 'sticky' },
    'two stories': {
      html: page({ body: div() + words(10) + div('data-start="kyiv"').replace('id="story"', 'id="second"') + script }),
      want: 'sticky',
    },
    'pasted pair': { html: page({ body: pasted() }), want: 'pasted pair' },
    'pasted pair, sandboxed': { html: page({ body: pasted('sandbox="allow-scripts"') }), want: 'pasted pair' },
    'pasted pair under hidden overflow': {
      html: page({ body: `<div class="around">${pasted()}</div>`, css: '.around{overflow:hidden}' }),
      want: 'flat',
    },
    'pasted pair without its styles': { html: page({ body: pasted('', false) }), want: 'stepper' },
    'bare frame': {
      html: page({ body: `<div id="story"><iframe src="${story}" title="The story" width="100%" height="600"></iframe></div>` }),
      want: 'stepper',
    },
  };
}

/** The host's own script: keeps what it hears of the story, and what moved by itself. */
export const watchScript = `
self.heard = []; self.told = []; self.shift = 0;
addEventListener('story:step', (event) => heard.push(event.detail.id), true);
addEventListener('message', ({ data }) => { if (data && data.story === 1 && data.type === 'step') told.push(data.id); });
try {
  new PerformanceObserver((list) => { for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) shift += value; })
    .observe({ type: 'layout-shift', buffered: true });
} catch {}
`;

export const fileOf = (name: string): string => `${name.replace(/\W+/g, '-')}.html`;
