/** Nobody answers when we look anew for the proof of a domain that was verified: that is no proof, and no denial, so that its people still sign in. Calibration: the same proof, and an answer. */
import { afterwards, claimedDomain, publishProof, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ nameSystem: 'answers' | 'is silent' }>({
  proves: ['M-11'],
  needs: ['name-server'],
  honest: { nameSystem: 'answers' },
  deviation: { nameSystem: 'is silent' },
  act: async (world, { nameSystem }) => {
    const { domain, proof, verify } = await claimedDomain(world);
    publishProof(world, domain, [proof]);
    const first = await verify();
    if (first.kind !== 'ok') return first;
    if (nameSystem === 'is silent') world.target.names?.fallSilent();
    return verify();
  },
  expect: [
    refusedWith('directory.domain.names-silent'),
    afterwards('a domain that was verified before still counts', ({ actors }) => actors.user({ as: 'olga' }).signIn()),
  ],
});
