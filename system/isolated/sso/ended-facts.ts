/** What a record says of the sign-ons that something put an end to: by it alone a reader of the records can tell that none of them was used afterwards (K-04, I-08). */
import type { SafeFacts } from '../../kernel/refusal.ts';

/** `ended`: their handles, which open nothing, with a space between two; nothing when there was none. */
export const endedFacts = (handles: readonly string[]): SafeFacts => (handles.length === 0 ? {} : { ended: handles.join(' ') });
