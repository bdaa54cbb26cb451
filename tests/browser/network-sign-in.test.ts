import { expect, test } from 'vitest';
import { isChromiumThere, openPage, startBrowser } from '../support/browser.ts';
import { makeCertificate } from '../support/certificate.ts';
import { freePort } from '../support/free-port.ts';
import { startSystem } from '../support/running-system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { accessibilityFindings } from './axe.ts';

const password = 'nine swans on a frozen lake';

test.skipIf(!isChromiumThere())(
  'from the network a person signs in by name and password, with the keyboard',
  async () => {
    const folder = await temporaryFolder();
    const { keyFile, certificateFile } = makeCertificate(folder, 'door', 'DNS:localhost,IP:127.0.0.1');
    {
      await using local = await startSystem(folder);
      await local.system.stores.users.add({ name: 'Una', roles: ['reviewer'], password }, { name: 'Olga', roles: [] });
    }
    const port = await freePort();
    await using running = await startSystem(folder, {
      PROOFLINE_LISTEN: `127.0.0.1:${port}`,
      PROOFLINE_TLS_CERTIFICATE: certificateFile,
      PROOFLINE_TLS_KEY: keyFile,
    });
    const browser = await startBrowser();
    try {
      // Its certificate signed itself.
      const context = await browser.newContext({ ignoreHTTPSErrors: true });
      const origin = `https://127.0.0.1:${port}`;
      const { page, misdeeds } = await openPage(context, origin);
      await page.goto(`${origin}/review`);
      await page.getByLabel('Name').fill('Una');
      expect(await accessibilityFindings(page)).toEqual([]);
      await page.locator('input[autocomplete=current-password]').fill('a guess');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').getByText('there is no such name with this password').waitFor();
      expect(await accessibilityFindings(page)).toEqual([]);
      expect(await context.cookies()).toEqual([]);

      await page.keyboard.type(password);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Get ready' }).waitFor();
      const [cookie] = await context.cookies();
      expect(cookie).toMatchObject({
        name: `__Host-proofline_${port}`,
        secure: true,
        httpOnly: true,
        sameSite: 'Strict',
      });
      expect(running.system.stores.sessions.list()).toMatchObject([{ name: 'Una' }]);
      // Chromium itself logs replies of 401 and 403.
      expect(misdeeds.filter((misdeed) => !/status of 40[13]/.test(misdeed))).toEqual([]);
    } finally {
      await browser.close();
    }
  },
);
