/** What the page is: the whole story, or one part of it in somebody else's page. */
export type Frame = 'whole' | 'text' | 'graphic' | 'stepper' | 'part';

export interface Role {
  frame: Frame;
  /** Step whose graphic is shown alone, in a `part`. */
  graphic?: string;
  theme?: 'light' | 'dark';
  /** Step to begin at. */
  start?: string;
}

const frames: readonly string[] = ['whole', 'text', 'graphic', 'stepper'];

/**
 * Reads `?frame=`, `?graphic=`, `?theme=` and `?start=`. In a frame that says nothing the story is a stepper, so that nothing
 * scrolls within the host's page. What is not known counts as not said.
 */
export function roleOf(query: string, framed: boolean): Role {
  const asked = new URLSearchParams(query);
  const [frame, graphic, theme, start] = ['frame', 'graphic', 'theme', 'start'].map((name) => asked.get(name) ?? '');
  return {
    frame: graphic ? 'part' : frames.includes(frame ?? '') ? (frame as Frame) : framed ? 'stepper' : 'whole',
    ...(graphic ? { graphic } : {}),
    ...(theme === 'light' || theme === 'dark' ? { theme } : {}),
    ...(start ? { start } : {}),
  };
}
