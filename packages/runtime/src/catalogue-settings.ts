import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { MysqlAddress } from './catalogue-variables.ts';
import type { VariableValues } from './environment-variables.ts';
import { readSecretFile } from './secret-file.ts';

/** How to reach the website's table on a server. */
export type CatalogueSettings = MysqlAddress & {
  readonly password: string;
  readonly table: string;
  /** Null: in the clear. `ca` in PEM; null: the authorities that everybody trusts. */
  readonly tls: { readonly verify: boolean; readonly ca: string | null } | null;
  readonly connections: number;
};

/** Null where the table is the one in the data folder. */
export function catalogueSettings(
  values: VariableValues,
  workingFolder: string,
  problems: string[],
): CatalogueSettings | null {
  const { PROOFLINE_MYSQL_URL: address, PROOFLINE_MYSQL_TLS: tls } = values;
  if (address === null) {
    problems.push(...withoutServer(values));
    return null;
  }
  return {
    ...address,
    password: passwordOf(values, workingFolder, problems),
    table: values.PROOFLINE_MYSQL_TABLE,
    tls: tls === 'off' ? null : { verify: tls === 'on', ca: caOf(values, workingFolder, problems) },
    connections: values.PROOFLINE_MYSQL_CONNECTIONS,
  };
}

/** A password alone would quietly publish to the table in the data folder. */
function withoutServer(values: VariableValues): readonly string[] {
  const alone = (['PROOFLINE_MYSQL_PASSWORD', 'PROOFLINE_MYSQL_PASSWORD_FILE', 'PROOFLINE_MYSQL_CA'] as const).filter(
    (name) => values[name] !== null,
  );
  return alone.map((name) => `${name}: no server is named that it belongs to; set PROOFLINE_MYSQL_URL`);
}

function passwordOf(values: VariableValues, workingFolder: string, problems: string[]): string {
  const { PROOFLINE_MYSQL_PASSWORD: password, PROOFLINE_MYSQL_PASSWORD_FILE: file } = values;
  if (file === null) return password ?? '';
  if (password !== null) {
    problems.push('PROOFLINE_MYSQL_PASSWORD and PROOFLINE_MYSQL_PASSWORD_FILE: one password is enough; unset one');
    return password;
  }
  const { secret, problems: found } = readSecretFile(resolve(workingFolder, file));
  problems.push(...found.map((problem) => `PROOFLINE_MYSQL_PASSWORD_FILE: ${problem}`));
  return secret ?? '';
}

function caOf({ PROOFLINE_MYSQL_CA: file }: VariableValues, workingFolder: string, problems: string[]): string | null {
  if (file === null) return null;
  const path = resolve(workingFolder, file);
  try {
    const pem = readFileSync(path, 'utf8');
    // Throws when there is no certificate in it: the driver would then trust nobody, or everybody, without a word.
    void new X509Certificate(pem);
    return pem;
  } catch (error) {
    problems.push(`PROOFLINE_MYSQL_CA: ${path} holds no certificate in PEM (${(error as Error).message})`);
    return null;
  }
}
