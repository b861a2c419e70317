/** The SAML response departs in one thing: the name of the person is a section of character data (XML 1.0 §2.7). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-character-data', { proves: ['I-07'], refusedWith: 'sso.saml-response.character-data' });
