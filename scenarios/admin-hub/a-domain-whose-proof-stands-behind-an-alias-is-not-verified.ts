/** The name of the proof leads to another name, and there it is: who keeps that one may be anybody, and may keep it for anybody. Calibration: the record stands with the very name. */
import { claimedDomain, publishProof, publishProofBehindAnAlias, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ proof: 'with its name' | 'behind an alias' }>({
  proves: ['M-11'],
  needs: ['name-server'],
  honest: { proof: 'with its name' },
  deviation: { proof: 'behind an alias' },
  act: async (world, { proof: where }) => {
    const { domain, proof, verify } = await claimedDomain(world);
    (where === 'with its name' ? publishProof : publishProofBehindAnAlias)(world, domain, [proof]);
    return verify();
  },
  expect: [refusedWith('directory.domain.proof-elsewhere')],
});
