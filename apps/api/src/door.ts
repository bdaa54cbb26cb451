import type { Context } from 'hono';

/** Where requests come in: which names of this machine they may be sent to, and how they are protected on their way. */
export type Door = {
  readonly scheme: 'http' | 'https';
  /** Host names, lower case; addresses of IPv6 in brackets. */
  readonly names: readonly string[];
  /** Whether sign-in links open sessions here: they are for whoever sits at the machine. */
  readonly takesLinks: boolean;
};

/** Reached from this machine alone. */
export const loopbackDoor: Door = {
  scheme: 'http',
  names: ['127.0.0.1', 'localhost', '[::1]'],
  takesLinks: true,
};

/** Reached from the network, by name and password, under TLS. */
export const networkDoor = (names: readonly string[]): Door => ({
  scheme: 'https',
  names: names.map((name) => name.toLowerCase()),
  takesLinks: false,
});

/** With the port, as the client wrote it. */
export const hostOf = (c: Context) => c.req.header('Host') ?? new URL(c.req.url).host;
