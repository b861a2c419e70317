/** A server of the public name system: answers questions for TXT records, over UDP, with what was published, or says nothing at all. RFC 1035 §4.2.1. */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type Answered, answerTo, type Question, questionIn, typeCname, typeTxt } from './message.ts';

export type NameServer = {
  readonly address: string;
  readonly port: number;
  /** What this name says from now on; no texts: there is no such name. */
  publish(name: string, texts: readonly string[]): void;
  /** This name is an alias; whoever asks for its texts gets the alias with what the other name says, as from a resolver. */
  alias(name: string, to: string): void;
  /** From now on nobody is answered. */
  fallSilent(): void;
  /** Nothing is published, and everybody is answered. */
  clear(): void;
  close(): Promise<void>;
};

/** On an ephemeral port of loopback. */
export async function startNameServer(): Promise<NameServer> {
  const published = new Map<string, readonly string[]>();
  const aliases = new Map<string, string>();
  let silent = false;
  const answered = ({ name, type }: Question): Answered | undefined => {
    const alias = aliases.get(name);
    const texts = published.get(alias ?? name);
    if (texts === undefined && alias === undefined) return undefined;
    const asked = type === typeTxt ? (texts ?? []) : [];
    return { alias: type === typeTxt || type === typeCname ? alias : undefined, texts: asked, at: alias };
  };
  const socket = createSocket('udp4');
  socket.on('message', (message, from) => {
    const question = questionIn(message);
    if (silent || question === undefined) return;
    socket.send(answerTo(question, answered(question)), from.port, from.address);
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
    alias: (name, to) => void aliases.set(name.toLowerCase(), to.toLowerCase()),
    fallSilent: () => {
      silent = true;
    },
    clear: () => {
      silent = false;
      published.clear();
      aliases.clear();
    },
    close: async () => {
      socket.close();
      await once(socket, 'close');
    },
  };
}
