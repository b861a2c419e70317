/** The makers of security keys of one world: the listed one, whose root the target accepts, and another one. */
import { attestationAuthority, type Hardware, testModelAaguid } from '../../../fakes/index.ts';
import { seededRandom } from '../../ports/seeded-random.ts';
import type { ReferenceOptions } from './options.ts';

export type ListedHardware = { readonly rootPem: string; readonly hardware: Hardware };

export async function listedHardware({ chance, clock }: ReferenceOptions): Promise<ListedHardware> {
  const makerOf = (label: string) =>
    attestationAuthority({ random: seededRandom(chance.seed, `${chance.label} ${label}`), nowMs: clock.now() });
  const maker = await makerOf('attestation');
  const model = await maker.model(testModelAaguid);
  return {
    rootPem: maker.rootPem,
    hardware: { ...model, makers: { listed: maker, other: () => makerOf('attestation of another maker') } },
  };
}
