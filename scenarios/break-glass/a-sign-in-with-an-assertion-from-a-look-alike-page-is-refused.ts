/** Right account, right password, right key, and the page on which it signed only ends in the name of the right one: what a phishing page below our host would relay. */
import { assertionScenario } from '../../harness/scenario/index.ts';

export default assertionScenario('from-a-look-alike-page', {
  proves: ['B-03', 'G-06'],
  refusedWith: 'break-glass.login.origin-other',
});
