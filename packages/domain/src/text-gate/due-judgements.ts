/** Texts in review that are to be judged anew, because what they are judged by has changed. */
export type DueJudgements = {
  /** Judges at most `limit` of them; returns how many there were. 0: there is nothing left. */
  judgeSome(limit: number): number;
};
