import type { Bounds, LngLat } from '../../story.ts';

/** What the page has to know to have changes written back; from the dev server, anew after each. */
export interface Desk {
  address: string;
  token: string;
  version: string;
  undo: boolean;
}

/** What an editor may change from the page. */
export type Change =
  | { kind: 'frame'; step: string; phone: boolean; frame: Bounds | string[] }
  | { kind: 'annotation'; step: string; index: number; at: string }
  | { kind: 'place'; id: string; name: string; at: LngLat; label: { step: string; labels: string[] } | null }
  | { kind: 'move'; id: string; at: LngLat };

/** What was done, or why it was not; with the desk as it is from now on. */
export interface Answer {
  said: string;
  desk: Desk;
}

/** Asks the dev server to write a change into the story's files, or to take the last one back. */
export async function ask(desk: Desk, what: { change: Change } | { undo: true }): Promise<Answer> {
  try {
    const response = await fetch(desk.address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-edit-token': desk.token },
      body: JSON.stringify('undo' in what ? what : { ...what, seen: desk.version }),
    });
    const { said, refused, version = desk.version, undo = desk.undo } = await response.json();
    return { said: said ?? refused, desk: { ...desk, version, undo } };
  } catch {
    return { said: 'Nothing was written: npm start does not answer. Is it still running?', desk };
  }
}
