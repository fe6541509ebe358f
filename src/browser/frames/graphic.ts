import { kinds, version } from '../../embed/message.ts';
import { mayMove } from '../clock.ts';
import type { Page } from '../page.ts';
import { hearHost, hearSiblings, isMoment, pair, tellHost, tellSiblings } from './host.ts';
import type { Tools } from './index.ts';
import { whenSeen } from './visible.ts';

/** The graphic of a duet: it stands still in the host's page and draws the moments that the text tells it. */
export function beGraphic(page: Page, { createGraphic }: Tools): void {
  const { root, element, steps, story, signal } = page;
  const { stage, wake } = createGraphic(page);
  let port: MessagePort | null = null;
  let current = -1;
  let seen = false;

  const tell = () => {
    if (port) port.postMessage(Number(seen));
    else tellSiblings('seen', pair(), Number(seen));
  };
  const show = ([index = 0, progress = 1, lit = -1]: number[]) => {
    if (story.steps[index - 1]?.scrub && mayMove()) stage.scrub(index, progress);
    else if (index !== current) stage.show(index, current < 0 ? 'cut' : 'fly');
    current = index;
    root.dataset.step = steps[index]?.id ?? '';
    light(element, story.facts[lit]?.id ?? null);
    // Answered in an animation frame: a frame that is out of sight has none, even where the observer's last word was "seen".
    requestAnimationFrame(tell);
  };

  hearHost(({ kind, ports: [given] }) => {
    if (kind !== kinds.ready || !given) return;
    port = given;
    port.onmessage = ({ data }) => {
      if (Array.isArray(data) && data.every(Number.isFinite) && isMoment(data, steps.length)) show(data);
    };
    tell();
  }, signal);
  hearSiblings((kind, [from, ...moment]) => {
    if (!port && kind === kinds.moment && from === pair() && isMoment(moment, steps.length)) show(moment);
  }, signal);
  const watch = new IntersectionObserver((entries) => {
    // The last of what a busy browser tells of at once.
    seen = entries.at(-1)?.isIntersecting ?? false;
    tell();
  });
  watch.observe(element);
  signal.addEventListener('abort', () => watch.disconnect());
  whenSeen(element, () => void wake(), signal);

  if (current < 0) show([0, 1]);
  tellHost('ready', version);
}

/** Marks what a number in the text stands for. */
function light(stage: HTMLElement, fact: string | null): void {
  for (const mark of stage.querySelectorAll('[data-lit]')) mark.removeAttribute('data-lit');
  if (fact === null) return;
  const id = CSS.escape(fact);
  for (const mark of stage.querySelectorAll(`[data-fact="${id}"],[data-also~="${id}"]`)) mark.setAttribute('data-lit', '');
}
