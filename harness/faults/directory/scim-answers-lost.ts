/** Every push arrives and is done, and the connector is told that it failed: it repeats it for ever (N-07). RFC 9110 §9.2.2. */
import { gatewayFault } from './gateway-fault.ts';

export const scimAnswersLost = gatewayFault({
  name: 'directory.scim-answers-lost',
  title: 'The gateway hands on every push of the connector, and answers 500 whatever came of it.',
  meets: 'directory.scim.refused-too-often',
  mode: 'loses-answers',
  answers: 500,
  asksTheCloud: true,
});
