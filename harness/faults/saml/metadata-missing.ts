/** The metadata are gone: a proxy in front of the identity provider lost one rule (C-03). SAML Metadata 2.0 §4.1. */
import { page } from '../answer-fault.ts';
import { metadataFault } from './saml-fault.ts';

export const samlMetadataMissing = metadataFault({
  name: 'idp.saml-metadata-missing',
  title: 'The metadata are gone; everything else of the identity provider answers.',
  meets: 'sso.idp.unavailable',
  rewrite: page(404),
  seen: ({ status }) => status === 404,
});
