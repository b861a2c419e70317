/** Between the connector and the cloud somebody answers that it asks too often, whatever it asks (N-07). RFC 6585 §4. */
import { gatewayFault } from './gateway-fault.ts';

export const scimAnswered429 = gatewayFault({
  name: 'directory.scim-answered-429',
  title: 'The gateway answers every push of the connector with 429, and hands none on.',
  meets: 'goes-on',
  mode: 'answers-429',
  answers: 429,
  asksTheCloud: false,
});
