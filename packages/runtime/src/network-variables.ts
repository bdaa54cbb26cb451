import { z } from 'zod';
import { path, type Variable } from './variable.ts';

const PORT = /:(\d{1,5})$/;

/** How others on the network reach Proofline. */
export const networkVariables = {
  PROOFLINE_LISTEN: {
    purpose:
      'Address and port for others on the network, under TLS and with users; unset, Proofline is reached from this machine only',
    allowed: 'an address of this machine with a port, like 192.168.1.20:4443, [::]:4443 or 0.0.0.0:4443',
    example: '192.168.1.20:4443',
    unset: null,
    schema: z.string().transform(listenOf),
  } satisfies Variable<{ readonly address: string; readonly port: number } | null>,
  PROOFLINE_HOST_NAMES: {
    purpose: 'What this machine is called on the network, with | between; requests to other names are refused',
    allowed: 'host names and addresses without a port',
    example: 'photos.example.lan|192.168.1.20',
    unset: null,
    schema: z
      .string()
      .transform((value) => value.split('|').filter((name) => name !== ''))
      .refine((names) => names.every((name) => /^(?:[a-z\d](?:[a-z\d.-]*[a-z\d])?|\[[a-f\d:.]+\])$/i.test(name))),
  } satisfies Variable<readonly string[] | null>,
  PROOFLINE_TLS_CERTIFICATE: path(
    'Certificate for those names, with what leads to its authority, in PEM',
    null,
    './tls/certificate.pem',
  ),
  PROOFLINE_TLS_KEY: path(
    'Private key of that certificate in PEM; only its owner may read the file',
    null,
    './tls/key.pem',
  ),
} as const;

function listenOf(value: string, context: z.RefinementCtx<string>): { address: string; port: number } {
  const port = Number(PORT.exec(value)?.[1] ?? Number.NaN);
  const host = value.replace(PORT, '');
  const isAddress = z.union([z.ipv4(), z.ipv6()]);
  const address = host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host;
  const isBracketed = address !== host;
  if (isAddress.safeParse(address).success && isBracketed === address.includes(':') && port <= 65_535)
    return { address, port };
  context.addIssue({ code: 'custom', message: 'nothing listens there' });
  return z.NEVER;
}
