import type { ServerOptions } from 'node:https';

/** The door to the network: where it listens and how it proves who it is. */
export type NetworkSettings = {
  /** Address of this machine, or `0.0.0.0` and `::` for all of them. */
  readonly address: string;
  readonly port: number;
  /** What the machine is called on the network: host names and addresses that a request may be sent to. */
  readonly names: readonly string[];
  readonly tls: {
    /** Certificate and what leads from it to an authority, as PEM. */
    readonly certificate: string;
    /** Private key as PEM. */
    readonly key: string;
  };
};

export const tlsOptions = ({ tls }: NetworkSettings): ServerOptions => ({
  cert: tls.certificate,
  key: tls.key,
  minVersion: 'TLSv1.2',
});

/** Why nobody should be let in from the network; thrown before anything listens there. */
export class NetworkRefused extends Error {
  override readonly name = 'NetworkRefused';
}
