import { FTPError } from 'basic-ftp';
import { RemoteFault, type RemoteFaultKind } from '../remote/remote-fault.ts';

/** What a reply means is in its text more often than in its number: 550 alone says no more than no. First match wins. */
const kindsByText: readonly (readonly [RegExp, RemoteFaultKind])[] = [
  [/too many|maximum number|connection limit|max(?:imum)? clients|try again later/i, 'busy'],
  [/no space|disk full|quota|insufficient (?:storage|disk)|out of space/i, 'disk-full'],
  [/permission denied|not permitted|access (?:is )?denied|read-only/i, 'no-permission'],
  [/no such file|not found|does not exist|doesn't exist|cannot find|can't find/i, 'missing'],
];

/** RFC 959 and 2228; what is not here is refused. */
const kindsByCode: Readonly<Record<number, RemoteFaultKind>> = {
  421: 'connection-lost',
  425: 'connection-lost',
  426: 'connection-lost',
  430: 'login-refused',
  452: 'disk-full',
  530: 'login-refused',
  532: 'login-refused',
  552: 'disk-full',
};

/** What happens when a connection is made, by the code of the system call. */
const unreachableCodes = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|EADDRNOTAVAIL)$/;
const certificateCodes =
  /^(?:CERT_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_CERT|UNABLE_TO_(?:GET|VERIFY|DECODE)|ERR_TLS_CERT|INVALID_)/;

/** What an error of basic-ftp means. `secret` never appears in it, whatever the server says. */
export function ftpFault(error: unknown, secret: string): RemoteFault {
  if (error instanceof RemoteFault) return error;
  const { message, code } = error as Error & { readonly code?: string | number };
  const told = secret === '' ? message : message.replaceAll(secret, '[redacted]');
  const because = told.replaceAll(/\s+/g, ' ').trim().slice(0, 300);
  if (error instanceof FTPError) return new RemoteFault(kindOfReply(error), `answered: ${because}`);
  const text = String(code ?? '');
  if (unreachableCodes.test(text)) return new RemoteFault('unreachable', `cannot be reached (${because})`);
  if (certificateCodes.test(text)) return new RemoteFault('not-trusted', `cannot be trusted (${because})`);
  return new RemoteFault('connection-lost', `broke off the connection (${because})`);
}

function kindOfReply({ code, message }: FTPError): RemoteFaultKind {
  const byText = kindsByText.find(([pattern]) => pattern.test(message))?.[1];
  if (byText === 'busy') return code === 421 || code === 530 ? 'busy' : (kindsByCode[code] ?? 'refused');
  // A local error in the middle of a transfer: what a full disk looks like to proftpd.
  if (code === 451 && /input\/output error/i.test(message)) return 'disk-full';
  return kindsByCode[code] ?? byText ?? 'refused';
}
