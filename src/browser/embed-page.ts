// The script of embed.html: addresses as they are here, buttons that copy, and a choice of graphic.

const { dataset } = document.body;
const here = new URL('.', location.href).href;
const codes = [...document.querySelectorAll<HTMLElement>('.snippet code')];

/** The address that the page was written with gives way to the one it is read at. */
const known = dataset.address ?? here;
if (location.protocol.startsWith('http')) {
  const [from, to] = [new URL(known).origin, new URL(here).origin];
  for (const code of codes) code.textContent = (code.textContent ?? '').replaceAll(known, here).replaceAll(from, to);
  document.querySelector('.unknown')?.remove();
}

for (const button of document.querySelectorAll<HTMLButtonElement>('.copy')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const code = button.parentElement?.querySelector('code');
    if (!code) return;
    try {
      await navigator.clipboard.writeText(code.textContent ?? '');
      button.textContent = 'Copied';
    } catch {
      // Without the right to the clipboard the text is at least selected.
      getSelection()?.selectAllChildren(code);
      button.textContent = 'Selected';
    }
  });
}

const choice = document.querySelector<HTMLSelectElement>('#part');
choice?.addEventListener('change', () => {
  const query = `?graphic=${encodeURIComponent(choice.value)}`;
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('.parts iframe')) frame.src = `./${query}`;
  for (const code of codes) code.textContent = (code.textContent ?? '').replace(/\?graphic=[\w%-]+/, query);
});

// As a host would: the frames of the one graphic are as tall as they ask to be.
addEventListener('message', ({ data, source }) => {
  if (data?.sentinel !== 'amp' || data.type !== 'embed-size' || !Number.isFinite(data.height)) return;
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('.parts iframe')) {
    if (frame.contentWindow === source) frame.height = String(Math.max(200, Math.min(1200, data.height)));
  }
});
