import { suggestionRequest } from '@proofline/domain/subject-suggestion.ts';
import { Hono } from 'hono';
import { requireRole, type ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { folderFor } from '../folder-for.ts';
import { recordReply } from '../record-reply.ts';
import { validated } from '../validated.ts';
import { subjectSuggestion } from '../replies/captioner.ts';
import { replies } from '../replies/replies.ts';

/** Below what clients wait for an answer; a model may take longer, and the same request asked again picks its answer up. */
const PATIENCE_MS = 20_000;

export const subjectSuggestionRoutes = ({ suggester, folders }: Pick<ApiPorts, 'suggester' | 'folders'>) =>
  new Hono<ApiEnv>().post(
    '/',
    requireRole('operator'),
    validated('json', suggestionRequest),
    replies(subjectSuggestion),
    async (c) => {
      const request = c.req.valid('json');
      const sourceFolder = await folderFor(c, folders, request.sourceFolder);
      const suggestion = await suggester.suggest({ ...request, sourceFolder }, PATIENCE_MS);
      return recordReply(c, { suggestion });
    },
  );
