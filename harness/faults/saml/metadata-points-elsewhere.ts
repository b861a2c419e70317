/** The metadata name an address to sign in at that the cloud may not send anybody to (C-03, S18). */
import { metadataFault } from './saml-fault.ts';

const elsewhere = 'https://idp.stranger.test/sso';

export const samlMetadataPointsElsewhere = metadataFault({
  name: 'idp.saml-metadata-points-elsewhere',
  title: 'The metadata name an address to sign in at that is at a host of somebody else.',
  meets: 'sso.idp.endpoint-not-allowed',
  rewrite: (answer) => ({
    ...answer,
    body: answer.body.replace(/(<(?:\w+:)?SingleSignOnService[^>]*Location=")[^"]*"/, `$1${elsewhere}"`),
  }),
  seen: ({ text }) => text.includes(elsewhere),
});
