/** The name system holds a proof, of somebody else's claim. Calibration: the proof of this claim, beside it. */
import { claimedDomain, publishProof, refusedWith, scenario } from '../../harness/scenario/index.ts';

const ofAnotherClaim = `tempered-domain-proof=${'a1'.repeat(20)}`;

export default scenario<{ proof: 'own' | 'of another claim' }>({
  proves: ['M-11'],
  needs: ['name-server'],
  honest: { proof: 'own' },
  deviation: { proof: 'of another claim' },
  act: async (world, { proof: whose }) => {
    const { domain, proof, verify } = await claimedDomain(world);
    publishProof(world, domain, whose === 'own' ? [ofAnotherClaim, proof] : [ofAnotherClaim]);
    return verify();
  },
  expect: [refusedWith('directory.domain.proof-missing')],
});
