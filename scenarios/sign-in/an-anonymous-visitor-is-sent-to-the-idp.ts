/** Nobody sees a product before the identity provider has spoken. */
import { arrives, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['M-05', 'I-05', 'A-01'],
  honest: {},
  act: ({ actors }) => actors.visitor().open('tracker'),
  expect: [arrives('idp')],
});
