/** Waiting between attempts. */

/** Milliseconds before the next attempt: 1, 2, 4 … 30 s with jitter, never sooner than the server asked for. */
export function backoff(failures: number, retryAfterSeconds = 0): number {
  const step = Math.min(30, 2 ** (failures - 1)) * 1000;
  return retryAfterSeconds * 1000 + step * (0.5 + Math.random() / 2);
}

/** A pause that can be cut short. */
export class Pause {
  wake = () => {};

  for(ms: number): Promise<void> {
    return new Promise((done) => {
      const timer = setTimeout(done, ms);
      this.wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  }
}
