/** Work that can be paused: it yields wherever its caller may do something else. */
export type Work<T> = Generator<void, T>;

/** Does it all at once. */
export function finish<T>(work: Work<T>): T {
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}
