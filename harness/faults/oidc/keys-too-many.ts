/** Keys are added and never taken away: the set has grown beyond what anybody keeps (C-03, S18). */
import { answerFault, saying } from '../answer-fault.ts';
import { keyIdsIn, seenInKeys } from '../observing.ts';

const many = 100;

export const keysTooMany = answerFault({
  name: 'idp.keys-too-many',
  title: `The identity provider publishes more than ${many} keys.`,
  meets: 'sso.keys.too-large',
  kind: 'jwks',
  rewrite: saying(({ keys, ...said }) => {
    const [first, ...more] = keys as readonly Readonly<Record<string, unknown>>[];
    return { ...said, keys: [first, ...more, ...Array.from({ length: many }, (_, at) => ({ ...first, kid: `old-${at}` }))] };
  }),
  observe: seenInKeys(({ json }) => keyIdsIn(json).length > many),
});
