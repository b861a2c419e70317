/** Ends what lasts longer than a request, a stream or a web socket, soon after its session has ended or its row is gone (S7, K-04). Threat: a session that was revoked and goes on reading. */
import type { Clock } from '../../kernel/ports.ts';

/** In the system's time. A session that ends has no stream any more after at most this, and one unanswered call. */
export const askAgainEveryMs = 5_000;

export type Lasting = {
  readonly clock: Clock;
  /** Whether it may go on: asked every `askAgainEveryMs`. No answer is no. */
  mayGoOn(): Promise<boolean>;
  end(): void;
};

/** The function that it returns ends the watch, when what it watches has ended by itself. */
export function watch({ clock, mayGoOn, end }: Lasting): () => void {
  let over = false;
  const finish = (): void => {
    if (!over) end();
    over = true;
  };
  const asking = async (): Promise<void> => {
    do await clock.after(askAgainEveryMs);
    while (!over && (await mayGoOn()));
  };
  asking().then(finish, finish);
  return () => {
    over = true;
  };
}
