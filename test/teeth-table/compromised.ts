/** The teeth of the scenarios about an identity provider in wrong hands: an identity made of an e-mail address, and the rules that nobody's word replaces. */
import { emailIsTheIdentity, lenientOidcLibrary } from '../../harness/defects/index.ts';
import { arrivesInstead, off, type Tooth } from './tooth.ts';

const byAddress = (failing: string, observed: string): readonly Tooth[] => [
  { plants: [emailIsTheIdentity], red: 'fail', failing, observed },
];
const whoWasThere = byAddress('is the person who was there before', 'another subject');

export const compromisedTeeth: Readonly<Record<string, readonly Tooth[]>> = {
  'compromised/a-stranger-whom-the-idp-vouches-for-is-nobody-we-know': byAddress('is somebody else than before', 'the same subject'),
  'compromised/break-glass-shuts-out-whoever-stole-the-key-of-the-idp': [
    arrivesInstead([...off('sso.id-token.key-struck-out'), lenientOidcLibrary], 'tracker', 'is refused with sso.id-token.key-struck-out'),
  ],
  'compromised/somebody-of-another-house-is-refused': [
    arrivesInstead(off('directory.sign-in.domain-not-verified'), 'tracker', 'is refused with directory.sign-in.domain-not-verified'),
  ],
  'compromised/the-address-of-an-admin-makes-nobody-an-admin': [
    ...whoWasThere,
    {
      plants: off('admin-hub.access.not-org-admin'),
      red: 'fail',
      failing: 'AdminHub stays closed to them',
      observed: 'arrived on admin',
    },
  ],
  'compromised/the-name-of-a-break-glass-account-opens-nothing': [
    arrivesInstead(off('admin-hub.access.not-org-admin'), 'admin', 'is refused with admin-hub.access.not-org-admin'),
  ],
  'compromised/whoever-stole-the-key-of-the-idp-is-whom-they-name': whoWasThere,
  'compromised/whom-the-idp-vouches-for-is-that-person': whoWasThere,
};
