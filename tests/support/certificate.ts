import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Certificate = {
  readonly keyFile: string;
  readonly certificateFile: string;
  /** It signed itself, so it is its own authority. */
  readonly pem: string;
};

/** `names` as a certificate has them: `DNS:localhost,IP:127.0.0.1`. */
export function makeCertificate(folder: string, name: string, names: string): Certificate {
  const [keyFile, certificateFile] = [join(folder, `${name}-key.pem`), join(folder, `${name}.pem`)];
  const kind = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const files = ['-keyout', keyFile, '-out', certificateFile];
  const bearer = ['-subj', '/CN=proofline-test', '-addext', `subjectAltName=${names}`];
  execFileSync('openssl', [...kind, ...files, ...bearer], { stdio: 'ignore' });
  return { keyFile, certificateFile, pem: readFileSync(certificateFile, 'utf8') };
}
