/** The discovery document is that of another issuer: the host name was changed and nobody told the cloud (C-03). OIDC Discovery 1.0 §4.3. */
import { answerFault, saying } from '../answer-fault.ts';
import { seenInDiscovery } from '../observing.ts';

const other = 'https://login.acme.test/realms/new';

export const discoveryNamesAnotherIssuer = answerFault({
  name: 'idp.discovery-names-another-issuer',
  title: 'The discovery document names another issuer than the one that the cloud was told.',
  meets: 'sso.idp.issuer-other',
  setting: 'issuer',
  kind: 'discovery',
  rewrite: saying((said) => ({ ...said, issuer: other })),
  observe: seenInDiscovery(({ json }) => json?.issuer === other),
});
