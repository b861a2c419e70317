/** Keeps what can be kept of the actors of a scenario that did not pass: what each saw last, and the way that led there. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Attachment } from '../verdict/results.ts';
import type { NotedAgent } from './noted-agent.ts';

type Kept = { readonly actor: string; readonly from: string; made(): NotedAgent | undefined };

/** Files in `folder`, one screenshot and one trace for each actor that acted. What cannot be had is left out. */
export async function captured(folder: string, players: readonly Kept[]): Promise<readonly Attachment[]> {
  const attachments: Attachment[] = [];
  for (const [index, player] of players.entries()) {
    const agent = player.made();
    if (!agent) continue;
    const name = `${index + 1}-${player.actor.replaceAll(' ', '-')}`;
    const who = `${player.actor} from ${player.from}`;
    const image = await agent.screenshot().catch(() => undefined);
    if (image && (await written(folder, `${name}.png`, image)))
      attachments.push({ kind: 'screenshot', title: `What ${who} saw last`, file: `${name}.png` });
    const trace = `${agent.trace.join('\n')}\n`;
    if (await written(folder, `${name}.trace.txt`, trace))
      attachments.push({ kind: 'trace', title: `The way of ${who}`, file: `${name}.trace.txt` });
  }
  return attachments;
}

const written = async (folder: string, file: string, content: string | Uint8Array): Promise<boolean> =>
  mkdir(folder, { recursive: true })
    .then(() => writeFile(join(folder, file), content))
    .then(
      () => true,
      () => false,
    );
