/** Names who opens client sockets of this process, so that the socket guard can tell a declared way out from a raw one. */
import { AsyncLocalStorage } from 'node:async_hooks';

const openers = new AsyncLocalStorage<string>();

/** Runs `work` (and all that it awaits) as `opener`: `system:outbound`, `system:hop`, `harness:exit`, `harness:admin-client`, … */
export const opening = <Result>(opener: string, work: () => Result): Result => openers.run(opener, work);

/** Who is opening sockets here and now; undefined when nobody said so. */
export const currentOpener = (): string | undefined => openers.getStore();
