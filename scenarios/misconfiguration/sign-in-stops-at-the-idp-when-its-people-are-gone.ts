/** A realm that was restored without its people asks for a password for ever: the person stays on its page. */
import { realmHalfImported } from '../../harness/faults/index.ts';
import { faultStopsAtIdp } from '../../harness/scenario/index.ts';

export default faultStopsAtIdp(realmHalfImported, { proves: ['C-03'], stopsWith: 'a question' });
