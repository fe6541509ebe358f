/** A mistake or a doubt, where it stands in the editor's file. */
export interface Issue {
  severity: 'error' | 'warning';
  file: string;
  /** 1-based. */
  line: number;
  /** 1-based, in UTF-16 units. */
  column: number;
  /** What was expected and what was found, in plain words. */
  message: string;
  /** A cure, where one is likely. */
  suggestion: string | null;
}

/** Where something stands. */
export interface Spot {
  file: string;
  line: number;
  column: number;
}

/** Collects all issues of a reading, so that an editor sees them at once. */
export interface Report {
  issues: Issue[];
  error(spot: Spot, message: string, suggestion?: string | null): void;
  warning(spot: Spot, message: string, suggestion?: string | null): void;
}

export function createReport(): Report {
  const issues: Issue[] = [];
  const add =
    (severity: Issue['severity']) =>
    (spot: Spot, message: string, suggestion: string | null = null) => {
      const { file, line, column } = spot;
      issues.push({ severity, file, line, column, message, suggestion });
    };
  return { issues, error: add('error'), warning: add('warning') };
}

export const countErrors = ({ issues }: Report): number => issues.filter(({ severity }) => severity === 'error').length;

/** By file and place, each said once. */
export function sortIssues(issues: Issue[]): Issue[] {
  const key = (issue: Issue) => `${issue.file}:${issue.line}:${issue.column}:${issue.message}`;
  const unique = new Map(issues.map((issue) => [key(issue), issue]));
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...unique.values()].sort((a, b) => order(a.file, b.file) || a.line - b.line || a.column - b.column);
}

/** What was found, quoted and short enough for one line. */
export function quote(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'object') return 'a group of keys';
  const text = String(value).replace(/\s+/g, ' ');
  return `"${text.length > 60 ? `${text.slice(0, 57)}…` : text}"`;
}
