/** Somebody ends a person's sessions at the identity provider, and its own call arrives at its own time and in its own form: what was kept of one opens nothing any more (OIDC Back-Channel Logout 1.0 §2.5). */
import { endedByIdpScenario, heldAtIdp } from '../../harness/scenario/index.ts';

export default endedByIdpScenario({
  proves: ['I-08', 'C-04'],
  // The identity provider is one for all worlds, and calls one of them.
  alone: true,
  given: heldAtIdp,
  ends: async (world) => {
    world.idpReaches();
    await world.realm.endSessions('uma');
    return undefined;
  },
});
