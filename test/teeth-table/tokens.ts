/** The teeth of the scenarios about user contexts: without its rule, and without the library's second opinion where it has one, each opens the tracker; where a rule behind it holds as well, that one is the evidence. */
import type { SystemRefusal } from '../../system/index.ts';
import { arrivesInstead, off, refusedInstead, type Tooth } from './tooth.ts';

type Reason<Code> = Code extends `tracker.uct.${infer Rest}` ? Rest : never;
type UctReason = Reason<SystemRefusal>;
const codeOf = (reason: UctReason): SystemRefusal => `tracker.uct.${reason}`;
const claimOf = (reason: UctReason): string => `is refused with ${codeOf(reason)}`;

const opens = (reason: UctReason, ...others: readonly UctReason[]): readonly Tooth[] => [
  arrivesInstead(off(...[reason, ...others].map(codeOf)), 'tracker', claimOf(reason)),
];
const heldBy = (behind: UctReason, reason: UctReason): readonly Tooth[] => [
  refusedInstead(off(codeOf(reason)), codeOf(behind), claimOf(reason)),
];

const byDeviation = {
  'that-is-not-there': heldBy('malformed', 'missing'),
  // Two in one line have five parts between them.
  'that-comes-twice': heldBy('encrypted', 'repeated'),
  'that-is-too-long': heldBy('malformed', 'too-large'),
  'that-is-encrypted': heldBy('malformed', 'encrypted'),
  'with-a-claim-twice': heldBy('issuer-unknown', 'malformed'),
  'with-a-token-inside': heldBy('issuer-unknown', 'malformed'),
  'without-its-signature': opens('signature-wrong', 'library-refused'),
  'with-a-turned-bit-in-its-signature': opens('signature-wrong', 'library-refused'),
  'signed-by-a-stranger': opens('signature-wrong', 'library-refused'),
  'altered-after-it-was-signed': opens('signature-wrong', 'library-refused'),
  'of-another-type': opens('type-other', 'library-refused'),
  'without-a-type': opens('type-other', 'library-refused'),
  'that-is-an-id-token': heldBy('algorithm-other', 'type-other'),
  'of-no-algorithm': opens('algorithm-other', 'library-refused'),
  'signed-with-the-public-key-as-a-secret': opens('algorithm-other', 'library-refused'),
  'signed-with-rsa': opens('algorithm-other', 'library-refused'),
  'with-a-critical-extension': opens('header-critical', 'header-unlisted', 'library-refused'),
  'that-brings-its-own-key': opens('key-in-header', 'header-unlisted'),
  'with-an-address-of-keys': opens('key-in-header', 'header-unlisted'),
  'with-an-address-of-certificates': opens('key-in-header', 'header-unlisted'),
  'that-is-compressed': opens('header-unlisted'),
  'of-an-unknown-key': opens('key-unknown', 'library-refused'),
  'without-a-key-id': opens('key-unknown', 'library-refused'),
  'of-another-issuer': opens('issuer-unknown', 'key-unknown', 'channel-other', 'library-refused'),
  'of-an-issuer-with-a-slash': opens('issuer-unknown', 'key-unknown', 'channel-other', 'library-refused'),
  'of-break-glass': opens('issuer-unknown', 'key-unknown', 'channel-other', 'library-refused'),
  'for-another-product': opens('audience-other', 'library-refused'),
  'for-two-products': opens('audience-many', 'audience-other'),
  'of-another-cloud': opens('cloud-other'),
  'of-another-channel': opens('channel-other'),
  'with-an-e-mail-address': opens('claim-unlisted'),
  'with-a-role': opens('claim-unlisted'),
  'without-a-subject': opens('claim-missing', 'library-refused'),
  'without-a-session': opens('claim-missing', 'library-refused'),
  'without-an-id': opens('claim-missing', 'library-refused'),
  'with-an-empty-subject': opens('claim-malformed'),
  'without-an-end': heldBy('lifetime-too-long', 'claim-missing'),
  'with-an-end-in-words': opens('claim-malformed', 'library-refused'),
  'that-lives-too-long': opens('lifetime-too-long'),
  'from-the-future': opens('issued-in-future', 'library-refused'),
  'that-is-over': opens('expired', 'library-refused'),
  'that-was-used-before': opens('replayed'),
} satisfies Readonly<Record<string, readonly Tooth[]>>;

export const tokensTeeth: Readonly<Record<string, readonly Tooth[]>> = Object.fromEntries(
  Object.entries(byDeviation).map(([name, each]) => [`tokens/a-user-context-${name}-is-refused`, each]),
);
