/** What a signed-in person's page does beside its requests: it follows what is opened, as a stream of events or over a web socket. */
import type { Target } from '../target/target.ts';
import type { Outcome } from '../verdict/results.ts';
import type { Agent } from './agent.ts';
import type { Channel, FollowKind } from './channel.ts';
import { judgedRaw } from './judged.ts';

/** `from`: the origin of the page whose script asks; the tracker's own unless told otherwise. */
export type FollowOptions = { readonly from?: URL };

const paths: Readonly<Record<FollowKind, string>> = { stream: '/api/issues/stream', 'web-socket': '/api/issues/socket' };
const sessionCookie = '__Host-session';

export async function followIssues(
  agent: Agent,
  target: Target,
  { kind, from }: { readonly kind: FollowKind } & FollowOptions,
): Promise<{ readonly outcome: Outcome; readonly channel: Channel | undefined }> {
  const { tracker } = target.origins;
  const session = await agent.cookie(tracker, sessionCookie);
  const headers = {
    ...(session === undefined ? {} : { cookie: `${sessionCookie}=${session}` }),
    ...(kind === 'web-socket' ? { origin: (from ?? tracker).origin } : {}),
  };
  const { sight, channel } = await agent.follow(new URL(paths[kind], tracker), { kind, headers });
  return { outcome: await judgedRaw(sight, target), channel };
}
