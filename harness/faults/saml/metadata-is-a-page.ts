/** In the place of the metadata stands a page for people (C-03). SAML Metadata 2.0 §4.1. */
import { page } from '../answer-fault.ts';
import { metadataFault } from './saml-fault.ts';

export const samlMetadataIsAPage = metadataFault({
  name: 'idp.saml-metadata-is-a-page',
  title: 'In the place of the metadata stands a page for people.',
  meets: 'sso.idp.metadata-malformed',
  setting: 'entityId',
  rewrite: page(200),
  seen: ({ status, text }) => status === 200 && text.startsWith('<!doctype html>'),
});
