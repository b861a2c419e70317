/** Answers begin at once, and drip so slowly that they never end: what a limit for silence alone does not catch (C-02, A-12). */

import { documentPath } from '../../idp-probe/oidc-sign-in.ts';
import { sighting } from '../../idp-probe/symptom.ts';
import type { Fault } from '../fault.ts';

export const drippingBody: Fault = {
  name: 'idp.dripping-body',
  title: 'The identity provider begins its answers at once and never ends them.',
  family: 'network',
  means: 'network',
  meets: 'sso.idp.no-answer',
  needs: [],
  slowToSee: true,
  shared: false,
  install: (world) => world.faultProxy.misbehave('dripping'),
  observe: async (world) => {
    const begun = await world.probe.ask();
    const whole = await world.probe.exchange({ path: documentPath(world) }, { timeLimitMs: 1_500 });
    const endless = 'failed' in whole && whole.failed.kind === 'no-answer' && whole.failed.stage === 'answer';
    return sighting('failed' in whole && !endless ? whole.failed : begun, ({ kind }) => kind === 'answered' && endless);
  },
};
