/** The little that a smoke test needs of a browser, the same for every engine. */
export interface Driver {
  goto(address: string): Promise<void>;
  /** As the browser's own button does; resolves when the page before is there. */
  back(): Promise<void>;
  /** The value of an expression in the page. */
  value(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

export interface Engine {
  name: string;
  /** The Debian packages that bring it. */
  packages: string;
  /** What the machine lacks for it; empty where it can start. */
  lacks(): string[];
  start(): Promise<Driver>;
}
