/** The ID token departs in one thing: the name of whom it is about is empty (RFC 7519 §4.1.2). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('with-an-empty-subject', { proves: ['I-07'], refusedWith: 'sso.id-token.subject-missing' });
