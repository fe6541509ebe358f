import { read } from '../read/index.ts';
import { formatIssues } from './issues.ts';
import { storyFiles } from './story-files.ts';

/** Reads the story folder, prints every problem, and says by the exit code whether there was an error. */
export function check(folder: string): void {
  const files = storyFiles(folder);
  const { issues, story } = read(files);
  console.log(formatIssues(issues, files, folder));
  process.exitCode = story ? 0 : 1;
}
