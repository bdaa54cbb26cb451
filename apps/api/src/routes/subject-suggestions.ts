import { suggestionRequest } from '@proofline/domain/subject-suggestion.ts';
import { Hono } from 'hono';
import { requireRole, type ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { validated } from '../validated.ts';

/** Below what clients wait for an answer; a model may take longer, and the same request asked again picks its answer up. */
const PATIENCE_MS = 20_000;

export const subjectSuggestionRoutes = ({ suggester }: Pick<ApiPorts, 'suggester'>) =>
  new Hono<ApiEnv>().post('/', requireRole('operator'), validated('json', suggestionRequest), async (c) => {
    const suggestion = await suggester.suggest(c.req.valid('json'), PATIENCE_MS);
    return recordReply(c, { suggestion });
  });
