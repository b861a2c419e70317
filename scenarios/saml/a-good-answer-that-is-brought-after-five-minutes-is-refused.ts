/** Whoever leaves the page of the identity provider open over lunch begins again: the attempt is over, however good the answer (S8). */
import { bringingAnswerLater, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ secondsLater: 0 | 301 }>({
  proves: ['S8'],
  needs: ['saml', 'clock', 'long-lived-answers'],
  honest: { secondsLater: 0 },
  deviation: { secondsLater: 301 },
  act: (world, { secondsLater }) => bringingAnswerLater(world, secondsLater),
  expect: [refusedWith('sso.saml-response.too-late')],
});
