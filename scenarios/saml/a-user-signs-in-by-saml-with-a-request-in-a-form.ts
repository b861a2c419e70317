/** Our request travels in a form as well, where the organisation's identity provider wants that (SAML Bindings 2.0 §3.5). */
import { arrives, scenario, signInBySaml } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['I-05'],
  needs: ['saml'],
  honest: {},
  act: (world) => signInBySaml(world, { profile: { requestBinding: 'post' } }),
  expect: [arrives('tracker')],
});
