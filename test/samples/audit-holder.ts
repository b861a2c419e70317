/** A process of its own that opens the log in the file it is given, writes one record, says so, and stays until it is killed. */
import { chainedAuditLog } from '../../system/kernel/audit-chain.ts';

const [, , file = ''] = process.argv;
const log = await chainedAuditLog(file, { now: () => 0, after: () => Promise.resolve(), skewMs: () => 0 });
await log.append({
  reference: 'aaaaa-bbbbb-ccccc-ddddd',
  event: 'tracker.issues.shown',
  code: 'allowed',
  actor: 'u-1',
  peer: '',
  facts: {},
});
process.stdout.write('held\n');
process.stdin.resume();
