/** Between the connector and the cloud somebody fails, whatever is asked (N-07). RFC 9110 §15.6.1. */
import { gatewayFault } from './gateway-fault.ts';

export const scimAnswered500 = gatewayFault({
  name: 'directory.scim-answered-500',
  title: 'The gateway answers every push of the connector with 500, and hands none on.',
  meets: 'goes-on',
  mode: 'answers-500',
  answers: 500,
  asksTheCloud: false,
});
