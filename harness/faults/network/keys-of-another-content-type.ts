/** The keys come as a page for people: a proxy that writes the same type above everything (C-02, C-03). RFC 7517 §8.5. */

import { withField } from '../../network/fields.ts';
import { answerFault } from '../answer-fault.ts';
import { seenInKeys } from '../observing.ts';

const type = 'text/html; charset=utf-8';

export const keysOfAnotherContentType = answerFault({
  name: 'idp.keys-of-another-content-type',
  title: 'The keys of the identity provider come under the content type of a page.',
  family: 'network',
  meets: 'sso.keys.malformed',
  setting: 'endpoint-keys',
  kind: 'jwks',
  rewrite: (answer) => ({ ...answer, fields: withField(answer.fields, 'Content-Type', type) }),
  observe: seenInKeys((seen) => seen.type === type),
});
