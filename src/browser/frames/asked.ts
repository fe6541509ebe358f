import { excuse, type Page } from '../page.ts';
import { roleOf } from '../role.ts';

/** What the address asks for and the story does not have falls back, and is said once. */
export function checkAsked({ root, steps }: Page): void {
  const asked = new URLSearchParams(location.search);
  const ids = steps.map(({ id }) => id);
  const { graphic, start } = root.dataset;
  const wrong: string[] = [];
  if (graphic && !ids.slice(1, -1).includes(graphic)) {
    wrong.push(`graphic=${graphic}`);
    root.dataset.frame = roleOf('', self !== parent).frame;
  }
  if (start && !ids.includes(start)) {
    wrong.push(`start=${start}`);
    delete root.dataset.start;
  }
  const known = { theme: 'light dark auto', frame: 'whole text graphic stepper', lang: `${root.lang} ${root.lang.split('-')[0]}` };
  for (const [name, values] of Object.entries(known)) {
    const value = asked.get(name);
    if (value && !values.split(' ').includes(value)) wrong.push(`${name}=${value}`);
  }
  if (wrong.length) excuse(`The story has no ${wrong.join(', ')}`);
}
