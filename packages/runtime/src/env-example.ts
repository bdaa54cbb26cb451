import { environmentVariables } from './environment-variables.ts';

/** The text of `.env.example`: every variable with its purpose, what it may hold and an example, all switched off. */
export function envExample(): string {
  const sections = Object.entries(environmentVariables).map(
    ([name, { purpose, allowed, example }]) => `# ${purpose}.\n# Allowed: ${allowed}.\n#${name}=${example}\n`,
  );
  return `${head}\n${sections.join('\n')}`;
}

const head = `# Settings of Proofline. Copy this file to .env and take the # away where the usual value does not suit.
# Variables of the environment win over this file. An empty value counts as unset.
`;
