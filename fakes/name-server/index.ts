/** A server of the public name system: answers questions for TXT records, over UDP, with what was published, or says nothing at all. RFC 1035 §4.2.1. */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { answerTo, questionIn, typeTxt } from './message.ts';

export type NameServer = {
  readonly address: string;
  readonly port: number;
  /** What this name says from now on; no texts: there is no such name. */
  publish(name: string, texts: readonly string[]): void;
  /** From now on nobody is answered. */
  fallSilent(): void;
  /** Nothing is published, and everybody is answered. */
  clear(): void;
  close(): Promise<void>;
};

/** On an ephemeral port of loopback. */
export async function startNameServer(): Promise<NameServer> {
  const published = new Map<string, readonly string[]>();
  let silent = false;
  const socket = createSocket('udp4');
  socket.on('message', (message, from) => {
    const question = questionIn(message);
    if (silent || question === undefined) return;
    const texts = published.get(question.name);
    socket.send(answerTo(question, question.type === typeTxt ? texts : texts && []), from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { address, port } = socket.address();
  return {
    address,
    port,
    publish: (name, texts) => {
      if (texts.length === 0) published.delete(name.toLowerCase());
      else published.set(name.toLowerCase(), texts);
    },
    fallSilent: () => {
      silent = true;
    },
    clear: () => {
      silent = false;
      published.clear();
    },
    close: async () => {
      socket.close();
      await once(socket, 'close');
    },
  };
}
