/** The issues of the tracker, read as data. */
import type { NetworkName } from '../fixtures/fixtures.ts';
import type { Replied } from './actors.ts';
import type { Agent } from './agent.ts';
import type { ActorsOptions } from './company.ts';
import { programRequest } from './program-request.ts';
import { trackerCookie } from './raw-acts.ts';

/** As a script of the tracker's own would, byte by byte. */
export async function listIssues(agent: Agent, options: ActorsOptions, from: NetworkName): Promise<Replied> {
  const { tracker } = options.target.origins;
  const headers = await trackerCookie(agent, tracker);
  return programRequest(options, { from, url: new URL('/api/issues', tracker), method: 'GET', headers });
}
