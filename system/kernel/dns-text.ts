/** Asks name servers for TXT records, each question once and in bounded time. RFC 1035 §4.2, RFC 7766 §5. Threat: a stray or forged datagram that ends a question before its answer has come (RFC 5452 §9.1). */
import { createSocket } from 'node:dgram';
import { getServers } from 'node:dns';
import { on, once } from 'node:events';
import { connect, isIPv6 } from 'node:net';
import type { DnsText } from './directory.ts';
import { answers, txtAnswer, txtQuestion, UnreadableAnswer } from './dns-message.ts';
import type { Random } from './ports.ts';

export type DnsTextConfig = {
  /** `address:port`; those of the operating system when absent. One after the other, until one answers. */
  readonly servers?: readonly string[];
  /** For each of them. */
  readonly timeoutMs?: number;
  readonly random: Random;
};

/** `opens` declares a socket to whoever watches sockets. */
type DnsTextHooks = { readonly opens?: <Result>(work: () => Result) => Result };

type Server = { readonly address: string; readonly port: number };
type Asking = Server & { readonly question: Buffer; readonly signal: AbortSignal };

/** A name that is not there, or has no such record, has no texts; any other failure rejects. What else an answer brings along, behind an alias or without one, comes with the name that owns it. */
export function dnsText(
  { servers = getServers(), timeoutMs = 2_000, random }: DnsTextConfig,
  { opens = (work) => work() }: DnsTextHooks = {},
): DnsText {
  const ask = async (server: Server, question: Buffer) => {
    const asking = { ...server, question, signal: AbortSignal.timeout(timeoutMs) };
    const short = txtAnswer(await byDatagram(asking), question);
    if (!short.cutOff) return short;
    const long = txtAnswer(await opens(() => byStream(asking)), question);
    if (long.cutOff) throw new UnreadableAnswer('it is cut off on a stream too');
    return long;
  };
  return {
    lookup: async (name) => {
      const question = txtQuestion(name, Buffer.from(random.bytes(2)).readUInt16BE(0));
      const failures: unknown[] = [];
      for (const server of servers) {
        try {
          return (await ask(serverIn(server), question)).records;
        } catch (error) {
          failures.push(error);
        }
      }
      throw new AggregateError(failures, 'no name server gave an answer');
    },
  };
}

const usualPort = 53;
/** `127.0.0.1:53`, `[::1]:53`, or an address alone. */
function serverIn(text: string): Server {
  const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d+))?$/.exec(text) ?? [];
  return { address: bracketed ?? plain ?? text, port: port === undefined ? usualPort : Number(port) };
}

/** From a port of its own, and heard by nobody but that server. What answers another question is passed over until the time is over. RFC 5452 §9.1. */
async function byDatagram({ address, port, question, signal }: Asking): Promise<Buffer> {
  const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
  try {
    socket.connect(port, address);
    await once(socket, 'connect', { signal });
    const messages = on(socket, 'message', { signal });
    socket.send(question);
    for await (const [message] of messages as AsyncIterable<[Buffer]>) if (answers(message, question)) return message;
    throw new TypeError('messages ended before their time');
  } finally {
    socket.close();
  }
}

/** The length goes before each message. RFC 1035 §4.2.2. */
async function byStream({ address, port, question, signal }: Asking): Promise<Buffer> {
  const socket = connect({ host: address, port, signal });
  try {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(question.length);
    socket.write(Buffer.concat([length, question]));
    let came = Buffer.alloc(0);
    for await (const part of socket) {
      came = Buffer.concat([came, part as Buffer]);
      if (came.length >= 2 && came.length >= 2 + came.readUInt16BE(0)) return came.subarray(2, 2 + came.readUInt16BE(0));
    }
    throw new TypeError('the name server ended before its answer did');
  } finally {
    socket.destroy();
  }
}
