import dns from 'node:dns';
import net from 'node:net';

/**
 * Denies this process every connection that leaves the machine, and every question for a name but its own. Returns what was denied so far, and
 * what takes the denial away again. Node's `fetch`, `http`, `tls` and every client package end in these two calls.
 */
export function loopbackOnly(onDenied: (target: string) => void = () => {}) {
  const denied: string[] = [];
  const note = (target: string) => {
    denied.push(target);
    onDenied(target);
  };
  const connect = net.Socket.prototype.connect;
  const lookup = dns.lookup;
  net.Socket.prototype.connect = function (this: net.Socket, ...parameters: unknown[]) {
    const target = targetOf(parameters);
    if (isLoopback(target)) return Reflect.apply(connect, this, parameters) as net.Socket;
    note(target);
    process.nextTick(() => this.destroy(Object.assign(new Error(`${target} is denied`), { code: 'EACCES' })));
    return this;
  };
  dns.lookup = function (name: string, ...rest: unknown[]) {
    if (isLoopback(name)) return Reflect.apply(lookup, dns, [name, ...rest]) as void;
    note(name);
    const answer = rest.at(-1) as (error: Error) => void;
    process.nextTick(() => answer(Object.assign(new Error(`${name} is denied`), { code: 'ENOTFOUND' })));
  } as typeof dns.lookup;
  return {
    denied,
    restore() {
      net.Socket.prototype.connect = connect;
      dns.lookup = lookup;
    },
  };
}

/** Node calls it with its normalised arguments in a list, users with options, a port and a host, or a path. */
function targetOf([first, second]: readonly unknown[]): string {
  const given = Array.isArray(first) ? (first as unknown[])[0] : first;
  if (typeof given === 'object' && given !== null) {
    const { path, host = 'localhost' } = given as { path?: string; host?: string };
    return path === undefined ? host : 'localhost';
  }
  return typeof given === 'string' ? 'localhost' : typeof second === 'string' ? second : 'localhost';
}

function isLoopback(name: string): boolean {
  return name === 'localhost' || name === '::1' || /^127(?:\.\d{1,3}){3}$/.test(name);
}
