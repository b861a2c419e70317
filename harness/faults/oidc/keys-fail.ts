/** The address of the keys answers 500 while everything else works (C-02, C-03). */
import { answerFault, page } from '../answer-fault.ts';
import { seenInKeys } from '../observing.ts';

export const keysFail = answerFault({
  name: 'idp.keys-fail',
  title: 'Where the keys of the identity provider are published, an error answers.',
  meets: 'sso.keys.unreachable',
  kind: 'jwks',
  rewrite: page(500),
  observe: seenInKeys(({ status }) => status === 500),
});
