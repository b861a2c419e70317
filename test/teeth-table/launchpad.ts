/** The teeth of the scenarios about the customer's start page: they are tried with a browser. */
import {
  anyScimToken,
  everybodyIsAskedAgain,
  lastAnswerAgain,
  startPageSaysNothing,
  tokenIsTheSession,
  tokensForTheStartPage,
} from '../../harness/defects/index.ts';
import type { SystemRefusal } from '../../system/index.ts';
import { arrivesInstead, off, refusedInstead, type Tooth, tooStrict } from './tooth.ts';

const keepsSilent = (withinSeconds: number): readonly Tooth[] => [
  {
    plants: [startPageSaysNothing],
    red: 'fail',
    failing: `the start page says “away” within ${withinSeconds} s`,
    observed: 'launchpad.acme.test says waiting',
  },
];

/** By whom it is taken for a session, or for the token of a connector, it opens what that opens. */
const taken = (code: SystemRefusal): readonly Tooth[] => [arrivesInstead([tokenIsTheSession], 'tracker', `is refused with ${code}`)];

const locked = 'no tile leads anywhere, for the rotated secret';

export const launchpadTeeth: Readonly<Record<string, readonly Tooth[]>> = {
  'launchpad/a-tile-opens-the-tracker-without-a-prompt': [
    arrivesInstead([everybodyIsAskedAgain], 'idp.acme.test', 'arrives on tracker'),
    refusedInstead(tooStrict('sso.callback.of-another-browser'), 'sso.callback.of-another-browser', 'arrives on tracker'),
  ],
  'launchpad/the-start-page-says-that-the-idp-refuses-connections': keepsSilent(10),
  'launchpad/the-start-page-says-that-the-idp-answers-nobody': keepsSilent(15),
  'launchpad/a-tile-leads-to-our-own-page-while-the-idp-is-away': [
    refusedInstead(off('sso.idp.connection-refused'), 'sso.idp.unexpected', 'is refused with sso.idp.connection-refused'),
  ],
  'launchpad/break-glass-repairs-single-sign-on-and-the-tile-opens-the-tracker-again': [
    refusedInstead(off('sso.code-exchange.client-rejected'), 'sso.code-exchange.request-rejected', locked),
    arrivesInstead([lastAnswerAgain], 'tracker', locked),
  ],
  'launchpad/signing-out-of-the-cloud-closes-the-tiles': [
    arrivesInstead(tooStrict('session.sign-out.form-token-wrong'), 'tracker', 'arrives on idp'),
    arrivesInstead(tooStrict('sso.leaving.place-unknown'), 'tracker', 'arrives on idp'),
    {
      // The tile asks, but nobody was signed out.
      plants: [...tooStrict('sso.leaving.place-unknown'), everybodyIsAskedAgain],
      red: 'fail',
      failing: 'who opens the start page anew and signs in there is stopped by the identity provider with a question',
      observed: 'arrived on launchpad.acme.test',
    },
  ],
  'launchpad/a-token-of-the-start-page-is-refused-as-a-bearer-token': taken('session.host.missing'),
  'launchpad/a-token-of-the-start-page-is-refused-as-a-session-cookie': taken('session.host.malformed'),
  'launchpad/a-token-of-the-start-page-is-refused-as-a-user-context': [
    ...taken('edge.request.internal-header'),
    // The ingress drops it, too: without the rule nothing is left by which anybody would be known.
    refusedInstead(off('edge.request.internal-header'), 'session.host.missing', 'is refused with edge.request.internal-header'),
  ],
  'launchpad/a-token-of-the-start-page-is-refused-as-a-parameter': taken('session.host.missing'),
  'launchpad/a-token-of-the-start-page-is-refused-as-the-token-of-a-connector': [
    arrivesInstead([anyScimToken], 'admin', 'is refused with directory.scim.token-unknown'),
  ],
  'launchpad/the-start-page-learns-no-cookie-and-no-token-of-the-cloud': [
    {
      plants: [tokensForTheStartPage],
      red: 'fail',
      failing: 'the start page learns no session, token, code or cookie of the cloud',
      observed: 'it learnt a token',
    },
  ],
};
