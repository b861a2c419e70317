/** What org admins may see and set: limits within the deployment's bounds, for running sessions too, and the list of sessions, each of which they can end (M-10, K-04). */
import { demand } from '../../kernel/refusal.ts';
import type { SessionAdministration, SessionLimits } from '../../kernel/sessions.ts';
import { lives, living } from './life.ts';
import type { Parts } from './parts.ts';

export function sessionAdministration(parts: Parts): SessionAdministration {
  const { limits, config, signOns, policy } = parts;
  return {
    limits: limits.current,
    bounds: config.bounds,
    changeLimits: (proposed) => {
      const next = {
        absoluteSeconds: wholeNumber(proposed.absoluteSeconds),
        idleSeconds: wholeNumber(proposed.idleSeconds),
        perPerson: wholeNumber(proposed.perPerson),
      };
      const allWhole = Object.values(next).every((value) => value !== undefined);
      demand(policy.settings, { allWhole, proposed: next, bounds: config.bounds });
      const judged = next as SessionLimits;
      const beyond = beyondLimit(parts, judged.perPerson);
      return {
        facts: { ...judged, ...(beyond.length === 0 ? {} : { ended: beyond.join(' ') }) },
        effect: () => {
          limits.save(judged);
          for (const handle of beyond) signOns.change(handle, { ended: 'displaced' });
        },
      };
    },
    list: (subject) =>
      living(parts, subject === undefined ? signOns.all() : signOns.of(subject)).map(
        ({ handle, signOn: { subject: whose, startedAtMs, lastSeenAtMs, children } }) => ({
          handle,
          subject: whose,
          startedAtMs,
          lastSeenAtMs,
          hosts: Object.keys(children),
        }),
      ),
    revoke: (handle, of) => {
      const signOn = signOns.find(handle);
      const isLiving = lives(parts, signOn);
      demand(policy.revocation, { lives: isLiving, ofWhomItShouldBe: of === undefined || signOn?.subject === of });
      return { facts: { ended: handle }, effect: () => signOns.change(handle, { ended: 'revoked' }) };
    },
  };
}

/** Of each person, the handles of the oldest that are too many. Asked by person: only there is the order known of those that began in the same millisecond. */
function beyondLimit(parts: Parts, perPerson: number): readonly string[] {
  const people = new Set(parts.signOns.all().map(({ signOn }) => signOn.subject));
  return [...people].flatMap((subject) =>
    living(parts, parts.signOns.of(subject))
      .slice(0, -perPerson)
      .map(({ handle }) => handle),
  );
}

/** A number, or a text of digits as a form sends it; at most nine digits, so that no two texts are one number. */
function wholeNumber(value: unknown): number | undefined {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  return /^[1-9][0-9]{0,8}$/.test(text) ? Number(text) : undefined;
}
