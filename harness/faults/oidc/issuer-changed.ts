/** The identity provider calls itself otherwise in its answers than in its discovery document: a renaming that is half done (C-03). RFC 9207 §2.4. */

import { fieldOf, withField } from '../../network/fields.ts';
import { answerFault } from '../answer-fault.ts';
import { seenBySignIn } from '../observing.ts';

const other = 'https://login.acme.test/realms/new';

export const issuerChanged = answerFault({
  name: 'idp.issuer-changed',
  title: 'The identity provider answers under a new name that its discovery document does not have yet.',
  meets: 'sso.callback.issuer-other',
  kind: 'authorization',
  rewrite(answer) {
    const back = new URL(fieldOf(answer.fields, 'location') ?? '');
    back.searchParams.set('iss', other);
    return { ...answer, fields: withField(answer.fields, 'Location', back.href) };
  },
  observe: seenBySignIn((end) => end.ended === 'tokens' && end.response.get('iss') === other),
});
