/** The teeth of the scenarios about SAML: the rule of each deviation left out and the second opinion silenced; then the person gets in, or the next rule refuses. */
import { refusedInstead, type Tooth, tooStrict } from './tooth.ts';

export const samlTeeth: Readonly<Record<string, readonly Tooth[]>> = {
  'saml/a-user-signs-in-by-saml-and-opens-the-tracker': [
    refusedInstead(tooStrict('sso.saml-response.of-another-browser'), 'sso.saml-response.of-another-browser', 'arrives on tracker'),
    refusedInstead(tooStrict('sso.saml-response.library-refused'), 'sso.saml-response.library-refused', 'arrives on tracker'),
  ],
};
