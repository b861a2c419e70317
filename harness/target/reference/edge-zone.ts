/** The provider's edge as a zone: its process loads the edge and nothing of what lies behind it. */
import { type EdgePolicy, releasedEdgePolicy, startEdge } from '../../../system/edge/index.ts';
import { opening } from '../../network/opener.ts';
import { seededRandom } from '../../ports/seeded-random.ts';
import type { EdgeSetup, EdgeZone, Surroundings } from './zone.ts';
import { openZoneAudit } from './zone-audit.ts';

/** Opens the audit log; nothing listens before `start`. */
export async function openEdgeZone(
  setup: EdgeSetup,
  surroundings: Surroundings,
  policy: EdgePolicy = releasedEdgePolicy,
): Promise<EdgeZone> {
  const { clock, log, observer } = surroundings;
  const audit = await openZoneAudit(setup.auditFile, surroundings);
  const random = seededRandom(setup.chance.seed, setup.chance.label);
  const ports = { random, audit, log, clock, observer, opens: <Result>(work: () => Result) => opening('system:hop', work) };
  let running: Awaited<ReturnType<typeof startEdge>> | undefined;
  const stop = async (): Promise<void> => {
    await running?.close();
    running = undefined;
  };
  return {
    start: async (ingress) => {
      const { certificates, identity } = setup;
      running = await startEdge({ address: '127.0.0.1', certificates, identity, ingress }, ports, policy);
      return { address: running.address, port: running.port };
    },
    stop,
    close: async () => {
      await stop();
      await audit.close();
    },
  };
}
