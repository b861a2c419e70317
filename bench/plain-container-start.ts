/** A plain first start of Keycloak in a container: the image that the prepared one was made from, `start-dev`, no data. */
import { join } from 'node:path';
import type { StartOptions } from '../harness/idp/index.ts';
import { chooseImage } from '../harness/idp/keycloak-container/image.ts';
import { removeContainer, startContainer } from '../harness/idp/keycloak-container/loopback-container.ts';
import { untilReady } from '../harness/idp/keycloak-container/ready.ts';

const startLimitMs = 300_000;

/** Milliseconds from the order to the engine to the first 200 of the master realm's discovery document. */
export async function plainContainerStart({ image, runFolder, lease }: StartOptions): Promise<number> {
  const chosen = await chooseImage(image);
  if (chosen.image === undefined) throw new Error(`${chosen.why}. ${chosen.remedy}`);
  const logFile = join(runFolder, 'plain-container.log');
  const startedAt = performance.now();
  // Without the variable, which the public image sets itself, start-dev listens inside the container only.
  const container = await startContainer({
    image: chosen.image,
    command: ['start-dev'],
    environment: { KC_RUN_IN_CONTAINER: 'true' },
    purpose: 'idp',
    logFile,
    lease,
  });
  try {
    await untilReady(container, { realm: 'master', limitMs: startLimitMs, logFile });
    return performance.now() - startedAt;
  } finally {
    await removeContainer(container.id);
  }
}
