import { randomBytes } from 'node:crypto';
import { lstatSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { StoryFiles } from '../../read/index.ts';
import { digest } from '../hash.ts';
import { storyFiles } from '../story-files.ts';
import { applyChange } from './apply.ts';
import { type Change, parseRequest } from './change.ts';

/** What the page is told after each request. */
type Answer = { said: string; version: string; undo: boolean } | { refused: string };

/** What the page's own script needs to write changes back. */
export interface PageDesk {
  address: string;
  token: string;
  /** Of the files that the page is made of. */
  version: string;
  /** Whether there is a change that can be taken back. */
  undo: boolean;
}

/** Where the dev page's own script sends an editor's clicks. */
const address = '/__edit';

const mostBytes = 64 * 1024;

/** A write that can be taken back: each file before it (null: there was none) and after it. */
type Write = Map<string, { before: Uint8Array | null; after: Uint8Array }>;

/**
 * Writes what an editor does in the dev page back into the story's files. Only for requests that come from that page itself: they
 * have to know its token and to have its origin. Only story.md and places.csv, and only inside the story folder.
 */
export function createDesk(folder: string) {
  const token = randomBytes(24).toString('base64url');
  const done: Write[] = [];

  const change = (asked: Change, seen: string): Answer => {
    const files = storyFiles(folder);
    if (seen !== versionOf(files)) return { refused: 'The files have changed since this page was made. Look again, then repeat it.' };
    const edited = applyChange(files, asked);
    if ('refused' in edited) return edited;
    const write: Write = new Map([...edited.files].map(([file, after]) => [file, { before: files.get(file) ?? null, after }]));
    // Places first, and taken back last, so that no step ever names one that is not there.
    const refused = save(folder, [...edited.files]);
    if (refused) return { refused };
    done.push(write);
    return { said: edited.said, version: versionOf(storyFiles(folder)), undo: true };
  };

  const undo = (): Answer => {
    const last = done.at(-1);
    if (!last) return { refused: 'There is nothing to take back.' };
    const files = storyFiles(folder);
    const changed = [...last].find(([file, { after }]) => !Buffer.from(after).equals(files.get(file) ?? new Uint8Array()));
    if (changed) return { refused: `${changed[0]} has been changed since, so nothing was taken back.` };
    const refused = save(
      folder,
      [...last].reverse().map(([file, { before }]) => [file, before]),
    );
    if (refused) return { refused };
    done.pop();
    const names = [...last.keys()].join(' and ');
    return { said: `Taken back: ${names} as before.`, version: versionOf(storyFiles(folder)), undo: done.length > 0 };
  };

  return {
    forPage: (files: StoryFiles): PageDesk => ({ address, token, version: versionOf(files), undo: done.length > 0 }),
    async handle(request: IncomingMessage, response: ServerResponse, next: () => void): Promise<void> {
      if (request.url?.split('?')[0] !== address) return next();
      const refused = (status: number, why: string) => send(response, status, { refused: why });
      if (!isOwn(request, token)) return refused(403, 'Only the page of this story may change its files.');
      const body = await bodyOf(request);
      const asked = body === null ? null : parseRequest(body);
      if (!asked) return refused(400, 'This is not a change that can be made here.');
      send(response, 200, 'undo' in asked ? undo() : change(asked.change, asked.seen));
    },
  };
}

/** By the two files that are written: a change of any other makes no edit wrong. */
const versionOf = (files: StoryFiles): string =>
  digest(['story.md', 'places.csv'].map((file) => `${Buffer.from(files.get(file) ?? []).toString('base64')}\n`));

function isOwn({ method, headers }: IncomingMessage, token: string): boolean {
  const from = URL.canParse(headers.origin ?? '') ? new URL(headers.origin ?? '').host : null;
  return (
    method === 'POST' &&
    headers['content-type'] === 'application/json' &&
    headers['x-edit-token'] === token &&
    from !== null &&
    from === headers.host &&
    [undefined, 'same-origin'].includes(headers['sec-fetch-site'] as string | undefined)
  );
}

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Writes each file, or removes it for null. Gives a sentence where that can't be done. */
function save(folder: string, files: readonly [name: string, bytes: Uint8Array | null][]): string | null {
  const linked = files.find(([name]) => lstatSync(join(folder, name), { throwIfNoEntry: false })?.isSymbolicLink());
  if (linked) return `${linked[0]} is a link to a file elsewhere, and only files in the story's folder are written.`;
  for (const [name, bytes] of files) {
    if (bytes) writeFileSync(join(folder, name), bytes);
    else rmSync(join(folder, name));
  }
  return null;
}

function send(response: ServerResponse, status: number, answer: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(answer));
}
