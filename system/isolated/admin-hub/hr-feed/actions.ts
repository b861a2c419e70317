/** The HR feed: where it comes from or an upload of it, what it would do, and its import (N-05, N-06). */
import type { Answer } from '../../../kernel/answer.ts';
import type { VerifiedContext } from '../../../kernel/context-rules.ts';
import type { FeedFrom } from '../../../kernel/directory-administration.ts';
import { demand } from '../../../kernel/refusal.ts';
import type { ServiceRequest } from '../../../kernel/service.ts';
import { askerOf, done, type HubAction, type HubParts, shown } from '../parts.ts';
import { feedDryRunPage, feedPage } from './page.ts';

export function hrFeedActions(parts: HubParts): readonly HubAction[] {
  const { directory, administration } = parts;
  const imports = (path: string, from: FeedFrom): HubAction => ({
    method: 'POST',
    path,
    event: 'directory.hr-feed.imported',
    run: async (who, request) => {
      const { shown: seen = '' } = request.form;
      // A file that anybody of the house may have put there is imported by nobody who has not looked at it.
      const wanted = from === 'address' && seen === '' ? undefined : seen;
      const changes = await administration.importFeed(wanted, askerOf(who, request), from);
      return done(request, { location: '/hr-feed?done=imported', value: { changes }, facts: { changes, from } });
    },
  });
  const tries = (path: string, from: FeedFrom): HubAction => ({
    method: 'GET',
    path,
    event: 'admin-hub.hr-feed.tried',
    run: (who, request) => tryFeed(parts, { who, request, from }),
  });
  return [
    {
      method: 'GET',
      path: '/hr-feed',
      event: 'admin-hub.hr-feed.shown',
      run: (who, request) => {
        const frame = parts.frame(who);
        const value = { address: directory.feedAddress(), upload: directory.feedUpload() };
        return shown(parts, request, {
          value: { ...value, formToken: frame.formToken },
          page: () => feedPage(frame, { ...value, query: request.query }),
        });
      },
    },
    tries('/hr-feed/dry-run', 'address'),
    tries('/hr-feed/upload/dry-run', 'upload'),
    imports('/hr-feed/import', 'address'),
    imports('/hr-feed/upload/import', 'upload'),
    {
      method: 'POST',
      path: '/hr-feed/upload',
      event: 'directory.hr-feed.uploaded',
      takesFile: true,
      run: (who, request) => {
        const { file } = request;
        demand(parts.policy.upload, { fileBytes: file?.length }, file ? { bytes: file.length } : {});
        const chosen = file ?? new Uint8Array();
        const { effect } = administration.uploadFeed(chosen, askerOf(who, request));
        return done(request, { location: '/hr-feed/upload/dry-run', facts: { bytes: chosen.length }, effect });
      },
    },
    {
      method: 'POST',
      path: '/hr-feed/upload/discard',
      event: 'directory.hr-feed.upload-discarded',
      run: (_who, request) => {
        const { effect } = administration.discardUpload();
        return done(request, { location: '/hr-feed?done=discarded', effect });
      },
    },
  ];
}

type Trying = { readonly who: VerifiedContext; readonly request: ServiceRequest; readonly from: FeedFrom };
/** Throws `Refusal` with a code of `directory.hr-feed`. */
async function tryFeed(parts: HubParts, { who, request, from }: Trying): Promise<Answer> {
  const foretold = await parts.administration.foretellFeed(from);
  const frame = parts.frame(who);
  return shown(parts, request, {
    value: { ...foretold, formToken: frame.formToken },
    page: () => feedDryRunPage(frame, foretold, from),
    facts: { people: foretold.count, guard: foretold.guard, from },
  });
}
