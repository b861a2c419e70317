/** A process of its own that stands on the snapshot in the folder it is given, says so, and stays until it is killed. */
import { standOn } from '../../harness/idp/keycloak-jvm/snapshot-use.ts';

const [, , folder = ''] = process.argv;
const stand = await standOn(folder);
process.stdout.write(stand ? 'standing\n' : 'gone\n');
process.stdin.on('end', () => stand?.leave()).resume();
