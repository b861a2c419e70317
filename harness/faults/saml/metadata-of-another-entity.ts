/** The metadata are those of another realm (C-03). SAML Metadata 2.0 §2.3.2. */
import { metadataFault } from './saml-fault.ts';

export const samlMetadataOfAnotherEntity = metadataFault({
  name: 'idp.saml-metadata-of-another-entity',
  title: 'The metadata describe another identity provider.',
  meets: 'sso.idp.issuer-other',
  setting: 'entityId',
  rewrite: (answer) => ({ ...answer, body: answer.body.replace(/ entityID="([^"]*)"/, ' entityID="$1-other"') }),
  seen: ({ text }) => /entityID="[^"]*-other"/.test(text),
});
