import { DomainError } from '@proofline/domain/domain-error.ts';
import type { Actor } from '@proofline/domain/actor.ts';
import type { CrashReportItem } from '@proofline/domain/crash-report.ts';
import type { Event } from '@proofline/domain/event.ts';
import type { PublicationPlan, PublicationPlanItem } from '@proofline/domain/publication.ts';
import type { Redraft } from '@proofline/domain/redraft.ts';
import type { Resumption } from '@proofline/domain/resumption.ts';
import type { ReviewStatus, ReviewView } from '@proofline/domain/review.ts';
import { createNamePreviewer } from '@proofline/domain/name-preview.ts';
import { DEFAULT_FILE_NAME_TEMPLATE, parseFileNameTemplate } from '@proofline/domain/file-name-template.ts';
import { defaultFolderMap } from '@proofline/domain/folder-map.ts';
import type { StageStanding } from '@proofline/domain/stage-setting.ts';
import { stageNames, type StageName } from '@proofline/domain/stage.ts';
import type { SubjectSuggestion, SuggestionRequest } from '@proofline/domain/subject-suggestion.ts';
import { standingAgainst } from '@proofline/domain/text-gate/judgement.ts';
import type { ApiPorts } from '../ports.ts';
import type { WebFile } from '../web-files.ts';
import { auditsInMemory, sampleAudits } from './sample-audit.ts';
import { redraftsInMemory, sampleCaptioners } from './sample-drafting.ts';
import { sampleGroup, sampleQuality } from './sample-quality.ts';
import { sampleBulk } from './sample-bulk.ts';
import { sampleOperations } from './sample-operations.ts';
import { sampleDoors } from './sample-doors.ts';
import { sampleOverview } from './sample-overview.ts';
import { sampleSet, sampleView } from './sample-photo.ts';
import { setsInMemory } from './sets-in-memory.ts';
import { sampleUsers } from './sample-users.ts';

