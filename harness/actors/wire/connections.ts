/** Connections through the exit of a network: kept while they are in use, as a browser keeps its own, or one for each request. */
import { Agent } from 'node:https';
import type { Duplex } from 'node:stream';
import { limits } from '../limits.ts';
import { openTunnel, type Route } from './tunnel.ts';

/** Shorter than any server here waits for the next request: none is written to a connection that the other side is just ending. */
const idleMs = 3_000;

/** For requests to every host that the exit reaches. `destroy` ends what is kept. */
export const keptConnections = (route: Route): Agent => new ThroughExit(route, { keepAlive: true, timeout: idleMs });

/** Whoever is no browser comes on a connection of its own each time. */
export const connectionsOfTheirOwn = (route: Route): Agent => new ThroughExit(route, { keepAlive: false });

class ThroughExit extends Agent {
  readonly #route: Route;

  constructor(route: Route, options: { readonly keepAlive: boolean; readonly timeout?: number }) {
    super(options);
    this.#route = route;
  }

  override createConnection({ host }: { readonly host?: string | null }, made: (error: Error | null, socket: Duplex) => void): undefined {
    // Only until it is open: what is kept may grow old.
    const tooLate = new AbortController();
    const timer = setTimeout(() => tooLate.abort(), limits.exchangeTimeoutMs);
    openTunnel(this.#route, host ?? '', tooLate.signal)
      .finally(() => clearTimeout(timer))
      .then(
        (socket) => made(null, socket),
        // Whoever hears of an error takes no socket.
        (error: Error) => made(error, undefined as never),
      );
  }
}
