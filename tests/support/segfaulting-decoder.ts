/** A decoder process that dies over every task, as a native decoder does over a hostile file. */
process.on('message', () => process.kill(process.pid, 'SIGSEGV'));
process.send?.({ kind: 'ready' });
