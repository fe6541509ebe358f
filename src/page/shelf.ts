import { digest, hashed } from './hash.ts';

export type Content = string | Uint8Array;
export type Make = () => Content;

/** The files beside the page. */
export interface Shelf {
  /** Puts a file there and gives its address, relative to the page. */
  add(path: string, make: Make): string;
  /** Puts a file there under the very name that others know it by. */
  put(path: string, make: Make): void;
  /** Puts files in a folder, where they keep their names, and gives the folder's address. */
  addFolder(folder: string, files: ReadonlyMap<string, Make>): string;
}

/** Files as they are published: all made, and named by what is in them, so that they may be cached for good. */
export function publishedShelf(): Shelf & { files: Map<string, Content> } {
  const files = new Map<string, Content>();
  return {
    files,
    add(path, make) {
      const content = make();
      const name = hashed(path, content);
      files.set(name, content);
      return name;
    },
    put: (path, make) => void files.set(path, make()),
    addFolder(folder, makes) {
      const made = [...makes].map(([file, make]): [string, Content] => [file, make()]);
      const name = `${folder}-${digest(made.flat())}`;
      for (const [file, content] of made) files.set(`${name}/${file}`, content);
      return name;
    },
  };
}

/** Files as the dev server has them: under plain names, and made when they are asked for. */
export function servedShelf(): Shelf & { get(path: string): Content | undefined } {
  const makes = new Map<string, Make>();
  const made = new Map<string, Content>();
  return {
    add(path, make) {
      makes.set(path, make);
      return path;
    },
    put: (path, make) => void makes.set(path, make),
    addFolder(folder, files) {
      for (const [file, make] of files) makes.set(`${folder}/${file}`, make);
      return folder;
    },
    get(path) {
      const content = made.get(path) ?? makes.get(path)?.();
      if (content !== undefined) made.set(path, content);
      return content;
    },
  };
}
