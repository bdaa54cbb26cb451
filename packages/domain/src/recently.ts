/**
 * A costly pure function of a text that keeps its answers for the last texts asked about: one draft is judged several times within a second. Only for
 * answers that nobody changes.
 */
export function recently<Answer>(answerTo: (text: string) => Answer, most = 200): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    if (answers.has(text)) return answers.get(text)!;
    const answer = answerTo(text);
    if (answers.size >= most) answers.delete(answers.keys().next().value!);
    answers.set(text, answer);
    return answer;
  };
}
