/** Whether this machine can speak from a given source address; macOS, for one, has only 127.0.0.1 until somebody adds more. */
import { createServer } from 'node:net';
import { listenCuttable } from './cuttable-server.ts';

/** Thrown instead of falling back to another address: whatever was claimed from there would be a claim about somebody else. */
export class SourceAddressMissing extends Error {
  override readonly name = 'SourceAddressMissing';
  readonly lacks = 'source-addresses';
  readonly remedy: string;
  constructor(address: string) {
    super(`this machine cannot send from ${address}`);
    this.remedy = process.platform === 'darwin' ? `sudo ifconfig lo0 alias ${address}` : `sudo ip address add ${address}/32 dev lo`;
  }
}

/** True when a socket can be bound to this local address. Opens and closes one; never rejects. */
export async function canBind(address: string): Promise<boolean> {
  try {
    await (await listenCuttable(createServer(), { address })).close();
    return true;
  } catch {
    return false;
  }
}
