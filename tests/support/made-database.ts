import { randomBytes } from 'node:crypto';
import type { Connection } from 'mysql2/promise';
import { administer, type MariadbAddress } from './mariadb-server.ts';

/** A database of one test's own, and the user that Proofline gets there. */
export type SiteDatabase = {
  readonly server: MariadbAddress;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  /** A statement (or several) as somebody who may do everything, within the database; resolves with the rows of a query. */
  run(sql: string, values?: readonly (string | number | null)[]): Promise<readonly Record<string, unknown>[]>;
  /** The same over one connection that stays open, for what lasts longer than a statement. */
  connect<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result>;
  drop(): Promise<void>;
};

export async function createSiteDatabase(
  server: MariadbAddress,
  grants = 'SELECT, INSERT, UPDATE, DELETE',
): Promise<SiteDatabase> {
  const name = `proofline_${randomBytes(6).toString('hex')}`;
  const password = randomBytes(12).toString('base64url');
  await administer(server, async (connection) => {
    await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
    await connection.query(`CREATE USER ${name}@'%' IDENTIFIED BY ?`, [password]);
    if (grants !== '') await connection.query(`GRANT ${grants} ON ${name}.* TO ${name}@'%'`);
  });
  const connect: SiteDatabase['connect'] = (work) =>
    administer(server, async (connection) => {
      await connection.query(`USE ${name}`);
      return work(connection);
    });
  return {
    server,
    database: name,
    user: name,
    password,
    connect,
    run: (sql, values = []) =>
      connect(async (connection) => {
        const [rows] = await connection.query(sql, [...values]);
        return rows as readonly Record<string, unknown>[];
      }),
    drop: () =>
      administer(server, async (connection) => {
        await connection.query(`DROP DATABASE ${name}; DROP USER ${name}@'%'`);
      }),
  };
}
