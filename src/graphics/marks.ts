import { type BaseType, type Selection, select } from 'd3-selection';

/**
 * One SVG element to be drawn, as plain data. The build writes marks as markup; the browser joins them to the DOM
 * by key, so that a second drawing of the same marks changes nothing.
 */
export interface Mark {
  /** Unique among its siblings. */
  key: string;
  tag: string;
  attrs?: Record<string, string | number | null | undefined>;
  text?: string;
  children?: Mark[];
}

/** Markup of the marks, for the static page. */
export function toMarkup(marks: Mark[]): string {
  return marks
    .map(({ tag, attrs = {}, text = '', children = [] }) => {
      const inner = escapeHtml(text) + toMarkup(children);
      return `<${tag}${attributes(attrs)}${inner ? `>${inner}</${tag}>` : '/>'}`;
    })
    .join('');
}

function attributes(attrs: NonNullable<Mark['attrs']>): string {
  return Object.entries(attrs)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join('');
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);
}

/** Makes the children of `parent` be the marks: nodes are kept by key, moved, made or removed; attributes are set only where they differ. */
export function draw(parent: Element, marks: Mark[]): void {
  const nodes: Selection<Element, Mark, BaseType, unknown> = select(parent)
    .selectChildren<Element, Mark>()
    .data(marks, function (mark) {
      return mark ? `${mark.tag}:${mark.key}` : `${this.localName}:${this.getAttribute('data-key') ?? ''}`;
    })
    .join((enter) => enter.append((mark) => create(parent, mark)))
    .order() as never;
  nodes.each(function (mark) {
    update(this, mark);
  });
}

function create(parent: Element, mark: Mark): Element {
  const element = parent.ownerDocument.createElementNS('http://www.w3.org/2000/svg', mark.tag);
  element.setAttribute('data-key', mark.key);
  return element;
}

function update(element: Element, mark: Mark): void {
  const wanted = mark.attrs ?? {};
  for (const { name } of [...element.attributes]) {
    if (name !== 'data-key' && name !== 'data-lit' && (wanted[name] === null || wanted[name] === undefined)) element.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(wanted)) {
    if (value !== null && value !== undefined && element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
  }
  if (mark.children) draw(element, mark.children);
  else if (element.textContent !== (mark.text ?? '')) element.textContent = mark.text ?? '';
}
