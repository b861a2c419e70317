/** A second one of the same name stands before it: it opens nothing. */
import { cookieScenario } from '../../harness/scenario/index.ts';

export default cookieScenario('that-a-sibling-host-tossed-before-it', {
  proves: ['I-08', 'S3', 'S4'],
  refusedWith: 'session.host.missing',
});
