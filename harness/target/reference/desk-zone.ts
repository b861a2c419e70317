/** The provider's Support Desk as a zone: its process loads the desk and nothing of a customer's cloud. */
import { hopTo } from '../../../system/kernel/hop.ts';
import { smtpMail } from '../../../system/kernel/mail.ts';
import { registrationLinkPath } from '../../../system/kernel/registration-link.ts';
import { createSupportDesk, type SupportDesk } from '../../../system/support-desk/index.ts';
import { hosts } from '../../fixtures/fixtures.ts';
import { opening } from '../../network/opener.ts';
import { seededRandom } from '../../ports/seeded-random.ts';
import type { DeskSetup, DeskZone, Surroundings } from './zone.ts';
import { openZoneAudit } from './zone-audit.ts';

/** Opens the audit log; the desk has no way to break-glass before `start`. */
export async function openDeskZone(setup: DeskSetup, surroundings: Surroundings): Promise<DeskZone> {
  const { log } = surroundings;
  const audit = await openZoneAudit(setup.auditFile, surroundings);
  const random = seededRandom(setup.chance.seed, setup.chance.label);
  const mail = smtpMail({ ...setup.mail, from: `desk@${hosts.desk}` }, (work) => opening('system:mail', work));
  let running: { readonly desk: SupportDesk; end(): void } | undefined;
  const stop = async (): Promise<void> => {
    running?.end();
    running = undefined;
  };
  return {
    start: async (place) => {
      const breakGlass = hopTo({ ...place, role: 'break-glass' }, setup.identity, (work) => opening('system:hop', work));
      const desk = createSupportDesk({ adminHost: hosts.admin, registrationLinkPath }, { random, audit, log, mail, breakGlass });
      running = { desk, end: () => breakGlass.close() };
    },
    issueLink: async (request) => {
      if (running === undefined) throw new TypeError('the desk has not been started');
      await running.desk.issueLink(request);
    },
    stop,
    close: async () => {
      await stop();
      await audit.close();
    },
  };
}
