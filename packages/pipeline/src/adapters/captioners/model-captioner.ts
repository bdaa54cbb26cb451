import { readFile } from 'node:fs/promises';
import { NoUsableDraft, type Captioner } from '@proofline/domain/captioner.ts';
import type { TextDraft } from '@proofline/domain/text-draft.ts';
import { defaultGateSettings, type TextLimits } from '@proofline/domain/text-gate/gate-settings.ts';
import { draftReply, draftSchemaOf } from './draft-reply.ts';
import { draftSystem, draftText, promptVersion, type PromptParameters } from './draft-prompt.ts';
import { readReply, type ReadReply } from './read-reply.ts';
import { suggestSubject } from './suggest-subject.ts';
import { valueLogprobs } from './value-logprobs.ts';
import type { Question, Reply, VisionModel } from './vision-model.ts';

/** Tokens of a word and of a keyword with its quotes, and what the JSON around them takes. */
const [TOKENS_OF_WORD, TOKENS_OF_KEYWORD, TOKENS_AROUND] = [2, 5, 40];
/** The same question gives the same bad answer; this much warmer and with another seed it gives another one. */
const WARMER = 0.2;
const HOTTEST = 1;

/** The two ways to put one question: as set, and once more after an answer of which nothing can be made. */
const tries = [
  (asSet: Question) => asSet,
  (asSet: Question): Question => ({
    ...asSet,
    temperature: Math.min(HOTTEST, asSet.temperature + WARMER),
    seed: asSet.seed + 1,
    maxTokens: asSet.maxTokens * 2,
  }),
] as const;

/** Drafts with a model that looks at the photo, whatever protocol it is reached by. */
export function modelCaptioner(id: string, model: VisionModel, parameters: PromptParameters): Captioner {
  const promptAsked = (habits: Reply['habits']) => promptVersion(parameters, { ...model.habits, ...habits });
  const prompt = promptAsked({});
  const { limits = defaultGateSettings } = parameters;
  return {
    id,
    version: async (signal) => `${prompt} ${model.name} ${(await model.digest(signal)) ?? ''}`.trim(),
    problems: (signal) => model.problems(signal),
    report: () => model.report(),
    suggestSubject: async (paths, signal) => ({
      ...(await suggestSubject(model, paths, parameters, signal)),
      captioner: id,
      model: model.name,
    }),
    async draft(modelInputPath, context, signal) {
      signal.throwIfAborted();
      const startedAt = performance.now();
      const question: Question = {
        system: draftSystem(limits),
        text: draftText(context, limits),
        images: [await readFile(modelInputPath, { signal })],
        schema: draftSchemaOf(limits),
        maxTokens: maxTokens(limits),
        temperature: parameters.temperature,
        seed: parameters.seed,
      };
      const modelDigest = await model.digest(signal);
      const { reply, read, triesNeeded } = await usableReply(model, question, signal);
      return {
        captioner: id,
        model: model.name,
        modelDigest,
        promptVersion: promptAsked(reply.habits),
        ...read.value,
        confidence: read.isRepaired || triesNeeded > 1 ? 'low' : 'medium',
        latencyMs: performance.now() - startedAt,
        ...logprobsOf(reply),
        ...(read.isRepaired && { isRepaired: true as const }),
        ...(context.hint !== undefined && { hint: context.hint }),
      };
    },
  };
}

/** Enough for both texts and all keywords, twice over; without a bound Ollama writes for ever. */
function maxTokens({ captionWords, altTextWords, keywords }: TextLimits): number {
  const words = TOKENS_OF_WORD * (captionWords.most + altTextWords.most);
  return 2 * (words + TOKENS_OF_KEYWORD * keywords.most + TOKENS_AROUND);
}

type Draft = { caption: string; altText: string; keywords: readonly string[] };

async function usableReply(model: VisionModel, asSet: Question, signal: AbortSignal) {
  const reasons: string[] = [];
  for (const [index, asTried] of tries.entries()) {
    const reply = await model.ask(asTried(asSet), signal);
    const read: ReadReply<Draft> = readReply(reply, draftReply);
    if (read.kind === 'read') return { reply, read, triesNeeded: index + 1 };
    reasons.push(read.reason);
  }
  throw new NoUsableDraft(`the model ${model.name} was asked ${tries.length} times and ${reasons.join('; then ')}`);
}

function logprobsOf({ text, tokens }: Reply): Pick<TextDraft, 'logprobs'> {
  const logprobs = tokens === null ? null : valueLogprobs(text, tokens);
  return logprobs === null ? {} : { logprobs };
}
