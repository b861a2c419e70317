/** Moves Keycloak's clock through the time-offset provider, when its build has one. */
import type { Undo } from '../driver.ts';
import { AdminFailure } from './admin-api.ts';
import { loopbackRequest, type Upstream } from './loopback-request.ts';

const path = '/realms/master/testing-timeoffset';

/** How far the server's clock is moved, in seconds; undefined when this build cannot move it. */
export async function clockOffset(upstream: Upstream): Promise<number | undefined> {
  const { status, text } = await loopbackRequest(upstream, { method: 'GET', path });
  if (status === 404) return undefined;
  if (status !== 200) throw new AdminFailure(`the identity provider's clock answered ${status}`);
  return (JSON.parse(text) as { offset: number }).offset;
}

async function setOffset(upstream: Upstream, offset: number): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const { status } = await loopbackRequest(upstream, { method: 'PUT', path, headers, body: JSON.stringify({ offset }) });
  if (status !== 200 || (await clockOffset(upstream)) !== offset) {
    throw new AdminFailure(`the identity provider's clock did not move to ${offset} s`);
  }
}

/** Moves by `bySeconds` from where it stands, verified by reading back; the undo puts it back there. `moved` is told after every move: tokens issued before may be worthless. */
export async function shiftClock(upstream: () => Upstream, bySeconds: number, moved: () => void): Promise<Undo> {
  const before = (await clockOffset(upstream())) ?? 0;
  const move = async (offset: number) => {
    await setOffset(upstream(), offset);
    moved();
  };
  await move(before + bySeconds);
  return () => move(before);
}
