/** The ordinary day of an organisation whose identity provider speaks SAML: from the tracker's front page through a signed request and a signed response (SAML Profiles 2.0 §4.1). */
import { arrives, scenario, signInBySaml } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['I-03', 'I-05', 'I-08', 'A-01'],
  needs: ['saml'],
  honest: {},
  act: (world) => signInBySaml(world),
  expect: [arrives('tracker')],
});
