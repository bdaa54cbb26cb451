import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/**
 * Takes the network away from this process: it reads files and answers its parent over the channel that it was born with. A hostile photo or model that takes
 * over what runs here then has no way out by any door of Node: `fetch`, `http`, `tls` and every client package end in these calls.
 */
export function denyNetwork(): void {
  const deny = (what: string) => (): never => {
    throw Object.assign(new Error(`a decoder process may not ${what}`), { code: 'EACCES' });
  };
  net.Socket.prototype.connect = deny('open a connection');
  net.Server.prototype.listen = deny('listen for connections');
  dgram.Socket.prototype.send = deny('send anything');
  dgram.Socket.prototype.connect = deny('open a connection');
  for (const ask of ['lookup', 'resolve', 'resolve4', 'resolve6'] as const) {
    Object.defineProperty(dns, ask, { value: deny('look up a name') });
    Object.defineProperty(dns.promises, ask, { value: deny('look up a name') });
  }
  // Who imported one of them by name holds a copy.
  syncBuiltinESMExports();
}
