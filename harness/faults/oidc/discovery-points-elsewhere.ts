/** The discovery document names a token endpoint at a host that the cloud may not turn to: where the client secret would go (C-03, S18). */
import { answerFault, saying } from '../answer-fault.ts';
import { seenInDiscovery } from '../observing.ts';

const elsewhere = 'https://idp.stranger.test/token';

export const discoveryPointsElsewhere = answerFault({
  name: 'idp.discovery-points-elsewhere',
  title: 'The discovery document names a token endpoint at a host of somebody else.',
  meets: 'sso.idp.endpoint-not-allowed',
  kind: 'discovery',
  rewrite: saying((said) => ({ ...said, token_endpoint: elsewhere })),
  observe: seenInDiscovery(({ json }) => json?.token_endpoint === elsewhere),
});
