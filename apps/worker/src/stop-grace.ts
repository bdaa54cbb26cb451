/** What runs gets this long to finish at a stop before it is told to hand its work back. */
export const STOP_GRACE_MS = 5_000;
