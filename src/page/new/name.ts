/** Folders of the program itself, which a build or an update may empty. */
const own = new Set(['dist', 'node_modules', 'src', 'tests', 'test-results']);

/** A sentence that says why no folder can be made under what was written after the command, and a cure; null where one can. */
export function badName(names: readonly string[]): string | null {
  const [name] = names;
  const example = 'For example: npm run new -- my-story';
  if (!name?.trim()) return `expected the name of the new story's folder, found none. ${example}`;
  if (names.length > 1) return `expected one name, found ${names.length}. Did you mean "${hyphened(names.join(' '))}"?`;
  const parts = name.split(/[\\/]/).filter((part) => part && part !== '.' && part !== '..');
  const [first, last] = [parts[0], parts.at(-1)];
  if (!last) return `expected the name of a folder, found "${name}". ${example}`;
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(last)) {
    const cure = hyphened(last);
    return `expected a folder name of letters, digits and hyphens, found "${last}". ${cure ? `Did you mean "${cure}"?` : example}`;
  }
  if (first && own.has(first)) return `expected a folder of yours, found "${name}", which is the program's own. ${example}`;
  return null;
}

const hyphened = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .replace(/^[-_]+|[-_]+$/g, '')
    .toLocaleLowerCase();
