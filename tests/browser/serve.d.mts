export interface ServeOptions {
  /** Path that the folder lies under; begins and ends with a slash. */
  under?: string;
  headers?: Record<string, string>;
  /** Sends `Access-Control-Allow-Origin: *`. */
  cors?: boolean;
  /** Brotli or gzip, as the browser accepts it. */
  compress?: boolean;
  /** 0 is any free one. */
  port?: number;
}

export interface Server {
  /** Address of the folder, with a slash at its end. */
  url: string;
  /** Every request so far: `GET /path`. */
  log: string[];
  close(): Promise<void>;
}

export function serve(folder: string, options?: ServeOptions): Promise<Server>;
