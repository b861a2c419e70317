/** Speaks for as long as somebody listens: server-sent events (HTML §9.2) and web sockets (RFC 6455). Threats: a listener who does not read, and one who is gone without a word. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { WebSocketServer } from 'ws';
import type { OpenSocket, OpenStream } from './answer.ts';
import type { UpgradedSocket } from './listener.ts';

/** In real time: a connection that says nothing for longer is cut on its way. */
const heartbeatEveryMs = 15_000;
/** Said and not read yet; whoever lets more lie is gone for us. */
const maxUnreadBytes = 1_024 * 1_024;
/** What a visitor may say at once over a web socket. */
const maxMessageBytes = 4 * 1_024;

/** After the head of the answer has been written. */
export function stream(response: ServerResponse, open: OpenStream): void {
  const say = (text: string): void => {
    if (response.writableLength > maxUnreadBytes) response.destroy();
    else response.write(text);
  };
  response.flushHeaders();
  const close = open(say);
  const beat = setInterval(() => say(':\n\n'), heartbeatEveryMs);
  response.once('close', () => {
    clearInterval(beat);
    close();
  });
}

/** Extensions of the protocol are not offered: what crosses can be read by whoever watches the crossings. */
const server = new WebSocketServer({ noServer: true, clientTracking: false, perMessageDeflate: false, maxPayload: maxMessageBytes });

/** Takes the connection over from its response. A visitor who says anything but text, or does not answer to two heartbeats, is cut off; so is one over whom something breaks (RFC 6455 §7.4.1), which `broke` is told. */
export function takeUp(
  request: IncomingMessage,
  { socket, head, response }: UpgradedSocket & { readonly response: ServerResponse },
  { open, broke }: { readonly open: OpenSocket; broke(error: unknown): void },
): void {
  response.detachSocket(socket as never);
  server.handleUpgrade(request, socket, head, (webSocket) => {
    let answered = true;
    const { heard, ended } = open((text) => {
      if (webSocket.bufferedAmount > maxUnreadBytes) webSocket.terminate();
      else webSocket.send(text);
    });
    const beat = setInterval(() => {
      if (!answered) return webSocket.terminate();
      answered = false;
      webSocket.ping();
    }, heartbeatEveryMs);
    webSocket.on('pong', () => {
      answered = true;
    });
    webSocket.on('message', (data, isBinary) => {
      if (isBinary) return webSocket.close(1003);
      try {
        heard(data.toString());
      } catch (error) {
        broke(error);
        webSocket.close(1011);
      }
    });
    webSocket.on('error', () => webSocket.terminate());
    webSocket.once('close', () => {
      clearInterval(beat);
      ended();
    });
  });
}
