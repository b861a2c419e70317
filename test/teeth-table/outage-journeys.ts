/** The teeth of the scenarios about what goes on while the identity provider is away. */
import { sessionsNeedTheIdp } from '../../harness/defects/index.ts';
import { arrivesInstead, off, refusedInstead, type Tooth } from './tooth.ts';

const needsTheIdp = (host: string): readonly Tooth[] => [
  refusedInstead([sessionsNeedTheIdp], 'ingress.admission.idp-away', `arrives on ${host}`),
];

export const outageJourneyTeeth: Readonly<Record<string, readonly Tooth[]>> = {
  'outage/whoever-is-signed-on-opens-another-product-while-the-idp-is-away': needsTheIdp('wiki'),
  'outage/an-org-admin-goes-on-working-while-the-idp-is-away': needsTheIdp('admin'),
  'outage/signing-out-works-while-the-idp-is-away': [
    arrivesInstead(off('session.host.signed-out'), 'tracker', 'the session that was held opens nothing any more'),
  ],
};
