import { describe } from 'vitest';
import { hasMariadb } from '../../../../tests/support/mariadb-server.ts';
import { openMysqlSite } from '../fixtures/mysql-site.ts';
import { proveCatalogue } from './catalogue.conformance.ts';

describe.skipIf(!(await hasMariadb()))('MySQL', () => {
  proveCatalogue('mysql', () => openMysqlSite());
});
