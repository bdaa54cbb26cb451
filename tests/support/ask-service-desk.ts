import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    serviceDeskPort: number;
  }
}

/** The address of the server that all files of this test run share. Throws when it cannot be started, with the reason. */
export async function askServiceDesk(server: 'mariadb' | 'redis'): Promise<unknown> {
  const answer = await fetch(`http://127.0.0.1:${inject('serviceDeskPort')}/${server}`);
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}
