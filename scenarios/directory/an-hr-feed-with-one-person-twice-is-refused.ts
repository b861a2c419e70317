/** The same employee id on two lines: nobody can say which one counts. Calibration: each once. */
import { feedPersonTwice } from '../../harness/faults/index.ts';
import { feedFaultIsRefused } from '../../harness/scenario/index.ts';

export default feedFaultIsRefused(feedPersonTwice, { proves: ['N-06'], refusedWith: 'directory.hr-feed.person-repeated' });
