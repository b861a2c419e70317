/** Lets every refusal leave at one fixed time after its request arrived, whatever was found wrong (S14). */
import type { Clock } from '../../../kernel/ports.ts';

/** Runs `work`; what it throws is thrown at `deadlineMs` after the call, or at the next multiple if the work took longer. */
export async function refusingAtDeadline<Result>(clock: Clock, deadlineMs: number, work: () => Promise<Result>): Promise<Result> {
  const arrivedAtMs = clock.now();
  const first = clock.after(deadlineMs);
  try {
    return await work();
  } catch (error) {
    const tookMs = clock.now() - arrivedAtMs;
    await (tookMs <= deadlineMs ? first : clock.after(deadlineMs - (tookMs % deadlineMs)));
    throw error;
  }
}
