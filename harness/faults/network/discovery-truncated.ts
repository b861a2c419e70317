/** The discovery document is cut in the middle, and its length says that this was all of it: a cache that kept half (C-02, C-03). RFC 8259 §2. */
import { answerFault } from '../answer-fault.ts';
import { seenInDiscovery } from '../observing.ts';

export const discoveryTruncated = answerFault({
  name: 'idp.discovery-truncated',
  title: 'The discovery document is cut in the middle, as if that were all of it.',
  family: 'network',
  meets: 'sso.idp.metadata-malformed',
  setting: 'issuer',
  kind: 'discovery',
  rewrite: (answer) => ({ ...answer, body: answer.body.slice(0, answer.body.length / 2) }),
  observe: seenInDiscovery(({ status, json, text }) => status === 200 && json === undefined && text.startsWith('{')),
});
