/** How a person starts a command: nothing is installed globally. */
export const proofline = 'npm run proofline --';
