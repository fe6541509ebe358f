import MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';

/**
 * CommonMark with tables. HTML is shown as text. All links are let through, because what is wrong with one is
 * reported (links.ts), and a story with errors is not shown.
 */
export function createMarkdown(): MarkdownIt {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
  markdown.validateLink = () => true;
  markdown.core.ruler.push('lines', ({ tokens }) => giveLines(tokens));
  return markdown;
}

/** What has no lines of its own, such as a table's cell, has those of what it stands in. */
function giveLines(tokens: Token[]): void {
  let lines: Token['map'] = null;
  for (const token of tokens) {
    lines = token.map ?? lines;
    token.map = lines;
  }
}

/** What a fenced block may be beside a step's own. */
export const blockKinds = ['image', 'video', 'quote', 'aside', 'chart'] as const;
export type BlockKind = (typeof blockKinds)[number];

/** One top-level element of the article. */
export interface Block {
  kind: 'heading' | 'rule' | 'step' | 'block' | 'content';
  /** Of a heading. */
  level: number;
  tokens: Token[];
  /** 0-based lines in the article, the end excluded. */
  from: number;
  to: number;
}

export function blocksOf(tokens: Token[]): Block[] {
  const blocks: Block[] = [];
  let open: Token[] = [];
  let depth = 0;
  for (const token of tokens) {
    open.push(token);
    depth += token.nesting;
    if (depth > 0) continue;
    blocks.push(blockOf(open));
    open = [];
  }
  return blocks;
}

function blockOf(tokens: Token[]): Block {
  const [first] = tokens;
  const [from, to] = first?.map ?? [0, 0];
  const level = first?.type === 'heading_open' ? Number(first.tag.slice(1)) : 0;
  return { kind: level ? 'heading' : kindOf(first), level, tokens, from, to };
}

function kindOf(first: Token | undefined): Block['kind'] {
  if (first?.type === 'hr' && first.markup.startsWith('-')) return 'rule';
  if (first?.type !== 'fence') return 'content';
  const info = infoOf(first);
  if (info === 'step') return 'step';
  return blockKinds.some((kind) => kind === info) ? 'block' : 'content';
}

export const infoOf = (fence: Token | undefined): string => fence?.info.trim().split(/\s+/)[0] ?? '';

/** The words alone, paragraphs parted by an empty line. */
export function plainText(tokens: Token[]): string {
  return tokens
    .filter(({ type }) => type === 'inline')
    .map(({ children }) => (children ?? []).map(inlineText).join(''))
    .join('\n\n');
}

function inlineText(token: Token): string {
  if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
  return token.type === 'text' || token.type === 'code_inline' ? token.content : '';
}
