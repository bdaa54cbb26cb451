let answer: Promise<boolean> | undefined;

/** Whether a container runtime answers; asked once, for what asks takes a second to load. */
export function hasContainerEngine(): Promise<boolean> {
  answer ??= ask();
  return answer;
}

async function ask(): Promise<boolean> {
  const { getContainerRuntimeClient } = await import('testcontainers');
  try {
    await getContainerRuntimeClient();
    return true;
  } catch {
    // Rejects within milliseconds where no engine answers; the next way to a server is tried.
    return false;
  }
}
