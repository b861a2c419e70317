/** A domain was verified by its proof, and the proof is gone when an org admin has us look again: who proved it once may have lost it since. Calibration: the proof is still there. */
import { afterwards, claimedDomain, publishProof, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ proof: 'there' | 'gone' }>({
  proves: ['M-11'],
  needs: ['name-server'],
  honest: { proof: 'there' },
  deviation: { proof: 'gone' },
  act: async (world, { proof: now }) => {
    const { domain, proof, verify } = await claimedDomain(world);
    publishProof(world, domain, [proof]);
    await verify();
    if (now === 'gone') publishProof(world, domain, []);
    await verify();
    return world.actors.user({ as: 'olga' }).signIn();
  },
  expect: [
    refusedWith('directory.sign-in.domain-not-verified'),
    afterwards('afterwards the domain that came with the cloud still counts', ({ actors }) => actors.user().signIn()),
  ],
});
