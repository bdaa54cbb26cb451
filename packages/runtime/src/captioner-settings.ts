import type { VariableValues } from './environment-variables.ts';

/** Who may draft, and how. */
export type CaptionerSettings = {
  /** Of sets that name nobody. */
  readonly usual: string;
  readonly ollama: { readonly baseUrl: string; readonly model: string; readonly keepAlive: string };
  /** Null where no such server is named. */
  readonly openAi: {
    readonly baseUrl: string;
    readonly model: string;
    readonly apiKey: string | null;
    readonly structuredOutput: VariableValues['PROOFLINE_OPENAI_STRUCTURED'];
  } | null;
  readonly temperature: number;
  readonly seed: number;
  readonly contextTokens: number;
  readonly timeoutMs: number;
  /** Drafts again what did not pass the gate; `model` is null where it is the captioner's own. */
  readonly fallback: { readonly captioner: string; readonly model: string | null } | null;
};

export function captionerSettings(values: VariableValues, problems: string[]): CaptionerSettings {
  const remote = values.PROOFLINE_CAPTIONER_REMOTE;
  problems.push(
    ...(['PROOFLINE_OLLAMA_URL', 'PROOFLINE_OPENAI_URL'] as const).flatMap((name) => {
      const address = values[name];
      return address === null || remote || isLoopback(address) ? [] : [leavesMachine(name, address)];
    }),
  );
  const settings: CaptionerSettings = {
    usual: values.PROOFLINE_CAPTIONER,
    ollama: {
      baseUrl: values.PROOFLINE_OLLAMA_URL,
      model: values.PROOFLINE_OLLAMA_MODEL,
      keepAlive: values.PROOFLINE_OLLAMA_KEEP_ALIVE,
    },
    openAi: openAi(values, problems),
    temperature: values.PROOFLINE_CAPTIONER_TEMPERATURE,
    seed: values.PROOFLINE_CAPTIONER_SEED,
    contextTokens: values.PROOFLINE_CAPTIONER_CONTEXT_TOKENS,
    timeoutMs: values.PROOFLINE_CAPTIONER_TIMEOUT_S * 1_000,
    fallback: fallback(values, problems),
  };
  const there = ['template', 'ollama', ...(settings.openAi === null ? [] : ['openai-compatible'])];
  for (const [name, captioner] of [
    ['PROOFLINE_CAPTIONER', settings.usual],
    ['PROOFLINE_FALLBACK_CAPTIONER', settings.fallback?.captioner],
  ] as const)
    if (captioner !== undefined && !there.includes(captioner))
      problems.push(`${name}: there is no captioner ${captioner}; there is: ${there.join(', ')}`);
  return settings;
}

function openAi(values: VariableValues, problems: string[]): CaptionerSettings['openAi'] {
  const { PROOFLINE_OPENAI_URL: baseUrl, PROOFLINE_OPENAI_MODEL: model } = values;
  if (baseUrl === null) return null;
  if (model === null)
    problems.push('PROOFLINE_OPENAI_MODEL: a server is named and no model of it; name the one to draft with');
  return {
    baseUrl,
    model: model ?? '',
    apiKey: values.PROOFLINE_OPENAI_KEY,
    structuredOutput: values.PROOFLINE_OPENAI_STRUCTURED,
  };
}

function fallback(values: VariableValues, problems: string[]): CaptionerSettings['fallback'] {
  const { PROOFLINE_FALLBACK_CAPTIONER: captioner, PROOFLINE_FALLBACK_MODEL: model } = values;
  if (captioner !== null) return { captioner, model };
  if (model !== null)
    problems.push(
      'PROOFLINE_FALLBACK_MODEL: a model is named and nobody to draft with it; set PROOFLINE_FALLBACK_CAPTIONER',
    );
  return null;
}

/** By the address as it is written: a name that may mean another machine tomorrow is none of ours. */
function isLoopback(address: string): boolean {
  const { hostname } = new URL(address);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

function leavesMachine(name: string, address: string): string {
  return `${name}: photos would leave this machine for ${address}; name an address on it, or allow that with PROOFLINE_CAPTIONER_REMOTE=on`;
}
