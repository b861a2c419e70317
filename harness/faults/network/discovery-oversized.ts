/** The discovery document is longer than anybody keeps: a limit against it is not to be had by waiting (C-02, S18). NIST SP 800-53 SC-5. */
import { answerFault, saying } from '../answer-fault.ts';
import { seenInDiscovery } from '../observing.ts';

const paddingBytes = 600_000;

export const discoveryOversized = answerFault({
  name: 'idp.discovery-oversized',
  title: 'The discovery document is more than half a megabyte long.',
  family: 'network',
  meets: 'sso.idp.metadata-malformed',
  setting: 'issuer',
  kind: 'discovery',
  rewrite: saying((said) => ({ ...said, padding: 'x'.repeat(paddingBytes) })),
  observe: seenInDiscovery(({ text }) => text.length > paddingBytes),
});
