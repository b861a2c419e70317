/** The feed that an org admin uploaded: one at a time, kept for a day to be looked at and imported (N-06). Threat: an old file that somebody imports over a newer world. */
import type { WaitingUpload } from '../../../kernel/directory-view.ts';
import type { Clock, Store } from '../../../kernel/ports.ts';

export const uploadKeptForMs = 86_400_000;

type Kept = { readonly text: string; readonly atMs: number; readonly by: string };
export type UploadedFeed = {
  /** Instead of what was there. Bytes that are UTF-8. */
  keep(bytes: Uint8Array, by: string): void;
  /** What was uploaded, byte for byte. */
  bytes(): Uint8Array | undefined;
  waiting(): WaitingUpload | undefined;
  remove(): void;
};

const collection = 'directory.hr-feed-upload';
const key = 'waiting';

export function uploadedIn(store: Store, clock: Pick<Clock, 'now'>): UploadedFeed {
  const remove = (): void => store.delete(collection, key);
  const find = (): Kept | undefined => {
    const kept = store.get<Kept>(collection, key);
    if (kept === undefined || clock.now() - kept.atMs <= uploadKeptForMs) return kept;
    remove();
    return undefined;
  };
  return {
    keep: (bytes, by) => store.put<Kept>(collection, key, { text: Buffer.from(bytes).toString('utf8'), atMs: clock.now(), by }),
    bytes: () => {
      const kept = find();
      return kept && new TextEncoder().encode(kept.text);
    },
    waiting: () => {
      const kept = find();
      return kept && { atMs: kept.atMs, by: kept.by, bytes: Buffer.byteLength(kept.text) };
    },
    remove,
  };
}
