import { openFakeOllama, visionModel } from '../../fixtures/fake-servers/fake-ollama.ts';
import { modelInput } from '../../fixtures/model-input.ts';
import { proveModelCaptioner } from './captioner.conformance.ts';
import { ollamaCaptioner } from './ollama.ts';

proveModelCaptioner('ollama', async () => {
  const fake = await openFakeOllama();
  const input = await modelInput();
  return {
    captioner: ollamaCaptioner({
      baseUrl: fake.url,
      model: visionModel.name,
      keepAlive: '5m',
      contextTokens: 4096,
      timeoutMs: 20_000,
      temperature: 0.1,
      seed: 7,
    }),
    modelInputPath: input.path,
    server: {
      goAway: () => fake.down(),
      comeBack: () => fake.up(),
      loseModel: () => void (fake.models = []),
      say: (content) => void fake.scripts.push({ kind: 'say', content }),
      breakOff: () => void fake.scripts.push({ kind: 'drop' }),
      loop: () => void fake.scripts.push({ kind: 'loop', phrase: ' a lake in the winter' }),
      hang() {
        fake.scripts.push({ kind: 'hang' });
        return fake.hanging();
      },
    },
    async close() {
      await fake.close();
      input.remove();
    },
  };
});
