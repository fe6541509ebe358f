/** An element with a class, if it is given one, and a text. Buttons send nothing. */
export function element<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string, text = ''): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (made instanceof HTMLButtonElement) made.type = 'button';
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
