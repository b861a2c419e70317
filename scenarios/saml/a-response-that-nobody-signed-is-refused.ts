/** An identity provider that signs nothing vouches for nobody. */
import { samlNothingSigned } from '../../harness/faults/index.ts';
import { samlFaultIsRefused } from '../../harness/scenario/index.ts';

export default samlFaultIsRefused(samlNothingSigned, { proves: ['C-03', 'I-07'], refusedWith: 'sso.saml-response.assertion-not-signed' });
