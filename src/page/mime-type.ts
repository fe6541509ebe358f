const mimeTypes: Record<string, string> = {
  css: 'text/css',
  csv: 'text/csv; charset=utf-8',
  geojson: 'application/geo+json',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  m4v: 'video/mp4',
  mp4: 'video/mp4',
  svg: 'image/svg+xml',
  vtt: 'text/vtt; charset=utf-8',
  webm: 'video/webm',
  webp: 'image/webp',
  woff2: 'font/woff2',
};

/** Of a file, by the ending of its name. */
export const mimeType = (path: string) => mimeTypes[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
