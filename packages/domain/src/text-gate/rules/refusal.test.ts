import { proveRule } from './rule.conformance.ts';
import { refusal } from './refusal.ts';

proveRule(refusal, {
  catches: [
    { caption: "I'm sorry, but I can't help with that request about the lake." },
    { caption: 'As an AI language model, no lake can be seen by me here today.', marks: 'As an AI' },
    { altText: 'Unfortunately, the content of the lake picture is not available for me now.' },
    { altText: 'There is nothing to describe, because no image was attached to this request today.' },
  ],
  passes: [{ caption: 'A sorry-looking boat lies on the frozen lake near Amsterdam.' }],
});
