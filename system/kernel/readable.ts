/** Reads a value that somebody may have damaged on the disk: what is no JSON any more is as if it were not there (S12). */
import type { Store } from './ports.ts';

/** Undefined when there is none, or when its text cannot be read; of what shape it is, the caller judges. */
export function readable(store: Store, collection: string, key: string): unknown {
  try {
    return store.get(collection, key);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
