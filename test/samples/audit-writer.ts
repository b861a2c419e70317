/** A process of its own that appends records to the file it is given, and prints a line for each that it was told is written. Its parent limits how large the file may grow. */
import { chainedAuditLog } from '../../system/kernel/audit-chain.ts';

const [, , file = ''] = process.argv;
const log = await chainedAuditLog(file, { now: () => 0, after: () => Promise.resolve(), skewMs: () => 0 });
for (let index = 0; index < 50; index += 1) {
  await log.append({
    reference: 'aaaaa-bbbbb-ccccc-ddddd',
    event: 'tracker.issues.shown',
    code: 'allowed',
    actor: `u-${index}`,
    peer: '',
    facts: {},
  });
  process.stdout.write('told\n');
}
