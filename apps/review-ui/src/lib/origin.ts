/** The network comes in under TLS and by password, the machine itself without and by link. */
export const signsInByPassword = () => location.protocol === 'https:';
