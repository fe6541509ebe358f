import { inflateSync } from 'node:zlib';

/** What Chromium has drawn on one page of a PDF. */
export interface Sheet {
  /** How often it sets text. */
  texts: number;
  /** Rectangles that it draws within, such as a picture's, px of the printer. */
  clips: { width: number; height: number }[];
}

/** The pages of a PDF as Chromium writes one: each page names its drawing, which is deflated. */
export function sheetsOf(pdf: Buffer): Sheet[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/\/Type \/Page\n[\s\S]*?\/Contents (\d+) 0 R/g)].map(([, id = '']) => {
    const head = new RegExp(`\\n${id} 0 obj\\n<<[^>]*?/Length (\\d+)[^>]*>>\\s*stream\\n`).exec(text);
    if (!head) throw new Error(`the page’s drawing, object ${id}, is not there`);
    const from = head.index + head[0].length;
    return sheetOf(inflateSync(pdf.subarray(from, from + Number(head[1]))).toString('latin1'));
  });
}

function sheetOf(drawing: string): Sheet {
  const clips = [...drawing.matchAll(/ ([\d.]+) ([\d.]+) re\nW\*? n/g)].map(([, width, height]) => ({
    width: Number(width),
    height: Number(height),
  }));
  return { texts: drawing.match(/ Tj/g)?.length ?? 0, clips };
}

/** A PDF without what is of its hour alone. */
export const timeless = (pdf: Buffer): string =>
  pdf
    .toString('latin1')
    .replace(/\/(Creation|Mod)Date \([^)]*\)/g, '')
    .replace(/\/ID[^\]]*\]/g, '');
