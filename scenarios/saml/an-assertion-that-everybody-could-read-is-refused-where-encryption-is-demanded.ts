/** Where assertions must be encrypted, a readable one is refused, however well it is signed (SAML Profiles 2.0 §4.1.4.5). */
import { encryptedToUs, refusedWith, scenario, signInBySaml } from '../../harness/scenario/index.ts';

export default scenario<{ assertion: 'encrypted' | 'readable' }>({
  proves: ['I-07', 'I-11'],
  needs: ['saml'],
  honest: { assertion: 'encrypted' },
  deviation: { assertion: 'readable' },
  act: async (world, { assertion }) => {
    if (assertion === 'encrypted') await encryptedToUs(world);
    return signInBySaml(world, { profile: { encryptedAssertionsOnly: true } });
  },
  expect: [refusedWith('sso.saml-response.assertion-not-encrypted')],
});
