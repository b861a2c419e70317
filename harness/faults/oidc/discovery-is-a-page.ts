/** Where the discovery document was there is a page for people now: a portal that answers 200 to everything (C-03). OIDC Discovery 1.0 §4.3. */
import { answerFault, page } from '../answer-fault.ts';
import { seenInDiscovery } from '../observing.ts';

export const discoveryIsAPage = answerFault({
  name: 'idp.discovery-is-a-page',
  title: 'Where the discovery document was, a page for people answers with 200.',
  meets: 'sso.idp.metadata-malformed',
  setting: 'issuer',
  kind: 'discovery',
  rewrite: page(200),
  observe: seenInDiscovery(({ status, json }) => status === 200 && json === undefined),
});
