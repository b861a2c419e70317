/** The provider's Support Desk: asks an isolated cloud for a registration link, and mails it to the account's registered address and nowhere else (D-01, D-05). */
import type { Hop } from '../kernel/hop.ts';
import type { AuditLog, Log, Mail, Random } from '../kernel/ports.ts';
import { newReference } from '../kernel/reference.ts';
import { Refusal } from '../kernel/refusal.ts';
import { type LinkAnswer, type LinkRequest, linkAnswerSchema } from '../kernel/registration-link.ts';
import { judge } from '../kernel/rule.ts';
import { type LinkFacts, linkRules } from './registration-link.ts';
import { registrationMail } from './registration-mail.ts';

export { type LinkFacts, linkRules, type SupportDeskRefusal } from './registration-link.ts';

export type SupportDeskConfig = {
  /** `admin.<cloud>.isolated.test`. */
  readonly adminHost: string;
  /** Of the JSON call on break-glass's own listener. */
  readonly registrationLinkPath: string;
};
export type SupportDeskPorts = {
  readonly random: Random;
  readonly audit: AuditLog;
  readonly log: Log;
  readonly mail: Mail;
  /** To break-glass, as role `support-desk` (S2). */
  readonly breakGlass: Hop;
};

export type SupportDesk = {
  /** Resolves when the mail relay has taken the message. Rejects with a `Refusal`; the record of either is written first. */
  issueLink(request: LinkRequest): Promise<void>;
};

const timeoutMs = 5_000;

export function createSupportDesk(config: SupportDeskConfig, ports: SupportDeskPorts): SupportDesk {
  return {
    issueLink: async (request) => {
      const { facts, link } = await gather(config, ports, request);
      const judgement = judge(linkRules, facts);
      const safeFacts = link === undefined ? {} : { account: request.account, link };
      await ports.audit.append({
        reference: newReference(ports.random),
        event: 'support-desk.registration-link.issued',
        code: judgement.allowed ? 'allowed' : judgement.code,
        actor: request.operator,
        peer: '',
        facts: safeFacts,
      });
      if (!judgement.allowed) throw new Refusal(judgement.code, { cites: judgement.cites, facts: safeFacts });
    },
  };
}

/** Break-glass names the registered address; the desk sends to no other. */
async function gather(
  config: SupportDeskConfig,
  ports: SupportDeskPorts,
  request: LinkRequest,
): Promise<{ readonly facts: LinkFacts; readonly link?: string }> {
  const answer = await ask(config, ports, request);
  if (answer?.kind !== 'issued') return { facts: { breakGlass: answer === undefined ? 'silent' : 'refused', mail: 'not-sent' } };
  const { token, to, endsAtMs, link } = answer;
  const url = `https://${config.adminHost}/break-glass/registration#${token}`;
  return {
    facts: { breakGlass: 'issued', mail: await send(ports, registrationMail({ to, url, account: request.account, endsAtMs })) },
    link,
  };
}

async function ask(
  { registrationLinkPath }: SupportDeskConfig,
  { breakGlass, log }: SupportDeskPorts,
  request: LinkRequest,
): Promise<LinkAnswer | undefined> {
  try {
    return linkAnswerSchema.parse(await breakGlass.call(registrationLinkPath, request, timeoutMs));
  } catch (error) {
    log.error('break-glass gave no usable answer to a request for a registration link', error);
    return undefined;
  }
}

async function send({ mail, log }: SupportDeskPorts, message: Parameters<Mail['send']>[0]): Promise<LinkFacts['mail']> {
  try {
    await mail.send(message);
    return 'accepted';
  } catch (error) {
    log.error('the mail relay did not take a registration link', error);
    return 'not-accepted';
  }
}
