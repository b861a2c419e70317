/** The identity provider publishes no key at all: its key store was emptied, or never filled (C-03). RFC 7517 §5.1. */
import { answerFault, saying } from '../answer-fault.ts';
import { keyIdsIn, seenInKeys } from '../observing.ts';

export const keysEmpty = answerFault({
  name: 'idp.keys-empty',
  title: 'The identity provider publishes an empty set of keys.',
  meets: 'sso.keys.empty',
  kind: 'jwks',
  rewrite: saying((said) => ({ ...said, keys: [] })),
  observe: seenInKeys(({ status, json }) => status === 200 && json !== undefined && keyIdsIn(json).length === 0),
});
