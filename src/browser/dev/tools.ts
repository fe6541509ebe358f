import type { StoryData } from '../parts.ts';
import { ask, type Desk } from './desk.ts';
import { createEditor, type Editor } from './editor.ts';
import { make } from './make.ts';
import { createScreens, type Screens } from './screens.ts';
import { toolRoot } from './style.ts';

export interface Tools {
  /** The files have changed; `data` is null where the page stays as it was. */
  renew(data: StoryData | null, desk: Desk): void;
}

/** The editor's tools over the dev server's page. Readers never get them. */
export function createTools(data: StoryData, desk: Desk): Tools {
  let now = { data, desk };
  let editor: Editor | null = null;
  let screens: Screens | null = null;
  const request = async (what: Parameters<typeof ask>[1]): Promise<string> => {
    const answer = await ask(now.desk, what);
    now.desk = answer.desk;
    editor?.renew(now.data, now.desk.undo);
    return answer.said;
  };
  const openEditor = () => {
    editor ??= createEditor({
      data: now.data,
      undo: now.desk.undo,
      write: (change) => request({ change }),
      takeBack: () => request({ undo: true }),
      onStep: goTo,
    });
    editor.open(currentStep());
  };
  const openScreens = () => {
    screens ??= createScreens({ story: now.data.story, onStep: goTo });
    screens.open(currentStep());
  };
  toolRoot().append(
    make(
      'div',
      { className: 'bar', role: 'toolbar', ariaLabel: 'For the editor' },
      make('button', { type: 'button', textContent: 'Edit the map', onclick: openEditor }),
      make('button', { type: 'button', textContent: 'Screens', onclick: openScreens }),
    ),
  );
  return {
    renew(fresh, freshDesk) {
      now = { data: fresh ?? now.data, desk: freshDesk };
      editor?.renew(now.data, now.desk.undo);
      screens?.renew(now.data.story);
    },
  };
}

const currentStep = (): string => document.documentElement.dataset.step ?? 'cover';

function goTo(step: string): void {
  document.getElementById(step)?.scrollIntoView({ behavior: 'instant', block: 'start' });
}
