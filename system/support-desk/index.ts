/** The provider's Support Desk: asks an isolated cloud for a registration link, and mails it to the account's registered address and nowhere else (D-01, D-05). */
import { z } from 'zod';
import type { Hop } from '../kernel/hop.ts';
import type { AuditLog, Log, Mail, Random } from '../kernel/ports.ts';
import { newReference } from '../kernel/reference.ts';
import { Refusal, type SafeFacts } from '../kernel/refusal.ts';
import type { RefusalCode } from '../kernel/rule.ts';
import { registrationMail } from './registration-mail.ts';

export type SupportDeskConfig = {
  /** `admin.<cloud>.isolated.test`. */
  readonly adminHost: string;
  /** Path of the JSON call on break-glass's own listener. */
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
export type SupportDeskRefusal =
  | 'support-desk.registration-link.break-glass-silent'
  | 'support-desk.registration-link.break-glass-refused'
  | 'support-desk.registration-link.mail-not-accepted';

export type SupportDesk = {
  /** Resolves when the mail relay has taken the message. Rejects with a `Refusal`; the record of either is written first. */
  issueLink(request: { readonly account: string; readonly operator: string }): Promise<void>;
};

const timeoutMs = 5_000;
const answered = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('issued'), token: z.string(), to: z.string(), link: z.string(), endsAtMs: z.number() }),
  z.strictObject({ kind: z.literal('refused'), code: z.string() }),
]);

export function createSupportDesk(config: SupportDeskConfig, ports: SupportDeskPorts): SupportDesk {
  return {
    issueLink: async ({ account, operator }) => {
      const entry = { reference: newReference(ports.random), event: 'support-desk.registration-link.issued', actor: operator, peer: '' };
      try {
        const { link } = await issueAndMail(config, ports, { account, operator });
        await ports.audit.append({ ...entry, code: 'allowed', facts: { account, link } });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        ports.log.error('a registration link did not reach its account', error.cause);
        await ports.audit.append({ ...entry, code: error.code, facts: error.facts });
        throw error;
      }
    },
  };
}

async function issueAndMail(
  config: SupportDeskConfig,
  { breakGlass, mail }: SupportDeskPorts,
  asked: { readonly account: string; readonly operator: string },
): Promise<{ readonly link: string }> {
  const said = await breakGlass
    .call(config.registrationLinkPath, asked, timeoutMs)
    .catch((cause: unknown) => refuse('support-desk.registration-link.break-glass-silent', { cites: ['C-08'], cause }));
  const answer = answered.parse(said);
  if (answer.kind === 'refused')
    return refuse('support-desk.registration-link.break-glass-refused', { cites: ['D-02'], facts: { because: answer.code } });
  const { token, to, link, endsAtMs } = answer;
  await mail
    .send(registrationMail({ to, url: `https://${config.adminHost}/break-glass/registration#${token}`, account: asked.account, endsAtMs }))
    .catch((cause: unknown) =>
      refuse('support-desk.registration-link.mail-not-accepted', { cites: ['D-05'], cause, facts: { account: asked.account, link } }),
    );
  return { link };
}

function refuse(
  code: SupportDeskRefusal & RefusalCode,
  options: { readonly cites: readonly string[]; readonly facts?: SafeFacts; readonly cause?: unknown },
): never {
  throw new Refusal(code, options);
}
