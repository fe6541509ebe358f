import css from './tools.css?inline';

const added = new WeakSet<CSSStyleSheet>();

/** The tools' own styles, brought with them, once for as long as the page is the same. */
export function addStyles(): void {
  if (document.adoptedStyleSheets.some((sheet) => added.has(sheet))) return;
  const styles = new CSSStyleSheet();
  styles.replaceSync(css);
  added.add(styles);
  document.adoptedStyleSheets.push(styles);
}
