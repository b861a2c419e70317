/** What org admins do about the HR feed: had from its address or uploaded, foretold, and imported (N-05, N-06). */
import type { DirectoryAdministration, FeedFrom } from '../../../kernel/directory-administration.ts';
import { foretell } from '../foretell.ts';
import { fetchFeed } from '../hr-feed/fetch.ts';
import { importFeed } from '../hr-feed/import.ts';
import { notDoneOf } from '../hr-feed/not-done.ts';
import { judgedFeed, plannedFeed } from '../hr-feed/plan.ts';
import { type AdministrationParts, demandOrder } from './parts.ts';
import { stoppedWhole } from './stopped.ts';

type Feed = Pick<DirectoryAdministration, 'uploadFeed' | 'discardUpload' | 'foretellFeed' | 'importFeed'>;

export function hrFeed(parts: AdministrationParts): Feed {
  const { rules, hr, held, changing, uploaded, hrFeedUrl, outbound } = parts;
  const { stored, active, tables } = rules;
  const uploadedBytes = (): Uint8Array | undefined => {
    const bytes = uploaded.bytes();
    demandOrder(parts, { found: bytes !== undefined });
    return bytes;
  };
  const got = async (from: FeedFrom): Promise<Uint8Array | undefined> => {
    if (from === 'upload') return uploadedBytes();
    demandOrder(parts, { found: hrFeedUrl !== undefined });
    return hrFeedUrl && (await fetchFeed(outbound, hrFeedUrl));
  };
  return {
    uploadFeed: (bytes, { actor }) => {
      judgedFeed(hr, { bytes, nowMs: hr.clock.now() });
      return { effect: () => uploaded.keep(bytes, actor) };
    },
    discardUpload: () => {
      uploadedBytes();
      return { effect: uploaded.remove };
    },
    foretellFeed: async (from = 'address') => {
      const plan = plannedFeed(hr, { bytes: await got(from) });
      const changes = active.withConsequences(plan.changes);
      return { ...foretell(stored, tables.massChange, { origin: 'hr-feed', changes }), shown: plan.name, notDone: notDoneOf(plan) };
    },
    importFeed: (shown, by, from = 'address') =>
      changing.exclusively(async () => {
        const bytes = await got(from);
        const wish = Buffer.from(bytes ?? []).toString('utf8');
        const kept = from === 'upload' ? uploaded.remove : (): void => {};
        // Whatever else waited was about a world that is gone.
        const also = (): void => {
          held.outdate('hr-feed');
          uploaded.remove();
        };
        return stoppedWhole(parts, { origin: 'hr-feed', wish, by, kept }, () => importFeed(hr, { bytes, shown }, { ...by, also }));
      }),
  };
}