/** A small world behind the ports: one set, three photos in review, everything in memory. For tests of the API and of its clients. */
export function inMemoryPorts() {
  const state = {
    sets: [sampleSet],
    views: new Map([1, 2, 3].map((id): [number, ReviewView] => [id, sampleView(id, `Frozen lake number ${id}`)])),
    statuses: new Map<number, ReviewStatus>([1, 2, 3].map((id) => [id, 'pending'])),
    published: new Set<number>(),
    /** What a plan says of its time. */
    speed: (_bytes: number): Pick<PublicationPlan, 'seconds' | 'measuredBy'> => ({ seconds: null, measuredBy: 0 }),
    overviews: [sampleOverview],
    events: [] as Event[],
    crashReports: [] as CrashReportItem[],
    resumption: null as Resumption | null,
    actors: new Map<string, Actor>(),
    /** Whom the code of a sign-in link signs in. */
    codes: new Map<string, Actor>(),
    sessions: new Map<string, Actor>(),
    webFiles: new Map<string, WebFile>(),
    stages: stageNames.map((stage): StageStanding => ({ stage, pause: null, maxConcurrency: null, running: 0 })),
    redrafts: [] as Redraft[],
    suggestionsAsked: [] as SuggestionRequest[],
    /** Handed out one by one; null while a model still looks. */
    suggestions: [] as (SubjectSuggestion | null)[],
    audits: sampleAudits(),
    /** How often work was announced. */
    work: 0,
    logged: [] as object[],
    now: new Date('2026-05-04T09:00:00.000Z'),
  };
  const record = (actor: string, kind: string, photoId: number | null, detail: Event['detail'] = {}) =>
    ports.events.append({ actor, kind, runId: 1, setId: 1, photoId, detail });
  const view = (photoId: number): ReviewView => {
    const found = state.views.get(photoId);
    if (found === undefined) throw new DomainError('not_found', `photo ${photoId} is not in review`);
    return found;
  };
  const plan = (photoIds?: readonly number[]): PublicationPlan => {
    const items = [...state.views.keys()]
      .filter((id) => photoIds?.includes(id) ?? state.statuses.get(id) === 'approved')
      .map((photoId): PublicationPlanItem => ({
        photoId,
        fileName: view(photoId).published.fileName,
        change: state.published.has(photoId) ? 'unchanged' : 'new',
        bytes: 400_000,
        blockedBy:
          state.statuses.get(photoId) === 'approved'
            ? []
            : [{ name: 'not-approved', reason: 'nobody has approved it', liftedBy: 'reviewer' }],
        lastFailure: null,
        webUrl: null,
      }));
    const due = items.filter(({ change, blockedBy }) => change === 'new' && blockedBy.length === 0);
    const bytes = due.reduce((sum, item) => sum + item.bytes, 0);
    return { items, photos: due.length, bytes, ...state.speed(bytes) };
  };

  const setStages = (stages: readonly StageName[], setting: Partial<StageStanding>) => {
    state.stages = state.stages.map((item) => (stages.includes(item.stage) ? { ...item, ...setting } : item));
  };

  const note = (detail: object) => void state.logged.push(detail);
  const ports: ApiPorts = {
    sets: setsInMemory(
      () => state,
      (actor, kind, detail) => record(actor, kind, null, detail),
    ),
    reviews: {
      list: ({ status, setId, groupId, frames, isLookalike, after = 0, limit = 100 }) =>
        [...state.views.values()]
          .map(({ dossier, published, judgement, quality }) => ({
            photoId: dossier.photo.id,
            setId: dossier.set.id,
            status: state.statuses.get(dossier.photo.id)!,
            fileName: published.fileName,
            originalFileName: published.originalFileName,
            caption: published.caption,
            rating: published.rating,
            band: published.band,
            ratingOrigin: dossier.quality?.origin ?? null,
            technical: quality.technical?.rating ?? null,
            group: quality.standing,
            lookalikes: quality.lookalikes.map(({ photoId, likeness }) => ({ photoId, likeness })),
            voidReason: null,
            draftedBy: dossier.draft && { captioner: dossier.draft.captioner, model: dossier.draft.model },
            confidence: judgement.confidence.overall,
            blockedBy: [...new Set(standingAgainst(judgement.findings, []).map(({ rule }) => rule))],
          }))
          .filter((item) => status === undefined || item.status === status)
          .filter((item) => groupId === undefined || item.group?.groupId === groupId)
          .filter((item) => frames !== 'others' || (item.group?.rank ?? 1) > 1)
          .filter((item) => isLookalike === undefined || item.lookalikes.length > 0 === isLookalike)
          .filter((item) => (setId === undefined || item.setId === setId) && item.photoId > after)
          .slice(0, limit),
      queue: ({ setId }) =>
        [...state.views.values()]
          .filter(({ dossier }) => setId === undefined || dossier.set.id === setId)
          .map(({ dossier, published }) => ({
            photoId: dossier.photo.id,
            setId: dossier.set.id,
            status: state.statuses.get(dossier.photo.id)!,
            isBlocked: false,
            fileName: published.fileName,
            band: published.band,
            confidence: 1,
            rules: [],
            group: null,
            camera: published.camera,
            takenAt: published.dateTimeOriginal,
            thumb: null,
            preview: null,
          })),
      view,
      takeBack(photoId, actor) {
        const seen = view(photoId);
        state.statuses.set(photoId, 'pending');
        record(actor.name, 'review.approval-taken-back', photoId);
        return seen;
      },
      approve(photoId, { revisionHash, overrides = [] }, actor) {
        const seen = view(photoId);
        if (seen.revisionHash !== revisionHash)
          throw new DomainError('conflict', `photo ${photoId} changed since it was shown; look at it again`);
        if (seen.blockers.length > 0) throw new DomainError('invalid', seen.blockers);
        const standing = standingAgainst(seen.judgement.findings, overrides);
        if (standing.length > 0)
          throw new DomainError(
            'conflict',
            standing.map(({ rule, reason }) => `${reason} (rule ${rule})`),
          );
        state.statuses.set(photoId, 'approved');
        record(actor.name, 'review.approved', photoId, { revisionHash });
        return seen;
      },
      reject(photoId, { reason }, actor) {
        view(photoId);
        state.statuses.set(photoId, 'rejected');
        record(actor.name, 'review.rejected', photoId, { reason });
      },
      edit(photoId, edit, actor, seenHash) {
        const before = view(photoId);
        if (seenHash !== undefined && seenHash !== before.revisionHash)
          throw new DomainError('changed', `photo ${photoId} changed since it was shown; nothing was written`);
        const after = sampleView(photoId, edit.caption ?? before.published.caption);
        state.views.set(photoId, after);
        state.statuses.set(photoId, 'pending');
        record(actor.name, 'review.edited', photoId, edit);
        return after;
      },
    },
    ...sampleBulk(view, (actor, kind) => record(actor, kind, 1)),
    redrafts: redraftsInMemory(state.redrafts, (photoId, draft, fields, actor) => {
      const caption = fields.includes('caption') ? draft.caption : view(photoId).published.caption;
      return ports.reviews.edit(photoId, { caption }, actor);
    }),
    captioners: {
      usual: 'template',
      ids: ['template', 'ollama'],
      list: () => Promise.resolve(sampleCaptioners),
    },
    suggester: {
      suggest(request) {
        state.suggestionsAsked.push(request);
        return Promise.resolve(state.suggestions.shift() ?? null);
      },
    },
    onRedraft: () => void (state.work += 1),
    publications: {
      plan: (photoIds) => Promise.resolve(plan(photoIds)),
      publish(photoIds, actor) {
        const carriedOut = plan(photoIds);
        for (const { photoId, blockedBy } of carriedOut.items) if (blockedBy.length === 0) state.published.add(photoId);
        record(actor.name, 'publication.requested', null);
        return { ...carriedOut, asked: { first: 1, last: 1 } };
      },
      withdraw(photoId, reason, actor) {
        if (!state.published.delete(photoId)) throw new DomainError('conflict', `photo ${photoId} is not published`);
        record(actor.name, 'photo.withdrawn', photoId, { reason });
      },
      rollBack(photoId, reason, actor) {
        if (!state.published.has(photoId)) throw new DomainError('conflict', `photo ${photoId} is not published`);
        record(actor.name, 'publication.rolled-back', photoId, { reason });
      },
      repair(photoId, actor) {
        if (!state.published.has(photoId)) throw new DomainError('conflict', `photo ${photoId} is not published`);
        record(actor.name, 'publication.requested', photoId);
      },
    },
    rollbacks: {
      request({ scope, id, reason }, actor) {
        if (id !== 1) throw new DomainError('not_found', `there is no ${scope} ${id}`);
        record(actor.name, 'rollback.requested', null, { scope, id, reason });
        return { photoIds: [1, 2], left: [{ photoId: 3, reason: 'it is published; withdraw it instead' }] };
      },
    },
    audits: auditsInMemory(state.audits, (actor, kind) => record(actor, kind, null)),
    stageSettings: {
      list: () => state.stages,
      load: () => state.stages.map(({ stage }) => ({ stage, due: 0, runs: [] })),
      pause: (stages, reason, { name: by }) =>
        setStages(stages, { pause: { at: state.now.toISOString(), by, reason } }),
      resume: (stages) => setStages(stages, { pause: null }),
      limit: (stage, maxConcurrency) => setStages([stage], { maxConcurrency }),
    },
    previewName: createNamePreviewer(
      {
        template: parseFileNameTemplate(DEFAULT_FILE_NAME_TEMPLATE),
        fallbackCamera: 'Camera',
        fallbackYear: 'Undated',
      },
      defaultFolderMap,
    ),
    preflight: async () => [{ name: 'data-folder', state: 'ok', detail: '/data', remedy: null }],
    overview: {
      set(setId) {
        const found = state.overviews.find(({ set }) => set.id === setId);
        if (found === undefined) throw new DomainError('not_found', `there is no set ${setId}`);
        return found;
      },
      recent: (limit) => state.overviews.slice(0, limit),
    },
    events: {
      list: ({ after = 0, limit = 100 }) => state.events.filter(({ id }) => id > after).slice(0, limit),
      latest: (limit) => state.events.toReversed().slice(0, limit),
      takingBack: ({ limit }) => state.events.toReversed().slice(0, limit),
      append: (event) => void state.events.push({ ...event, id: state.events.length + 1, at: state.now.toISOString() }),
    },
    tokens: {
      issue(actor) {
        const token = `token-of-${actor.name}`;
        state.actors.set(token, actor);
        return token;
      },
      identify: (token) => state.actors.get(token) ?? null,
    },
    ...sampleDoors(() => state),
    ...sampleUsers(
      (actor, kind) => record(actor, kind, null),
      (actor) => {
        state.sessions.set(`session-of-${actor.name}`, actor);
        return `session-of-${actor.name}`;
      },
    ),
    ...sampleOperations((actor, kind) => record(actor, kind, null)),
    quality: {
      get: (photoId) => sampleQuality(view(photoId).dossier),
      groups: ({ setId = 1 }) => (setId === 1 ? [sampleGroup] : []),
      fit(actor) {
        record(actor.name, 'quality.naturalness-fitted', null);
        return Promise.resolve({ version: 'abc', photos: 60, measured: 80 });
      },
    },
    crashReports: {
      list: (limit) => ({ count: state.crashReports.length, newest: state.crashReports.slice(0, limit) }),
    },
    resumption: () => state.resumption,
    dossiers: { get: (photoId) => view(photoId).dossier },
    onWork: () => void (state.work += 1),
    now: () => state.now,
    log: { warn: note, error: note },
  };
  return { ports, state };
}
