import { proveRule } from './rule.conformance.ts';
import { leadIn } from './lead-in.ts';

proveRule(leadIn, {
  catches: [
    { caption: 'The image shows a frozen lake.', becomes: 'A frozen lake.' },
    {
      caption: 'This beautiful black-and-white photograph depicts lakes.',
      becomes: 'This beautiful black-and-white photograph depicts lakes.',
    },
    { caption: 'In this photo, we can see a frozen lake.', becomes: 'A frozen lake.' },
    { altText: 'Here is a frozen lake.', becomes: 'A frozen lake.' },
    { caption: 'This is a scene of a frozen lake.', becomes: 'A frozen lake.' },
    { caption: 'We can see this image shows a frozen lake.', becomes: 'A frozen lake.' },
  ],
  passes: [
    { caption: 'The scene outside the window changes as the ice on the lake melts.' },
    { caption: 'Pictures on the wall of the boathouse show the lake in summer.' },
  ],
});
