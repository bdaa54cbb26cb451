import type { Actor } from '@proofline/domain/actor.ts';
import { DomainError } from '@proofline/domain/domain-error.ts';
import type { SessionRecord } from '@proofline/domain/session.ts';
import type { ApiPorts } from '../ports.ts';
import type { WebFile } from '../web-files.ts';

type Doors = {
  readonly codes: Map<string, Actor>;
  readonly sessions: Map<string, Actor>;
  readonly webFiles: ReadonlyMap<string, WebFile>;
};

/** What browsers come through. Photo 1 has one image, `/photos` is the one folder. */
export function sampleDoors(
  doors: () => Doors,
): Pick<ApiPorts, 'sessions' | 'folders' | 'folderThumbs' | 'images' | 'web' | 'closing'> {
  const recordIn = ([, { name, roles }]: [string, Actor], index: number): SessionRecord => ({
    id: index + 1,
    name,
    roles,
    address: '192.0.2.7',
    startedAt: '2026-05-04T08:00:00.000Z',
    lastUsedAt: '2026-05-04T08:30:00.000Z',
  });
  const records = () => [...doors().sessions].map(recordIn);
  const photos = { name: 'photos', path: '/photos', photos: 3, cover: 'IMG_1.JPG' };
  return {
    sessions: {
      offer(actor) {
        const code = `${doors().codes.size + 1}`.padStart(43, '0');
        doors().codes.set(code, actor);
        return code;
      },
      open(code) {
        const actor = doors().codes.get(code);
        if (actor === undefined) return null;
        doors().codes.delete(code);
        const session = `session-of-${actor.name}`;
        doors().sessions.set(session, actor);
        return { session, actor };
      },
      identify: (session) => doors().sessions.get(session) ?? null,
      recordOf: (session) => records()[[...doors().sessions.keys()].indexOf(session)] ?? null,
      end: (session) => void doors().sessions.delete(session),
      list: (name) => records().filter((record) => name === undefined || record.name === name),
      // The first one is always there, for whoever asks.
      revoke(id, _by, name) {
        const [session, actor] = [...doors().sessions][id - 1] ?? [];
        if (id !== 1 && (actor === undefined || (name !== undefined && actor.name !== name)))
          throw new DomainError('not_found', `there is no session ${id} that is open`);
        if (session !== undefined) doors().sessions.delete(session);
      },
      revokeAllOf(name) {
        const those = [...doors().sessions].filter(([, actor]) => actor.name === name);
        for (const [session] of those) doors().sessions.delete(session);
        return those.length;
      },
    },
    folders: {
      list: (path) =>
        Promise.resolve(
          path === undefined
            ? { here: null, parentPath: null, folders: [photos], isCut: false, samples: [] }
            : { here: photos, parentPath: null, folders: [], isCut: false, samples: ['IMG_1.JPG'] },
        ),
      resolve: (path) =>
        path.startsWith('/photos')
          ? Promise.resolve(path)
          : Promise.reject(new DomainError('not_found', `there is no folder ${path}`)),
      photo: (path, name) => Promise.resolve(`${path}/${name}`),
    },
    folderThumbs: {
      read: (path, name) =>
        path === '/photos' && name === 'IMG_1.JPG'
          ? Promise.resolve({ bytes: new Uint8Array([0xff, 0xd8, 0xff]), version: '1' })
          : Promise.reject(new DomainError('not_found', `there is no photo ${name}`)),
    },
    images: {
      readWhole: (photoId, sha256) =>
        photoId === 1 && sha256 === SAMPLE_IMAGE
          ? Promise.resolve(new Uint8Array([0xff, 0xd8, 0xff]))
          : Promise.reject(new DomainError('not_found', `photo ${photoId} has no such original`)),
      read: (photoId, sha256) =>
        photoId === 1 && sha256 === SAMPLE_IMAGE
          ? Promise.resolve(new Uint8Array([0xff, 0xd8, 0xff]))
          : Promise.reject(new DomainError('not_found', `photo ${photoId} has no such image`)),
    },
    web: { get: (path) => doors().webFiles.get(path) ?? null },
    closing: new AbortController().signal,
  };
}

export const SAMPLE_IMAGE = 'e'.repeat(64);
