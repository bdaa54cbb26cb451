import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { VariableValues } from './environment-variables.ts';
import { readSecretText } from './secret-file.ts';

export type NetworkSettings = {
  readonly address: string;
  readonly port: number;
  /** Lower case; addresses of IPv6 in brackets. */
  readonly names: readonly string[];
  readonly tls: { readonly certificate: string; readonly key: string };
};

const EVERY_ADDRESS = ['0.0.0.0', '::'];
const ofTls = ['PROOFLINE_TLS_CERTIFICATE', 'PROOFLINE_TLS_KEY'] as const;

/** The door to the network; null when there is none. Without TLS there is none: every reason goes into `problems`, under the variable's name. */
export function networkSettings(
  values: VariableValues,
  workingFolder: string,
  problems: string[],
): NetworkSettings | null {
  const { PROOFLINE_LISTEN: listen, PROOFLINE_HOST_NAMES: named } = values;
  if (listen === null) {
    const alone = ([...ofTls, 'PROOFLINE_HOST_NAMES'] as const).filter((name) => values[name] !== null);
    problems.push(
      ...alone.map((name) => `${name}: it is for PROOFLINE_LISTEN, which is not set; set it, or unset this`),
    );
    return null;
  }
  const missing = ofTls.filter((name) => values[name] === null);
  if (missing.length > 0)
    problems.push(
      `PROOFLINE_LISTEN: ${listen.address} is not opened without TLS, for passwords would cross the network in the clear; set ${missing.join(' and ')}, or unset it`,
    );
  const isEverywhere = EVERY_ADDRESS.includes(listen.address);
  if (isEverywhere && named === null)
    problems.push(
      `PROOFLINE_HOST_NAMES: ${listen.address} is every address of this machine; say under which names it is reached`,
    );
  const own = listen.address.includes(':') ? `[${listen.address}]` : listen.address;
  const names = [...(named ?? []), ...(isEverywhere ? [] : [own])].map((name) => name.toLowerCase());
  const certificate = certificateOf(values, workingFolder, problems);
  const key = keyOf(values, workingFolder, problems);
  if (certificate === null || key === null) return null;
  if (!certificate.checkPrivateKey(key.parsed)) {
    problems.push('PROOFLINE_TLS_KEY: it belongs to another certificate than PROOFLINE_TLS_CERTIFICATE');
    return null;
  }
  return { ...listen, names: [...new Set(names)], tls: { certificate: certificate.pem, key: key.pem } };
}

function certificateOf({ PROOFLINE_TLS_CERTIFICATE: file }: VariableValues, folder: string, problems: string[]) {
  if (file === null) return null;
  const path = resolve(folder, file);
  try {
    const pem = readFileSync(path, 'utf8');
    const certificate = new X509Certificate(pem);
    return { pem, checkPrivateKey: certificate.checkPrivateKey.bind(certificate) };
  } catch (error) {
    problems.push(`PROOFLINE_TLS_CERTIFICATE: ${path} holds no certificate in PEM (${(error as Error).message})`);
    return null;
  }
}

function keyOf({ PROOFLINE_TLS_KEY: file }: VariableValues, folder: string, problems: string[]) {
  if (file === null) return null;
  const path = resolve(folder, file);
  const { secret: pem, problems: found } = readSecretText(path);
  problems.push(...found.map((problem) => `PROOFLINE_TLS_KEY: ${problem}`));
  if (pem === null) return null;
  try {
    return { pem, parsed: createPrivateKey(pem) };
  } catch {
    // What OpenSSL says of it may quote it.
    problems.push(`PROOFLINE_TLS_KEY: ${path} holds no private key in PEM without a passphrase`);
    return null;
  }
}
