/** What the mass-change guard has stopped: looked at, resumed or discarded by an org admin (N-06, N-08). */
import { askerOf, done, type HubAction, type HubParts, shown } from '../parts.ts';
import { heldDryRunPage, heldInVainPage, heldPage } from './page.ts';

export function heldActions(parts: HubParts): readonly HubAction[] {
  const { directory, administration } = parts;
  return [
    {
      method: 'GET',
      path: '/held',
      event: 'admin-hub.held.shown',
      run: (who, request) => {
        const frame = parts.frame(who);
        const held = directory
          .held()
          .map((each) => ({ ...each, inVain: administration.whyHeldInVain(each.id) }))
          .toReversed();
        const stopped = directory.stoppedConnectors();
        return shown(parts, request, {
          value: { held, stopped, formToken: frame.formToken },
          page: () => heldPage(frame, { held, stopped, query: request.query }),
        });
      },
    },
    {
      method: 'GET',
      path: '/held/dry-run',
      event: 'admin-hub.held.tried',
      run: (who, request) => {
        const { id = '' } = request.query;
        const inVain = administration.whyHeldInVain(id);
        const held = directory.held().find((each) => each.id === id);
        if (!held) throw new TypeError('a stopped change that is not there was tried');
        const frame = parts.frame(who);
        if (inVain !== undefined)
          return shown(parts, request, {
            value: { id, inVain, formToken: frame.formToken },
            page: () => heldInVainPage(frame, held, inVain),
            facts: { held: id, inVain },
          });
        const foretold = administration.foretellHeld(id);
        return shown(parts, request, {
          value: { id, ...foretold, formToken: frame.formToken },
          page: () => heldDryRunPage(frame, held, foretold),
          facts: { held: id, people: foretold.count, guard: foretold.guard },
        });
      },
    },
    {
      method: 'POST',
      path: '/held/resume',
      event: 'directory.held.decided',
      run: async (who, request) => {
        const { id = '', shown: seen } = request.form;
        const changes = await administration.resumeHeld({ id, shown: seen }, askerOf(who, request));
        return done(request, { location: '/held?done=resumed', value: { changes }, facts: { held: id, changes } });
      },
    },
    {
      method: 'POST',
      path: '/held/discard',
      event: 'directory.held.decided',
      run: (_who, request) => {
        const { id = '' } = request.form;
        const { effect } = administration.discardHeld(id);
        return done(request, { location: '/held?done=discarded', facts: { held: id }, effect });
      },
    },
  ];
}
