/** It has no name, and its value reads like a name and a value: it opens nothing. */
import { cookieScenario } from '../../harness/scenario/index.ts';

export default cookieScenario('without-a-name', { proves: ['I-08', 'S3'], refusedWith: 'session.host.missing' });
