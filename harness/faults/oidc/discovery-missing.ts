/** The discovery document is gone: a proxy in front of the identity provider lost one rule (C-03). OIDC Discovery 1.0 §4. */
import { answerFault, page } from '../answer-fault.ts';
import { seenInDiscovery } from '../observing.ts';

export const discoveryMissing = answerFault({
  name: 'idp.discovery-missing',
  title: 'The discovery document is gone; everything else of the identity provider answers.',
  meets: 'sso.idp.unavailable',
  kind: 'discovery',
  rewrite: page(404),
  observe: seenInDiscovery(({ status }) => status === 404),
});
