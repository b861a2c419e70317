/** A portal answers 200 to everything: a page for people is no discovery document. */
import { discoveryIsAPage } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(discoveryIsAPage, {
  proves: ['A-12', 'C-03'],
  refusedWith: 'sso.idp.metadata-malformed',
});
