/** Hears of every name that this process asks the operating system or a name server for, past the world's own table (S13): inside a world nobody needs that. */
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';

export type AskedName = { readonly name: string; readonly atMs: number };
export type NameGuard = {
  readonly asked: readonly AskedName[];
  /** Takes in what the guard of another process of ours has heard. */
  add(notes: readonly AskedName[]): void;
  /** What was heard since this was last asked: for whoever tells it on. */
  taken(): readonly AskedName[];
  stop(): void;
};

type Asking = (name: string, ...rest: readonly unknown[]) => unknown;
type Holder = Record<string, unknown>;

/** Every object whose functions look names up: the module, its promises, and both kinds of resolver. */
const holders = [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype] as unknown as readonly Holder[];
const isAsking = (member: string): boolean => /^(lookup|resolve\w*|query\w*)$/.test(member);

/**
 * Starts hearing, at the moment of the question, whatever becomes of it. It replaces Node's own functions until `stop`; start it once in a process.
 * An address is no name and is not noted. What another process asks is heard by a guard of its own, and added.
 */
export function startNameGuard(now: () => number = Date.now): NameGuard {
  const asked: AskedName[] = [];
  const restore = holders.flatMap((holder) =>
    memberNames(holder).map((member) => wrap(holder, member, (name) => asked.push({ name, atMs: now() }))),
  );
  syncBuiltinESMExports();
  const stop = (): void => {
    for (const undo of restore) undo();
    syncBuiltinESMExports();
  };
  let seen = 0;
  const taken = (): readonly AskedName[] => {
    const notes = asked.slice(seen);
    seen = asked.length;
    return notes;
  };
  return { asked, add: (notes) => void asked.push(...notes), taken, stop };
}

const memberNames = (holder: Holder): readonly string[] => Object.getOwnPropertyNames(holder).filter(isAsking);

function wrap(holder: Holder, member: string, note: (name: string) => void): () => void {
  const original = holder[member];
  if (typeof original !== 'function') return () => {};
  const hearing = function (this: unknown, ...question: Parameters<Asking>): unknown {
    note(String(question[0]));
    return Reflect.apply(original, this, question);
  };
  // Carries over what Node hangs on its functions, such as the promise form that `util.promisify` looks for.
  Object.defineProperties(hearing, Object.getOwnPropertyDescriptors(original));
  holder[member] = hearing;
  return () => {
    holder[member] = original;
  };
}
