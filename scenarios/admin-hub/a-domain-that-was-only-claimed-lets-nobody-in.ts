/** Anybody can claim a domain; until its proof stands in the public name system, nobody with an address in it is let in. Calibration: the proof is published, and found. */
import { claimedDomain, publishProof, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ proof: 'published' | 'not published' }>({
  proves: ['M-11', 'N-05'],
  needs: ['name-server'],
  honest: { proof: 'published' },
  deviation: { proof: 'not published' },
  act: async (world, { proof: state }) => {
    const { domain, proof, verify } = await claimedDomain(world);
    if (state === 'published') publishProof(world, domain, [proof]);
    await verify();
    return world.actors.user({ as: 'olga' }).signIn();
  },
  expect: [refusedWith('directory.sign-in.domain-not-verified')],
});
