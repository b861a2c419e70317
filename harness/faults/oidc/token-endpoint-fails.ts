/** People can sign in at the identity provider, and what the cloud asks it about them is answered by an error: half of it is down (C-02). RFC 6749 §5.2. */
import { answerFault, page } from '../answer-fault.ts';
import { seenBySignIn } from '../observing.ts';

export const tokenEndpointFails = answerFault({
  name: 'idp.token-endpoint-fails',
  title: 'People sign in at the identity provider, and its token endpoint answers 503.',
  meets: 'sso.code-exchange.idp-unreachable',
  kind: 'token',
  rewrite: page(503),
  observe: seenBySignIn((end) => end.ended === 'no-tokens' && end.status === 503),
});
