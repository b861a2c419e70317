/** Dates with the day first: nobody can say which month is meant, and nothing is guessed. Calibration: the same people, without dates. */
import { feedDatesUnreadable } from '../../harness/faults/index.ts';
import { feedFaultIsRefused } from '../../harness/scenario/index.ts';

export default feedFaultIsRefused(feedDatesUnreadable, { proves: ['N-06'], refusedWith: 'directory.hr-feed.date-wrong' });
