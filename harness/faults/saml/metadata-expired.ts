/** The metadata say that they counted until yesterday: nobody makes them anew (C-03). SAML Metadata 2.0 §2.3.2. */
import { metadataFault } from './saml-fault.ts';

const ended = 'validUntil="2026-01-01T00:00:00Z"';

export const samlMetadataExpired = metadataFault({
  name: 'idp.saml-metadata-expired',
  title: 'The metadata say that they count no more.',
  meets: 'sso.idp.metadata-expired',
  rewrite: (answer) => ({ ...answer, body: answer.body.replace(' entityID=', ` ${ended} entityID=`) }),
  seen: ({ text }) => text.includes(ended),
});
