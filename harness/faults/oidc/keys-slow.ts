/** The keys come later than anybody waits for them, while everything else is quick (C-02, A-12). */
import { answerFault } from '../answer-fault.ts';
import { seenByLateKeys } from '../observing.ts';

/** The system waits six seconds for keys. */
const heldMs = 7_000;

export const keysSlow = answerFault({
  name: 'idp.keys-slow',
  title: 'The keys of the identity provider come later than anybody waits for them.',
  meets: 'sso.keys.unreachable',
  slowToSee: true,
  kind: 'jwks',
  rewrite: (answer) => ({ ...answer }),
  heldMs,
  observe: seenByLateKeys,
});
