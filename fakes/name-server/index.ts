/** A server of the public name system: answers questions for TXT records, over UDP, and over TCP what is too long for that, with what was published, or says nothing at all. RFC 1035 §4.2. */
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { type Answered, answerTo, type Question, questionIn, typeCname, typeTxt } from './message.ts';

export type NameServer = {
  readonly address: string;
  readonly port: number;
  /** What this name says from now on; no texts: there is no such name. */
  publish(name: string, texts: readonly string[]): void;
  /** This name is an alias; whoever asks for its texts gets the alias with what the other name says, as from a resolver. */
  alias(name: string, to: string): void;
  /** Whoever asks for this name gets what another one says, and no alias that would say so. */
  mixUp(name: string, withName: string): void;
  /** From now on whoever asks hears these messages instead of the honest answer, each by itself. */
  disturb(change: Disturbance): void;
  /** From now on nobody is answered. */
  fallSilent(): void;
  /** Nothing is published, and everybody is answered. */
  clear(): void;
  close(): Promise<void>;
};

/** What is sent instead of an honest answer. */
export type Disturbance = (answer: Buffer, by: 'datagram' | 'stream') => readonly Uint8Array[];
const undisturbed: Disturbance = (answer) => [answer];
const lengthFirst = (message: Uint8Array): Buffer => Buffer.concat([Buffer.from([message.length >> 8, message.length & 0xff]), message]);

/** So long an answer fits into every datagram that asks for more than 512 bytes. RFC 6891 §6.2.3. */
const datagramBytes = 1_232;

/** On an ephemeral port of loopback. */
export async function startNameServer(): Promise<NameServer> {
  const published = new Map<string, readonly string[]>();
  const aliases = new Map<string, string>();
  const mixedUp = new Map<string, string>();
  let silent = false;
  let disturbed = undisturbed;
  const answered = ({ name, type }: Question): Answered | undefined => {
    const alias = aliases.get(name);
    const at = alias ?? mixedUp.get(name);
    const texts = published.get(at ?? name);
    if (texts === undefined && alias === undefined) return undefined;
    const asked = type === typeTxt ? (texts ?? []) : [];
    return { alias: type === typeTxt || type === typeCname ? alias : undefined, texts: asked, at };
  };
  const { datagrams, streams } = await bothOnOnePort();
  datagrams.on('message', (message, from) => {
    const question = questionIn(message);
    if (silent || question === undefined) return;
    const whole = answerTo(question, answered(question));
    const short = whole.length > datagramBytes ? answerTo(question, { texts: [], cutOff: true }) : whole;
    for (const each of disturbed(Buffer.from(short), 'datagram')) datagrams.send(each, from.port, from.address);
  });
  streams.on('connection', (stream) => {
    stream.on('error', () => stream.destroy());
    stream.once('data', (came: Buffer) => {
      const question = questionIn(came.subarray(2));
      if (silent || question === undefined) return;
      const whole = Buffer.from(answerTo(question, answered(question)));
      stream.end(Buffer.concat(disturbed(whole, 'stream').map(lengthFirst)));
    });
  });
  const { address, port } = datagrams.address();
  return {
    address,
    port,
    publish: (name, texts) => {
      if (texts.length === 0) published.delete(name.toLowerCase());
      else published.set(name.toLowerCase(), texts);
    },
    alias: (name, to) => void aliases.set(name.toLowerCase(), to.toLowerCase()),
    mixUp: (name, withName) => void mixedUp.set(name.toLowerCase(), withName.toLowerCase()),
    disturb: (change) => {
      disturbed = change;
    },
    fallSilent: () => {
      silent = true;
    },
    clear: () => {
      silent = false;
      disturbed = undisturbed;
      published.clear();
      aliases.clear();
      mixedUp.clear();
    },
    close: async () => {
      datagrams.close();
      streams.close();
      await Promise.all([once(datagrams, 'close'), once(streams, 'close')]);
    },
  };
}

const mostPorts = 20;

/** A name server has one port for both. The operating system gives one that is free for datagrams, and somebody else may have it for streams: then another. */
async function bothOnOnePort(tried = 1): Promise<{ readonly datagrams: Socket; readonly streams: Server }> {
  const datagrams = createSocket('udp4');
  datagrams.bind(0, '127.0.0.1');
  await once(datagrams, 'listening');
  const streams = createServer();
  try {
    streams.listen(datagrams.address().port, '127.0.0.1');
    await once(streams, 'listening');
    return { datagrams, streams };
  } catch (error) {
    datagrams.close();
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || tried === mostPorts) throw error;
    return bothOnOnePort(tried + 1);
  }
}
